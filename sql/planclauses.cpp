// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/planclauses.h"

#include "sql/tokenizer.h"

#include <algorithm>

namespace millrace::sql {

using namespace Qt::StringLiterals;
using Kind = PlanClause::Kind;

namespace {

class ClauseReader {
public:
    explicit ClauseReader(QStringView statement) : m_statement(statement)
    {
        for (const Token& token : tokenize(statement)) {
            if (!isTrivia(token.kind)) {
                m_tokens.push_back(token);
            }
        }
        int depth = 0;
        for (const Token& token : m_tokens) {
            if (token.kind == TokenKind::RightParen) {
                depth = std::max(0, depth - 1);
            }
            m_depths.push_back(depth);
            depth += token.kind == TokenKind::LeftParen ? 1 : 0;
        }
    }

    std::vector<PlanClause> read()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            readAt(i);
        }
        std::ranges::stable_sort(m_clauses, {}, &PlanClause::begin);
        return std::move(m_clauses);
    }

private:
    [[nodiscard]] bool is(std::size_t i, QLatin1StringView word) const
    {
        return i < m_tokens.size() && m_tokens[i].kind == TokenKind::Word
            && m_statement.sliced(m_tokens[i].offset, m_tokens[i].length).compare(word, Qt::CaseInsensitive) == 0;
    }

    [[nodiscard]] bool isKind(std::size_t i, TokenKind kind) const
    {
        return i < m_tokens.size() && m_tokens[i].kind == kind;
    }

    [[nodiscard]] bool isOneOf(std::size_t i, std::initializer_list<QLatin1StringView> words) const
    {
        return std::ranges::any_of(words, [this, i](QLatin1StringView word) { return is(i, word); });
    }

    [[nodiscard]] bool isName(std::size_t i) const
    {
        return isKind(i, TokenKind::Word) || isKind(i, TokenKind::QuotedName);
    }

    [[nodiscard]] QString nameAt(std::size_t i) const
    {
        QString name = m_statement.sliced(m_tokens[i].offset, m_tokens[i].length).toString();
        if (name.size() >= 2 && name.startsWith(u'`') && name.endsWith(u'`')) {
            name = name.sliced(1, name.size() - 2).replace("``"_L1, "`"_L1);
        }
        return name;
    }

    /// Behind the parenthesis that opens at i.
    [[nodiscard]] std::size_t behindParen(std::size_t i) const
    {
        std::size_t end = i + 1;
        while (
            end < m_tokens.size() && !(m_tokens[end].kind == TokenKind::RightParen && m_depths[end] == m_depths[i])) {
            ++end;
        }
        return std::min(end + 1, m_tokens.size());
    }

    /// Where the clause that begins at i ends: at the next clause of the same query, or with the query.
    [[nodiscard]] std::size_t clauseEnd(std::size_t i, bool endsAtJoin = false) const
    {
        const int depth = m_depths[i];
        for (std::size_t at = i + 1; at < m_tokens.size(); ++at) {
            if (m_depths[at] < depth || (m_tokens[at].kind == TokenKind::RightParen && m_depths[at] < depth)
                || (m_tokens[at].kind == TokenKind::Semicolon)) {
                return at;
            }
            const bool isNext = m_depths[at] == depth
                && isOneOf(at,
                    {"FROM"_L1, "WHERE"_L1, "GROUP"_L1, "HAVING"_L1, "ORDER"_L1, "LIMIT"_L1, "FETCH"_L1, "OFFSET"_L1,
                        "UNION"_L1, "INTERSECT"_L1, "EXCEPT"_L1, "MINUS"_L1, "WINDOW"_L1, "QUALIFY"_L1});
            if (isNext || (endsAtJoin && m_depths[at] == depth && isJoinBegin(at))) {
                return at;
            }
        }
        return m_tokens.size();
    }

    [[nodiscard]] bool isJoinBegin(std::size_t i) const
    {
        return isOneOf(i, {"JOIN"_L1, "LEFT"_L1, "RIGHT"_L1, "FULL"_L1, "INNER"_L1, "CROSS"_L1, "NATURAL"_L1})
            && !isKind(i + 1, TokenKind::LeftParen);
    }

    void add(Kind kind, std::size_t first, std::size_t end, const QString& name = {})
    {
        if (end <= first || end > m_tokens.size()) {
            return;
        }
        PlanClause clause{kind, int(m_tokens[first].offset), int(m_tokens[end - 1].end()), name, {}};
        for (std::size_t i = first; i < end; ++i) {
            if (isName(i)) {
                clause.words.insert(nameAt(i).toLower());
            }
        }
        m_clauses.push_back(std::move(clause));
    }

    /// A dotted name at i; its end, or i when there is none.
    std::size_t addTable(Kind kind, std::size_t i)
    {
        std::size_t end = i;
        while (isName(end)) {
            ++end;
            if (!isKind(end, TokenKind::Dot)) {
                break;
            }
            ++end;
        }
        if (end > i) {
            add(kind, i, end, nameAt(end - 1));
        }
        return end;
    }

    void readTableAt(std::size_t i)
    {
        if (isOneOf(i, {"LATERAL"_L1, "UNNEST"_L1})) {
            std::size_t paren = i + 1;
            while (isOneOf(paren, {"TABLE"_L1})) {
                ++paren;
            }
            add(Kind::Unnest, i, isKind(paren, TokenKind::LeftParen) ? behindParen(paren) : paren);
        } else if (isName(i) && !isOneOf(i, {"TABLE"_L1, "SELECT"_L1, "VALUES"_L1})) {
            addTable(Kind::Table, i);
        }
    }

