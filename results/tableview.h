// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/changelogtable.h"

#include <vector>

namespace millrace {

/// What a view of a table wants to hear while TableView::apply() changes it: the calls of QAbstractItemModel. Between
/// two calls the view answers with exactly the rows that these calls say.
class TableViewListener {
public:
    virtual ~TableViewListener() = default;
    virtual void aboutToRemove(int first, int last) = 0;
    virtual void removed() = 0;
    virtual void aboutToInsert(int first, int last) = 0;
    virtual void inserted() = 0;
    virtual void changed(int first, int last) = 0;
    /// Instead of thousands of single ranges.
    virtual void aboutToReset() = 0;
    virtual void reset() = 0;
};

/// The shown side of a ChangelogTable: shown row number to store row, in one thread, without hashing. Feed it the
/// deltas in order.
class TableView {
public:
    [[nodiscard]] int rowCount() const { return m_count; }

    /// The store's row at a shown position; O(log rows).
    [[nodiscard]] StoreRow at(int row) const;

    /// The changes that the shown state stands after.
    [[nodiscard]] qint64 changeCount() const { return m_changes; }

    /// Applies a delta. When it falls into more than maxRanges ranges, resets instead.
    void apply(const TableDelta& delta, TableViewListener* listener = nullptr, int maxRanges = 200);

    /// All shown store rows in order.
    [[nodiscard]] std::vector<StoreRow> rows() const;

private:
    struct Plan;
    [[nodiscard]] Plan plan(const TableDelta& delta) const;
    void remove(const std::vector<TableDelta::Slot>& slots, TableViewListener& listener);
    void change(const std::vector<TableDelta::Slot>& slots, TableViewListener& listener);
    void insert(const std::vector<TableDelta::Slot>& slots, TableViewListener& listener);
    void setSlot(const TableDelta::Slot& slot);
    void appendSlots(const StoreRow* rows, size_t count);
    void addToWord(size_t word, int difference);
    [[nodiscard]] int rank(quint32 slot) const;

    [[nodiscard]] bool isShown(quint32 slot) const { return m_slots[slot] != noRow; }

    std::vector<StoreRow> m_slots;
    std::vector<quint64> m_bits; ///< a bit per slot, set while it is shown
    std::vector<qint32> m_counts; ///< Fenwick tree, from 1, of the shown slots in each word of m_bits
    int m_count = 0;
    qint64 m_changes = 0;
};

} // namespace millrace
