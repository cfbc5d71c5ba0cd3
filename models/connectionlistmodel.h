// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QAbstractItemModel>
#include <QSet>

#include <vector>

namespace millrace {

/// The saved connections in groups by environment, production first, each by name. New lists are merged by id, so that
/// selection and expansion stay.
class ConnectionListModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString; empty for a group
        SystemRole, ///< the text at the right: "Flink 2.3.0"
        EnvironmentRole, ///< int of Environment; groups have it too
        DirtyRole, ///< bool: a form with unsaved changes is open
        GroupRole, ///< bool
    };

    explicit ConnectionListModel(QObject* parent = nullptr);

    void setConnections(std::vector<ConnectionProfile> profiles);
    /// Backend id to the name that people know: "flink" to "Flink".
    void setSystemNames(const QMap<QString, QString>& names);
    /// What stands in place of the system's name for one connection, as "Flink 2.3.0"; empty: the name again.
    void setDetail(const QString& id, const QString& detail);
    void setDirty(const QString& id, bool dirty);

    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    [[nodiscard]] const ConnectionProfile* profile(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Group {
        Environment environment;
        std::vector<ConnectionProfile> profiles;
    };

    void mergeGroup(int groupRow, const std::vector<ConnectionProfile>& wanted);
    void notify(const QString& id, const QList<int>& roles);
    [[nodiscard]] QVariant groupData(const Group& group, int role) const;
    [[nodiscard]] QVariant profileData(const ConnectionProfile& profile, int role) const;

    std::vector<Group> m_groups; ///< only those with connections
    QMap<QString, QString> m_systemNames;
    QMap<QString, QString> m_details;
    QSet<QString> m_dirty;
};

/// "Production", "Test", "Development", translated.
QString displayName(Environment environment);

} // namespace millrace
