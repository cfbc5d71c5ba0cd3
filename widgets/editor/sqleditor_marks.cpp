// SPDX-License-Identifier: GPL-3.0-or-later
// What SqlEditor shows over its text: states of runs, brackets, the overview.
#include "widgets/editor/bracketmatch.h"
#include "widgets/editor/editormarks.h"
#include "widgets/editor/editorproblems.h"
#include "widgets/editor/overviewscrollbar.h"
#include "widgets/editor/sqleditor.h"

namespace millrace {

quint64 SqlEditor::markStatement(int statement, RunState state, const QString& note)
{
    const quint64 id = m_marks->set(statement, state, note, statements(), utf8());
    updateOverview();
    viewport()->update();
    Q_EMIT marksChanged();
    return id;
}

void SqlEditor::updateMark(quint64 id, RunState state, const QString& note)
{
    const EditorMarks::Mark* before = m_marks->find(id);
    const bool newState = before && before->state != state;
    if (m_marks->update(id, state, note)) {
        if (newState) {
            updateOverview();
        }
        viewport()->update();
        Q_EMIT marksChanged();
    }
}

void SqlEditor::setMarks(const std::vector<StatementMark>& marks)
{
    settle();
    m_marks->clear();
    for (const StatementMark& mark : marks) {
        m_marks->set(mark.statement, mark.state, mark.note, statements(), utf8());
    }
    updateOverview();
    viewport()->update();
    Q_EMIT marksChanged();
}

void SqlEditor::clearMarks()
{
    setMarks({});
}

std::vector<StatementMark> SqlEditor::marks() const
{
    const std::vector<sql::Statement>& all = statements();
    std::vector<StatementMark> marks;
    for (const EditorMarks::Mark& mark : m_marks->marks()) {
        const bool shown = mark.shownState() != RunState::NotRun;
        marks.push_back({.statement = EditorMarks::statementHolding(all, mark.anchor),
            .state = mark.shownState(),
            .note = shown ? mark.note : QString()});
    }
    return marks;
}

int SqlEditor::statementOfMark(quint64 id) const
{
    const std::vector<sql::Statement>& all = statements(); // first: it brings the marks up to date
    const EditorMarks::Mark* mark = m_marks->find(id);
    return mark ? EditorMarks::statementHolding(all, mark->anchor) : -1;
}

RunState SqlEditor::stateOf(int statement) const
{
    const EditorMarks::Mark* mark = m_marks->of(statements()[static_cast<size_t>(statement)]);
    return mark ? mark->shownState() : RunState::NotRun;
}

void SqlEditor::matchBrackets()
{
    const long caret = send(SCI_GETCURRENTPOS);
    const int index = EditorMarks::statementHolding(statements(), static_cast<int>(std::max(0L, caret - 1)));
    std::optional<BracketPair> pair;
    if (!isSql(m_language)) {
        pair = bracketInCode(static_cast<int>(caret));
    } else if (index >= 0) {
        const sql::Statement& at = statements()[static_cast<size_t>(index)];
        pair = matchBracket(utf8().substr(static_cast<size_t>(at.begin), static_cast<size_t>(at.end - at.begin)),
            static_cast<int>(caret) - at.begin);
        if (pair) {
            pair->open += at.begin;
            pair->close += pair->close >= 0 ? at.begin : 0;
        }
    }
    if (pair && pair->close >= 0) {
        send(SCI_BRACEHIGHLIGHT, pair->open, pair->close);
    } else if (pair) {
        send(SCI_BRACEBADLIGHT, pair->open);
    } else {
        send(SCI_BRACEHIGHLIGHT, -1, -1);
    }
}

void SqlEditor::updateOverview()
{
    std::vector<OverviewScrollBar::Mark> marks;
    const double all = std::max(1, lines());
    for (const EditorMarks::Mark& mark : m_marks->marks()) {
        if (mark.isActive() || mark.shownState() == RunState::Failed) {
            const Token color = mark.isActive() ? Token::Accent : Token::Error;
            marks.push_back({(positionOfByte(mark.anchor).line - 1) / all, color});
        }
    }
    for (const EditorProblems::Place& place : m_problems->places()) {
        marks.push_back({place.line / all, EditorProblems::colorOf(place.severity)});
    }
    overview()->setMarks(std::move(marks));
}

} // namespace millrace
