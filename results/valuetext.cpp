// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/valuetext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace millrace::valuetext {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendPadded(std::string& out, qint64 value, int width)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const auto length = int(end - digits.data());
    if (length < width) {
        out.append(size_t(width - length), '0');
    }
    out.append(digits.data(), size_t(length));
}

/// A JSON number in its parts.
struct Number {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    int exponent = 0;
};

bool split(std::string_view text, Number& number)
{
    size_t at = 0;
    if (at < text.size() && text[at] == '-') {
        number.negative = true;
        ++at;
    }
    const size_t whole = at;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    number.whole = text.substr(whole, at - whole);
    if (at < text.size() && text[at] == '.') {
        const size_t fraction = ++at;
        while (at < text.size() && isDigit(text[at])) {
            ++at;
        }
        number.fraction = text.substr(fraction, at - fraction);
    }
    if (at < text.size() && (text[at] == 'E' || text[at] == 'e')) {
        ++at;
        at += at < text.size() && text[at] == '+' ? 1 : 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number.exponent);
        at = error == std::errc() ? size_t(end - text.data()) : text.size() + 1;
    }
    return at == text.size() && !(number.whole.empty() && number.fraction.empty());
}

} // namespace

void appendDecimal(std::string& out, std::string_view wire, int scale)
{
    Number number;
    // No DECIMAL has more than 38 digits; a larger exponent is no DECIMAL.
    if (!split(wire, number) || std::abs(number.exponent) > 400) {
        out.append(wire);
        return;
    }
    if (number.negative) {
        out.push_back('-');
    }
    // The digits as one row, with the point after `point` of them.
    const auto digits = qint64(number.whole.size() + number.fraction.size());
    const qint64 point = qint64(number.whole.size()) + number.exponent;
    const auto digit = [&number](qint64 i) {
        const auto whole = qint64(number.whole.size());
        return i < whole ? number.whole[size_t(i)] : number.fraction[size_t(i - whole)];
    };
    qint64 first = 0;
    while (first < point - 1 && first < digits && digit(first) == '0') {
        ++first;
    }
    if (point <= 0) {
        out.push_back('0');
    }
    for (qint64 i = first; i < point; ++i) {
        out.push_back(i < digits ? digit(i) : '0');
    }
    const qint64 places = scale >= 0 ? std::max<qint64>(scale, digits - point) : std::max<qint64>(0, digits - point);
    if (places > 0) {
        out.push_back('.');
        for (qint64 i = point; i < point + places; ++i) {
            out.push_back(i >= 0 && i < digits ? digit(i) : '0');
        }
    }
}

void appendBinary(std::string& out, std::string_view base64)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    const auto value = [](char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (isDigit(c)) {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    };
    const size_t begin = out.size();
    out.append("x'");
    quint32 bits = 0;
    int held = 0;
    for (const char c : base64) {
        const int six = value(c);
        if (six < 0) {
            if (c == '=') {
                break;
            }
            out.resize(begin);
            out.append(base64);
            return;
        }
        bits = bits << 6 | quint32(six);
        held += 6;
        if (held >= 8) {
            held -= 8;
            const quint32 byte = bits >> held & 0xff;
            out.push_back(hex[byte >> 4]);
            out.push_back(hex[byte & 15]);
        }
    }
    out.push_back('\'');
}

void appendYearMonth(std::string& out, qint64 months)
{
    out.push_back(months < 0 ? '-' : '+');
    const qint64 size = std::abs(months);
    appendInteger(out, size / 12);
    out.push_back('-');
    appendPadded(out, size % 12, 2);
}

void appendDayTime(std::string& out, qint64 milliseconds)
{
    out.push_back(milliseconds < 0 ? '-' : '+');
    // Unsigned, since the least qint64 has no positive counterpart.
    const quint64 size = milliseconds < 0 ? 0 - quint64(milliseconds) : quint64(milliseconds);
    appendInteger(out, qint64(size / 86'400'000));
    out.push_back(' ');
    appendPadded(out, qint64(size / 3'600'000 % 24), 2);
    out.push_back(':');
    appendPadded(out, qint64(size / 60'000 % 60), 2);
    out.push_back(':');
    appendPadded(out, qint64(size / 1000 % 60), 2);
    out.push_back('.');
    appendPadded(out, qint64(size % 1000), 3);
}

void appendChar(std::string& out, std::string_view text, int length)
{
    out.append(text);
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; });
    if (length > characters) {
        out.append(size_t(length - characters), ' ');
    }
}

void appendInteger(std::string& out, qint64 value)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), size_t(end - digits.data()));
}

void appendTimestamp(std::string& out, std::string_view wire, int precision)
{
    if (!wire.empty() && wire.back() == 'Z') {
        wire.remove_suffix(1);
    }
    const size_t separator = wire.find('T');
    if (separator == std::string_view::npos) {
        out.append(wire);
        return;
    }
    out.append(wire.substr(0, separator));
    out.push_back(' ');
    std::string_view time = wire.substr(separator + 1);
    // Without seconds only when a server writes LocalTime.toString().
    const auto colons = std::count(time.begin(), time.end(), ':');
    const size_t point = time.find('.');
    out.append(time.substr(0, point));
    if (colons == 1) {
        out.append(":00");
    }
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : time.substr(point + 1);
    const auto places = size_t(std::max(precision, 0));
    if (places > 0 || !fraction.empty()) {
        out.push_back('.');
        out.append(fraction);
        if (fraction.size() < places) {
            out.append(places - fraction.size(), '0');
        }
    }
}

void appendTime(std::string& out, std::string_view wire, int precision)
{
    out.append(wire);
    if (precision > 0 && wire.find('.') == std::string_view::npos) {
        out.append(".0");
    }
}

} // namespace millrace::valuetext
