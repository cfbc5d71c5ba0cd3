// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/bytefind.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace millrace {

namespace {

/// Sixteen bytes at once, in the compilers' own words: the same code on every processor.
using Block = unsigned char __attribute__((vector_size(16)));
using Words = std::array<std::uint64_t, 2>;

Block load(const char* text)
{
    Block block;
    std::memcpy(&block, text, sizeof block);
    return block;
}

Block filled(char byte)
{
    return Block{} + static_cast<unsigned char>(byte);
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 32) : c;
}

/// The commoner a byte is in logs, the greater.
std::size_t commonness(char c)
{
    static constexpr std::string_view kCommon = " etaoinsr0c1l2.pdmh3:uk4-5gf6/879yw,bI[]NFOv()Ex_STA=jCRzPDqL";
    const std::size_t place = kCommon.find(c);
    return place == std::string_view::npos ? 0 : kCommon.size() - place;
}

} // namespace

ByteFinder::ByteFinder(std::string_view needle, bool caseSensitive) : m_needle(needle), m_caseSensitive(caseSensitive)
{
    if (!caseSensitive) {
        std::ranges::transform(m_needle, m_needle.begin(), lower);
    }
    const auto rarest = [this](std::size_t without) {
        std::size_t best = without == 0 && m_needle.size() > 1 ? 1 : 0;
        for (std::size_t i = 0; i < m_needle.size(); ++i) {
            if (i != without && commonness(m_needle[i]) < commonness(m_needle[best])) {
                best = i;
            }
        }
        return best;
    };
    m_first = rarest(npos);
    m_second = rarest(m_first);
}

bool ByteFinder::isAt(const char* text) const
{
    if (m_caseSensitive) {
        return std::memcmp(text, m_needle.data(), m_needle.size()) == 0;
    }
    for (std::size_t i = 0; i < m_needle.size(); ++i) {
        if (lower(text[i]) != m_needle[i]) {
            return false;
        }
    }
    return true;
}

std::size_t ByteFinder::find(std::string_view text, std::size_t from) const
{
    if (m_needle.empty() || text.size() < m_needle.size() || from > text.size() - m_needle.size()) {
        return npos;
    }
    const std::size_t last = text.size() - m_needle.size(); // the last place that fits
    std::size_t at = from;
    const Block first = filled(m_needle[m_first]);
    const Block second = filled(m_needle[m_second]);
    const Block firstUpper = m_caseSensitive ? first : filled(upper(m_needle[m_first]));
    const Block secondUpper = m_caseSensitive ? second : filled(upper(m_needle[m_second]));
    const std::size_t reach = std::max(m_first, m_second) + sizeof(Block);
    while (at <= last && at + reach <= text.size()) {
        const Block one = load(text.data() + at + m_first);
        const Block two = load(text.data() + at + m_second);
        const auto equal = ((one == first) | (one == firstUpper)) & ((two == second) | (two == secondUpper));
        const auto words = std::bit_cast<Words>(equal);
        if ((words[0] | words[1]) != 0) {
            for (std::size_t i = 0; i < sizeof(Block) && at + i <= last; ++i) {
                if ((words[i / 8] >> (i % 8 * 8) & 0xff) != 0 && isAt(text.data() + at + i)) {
                    return at + i;
                }
            }
        }
        at += sizeof(Block);
    }
    for (; at <= last; ++at) {
        if (isAt(text.data() + at)) {
            return at;
        }
    }
    return npos;
}

std::size_t countLineBreaks(std::string_view text)
{
    std::size_t count = 0;
    std::size_t at = 0;
    const Block newline = filled('\n');
    while (at + sizeof(Block) <= text.size()) {
        // A byte holds 255 of them before it must be summed up.
        Block sums{};
        const std::size_t blocks = std::min<std::size_t>(255, (text.size() - at) / sizeof(Block));
        for (std::size_t i = 0; i < blocks; ++i, at += sizeof(Block)) {
            sums -= static_cast<Block>(load(text.data() + at) == newline);
        }
        for (std::size_t i = 0; i < sizeof(Block); ++i) {
            count += sums[i];
        }
    }
    return count + std::size_t(std::count(text.begin() + std::ptrdiff_t(at), text.end(), '\n'));
}

} // namespace millrace
