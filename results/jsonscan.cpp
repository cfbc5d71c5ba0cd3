// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/jsonscan.h"

#include <array>

namespace millrace {

namespace {

// Deeper nesting than any SQL type has; guards the stack against hostile input.
constexpr int s_maxDepth = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c)) {
        return c - '0';
    }
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void appendUtf8(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out.push_back(char(c));
    } else if (c < 0x800) {
        out.push_back(char(0xc0 | c >> 6));
        out.push_back(char(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        out.push_back(char(0xe0 | c >> 12));
        out.push_back(char(0x80 | (c >> 6 & 0x3f)));
        out.push_back(char(0x80 | (c & 0x3f)));
    } else {
        out.push_back(char(0xf0 | c >> 18));
        out.push_back(char(0x80 | (c >> 12 & 0x3f)));
        out.push_back(char(0x80 | (c >> 6 & 0x3f)));
        out.push_back(char(0x80 | (c & 0x3f)));
    }
}

/// The four hexadecimal digits at `at`; false when there are none.
bool codeUnit(std::string_view text, size_t at, char32_t& unit)
{
    if (text.size() < at + 4) {
        return false;
    }
    unit = 0;
    for (size_t i = at; i < at + 4; ++i) {
        const int value = hexValue(text[i]);
        if (value < 0) {
            return false;
        }
        unit = unit << 4 | char32_t(value);
    }
    return true;
}

} // namespace

char JsonScanner::peek()
{
    while (m_at < m_json.size()) {
        const char c = m_json[m_at];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
            return c;
        }
        ++m_at;
    }
    return 0;
}

bool JsonScanner::take(char expected)
{
    if (peek() != expected) {
        return false;
    }
    ++m_at;
    return true;
}

std::string_view JsonScanner::value()
{
    peek();
    const size_t begin = m_at;
    return skipValue(0) ? m_json.substr(begin, m_at - begin) : std::string_view();
}

bool JsonScanner::skipValue(int depth)
{
    switch (peek()) {
    case '"':
        return skipString();
    case '{':
        return skipMembers('}', depth + 1);
    case '[':
        return skipMembers(']', depth + 1);
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

bool JsonScanner::skipMembers(char close, int depth)
{
    if (depth > s_maxDepth) {
        return false;
    }
    ++m_at;
    if (take(close)) {
        return true;
    }
    do {
        if (close == '}' && (peek() != '"' || !skipString() || !take(':'))) {
            return false;
        }
        if (!skipValue(depth)) {
            return false;
        }
    } while (take(','));
    return take(close);
}

bool JsonScanner::skipString()
{
    for (++m_at; m_at < m_json.size(); ++m_at) {
        const char c = m_json[m_at];
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20) {
            return false;
        }
        if (c == '\\') {
            ++m_at;
            char32_t unit = 0;
            if (m_at >= m_json.size() || std::string_view("\"\\/bfnrtu").find(m_json[m_at]) == std::string_view::npos
                || (m_json[m_at] == 'u' && !codeUnit(m_json, m_at + 1, unit))) {
                return false;
            }
        }
    }
    return false;
}

bool JsonScanner::skipNumber()
{
    const auto digits = [this] {
        const size_t begin = m_at;
        while (m_at < m_json.size() && isDigit(m_json[m_at])) {
            ++m_at;
        }
        return m_at - begin;
    };
    const auto next = [this] { return m_at < m_json.size() ? m_json[m_at] : '\0'; };
    m_at += next() == '-' ? 1 : 0;
    const bool zero = next() == '0';
    const size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) {
        return false;
    }
    if (next() == '.') {
        ++m_at;
        if (digits() == 0) {
            return false;
        }
    }
    if (next() == 'e' || next() == 'E') {
        ++m_at;
        m_at += next() == '+' || next() == '-' ? 1 : 0;
        return digits() > 0;
    }
    return true;
}

bool JsonScanner::skipWord(std::string_view word)
{
    if (m_json.substr(m_at, word.size()) != word) {
        return false;
    }
    m_at += word.size();
    return true;
}

bool JsonScanner::string(std::string& out)
{
    if (!take('"')) {
        return false;
    }
    while (m_at < m_json.size()) {
        const char c = m_json[m_at++];
        if (c == '"') {
            return true;
        }
        if (c != '\\') {
            out.push_back(c);
        } else if (!escape(out)) {
            return false;
        }
    }
    return false;
}

/// What stands behind a backslash.
bool JsonScanner::escape(std::string& out)
{
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (m_at >= m_json.size()) {
        return false;
    }
    const char c = m_json[m_at++];
    if (const size_t known = names.find(c); known != std::string_view::npos) {
        out.push_back(meanings[known]);
        return true;
    }
    char32_t unit = 0;
    if (c != 'u' || !codeUnit(m_json, m_at, unit)) {
        return false;
    }
    m_at += 4;
    char32_t low = 0;
    if (unit >= 0xd800 && unit < 0xdc00 && m_json.substr(m_at, 2) == "\\u" && codeUnit(m_json, m_at + 2, low)
        && low >= 0xdc00 && low < 0xe000) {
        m_at += 6;
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    } else if (unit >= 0xd800 && unit < 0xe000) {
        unit = 0xfffd; // half a character
    }
    appendUtf8(out, unit);
    return true;
}

bool isJsonValue(std::string_view text)
{
    JsonScanner scanner(text);
    return !scanner.value().empty() && scanner.atEnd();
}

bool isJsonNumber(std::string_view text)
{
    if (text.empty() || !(isDigit(text.front()) || text.front() == '-')) {
        return false;
    }
    JsonScanner scanner(text);
    return scanner.value().size() == text.size();
}

void appendJsonString(std::string& out, std::string_view text)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    out.push_back('"');
    size_t plain = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out.append(text.substr(plain, i - plain));
        plain = i + 1;
        switch (c) {
        case '"':
            out.append("\\\"");
            break;
        case '\\':
            out.append("\\\\");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\t':
            out.append("\\t");
            break;
        default:
            out.append("\\u00");
            out.push_back(hex[size_t(c) >> 4 & 15]);
            out.push_back(hex[size_t(c) & 15]);
        }
    }
    out.append(text.substr(plain));
    out.push_back('"');
}

} // namespace millrace
