// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/lineset.h"

#include <algorithm>
#include <bit>

namespace millrace {

namespace {

constexpr qint64 kWord = 64;

std::size_t pieceOf(qint64 line)
{
    return std::size_t(line / LineSet::kPieceLines);
}

qint64 bitsBelow(const LineSet::Piece& piece, qint64 inPiece)
{
    qint64 count = 0;
    const qint64 words = inPiece / kWord;
    for (qint64 i = 0; i < words; ++i) {
        count += std::popcount(piece[std::size_t(i)]);
    }
    const qint64 rest = inPiece % kWord;
    if (rest > 0) {
        count += std::popcount(piece[std::size_t(words)] & ((quint64(1) << rest) - 1));
    }
    return count;
}

/// Place of the n-th set bit of a piece that has one.
qint64 bitAt(const LineSet::Piece& piece, qint64 n)
{
    for (std::size_t i = 0; i < piece.size(); ++i) {
        quint64 word = piece[i];
        const qint64 here = std::popcount(word);
        if (n >= here) {
            n -= here;
            continue;
        }
        while (n-- > 0) {
            word &= word - 1;
        }
        return qint64(i) * kWord + std::countr_zero(word);
    }
    return -1;
}

} // namespace

bool LineSet::contains(qint64 line) const
{
    if (line < 0 || pieceOf(line) >= m_pieces.size() || !m_pieces[pieceOf(line)]) {
        return false;
    }
    const qint64 inPiece = line % kPieceLines;
    return ((*m_pieces[pieceOf(line)])[std::size_t(inPiece / kWord)] >> (inPiece % kWord) & 1) != 0;
}

qint64 LineSet::at(qint64 n) const
{
    if (n < 0 || n >= m_count) {
        return -1;
    }
    const auto behind = std::upper_bound(m_before.cbegin(), m_before.cend(), n);
    const auto index = std::size_t(behind - m_before.cbegin()) - 1;
    return qint64(index) * kPieceLines + bitAt(*m_pieces[index], n - m_before[index]);
}

qint64 LineSet::rank(qint64 line) const
{
    if (line <= 0) {
        return 0;
    }
    const std::size_t index = pieceOf(line);
    if (index >= m_pieces.size()) {
        return m_count;
    }
    return m_before[index] + (m_pieces[index] ? bitsBelow(*m_pieces[index], line % kPieceLines) : 0);
}

qint64 LineSet::next(qint64 line) const
{
    return at(rank(line));
}

qint64 LineSet::previous(qint64 line) const
{
    return at(rank(line + 1) - 1);
}

LineSet::Piece& LineSetBuilder::piece(std::size_t index)
{
    if (index >= m_pieces.size()) {
        m_pieces.resize(index + 1);
        m_shared.resize(index + 1, false);
        m_counts.resize(index + 1, 0);
    }
    std::shared_ptr<LineSet::Piece>& found = m_pieces[index];
    if (!found) {
        found = std::make_shared<LineSet::Piece>(LineSet::Piece{});
    } else if (m_shared[index]) {
        found = std::make_shared<LineSet::Piece>(*found);
    }
    m_shared[index] = false;
    return *found;
}

void LineSetBuilder::addRange(qint64 from, qint64 to)
{
    from = std::max<qint64>(from, 0);
    while (from < to) {
        const std::size_t index = pieceOf(from);
        LineSet::Piece& target = piece(index);
        const qint64 end = std::min(to, qint64(index + 1) * LineSet::kPieceLines);
        while (from < end) {
            const qint64 inPiece = from % LineSet::kPieceLines;
            const qint64 bit = inPiece % kWord;
            const qint64 bits = std::min(kWord - bit, end - from);
            const quint64 mask = (bits == kWord ? ~quint64(0) : (quint64(1) << bits) - 1) << bit;
            quint64& word = target[std::size_t(inPiece / kWord)];
            const qint64 added = std::popcount(mask & ~word);
            word |= mask;
            m_counts[index] += added;
            m_count += added;
            from += bits;
        }
    }
}

void LineSetBuilder::clear()
{
    *this = LineSetBuilder();
}

LineSet LineSetBuilder::take()
{
    LineSet set;
    set.m_pieces.assign(m_pieces.cbegin(), m_pieces.cend());
    set.m_count = m_count;
    set.m_before.reserve(m_counts.size());
    qint64 before = 0;
    for (const qint64 count : m_counts) {
        set.m_before.push_back(before);
        before += count;
    }
    m_shared.assign(m_pieces.size(), true);
    return set;
}

} // namespace millrace
