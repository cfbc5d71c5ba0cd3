// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/token.h"

#include <QStringView>

#include <string_view>
#include <vector>

namespace millrace::sql {

/// What the tokenizer must remember from one line to the next: it fits an int, which is what an editor stores per line.
struct LexState {
    enum class Inside : quint8 { Nothing, BlockComment, String, EscapeString };

    Inside inside = Inside::Nothing;
    bool inHint = false;

    [[nodiscard]] int toInt() const { return static_cast<int>(inside) | (inHint ? 4 : 0); }

    static LexState fromInt(int value) { return {static_cast<Inside>(value & 3), (value & 4) != 0}; }

    friend bool operator==(const LexState&, const LexState&) = default;
};

/// Reads FlinkSQL as tokens that tile the text: nothing is skipped, copied or allocated. The lexical rules are those of
/// Flink's own parser. Char is char16_t for a QString and char for UTF-8; offsets are its units.
///
/// To resume, hand over any offset at which a token ended (or at which a line begins) and the state() of that place.
/// A token that goes on over a line break and is resumed there comes in one piece per call of the tokenizer.
template <typename Char> class BasicTokenizer {
public:
    using View = std::basic_string_view<Char>;

    explicit BasicTokenizer(View text, qsizetype from = 0, LexState state = {})
        : m_begin(text.data()), m_end(text.data() + text.size()), m_at(text.data() + from), m_state(state)
    {
    }

    /// Reads the next token; false at the end of the text.
    bool next(Token& token);

    /// The next token that is neither white space nor a comment; false when there is none.
    bool nextSignificant(Token& token)
    {
        do {
            if (!next(token)) {
                return false;
            }
        } while (isTrivia(token.kind));
        return true;
    }

    [[nodiscard]] qsizetype offset() const { return m_at - m_begin; }

    /// The state behind the last token. Inside is Nothing unless that token was unterminated.
    [[nodiscard]] LexState state() const { return m_state; }

private:
    TokenKind scan();
    TokenKind scanResumed();
    TokenKind scanBlockComment();
    TokenKind scanString(bool escapes);
    TokenKind scanLineComment();
    TokenKind scanQuoted(Char quote, TokenKind kind);
    TokenKind scanNumber();
    TokenKind scanWord();
    TokenKind scanVariable();
    TokenKind scanSlash();
    TokenKind scanSymbol();
    TokenKind scanOther();

    [[nodiscard]] Char peek(qsizetype ahead) const { return m_end - m_at > ahead ? m_at[ahead] : Char(); }

    const Char* m_begin;
    const Char* m_end;
    const Char* m_at;
    LexState m_state;
    bool m_unterminated = false;
};

extern template class BasicTokenizer<char16_t>;
extern template class BasicTokenizer<char>;

using Tokenizer = BasicTokenizer<char16_t>;
using Utf8Tokenizer = BasicTokenizer<char>;

inline std::u16string_view view(QStringView text)
{
    return {text.utf16(), static_cast<std::size_t>(text.size())};
}

/// All tokens of a short text; for tests and for work on one statement.
std::vector<Token> tokenize(QStringView text);

} // namespace millrace::sql
