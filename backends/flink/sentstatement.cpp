// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/sentstatement.h"

#include "sql/positions.h"
#include "sql/statements.h"

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

SentStatement::SentStatement(QString statement) : m_statement(std::move(statement)), m_sent(m_statement)
{
    const std::vector<sql::Statement> parts = sql::partsToSend(m_statement);
    if (parts.size() < 2) {
        return;
    }
    const QString head = u"EXECUTE STATEMENT SET BEGIN"_s;
    m_editBegin = parts.front().offset;
    m_editEnd = parts.front().end;
    m_sentEditEnd = m_editBegin + head.size();
    m_sent = m_statement.left(m_editBegin) + head + m_statement.mid(m_editEnd);
}

qsizetype SentStatement::original(qsizetype sentOffset) const
{
    if (sentOffset <= m_editBegin) {
        return sentOffset;
    }
    if (sentOffset >= m_sentEditEnd) {
        return sentOffset - m_sentEditEnd + m_editEnd;
    }
    return std::min(sentOffset, m_editEnd);
}

TextRange SentStatement::range(const errors::NamedPlace& place) const
{
    const sql::LineIndex sentLines(m_sent);
    TextRange sent;
    if (place.last) {
        sent = sql::fromServerRange(m_sent, place.first, *place.last);
    } else {
        sent.begin = sql::fromServerPosition(m_sent, place.first.line, place.first.column);
        const qsizetype begin = sentLines.offset(m_sent, sent.begin);
        sent.end = sentLines.position(m_sent, std::min(begin + place.length, m_sent.size()));
    }
    const qsizetype begin = original(sentLines.offset(m_sent, sent.begin));
    const qsizetype end = std::max(begin, original(sentLines.offset(m_sent, sent.end)));
    return sql::LineIndex(m_statement).range(m_statement, begin, end);
}

} // namespace millrace::flink
