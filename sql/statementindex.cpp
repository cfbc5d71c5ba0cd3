// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statementindex.h"

#include "sql/splitter.h"

#include <algorithm>

namespace millrace::sql {

void StatementIndex::reset(QStringView text)
{
    m_statements = splitStatements(text);
}

void StatementIndex::reset(std::string_view utf8Text)
{
    m_statements = splitStatements(utf8Text);
}

StatementIndex::Change StatementIndex::update(QStringView text, qsizetype offset, qsizetype removed, qsizetype added)
{
    return updateAny(view(text), offset, removed, added);
}

StatementIndex::Change StatementIndex::update(
    std::string_view utf8Text, qsizetype offset, qsizetype removed, qsizetype added)
{
    return updateAny(utf8Text, offset, removed, added);
}

namespace {

/// From where on an edit at offset may change how the text is read. That is offset itself, except that a double quote
/// looks ahead for another one on its line, past any ;.
template <typename Char> qsizetype touchedFrom(std::basic_string_view<Char> text, qsizetype offset)
{
    qsizetype touched = offset;
    for (qsizetype at = offset - 1; at >= 0; --at) {
        const Char unit = text[static_cast<std::size_t>(at)];
        if (unit == Char('\n') || unit == Char('\r')) {
            break;
        }
        if (unit == Char('"')) {
            touched = at;
        }
    }
    return touched;
}

} // namespace

/// A statement that ended with its ; before the edit stays as it is, for reading goes from left to right. Behind the
/// edit reading can stop as soon as a new statement ends where an old one did: from there on both see the same text in
/// the same state.
template <typename Char>
StatementIndex::Change StatementIndex::updateAny(
    std::basic_string_view<Char> text, qsizetype offset, qsizetype removed, qsizetype added)
{
    const qsizetype touched = touchedFrom(text, offset);
    const auto first = std::find_if(std::lower_bound(m_statements.begin(), m_statements.end(), touched,
                                        [](const Statement& statement, qsizetype at) { return statement.end < at; }),
        m_statements.end(), [touched](const Statement& s) { return !s.terminated || s.end > touched; });
    const qsizetype delta = added - removed;
    auto old = first;
    std::vector<Statement> fresh;
    StatementReader<Char> reader(text, first == m_statements.begin() ? 0 : std::prev(first)->end);
    bool synchronised = false;
    for (Statement statement; !synchronised && reader.next(statement);) {
        fresh.push_back(statement);
        while (old != m_statements.end() && (old->end < offset + removed || old->end + delta < statement.end)) {
            ++old;
        }
        synchronised =
            old != m_statements.end() && old->terminated && statement.terminated && old->end + delta == statement.end;
    }
    old = synchronised ? std::next(old) : m_statements.end();
    for (auto moved = old; delta != 0 && moved != m_statements.end(); ++moved) {
        moved->begin += static_cast<int>(delta);
        moved->offset += static_cast<int>(delta);
        moved->end += static_cast<int>(delta);
    }
    const Change change{
        static_cast<int>(first - m_statements.begin()), static_cast<int>(old - first), static_cast<int>(fresh.size())};
    const auto common = static_cast<std::ptrdiff_t>(std::min(change.removed, change.added));
    std::copy(fresh.begin(), fresh.begin() + common, first);
    const auto rest = m_statements.erase(first + common, old);
    m_statements.insert(rest, fresh.begin() + common, fresh.end());
    return change;
}

} // namespace millrace::sql
