// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"

#include <QList>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace millrace {

/// A row of the store by its number; no row when absent.
using StoreRow = quint32;
inline constexpr StoreRow noRow = 0xffffffffU;

/// What a replay has done to a table since it was asked last: for each touched slot what stands in it now. Slots keep
/// the order of display; a slot without a row is not shown.
struct TableDelta {
    struct Slot {
        quint32 slot = 0;
        StoreRow row = noRow;
    };

    std::vector<Slot> touched; ///< by slot, each once; slots from appendFrom on are in appended
    quint32 appendFrom = 0;
    std::vector<StoreRow> appended;
    qint64 changes = 0; ///< the table now stands after this many changes

    [[nodiscard]] bool isEmpty() const { return touched.empty() && appended.empty(); }
};

/// Changes that do not fit the table they are applied to. The replay goes on after each.
struct ChangelogProblems {
    qint64 unmatched = 0; ///< -U or -D of a row that is not there
    qint64 duplicateKeys = 0; ///< +I of a key that is there already; it replaces the row
    std::vector<qint64> examples; ///< numbers of the first such changes, at most 100
};

/// Replays a changelog into the table it describes: by the columns of a key, or, without one, by retracting equal rows
/// (a multiset). O(1) a change; rows refer to rows of the store. An update keeps the row's place. May be fed from one
/// thread and asked from others.
///
/// Every change leaves 8 bytes in a log that is read in both directions, so any earlier state can be had again without
/// replaying from the start.
class ChangelogTable {
public:
    explicit ChangelogTable(std::vector<int> keyColumns = {});
    ~ChangelogTable();

    /// Applies rows [changeCount(), rows.rowCount()) of a snapshot of always the same store.
    void apply(const ResultSnapshot& rows);

    /// What changed since the last call, or since the beginning.
    [[nodiscard]] TableDelta takeDelta();

    [[nodiscard]] qint64 changeCount() const;
    [[nodiscard]] qint64 rowCount() const;
    [[nodiscard]] ChangelogProblems problems() const;
    [[nodiscard]] qint64 memoryBytes() const;

    /// The way from the table after `from` changes to that after `to` changes, in either direction; both are clamped
    /// to changeCount(). O(|to - from|).
    [[nodiscard]] TableDelta deltaBetween(qint64 from, qint64 to) const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

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
    [[nodiscard]] Plan plan(const TableDelta& delta, int maxRanges) const;
    void applyInRanges(const Plan& plan, const TableDelta& delta, TableViewListener& listener);
    void applyAtOnce(const TableDelta& delta);
    void setSlot(quint32 slot, StoreRow row);
    void growTo(quint32 slotCount);
    void rebuildCounts();
    [[nodiscard]] int rank(quint32 slot) const;

    [[nodiscard]] bool isShown(quint32 slot) const { return (m_bits[slot >> 6] >> (slot & 63) & 1) != 0; }

    std::vector<StoreRow> m_slots;
    std::vector<quint64> m_bits; ///< shown slots
    std::vector<quint32> m_counts; ///< Fenwick tree of the shown slots of each word of m_bits
    int m_count = 0;
    qint64 m_changes = 0;
};

} // namespace millrace
