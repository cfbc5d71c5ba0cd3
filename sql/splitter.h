// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statementhead.h"
#include "sql/statements.h"
#include "sql/tokenizer.h"

namespace millrace::sql {

/// Reads one statement after the other. Inner to sql/: splitStatements() and StatementIndex stand on it.
template <typename Char> class StatementReader {
public:
    using View = std::basic_string_view<Char>;

    enum class Sets { AsOneStatement, AsParts };

    /// from must be 0 or the end of a statement.
    explicit StatementReader(View text, qsizetype from = 0, Sets sets = Sets::AsOneStatement)
        : m_text(text), m_sets(sets), m_tokenizer(text, from), m_begin(from)
    {
    }

    /// The next statement; false when only white space, comments and empty statements are left.
    bool next(Statement& statement);

private:
    /// What is known of the statement that is being read.
    struct Progress {
        StatementHead head;
        qsizetype offset = -1;
        qsizetype significantEnd = 0;
        qsizetype visibleEnd = 0; ///< behind the last token that is no white space
        bool watchesSet = false; ///< its first word lets a statement set follow
        bool watchesAs = false; ///< CREATE TABLE, which AS turns into another kind
        bool hasAs = false;
        bool inSet = false;
        bool unterminated = false;
        int caseDepth = 0;
        int parenDepth = 0;
        HeadWord before = HeadWord::None; ///< the two words before the current token
        HeadWord last = HeadWord::None;
    };

    void take(Progress& progress, const Token& token);
    void watch(Progress& progress, const Token& token);
    Statement finish(const Progress& progress, bool terminated);

    View m_text;
    Sets m_sets;
    BasicTokenizer<Char> m_tokenizer;
    qsizetype m_begin;
};

extern template class StatementReader<char16_t>;
extern template class StatementReader<char>;

} // namespace millrace::sql
