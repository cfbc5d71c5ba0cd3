// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "logs/bytefind.h"

#include <QRegularExpression>

#include <functional>
#include <optional>
#include <utility>

namespace millrace {

/// What a person searches for.
struct LogSearchText {
    QString text;
    bool regex = false;
    bool caseSensitive = false;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }

    friend bool operator==(const LogSearchText&, const LogSearchText&) = default;
};

/// A search that is ready to run. Matches never go over the end of a line. Copies may be used in different threads.
class LogPattern {
public:
    /// Fails for what is no regular expression, and says where it breaks.
    static Result<LogPattern> compile(const LogSearchText& search);

    /// Calls back for each line of text with a match: its number within text, and how many. text is whole lines.
    void scan(std::string_view text, const std::function<void(qint64 line, qint64 hits)>& found) const;
    /// For a line that comes in pieces, because it is so long: bytes that the next piece must repeat. Nothing for an
    /// expression, which sees only the first piece.
    [[nodiscard]] std::optional<std::size_t> overlap() const;
    /// Matches in a piece of one line.
    [[nodiscard]] qint64 countIn(std::string_view piece) const;
    /// Places and lengths of the matches in a text that is shown.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> rangesIn(const QString& text, qsizetype most) const;

private:
    void scanLiteral(std::string_view text, const ByteFinder& finder, bool isWhole,
        const std::function<void(qint64 line, qint64 hits)>& found) const;
    void scanRegex(std::string_view text, const std::function<void(qint64 line, qint64 hits)>& found) const;
    [[nodiscard]] qint64 regexHits(const QString& line) const;

    LogSearchText m_search;
    std::optional<ByteFinder> m_finder; ///< of the text, or of a part that every match of the expression holds
    QRegularExpression m_expression; ///< without a pattern when the search is for plain text
};

/// The longest text that every match of a regular expression holds; empty when none is certain.
[[nodiscard]] QString requiredText(const QString& expression);

} // namespace millrace
