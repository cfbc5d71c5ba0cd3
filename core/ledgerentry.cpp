// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledgerentry.h"

namespace millrace {

using namespace Qt::StringLiterals;

QString toId(LedgerEntry::Kind kind)
{
    return kind == LedgerEntry::Kind::Checkpoint ? u"checkpoint"_s : u"savepoint"_s;
}

QString toId(LedgerEntry::State state)
{
    switch (state) {
    case LedgerEntry::State::Present:
        return u"present"_s;
    case LedgerEntry::State::Disposed:
        return u"disposed"_s;
    case LedgerEntry::State::Gone:
        return u"gone"_s;
    }
    return u"present"_s;
}

} // namespace millrace
