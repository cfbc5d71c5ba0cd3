// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/valueformat.h"

#include "results/jsonscan.h"
#include "results/valuetext.h"

#include <charconv>
#include <limits>

namespace millrace {

class ValueFormatter::Private {
public:
    explicit Private(const ResultSchema& schema) : offsets(schema.timeZone)
    {
        for (const ResultColumn& column : schema.columns) {
            types.push_back(column.type);
        }
    }

    /// Appends until out has more than limit bytes.
    void append(std::string& out, const LogicalType& type, const CellView& cell, size_t limit) const;
    [[nodiscard]] QString bounded(const LogicalType& type, const CellView& cell, int cap) const;

    std::vector<LogicalType> types;

private:
    enum class Place { Outside, InRow };

    void appendLeaf(std::string& out, const LogicalType& type, const CellView& cell, Place place) const;
    void appendTimestampLtz(std::string& out, std::string_view wire, int precision, Place place) const;
    bool appendNested(std::string& out, const LogicalType& type, JsonScanner& json, Place place, size_t limit) const;
    bool appendElements(std::string& out, const LogicalType& type, JsonScanner& json, Place place, size_t limit) const;
    bool appendMembers(std::string& out, const LogicalType& type, JsonScanner& json, Place place, size_t limit) const;
    bool appendScalar(std::string& out, const LogicalType& type, JsonScanner& json, Place place) const;

