// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace millrace {

/// Walks through a small piece of JSON text without copying it: what nested cells are kept as. Never reads beyond the
/// text, whatever stands in it.
class JsonScanner {
public:
    explicit JsonScanner(std::string_view json) : m_json(json) { }

    /// The next character that is no white space, without taking it; 0 at the end.
    char peek();
    /// Takes the next character if it is this one.
    bool take(char expected);
    /// Takes one whole value and returns its text; empty when there is none or it is no JSON.
    std::string_view value();
    /// Takes a string and appends its text, unescaped, to out.
    bool string(std::string& out);

    [[nodiscard]] bool atEnd() { return peek() == 0; }

    /// How far the scan has come, in bytes.
    [[nodiscard]] size_t position() const { return m_at; }

private:
    bool skipValue(int depth);
    bool skipString();
    bool skipNumber();
    bool skipWord(std::string_view word);
    bool skipMembers(char close, int depth);
    bool escape(std::string& out);

    std::string_view m_json;
    size_t m_at = 0;
};

/// Whether text is exactly one JSON value.
bool isJsonValue(std::string_view text);
/// Whether text is a number as JSON writes it.
bool isJsonNumber(std::string_view text);
/// Appends text between quotes, escaped as JSON demands; other characters stay as they are.
void appendJsonString(std::string& out, std::string_view text);

} // namespace millrace
