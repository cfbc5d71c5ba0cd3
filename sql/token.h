// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace millrace::sql {

/// What a stretch of SQL text is. Keywords, functions and types are all Word; sql/keywords.h tells them apart.
enum class TokenKind : quint8 {
    Whitespace, ///< also the byte order mark
    LineComment, ///< -- and //, without the line break
    BlockComment, ///< slash star … star slash, not nested
    HintBegin, ///< slash star plus; the tokens of the hint follow as ordinary tokens
    HintEnd, ///< the star slash of a hint
    Word,
    QuotedName, ///< `name`, with `` for a back quote; never longer than its line
    DoubleQuoted, ///< "text" within one line, which Flink's own dialect refuses
    String, ///< '…' with '' for a quote; also with the prefixes N, X, U&, E and _charset
    Number,
    Variable, ///< ${NAME}, which a workbench replaces before the text is sent
    Operator,
    Dot,
    Comma,
    Semicolon,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Unknown, ///< a character that begins no token of FlinkSQL, such as ； or #
};

/// A token as a place in the text it was read from: offsets are code units of that text (UTF-16 units of a QString,
/// bytes of UTF-8).
struct Token {
    qsizetype offset = 0;
    qsizetype length = 0;
    TokenKind kind = TokenKind::Unknown;
    /// The text ended before the closing quote or star slash; for a QuotedName the line did.
    bool unterminated = false;

    [[nodiscard]] qsizetype end() const { return offset + length; }

    friend bool operator==(const Token&, const Token&) = default;
};

/// White space and comments: what Flink's parser never sees.
constexpr bool isTrivia(TokenKind kind)
{
    return kind == TokenKind::Whitespace || kind == TokenKind::LineComment || kind == TokenKind::BlockComment;
}

/// True for kinds that hold text written by the user, in which no keyword and no ; counts.
constexpr bool isQuoted(TokenKind kind)
{
    return kind == TokenKind::QuotedName || kind == TokenKind::DoubleQuoted || kind == TokenKind::String;
}

} // namespace millrace::sql