    ZoneOffsets offsets;
    mutable std::string m_scratch;
};

namespace {

using namespace Qt::StringLiterals;

const LogicalType s_unknown;
const LogicalType s_count{.root = TypeRoot::Integer};

bool isNested(TypeRoot root)
{
    return root == TypeRoot::Array || root == TypeRoot::Multiset || root == TypeRoot::Map || root == TypeRoot::Row;
}

/// The type of the i-th value of a nested one: an ARRAY's elements all have its only child's.
const LogicalType& childType(const LogicalType& type, size_t i)
{
    if (type.root == TypeRoot::Array) {
        i = 0;
    }
    return i < type.children.size() ? type.children[i].type : s_unknown;
}

bool appendRest(std::string& out, JsonScanner& json)
{
    const std::string_view value = json.value();
    out.append(value);
    return !value.empty();
}

} // namespace

void ValueFormatter::Private::append(
    std::string& out, const LogicalType& type, const CellView& cell, size_t limit) const
{
    if (cell.isNull) {
        return;
    }
    if (!isNested(type.root)) {
        appendLeaf(out, type, cell, Place::Outside);
        return;
    }
    const size_t begin = out.size();
    JsonScanner json(cell.text);
    if (!appendNested(out, type, json, Place::Outside, limit)) {
        out.resize(begin);
        out.append(cell.text);
    }
}

void ValueFormatter::Private::appendLeaf(
    std::string& out, const LogicalType& type, const CellView& cell, Place place) const
{
    switch (type.root) {
    case TypeRoot::Boolean:
        out.append(cell.integer ? "TRUE" : "FALSE");
        return;
    case TypeRoot::TinyInt:
    case TypeRoot::SmallInt:
    case TypeRoot::Integer:
    case TypeRoot::BigInt:
        valuetext::appendInteger(out, cell.integer);
        return;
    case TypeRoot::IntervalYearMonth:
        valuetext::appendYearMonth(out, cell.integer);
        return;
    case TypeRoot::IntervalDayTime:
        valuetext::appendDayTime(out, cell.integer);
        return;
    case TypeRoot::Decimal:
        valuetext::appendDecimal(out, cell.text, type.scale);
        return;
    case TypeRoot::Char:
        valuetext::appendChar(out, cell.text, type.precision);
        return;
    case TypeRoot::Binary:
    case TypeRoot::VarBinary:
        valuetext::appendBinary(out, cell.text);
        return;
    case TypeRoot::Time:
        valuetext::appendTime(out, cell.text, type.precision);
        return;
    case TypeRoot::Timestamp:
        valuetext::appendTimestamp(out, cell.text, type.precision);
        return;
    case TypeRoot::TimestampLtz:
        appendTimestampLtz(out, cell.text, type.precision, place);
        return;
    default:
        out.append(cell.text);
    }
}

/// The gateway writes every TIMESTAMP_LTZ with a Z at the end. Inside a ROW it is UTC indeed; anywhere else the time is
/// the session's local one already (seen with 1.20 and 2.3).
void ValueFormatter::Private::appendTimestampLtz(
    std::string& out, std::string_view wire, int precision, Place place) const
{
    qint64 seconds = 0;
    size_t length = 0;
    if (place == Place::Outside || !parseTimestamp(wire, seconds, length)) {
        valuetext::appendTimestamp(out, wire, precision);
        return;
    }
    std::string& local = m_scratch;
    const std::string fraction(wire.substr(length));
    local.clear();
    millrace::appendTimestamp(local, seconds + offsets.offsetAt(seconds), 'T');
    local.append(fraction);
    valuetext::appendTimestamp(out, local, precision);
}

bool ValueFormatter::Private::appendNested(
    std::string& out, const LogicalType& type, JsonScanner& json, Place place, size_t limit) const
{
    if (out.size() > limit) {
        return true;
    }
    const char next = json.peek();
    if (next == 'n') {
        out.append("NULL");
        return !json.value().empty();
    }
    if (type.root == TypeRoot::Array && next == '[') {
        return appendElements(out, type, json, place, limit);
    }
    if (isNested(type.root) && type.root != TypeRoot::Array && next == '{') {
        return appendMembers(out, type, json, type.root == TypeRoot::Row ? Place::InRow : place, limit);
    }
    return isNested(type.root) ? appendRest(out, json) : appendScalar(out, type, json, place);
}

bool ValueFormatter::Private::appendElements(
    std::string& out, const LogicalType& type, JsonScanner& json, Place place, size_t limit) const
{
    out.push_back('[');
    json.take('[');
    if (!json.take(']')) {
        do {
            if (out.back() != '[') {
                out.append(", ");
            }
            if (!appendNested(out, childType(type, 0), json, place, limit)) {
                return false;
            }
            if (out.size() > limit) {
                return true;
            }
        } while (json.take(','));
        if (!json.take(']')) {
            return false;
        }
    }
    out.push_back(']');
    return true;
}

bool ValueFormatter::Private::appendMembers(
    std::string& out, const LogicalType& type, JsonScanner& json, Place place, size_t limit) const
{
    const bool row = type.root == TypeRoot::Row;
    out.push_back(row ? '(' : '{');
    json.take('{');
    if (!json.take('}')) {
        size_t index = 0;
        do {
            if (index > 0) {
                out.append(", ");
            }
            m_scratch.clear();
            if (!json.string(m_scratch) || !json.take(':')) {
                return false;
            }
            const LogicalType* member = &childType(type, row ? index : 1);
            if (type.root == TypeRoot::Multiset) {
                member = &s_count;
            }
            if (!row) {
                // Keys are text on the wire; the gateway refuses maps with any other kind of key.
                appendLeaf(out, childType(type, 0), {.isNull = false, .text = std::string(m_scratch)}, place);
                out.push_back('=');
            }
            if (!appendNested(out, *member, json, place, limit)) {
                return false;
            }
            if (out.size() > limit) {
                return true;
            }
            ++index;
        } while (json.take(','));
        if (!json.take('}')) {
            return false;
        }
    }
    out.push_back(row ? ')' : '}');
    return true;
}

bool ValueFormatter::Private::appendScalar(
    std::string& out, const LogicalType& type, JsonScanner& json, Place place) const
{
    if (json.peek() == '"') {
        std::string text;
        if (!json.string(text)) {
            return false;
        }
        if (storageOf(type.root) == ColumnStorage::Text) {
            appendLeaf(out, type, {.isNull = false, .text = text}, place);
        } else {
            out.append(text);
        }
        return true;
    }
    const std::string_view value = json.value();
    if (value.empty()) {
        return false;
    }
    CellView cell{.isNull = false, .text = value};
    if (storageOf(type.root) != ColumnStorage::Text) {
        cell.isInteger = true;
        if (type.root == TypeRoot::Boolean) {
            cell.integer = value == "true" ? 1 : 0;
        } else if (std::from_chars(value.data(), value.data() + value.size(), cell.integer).ec != std::errc()) {
            out.append(value);
            return true;
        }
    }
    appendLeaf(out, type, cell, place);
    return true;
}

/// The whole text, or somewhat more than cap units of it.
QString ValueFormatter::Private::bounded(const LogicalType& type, const CellView& cell, int cap) const
{
    CellView shown = cell;
    // A character takes at most four bytes in UTF-8 and at least one unit in UTF-16.
    const size_t limit = cap < 0 ? std::numeric_limits<size_t>::max() : size_t(cap) * 4 + 8;
    if (!isNested(type.root) && shown.text.size() > limit) {
        shown.text = shown.text.substr(0, limit);
        while ((shown.text.back() & 0xc0) == 0x80) {
            shown.text.remove_suffix(1);
        }
        shown.text.remove_suffix(1);
    }
    std::string out;
    append(out, type, shown, limit);
    return QString::fromUtf8(out.data(), qsizetype(out.size()));
}

ValueFormatter::ValueFormatter(const ResultSchema& schema) : m_d(std::make_unique<Private>(schema)) { }

ValueFormatter::ValueFormatter(ValueFormatter&&) noexcept = default;
ValueFormatter& ValueFormatter::operator=(ValueFormatter&&) noexcept = default;
ValueFormatter::~ValueFormatter() = default;

void ValueFormatter::append(std::string& out, int column, const CellView& cell) const
{
    m_d->append(out, m_d->types[size_t(column)], cell, std::numeric_limits<size_t>::max());
}

QString ValueFormatter::text(int column, const CellView& cell, int cap) const
{
    if (cell.isNull) {
        return {};
    }
    QString text = m_d->bounded(m_d->types[size_t(column)], cell, cap);
    if (cap >= 0 && text.size() > cap) {
        text.truncate(qMax(0, cap - 1));
        if (!text.isEmpty() && text.back().isHighSurrogate()) {
            text.chop(1);
        }
        text.append(u'…');
    }
    return text.isNull() ? u""_s : text;
}

bool ValueFormatter::isCut(int column, const CellView& cell, int cap) const
{
    return cap >= 0 && !cell.isNull && m_d->bounded(m_d->types[size_t(column)], cell, cap).size() > cap;
}

double toDouble(const CellView& cell)
{
    if (cell.isNull) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (cell.isInteger) {
        return double(cell.integer);
    }
    double value = 0;
    const char* end = cell.text.data() + cell.text.size();
    const auto [stop, error] = std::from_chars(cell.text.data(), end, value);
    return error == std::errc() && stop == end ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace millrace
