// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logfile.h"
#include "logs/logindex.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace millrace {

/// A stretch of a log that lies in one file, from its beginning.
struct LogSegment {
    std::shared_ptr<LogFile> file;
    QString path;
    qint64 begin = 0; ///< of the log
    qint64 end = 0;
};

/// One line as views show it.
struct LogLine {
    qint64 number = -1; ///< from 0
    qint64 offset = 0;
    qint64 length = 0; ///< without its line break
    QByteArray bytes; ///< not more than was asked for
    LogLevel level = LogLevel::Unknown; ///< of its record
    bool begins = false;
    int source = 0; ///< in LogSnapshot::sources() of a merged log
};

/// What a log was at one moment: lines, levels and times without holding the text. A value that never changes and may
/// be used in any thread; the text is read from the file when it is asked for.
class LogSnapshot {
public:
    LogSnapshot();

    [[nodiscard]] qint64 lineCount() const { return m_index->lines; }

    [[nodiscard]] qint64 bytes() const { return m_index->bytes; }

    /// Another number when the log began anew, so that line numbers of before mean nothing.
    [[nodiscard]] int generation() const { return m_generation; }

    /// How much of what is there has been read, 0 to 1.
    [[nodiscard]] double progress() const { return m_progress; }

    [[nodiscard]] bool isComplete() const { return m_progress >= 1; }

    /// Why it could not be read (to its end); empty when all is well.
    [[nodiscard]] const QString& problem() const { return m_problem; }

    [[nodiscard]] const std::vector<LogSegment>& segments() const { return m_segments; }

    /// Names of the logs of a merged one; empty for others.
    [[nodiscard]] const QStringList& sources() const { return m_sources; }

    [[nodiscard]] qint64 records(LogLevel level) const { return m_index->records[std::size_t(level)]; }

    [[nodiscard]] const QList<LogExceptionGroup>& exceptions() const { return *m_index->exceptions; }

    [[nodiscard]] qint64 firstMs() const { return m_index->firstMs; }

    [[nodiscard]] qint64 lastMs() const { return m_index->lastMs; }

    [[nodiscard]] LogLevel level(qint64 line) const { return LogLevel(mark(line) & 7); }

    [[nodiscard]] bool begins(qint64 line) const { return (mark(line) & 8) != 0; }

    [[nodiscard]] int source(qint64 line) const { return mark(line) >> 4; }

    /// The line in which the record of a line begins.
    [[nodiscard]] qint64 recordOf(qint64 line) const;
    /// Where a line begins. The end of the log for lines beyond it.
    [[nodiscard]] qint64 offsetOf(qint64 line) const;
    /// The line that holds this byte.
    [[nodiscard]] qint64 lineAt(qint64 offset) const;
    /// Calls back for each line of [first, first + count); false from the callback ends it.
    void forLines(qint64 first, qint64 count, qint64 mostBytes, const std::function<bool(LogLine&&)>& callback) const;
    [[nodiscard]] std::vector<LogLine> lines(qint64 first, qint64 count, qint64 mostBytes) const;
    /// The time of the record, as the log wrote it; of the one before when it has none.
    [[nodiscard]] qint64 timeOf(qint64 line) const;
    /// The first line with this time or a later one, as if the log's times never stepped back.
    [[nodiscard]] qint64 lineOfTime(qint64 localMs) const;

    /// Bytes of the log; fewer at its end or when it was cut off meanwhile.
    [[nodiscard]] qint64 read(qint64 offset, std::span<char> buffer) const;

private:
    friend class LogReader;

    [[nodiscard]] quint8 mark(qint64 line) const;
    [[nodiscard]] const LogIndexChunk::LongLine* longLine(qint64 line) const;
    [[nodiscard]] qint64 knownTime(qint64 block) const;

    std::shared_ptr<const LogIndex> m_index;
    std::vector<LogSegment> m_segments;
    QStringList m_sources;
    QString m_problem;
    double m_progress = 1;
    int m_generation = 0;
};

} // namespace millrace
