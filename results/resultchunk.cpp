// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultchunk.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <limits>
#include <new>
#include <utility>

namespace millrace {

namespace {

constexpr qint64 s_alignment = 8;

qint64 aligned(qint64 size)
{
    return (size + s_alignment - 1) / s_alignment * s_alignment;
}

/// Where the text of a run of rows begins and ends in its arena.
struct TextRange {
    quint32 begin = 0;
    quint32 end = 0;
};

TextRange textOf(const ColumnView& column, const RowSpan& part)
{
    if (part.count == 0) {
        return {};
    }
    return {
        .begin = part.first == 0 ? 0 : column.ends[part.first - 1], .end = column.ends[part.first + part.count - 1]};
}

/// What a column of the joined chunk needs.
struct ColumnPlan {
    bool hasNulls = false;
    qint64 textBytes = 0;
    qint64 valuesAt = 0; ///< numbers, or the ends
    qint64 arenaAt = 0;
    qint64 nullsAt = 0;
};

/// Lays the columns out one after the other; returns the size of the whole block.
qint64 lay(const std::vector<RowSpan>& parts, qsizetype rows, std::vector<ColumnPlan>& plans)
{
    qint64 at = aligned(rows * qint64(sizeof(RowKind)));
    for (size_t c = 0; c < plans.size(); ++c) {
        ColumnPlan& plan = plans[c];
        for (const RowSpan& part : parts) {
            const ColumnView& column = part.columns[c];
            plan.hasNulls = plan.hasNulls || column.nulls;
            if (column.storage == ColumnStorage::Text) {
                const TextRange range = textOf(column, part);
                plan.textBytes += range.end - range.begin;
            }
        }
        const ColumnStorage storage = parts.front().columns[c].storage;
        const qint64 width = storage == ColumnStorage::Text ? qint64(sizeof(quint32)) : widthOf(storage);
        plan.valuesAt = at;
        at += aligned(rows * width);
        plan.nullsAt = at;
        at += plan.hasNulls ? (rows + 63) / 64 * 8 : 0;
        plan.arenaAt = at;
        at += aligned(plan.textBytes);
    }
    return at;
}

void copyNulls(quint64* to, qsizetype toRow, const ColumnView& column, const RowSpan& part)
{
    if (!column.nulls) {
        return;
    }
    for (qsizetype i = 0; i < part.count; ++i) {
        if (column.isNull(part.first + i)) {
            to[(toRow + i) >> 6] |= quint64(1) << ((toRow + i) & 63);
        }
    }
}

ColumnView fill(char* block, size_t index, const ColumnPlan& plan, const std::vector<RowSpan>& parts)
{
    const ColumnStorage storage = parts.front().columns[index].storage;
    ColumnView view{.storage = storage};
    auto* nulls = reinterpret_cast<quint64*>(block + plan.nullsAt);
    qsizetype row = 0;
    quint32 textEnd = 0;
    for (const RowSpan& part : parts) {
        const ColumnView& column = part.columns[index];
        if (plan.hasNulls) {
            copyNulls(nulls, row, column, part);
        }
        if (storage == ColumnStorage::Text) {
            const TextRange range = textOf(column, part);
            if (range.end > range.begin) {
                std::memcpy(block + plan.arenaAt + textEnd, column.arena + range.begin, range.end - range.begin);
            }
            auto* ends = reinterpret_cast<quint32*>(block + plan.valuesAt) + row;
            for (qsizetype i = 0; i < part.count; ++i) {
                ends[i] = textEnd + (column.ends[part.first + i] - range.begin);
            }
            textEnd += range.end - range.begin;
        } else if (part.count > 0) {
            const qsizetype width = widthOf(storage);
            std::memcpy(
                block + plan.valuesAt + row * width, column.values + part.first * width, size_t(part.count * width));
        }
        row += part.count;
    }
    view.nulls = plan.hasNulls ? nulls : nullptr;
    if (storage == ColumnStorage::Text) {
        view.ends = reinterpret_cast<const quint32*>(block + plan.valuesAt);
        view.arena = block + plan.arenaAt;
    } else {
        view.values = block + plan.valuesAt;
    }
    return view;
}

} // namespace

ResultChunk::~ResultChunk()
{
    if (m_file) {
        m_file->release(m_block, m_size);
    } else {
        std::free(m_block);
    }
}

std::shared_ptr<const ResultChunk> ResultChunk::join(const std::vector<RowSpan>& parts, std::vector<Arrival> arrivals)
{
    std::shared_ptr<ResultChunk> chunk(new ResultChunk);
    for (const RowSpan& part : parts) {
        chunk->m_rows += part.count;
    }
    chunk->m_arrivals = std::move(arrivals);
    std::vector<ColumnPlan> plans(size_t(parts.front().columnCount));
    chunk->m_size = lay(parts, chunk->m_rows, plans);
    // Zeroed: the bitmaps are only ever set, and the gaps between columns may go to a file.
    chunk->m_block = static_cast<char*>(std::calloc(1, size_t(qMax<qint64>(chunk->m_size, 1))));
    if (!chunk->m_block) {
        throw std::bad_alloc();
    }
    auto* kinds = reinterpret_cast<RowKind*>(chunk->m_block);
    for (const RowSpan& part : parts) {
        if (part.count > 0) {
            std::memcpy(kinds, part.kinds + part.first, size_t(part.count) * sizeof(RowKind));
            kinds += part.count;
        }
    }
    chunk->m_kinds = reinterpret_cast<const RowKind*>(chunk->m_block);
    for (size_t c = 0; c < plans.size(); ++c) {
        chunk->m_columns.push_back(fill(chunk->m_block, c, plans[c], parts));
    }
    return chunk;
}

qint64 ResultChunk::arrivedAt(qint64 row) const
{
    const auto after = std::ranges::upper_bound(m_arrivals, row, {}, &Arrival::firstRow);
    return std::prev(after)->at;
}

std::shared_ptr<const ResultChunk> ResultChunk::spilledTo(const std::shared_ptr<SpillFile>& file) const
{
    char* mapping = file->store(m_block, m_size);
    if (!mapping) {
        return nullptr;
    }
    std::shared_ptr<ResultChunk> chunk(new ResultChunk);
    chunk->m_file = file;
    chunk->m_size = m_size;
    chunk->m_rows = m_rows;
    chunk->m_arrivals = m_arrivals;
    chunk->pointInto(mapping, *this);
    return chunk;
}

void ResultChunk::pointInto(char* block, const ResultChunk& other)
{
    const auto moved = [block, &other](auto* pointer) {
        using Pointer = decltype(pointer);
        if (!pointer) {
            return Pointer(nullptr);
        }
        return reinterpret_cast<Pointer>(block + (reinterpret_cast<const char*>(pointer) - other.m_block));
    };
    m_block = block;
    m_kinds = moved(other.m_kinds);
    for (const ColumnView& column : other.m_columns) {
        m_columns.push_back({.storage = column.storage,
            .values = moved(column.values),
            .ends = moved(column.ends),
            .arena = moved(column.arena),
            .nulls = moved(column.nulls)});
    }
}

} // namespace millrace
