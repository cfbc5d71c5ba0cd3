// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultstore.h"

#include "results/resultchunk.h"

#include <QDateTime>

#include <algorithm>

namespace millrace {

namespace {

// Small enough to merge and spill without a stall, large enough that a million rows are few chunks.
constexpr qint64 s_chunkRows = 32768;
constexpr qint64 s_chunkBytes = 4LL * 1024 * 1024;

} // namespace

ResultSnapshot::ResultSnapshot()
    : m_schema(std::make_shared<const ResultSchema>()), m_chunks(std::make_shared<const Chunks>()),
      m_firstRows(std::make_shared<const std::vector<qint64>>())
{
}

size_t ResultSnapshot::chunkOf(qint64 row) const
{
    const auto after = std::upper_bound(m_firstRows->begin(), m_firstRows->end(), row);
    return size_t(after - m_firstRows->begin()) - 1;
}

RowRef ResultSnapshot::row(qint64 row) const
{
    const size_t chunk = chunkOf(row);
    return (*m_chunks)[chunk]->span().row(row - (*m_firstRows)[chunk]);
}

qint64 ResultSnapshot::arrivedAt(qint64 row) const
{
    const size_t chunk = chunkOf(row);
    return (*m_chunks)[chunk]->arrivedAt(row - (*m_firstRows)[chunk]);
}

void ResultSnapshot::forEachSpan(qint64 first, qint64 end, const std::function<bool(const RowSpan&)>& callback) const
{
    end = qMin(end, m_rowCount);
    if (first >= end) {
        return;
    }
    for (size_t i = chunkOf(first); i < m_chunks->size() && first < end; ++i) {
        RowSpan span = (*m_chunks)[i]->span();
        const qint64 chunkFirst = (*m_firstRows)[i];
        span.first = first - chunkFirst;
        span.count = qMin(end - first, span.count - span.first);
        span.firstRow = first;
        first += span.count;
        if (!callback(span)) {
            return;
        }
    }
}

ResultStore::ResultStore(qint64 memoryCap, QString spillFolder)
    : m_memoryCap(memoryCap), m_spillFolder(std::move(spillFolder))
{
}

ResultStore::~ResultStore() = default;

void ResultStore::begin(const ResultSchema& schema)
{
    {
        const std::lock_guard lock(m_mutex);
        m_published = ResultSnapshot();
        m_published.m_schema = std::make_shared<const ResultSchema>(schema);
    }
    m_spilledChunks = 0;
    m_rowCount = 0;
    m_retracting = 0;
    m_memoryBytes = 0;
    m_spilledBytes = 0;
    notify();
}

void ResultStore::append(RowBatch&& rows)
{
    if (rows.isEmpty()) {
        return;
    }
    if (rows.arrivedAt() == 0) {
        rows.setArrivedAt(QDateTime::currentMSecsSinceEpoch());
    }
    const RowSpan span = rows.span();
    const auto retracting =
        std::count_if(span.kinds, span.kinds + span.count, [](RowKind kind) { return kind != RowKind::Insert; });
    // Only this thread publishes, so what it published last can be read without the lock.
    auto chunks = std::make_shared<ResultSnapshot::Chunks>(*m_published.m_chunks);
    chunks->push_back(merged(*chunks, std::move(rows)));
    spill(*chunks);
    m_retracting.fetch_add(retracting, std::memory_order_release);
    publish(std::move(chunks));
    notify();
}

/// The batch as a chunk, together with as many of the last chunks as are no larger: each row is copied at most as
/// often as its chunk can double, and a trickle of rows leaves a handful of chunks.
std::shared_ptr<const ResultChunk> ResultStore::merged(ResultSnapshot::Chunks& chunks, RowBatch&& rows) const
{
    std::vector<RowSpan> parts{rows.span()};
    qint64 count = rows.rowCount();
    qint64 bytes = 0;
    std::vector<ResultChunk::Arrival> arrivals{{0, rows.arrivedAt()}};
    std::vector<std::shared_ptr<const ResultChunk>> absorbed;
    while (!chunks.empty()) {
        const ResultChunk& last = *chunks.back();
        bytes += last.bytes();
        if (last.isSpilled() || last.rowCount() > count || last.rowCount() + count > s_chunkRows
            || bytes > s_chunkBytes) {
            break;
        }
        count += last.rowCount();
        for (ResultChunk::Arrival& arrival : arrivals) {
            arrival.firstRow += last.rowCount();
        }
        arrivals.insert(arrivals.begin(), last.arrivals().begin(), last.arrivals().end());
        absorbed.push_back(std::move(chunks.back()));
        chunks.pop_back();
        parts.insert(parts.begin(), absorbed.back()->span());
    }
    return ResultChunk::join(parts, std::move(arrivals));
}

void ResultStore::spill(ResultSnapshot::Chunks& chunks)
{
    qint64 memory = 0;
    for (size_t i = m_spilledChunks; i < chunks.size(); ++i) {
        memory += chunks[i]->bytes();
    }
    // The last chunk stays: the next batch may still be merged into it.
    while (memory > m_memoryCap && m_spilledChunks + 1 < chunks.size() && spillError().isEmpty()) {
        QString error;
        if (!m_spillFile) {
            m_spillFile = SpillFile::create(m_spillFolder, error);
        }
        auto& chunk = chunks[m_spilledChunks];
        auto spilled = m_spillFile ? chunk->spilledTo(m_spillFile) : nullptr;
        if (!spilled) {
            const std::lock_guard lock(m_mutex);
            m_spillError = m_spillFile ? m_spillFile->error() : error;
            break;
        }
        memory -= chunk->bytes();
        m_spilledBytes.fetch_add(chunk->bytes(), std::memory_order_relaxed);
        chunk = std::move(spilled);
        ++m_spilledChunks;
    }
    m_memoryBytes.store(memory, std::memory_order_relaxed);
}

void ResultStore::publish(std::shared_ptr<const ResultSnapshot::Chunks> chunks)
{
    auto firstRows = std::make_shared<std::vector<qint64>>();
    firstRows->reserve(chunks->size());
    qint64 rows = 0;
    for (const auto& chunk : *chunks) {
        firstRows->push_back(rows);
        rows += chunk->rowCount();
    }
    // What is replaced is freed outside the lock, so that a reader never waits for that.
    ResultSnapshot old;
    {
        const std::lock_guard lock(m_mutex);
        old = m_published;
        m_published.m_chunks = std::move(chunks);
        m_published.m_firstRows = std::move(firstRows);
        m_published.m_rowCount = rows;
    }
    m_rowCount.store(rows, std::memory_order_release);
}

ResultSnapshot ResultStore::snapshot() const
{
    m_notified.store(false);
    const std::lock_guard lock(m_mutex);
    return m_published;
}

QString ResultStore::spillError() const
{
    const std::lock_guard lock(m_mutex);
    return m_spillError;
}

void ResultStore::setNotifier(std::function<void()> notifier)
{
    const std::lock_guard lock(m_mutex);
    m_notifier = std::move(notifier);
}

void ResultStore::notify()
{
    if (m_notified.exchange(true)) {
        return;
    }
    // Called under the lock, so that setNotifier({}) in a destructor waits for a call that is under way. The notifier
    // only posts an event; it must not ask the store.
    const std::lock_guard lock(m_mutex);
    if (m_notifier) {
        m_notifier();
    }
}

} // namespace millrace
