// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/sentstatement.h"

#include "sql/positions.h"
#include "sql/statements.h"
#include "sql/tokenizer.h"

#include <algorithm>

namespace millrace::sql {

namespace {

bool isInsert(const Statement& statement)
{
    return statement.kind == StatementKind::Insert || statement.kind == StatementKind::InsertOverwrite;
}

/// BEGIN STATEMENT SET; INSERT …; END: parts between its first and last are INSERTs, and there is one.
bool isSetOfInserts(const std::vector<Statement>& parts)
{
    return parts.size() > 2 && parts.front().kind == StatementKind::BeginStatementSet
        && parts.back().kind == StatementKind::EndStatementSet
        && std::all_of(parts.begin() + 1, parts.end() - 1, isInsert);
}

} // namespace

qsizetype SentStatement::toWritten(qsizetype offset) const
{
    qsizetype by = 0;
    for (const Shift& shift : m_shifts) {
        if (offset >= shift.from) {
            by = shift.by;
        }
    }
    return std::max<qsizetype>(offset - by, 0);
}

TextRange SentStatement::toScript(TextRange range, QStringView written, TextPosition begin) const
{
    if (!m_shifts.empty()) {
        const LineIndex sentLines(text);
        const LineIndex writtenLines(written);
        range = writtenLines.range(
            written, toWritten(sentLines.offset(text, range.begin)), toWritten(sentLines.offset(text, range.end)));
    }
    return sql::toScript(range, begin);
}

std::vector<SentStatement> statementsToSend(QStringView written)
{
    const std::vector<Statement> parts = partsToSend(written);
    std::vector<SentStatement> sent;
    if (!isSetOfInserts(parts)) {
        for (const Statement& part : parts) {
            SentStatement piece;
            piece.text = part.text(written).toString();
            piece.m_shifts.push_back({0, -part.offset});
            sent.push_back(std::move(piece));
        }
        return sent;
    }
    // Only the words that differ are changed, so that lines stay lines: BEGIN becomes EXECUTE, and the first ; goes for
    // a BEGIN behind SET (not in the ;'s own place, where a line comment might end).
    static constexpr QStringView s_execute = u"EXECUTE";
    static constexpr QStringView s_opening = u" BEGIN";
    Tokenizer tokenizer(view(written));
    Token begin;
    Token set;
    tokenizer.nextSignificant(begin);
    tokenizer.nextSignificant(set); // STATEMENT
    tokenizer.nextSignificant(set);
    const qsizetype semicolon = parts.front().end - 1;
    SentStatement whole;
    const auto add = [&whole, &written](QStringView own, qsizetype from, qsizetype to) {
        whole.text += own;
        whole.m_shifts.push_back({whole.text.size(), whole.text.size() - from});
        whole.text += written.sliced(from, to - from);
    };
    whole.m_shifts.push_back({0, -begin.offset});
    add(s_execute, begin.end(), set.end());
    add(s_opening, set.end(), semicolon);
    add({}, semicolon + 1, parts.back().textEnd());
    sent.push_back(std::move(whole));
    return sent;
}

} // namespace millrace::sql
