// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "results/sortfilter.h"

#include <QString>

#include <optional>
#include <vector>

namespace millrace {

/// What the status line says of the selected cells.
struct SelectionSummary {
    qint64 cells = 0;
    qint64 numbers = 0; ///< cells that have a number
    QString sum; ///< of the numbers, exact to the last digit; empty when there are fewer than two

    /// "12 cells · sum 1203.50"; empty for less than two cells.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SelectionSummary&, const SelectionSummary&) = default;
};

/// Adds decimal numbers as they are written, without rounding: "1.10" and "2" give "3.10". A number with an exponent,
/// or too many digits, turns the sum into a rounded one that begins with ≈.
class DecimalSum {
public:
    void add(qint64 value);
    /// False when text is no number.
    bool add(std::string_view text);

    [[nodiscard]] qint64 count() const { return m_count; }

    [[nodiscard]] QString text() const;

private:
    void addScaled(__int128 digits, int scale);

    __int128 m_digits = 0;
    int m_scale = 0;
    double m_rounded = 0;
    bool m_exact = true;
    qint64 m_count = 0;
};

/// Some rows, and some columns of them.
struct CellBlock {
    RowIndex rows;
    std::vector<int> columns;
};

/// Counts and adds the cells of blocks that do not overlap. Nothing when cancelled. Any thread.
std::optional<SelectionSummary> summarize(
    const ResultSnapshot& snapshot, const std::vector<CellBlock>& blocks, const CancellationToken& token);

} // namespace millrace
