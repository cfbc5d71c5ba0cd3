// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/rowspan.h"

#include <vector>

namespace millrace {

/// Hash and equality of rows by the content of some columns: what the replay finds rows with. NULL equals NULL.
class RowIdentity {
public:
    /// No columns: all of them.
    explicit RowIdentity(std::vector<int> columns) : m_columns(std::move(columns)) { }

    [[nodiscard]] quint32 hash(const RowRef& row) const;
    [[nodiscard]] bool equal(const RowRef& a, const RowRef& b) const;

private:
    std::vector<int> m_columns;
};

/// From the hash of a row to the slot it stands in; open addressing, 8 bytes an entry. Several rows may have one hash;
/// the caller says which of them is meant.
class SlotTable {
public:
    static constexpr quint32 none = 0xffffffffU;

    void insert(quint32 hash, quint32 slot);

    /// The slot of this hash for which matches(slot) is true, to read or to replace; null when there is no such. Valid
    /// until the next change of the table.
    template <typename Matches> [[nodiscard]] quint32* find(quint32 hash, const Matches& matches)
    {
        if (m_entries.empty()) {
            return nullptr;
        }
        const size_t mask = m_entries.size() - 1;
        for (size_t at = hash & mask; m_entries[at].slot != none; at = (at + 1) & mask) {
            if (m_entries[at].hash == hash && matches(m_entries[at].slot)) {
                return &m_entries[at].slot;
            }
        }
        return nullptr;
    }

    /// Takes out what find() gave.
    void erase(const quint32* found);

    [[nodiscard]] qint64 bytes() const { return qint64(m_entries.size() * sizeof(Entry)); }

private:
    struct Entry {
        quint32 slot = none;
        quint32 hash = 0;
    };

    void grow();

    std::vector<Entry> m_entries; ///< a power of two, at most two thirds full
    size_t m_count = 0;
};

} // namespace millrace
