// SPDX-License-Identifier: GPL-3.0-or-later
// The folding half of EditorGutter.
#include "widgets/editor/editorgutter.h"
#include "widgets/editor/sqleditor.h"

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

} // namespace

bool EditorGutter::isFolded(int statement) const
{
    const Lines lines = linesOf(statement);
    return lines.last > lines.first && m_editor->send(Sci::SCI_GETFOLDEXPANDED, lines.first) == 0;
}

void EditorGutter::toggleFold(int statement)
{
    const Lines lines = linesOf(statement);
    if (lines.last <= lines.first) {
        return;
    }
    const auto first = lines.first;
    const bool fold = !isFolded(statement);
    // Scintilla finds folded lines again by this flag; it moves with its line
    m_editor->send(Sci::SCI_SETFOLDLEVEL, first,
        fold ? Sci::SC_FOLDLEVELBASE | Sci::SC_FOLDLEVELHEADERFLAG : Sci::SC_FOLDLEVELBASE);
    m_editor->send(Sci::SCI_SETFOLDEXPANDED, first, fold ? 0 : 1);
    m_editor->send(fold ? Sci::SCI_HIDELINES : Sci::SCI_SHOWLINES, first + 1, lines.last);
    if (fold) {
        const int caret = m_editor->caretPosition().line - 1;
        if (caret > lines.first && caret <= lines.last) {
            m_editor->send(Sci::SCI_GOTOPOS, m_editor->send(Sci::SCI_GETLINEENDPOSITION, first));
        }
    }
    m_editor->viewport()->update();
}

void EditorGutter::setAllFolded(bool folded)
{
    m_editor->setUpdatesEnabled(false);
    for (int i = 0; i < m_editor->statementCount(); ++i) {
        if (isFolded(i) != folded) {
            toggleFold(i);
        }
    }
    m_editor->setUpdatesEnabled(true);
}

void EditorGutter::reveal(int line)
{
    if (m_editor->send(Sci::SCI_GETLINEVISIBLE, line) != 0) {
        return;
    }
    long head = line;
    while (head > 0 && m_editor->send(Sci::SCI_GETLINEVISIBLE, head) == 0) {
        --head;
    }
    long last = line;
    while (last + 1 < m_editor->lines() && m_editor->send(Sci::SCI_GETLINEVISIBLE, last + 1) == 0) {
        ++last;
    }
    m_editor->send(Sci::SCI_SETFOLDEXPANDED, head, 1);
    m_editor->send(Sci::SCI_SHOWLINES, head, last);
}

void EditorGutter::repairFolds()
{
    if (m_editor->send(Sci::SCI_GETALLLINESVISIBLE) != 0) {
        return;
    }
    // show everything, then hide again what a folded statement still covers
    std::vector<int> heads;
    for (long line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, 0); line >= 0;
         line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, line + 1)) {
        heads.push_back(static_cast<int>(line));
    }
    m_editor->send(Sci::SCI_SHOWLINES, 0, m_editor->lines() - 1);
    const auto& statements = m_editor->statements();
    for (const int head : heads) {
        const long begin = m_editor->send(Sci::SCI_POSITIONFROMLINE, head);
        const long end = m_editor->send(Sci::SCI_GETLINEENDPOSITION, head);
        const auto first = std::lower_bound(statements.begin(), statements.end(), begin,
            [](const sql::Statement& each, long at) { return each.offset < at; });
        m_editor->send(Sci::SCI_SETFOLDEXPANDED, head, 1);
        if (first != statements.end() && first->offset <= end) {
            toggleFold(static_cast<int>(first - statements.begin()));
        }
    }
}

} // namespace millrace
