// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace millrace {

/// Cuts a stream of bytes into lines without their LF or CR LF. Memory stays below kLongestLine plus one chunk: of a
/// longer line only the beginning is handed on. NUL bytes in front of a line are dropped, because a log that was
/// truncated while it was written starts with a hole of them.
class LineSplitter {
public:
    static constexpr std::size_t kLongestLine = 1 << 20;

    /// Calls onLine(std::string_view) for each line that ends in this chunk; the view is valid during the call.
    template <typename OnLine> void feed(std::string_view chunk, OnLine&& onLine)
    {
        while (!chunk.empty()) {
            const void* newline = std::memchr(chunk.data(), '\n', chunk.size());
            if (newline == nullptr) {
                keep(chunk);
                return;
            }
            const auto length = std::size_t(static_cast<const char*>(newline) - chunk.data());
            if (m_carry.empty()) {
                onLine(trimmed(chunk.substr(0, length)));
            } else {
                keep(chunk.substr(0, length));
                onLine(trimmed(m_carry));
                m_carry.clear();
            }
            chunk.remove_prefix(length + 1);
        }
    }

    /// What came after the last line break, and forgets it: a file may end without one.
    [[nodiscard]] std::string takeRest() { return std::exchange(m_carry, {}); }

    [[nodiscard]] bool hasRest() const { return !m_carry.empty(); }

private:
    static std::string_view trimmed(std::string_view line)
    {
        while (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        return withoutHole(line).substr(0, kLongestLine);
    }

    static std::string_view withoutHole(std::string_view text)
    {
        while (!text.empty() && text.front() == '\0') {
            text.remove_prefix(1);
        }
        return text;
    }

    void keep(std::string_view text)
    {
        if (m_carry.empty()) {
            text = withoutHole(text);
        }
        if (m_carry.size() < kLongestLine) {
            m_carry.append(text.substr(0, kLongestLine - m_carry.size()));
        }
    }

    std::string m_carry;
};

} // namespace millrace
