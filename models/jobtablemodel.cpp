// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "models/humantext.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// With more pieces than this, one signal over all of them costs views less than one for each.
constexpr std::size_t s_mostRanges = 64;

/// Whether the rows that are marked stand side by side; gives the first one.
std::optional<int> onePiece(const std::vector<bool>& marked, int count)
{
    const auto first = std::ranges::find(marked, true);
    if (first == marked.end() || std::any_of(first, first + count, [](bool mark) { return !mark; })) {
        return std::nullopt;
    }
    return static_cast<int>(first - marked.begin());
}

} // namespace

JobTableModel::JobTableModel(JobTable& table, QObject* parent) : QAbstractTableModel(parent), m_table(table)
{
    connect(&m_table, &JobTable::changed, this, &JobTableModel::update);
    connect(&m_table, &JobTable::clockMoved, this, &JobTableModel::ageTexts);
    connect(&m_table, &JobTable::sourceChanged, this, [this] {
        if (!m_entries.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, jobColumnCount - 1));
        }
    });
    connect(&m_table, &JobTable::sourcesChanged, this, &JobTableModel::rebuild);
    rebuild();
}

void JobTableModel::setFilter(const JobFilter& filter)
{
    if (m_filter == filter) {
        return;
    }
    m_filter = filter;
    rebuild();
    Q_EMIT filterChanged();
}

void JobTableModel::setSort(JobColumn column, Qt::SortOrder order)
{
    if (m_sortColumn == column && m_sortOrder == order) {
        return;
    }
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
    Q_EMIT sortChanged();
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < jobColumnCount) {
        setSort(static_cast<JobColumn>(column), order);
    }
}

bool JobTableModel::isShown(int slot) const
{
    if (!m_table.isUsed(slot)) {
        return false;
    }
    const JobRow& row = m_table.row(slot);
    return m_filter.accepts(row, m_table.sourceOf(row), m_table.now());
}

int JobTableModel::groupOrder(int slot, int other) const
{
    const JobRow& one = m_table.row(slot);
    const JobRow& two = m_table.row(other);
    switch (m_filter.group) {
    case JobFilter::Group::None:
        return 0;
    case JobFilter::Group::State:
        return stateRank(one.job) - stateRank(two.job);
    case JobFilter::Group::Connection:
        return one.source == two.source ? 0 : m_table.sourceOf(one).name.localeAwareCompare(m_table.sourceOf(two).name);
    case JobFilter::Group::System:
        return m_table.sourceOf(one).systemName.compare(m_table.sourceOf(two).systemName);
    }
    return 0;
}

bool JobTableModel::comesBefore(int slot, int other) const
{
    if (const int group = groupOrder(slot, other); group != 0) {
        return group < 0;
    }
    return compareJobs(m_table.row(slot), m_table.row(other), m_table, m_sortColumn, m_sortOrder == Qt::DescendingOrder)
        < 0;
}

void JobTableModel::refilter()
{
    rebuild();
}

void JobTableModel::rebuild()
{
    m_jobs.clear();
    for (int slot = 0; slot < m_table.slotCount(); ++slot) {
        if (isShown(slot)) {
            m_jobs.push_back(slot);
        }
    }
    std::ranges::sort(m_jobs, [this](int slot, int other) { return comesBefore(slot, other); });
    show(withGroups(m_jobs));
}

void JobTableModel::update(const std::vector<int>& touched)
{
    if (m_sortColumn == JobColumn::Seen) {
        rebuild(); // every answer changes the place of all jobs of its connection
        return;
    }
    std::vector<bool> isTouched(static_cast<std::size_t>(m_table.slotCount()), false);
    std::vector<int> moved;
    for (const int slot : touched) {
        // A server that lists a job twice must not make two rows of it.
        if (!isTouched[static_cast<std::size_t>(slot)] && isShown(slot)) {
            moved.push_back(slot);
        }
        isTouched[static_cast<std::size_t>(slot)] = true;
    }
    // The others keep their order among themselves: only the touched ones are sorted, and merged into them.
    const auto before = [this](int slot, int other) { return comesBefore(slot, other); };
    std::ranges::sort(moved, before);
    std::erase_if(m_jobs, [&isTouched](int slot) { return isTouched[static_cast<std::size_t>(slot)]; });
    std::vector<int> merged;
    merged.reserve(m_jobs.size() + moved.size());
    std::ranges::merge(m_jobs, moved, std::back_inserter(merged), before);
    m_jobs = std::move(merged);
    show(withGroups(m_jobs));
    tellChanged(moved);
}

