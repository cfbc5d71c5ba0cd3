// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/bracketmatch.h"

#include "sql/tokenizer.h"
#include "widgets/editor/codescan.h"

#include <vector>

namespace millrace {

namespace {

constexpr size_t longestStatement = 512 * 1024; ///< beyond, a caret movement would be felt

/// 0 for no bracket, else +n opens and -n closes a kind n.
int bracketOf(sql::TokenKind kind)
{
    switch (kind) {
    case sql::TokenKind::LeftParen:
        return 1;
    case sql::TokenKind::RightParen:
        return -1;
    case sql::TokenKind::LeftBracket:
        return 2;
    case sql::TokenKind::RightBracket:
        return -2;
    case sql::TokenKind::LeftBrace:
        return 3;
    case sql::TokenKind::RightBrace:
        return -3;
    default:
        return 0;
    }
}

bool isBracketAt(std::string_view text, int at)
{
    return at >= 0 && at < static_cast<int>(text.size())
        && std::string_view("()[]{}").find(text[static_cast<size_t>(at)]) != std::string_view::npos;
}

/// Brackets as they are read, in pairs.
class BracketPairs {
public:
    void add(int bracket, int at)
    {
        if (bracket > 0) {
            m_open.push_back({at, bracket});
        } else if (!m_open.empty() && m_open.back().kind == -bracket) {
            m_pairs.push_back({m_open.back().at, at});
            m_open.pop_back();
        } else {
            m_pairs.push_back({at, -1});
        }
    }

    /// The pair of the bracket before caret, or else behind it.
    [[nodiscard]] std::optional<BracketPair> at(int caret)
    {
        for (const Open& left : m_open) {
            m_pairs.push_back({left.at, -1});
        }
        for (const int at : {caret - 1, caret}) {
            for (const BracketPair& pair : m_pairs) {
                if (at < 0) {
                    break; // no place, but what a bracket without a partner has for one
                }
                if (pair.open == at) {
                    return pair;
                }
                if (pair.close == at) {
                    return BracketPair{pair.close, pair.open};
                }
            }
        }
        return std::nullopt;
    }

private:
    struct Open {
        int at;
        int kind;
    };

    std::vector<Open> m_open;
    std::vector<BracketPair> m_pairs;
};

} // namespace

std::optional<BracketPair> matchBracket(std::string_view statement, int caret)
{
    if (statement.size() > longestStatement || (!isBracketAt(statement, caret - 1) && !isBracketAt(statement, caret))) {
        return std::nullopt;
    }
    BracketPairs pairs;
    sql::Utf8Tokenizer tokenizer(statement);
    sql::Token token;
    while (tokenizer.next(token)) {
        if (const int bracket = bracketOf(token.kind); bracket != 0) {
            pairs.add(bracket, static_cast<int>(token.offset));
        }
    }
    return pairs.at(caret);
}

std::optional<BracketPair> matchCodeBracket(
    ScriptLanguage language, std::string_view text, int begin, int end, int state, int caret)
{
    if (!isBracketAt(text, caret - 1) && !isBracketAt(text, caret)) {
        return std::nullopt;
    }
    const bool isWhole = begin == 0 && end == static_cast<int>(text.size());
    BracketPairs pairs;
    CodeScanner scanner(language, text.substr(0, static_cast<size_t>(end)), begin, state);
    CodeToken token;
    while (scanner.next(token)) {
        const char sign = text[static_cast<size_t>(token.offset)];
        const int kind = sign == '(' || sign == ')' ? 1 : sign == '[' || sign == ']' ? 2 : 3;
        if (token.kind == CodeKind::Open || token.kind == CodeKind::Close) {
            pairs.add(token.kind == CodeKind::Open ? kind : -kind, token.offset);
        }
    }
    auto pair = pairs.at(caret);
    // in Shell the pattern of a case ends with a bracket that nothing opens
    if (pair && pair->close < 0 && (!isWhole || language == ScriptLanguage::Shell)) {
        return std::nullopt;
    }
    return pair;
}

} // namespace millrace
