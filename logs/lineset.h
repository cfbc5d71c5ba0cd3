// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <memory>
#include <vector>

namespace millrace {

/// Some of the lines of a log, as one bit a line: a search with millions of hits stays small, and the n-th line is
/// found as fast as whether a line is in it. A value that never changes; copies share their pieces.
class LineSet {
public:
    static constexpr qint64 kPieceLines = 4096;
    using Piece = std::array<quint64, kPieceLines / 64>;

    [[nodiscard]] qint64 count() const { return m_count; }

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

    [[nodiscard]] bool contains(qint64 line) const;
    /// The line that has n others before it; -1 beyond the end.
    [[nodiscard]] qint64 at(qint64 n) const;
    /// How many lines of the set come before this one.
    [[nodiscard]] qint64 rank(qint64 line) const;
    /// The first line of the set from this one on, or the last up to it; -1 without one.
    [[nodiscard]] qint64 next(qint64 line) const;
    [[nodiscard]] qint64 previous(qint64 line) const;

    /// How many lines of the set lie in [from, to).
    [[nodiscard]] qint64 countIn(qint64 from, qint64 to) const { return rank(to) - rank(from); }

private:
    friend class LineSetBuilder;

    std::vector<std::shared_ptr<const Piece>> m_pieces; ///< null where no line is
    std::vector<qint64> m_before; ///< lines before each piece
    qint64 m_count = 0;
};

/// Makes line sets, mostly from the first line to the last. Not for two threads at once; what it hands out is.
class LineSetBuilder {
public:
    void add(qint64 line) { addRange(line, line + 1); }

    /// All lines of [from, to).
    void addRange(qint64 from, qint64 to);
    void clear();

    [[nodiscard]] qint64 count() const { return m_count; }

    /// What is in it now.
    [[nodiscard]] LineSet take();

private:
    LineSet::Piece& piece(std::size_t index);

    std::vector<std::shared_ptr<LineSet::Piece>> m_pieces;
    std::vector<bool> m_shared; ///< handed out, so to be copied before it is changed
    std::vector<qint64> m_counts; ///< of each piece
    qint64 m_count = 0;
};

} // namespace millrace
