// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsearch.h"

#include <QString>

#include <vector>

namespace millrace {

/// A line as a log view shows it.
struct LogRow {
    qint64 row = -1;
    qint64 line = -1; ///< from 0
    qint64 length = 0; ///< bytes of the whole line
    QString text; ///< at most LogRows::kMostShown bytes of it
    LogLevel level = LogLevel::Unknown;
    bool begins = false;
    int source = 0;
    int stampLength = 0; ///< characters in front of what the program wrote
    int levelBegin = -1; ///< where the word of the level stands; -1 without one
    int levelLength = 0;
    bool cut = false; ///< text is only the beginning
    bool gap = false; ///< lines in front of it are not shown
};

/// The lines that a view shows, by rows: all of a log, or what a query lets through.
class LogRows {
public:
    static constexpr qint64 kMostShown = 16 * 1024;

    void setLog(const LogSnapshot& log);
    void setMatches(const LogMatches& matches);

    [[nodiscard]] const LogSnapshot& log() const { return m_log; }

    [[nodiscard]] const LogMatches& matches() const { return m_matches; }

    [[nodiscard]] bool isFiltered() const { return m_filtered; }

    [[nodiscard]] qint64 count() const { return m_filtered ? m_matches.visible.count() : m_log.lineCount(); }

    [[nodiscard]] qint64 lineOf(qint64 row) const { return m_filtered ? m_matches.visible.at(row) : row; }

    /// The row of a line, or of the next one that is shown, or the last row.
    [[nodiscard]] qint64 rowOf(qint64 line) const;
    [[nodiscard]] std::vector<LogRow> rows(qint64 first, qint64 count) const;
    /// All text of some lines as it is copied and saved, with LF; called back in pieces. False ends it.
    void textOf(qint64 firstRow, qint64 lastRow, const std::function<bool(const QByteArray&)>& piece) const;

private:
    [[nodiscard]] LogRow toRow(const LogLine& line, qint64 row) const;

    LogSnapshot m_log;
    LogMatches m_matches;
    bool m_filtered = false;
};

/// "ERROR", "WARN", …: as logs write it; "other" for lines without a level, translated.
[[nodiscard]] QString logLevelText(LogLevel level);

} // namespace millrace
