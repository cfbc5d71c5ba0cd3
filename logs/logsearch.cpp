// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsearch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstring>

namespace millrace {

namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr qint64 kPublishEveryMs = 100;
constexpr qint64 kLinesAtOnce = 1 << 18;

} // namespace

/// A query while it runs: how far it came and what it found.
struct LogSearch::Work {
    LogQuery query;
    std::optional<LogPattern> pattern;
    QString error;
    int generation = 0;
    LineSetBuilder hits;
    LineSetBuilder visible;
    qint64 hitCount = 0;
    qint64 offset = 0; ///< of the first line that was not searched to its end
    qint64 line = 0;
    qint64 filtered = 0; ///< lines that visible knows of
    qint64 hitsBehind = 0; ///< matches in a last line that may go on
    std::vector<char> buffer;

    explicit Work(const LogQuery& wanted, int logGeneration) : query(wanted), generation(logGeneration)
    {
        if (!query.search.isEmpty()) {
            if (Result<LogPattern> compiled = LogPattern::compile(query.search)) {
                pattern = std::move(*compiled);
            } else {
                error = compiled.error().message;
            }
        }
    }

    /// Searches the next piece; false when there is none.
    bool searchPiece(const LogSnapshot& log);
    bool searchLongLine(const LogSnapshot& log);
    /// Decides which of the lines up to end are shown.
    void filterTo(const LogSnapshot& log, qint64 end);

    void hit(qint64 number, qint64 count)
    {
        hits.add(number);
        hitCount += count;
    }
};

bool LogSearch::Work::searchPiece(const LogSnapshot& log)
{
    hitCount -= std::exchange(hitsBehind, 0);
    if (offset >= log.bytes()) {
        return false;
    }
    buffer.resize(kPiece);
    const qint64 count = log.read(offset, buffer);
    if (count <= 0) {
        return false;
    }
    const std::string_view piece(buffer.data(), std::size_t(std::min(count, log.bytes() - offset)));
    const std::size_t last = piece.rfind('\n');
    if (last == piece.npos && piece.size() == kPiece) {
        return searchLongLine(log);
    }
    if (last == piece.npos || offset + qint64(piece.size()) == log.bytes()) {
        // The last line has no line break yet: it is searched again when it goes on.
        const std::string_view rest = last == piece.npos ? piece : piece.substr(last + 1);
        const qint64 number = line + (last == piece.npos ? 0 : qint64(countLineBreaks(piece)));
        hitsBehind = pattern && !rest.empty() ? pattern->countIn(rest) : 0;
        if (hitsBehind > 0) {
            hit(number, hitsBehind);
        }
    }
    if (last == piece.npos) {
        return false;
    }
    const std::string_view whole = piece.substr(0, last + 1);
    if (pattern) {
        pattern->scan(whole, [this](qint64 inPiece, qint64 found) { hit(line + inPiece, found); });
    }
    line += qint64(countLineBreaks(whole));
    offset += qint64(whole.size());
    return offset < log.bytes() && (hitsBehind == 0 || offset + qint64(piece.size() - whole.size()) < log.bytes());
}

bool LogSearch::Work::searchLongLine(const LogSnapshot& log)
{
    const std::optional<std::size_t> overlap = pattern ? pattern->overlap() : std::nullopt;
    const qint64 begin = offset;
    qint64 found = 0;
    bool ended = false;
    for (bool more = true; more;) {
        const qint64 count = log.read(offset, buffer);
        const std::string_view piece(buffer.data(), std::size_t(std::max<qint64>(count, 0)));
        const std::size_t newline = piece.find('\n');
        if (pattern && (overlap || offset == begin)) {
            found += pattern->countIn(piece.substr(0, newline));
        }
        ended = newline != piece.npos;
        more = !ended && piece.size() == kPiece;
        offset += qint64(ended ? newline + 1 : piece.size() - (more ? overlap.value_or(0) : 0));
    }
    if (found > 0) {
        hit(line, found);
    }
    if (!ended) {
        offset = begin;
        hitsBehind = found;
        return false;
    }
    ++line;
    return true;
}

