// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apidescription.h"

#include <QAbstractItemModel>

namespace millrace {

/// The documented calls of one system as a tree: groups, and the calls in them. Of a call that differs between versions
/// only the one of the connection's version is there.
class ApiOperationModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< of a call; empty for a group
        MethodRole,
        PathRole,
        SearchRole, ///< name, path, summary and group: where a search looks
        IsChangingRole,
    };

    explicit ApiOperationModel(QObject* parent = nullptr);

    /// dialect as ApiConsole has it; empty takes the newest.
    void setDescription(const ApiDescription& description, const QString& dialect);

    /// Null for a group. Valid until the next setDescription().
    [[nodiscard]] const ApiOperation* operation(const QModelIndex& index) const;
    /// The row of a call; invalid when there is none of that name.
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    [[nodiscard]] int operationCount() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        QString name;
        std::vector<ApiOperation> operations;
    };

    std::vector<Group> m_groups;
};

} // namespace millrace