QString JobTableModel::groupId(int slot) const
{
    const JobRow& row = m_table.row(slot);
    switch (m_filter.group) {
    case JobFilter::Group::None:
        break;
    case JobFilter::Group::State:
        return u"state:%1"_s.arg(stateRank(row.job));
    case JobFilter::Group::Connection:
        return u"connection:"_s + row.key.connectionId;
    case JobFilter::Group::System:
        return u"system:"_s + m_table.sourceOf(row).system;
    }
    return {};
}

QString JobTableModel::groupTitle(int slot) const
{
    const JobRow& row = m_table.row(slot);
    switch (m_filter.group) {
    case JobFilter::Group::None:
        break;
    case JobFilter::Group::State:
        return jobStateText(row.job.state, row.job.rawState);
    case JobFilter::Group::Connection:
        return m_table.sourceOf(row).name;
    case JobFilter::Group::System:
        return m_table.sourceOf(row).systemName;
    }
    return {};
}

std::vector<JobTableModel::Entry> JobTableModel::withGroups(const std::vector<int>& jobs)
{
    if (m_filter.group == JobFilter::Group::None) {
        return jobs;
    }
    std::vector<Entry> entries;
    entries.reserve(jobs.size() + 16);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (i == 0 || groupOrder(jobs[i - 1], jobs[i]) != 0) {
            const QString id = groupId(jobs[i]);
            auto group = std::ranges::find(m_groups, id, &Group::id);
            if (group == m_groups.end()) {
                m_groups.push_back({.id = id});
                group = std::prev(m_groups.end());
            }
            group->title = groupTitle(jobs[i]);
            entries.push_back(-1 - static_cast<int>(group - m_groups.begin()));
        }
        entries.push_back(jobs[i]);
    }
    return entries;
}

std::size_t JobTableModel::indexOf(Entry entry) const
{
    // Jobs at even places, groups at odd ones: neither number has an end.
    return entry >= 0 ? 2 * static_cast<std::size_t>(entry) : 2 * static_cast<std::size_t>(-1 - entry) + 1;
}

void JobTableModel::reindex()
{
    const std::size_t most = 2 * (static_cast<std::size_t>(m_table.slotCount()) + m_groups.size()) + 2;
    m_rowOfEntry.assign(most, -1);
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        m_rowOfEntry[indexOf(m_entries[row])] = static_cast<int>(row);
    }
}

void JobTableModel::show(std::vector<Entry> wanted)
{
    const int before = m_shownJobs;
    if (wanted != m_entries) {
        std::vector<bool> kept(2 * (static_cast<std::size_t>(m_table.slotCount()) + m_groups.size()) + 2, false);
        for (const Entry entry : wanted) {
            kept[indexOf(entry)] = true;
        }
        removeMissing(kept);
        insertNew(wanted);
        arrange(std::move(wanted));
    }
    reindex();
    m_shownJobs = static_cast<int>(m_jobs.size());
    if (before != m_shownJobs) {
        Q_EMIT countChanged();
    }
}

void JobTableModel::removeMissing(const std::vector<bool>& kept)
{
    std::vector<bool> leaves(m_entries.size(), false);
    int count = 0;
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        leaves[row] = !kept[indexOf(m_entries[row])];
        count += leaves[row] ? 1 : 0;
    }
    if (count == 0) {
        return;
    }
    auto first = onePiece(leaves, count);
    if (!first) {
        // Those that leave are moved to the end, and leave from there as one piece.
        std::vector<Entry> order = m_entries;
        std::ranges::stable_partition(order, [&kept, this](Entry entry) { return kept[indexOf(entry)]; });
        arrange(std::move(order));
        first = rowCount() - count;
    }
    beginRemoveRows({}, *first, *first + count - 1);
    m_entries.erase(m_entries.begin() + *first, m_entries.begin() + *first + count);
    endRemoveRows();
}

