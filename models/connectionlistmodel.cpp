// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectionlistmodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array s_order{Environment::Production, Environment::Test, Environment::Development};

/// A connection's index knows its group by environment, which stays when groups come and go; a group's has 0.
quintptr childId(Environment environment)
{
    return static_cast<quintptr>(environment) + 1;
}

bool comesBefore(const ConnectionProfile& one, const ConnectionProfile& other)
{
    const int order = QString::localeAwareCompare(one.name.toCaseFolded(), other.name.toCaseFolded());
    return order != 0 ? order < 0 : one.id < other.id;
}

std::ptrdiff_t rank(Environment environment)
{
    return std::distance(s_order.begin(), std::ranges::find(s_order, environment));
}

} // namespace

QString displayName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return QCoreApplication::translate("Environment", "Production");
    case Environment::Test:
        return QCoreApplication::translate("Environment", "Test");
    case Environment::Development:
        break;
    }
    return QCoreApplication::translate("Environment", "Development");
}

ConnectionListModel::ConnectionListModel(QObject* parent) : QAbstractItemModel(parent) { }

void ConnectionListModel::setConnections(std::vector<ConnectionProfile> profiles)
{
    std::ranges::sort(profiles, comesBefore);
    for (const Environment environment : s_order) {
        std::vector<ConnectionProfile> wanted;
        std::ranges::copy_if(profiles, std::back_inserter(wanted),
            [environment](const ConnectionProfile& profile) { return profile.environment == environment; });
        const auto group = std::ranges::find_if(m_groups,
            [environment](const Group& candidate) { return rank(candidate.environment) >= rank(environment); });
        const auto row = static_cast<int>(std::distance(m_groups.begin(), group));
        const bool exists = group != m_groups.end() && group->environment == environment;
        if (exists && wanted.empty()) {
            beginRemoveRows({}, row, row);
            m_groups.erase(group);
            endRemoveRows();
        } else if (exists) {
            mergeGroup(row, wanted);
        } else if (!wanted.empty()) {
            beginInsertRows({}, row, row);
            m_groups.insert(group, {.environment = environment, .profiles = std::move(wanted)});
            endInsertRows();
        }
    }
}

void ConnectionListModel::mergeGroup(int groupRow, const std::vector<ConnectionProfile>& wanted)
{
    std::vector<ConnectionProfile>& profiles = m_groups[static_cast<std::size_t>(groupRow)].profiles;
    const QModelIndex parent = index(groupRow, 0);
    for (int row = static_cast<int>(profiles.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(wanted, profiles[row].id, &ConnectionProfile::id) == wanted.end()) {
            beginRemoveRows(parent, row, row);
            profiles.erase(profiles.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const ConnectionProfile& profile = wanted[row];
        const auto found = std::ranges::find(profiles, profile.id, &ConnectionProfile::id);
        const auto oldRow = static_cast<int>(std::distance(profiles.begin(), found));
        if (found == profiles.end()) {
            beginInsertRows(parent, row, row);
            profiles.insert(profiles.begin() + row, profile);
            endInsertRows();
            continue;
        }
        if (oldRow != row) {
            // Rows before this one are in their final order, so it can only move up.
            beginMoveRows(parent, oldRow, oldRow, parent, row);
            std::rotate(profiles.begin() + row, profiles.begin() + oldRow, profiles.begin() + oldRow + 1);
            endMoveRows();
        }
        if (profiles[row] != profile) {
            profiles[row] = profile;
            const QModelIndex changed = index(row, 0, parent);
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

void ConnectionListModel::setSystemNames(const QMap<QString, QString>& names)
{
    m_systemNames = names;
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent), {SystemRole});
    }
}

void ConnectionListModel::setDetail(const QString& id, const QString& detail)
{
    if (m_details.value(id) == detail) {
        return;
    }
    if (detail.isEmpty()) {
        m_details.remove(id);
    } else {
        m_details.insert(id, detail);
    }
    notify(id, {SystemRole, Qt::AccessibleTextRole});
}

void ConnectionListModel::setDirty(const QString& id, bool dirty)
{
    if (m_dirty.contains(id) == dirty) {
        return;
    }
    if (dirty) {
        m_dirty.insert(id);
    } else {
        m_dirty.remove(id);
    }
    notify(id, {DirtyRole, Qt::AccessibleTextRole});
}

void ConnectionListModel::notify(const QString& id, const QList<int>& roles)
{
    if (const QModelIndex changed = indexOf(id); changed.isValid()) {
        Q_EMIT dataChanged(changed, changed, roles);
    }
}

QModelIndex ConnectionListModel::indexOf(const QString& id) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const auto& profiles = m_groups[static_cast<std::size_t>(group)].profiles;
        const auto found = std::ranges::find(profiles, id, &ConnectionProfile::id);
        if (found != profiles.end()) {
            return index(static_cast<int>(std::distance(profiles.begin(), found)), 0, index(group, 0));
        }
    }
    return {};
}

const ConnectionProfile* ConnectionListModel::profile(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0) {
        return nullptr;
    }
    const QModelIndex group = parent(index);
    return &m_groups[static_cast<std::size_t>(group.row())].profiles[static_cast<std::size_t>(index.row())];
}

QModelIndex ConnectionListModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return parent.isValid()
        ? createIndex(row, column, childId(m_groups[static_cast<std::size_t>(parent.row())].environment))
        : createIndex(row, column, quintptr(0));
}

QModelIndex ConnectionListModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    const auto group = std::ranges::find_if(
        m_groups, [&child](const Group& candidate) { return childId(candidate.environment) == child.internalId(); });
    return group == m_groups.end()
        ? QModelIndex()
        : createIndex(static_cast<int>(std::distance(m_groups.begin(), group)), 0, quintptr(0));
}

int ConnectionListModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].profiles.size()) : 0;
}

int ConnectionListModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant ConnectionListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ConnectionProfile* found = profile(index);
    return found ? profileData(*found, role) : groupData(m_groups[static_cast<std::size_t>(index.row())], role);
}

QVariant ConnectionListModel::groupData(const Group& group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayName(group.environment);
    case EnvironmentRole:
        return static_cast<int>(group.environment);
    case GroupRole:
        return true;
    default:
        return {};
    }
}

QVariant ConnectionListModel::profileData(const ConnectionProfile& profile, int role) const
{
    const auto system = [&] {
        return m_details.value(profile.id, m_systemNames.value(profile.system, profile.system));
    };
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case IdRole:
        return profile.id;
    case SystemRole:
        return system();
    case EnvironmentRole:
        return static_cast<int>(profile.environment);
    case DirtyRole:
        return m_dirty.contains(profile.id);
    case GroupRole:
        return false;
    case Qt::ToolTipRole:
        return profile.readOnly
            ? tr("%1 · %2 · %3 · read only").arg(profile.name, system(), displayName(profile.environment))
            : tr("%1 · %2 · %3").arg(profile.name, system(), displayName(profile.environment));
    case Qt::AccessibleTextRole:
        return m_dirty.contains(profile.id)
            ? tr("%1, %2, %3, not saved").arg(profile.name, system(), displayName(profile.environment))
            : tr("%1, %2, %3").arg(profile.name, system(), displayName(profile.environment));
    default:
        return {};
    }
}

Qt::ItemFlags ConnectionListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return index.internalId() == 0 ? Qt::ItemIsEnabled
                                   : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace millrace
