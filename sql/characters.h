// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

#include <array>

/// Character classes of FlinkSQL, for UTF-16 and UTF-8 alike. Inner to sql/.
namespace millrace::sql::characters {

enum class Class : quint8 {
    Other, ///< beyond ASCII, or nothing that begins a token
    Space,
    Letter,
    Digit,
    Quote,
    BackQuote,
    DoubleQuote,
    Slash,
    Minus,
    Dot,
    Dollar,
    Symbol,
};

constexpr std::array<Class, 128> makeTable()
{
    std::array<Class, 128> table{};
    for (const char c : {' ', '\t', '\n', '\r', '\f'}) {
        table[static_cast<std::size_t>(c)] = Class::Space;
    }
    for (std::size_t c = 'a'; c <= 'z'; ++c) {
        table[c] = table[c - 'a' + 'A'] = Class::Letter;
    }
    for (std::size_t c = '0'; c <= '9'; ++c) {
        table[c] = Class::Digit;
    }
    for (const char c :
        {',', ';', '(', ')', '[', ']', '{', '}', '+', '*', '%', '=', '<', '>', '!', '|', ':', '?', '^'}) {
        table[static_cast<std::size_t>(c)] = Class::Symbol;
    }
    table['_'] = Class::Letter;
    table['\''] = Class::Quote;
    table['`'] = Class::BackQuote;
    table['"'] = Class::DoubleQuote;
    table['/'] = Class::Slash;
    table['-'] = Class::Minus;
    table['.'] = Class::Dot;
    table['$'] = Class::Dollar;
    return table;
}

inline constexpr std::array<Class, 128> table = makeTable();

inline Class classOf(char16_t unit)
{
    return unit < 128 ? table[unit] : Class::Other;
}

inline Class classOf(char byte)
{
    const auto unit = static_cast<unsigned char>(byte);
    return unit < 128 ? table[unit] : Class::Other;
}

/// A code point and how many units it takes. Damaged text yields U+FFFD of one unit, so that reading always goes on.
struct Decoded {
    char32_t codePoint = 0xFFFD;
    int width = 1;
};

inline Decoded decode(const char16_t* at, const char16_t* end)
{
    if (!QChar::isSurrogate(*at)) {
        return {*at, 1};
    }
    if (QChar::isHighSurrogate(*at) && end - at > 1 && QChar::isLowSurrogate(at[1])) {
        return {QChar::surrogateToUcs4(at[0], at[1]), 2};
    }
    return {};
}

inline Decoded decode(const char* at, const char* end)
{
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const int width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (width == 1 || lead > 0xF4 || end - at < width) {
        return {};
    }
    char32_t point = lead & (0x7F >> width);
    for (int i = 1; i < width; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return {};
        }
        point = point << 6 | (byte(i) & 0x3F);
    }
    return {point, width};
}

template <typename Char> int widthAt(const Char* at, const Char* end)
{
    return decode(at, end).width;
}

/// Letters and digits of any script, but not the full-width ones: Flink takes neither those nor emoji for a name.
template <typename Char> bool isLetterAt(const Char* at, const Char* end)
{
    const char32_t point = decode(at, end).codePoint;
    return point >= 0x80 && (point < 0xFF00 || point > 0xFFEF)
        && (QChar::isLetterOrNumber(point) || QChar::isMark(point));
}

/// Spaces beyond ASCII and the byte order mark. Flink refuses them inside a statement; between statements they do no
/// harm.
template <typename Char> bool isSpaceAt(const Char* at, const Char* end)
{
    const char32_t point = decode(at, end).codePoint;
    return point == 0xFEFF || QChar::isSpace(point);
}

} // namespace millrace::sql::characters
