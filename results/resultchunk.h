// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/rowbatch.h"

#include <memory>

namespace millrace {

class SpillFile;

/// Rows that never change again: all columns in one block of memory, so that a chunk can be written to a file and
/// mapped from there as it is. Internal to the store.
class ResultChunk {
public:
    ~ResultChunk();
    ResultChunk(const ResultChunk&) = delete;
    ResultChunk& operator=(const ResultChunk&) = delete;

    /// From firstRow on the rows came at this time, in milliseconds since 1970 UTC.
    struct Arrival {
        qint64 firstRow = 0;
        qint64 at = 0;
    };

    /// One chunk of several runs of rows with the same columns, in their order. The first arrival is that of row 0.
    static std::shared_ptr<const ResultChunk> join(const std::vector<RowSpan>& parts, std::vector<Arrival> arrivals);

    /// The same rows, mapped from the file; null when the file could not take them.
    [[nodiscard]] std::shared_ptr<const ResultChunk> spilledTo(const std::shared_ptr<SpillFile>& file) const;

    [[nodiscard]] qint64 rowCount() const { return m_rows; }

    [[nodiscard]] qint64 bytes() const { return m_size; }

    /// In order of their rows; never empty.
    [[nodiscard]] const std::vector<Arrival>& arrivals() const { return m_arrivals; }

    /// When a row of this chunk came; O(log arrivals).
    [[nodiscard]] qint64 arrivedAt(qint64 row) const;

    [[nodiscard]] bool isSpilled() const { return m_file != nullptr; }

    [[nodiscard]] RowSpan span() const
    {
        return {.columns = m_columns.data(), .columnCount = int(m_columns.size()), .kinds = m_kinds, .count = m_rows};
    }

private:
    ResultChunk() = default;
    void pointInto(char* block, const ResultChunk& other);

    char* m_block = nullptr;
    qint64 m_size = 0;
    std::shared_ptr<SpillFile> m_file; ///< set: the block is a mapping of it
    std::vector<ColumnView> m_columns;
    const RowKind* m_kinds = nullptr;
    qsizetype m_rows = 0;
    std::vector<Arrival> m_arrivals;
};

/// An unlinked temporary file: its space comes back when the last mapping is gone, also after a crash.
class SpillFile {
public:
    /// Nothing when the folder takes no file; error then says why.
    static std::shared_ptr<SpillFile> create(const QString& folder, QString& error);
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    /// Writes a block and maps it; null on failure, then error() says why.
    char* store(const char* block, qint64 size);
    void release(char* mapping, qint64 size);

    [[nodiscard]] const QString& error() const { return m_error; }

private:
    explicit SpillFile(int descriptor);

    int m_descriptor = -1;
    qint64 m_end = 0;
    QString m_error;
};

} // namespace millrace
