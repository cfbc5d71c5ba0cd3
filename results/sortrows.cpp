// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/sortfilter.h"
#include "results/valueformat.h"
#include "results/valuetext.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace millrace {

namespace {

constexpr size_t s_block = 65536; ///< rows sorted between two looks at the cancellation
constexpr quint64 s_signBit = quint64(1) << 63;

/// Orders like the number. NaN is the largest, as Flink has it.
quint64 orderOf(double value)
{
    if (std::isnan(value)) {
        return std::numeric_limits<quint64>::max();
    }
    const auto bits = std::bit_cast<quint64>(value == 0 ? 0.0 : value);
    return (bits & s_signBit) ? ~bits : bits | s_signBit;
}

quint64 orderOf(qint64 value)
{
    return quint64(value) ^ s_signBit;
}

/// The first eight bytes of a text, so that comparing them orders like the text.
quint64 orderOf(std::string_view text)
{
    quint64 order = 0;
    for (size_t i = 0; i < 8; ++i) {
        order = order << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return order;
}

int compared(std::string_view a, std::string_view b)
{
    return a.compare(b); // char_traits compares bytes, which orders UTF-8 by code point
}

/// Two DECIMALs as plain digits with equally many places: by sign, then length, then digits.
int comparedPlain(std::string_view a, std::string_view b)
{
    const bool negative = a.starts_with('-');
    if (negative != b.starts_with('-')) {
        return negative ? -1 : 1;
    }
    const int order = a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : compared(a, b);
    return negative ? -order : order;
}

/// One key of the sort: a first, coarse order for each row, and the exact one for rows where that is equal.
class KeyColumn {
public:
    KeyColumn(const ResultSnapshot& snapshot, const SortKey& key)
        : descending(key.descending), m_snapshot(snapshot), m_column(key.column),
          m_type(snapshot.schema().columns[size_t(key.column)].type)
    {
    }

    struct Coarse {
        quint64 order = 0;
        bool isNull = true;
    };

    [[nodiscard]] Coarse coarse(quint32 row) const
    {
        const CellView cell = m_snapshot.cell(row, m_column);
        if (cell.isNull) {
            return {};
        }
        return {.order = cell.isInteger ? orderOf(cell.integer) : textOrder(cell.text), .isNull = false};
    }

    /// For rows of equal coarse order, neither of them NULL.
    [[nodiscard]] int exact(quint32 a, quint32 b) const
    {
        if (storageOf(m_type.root) != ColumnStorage::Text || m_type.root == TypeRoot::Float
            || m_type.root == TypeRoot::Double) {
            return 0;
        }
        const std::string_view left = m_snapshot.cell(a, m_column).text;
        const std::string_view right = m_snapshot.cell(b, m_column).text;
        if (m_type.root == TypeRoot::Decimal) {
            std::string x;
            std::string y;
            valuetext::appendDecimal(x, left, m_type.scale);
            valuetext::appendDecimal(y, right, m_type.scale);
            return comparedPlain(x, y);
        }
        if (isBinary()) {
            std::string x;
            std::string y;
            valuetext::appendBinary(x, left);
            valuetext::appendBinary(y, right);
            return compared(withoutEnd(x), withoutEnd(y));
        }
        return m_type.root == TypeRoot::TimestampLtz ? compared(withoutEnd(left), withoutEnd(right))
                                                     : compared(left, right);
    }

    bool descending;

private:
    [[nodiscard]] bool isBinary() const
    {
        return m_type.root == TypeRoot::Binary || m_type.root == TypeRoot::VarBinary;
    }

    /// Without the final Z or quote, which would stand where a longer value goes on.
    static std::string_view withoutEnd(std::string_view text)
    {
        return text.substr(0, text.empty() ? 0 : text.size() - 1);
    }

    [[nodiscard]] quint64 textOrder(std::string_view text) const
    {
        switch (m_type.root) {
        case TypeRoot::Float:
        case TypeRoot::Double:
        case TypeRoot::Decimal:
            return orderOf(toDouble({.isNull = false, .text = text}));
        case TypeRoot::Timestamp:
        case TypeRoot::TimestampLtz: {
            qint64 seconds = 0;
            size_t length = 0;
            return parseTimestamp(text, seconds, length) ? orderOf(seconds) : 0;
        }
        case TypeRoot::Binary:
        case TypeRoot::VarBinary:
            return 0;
        default:
            return orderOf(text);
        }
    }

    const ResultSnapshot& m_snapshot;
    int m_column;
    LogicalType m_type;
};

/// What is sorted: the first key beside the row's number, so that most comparisons touch nothing else.
struct Entry {
    quint64 order = 0;
    quint32 row = 0;
    bool isNull = false;
};

class Less {
public:
    explicit Less(const std::vector<KeyColumn>& keys) : m_keys(keys) { }

    bool operator()(const Entry& a, const Entry& b) const
    {
        for (size_t i = 0; i < m_keys.size(); ++i) {
            const KeyColumn& key = m_keys[i];
            const KeyColumn::Coarse left = i == 0 ? KeyColumn::Coarse{a.order, a.isNull} : key.coarse(a.row);
            const KeyColumn::Coarse right = i == 0 ? KeyColumn::Coarse{b.order, b.isNull} : key.coarse(b.row);
            int order = 0;
            if (left.isNull != right.isNull) {
                order = left.isNull ? -1 : 1;
            } else if (left.order != right.order) {
                order = left.order < right.order ? -1 : 1;
            } else if (!left.isNull) {
                order = key.exact(a.row, b.row);
            }
            if (order != 0) {
                return key.descending ? order > 0 : order < 0;
            }
        }
        return false;
    }

private:
    const std::vector<KeyColumn>& m_keys;
};

/// A stable merge sort that can be told to stop.
bool sortEntries(std::vector<Entry>& entries, const Less& less, const CancellationToken& token)
{
    const size_t count = entries.size();
    const auto at = [](std::vector<Entry>& list, size_t i) { return list.begin() + qsizetype(i); };
    for (size_t begin = 0; begin < count; begin += s_block) {
        if (token.isCancelled()) {
            return false;
        }
        std::stable_sort(at(entries, begin), at(entries, std::min(begin + s_block, count)), less);
    }
    std::vector<Entry> merged(count > s_block ? count : 0);
    for (size_t width = s_block; width < count; width *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * width) {
            if (token.isCancelled()) {
                return false;
            }
            const size_t middle = std::min(begin + width, count);
            const size_t end = std::min(begin + 2 * width, count);
            std::merge(at(entries, begin), at(entries, middle), at(entries, middle), at(entries, end),
                at(merged, begin), less);
        }
        entries.swap(merged);
    }
    return true;
}

} // namespace

std::optional<RowIndex> sortRows(
    const ResultSnapshot& snapshot, RowIndex rows, const std::vector<SortKey>& sortKeys, const CancellationToken& token)
{
    if (sortKeys.empty()) {
        return rows;
    }
    std::vector<KeyColumn> keys;
    for (const SortKey& key : sortKeys) {
        keys.emplace_back(snapshot, key);
    }
    std::vector<Entry> entries(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % s_block == 0 && token.isCancelled()) {
            return {};
        }
        const KeyColumn::Coarse coarse = keys.front().coarse(rows[i]);
        entries[i] = {.order = coarse.order, .row = rows[i], .isNull = coarse.isNull};
    }
    if (!sortEntries(entries, Less(keys), token)) {
        return {};
    }
    std::transform(entries.begin(), entries.end(), rows.begin(), [](const Entry& entry) { return entry.row; });
    return rows;
}

} // namespace millrace
