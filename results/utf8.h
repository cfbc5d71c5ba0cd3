// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace millrace {

/// Takes the next character off the front of a UTF-8 text that is not empty. A byte that begins none counts as U+FFFD.
inline char32_t takeCharacter(std::string_view& text)
{
    const auto byte = [&text](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const size_t length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 1) {
        text.remove_prefix(1);
        return lead;
    }
    if (length == 0 || text.size() < length) {
        text.remove_prefix(1);
        return 0xfffd;
    }
    char32_t character = lead & (0x7f >> length);
    for (size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            text.remove_prefix(1);
            return 0xfffd;
        }
        character = character << 6 | char32_t(byte(i) & 0x3f);
    }
    text.remove_prefix(length);
    return character;
}

} // namespace millrace
