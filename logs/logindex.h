// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logexceptions.h"
#include "logs/logline.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace millrace {

inline constexpr std::size_t kLogLevels = 7;

/// What is kept of 4096 lines: where every 64th begins and when, and one byte of each. About 1.3 bytes a line.
struct LogIndexChunk {
    static constexpr qint64 kLines = 4096;
    static constexpr qint64 kStep = 64;
    static constexpr qint64 kLongLine = 64 * 1024;

    /// A line so long that nobody wants to search for its end again.
    struct LongLine {
        qint64 line = 0;
        qint64 offset = 0;
        qint64 length = 0;
    };

    std::array<qint64, kLines / kStep> offsets{};
    std::array<qint64, kLines / kStep> times{}; ///< of the last stamp up to there, as written; kNoTime before the first
    std::array<quint8, kLines> marks{}; ///< level, 8 when a record begins, 16 times its source
    std::vector<LongLine> longLines;
};

/// What a log is made of so far.
struct LogIndex {
    std::vector<std::shared_ptr<const LogIndexChunk>> chunks;
    qint64 lines = 0; ///< with the last one, even when it has no line break yet
    qint64 bytes = 0;
    std::array<qint64, kLogLevels> records{}; ///< of each level
    std::shared_ptr<const QList<LogExceptionGroup>> exceptions;
    qint64 firstMs = kNoTime; ///< first and last stamp, as written
    qint64 lastMs = kNoTime;
};

/// Makes the index while the bytes of a log come by.
class LogIndexBuilder {
public:
    LogIndexBuilder();

    /// The bytes that follow those before. source marks the lines that begin here, 0 to 15, for merged logs.
    void feed(std::string_view bytes, int source = 0);
    /// Ends a line that has no line break: another file begins.
    void endLine();

    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    [[nodiscard]] bool isInLine() const { return m_lineBegin < m_bytes; }

    /// Costs a copy of the list of chunks and of the last one.
    [[nodiscard]] LogIndex take();

private:
    void line(std::string_view text, qint64 begin, qint64 length);
    void put(LogIndexChunk& chunk, std::string_view text, qint64 begin, qint64 length);

    std::vector<std::shared_ptr<const LogIndexChunk>> m_full;
    std::unique_ptr<LogIndexChunk> m_chunk;
    LogLineReader m_reader;
    LogExceptionCounter m_exceptions;
    std::shared_ptr<const QList<LogExceptionGroup>> m_groups;
    qint64 m_groupsTotal = -1;
    std::array<qint64, kLogLevels> m_records{};
    std::string m_head; ///< how the line that is being read begins, when it came in several pieces
    qint64 m_lines = 0;
    qint64 m_bytes = 0;
    qint64 m_lineBegin = 0;
    qint64 m_firstMs = kNoTime;
    qint64 m_lastMs = kNoTime;
    LogLevel m_level = LogLevel::Unknown; ///< of the record, for the lines that continue it
    int m_source = 0;
};

} // namespace millrace