    /// FROM a, b AS x, …: every name at the begin and behind a comma of the same query.
    void readFrom(std::size_t i)
    {
        readTableAt(i + 1);
        const std::size_t end = clauseEnd(i);
        for (std::size_t at = i + 1; at < end; ++at) {
            if (m_tokens[at].kind == TokenKind::Comma && m_depths[at] == m_depths[i]) {
                readTableAt(at + 1);
            }
        }
    }

    void readJoin(std::size_t i)
    {
        std::size_t first = i;
        while (first > 0
            && isOneOf(first - 1,
                {"LEFT"_L1, "RIGHT"_L1, "FULL"_L1, "INNER"_L1, "CROSS"_L1, "OUTER"_L1, "SEMI"_L1, "ANTI"_L1,
                    "NATURAL"_L1})) {
            --first;
        }
        add(Kind::Join, first, clauseEnd(i, true));
        readTableAt(i + 1);
    }

    void readSelect(std::size_t i)
    {
        std::size_t first = i + 1;
        if (isKind(first, TokenKind::HintBegin)) {
            while (first < m_tokens.size() && m_tokens[first++].kind != TokenKind::HintEnd) { }
        }
        if (is(first, "DISTINCT"_L1)) {
            add(Kind::Distinct, first, clauseEnd(i));
        }
        add(Kind::SelectList, first, clauseEnd(i));
    }

    /// "SUM(amount) OVER (…)" from the function on.
    void readOver(std::size_t i)
    {
        std::size_t first = i;
        if (i > 0 && m_tokens[i - 1].kind == TokenKind::RightParen) {
            const int depth = m_depths[i - 1];
            first = i - 1;
            while (first > 0 && !(m_tokens[first].kind == TokenKind::LeftParen && m_depths[first] == depth)) {
                --first;
            }
            first = first > 0 && isName(first - 1) ? first - 1 : first;
        }
        add(Kind::Over, first,
            isKind(i + 1, TokenKind::LeftParen) ? behindParen(i + 1) : std::min(i + 2, m_tokens.size()));
    }

    void readAt(std::size_t i)
    {
        if (is(i, "SELECT"_L1)) {
            readSelect(i);
        } else if (is(i, "FROM"_L1)) {
            readFrom(i);
        } else if (is(i, "JOIN"_L1)) {
            readJoin(i);
        } else if (is(i, "WHERE"_L1)) {
            add(Kind::Where, i, clauseEnd(i));
        } else if (is(i, "GROUP"_L1) && is(i + 1, "BY"_L1)) {
            add(Kind::GroupBy, i, clauseEnd(i));
        } else if (is(i, "HAVING"_L1)) {
            add(Kind::Having, i, clauseEnd(i));
        } else if (is(i, "ORDER"_L1) && is(i + 1, "BY"_L1)) {
            add(Kind::OrderBy, i, clauseEnd(i));
        } else if (isOneOf(i, {"LIMIT"_L1, "FETCH"_L1})) {
            add(Kind::Limit, i, clauseEnd(i));
        } else if (isOneOf(i, {"UNION"_L1, "INTERSECT"_L1, "EXCEPT"_L1, "MINUS"_L1})) {
            add(Kind::SetOperation, i, is(i + 1, "ALL"_L1) ? i + 2 : i + 1);
        } else if (is(i, "OVER"_L1)) {
            readOver(i);
        } else {
            readCallAt(i);
        }
    }

    void readCallAt(std::size_t i)
    {
        const bool isCall = isKind(i + 1, TokenKind::LeftParen);
        if (isCall && isOneOf(i, {"TUMBLE"_L1, "HOP"_L1, "CUMULATE"_L1, "SESSION"_L1})) {
            add(Kind::Window, i, behindParen(i + 1));
        } else if (isCall && is(i, "MATCH_RECOGNIZE"_L1)) {
            add(Kind::Match, i, behindParen(i + 1));
        } else if (is(i, "VALUES"_L1)) {
            add(Kind::Values, i, clauseEnd(i));
        } else if (is(i, "INTO"_L1) || is(i, "OVERWRITE"_L1)) {
            addTable(Kind::Target, is(i + 1, "TABLE"_L1) ? i + 2 : i + 1);
        } else if (is(i, "TABLE"_L1) && !isCall) {
            readTableWord(i);
        }
    }

    /// TABLE orders is a table; CREATE TABLE copied … AS is a target.
    void readTableWord(std::size_t i)
    {
        const bool isDefinition =
            i > 0 && isOneOf(i - 1, {"CREATE"_L1, "TEMPORARY"_L1, "REPLACE"_L1, "MATERIALIZED"_L1});
        std::size_t name = i + 1;
        while (isOneOf(name, {"IF"_L1, "NOT"_L1, "EXISTS"_L1})) {
            ++name;
        }
        const bool isInsert = i > 0 && isOneOf(i - 1, {"INTO"_L1, "OVERWRITE"_L1});
        if (!isInsert) {
            addTable(isDefinition ? Kind::Target : Kind::Table, name);
        }
    }

    QStringView m_statement;
    std::vector<Token> m_tokens;
    std::vector<int> m_depths; ///< how many parentheses are open before each token; a closing one counts as outside
    std::vector<PlanClause> m_clauses;
};

} // namespace

std::vector<PlanClause> planClauses(QStringView statement)
{
    return ClauseReader(statement).read();
}

} // namespace millrace::sql
