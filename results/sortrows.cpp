// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/sortfilter.h"
#include "results/valueformat.h"
#include "results/valuetext.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

namespace millrace {

namespace {

constexpr size_t s_block = 65536; ///< rows sorted between two looks at the cancellation
constexpr size_t s_coarseBytes = 8;
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

/// Eight bytes of a text, so that comparing them orders like the text as far as they go.
quint64 orderOf(std::string_view text)
{
    quint64 order = 0;
    for (size_t i = 0; i < s_coarseBytes; ++i) {
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

    /// Looks at all texts once: what they all begin with tells nothing about their order, and when the rest is short
    /// the coarse order is all there is. False when cancelled.
    bool prepare(const RowIndex& rows, const CancellationToken& token);

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
        if (m_coarseIsExact) {
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
            return orderOf(text.substr(std::min(m_common, text.size())));
        }
    }

    const ResultSnapshot& m_snapshot;
    int m_column;
    LogicalType m_type;
    size_t m_common = 0; ///< how many bytes all texts have in common at their begin
    bool m_coarseIsExact = false;
};

bool KeyColumn::prepare(const RowIndex& rows, const CancellationToken& token)
{
    const TypeRoot root = m_type.root;
    if (storageOf(root) != ColumnStorage::Text || root == TypeRoot::Float || root == TypeRoot::Double) {
        m_coarseIsExact = true;
        return true;
    }
    if (root == TypeRoot::Decimal || root == TypeRoot::Timestamp || root == TypeRoot::TimestampLtz || isBinary()) {
        return true;
    }
    std::optional<std::string_view> common;
    size_t longest = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % s_block == 0 && token.isCancelled()) {
            return false;
        }
        const CellView cell = m_snapshot.cell(rows[i], m_column);
        if (cell.isNull) {
            continue;
        }
        longest = std::max(longest, cell.text.size());
        if (!common) {
            common = cell.text;
        }
        const auto end = std::mismatch(common->begin(), common->end(), cell.text.begin(), cell.text.end()).first;
        common = common->substr(0, size_t(end - common->begin()));
    }
    m_common = common ? common->size() : 0;
    m_coarseIsExact = longest <= m_common + s_coarseBytes;
    return true;
}

/// What is sorted: the first key beside the row, so that most comparisons touch nothing else.
struct Entry {
    quint64 order = 0;
    quint32 row = 0;
    quint32 position : 31 = 0; ///< among the rows to sort
    quint32 isNull : 1 = 0;
};

/// The keys behind the first one, for each row to sort.
using FurtherKeys = std::vector<std::vector<KeyColumn::Coarse>>;

class Less {
public:
    Less(const std::vector<KeyColumn>& keys, const FurtherKeys& further) : m_keys(keys), m_further(further) { }

    bool operator()(const Entry& a, const Entry& b) const
    {
        int order = compared(m_keys.front(), {a.order, a.isNull != 0}, {b.order, b.isNull != 0}, a, b);
        for (size_t i = 0; i < m_further.size() && order == 0; ++i) {
            order = compared(m_keys[i + 1], m_further[i][a.position], m_further[i][b.position], a, b);
        }
        return order < 0;
    }

private:
    static int compared(const KeyColumn& key, const KeyColumn::Coarse& left, const KeyColumn::Coarse& right,
        const Entry& a, const Entry& b)
    {
        int order = 0;
        if (left.isNull != right.isNull) {
            order = left.isNull ? -1 : 1;
        } else if (left.order != right.order) {
            order = left.order < right.order ? -1 : 1;
        } else if (!left.isNull) {
            order = key.exact(a.row, b.row);
        }
        return key.descending ? -order : order;
    }

    const std::vector<KeyColumn>& m_keys;
    const FurtherKeys& m_further;
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
        if (!keys.back().prepare(rows, token)) {
            return {};
        }
    }
    std::vector<Entry> entries(rows.size());
    FurtherKeys further(keys.size() - 1, std::vector<KeyColumn::Coarse>(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % s_block == 0 && token.isCancelled()) {
            return {};
        }
        const KeyColumn::Coarse coarse = keys.front().coarse(rows[i]);
        Entry& entry = entries[i];
        entry.order = coarse.order;
        entry.row = rows[i];
        entry.position = quint32(i) & 0x7fffffffU;
        entry.isNull = coarse.isNull;
        for (size_t key = 1; key < keys.size(); ++key) {
            further[key - 1][i] = keys[key].coarse(rows[i]);
        }
    }
    if (!sortEntries(entries, Less(keys, further), token)) {
        return {};
    }
    std::transform(entries.begin(), entries.end(), rows.begin(), [](const Entry& entry) { return entry.row; });
    return rows;
}

} // namespace millrace
