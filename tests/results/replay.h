// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/changelogtable.h"
#include "results/tableview.h"
#include "tests/results/batches.h"

#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace millrace::testing {

/// k STRING, v BIGINT
ResultSchema keyAndValue();

struct Change {
    RowKind kind;
    std::string key;
    std::optional<qint64> value;
};

inline constexpr RowKind I = RowKind::Insert;
inline constexpr RowKind UB = RowKind::UpdateBefore;
inline constexpr RowKind UA = RowKind::UpdateAfter;
inline constexpr RowKind D = RowKind::Delete;

/// A store that changes are put into, and the table they make.
struct Replay {
    explicit Replay(std::vector<int> key = {}) : table(std::move(key)) { store.begin(columns); }

    void feed(const std::vector<Change>& changes);
    /// Rows as "k=v".
    [[nodiscard]] QStringList texts(const std::vector<StoreRow>& rows) const;

    ResultSchema columns = keyAndValue();
    ResultStore store;
    ChangelogTable table;
};

/// A model as a view would keep it: every call must fit what the view shows, row by row.
class Mirror : public TableViewListener {
public:
    explicit Mirror(const TableView& view) : m_view(view) { }

    void aboutToRemove(int first, int last) override
    {
        check(first >= 0 && first <= last && last < m_view.rowCount());
        m_pending = {first, last};
    }

    void removed() override
    {
        rows.erase(rows.begin() + m_pending.first, rows.begin() + m_pending.second + 1);
        compare();
    }

    void aboutToInsert(int first, int last) override
    {
        check(first >= 0 && first <= last && first <= m_view.rowCount());
        m_pending = {first, last};
    }

    void inserted() override
    {
        std::vector<StoreRow> added;
        for (int row = m_pending.first; row <= m_pending.second; ++row) {
            added.push_back(m_view.at(row));
        }
        rows.insert(rows.begin() + m_pending.first, added.begin(), added.end());
        compare();
    }

    void changed(int first, int last) override
    {
        check(first >= 0 && first <= last && last < m_view.rowCount());
        for (int row = first; row <= last; ++row) {
            check(rows[size_t(row)] != m_view.at(row));
            rows[size_t(row)] = m_view.at(row);
        }
    }

    void aboutToReset() override { }

    void reset() override
    {
        rows = m_view.rows();
        ++resets;
    }

    /// After apply() nothing may differ any more.
    [[nodiscard]] bool isRight() const { return fits && rows == m_view.rows(); }

    std::vector<StoreRow> rows;
    bool fits = true;
    int resets = 0;

private:
    void check(bool condition) { fits = fits && condition; }

    void compare() { check(int(rows.size()) == m_view.rowCount()); }

    const TableView& m_view;
    std::pair<int, int> m_pending;
};

/// What the changes make of a table, in the slowest and plainest way, without an order: each row and how often.
std::map<std::string, int> naive(const std::vector<Change>& changes, bool keyed);
std::map<std::string, int> counted(const QStringList& texts);

/// A changelog of a few keys and values; a wild one also has retractions of rows that are not there.
std::vector<Change> randomChanges(int count, quint32 seed, bool wild);

} // namespace millrace::testing
