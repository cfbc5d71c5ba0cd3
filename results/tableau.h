// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"
#include "results/valueformat.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace millrace {

/// How Flink's SQL client lays a result out in its tableau mode.
enum class TableauStyle {
    Streaming, ///< a query in streaming mode: column op, widths by type, rows as they come
    Batch, ///< a query in batch mode: widths by content, so nothing before the last row
    Content, ///< SHOW, EXPLAIN, …: widths by content, no cell is cut, NULL is empty
};

/// How a result ended, for its last line.
struct TableauEnd {
    bool terminated = false; ///< cancelled by the person: "Query terminated, received a total of N rows"
    std::optional<double> seconds; ///< queries: " (0.76 seconds)"
};

/// Prints a result byte for byte as the SQL client of Flink 2.3 does in tableau mode, from the first border to the line
/// with the number of rows. Streaming rows go out as they come; the other styles hold all rows in a store (which spills
/// beyond its cap) until finish().
class TableauWriter {
public:
    using Output = std::function<void(std::string_view)>;

    TableauWriter(ResultSchema schema, TableauStyle style, Output output, int maxColumnWidth = 30);
    ~TableauWriter();

    /// Prints the head of a streaming result.
    void begin();
    void append(RowBatch&& rows);
    void finish(const TableauEnd& end = {});

    [[nodiscard]] qint64 rowCount() const { return m_rowCount; }

private:
    void print(const RowSpan& rows);
    void measure(const RowSpan& rows);
    void printHead();
    void printBorder();
    void printRow(const RowRef& row);
    void printCell(std::string_view text, qsizetype width);
    void printCut(std::string_view text, qsizetype width);
    [[nodiscard]] std::string_view cellText(const RowRef& row, int column);
    void flush();

    ResultSchema m_schema;
    TableauStyle m_style;
    Output m_output;
    qsizetype m_maxColumnWidth;
    ValueFormatter m_format;
    std::vector<bool> m_verbatim; ///< columns whose cells are shown as they are held
    std::vector<std::string> m_names;
    std::vector<qsizetype> m_widths;
    std::unique_ptr<ResultStore> m_held;
    std::string m_out;
    std::string m_cell;
    qint64 m_rowCount = 0;
};

/// The columns a text takes as Flink's SQL client counts them: UTF-16 units, and one more for each wide character.
qsizetype tableauWidth(std::string_view utf8);

/// Whether a character takes two columns (East Asian Width W or F).
bool isWide(char32_t character);

} // namespace millrace
