// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionsummary.h"

#include "models/gridmodel.h"
#include "models/humantext.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int maxDigits = 36; // 128 bits hold 38; two are left for carrying
constexpr std::size_t cancelStep = 8192;

__int128 powerOfTen(int exponent)
{
    __int128 power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

} // namespace

void DecimalSum::add(qint64 value)
{
    ++m_count;
    m_rounded += static_cast<double>(value);
    addScaled(value, 0);
}

bool DecimalSum::add(std::string_view text)
{
    double rounded = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rounded);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(rounded)) {
        return false;
    }
    ++m_count;
    m_rounded += rounded;
    __int128 digits = 0;
    int count = 0;
    int scale = 0;
    bool afterPoint = false;
    const bool negative = !text.empty() && text.front() == '-';
    for (const char c : text.substr(negative ? 1 : 0)) {
        if (c == '.') {
            afterPoint = true;
        } else if (c >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            count += digits != 0 ? 1 : 0;
            scale += afterPoint ? 1 : 0;
        } else {
            count = maxDigits + 1; // an exponent
        }
        if (count > maxDigits) {
            m_exact = false;
            return true;
        }
    }
    addScaled(negative ? -digits : digits, scale);
    return true;
}

void DecimalSum::addScaled(__int128 digits, int scale)
{
    const int common = std::max(m_scale, scale);
    __int128 left = 0;
    __int128 right = 0;
    if (common > maxDigits || __builtin_mul_overflow(m_digits, powerOfTen(common - m_scale), &left)
        || __builtin_mul_overflow(digits, powerOfTen(common - scale), &right)
        || __builtin_add_overflow(left, right, &m_digits)) {
        m_exact = false;
        m_digits = 0;
        m_scale = 0;
        return;
    }
    m_scale = common;
}

QString DecimalSum::text() const
{
    if (!m_exact) {
        return QChar(0x2248) + u' ' + QString::number(m_rounded, 'g', 15);
    }
    const bool negative = m_digits < 0;
    QString digits;
    for (__int128 rest = negative ? -m_digits : m_digits; rest != 0; rest /= 10) {
        digits.prepend(QChar(u'0' + static_cast<int>(rest % 10)));
    }
    digits = digits.rightJustified(m_scale + 1, u'0');
    if (m_scale > 0) {
        digits.insert(digits.size() - m_scale, u'.');
    }
    return negative ? QString(u'-' + digits) : digits;
}

QString SelectionSummary::text() const
{
    if (cells < 2) {
        return {};
    }
    const QString count = QCoreApplication::translate("millrace::SelectionSummary", "%1 cells").arg(countText(cells));
    return sum.isEmpty() ? count
                         : QCoreApplication::translate("millrace::SelectionSummary", "%1 · sum %2").arg(count, sum);
}

namespace {

/// False when cancelled.
bool addBlock(const ResultSnapshot& snapshot, const CellBlock& block, DecimalSum& sum, const CancellationToken& token)
{
    std::vector<int> numeric;
    for (const int column : block.columns) {
        if (snapshot.schema().columns[static_cast<std::size_t>(column)].type.isNumeric()) {
            numeric.push_back(column);
        }
    }
    for (std::size_t i = 0; i < block.rows.size() && !numeric.empty(); ++i) {
        if (i % cancelStep == 0 && token.isCancelled()) {
            return false;
        }
        const RowRef row = snapshot.row(block.rows[i]);
        for (const int column : numeric) {
            const CellView cell = row.cell(column);
            if (cell.isNull) {
                continue;
            }
            if (cell.isInteger) {
                sum.add(cell.integer);
            } else {
                sum.add(cell.text);
            }
        }
    }
    return true;
}

} // namespace

std::optional<SelectionSummary> summarize(
    const ResultSnapshot& snapshot, const std::vector<CellBlock>& blocks, const CancellationToken& token)
{
    SelectionSummary summary;
    DecimalSum sum;
    for (const CellBlock& block : blocks) {
        summary.cells += static_cast<qint64>(block.rows.size() * block.columns.size());
        if (!addBlock(snapshot, block, sum, token)) {
            return std::nullopt;
        }
    }
    summary.numbers = sum.count();
    if (summary.numbers >= 2) {
        summary.sum = sum.text();
    }
    return summary;
}

} // namespace millrace
