// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfilter.h"
#include "models/jobtabletext.h"

#include <QAbstractTableModel>

namespace millrace {

/// The jobs that are shown: filtered, sorted, in groups. An answer moves only the rows that it changed, and no answer
/// resets the model: selections and the current row stay with their jobs.
class JobTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        GroupRole = Qt::UserRole + 1, ///< bool: the row is the title of a group
        JobIdRole,
    };

    /// table outlives the model.
    explicit JobTableModel(JobTable& table, QObject* parent = nullptr);

    [[nodiscard]] JobTable& table() const { return m_table; }

    void setFilter(const JobFilter& filter);

    [[nodiscard]] const JobFilter& filter() const { return m_filter; }

    void setSort(JobColumn column, Qt::SortOrder order);

    [[nodiscard]] JobColumn sortColumn() const { return m_sortColumn; }

    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Filters again: jobs that ended a day ago leave as time goes by.
    void refilter();

    /// Null for the title of a group.
    [[nodiscard]] const JobRow* job(int row) const;
    /// -1 when the job is not shown.
    [[nodiscard]] int rowOf(const JobKey& key) const;

    [[nodiscard]] bool isGroup(int row) const { return m_entries[static_cast<std::size_t>(row)] < 0; }

    /// Jobs shown, without the titles of groups.
    [[nodiscard]] int shownJobs() const { return m_shownJobs; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void countChanged();
    void sortChanged();
    void filterChanged();

private:
    /// A row: the slot of a job, or the title of a group as -1 - its index in m_groupTitles.
    using Entry = int;

    struct Group {
        QString id;
        QString title;
    };

    void update(const std::vector<int>& touched);
    void rebuild();
    void ageTexts();
    [[nodiscard]] bool isShown(int slot) const;
    [[nodiscard]] bool comesBefore(int slot, int other) const;
    [[nodiscard]] int groupOrder(int slot, int other) const;
    [[nodiscard]] QString groupId(int slot) const;
    [[nodiscard]] QString groupTitle(int slot) const;
    [[nodiscard]] std::vector<Entry> withGroups(const std::vector<int>& jobs);
    [[nodiscard]] QString groupText(int row) const;
    void show(std::vector<Entry> wanted);
    void removeMissing(const std::vector<bool>& kept);
    void insertNew(const std::vector<Entry>& wanted);
    void arrange(std::vector<Entry> wanted);
    void tellChanged(const std::vector<int>& jobs);
    [[nodiscard]] std::size_t indexOf(Entry entry) const;
    void reindex();

    JobTable& m_table;
    JobFilter m_filter;
    JobColumn m_sortColumn = JobColumn::State;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_jobs; ///< slots shown, in order
    std::vector<Entry> m_entries; ///< the rows
    std::vector<int> m_rowOfEntry; ///< by indexOf(): the row, or -1
    std::vector<Group> m_groups;
    int m_shownJobs = 0;
};

} // namespace millrace
