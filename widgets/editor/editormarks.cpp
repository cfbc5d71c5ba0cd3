// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editormarks.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace millrace {

namespace {

size_t hashOf(const sql::Statement& statement, std::string_view text)
{
    return std::hash<std::string_view>()(statement.text(text));
}

} // namespace

RunState EditorMarks::Mark::shownState() const
{
    return stale && !isActive() ? RunState::NotRun : state;
}

bool EditorMarks::Mark::isActive() const
{
    return state == RunState::Queued || state == RunState::Running || state == RunState::Cancelling;
}

int EditorMarks::statementHolding(const Statements& statements, int offset)
{
    const auto behind = std::upper_bound(statements.begin(), statements.end(), offset,
        [](int at, const sql::Statement& statement) { return at < statement.end; });
    if (behind == statements.end()) {
        return -1;
    }
    return offset >= behind->begin ? static_cast<int>(behind - statements.begin()) : -1;
}

quint64 EditorMarks::set(
    int statement, RunState state, const QString& note, const Statements& statements, std::string_view text)
{
    if (statement < 0 || statement >= static_cast<int>(statements.size())) {
        return 0;
    }
    const sql::Statement& target = statements[static_cast<size_t>(statement)];
    std::erase_if(m_marks, [&](const Mark& mark) { return mark.anchor >= target.begin && mark.anchor < target.end; });
    Mark mark{.id = m_nextId++, .state = state, .note = note, .anchor = target.offset};
    mark.textHash = hashOf(target, text);
    const auto place = std::upper_bound(
        m_marks.begin(), m_marks.end(), mark.anchor, [](int anchor, const Mark& each) { return anchor < each.anchor; });
    const quint64 id = mark.id;
    m_marks.insert(place, std::move(mark));
    return id;
}

bool EditorMarks::update(quint64 id, RunState state, const QString& note)
{
    for (Mark& mark : m_marks) {
        if (mark.id == id) {
            mark.state = state;
            mark.note = note;
            return true;
        }
    }
    return false;
}

void EditorMarks::beforeEdit(const Statements& old, int offset, int removed, int added)
{
    const int end = offset + removed;
    std::erase_if(m_marks, [&](const Mark& mark) {
        if (removed == 0 || mark.anchor < offset || mark.anchor >= end) {
            return false;
        }
        const int index = statementHolding(old, mark.anchor);
        return index < 0 || old[static_cast<size_t>(index)].textEnd() <= end; // all of it went
    });
    for (Mark& mark : m_marks) {
        if (mark.anchor >= end) {
            mark.anchor += added - removed; // text written right before the first word moves the word
        } else if (mark.anchor > offset) {
            mark.anchor = offset + added;
        }
    }
}

void EditorMarks::afterEdit(
    const Statements& statements, std::string_view text, const sql::StatementIndex::Change& change)
{
    const auto count = static_cast<int>(statements.size());
    const int behind = change.first + change.added;
    const int from = change.first > 0 ? statements[static_cast<size_t>(change.first - 1)].end : 0;
    const int to = behind < count ? statements[static_cast<size_t>(behind)].offset : std::numeric_limits<int>::max();
    int last = -1;
    std::erase_if(m_marks, [&](Mark& mark) {
        if (mark.anchor < from || mark.anchor >= to) {
            return false; // nothing changed there
        }
        const int index = statementHolding(statements, mark.anchor);
        if (index < 0 || index == last) {
            return true; // two statements became one: the first one's mark stays
        }
        const sql::Statement& statement = statements[static_cast<size_t>(index)];
        if (mark.anchor < statement.offset || mark.anchor > statement.textEnd()) {
            return true; // its words are a comment now
        }
        last = index;
        mark.anchor = statement.offset;
        mark.stale = hashOf(statement, text) != mark.textHash;
        return false;
    });
}

const EditorMarks::Mark* EditorMarks::find(quint64 id) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(), [id](const Mark& mark) { return mark.id == id; });
    return found == m_marks.end() ? nullptr : &*found;
}

const EditorMarks::Mark* EditorMarks::of(const sql::Statement& statement) const
{
    const auto found = std::lower_bound(m_marks.begin(), m_marks.end(), statement.begin,
        [](const Mark& mark, int begin) { return mark.anchor < begin; });
    return found != m_marks.end() && found->anchor < statement.end ? &*found : nullptr;
}

} // namespace millrace
