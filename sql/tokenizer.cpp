// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/tokenizer.h"

#include "sql/characters.h"

namespace millrace::sql {

using namespace characters;

namespace {

/// Kinds of the characters that are a token by themselves; Unknown for all others.
constexpr TokenKind symbolKind(char16_t unit)
{
    switch (unit) {
    case u',':
        return TokenKind::Comma;
    case u'.':
        return TokenKind::Dot;
    case u';':
        return TokenKind::Semicolon;
    case u'(':
        return TokenKind::LeftParen;
    case u')':
        return TokenKind::RightParen;
    case u'[':
        return TokenKind::LeftBracket;
    case u']':
        return TokenKind::RightBracket;
    case u'{':
        return TokenKind::LeftBrace;
    case u'}':
        return TokenKind::RightBrace;
    default:
        return TokenKind::Unknown;
    }
}

} // namespace

template <typename Char> bool BasicTokenizer<Char>::next(Token& token)
{
    if (m_at == m_end) {
        return false;
    }
    const Char* start = m_at;
    m_unterminated = false;
    token.kind = m_state.inside == LexState::Inside::Nothing ? scan() : scanResumed();
    token.offset = start - m_begin;
    token.length = m_at - start;
    token.unterminated = m_unterminated;
    return true;
}

template <typename Char> TokenKind BasicTokenizer<Char>::scanResumed()
{
    switch (m_state.inside) {
    case LexState::Inside::BlockComment:
        return scanBlockComment();
    case LexState::Inside::EscapeString:
        return scanString(true);
    default:
        return scanString(false);
    }
}

template <typename Char> TokenKind BasicTokenizer<Char>::scan()
{
    switch (classOf(*m_at)) {
    case Class::Space:
        do {
            ++m_at;
        } while (m_at != m_end && classOf(*m_at) == Class::Space);
        return TokenKind::Whitespace;
    case Class::Letter:
        return scanWord();
    case Class::Digit:
        return scanNumber();
    case Class::Quote:
        ++m_at;
        return scanString(false);
    case Class::BackQuote:
        return scanQuoted(Char('`'), TokenKind::QuotedName);
    case Class::DoubleQuote:
        return scanQuoted(Char('"'), TokenKind::DoubleQuoted);
    case Class::Slash:
        return scanSlash();
    case Class::Minus:
        if (peek(1) == Char('-')) {
            return scanLineComment();
        }
        ++m_at;
        return TokenKind::Operator;
    case Class::Dot:
        if (classOf(peek(1)) == Class::Digit) {
            return scanNumber();
        }
        ++m_at;
        return TokenKind::Dot;
    case Class::Dollar:
        return scanVariable();
    case Class::Symbol:
        return scanSymbol();
    case Class::Other:
        return scanOther();
    }
    Q_UNREACHABLE();
}

/// The body of a block comment; the opening is consumed already, or stood on an earlier line.
template <typename Char> TokenKind BasicTokenizer<Char>::scanBlockComment()
{
    for (; m_at != m_end; ++m_at) {
        if (*m_at == Char('*') && peek(1) == Char('/')) {
            m_at += 2;
            m_state.inside = LexState::Inside::Nothing;
            return TokenKind::BlockComment;
        }
    }
    m_unterminated = true;
    m_state.inside = LexState::Inside::BlockComment;
    return TokenKind::BlockComment;
}

/// The body of a string up to and with its closing quote.
template <typename Char> TokenKind BasicTokenizer<Char>::scanString(bool escapes)
{
    while (m_at != m_end) {
        const Char unit = *m_at++;
        if (unit == Char('\'')) {
            if (m_at == m_end || *m_at != Char('\'')) {
                m_state.inside = LexState::Inside::Nothing;
                return TokenKind::String;
            }
            ++m_at;
        } else if (escapes && unit == Char('\\') && m_at != m_end) {
            ++m_at;
        }
    }
    m_unterminated = true;
    m_state.inside = escapes ? LexState::Inside::EscapeString : LexState::Inside::String;
    return TokenKind::String;
}

template <typename Char> TokenKind BasicTokenizer<Char>::scanLineComment()
{
    while (m_at != m_end && *m_at != Char('\n') && *m_at != Char('\r')) {
        ++m_at;
    }
    return TokenKind::LineComment;
}

/// A quoted name ends with its line at the latest, as in Flink. A double quote that no other on its line answers is a
/// stray character and must not swallow a ; behind it.
template <typename Char> TokenKind BasicTokenizer<Char>::scanQuoted(Char quote, TokenKind kind)
{
    const Char* at = m_at + 1;
    for (; at != m_end && *at != Char('\n') && *at != Char('\r'); ++at) {
        if (*at != quote) {
            continue;
        }
        if (m_end - at < 2 || at[1] != quote) {
            m_at = at + 1;
            return kind;
        }
        ++at;
    }
    if (kind == TokenKind::DoubleQuoted) {
        ++m_at;
        return TokenKind::Unknown;
    }
    m_at = at;
    m_unterminated = true;
    return kind;
}

/// Digits with a point anywhere and an exponent that has digits: 1 1. .5 1.5e-3. As in Flink "1.day" is "1." and "day".
template <typename Char> TokenKind BasicTokenizer<Char>::scanNumber()
{
    const auto skipDigits = [this] {
        while (m_at != m_end && classOf(*m_at) == Class::Digit) {
            ++m_at;
        }
    };
    skipDigits();
    if (peek(0) == Char('.')) {
        ++m_at;
        skipDigits();
    }
    if (peek(0) == Char('e') || peek(0) == Char('E')) {
        const qsizetype sign = peek(1) == Char('+') || peek(1) == Char('-') ? 1 : 0;
        if (classOf(peek(1 + sign)) == Class::Digit) {
            m_at += 1 + sign;
            skipDigits();
        }
    }
    return TokenKind::Number;
}

/// A word, or a string behind one of the prefixes that Flink knows.
template <typename Char> TokenKind BasicTokenizer<Char>::scanWord()
{
    const Char* start = m_at;
    while (m_at != m_end) {
        const Class c = classOf(*m_at);
        if (c == Class::Letter || c == Class::Digit) {
            ++m_at;
        } else if (c == Class::Dollar && peek(1) != Char('{')) {
            ++m_at;
        } else if (c == Class::Other && isLetterAt(m_at, m_end)) {
            m_at += widthAt(m_at, m_end);
        } else {
            break;
        }
    }
    if (m_at == m_end || (*m_at != Char('\'') && *m_at != Char('&'))) {
        return TokenKind::Word;
    }
    const Char first = Char(*start | 0x20);
    const bool single = m_at - start == 1;
    if (*m_at == Char('&')) {
        if (single && first == Char('u') && peek(1) == Char('\'')) {
            m_at += 2;
            return scanString(false);
        }
        return TokenKind::Word;
    }
    if ((single && (first == Char('n') || first == Char('x') || first == Char('e'))) || *start == Char('_')) {
        ++m_at;
        return scanString(single && first == Char('e'));
    }
    return TokenKind::Word;
}

/// ${NAME} on one line; otherwise a $ is a letter, as in Flink.
template <typename Char> TokenKind BasicTokenizer<Char>::scanVariable()
{
    if (peek(1) != Char('{')) {
        return scanWord();
    }
    for (const Char* at = m_at + 2; at != m_end; ++at) {
        if (*at == Char('}')) {
            m_at = at + 1;
            return TokenKind::Variable;
        }
        if (*at == Char('\n') || *at == Char('\r') || *at == Char('\'') || *at == Char(';') || *at == Char('{')) {
            break;
        }
    }
    ++m_at;
    return TokenKind::Unknown;
}

template <typename Char> TokenKind BasicTokenizer<Char>::scanSlash()
{
    if (peek(1) == Char('/')) {
        return scanLineComment();
    }
    if (peek(1) != Char('*')) {
        ++m_at;
        return TokenKind::Operator;
    }
    if (peek(2) == Char('+')) {
        m_at += 3;
        m_state.inHint = true;
        return TokenKind::HintBegin;
    }
    m_at += 2;
    return scanBlockComment();
}

template <typename Char> TokenKind BasicTokenizer<Char>::scanSymbol()
{
    const Char unit = *m_at++;
    const Char following = peek(0);
    if (const TokenKind kind = symbolKind(static_cast<char16_t>(unit)); kind != TokenKind::Unknown) {
        return kind;
    }
    if (unit == Char('*') && following == Char('/')) {
        ++m_at;
        // Flink reads this pair as the end of a hint everywhere, and refuses it where no hint is open.
        const bool closes = m_state.inHint;
        m_state.inHint = false;
        return closes ? TokenKind::HintEnd : TokenKind::Unknown;
    }
    const bool pair = (unit == Char('<') && (following == Char('>') || following == Char('=')))
        || (unit == Char('>') && following == Char('=')) || (unit == Char('!') && following == Char('='))
        || (unit == Char('|') && following == Char('|')) || (unit == Char('=') && following == Char('>'));
    if (pair) {
        ++m_at;
    } else if (unit == Char('!')) {
        return TokenKind::Unknown;
    }
    return TokenKind::Operator;
}

template <typename Char> TokenKind BasicTokenizer<Char>::scanOther()
{
    if (isLetterAt(m_at, m_end)) {
        return scanWord();
    }
    if (isSpaceAt(m_at, m_end)) {
        m_at += widthAt(m_at, m_end);
        return TokenKind::Whitespace;
    }
    m_at += widthAt(m_at, m_end);
    return TokenKind::Unknown;
}

template class BasicTokenizer<char16_t>;
template class BasicTokenizer<char>;

std::vector<Token> tokenize(QStringView text)
{
    std::vector<Token> tokens;
    Tokenizer tokenizer(view(text));
    for (Token token; tokenizer.next(token);) {
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace millrace::sql
