// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace millrace {

/// Finds one text in many bytes, sixteen places at a time, by its two rarest bytes.
class ByteFinder {
public:
    /// Without case, ASCII letters are the same in both; other bytes must be as they are.
    ByteFinder(std::string_view needle, bool caseSensitive);

    static constexpr std::size_t npos = std::string_view::npos;

    /// Where the needle begins at `from` or behind; npos when nowhere.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from = 0) const;

    [[nodiscard]] std::size_t size() const { return m_needle.size(); }

private:
    [[nodiscard]] bool isAt(const char* text) const;

    std::string m_needle; ///< in lower case when case does not matter
    bool m_caseSensitive;
    std::size_t m_first = 0; ///< places of the two bytes
    std::size_t m_second = 0;
};

/// How many line breaks there are.
[[nodiscard]] std::size_t countLineBreaks(std::string_view text);

} // namespace millrace
