// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logmerge.h"

#include <algorithm>

namespace millrace {

namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr std::size_t kLongestRecord = 8 << 20; ///< a record that is longer is handed on in parts
constexpr std::size_t kMostSources = 16;

} // namespace

/// One of the logs, as a queue of records.
class LogMerger::Source {
public:
    explicit Source(LogOrigin origin) : m_stream(std::move(origin.files)), m_clock(origin.zone)
    {
        m_buffer.resize(kPiece);
    }

    /// Looks for the next whole record. What is at the end of a log counts as whole: nobody knows when it goes on.
    bool fill()
    {
        while (m_recordEnd == 0) {
            if (scan()) {
                return true;
            }
            if (!more()) {
                if (m_scanned == m_begin) {
                    return false;
                }
                m_recordEnd = m_scanned;
                return true;
            }
        }
        return true;
    }

    [[nodiscard]] std::string_view record() const
    {
        return std::string_view(m_pending).substr(m_begin, m_recordEnd - m_begin);
    }

    [[nodiscard]] qint64 time() const { return m_time; }

    void drop()
    {
        m_begin = m_recordEnd;
        m_recordEnd = 0;
        m_time = m_nextTime;
        if (m_begin > kPiece) {
            m_pending.erase(0, m_begin);
            m_scanned -= m_begin;
            m_begin = 0;
        }
    }

    [[nodiscard]] const LogByteStream& stream() const { return m_stream; }

private:
    /// Goes over whole lines until one begins the next record.
    bool scan()
    {
        for (std::size_t end = m_pending.find('\n', m_scanned); end != m_pending.npos;
             end = m_pending.find('\n', m_scanned)) {
            const LogLineMark mark = m_reader.read(
                std::string_view(m_pending).substr(m_scanned, std::min<std::size_t>(end - m_scanned, 4096)));
            if (mark.stamp) {
                m_nextTime = m_clock.toUtc(*mark.stamp);
            }
            if (mark.begins && m_scanned > m_begin) {
                m_recordEnd = m_scanned;
                return true;
            }
            if (m_scanned == m_begin) {
                m_time = m_nextTime;
            }
            m_scanned = end + 1;
            if (m_scanned - m_begin > kLongestRecord) {
                m_recordEnd = m_scanned;
                return true;
            }
        }
        return false;
    }

    bool more()
    {
        std::size_t count = 0;
        switch (m_stream.next(m_buffer, count)) {
        case LogByteStream::Event::Bytes:
            m_pending.append(m_buffer.data(), count);
            return true;
        case LogByteStream::Event::NewFile:
        case LogByteStream::Event::Truncated:
            endLine();
            return true;
        case LogByteStream::Event::End:
            break;
        }
        return false;
    }

    void endLine()
    {
        if (!m_pending.empty() && m_pending.back() != '\n') {
            m_pending.push_back('\n');
        }
    }

    LogByteStream m_stream;
    LogClock m_clock;
    LogLineReader m_reader;
    std::vector<char> m_buffer;
    std::string m_pending;
    std::size_t m_begin = 0; ///< of the record
    std::size_t m_scanned = 0; ///< up to here lines are looked at
    std::size_t m_recordEnd = 0; ///< 0 while it is not known
    qint64 m_time = kNoTime;
    qint64 m_nextTime = kNoTime;
};

LogMerger::LogMerger(std::vector<LogOrigin> origins)
{
    origins.resize(std::min(origins.size(), kMostSources));
    for (LogOrigin& origin : origins) {
        m_names += origin.name;
        m_sources.push_back(std::make_unique<Source>(std::move(origin)));
    }
    if (Result<std::shared_ptr<LogFile>> spool = LogFile::temporary()) {
        m_spool = *spool;
    } else {
        m_problem = spool.error().message;
    }
}

LogMerger::~LogMerger() = default;

LogMerger::Source* LogMerger::earliest()
{
    Source* first = nullptr;
    for (const std::unique_ptr<Source>& source : m_sources) {
        if (source->fill() && (first == nullptr || source->time() < first->time())) {
            first = source.get();
        }
    }
    return first;
}

bool LogMerger::write(std::string_view record, int source)
{
    m_index.feed(record, source);
    m_unwritten.append(record);
    if (record.back() != '\n') {
        m_unwritten.push_back('\n');
        m_index.endLine();
    }
    return m_unwritten.size() < kPiece || flush();
}

bool LogMerger::flush()
{
    const Result<void> written = m_spool->append(m_unwritten);
    m_unwritten.clear();
    if (!written) {
        m_problem = written.error().message;
    }
    return written.has_value();
}

bool LogMerger::pump(const std::function<bool()>& step)
{
    bool changed = false;
    qint64 told = m_index.bytes();
    while (m_spool && m_problem.isEmpty()) {
        Source* source = earliest();
        if (source == nullptr) {
            break;
        }
        const auto number =
            std::ranges::find_if(m_sources, [source](const auto& entry) { return entry.get() == source; });
        changed = true;
        if (!write(source->record(), int(number - m_sources.begin()))) {
            break;
        }
        source->drop();
        if (m_index.bytes() - told >= qint64(kPiece)) {
            told = m_index.bytes();
            if (!flush() || !step()) {
                return true;
            }
        }
    }
    if (!m_unwritten.empty() && !flush()) {
        return true;
    }
    return changed;
}

LogSnapshot LogMerger::snapshot()
{
    qint64 done = 0;
    qint64 total = 0;
    QString problem = m_problem;
    for (const std::unique_ptr<Source>& source : m_sources) {
        done += source->stream().done();
        total += source->stream().total();
        problem = problem.isEmpty() ? source->stream().problem() : problem;
    }
    const qint64 bytes = m_index.bytes();
    std::vector<LogSegment> segments;
    if (m_spool) {
        segments.push_back({.file = m_spool, .begin = 0, .end = bytes});
    }
    return makeSnapshot(std::move(segments), total > 0 ? double(done) / double(total) : 1, problem, m_names);
}

} // namespace millrace
