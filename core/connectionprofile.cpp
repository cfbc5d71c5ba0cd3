// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connectionprofile.h"

namespace millrace {

using namespace Qt::StringLiterals;

QString toId(Environment environment)
{
    switch (environment) {
    case Environment::Test:
        return u"test"_s;
    case Environment::Production:
        return u"prod"_s;
    case Environment::Development:
        break;
    }
    return u"dev"_s;
}

Environment environmentFromId(QStringView id)
{
    if (id == "prod"_L1) {
        return Environment::Production;
    }
    return id == "test"_L1 ? Environment::Test : Environment::Development;
}

} // namespace millrace
