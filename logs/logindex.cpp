// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logindex.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

namespace millrace {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kHead = 4096; ///< of a line; what matters stands within this

} // namespace

LogIndexBuilder::LogIndexBuilder()
    : m_chunk(std::make_unique<LogIndexChunk>()), m_groups(std::make_shared<const QList<LogExceptionGroup>>())
{
}

void LogIndexBuilder::feed(std::string_view bytes, int source)
{
    m_source = source;
    while (!bytes.empty()) {
        const void* newline = std::memchr(bytes.data(), '\n', bytes.size());
        if (newline == nullptr) {
            if (m_head.size() < kHead) {
                m_head.append(bytes.substr(0, kHead - m_head.size()));
            }
            m_bytes += qint64(bytes.size());
            return;
        }
        const auto length = std::size_t(static_cast<const char*>(newline) - bytes.data());
        m_bytes += qint64(length) + 1;
        const qint64 whole = m_bytes - 1 - m_lineBegin;
        if (m_head.empty()) {
            line(bytes.substr(0, std::min(length, kHead)), m_lineBegin, whole);
        } else {
            m_head.append(bytes.substr(0, std::min(length, kHead - std::min(kHead, m_head.size()))));
            line(m_head, m_lineBegin, whole);
            m_head.clear();
        }
        m_lineBegin = m_bytes;
        bytes.remove_prefix(length + 1);
    }
}

void LogIndexBuilder::endLine()
{
    if (isInLine()) {
        feed("\n"sv, m_source);
    }
}

void LogIndexBuilder::line(std::string_view text, qint64 begin, qint64 length)
{
    put(*m_chunk, text, begin, length);
    m_exceptions.line(m_lines, text, (m_chunk->marks[std::size_t(m_lines % LogIndexChunk::kLines)] & 8) != 0, m_lastMs);
    ++m_lines;
    if (m_lines % LogIndexChunk::kLines == 0) {
        m_full.push_back(
            std::shared_ptr<const LogIndexChunk>(std::exchange(m_chunk, std::make_unique<LogIndexChunk>())));
    }
}

void LogIndexBuilder::put(LogIndexChunk& chunk, std::string_view text, qint64 begin, qint64 length)
{
    if (text.starts_with("\xef\xbb\xbf"sv)) {
        text.remove_prefix(3);
    }
    // A log that was truncated while it was written begins with a hole of NULs.
    if (!text.empty() && text.front() == '\0') {
        text.remove_prefix(std::min(text.find_first_not_of('\0'), text.size()));
    }
    const LogLineMark mark = m_reader.read(text);
    if (mark.begins) {
        m_level = mark.level;
        ++m_records[std::size_t(mark.level)];
    }
    if (mark.stamp) {
        m_lastMs = mark.stamp->localMs;
        m_firstMs = m_firstMs == kNoTime ? m_lastMs : m_firstMs;
    }
    const qint64 place = m_lines % LogIndexChunk::kLines;
    if (place % LogIndexChunk::kStep == 0) {
        chunk.offsets[std::size_t(place / LogIndexChunk::kStep)] = begin;
        chunk.times[std::size_t(place / LogIndexChunk::kStep)] = m_lastMs;
    }
    chunk.marks[std::size_t(place)] = quint8(unsigned(m_level) | (mark.begins ? 8U : 0U) | (unsigned(m_source) << 4));
    if (length >= LogIndexChunk::kLongLine) {
        chunk.longLines.push_back({m_lines, begin, length});
    }
}

LogIndex LogIndexBuilder::take()
{
    LogIndex index{.chunks = m_full, .lines = m_lines, .bytes = m_bytes, .records = m_records};
    index.firstMs = m_firstMs;
    index.lastMs = m_lastMs;
    auto last = std::make_shared<LogIndexChunk>(*m_chunk);
    if (isInLine()) {
        // The line counts as it is now; when it goes on, it is read again.
        const auto before = std::tuple(m_reader, m_records, m_level, m_firstMs, m_lastMs);
        put(*last, m_head, m_lineBegin, m_bytes - m_lineBegin);
        index.records = m_records;
        index.firstMs = m_firstMs;
        index.lastMs = m_lastMs;
        std::tie(m_reader, m_records, m_level, m_firstMs, m_lastMs) = before;
        ++index.lines;
    }
    index.chunks.push_back(std::move(last));
    if (m_groupsTotal != m_exceptions.total()) {
        m_groupsTotal = m_exceptions.total();
        m_groups = std::make_shared<const QList<LogExceptionGroup>>(m_exceptions.groups());
    }
    index.exceptions = m_groups;
    return index;
}

} // namespace millrace
