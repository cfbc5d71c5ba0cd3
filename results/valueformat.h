// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/rowspan.h"

#include <QString>

#include <memory>
#include <string>

namespace millrace {

/// Turns cells into the text that Flink's SQL client shows: DECIMAL padded to its scale, TIMESTAMP with a space, LTZ in
/// the session's zone, binary as x'0aff', TRUE and FALSE, intervals, nested values. NULL is the caller's: append()
/// writes nothing for it (inside a collection it is the word NULL). Keeps a cache of zone offsets, so one per thread.
class ValueFormatter {
public:
    explicit ValueFormatter(const ResultSchema& schema);
    ValueFormatter(ValueFormatter&&) noexcept;
    ValueFormatter& operator=(ValueFormatter&&) noexcept;
    ~ValueFormatter();

    /// Appends the text as UTF-8; allocates nothing but room in out.
    void append(std::string& out, int column, const CellView& cell) const;

    /// The text for a view. With a cap, at most that many UTF-16 units, the last one being … when something was left
    /// out; long cells are not looked at beyond it. Null QString for NULL.
    [[nodiscard]] QString text(int column, const CellView& cell, int cap = -1) const;

    /// Whether text() with this cap leaves something out.
    [[nodiscard]] bool isCut(int column, const CellView& cell, int cap) const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// The number in a cell of a numeric or interval column; NaN when there is none. For charts and sorting, never for
/// showing: DECIMAL and BIGINT may lose digits.
double toDouble(const CellView& cell);

} // namespace millrace