void LogSearch::Work::filterTo(const LogSnapshot& log, qint64 end)
{
    if (!query.isFilter()) {
        return;
    }
    const qint64 from = query.fromMs == kNoTime ? 0 : log.lineOfTime(query.fromMs);
    const qint64 to = query.toMs == kNoTime ? end : std::min(end, log.lineOfTime(query.toMs));
    const bool byHits = query.onlyMatches && pattern;
    const LineSet found = byHits ? hits.take() : LineSet();
    // Context reaches back over lines that were decided before.
    qint64 line = std::max(from, byHits ? filtered - query.context : filtered);
    while (line < to) {
        if (byHits) {
            const qint64 near = found.next(line - query.context);
            if (near < 0 || near - query.context >= to) {
                break;
            }
            line = std::max(line, near - query.context);
        }
        if ((query.levels >> unsigned(log.level(line)) & 1) != 0) {
            visible.add(line);
        }
        ++line;
    }
    filtered = std::max(filtered, end);
}

LogSearch::LogSearch(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LogSearch::~LogSearch()
{
    m_interrupted = true;
    m_pool.waitForDone();
}

LogMatches LogSearch::matches() const
{
    const QMutexLocker lock(&m_mutex);
    return m_matches;
}

void LogSearch::setLog(const LogSnapshot& log)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_restart = m_restart || m_log.generation() != log.generation();
        m_interrupted = m_interrupted || m_log.generation() != log.generation();
        m_log = log;
    }
    start();
}

void LogSearch::setQuery(const LogQuery& query)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_query = query;
        m_restart = true;
        m_interrupted = true;
    }
    start();
}

void LogSearch::start()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_pool.start([this] { run(); });
}

void LogSearch::publish(const Work& work, double progress)
{
    Work& mine = const_cast<Work&>(work);
    LogMatches matches{.query = work.query, .visible = mine.visible.take(), .hits = mine.hits.take()};
    matches.hitCount = work.hitCount;
    matches.lines = work.query.isFilter() ? work.filtered : work.line;
    matches.progress = progress;
    matches.generation = work.generation;
    matches.error = work.error;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_restart) {
            return; // of a query that nobody asks any more
        }
        m_matches = std::move(matches);
    }
    QMetaObject::invokeMethod(this, &LogSearch::changed, Qt::QueuedConnection);
}

void LogSearch::run()
{
    LogSnapshot log;
    {
        const QMutexLocker lock(&m_mutex);
        log = m_log;
        if (m_restart || !m_work) {
            m_work = std::make_unique<Work>(m_query, m_log.generation());
        }
        m_restart = false;
        m_interrupted = false;
    }
    Work& work = *m_work;
    QElapsedTimer sincePublished;
    sincePublished.start();
    bool more = work.pattern.has_value();
    while (more && !m_interrupted) {
        more = work.searchPiece(log);
        if (more && sincePublished.elapsed() >= kPublishEveryMs) {
            work.filterTo(log, work.line - work.query.context);
            publish(work, double(work.offset) / double(std::max<qint64>(log.bytes(), 1)));
            sincePublished.restart();
        }
    }
    while (!work.pattern && !m_interrupted && work.filtered + kLinesAtOnce < log.lineCount() && work.query.isFilter()) {
        work.filterTo(log, work.filtered + kLinesAtOnce);
        if (sincePublished.elapsed() >= kPublishEveryMs) {
            publish(work, double(work.filtered) / double(std::max<qint64>(log.lineCount(), 1)));
            sincePublished.restart();
        }
    }
    if (!m_interrupted) {
        work.filterTo(log, log.lineCount());
        publish(work, 1);
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_running = false;
            if (std::exchange(m_again, false)) {
                start();
            }
        },
        Qt::QueuedConnection);
}

} // namespace millrace
