// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/codescan.h"

#include "widgets/editor/codewords.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// What a line leaves open.
enum Mode { Plain, BlockComment, TripleDouble, TripleSingle, OpenDouble, OpenSingle, HereDocument };

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameByte(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || c == '_' || isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isHoconWordByte(char c)
{
    return c > ' ' && std::string_view("$\"{}[]:=,+#`^?!@*&\\").find(c) == std::string_view::npos;
}

bool holds(std::span<const std::string_view> sorted, std::string_view word)
{
    return std::ranges::binary_search(sorted, word);
}

/// Never 0, which is no here-document.
int hashOf(std::string_view word)
{
    unsigned hash = 5381;
    for (const char c : word) {
        hash = hash * 33 + static_cast<unsigned char>(c);
    }
    return static_cast<int>(hash % 0xffffff) + 1;
}

} // namespace

CodeScanner::CodeScanner(ScriptLanguage language, std::string_view text, int offset, int state)
    : m_language(language), m_text(text), m_at(offset), m_mode(state & 0xf), m_payload(state >> 4)
{
}

char CodeScanner::at(int offset) const
{
    return offset >= 0 && offset < static_cast<int>(m_text.size()) ? m_text[static_cast<size_t>(offset)] : '\0';
}

bool CodeScanner::next(CodeToken& token)
{
    if (m_at >= static_cast<int>(m_text.size())) {
        return false;
    }
    token.offset = m_at;
    if (m_mode != Plain) {
        token.kind = m_mode == BlockComment ? CodeKind::Comment : CodeKind::String;
        m_at = readOpenText();
    } else if (isBlank(at(m_at))) {
        token.kind = CodeKind::Space;
        m_commandNext = std::exchange(m_assigning, false) || m_commandNext;
        while (isBlank(at(m_at))) {
            const bool lineEnds = at(m_at) == '\n';
            ++m_at;
            m_commandNext = m_commandNext || lineEnds;
            if (lineEnds && m_heredoc != 0) {
                m_mode = HereDocument;
                m_payload = std::exchange(m_heredoc, 0);
                break;
            }
        }
    } else {
        m_at = readToken(token.kind);
        m_nameNext = m_nameNext && token.kind == CodeKind::Comment;
        if (token.kind == CodeKind::Keyword) {
            const std::string_view word =
                m_text.substr(static_cast<size_t>(token.offset), static_cast<size_t>(m_at - token.offset));
            static constexpr std::string_view s_namers[] = {"class", "def", "enum", "function", "object", "trait"};
            m_nameNext = m_language != ScriptLanguage::Hocon && holds(s_namers, word);
        }
    }
    token.length = m_at - token.offset;
    return true;
}

int CodeScanner::readOpenText()
{
    const auto size = static_cast<int>(m_text.size());
    int i = m_at;
    if (m_mode == BlockComment) {
        while (i < size) {
            if (at(i) == '/' && at(i + 1) == '*') {
                m_payload = std::min(m_payload + 1, 1000);
                i += 2;
            } else if (at(i) == '*' && at(i + 1) == '/') {
                i += 2;
                if (--m_payload <= 0) {
                    m_mode = Plain;
                    m_payload = 0;
                    return i;
                }
            } else {
                ++i;
            }
        }
        return size;
    }
    if (m_mode == HereDocument) {
        while (i < size) {
            const size_t lineEnd = std::min(m_text.find('\n', static_cast<size_t>(i)), m_text.size());
            std::string_view line = m_text.substr(static_cast<size_t>(i), lineEnd - static_cast<size_t>(i));
            line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
            i = static_cast<int>(std::min(lineEnd + 1, m_text.size()));
            if (!line.empty() && hashOf(line) == m_payload) {
                m_mode = Plain;
                m_payload = 0;
                m_commandNext = true;
                return i;
            }
        }
        return size;
    }
    const bool triple = m_mode == TripleDouble || m_mode == TripleSingle;
    const char quote = m_mode == TripleDouble || m_mode == OpenDouble ? '"' : '\'';
    const bool escapes = m_language == ScriptLanguage::Python || m_mode == OpenDouble;
    for (; i < size; ++i) {
        if (at(i) == '\\' && escapes) {
            ++i;
        } else if (at(i) == quote && (!triple || (at(i + 1) == quote && at(i + 2) == quote))) {
            i += triple ? 3 : 1;
            while (triple && m_language != ScriptLanguage::Python && at(i) == quote) {
                ++i; // the last three close it
            }
            m_mode = Plain;
            return i;
        }
    }
    return size;
}

