// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsnapshot.h"

#include <algorithm>
#include <cstring>

namespace millrace {

namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr qint64 kStep = LogIndexChunk::kStep;

/// Walks over the lines of a snapshot, with one buffer.
class Walker {
public:
    explicit Walker(const LogSnapshot& log) : m_log(log), m_buffer(kBuffer) { }

    /// Where the line break at or behind offset stands, or the end of the log.
    qint64 lineEnd(qint64 offset)
    {
        while (offset < m_log.bytes()) {
            const std::span<const char> ready = bytesAt(offset);
            if (ready.empty()) {
                return m_log.bytes();
            }
            if (const void* found = std::memchr(ready.data(), '\n', ready.size())) {
                return offset + (static_cast<const char*>(found) - ready.data());
            }
            offset += qint64(ready.size());
        }
        return m_log.bytes();
    }

    QByteArray copy(qint64 offset, qint64 length)
    {
        QByteArray bytes;
        bytes.reserve(length);
        while (length > 0) {
            const std::span<const char> ready = bytesAt(offset);
            if (ready.empty()) {
                break;
            }
            const qint64 count = std::min(length, qint64(ready.size()));
            bytes.append(ready.data(), count);
            offset += count;
            length -= count;
        }
        return bytes;
    }

private:
    std::span<const char> bytesAt(qint64 offset)
    {
        if (offset < m_begin || offset >= m_begin + qint64(m_filled)) {
            const qint64 count = m_log.read(offset, m_buffer);
            m_begin = offset;
            m_filled = count > 0 ? std::size_t(count) : 0;
        }
        return std::span<const char>(m_buffer).subspan(
            std::size_t(offset - m_begin), m_filled - std::size_t(offset - m_begin));
    }

    const LogSnapshot& m_log;
    std::vector<char> m_buffer;
    qint64 m_begin = 0;
    std::size_t m_filled = 0;
};

} // namespace

LogSnapshot::LogSnapshot()
{
    LogIndex index;
    index.exceptions = std::make_shared<const QList<LogExceptionGroup>>();
    m_index = std::make_shared<const LogIndex>(std::move(index));
}

quint8 LogSnapshot::mark(qint64 line) const
{
    if (line < 0 || line >= lineCount()) {
        return 0;
    }
    return m_index->chunks[std::size_t(line / LogIndexChunk::kLines)]->marks[std::size_t(line % LogIndexChunk::kLines)];
}

const LogIndexChunk::LongLine* LogSnapshot::longLine(qint64 line) const
{
    const std::vector<LogIndexChunk::LongLine>& list =
        m_index->chunks[std::size_t(line / LogIndexChunk::kLines)]->longLines;
    const auto found = std::lower_bound(list.cbegin(), list.cend(), line,
        [](const LogIndexChunk::LongLine& entry, qint64 wanted) { return entry.line < wanted; });
    return found != list.cend() && found->line == line ? &*found : nullptr;
}

qint64 LogSnapshot::recordOf(qint64 line) const
{
    while (line > 0 && !begins(line)) {
        --line;
    }
    return std::max<qint64>(line, 0);
}

qint64 LogSnapshot::offsetOf(qint64 line) const
{
    if (line >= lineCount()) {
        return bytes();
    }
    line = std::max<qint64>(line, 0);
    const LogIndexChunk& chunk = *m_index->chunks[std::size_t(line / LogIndexChunk::kLines)];
    qint64 at = line - line % kStep;
    qint64 offset = chunk.offsets[std::size_t(at % LogIndexChunk::kLines / kStep)];
    Walker walker(*this);
    for (; at < line; ++at) {
        const LogIndexChunk::LongLine* known = longLine(at);
        offset = (known != nullptr ? known->offset + known->length : walker.lineEnd(offset)) + 1;
    }
    return offset;
}

qint64 LogSnapshot::lineAt(qint64 offset) const
{
    qint64 low = 0;
    qint64 high = (lineCount() + kStep - 1) / kStep;
    const auto begin = [this](qint64 block) {
        const qint64 line = block * kStep;
        return m_index->chunks[std::size_t(line / LogIndexChunk::kLines)]
            ->offsets[std::size_t(line % LogIndexChunk::kLines / kStep)];
    };
    while (high - low > 1) {
        const qint64 middle = (low + high) / 2;
        (begin(middle) <= offset ? low : high) = middle;
    }
    qint64 line = low * kStep;
    forLines(line, kStep, 0, [&line, offset](const LogLine& entry) {
        line = entry.number;
        return entry.offset + entry.length < offset;
    });
    return line;
}