void JobTableModel::insertNew(const std::vector<Entry>& wanted)
{
    reindex();
    std::vector<bool> isNew(wanted.size(), false);
    std::vector<Entry> added;
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (m_rowOfEntry[indexOf(wanted[row])] < 0) {
            isNew[row] = true;
            added.push_back(wanted[row]);
        }
    }
    if (added.empty()) {
        return;
    }
    const int count = static_cast<int>(added.size());
    // At once at their place when they stand together and nothing else moves; else at the end, to be arranged.
    const int first = std::min(onePiece(isNew, count).value_or(rowCount()), rowCount());
    beginInsertRows({}, first, first + count - 1);
    m_entries.insert(m_entries.begin() + first, added.begin(), added.end());
    endInsertRows();
}

void JobTableModel::arrange(std::vector<Entry> wanted)
{
    if (wanted == m_entries) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<Entry> before = std::exchange(m_entries, std::move(wanted));
    reindex();
    const QModelIndexList persistent = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(persistent.size());
    for (const QModelIndex& old : persistent) {
        const Entry entry = before[static_cast<std::size_t>(old.row())];
        moved << index(m_rowOfEntry[indexOf(entry)], old.column());
    }
    changePersistentIndexList(persistent, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void JobTableModel::tellChanged(const std::vector<int>& jobs)
{
    std::vector<int> rows;
    rows.reserve(jobs.size());
    for (const int slot : jobs) {
        rows.push_back(m_rowOfEntry[indexOf(slot)]);
    }
    std::ranges::sort(rows);
    std::vector<std::pair<int, int>> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && ranges.back().second + 1 == row) {
            ranges.back().second = row;
        } else {
            ranges.emplace_back(row, row);
        }
    }
    if (ranges.size() > s_mostRanges) {
        ranges = {{rows.front(), rows.back()}};
    }
    for (const auto& [first, last] : ranges) {
        Q_EMIT dataChanged(index(first, 0), index(last, jobColumnCount - 1));
    }
}

void JobTableModel::ageTexts()
{
    if (m_entries.empty()) {
        return;
    }
    for (int column = 0; column < jobColumnCount; ++column) {
        if (ages(static_cast<JobColumn>(column))) {
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
        }
    }
}

const JobRow* JobTableModel::job(int row) const
{
    const Entry entry = m_entries[static_cast<std::size_t>(row)];
    return entry < 0 ? nullptr : &m_table.row(entry);
}

int JobTableModel::rowOf(const JobKey& key) const
{
    const int slot = m_table.slotOf(key);
    return slot < 0 || indexOf(slot) >= m_rowOfEntry.size() ? -1 : m_rowOfEntry[indexOf(slot)];
}

QString JobTableModel::groupText(int row) const
{
    const Group& group = m_groups[static_cast<std::size_t>(-1 - m_entries[static_cast<std::size_t>(row)])];
    const auto next = std::find_if(m_entries.begin() + row + 1, m_entries.end(), [](Entry entry) { return entry < 0; });
    return u"%1 · %2"_s.arg(group.title, countText(next - m_entries.begin() - row - 1));
}

int JobTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int JobTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : jobColumnCount;
}

QVariant JobTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const JobRow* row = job(index.row());
    if (role == GroupRole) {
        return row == nullptr;
    }
    if (!row) {
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText && index.column() == 0 ? groupText(index.row()) : QVariant();
    }
    const auto column = static_cast<JobColumn>(index.column());
    const JobSource& source = m_table.sourceOf(*row);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return jobText(*row, source, column, m_table.now());
    case Qt::ToolTipRole:
        return jobToolTip(*row, source, column, m_table.now());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case JobIdRole:
        return row->key.jobId;
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= jobColumnCount) {
        return {};
    }
    const auto column = static_cast<JobColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(jobColumnTitle(column)) : QVariant();
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    // The title of a group is passed over by arrows and cannot be selected.
    return isGroup(index.row()) ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace millrace
