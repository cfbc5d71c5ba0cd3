// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"

#include <memory>
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

    std::vector<Slot> touched; ///< by slot, each once
    quint32 appendFrom = 0; ///< the slot of the first one of appended
    std::vector<StoreRow> appended; ///< new slots; some may be without a row already
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

} // namespace millrace
