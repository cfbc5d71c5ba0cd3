// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/rowhash.h"

#include <cstring>

namespace millrace {

namespace {

constexpr quint64 s_prime1 = 0x9e3779b97f4a7c15ULL;
constexpr quint64 s_prime2 = 0xd6e8feb86659fd93ULL;

/// Folds the product of two words, so that every bit of the input reaches every bit of the output.
quint64 mix(quint64 a, quint64 b)
{
    const auto product = static_cast<unsigned __int128>(a) * b;
    return quint64(product) ^ quint64(product >> 64);
}

quint64 hashText(std::string_view text, quint64 seed)
{
    quint64 hash = mix(seed ^ text.size(), s_prime1);
    const char* at = text.data();
    size_t left = text.size();
    for (; left >= 8; left -= 8, at += 8) {
        quint64 word = 0;
        std::memcpy(&word, at, 8);
        hash = mix(hash ^ word, s_prime2);
    }
    if (left > 0) {
        quint64 word = 0;
        std::memcpy(&word, at, left);
        hash = mix(hash ^ word, s_prime1);
    }
    return hash;
}

quint64 hashCell(const ColumnView& column, qsizetype row, quint64 seed)
{
    if (column.isNull(row)) {
        return mix(seed, s_prime2);
    }
    if (column.storage == ColumnStorage::Text) {
        return hashText(column.text(row), seed);
    }
    return mix(seed ^ quint64(column.integer(row)), s_prime1);
}

bool equalCells(const ColumnView& a, qsizetype rowA, const ColumnView& b, qsizetype rowB)
{
    const bool isNull = a.isNull(rowA);
    if (isNull || b.isNull(rowB)) {
        return isNull == b.isNull(rowB);
    }
    return a.storage == ColumnStorage::Text ? a.text(rowA) == b.text(rowB) : a.integer(rowA) == b.integer(rowB);
}

} // namespace

quint32 RowIdentity::hash(const RowRef& row) const
{
    quint64 hash = s_prime1;
    if (m_columns.empty()) {
        for (int column = 0; column < row.columnCount; ++column) {
            hash = hashCell(row.columns[column], row.index, hash + s_prime2);
        }
    }
    for (const int column : m_columns) {
        hash = hashCell(row.columns[column], row.index, hash + s_prime2);
    }
    return quint32(hash ^ hash >> 32);
}

bool RowIdentity::equal(const RowRef& a, const RowRef& b) const
{
    const auto same = [&a, &b](
                          int column) { return equalCells(a.columns[column], a.index, b.columns[column], b.index); };
    if (m_columns.empty()) {
        for (int column = 0; column < a.columnCount; ++column) {
            if (!same(column)) {
                return false;
            }
        }
        return true;
    }
    for (const int column : m_columns) {
        if (!same(column)) {
            return false;
        }
    }
    return true;
}

void SlotTable::insert(quint32 hash, quint32 slot)
{
    if (3 * (m_count + 1) > 2 * m_entries.size()) {
        grow();
    }
    const size_t mask = m_entries.size() - 1;
    size_t at = hash & mask;
    while (m_entries[at].slot != none) {
        at = (at + 1) & mask;
    }
    m_entries[at] = {.slot = slot, .hash = hash};
    ++m_count;
}

void SlotTable::erase(const quint32* found)
{
    // Shifts back what would not be found any more across the gap.
    const size_t mask = m_entries.size() - 1;
    auto gap = size_t(reinterpret_cast<const Entry*>(found) - m_entries.data());
    for (size_t next = (gap + 1) & mask; m_entries[next].slot != none; next = (next + 1) & mask) {
        const size_t home = m_entries[next].hash & mask;
        if (((next - home) & mask) >= ((next - gap) & mask)) {
            m_entries[gap] = m_entries[next];
            gap = next;
        }
    }
    m_entries[gap] = {};
    --m_count;
}

void SlotTable::grow()
{
    std::vector<Entry> old(m_entries.empty() ? 1024 : m_entries.size() * 2);
    old.swap(m_entries);
    const size_t mask = m_entries.size() - 1;
    for (const Entry& entry : old) {
        if (entry.slot == none) {
            continue;
        }
        size_t at = entry.hash & mask;
        while (m_entries[at].slot != none) {
            at = (at + 1) & mask;
        }
        m_entries[at] = entry;
    }
}

} // namespace millrace
