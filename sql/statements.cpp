// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statements.h"

#include "sql/splitter.h"

#include <algorithm>

namespace millrace::sql {

namespace {

template <typename Char>
std::vector<Statement> splitAll(std::basic_string_view<Char> text,
    typename StatementReader<Char>::Sets sets = StatementReader<Char>::Sets::AsOneStatement)
{
    std::vector<Statement> statements;
    StatementReader<Char> reader(text, 0, sets);
    for (Statement statement; reader.next(statement);) {
        statements.push_back(statement);
    }
    return statements;
}

template <typename Char>
int findStatement(const std::vector<Statement>& statements, std::basic_string_view<Char> script, qsizetype offset)
{
    if (statements.empty()) {
        return -1;
    }
    const auto after = std::upper_bound(statements.begin(), statements.end(), offset,
        [](qsizetype at, const Statement& statement) { return at < statement.end; });
    const int index = static_cast<int>(after - statements.begin());
    if (index == 0 || (after != statements.end() && offset >= after->offset)) {
        return std::min(index, static_cast<int>(statements.size()) - 1);
    }
    const Statement& before = statements[static_cast<std::size_t>(index - 1)];
    const auto between = script.substr(
        static_cast<std::size_t>(before.end), static_cast<std::size_t>(std::max<qsizetype>(offset - before.end, 0)));
    const bool sameLine = before.terminated
        && std::none_of(between.begin(), between.end(), [](Char c) { return c == Char('\n') || c == Char('\r'); });
    return sameLine || after == statements.end() ? index - 1 : index;
}

} // namespace

std::vector<Statement> splitStatements(QStringView script)
{
    return splitAll(view(script));
}

std::vector<Statement> splitStatements(std::string_view utf8Script)
{
    return splitAll(utf8Script);
}

std::vector<Statement> partsToSend(QStringView statement)
{
    std::vector<Statement> whole = splitStatements(statement);
    StatementHead head;
    Tokenizer tokenizer(view(statement));
    if (Token token; tokenizer.nextSignificant(token)) {
        head.add(token, view(statement));
    }
    if (head.at(0) != HeadWord::Begin || whole.empty() || whole.front().kind != StatementKind::StatementSet) {
        return whole;
    }
    return splitAll(view(statement), StatementReader<char16_t>::Sets::AsParts);
}

int statementAt(const std::vector<Statement>& statements, QStringView script, qsizetype offset)
{
    return findStatement(statements, view(script), offset);
}

int statementAt(const std::vector<Statement>& statements, std::string_view utf8Script, qsizetype offset)
{
    return findStatement(statements, utf8Script, offset);
}

} // namespace millrace::sql