void LogSnapshot::forLines(
    qint64 first, qint64 count, qint64 mostBytes, const std::function<bool(LogLine&&)>& callback) const
{
    first = std::max<qint64>(first, 0);
    const qint64 end = std::min(first + count, lineCount());
    if (first >= end) {
        return;
    }
    Walker walker(*this);
    qint64 offset = offsetOf(first);
    for (qint64 line = first; line < end; ++line) {
        const LogIndexChunk::LongLine* known = longLine(line);
        const qint64 lineEnd = known != nullptr ? known->offset + known->length : walker.lineEnd(offset);
        const quint8 bits = mark(line);
        LogLine entry{.number = line, .offset = offset, .length = lineEnd - offset};
        entry.level = LogLevel(bits & 7);
        entry.begins = (bits & 8) != 0;
        entry.source = bits >> 4;
        if (mostBytes > 0) {
            entry.bytes = walker.copy(offset, std::min(mostBytes, entry.length));
        }
        if (!callback(std::move(entry))) {
            return;
        }
        offset = lineEnd + 1;
    }
}

std::vector<LogLine> LogSnapshot::lines(qint64 first, qint64 count, qint64 mostBytes) const
{
    std::vector<LogLine> result;
    forLines(first, count, mostBytes, [&result](LogLine&& line) {
        result.push_back(std::move(line));
        return true;
    });
    return result;
}

qint64 LogSnapshot::knownTime(qint64 block) const
{
    const qint64 line = block * kStep;
    return m_index->chunks[std::size_t(line / LogIndexChunk::kLines)]
        ->times[std::size_t(line % LogIndexChunk::kLines / kStep)];
}

qint64 LogSnapshot::timeOf(qint64 line) const
{
    if (line < 0 || line >= lineCount()) {
        return kNoTime;
    }
    const qint64 block = line / kStep;
    qint64 time = knownTime(block);
    LogLineReader reader;
    forLines(block * kStep, line - block * kStep + 1, 4096, [&time, &reader](const LogLine& entry) {
        if (entry.begins) {
            const LogLineMark mark = reader.read({entry.bytes.constData(), std::size_t(entry.bytes.size())});
            time = mark.stamp ? mark.stamp->localMs : time;
        }
        return true;
    });
    return time;
}

qint64 LogSnapshot::lineOfTime(qint64 localMs) const
{
    if (lineCount() == 0) {
        return 0;
    }
    qint64 low = 0;
    qint64 high = (lineCount() + kStep - 1) / kStep;
    while (high - low > 1) {
        const qint64 middle = (low + high) / 2;
        (knownTime(middle) < localMs ? low : high) = middle;
    }
    qint64 found = lineCount();
    LogLineReader reader;
    forLines(low * kStep, 2 * kStep, 4096, [&](const LogLine& entry) {
        if (entry.begins) {
            const LogLineMark mark = reader.read({entry.bytes.constData(), std::size_t(entry.bytes.size())});
            if (mark.stamp && mark.stamp->localMs >= localMs) {
                found = entry.number;
                return false;
            }
        }
        return true;
    });
    return found;
}

qint64 LogSnapshot::read(qint64 offset, std::span<char> buffer) const
{
    qint64 done = 0;
    auto segment = std::upper_bound(m_segments.cbegin(), m_segments.cend(), offset,
        [](qint64 wanted, const LogSegment& entry) { return wanted < entry.begin; });
    if (segment == m_segments.cbegin()) {
        return 0;
    }
    for (--segment; segment != m_segments.cend() && done < qint64(buffer.size()); ++segment) {
        const qint64 next = std::next(segment) == m_segments.cend() ? segment->end : std::next(segment)->begin;
        const qint64 wanted = std::min(qint64(buffer.size()) - done, segment->end - (offset + done));
        if (wanted > 0) {
            const qint64 count = segment->file->read(
                offset + done - segment->begin, buffer.subspan(std::size_t(done), std::size_t(wanted)));
            if (count < wanted) {
                // Cut off meanwhile: blank lines stand for what is gone until the log is read anew.
                const std::span<char> gone = buffer.subspan(std::size_t(done + std::max<qint64>(count, 0)));
                std::ranges::fill(gone.first(std::size_t(wanted - std::max<qint64>(count, 0))), '\n');
            }
            done += wanted;
        }
        if (offset + done == segment->end && next > segment->end && done < qint64(buffer.size())) {
            buffer[std::size_t(done++)] = '\n'; // a file that ends without a line break
        }
    }
    return done;
}

} // namespace millrace
