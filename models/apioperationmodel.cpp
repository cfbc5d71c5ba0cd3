// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apioperationmodel.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// internalId of a group; a call has the number of its group there.
constexpr quintptr s_isGroup = ~quintptr(0);

} // namespace

ApiOperationModel::ApiOperationModel(QObject* parent) : QAbstractItemModel(parent) { }

void ApiOperationModel::setDescription(const ApiDescription& description, const QString& dialect)
{
    beginResetModel();
    m_groups.clear();
    for (const ApiOperation& operation : description.operations()) {
        // The others of this name belong to other versions.
        if (description.find(operation.id, dialect) != &operation) {
            continue;
        }
        if (m_groups.empty() || m_groups.back().name != operation.tag) {
            m_groups.push_back({operation.tag, {}});
        }
        m_groups.back().operations.push_back(operation);
    }
    endResetModel();
}

const ApiOperation* ApiOperationModel::operation(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == s_isGroup) {
        return nullptr;
    }
    return &m_groups[index.internalId()].operations[static_cast<std::size_t>(index.row())];
}

QModelIndex ApiOperationModel::indexOf(const QString& id) const
{
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const auto& operations = m_groups[group].operations;
        const auto found = std::ranges::find(operations, id, &ApiOperation::id);
        if (found != operations.end()) {
            return createIndex(static_cast<int>(found - operations.begin()), 0, group);
        }
    }
    return {};
}

int ApiOperationModel::operationCount() const
{
    std::size_t count = 0;
    for (const Group& group : m_groups) {
        count += group.operations.size();
    }
    return static_cast<int>(count);
}

QModelIndex ApiOperationModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : s_isGroup);
}

QModelIndex ApiOperationModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == s_isGroup) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()), 0, s_isGroup);
}

int ApiOperationModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    return parent.internalId() == s_isGroup && parent.column() == 0
        ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].operations.size())
        : 0;
}

int ApiOperationModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant ApiOperationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ApiOperation* call = operation(index);
    if (!call) {
        const QString& name = m_groups[static_cast<std::size_t>(index.row())].name;
        const bool isName = role == Qt::DisplayRole;
        return isName ? QVariant(name.isEmpty() ? tr("Other calls") : name) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case IdRole:
        return call->id;
    case MethodRole:
        return QString::fromLatin1(call->method);
    case PathRole:
        return call->path;
    case SearchRole:
        return QStringList{call->id, call->path, call->summary, call->tag, QString::fromLatin1(call->method)}.join(
            u'\n');
    case IsChangingRole:
        return call->isChanging();
    case Qt::ToolTipRole:
        return u"%1 %2\n%3"_s.arg(QString::fromLatin1(call->method), call->path, call->summary).trimmed();
    default:
        return {};
    }
}

} // namespace millrace
