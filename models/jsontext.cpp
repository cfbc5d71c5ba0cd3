// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontext.h"

#include "results/jsonscan.h"

namespace millrace {

namespace {

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isTable(const QByteArray& json, JsonRange range)
{
    const std::string_view text = range.in(json);
    if (!text.starts_with('[')) {
        return false;
    }
    const auto first = JsonMembers(json, range).next();
    return first && first->value.in(json).starts_with('{');
}

/// Writes JSON anew, token by token.
class Indenter {
public:
    explicit Indenter(std::string_view json) : m_json(json) { m_out.reserve(qsizetype(json.size() + json.size() / 2)); }

    QByteArray run()
    {
        while (m_at < m_json.size()) {
            step(m_json[m_at]);
        }
        return m_out + '\n';
    }

private:
    void step(char c)
    {
        switch (c) {
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            ++m_at;
            break;
        case '{':
        case '[':
            open(c);
            break;
        case '}':
        case ']':
            --m_depth;
            newLine();
            put(c);
            break;
        case ',':
            put(c);
            newLine();
            break;
        case ':':
            put(c);
            m_out += ' ';
            break;
        case '"':
            text();
            break;
        default:
            put(c);
        }
    }

    void put(char c)
    {
        m_out += c;
        ++m_at;
    }

    void newLine()
    {
        m_out += '\n';
        m_out.append(m_depth * 2, ' ');
    }

    /// Empty ones stay on one line.
    void open(char c)
    {
        put(c);
        const std::size_t next = m_json.find_first_not_of(" \n\r\t", m_at);
        if (next != std::string_view::npos && (m_json[next] == '}' || m_json[next] == ']')) {
            m_at = next;
            put(m_json[next]);
            return;
        }
        ++m_depth;
        newLine();
    }

    void text()
    {
        put('"');
        while (m_at < m_json.size() && m_json[m_at] != '"') {
            if (m_json[m_at] == '\\') {
                put('\\');
            }
            put(m_json[m_at]);
        }
        put('"');
    }

    std::string_view m_json;
    std::size_t m_at = 0;
    qsizetype m_depth = 0;
    QByteArray m_out;
};

} // namespace

JsonMembers::JsonMembers(const QByteArray& json, JsonRange range)
    : m_json(viewOf(json)), m_at(range.begin + 1), m_end(range.end)
{
    const std::string_view text = range.in(json);
    m_close = text.starts_with('{') ? '}' : text.starts_with('[') ? ']' : char(0);
}

std::optional<JsonMember> JsonMembers::next()
{
    if (m_close == 0) {
        return std::nullopt;
    }
    JsonScanner scanner(m_json.substr(m_at, m_end - m_at));
    if (scanner.take(m_close) || (!std::exchange(m_first, false) && !scanner.take(','))) {
        m_close = 0;
        return std::nullopt;
    }
    JsonMember member;
    if (m_close == '}') {
        std::string name;
        if (!scanner.string(name) || !scanner.take(':')) {
            m_close = 0;
            return std::nullopt;
        }
        member.name = fromUtf8(name);
    }
    const std::string_view value = scanner.value();
    if (value.empty()) {
        m_close = 0;
        return std::nullopt;
    }
    member.value.begin = std::size_t(value.data() - m_json.data());
    member.value.end = member.value.begin + value.size();
    m_at = member.value.end;
    return member;
}

std::optional<JsonRange> wholeJson(const QByteArray& json)
{
    JsonScanner scanner(viewOf(json));
    const std::string_view value = scanner.value();
    if (value.empty() || !scanner.atEnd()) {
        return std::nullopt;
    }
    const auto begin = std::size_t(value.data() - json.constData());
    return JsonRange{begin, begin + value.size()};
}

bool hasMembers(const QByteArray& json, JsonRange range)
{
    return JsonMembers(json, range).next().has_value();
}

QString jsonValueText(const QByteArray& json, JsonRange range)
{
    const std::string_view written = range.in(json);
    std::string text;
    if (JsonScanner scanner(written); written.starts_with('"') && scanner.string(text)) {
        return fromUtf8(text);
    }
    return fromUtf8(written);
}

QByteArray indentedJson(const QByteArray& json)
{
    const auto whole = wholeJson(json);
    return whole ? Indenter(whole->in(json)).run() : json;
}

std::optional<JsonRange> firstTable(const QByteArray& json)
{
    const auto whole = wholeJson(json);
    if (!whole || isTable(json, *whole)) {
        return whole;
    }
    if (!whole->in(json).starts_with('{')) {
        return std::nullopt;
    }
    JsonMembers members(json, *whole);
    while (const auto member = members.next()) {
        if (isTable(json, member->value)) {
            return member->value;
        }
    }
    return std::nullopt;
}

} // namespace millrace
