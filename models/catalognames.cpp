// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalognames.h"

#include "sql/keywords.h"

#include <QRegularExpression>

namespace millrace {

using namespace Qt::StringLiterals;

QString quotedPath(const QStringList& path)
{
    static const QRegularExpression s_plain(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    QStringList quoted;
    for (const QString& name : path) {
        const bool isPlain = s_plain.match(name).hasMatch() && !sql::isReservedWord(name);
        quoted += isPlain ? name : QString(u'`' + QString(name).replace(u'`', "``"_L1) + u'`');
    }
    return quoted.join(u'.');
}

QString insertedText(const CatalogEntry& entry)
{
    switch (entry.kind) {
    case CatalogEntryKind::Column:
        return quotedPath({entry.path.last()});
    case CatalogEntryKind::Function:
        return entry.path.last();
    default:
        return quotedPath(entry.path);
    }
}

} // namespace millrace
