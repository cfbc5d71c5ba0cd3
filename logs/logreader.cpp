// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logreader.h"

#include "logs/logmerge.h"

#include <algorithm>

namespace millrace {

namespace {

constexpr std::size_t kPiece = 1 << 20;

/// A log as its files hold it. What is packed goes through a temporary file, because lines are read at any place.
class FileReader : public LogReader {
public:
    explicit FileReader(LogOrigin origin) : m_stream(std::move(origin.files)), m_buffer(kPiece) { }

    bool pump(const std::function<bool()>& step) override
    {
        bool changed = m_problem != m_stream.problem();
        while (m_spoolProblem.isEmpty()) {
            std::size_t count = 0;
            const LogByteStream::Event event = m_stream.next(m_buffer, count);
            if (event == LogByteStream::Event::End) {
                changed = changed || m_problem != m_stream.problem();
                m_problem = m_stream.problem();
                return changed;
            }
            changed = true;
            if (event == LogByteStream::Event::Truncated) {
                beginAnew();
            } else if (event == LogByteStream::Event::NewFile) {
                addSegment();
            } else if (!take({m_buffer.data(), count})) {
                return true;
            }
            if (!step()) {
                return true;
            }
        }
        return changed;
    }

    LogSnapshot snapshot() override
    {
        const qint64 total = m_stream.total();
        const double progress = total > 0 ? double(m_stream.done()) / double(total) : 1;
        return makeSnapshot(
            m_segments, std::min(progress, 1.0), m_spoolProblem.isEmpty() ? m_stream.problem() : m_spoolProblem, {});
    }

private:
    bool take(std::string_view bytes)
    {
        LogSegment& segment = m_segments.back();
        if (!m_stream.isPlain()) {
            if (const Result<void> written = segment.file->append(bytes); !written) {
                m_spoolProblem = written.error().message;
                return false;
            }
        }
        segment.end += qint64(bytes.size());
        m_index.feed(bytes);
        return true;
    }

    void addSegment()
    {
        m_index.endLine();
        std::shared_ptr<LogFile> file = m_stream.file();
        if (!m_stream.isPlain()) {
            if (Result<std::shared_ptr<LogFile>> spool = LogFile::temporary()) {
                file = *spool;
            } else {
                m_spoolProblem = spool.error().message;
                return;
            }
        }
        m_segments.push_back({.file = file, .path = m_stream.path(), .begin = m_index.bytes(), .end = m_index.bytes()});
    }

    void beginAnew()
    {
        m_index = LogIndexBuilder();
        ++m_generation;
        const LogSegment last = m_segments.back();
        m_segments = {{.file = last.file, .path = last.path}};
    }

    LogByteStream m_stream;
    std::vector<char> m_buffer;
    std::vector<LogSegment> m_segments;
    QString m_problem;
    QString m_spoolProblem;
};

} // namespace

std::unique_ptr<LogReader> LogReader::make(std::vector<LogOrigin> origins)
{
    if (origins.size() == 1) {
        return std::make_unique<FileReader>(std::move(origins.front()));
    }
    return std::make_unique<LogMerger>(std::move(origins));
}

LogSnapshot LogReader::makeSnapshot(
    std::vector<LogSegment> segments, double progress, const QString& problem, const QStringList& sources)
{
    LogSnapshot snapshot;
    snapshot.m_index = std::make_shared<const LogIndex>(m_index.take());
    snapshot.m_segments = std::move(segments);
    snapshot.m_progress = progress;
    snapshot.m_problem = problem;
    snapshot.m_sources = sources;
    snapshot.m_generation = m_generation;
    return snapshot;
}

} // namespace millrace