int CodeScanner::readString(int from)
{
    const char quote = at(from);
    const bool hasTriple = m_language != ScriptLanguage::Json && m_language != ScriptLanguage::Shell
        && (quote == '"' || m_language == ScriptLanguage::Python);
    if (hasTriple && at(from + 1) == quote && at(from + 2) == quote) {
        m_mode = quote == '"' ? TripleDouble : TripleSingle;
        m_at = from + 3;
        return readOpenText();
    }
    if (m_language == ScriptLanguage::Shell) {
        m_mode = quote == '"' ? OpenDouble : OpenSingle;
        m_at = from + 1;
        return readOpenText();
    }
    int i = from + 1;
    for (; i < static_cast<int>(m_text.size()) && at(i) != '\n'; ++i) {
        if (at(i) == '\\' && at(i + 1) != '\n') {
            ++i;
        } else if (at(i) == quote) {
            return i + 1;
        }
    }
    return std::min(i, static_cast<int>(m_text.size()));
}

bool CodeScanner::startsComment() const
{
    const char c = at(m_at);
    switch (m_language) {
    case ScriptLanguage::Python:
        return c == '#';
    case ScriptLanguage::Shell:
        return c == '#' && (m_at == 0 || isBlank(at(m_at - 1)) || at(m_at - 1) == ';' || at(m_at - 1) == '(');
    case ScriptLanguage::Hocon:
        return c == '#' || (c == '/' && at(m_at + 1) == '/');
    case ScriptLanguage::Scala:
        return c == '/' && at(m_at + 1) == '/';
    default:
        return false;
    }
}

/// How many letters stand before the quote of a Python or Scala string here; -1 when none begins here.
int CodeScanner::stringPrefix() const
{
    int letters = 0;
    const bool hasPrefix = m_language == ScriptLanguage::Python || m_language == ScriptLanguage::Scala;
    while (hasPrefix && letters < 3 && ((at(m_at + letters) | 0x20) >= 'a' && (at(m_at + letters) | 0x20) <= 'z')) {
        ++letters;
    }
    const char quote = at(m_at + letters);
    return quote == '"' || (quote == '\'' && m_language == ScriptLanguage::Python) ? letters : -1;
}

int CodeScanner::readToken(CodeKind& kind)
{
    const char c = at(m_at);
    if (startsComment()) {
        kind = CodeKind::Comment;
        return static_cast<int>(std::min(m_text.find('\n', static_cast<size_t>(m_at)), m_text.size()));
    }
    if (m_language == ScriptLanguage::Scala && c == '/' && at(m_at + 1) == '*') {
        kind = CodeKind::Comment;
        m_mode = BlockComment;
        return readOpenText();
    }
    const bool isParenthesis = c == '(' || c == ')';
    const bool isPlain = isParenthesis && m_language == ScriptLanguage::Hocon; // part of a value there
    if (!isPlain && std::string_view("([{").find(c) != std::string_view::npos) {
        kind = CodeKind::Open;
        m_commandNext = true;
        return m_at + 1;
    }
    if (!isPlain && std::string_view(")]}").find(c) != std::string_view::npos) {
        kind = CodeKind::Close;
        m_commandNext = true; // behind a case's pattern
        return m_at + 1;
    }
    if (m_language == ScriptLanguage::Hocon) {
        return readHocon(kind);
    }
    if (m_language == ScriptLanguage::Shell) {
        return readShell(kind);
    }
    if (const int prefix = stringPrefix(); prefix >= 0) {
        const int end = readString(m_at + prefix);
        kind = m_language == ScriptLanguage::Json && givesValue(end) ? CodeKind::Key : CodeKind::String;
        return end;
    }
    if (c == '\'' && m_language == ScriptLanguage::Scala) {
        const int end = at(m_at + 1) == '\\' ? m_at + 3 : m_at + 2;
        kind = at(end) == '\'' ? CodeKind::String : CodeKind::Operator;
        return at(end) == '\'' ? end + 1 : m_at + 1;
    }
    if (c == '@' && isNameByte(at(m_at + 1))) {
        kind = CodeKind::Annotation;
        int end = m_at + 1;
        while (isNameByte(at(end)) || (at(end) == '.' && isNameByte(at(end + 1)))) {
            ++end;
        }
        return end;
    }
    const bool negative = m_language == ScriptLanguage::Json && c == '-';
    if (isDigit(c) || ((c == '.' || negative) && isDigit(at(m_at + 1)))) {
        kind = CodeKind::Number;
        return readNumber();
    }
    if (isNameByte(c)) {
        return readWord(kind);
    }
    kind = CodeKind::Operator;
    return m_at + 1;
}

