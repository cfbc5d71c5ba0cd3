// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/resultsink.h"
#include "results/rowbatch.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace millrace {

class ResultChunk;
class SpillFile;

/// The rows that a store held at one moment; a shared pointer inside, so copies are cheap and any thread may keep one.
/// Views of cells live as long as a snapshot that has their row.
class ResultSnapshot {
public:
    ResultSnapshot();

    [[nodiscard]] const ResultSchema& schema() const { return *m_schema; }

    [[nodiscard]] qint64 rowCount() const { return m_rowCount; }

    [[nodiscard]] int columnCount() const { return int(m_schema->columns.size()); }

    /// O(log chunks). row must be below rowCount().
    [[nodiscard]] RowRef row(qint64 row) const;

    [[nodiscard]] CellView cell(qint64 row, int column) const { return this->row(row).cell(column); }

    [[nodiscard]] RowKind kind(qint64 row) const { return this->row(row).kind; }

    /// Milliseconds since 1970 UTC; the rows of one batch share theirs.
    [[nodiscard]] qint64 arrivedAt(qint64 row) const;

    /// Calls back for each run of rows of [first, end) in order until it returns false.
    void forEachSpan(qint64 first, qint64 end, const std::function<bool(const RowSpan&)>& callback) const;

private:
    friend class ResultStore;
    using Chunks = std::vector<std::shared_ptr<const ResultChunk>>;
    [[nodiscard]] size_t chunkOf(qint64 row) const;

    std::shared_ptr<const ResultSchema> m_schema;
    std::shared_ptr<const Chunks> m_chunks;
    std::shared_ptr<const std::vector<qint64>> m_firstRows; ///< of each chunk
    qint64 m_rowCount = 0;
};

/// All rows of one run, in the order of arrival. One thread writes, any number read through snapshots. Chunks are
/// published whole and never changed; small batches are merged with the last chunks, so that a trickle of single rows
/// ends in few. Beyond the memory cap the oldest chunks move to an unlinked temporary file and are mapped from there.
class ResultStore final : public ResultSink {
public:
    static constexpr qint64 defaultMemoryCap = 256LL * 1024 * 1024;

    explicit ResultStore(qint64 memoryCap = defaultMemoryCap, QString spillFolder = {});
    ~ResultStore() override;

    void begin(const ResultSchema& schema) override;
    void append(RowBatch&& rows) override;

    /// What is there now. Any thread; takes a lock for an instant. The next append() after it notifies again.
    [[nodiscard]] ResultSnapshot snapshot() const;

    /// Any thread, without a lock.
    [[nodiscard]] qint64 rowCount() const { return m_rowCount.load(std::memory_order_acquire); }

    /// Rows that are no +I; 0 says that the result is append-only so far.
    [[nodiscard]] qint64 retractingRows() const { return m_retracting.load(std::memory_order_acquire); }

    /// Bytes held in memory, and in the temporary file.
    [[nodiscard]] qint64 memoryBytes() const { return m_memoryBytes.load(std::memory_order_relaxed); }

    [[nodiscard]] qint64 spilledBytes() const { return m_spilledBytes.load(std::memory_order_relaxed); }

    /// Why the store could not spill (disk full); it then goes on in memory. Empty: all is well.
    [[nodiscard]] QString spillError() const;

    /// Called in the writer's thread when the schema is known and when rows came, but not again before somebody took a
    /// snapshot(). ResultWatcher turns it into a signal at most once a frame. Set it before begin().
    void setNotifier(std::function<void()> notifier);

private:
    void publish(std::shared_ptr<const ResultSnapshot::Chunks> chunks);
    std::shared_ptr<const ResultChunk> merged(ResultSnapshot::Chunks& chunks, RowBatch&& rows) const;
    void spill(ResultSnapshot::Chunks& chunks);
    void notify();

    const qint64 m_memoryCap;
    const QString m_spillFolder;
    std::shared_ptr<SpillFile> m_spillFile;
    size_t m_spilledChunks = 0;

    mutable std::mutex m_mutex; ///< guards m_published, m_spillError, m_notifier
    ResultSnapshot m_published;
    QString m_spillError;
    std::function<void()> m_notifier;
    mutable std::atomic<bool> m_notified = false;

    std::atomic<qint64> m_rowCount = 0;
    std::atomic<qint64> m_retracting = 0;
    std::atomic<qint64> m_memoryBytes = 0;
    std::atomic<qint64> m_spilledBytes = 0;
};

} // namespace millrace
