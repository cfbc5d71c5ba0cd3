// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/bracketmatch.h"

#include "sql/tokenizer.h"

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

} // namespace

std::optional<BracketPair> matchBracket(std::string_view statement, int caret)
{
    const auto isBracket = [&](int at) {
        return at >= 0 && at < static_cast<int>(statement.size())
            && std::string_view("()[]{}").find(statement[static_cast<size_t>(at)]) != std::string_view::npos;
    };
    if (statement.size() > longestStatement || (!isBracket(caret - 1) && !isBracket(caret))) {
        return std::nullopt;
    }

    struct Open {
        int at;
        int kind;
    };

    std::vector<Open> open;
    std::vector<BracketPair> pairs;
    sql::Utf8Tokenizer tokenizer(statement);
    sql::Token token;
    while (tokenizer.next(token)) {
        const int bracket = bracketOf(token.kind);
        const auto at = static_cast<int>(token.offset);
        if (bracket > 0) {
            open.push_back({at, bracket});
        } else if (bracket < 0) {
            if (!open.empty() && open.back().kind == -bracket) {
                pairs.push_back({open.back().at, at});
                open.pop_back();
            } else {
                pairs.push_back({at, -1});
            }
        }
    }
    for (const Open& left : open) {
        pairs.push_back({left.at, -1});
    }
    for (const int at : {caret - 1, caret}) {
        for (const BracketPair& pair : pairs) {
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

} // namespace millrace