int CodeScanner::readNumber() const
{
    int end = m_at + 1;
    while (isNameByte(at(end)) || (at(end) == '.' && isDigit(at(end + 1)))
        || ((at(end) == '-' || at(end) == '+') && (at(end - 1) | 0x20) == 'e')) {
        ++end;
    }
    return end;
}

int CodeScanner::wordEnd(int from) const
{
    while (isNameByte(at(from))) {
        ++from;
    }
    return from;
}

int CodeScanner::readWord(CodeKind& kind)
{
    const int end = wordEnd(m_at);
    const std::string_view word = m_text.substr(static_cast<size_t>(m_at), static_cast<size_t>(end - m_at));
    const bool isMember = at(m_at - 1) == '.';
    if (m_nameNext) {
        kind = m_language == ScriptLanguage::Scala && word.front() >= 'A' && word.front() <= 'Z' ? CodeKind::Type
                                                                                                 : CodeKind::Function;
    } else if (!isMember && holds(codeKeywords(m_language), word)) {
        kind = CodeKind::Keyword;
    } else if (!isMember && holds(codeFunctions(m_language), word)) {
        kind = CodeKind::Function;
    } else if (m_language == ScriptLanguage::Scala && word.front() >= 'A' && word.front() <= 'Z') {
        kind = CodeKind::Type;
    } else {
        kind = CodeKind::Name;
    }
    return end;
}

/// Whether a value is given to what ends at offset.
bool CodeScanner::givesValue(int offset) const
{
    while (at(offset) == ' ' || at(offset) == '\t') {
        ++offset;
    }
    if (at(offset) == ':') {
        return true;
    }
    return m_language == ScriptLanguage::Hocon
        && (at(offset) == '=' || at(offset) == '{' || (at(offset) == '+' && at(offset + 1) == '='));
}

int CodeScanner::readHocon(CodeKind& kind)
{
    const char c = at(m_at);
    if (c == '"') {
        const int end = readString(m_at);
        kind = m_mode == Plain && givesValue(end) ? CodeKind::Key : CodeKind::String;
        return end;
    }
    if (c == '$' && at(m_at + 1) == '{') {
        kind = CodeKind::Variable;
        return readVariable();
    }
    if (!isHoconWordByte(c)) {
        kind = CodeKind::Operator;
        return m_at + 1;
    }
    int end = m_at;
    while (isHoconWordByte(at(end)) && !(at(end) == '/' && at(end + 1) == '/')) {
        ++end;
    }
    end = std::max(end, m_at + 1);
    const std::string_view word = m_text.substr(static_cast<size_t>(m_at), static_cast<size_t>(end - m_at));
    const bool number = isDigit(c) || (c == '-' && isDigit(at(m_at + 1)));
    kind = givesValue(end)                                                              ? CodeKind::Key
        : holds(codeKeywords(ScriptLanguage::Hocon), word)                              ? CodeKind::Keyword
        : number && word.find_first_not_of("0123456789.eE-+") == std::string_view::npos ? CodeKind::Number
                                                                                        : CodeKind::Name;
    return end;
}

