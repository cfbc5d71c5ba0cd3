// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/linediff.h"

#include <QStringList>

#include <algorithm>

namespace millrace {

namespace {

/// Cells of the table of common subsequences: 16 MB.
constexpr std::size_t s_mostCells = 4'000'000;

QStringList linesOf(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines) {
        while (!line.isEmpty() && line.back().isSpace()) {
            line.chop(1);
        }
    }
    while (!lines.isEmpty() && lines.back().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

/// Lengths of the longest common subsequences of what follows each pair of lines.
class CommonTable {
public:
    CommonTable(
        const QStringList& before, const QStringList& after, qsizetype first, qsizetype beforeEnd, qsizetype afterEnd)
        : m_first(first), m_width(static_cast<std::size_t>(afterEnd - first) + 1),
          m_cells((static_cast<std::size_t>(beforeEnd - first) + 1) * m_width, 0)
    {
        for (qsizetype i = beforeEnd - 1; i >= first; --i) {
            for (qsizetype j = afterEnd - 1; j >= first; --j) {
                cell(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    [[nodiscard]] quint32 at(qsizetype i, qsizetype j) const
    {
        return m_cells[static_cast<std::size_t>(i - m_first) * m_width + static_cast<std::size_t>(j - m_first)];
    }

private:
    quint32& cell(qsizetype i, qsizetype j)
    {
        return m_cells[static_cast<std::size_t>(i - m_first) * m_width + static_cast<std::size_t>(j - m_first)];
    }

    qsizetype m_first;
    std::size_t m_width;
    std::vector<quint32> m_cells;
};

class Writer {
public:
    Writer(const QStringList& before, const QStringList& after) : m_before(before), m_after(after) { }

    void same(qsizetype count)
    {
        flush();
        for (qsizetype i = 0; i < count; ++i) {
            ++m_newLine;
            m_diff.lines.push_back({DiffLine::Kind::Same, ++m_oldLine, m_newLine, m_after[m_newLine - 1]});
        }
    }

    void removed()
    {
        ++m_oldLine;
        ++m_diff.removed;
        m_diff.lines.push_back({DiffLine::Kind::Removed, m_oldLine, 0, m_before[m_oldLine - 1]});
    }

    /// Held back until the removed ones beside it stand there.
    void added()
    {
        ++m_newLine;
        ++m_diff.added;
        m_held.push_back({DiffLine::Kind::Added, 0, m_newLine, m_after[m_newLine - 1]});
    }

    LineDiff take()
    {
        flush();
        return std::move(m_diff);
    }

private:
    void flush()
    {
        std::ranges::move(m_held, std::back_inserter(m_diff.lines));
        m_held.clear();
    }

    const QStringList& m_before;
    const QStringList& m_after;
    LineDiff m_diff;
    std::vector<DiffLine> m_held;
    int m_oldLine = 0;
    int m_newLine = 0;
};

} // namespace

LineDiff diffLines(const QString& before, const QString& after)
{
    const QStringList old = linesOf(before);
    const QStringList now = linesOf(after);
    qsizetype first = 0;
    while (first < old.size() && first < now.size() && old[first] == now[first]) {
        ++first;
    }
    qsizetype oldEnd = old.size();
    qsizetype nowEnd = now.size();
    while (oldEnd > first && nowEnd > first && old[oldEnd - 1] == now[nowEnd - 1]) {
        --oldEnd;
        --nowEnd;
    }
    Writer writer(old, now);
    writer.same(first);
    qsizetype i = first;
    qsizetype j = first;
    if (static_cast<std::size_t>(oldEnd - first + 1) * static_cast<std::size_t>(nowEnd - first + 1) <= s_mostCells) {
        const CommonTable common(old, now, first, oldEnd, nowEnd);
        while (i < oldEnd && j < nowEnd) {
            if (old[i] == now[j]) {
                writer.same(1);
                ++i;
                ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                writer.removed();
                ++i;
            } else {
                writer.added();
                ++j;
            }
        }
    }
    for (; i < oldEnd; ++i) {
        writer.removed();
    }
    for (; j < nowEnd; ++j) {
        writer.added();
    }
    writer.same(old.size() - oldEnd);
    return writer.take();
}

} // namespace millrace
