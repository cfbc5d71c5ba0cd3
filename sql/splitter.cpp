// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/splitter.h"

namespace millrace::sql {

template <typename Char> bool StatementReader<Char>::next(Statement& statement)
{
    Progress progress;
    for (Token token; m_tokenizer.next(token);) {
        if (token.kind == TokenKind::Whitespace) {
            continue;
        }
        // A hint is open until its star slash, and a ; in it ends nothing.
        if (token.kind == TokenKind::Semicolon && !m_tokenizer.state().inHint) {
            if (progress.offset < 0) {
                continue; // an empty statement; the next one takes its place along
            }
            if (!progress.inSet) {
                statement = finish(progress, true);
                return true;
            }
        }
        progress.visibleEnd = token.end();
        progress.unterminated = token.unterminated;
        if (!isTrivia(token.kind)) {
            take(progress, token);
        }
    }
    if (progress.offset < 0) {
        return false;
    }
    statement = finish(progress, false);
    return true;
}

template <typename Char> void StatementReader<Char>::take(Progress& progress, const Token& token)
{
    if (progress.offset < 0) {
        progress.offset = token.offset;
    }
    progress.significantEnd = token.end();
    if (!progress.head.isFull()) {
        progress.head.add(token, m_text);
        if (progress.head.count == 1) {
            const HeadWord first = progress.head.at(0);
            progress.watchesSet = first == HeadWord::Execute || first == HeadWord::Explain || first == HeadWord::Compile
                || (first == HeadWord::Begin && m_sets == Sets::AsOneStatement);
            progress.watchesAs = first == HeadWord::Create;
        }
    }
    if (progress.watchesSet || progress.watchesAs) {
        watch(progress, token);
    }
}

/// Finds BEGIN STATEMENT SET and STATEMENT SET BEGIN, and the END that closes them. END belongs to a CASE as long as
/// one is open; but behind a ; it closes the set, even if a CASE before lacks its END.
template <typename Char> void StatementReader<Char>::watch(Progress& progress, const Token& token)
{
    HeadWord word = HeadWord::Symbol;
    if (token.kind == TokenKind::Word) {
        word = headWord(m_text.substr(static_cast<std::size_t>(token.offset), static_cast<std::size_t>(token.length)));
    } else if (token.kind == TokenKind::LeftParen) {
        ++progress.parenDepth;
    } else if (token.kind == TokenKind::RightParen) {
        --progress.parenDepth;
    } else if (token.kind == TokenKind::Semicolon) {
        progress.caseDepth = 0;
    }
    if (progress.watchesAs) {
        progress.hasAs = progress.hasAs || (word == HeadWord::As && progress.parenDepth == 0);
    } else if (progress.inSet) {
        if (word == HeadWord::Case) {
            ++progress.caseDepth;
        } else if (word == HeadWord::End && progress.caseDepth > 0) {
            --progress.caseDepth;
        } else if (word == HeadWord::End) {
            progress.inSet = false;
            progress.watchesSet = false;
        }
    } else {
        const bool opensBehind =
            progress.before == HeadWord::Statement && progress.last == HeadWord::Set && word == HeadWord::Begin;
        const bool opensBefore = progress.head.count == 3 && progress.before == HeadWord::Begin
            && progress.last == HeadWord::Statement && word == HeadWord::Set;
        progress.inSet = opensBehind || opensBefore;
    }
    progress.before = progress.last;
    progress.last = word;
}

template <typename Char> Statement StatementReader<Char>::finish(const Progress& progress, bool terminated)
{
    Statement statement;
    statement.begin = static_cast<int>(m_begin);
    statement.offset = static_cast<int>(progress.offset);
    // Comments between the statement and its ; belong to it; those behind an unterminated one do not.
    const qsizetype textEnd = terminated ? progress.visibleEnd : progress.significantEnd;
    statement.length = static_cast<int>(textEnd - progress.offset);
    statement.terminated = terminated;
    statement.end = static_cast<int>(terminated ? m_tokenizer.offset() : static_cast<qsizetype>(m_text.size()));
    statement.unfinished = !terminated && (progress.unterminated || progress.inSet || m_tokenizer.state().inHint);
    statement.kind = kindOf(progress.head);
    if (statement.kind == StatementKind::CreateTable && progress.hasAs) {
        statement.kind = StatementKind::CreateTableAs;
    } else if (statement.kind == StatementKind::BeginStatementSet && m_sets == Sets::AsOneStatement) {
        statement.kind = StatementKind::StatementSet;
    }
    m_begin = statement.end;
    return statement;
}

template class StatementReader<char16_t>;
template class StatementReader<char>;

} // namespace millrace::sql