/// Behind ${…} or $name, at most at the end of the line.
int CodeScanner::readVariable() const
{
    if (at(m_at + 1) == '{') {
        const size_t end = m_text.find_first_of("}\n", static_cast<size_t>(m_at));
        return end == std::string_view::npos ? static_cast<int>(m_text.size())
                                             : static_cast<int>(end) + (m_text[end] == '}' ? 1 : 0);
    }
    const int end = wordEnd(m_at + 1);
    return end > m_at + 1 ? end : m_at + 2; // $? $1 $@
}

int CodeScanner::readShell(CodeKind& kind)
{
    const char c = at(m_at);
    const bool wasCommand = std::exchange(m_commandNext, false);
    if (c == '"' || c == '\'') {
        kind = CodeKind::String;
        return readString(m_at);
    }
    if (c == '\\') {
        kind = CodeKind::Name;
        m_commandNext = wasCommand;
        return std::min(m_at + (at(m_at + 1) == '\n' ? 1 : 2), static_cast<int>(m_text.size()));
    }
    if (c == '$' && at(m_at + 1) != '(' && !isBlank(at(m_at + 1)) && at(m_at + 1) != '\0') {
        kind = CodeKind::Variable;
        return std::min(readVariable(), static_cast<int>(m_text.size()));
    }
    if (c == '<' && at(m_at + 1) == '<' && at(m_at + 2) != '<') {
        int word = m_at + (at(m_at + 2) == '-' ? 3 : 2);
        while (at(word) == ' ' || at(word) == '\'' || at(word) == '"' || at(word) == '\\') {
            ++word;
        }
        const int end = wordEnd(word);
        m_heredoc = end > word ? hashOf(m_text.substr(static_cast<size_t>(word), static_cast<size_t>(end - word))) : 0;
        kind = CodeKind::Operator;
        return m_at + 2;
    }
    if (!isNameByte(c)) {
        kind = CodeKind::Operator;
        m_commandNext = c == ';' || c == '|' || c == '&' || c == '!' || c == '`';
        return m_at + 1;
    }
    int end = wordEnd(m_at);
    while (at(end) == '-' || at(end) == '.' || at(end) == '/' || at(end) == '#') {
        end = wordEnd(end + 1); // one word: apt-get, a#b
    }
    const std::string_view word = m_text.substr(static_cast<size_t>(m_at), static_cast<size_t>(end - m_at));
    const bool isKeyword = holds(codeKeywords(m_language), word) && (wasCommand || word == "in");
    m_commandNext = isKeyword && word != "case" && word != "for" && word != "in";
    kind = isKeyword                                                     ? CodeKind::Keyword
        : m_nameNext                                                     ? CodeKind::Function
        : wasCommand && holds(codeFunctions(m_language), word)           ? CodeKind::Function
        : wasCommand && at(end) == '='                                   ? CodeKind::Variable
        : word.find_first_not_of("0123456789") == std::string_view::npos ? CodeKind::Number
                                                                         : CodeKind::Name;
    m_assigning = m_assigning || kind == CodeKind::Variable;
    return end;
}

QString languageName(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::FlinkSql:
        return u"FlinkSQL"_s;
    case ScriptLanguage::SparkSql:
        return u"Spark SQL"_s;
    case ScriptLanguage::HiveSql:
        return u"Hive SQL"_s;
    case ScriptLanguage::Python:
        return u"Python"_s;
    case ScriptLanguage::Scala:
        return u"Scala"_s;
    case ScriptLanguage::Shell:
        return u"Shell"_s;
    case ScriptLanguage::Json:
        return u"JSON"_s;
    case ScriptLanguage::Hocon:
        return u"HOCON"_s;
    }
    return {};
}

QString lineCommentOf(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Python:
    case ScriptLanguage::Shell:
    case ScriptLanguage::Hocon:
        return u"#"_s;
    case ScriptLanguage::Scala:
        return u"//"_s;
    case ScriptLanguage::Json:
        return {};
    default:
        return u"--"_s;
    }
}

} // namespace millrace
