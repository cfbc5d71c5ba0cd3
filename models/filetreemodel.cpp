// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filetreemodel.h"

namespace millrace {

using namespace Qt::StringLiterals;

FileTreeModel::FileTreeModel(QObject* parent) : QFileSystemModel(parent)
{
    setFilter(QDir::AllDirs | QDir::Files | QDir::NoDotAndDotDot);
    setNameFilters(namePatterns());
    setNameFilterDisables(false);
    setReadOnly(true);
    // The views draw icons of the theme; asking the desktop for each file costs.
    setOption(QFileSystemModel::DontUseCustomDirectoryIcons);
}

QStringList FileTreeModel::namePatterns()
{
    return {u"*.sql"_s, u"*.fsql"_s, u"*.hql"_s, u"*.ddl"_s, u"*.txt"_s, u"*.md"_s, u"*.json"_s, u"*.yaml"_s,
        u"*.yml"_s, u"*.conf"_s, u"*.properties"_s, u"*.csv"_s, u"*.log"_s};
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::DecorationRole) {
        return {};
    }
    return role == Qt::ToolTipRole ? filePath(index) : QFileSystemModel::data(index, role);
}

int FileTreeModel::columnCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : 1;
}

} // namespace millrace
