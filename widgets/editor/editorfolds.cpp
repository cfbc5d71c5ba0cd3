// SPDX-License-Identifier: GPL-3.0-or-later
// The folding half of EditorGutter.
#include "widgets/editor/editorgutter.h"
#include "widgets/editor/sqleditor.h"

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

} // namespace

bool EditorGutter::isFolded(int line) const
{
    return m_editor->send(Sci::SCI_GETFOLDEXPANDED, line) == 0;
}

void EditorGutter::toggleFold(int line)
{
    const bool fold = !isFolded(line);
    const int last = m_editor->lastLineOfFold(line);
    if (last < 0 && fold) {
        return;
    }
    // Scintilla finds folded lines again by this flag; it moves with its line
    m_editor->send(Sci::SCI_SETFOLDLEVEL, line,
        fold ? Sci::SC_FOLDLEVELBASE | Sci::SC_FOLDLEVELHEADERFLAG : Sci::SC_FOLDLEVELBASE);
    m_editor->send(Sci::SCI_SETFOLDEXPANDED, line, fold ? 0 : 1);
    if (last < 0) {
        return repairFolds(); // it is no fold any more: what it hid is found by the others
    }
    m_editor->send(fold ? Sci::SCI_HIDELINES : Sci::SCI_SHOWLINES, line + 1, last);
    if (fold) {
        const int caret = m_editor->caretPosition().line - 1;
        if (caret > line && caret <= last) {
            m_editor->send(Sci::SCI_GOTOPOS, m_editor->send(Sci::SCI_GETLINEENDPOSITION, line));
        }
    } else {
        hideFolded(line + 1, last);
    }
    m_editor->viewport()->update();
}

/// Hides again what folds inside these lines cover.
void EditorGutter::hideFolded(int from, int to)
{
    for (long line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, from); line >= 0 && line <= to;
         line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, line + 1)) {
        if (const int last = m_editor->lastLineOfFold(static_cast<int>(line)); last > line) {
            m_editor->send(Sci::SCI_HIDELINES, line + 1, last);
        }
    }
}

void EditorGutter::setAllFolded(bool folded)
{
    m_editor->setUpdatesEnabled(false);
    if (folded) {
        int hiddenTo = -1;
        for (const auto& [first, last] : m_editor->foldLines()) {
            m_editor->send(Sci::SCI_SETFOLDLEVEL, first, Sci::SC_FOLDLEVELBASE | Sci::SC_FOLDLEVELHEADERFLAG);
            m_editor->send(Sci::SCI_SETFOLDEXPANDED, first, 0);
            if (first > hiddenTo) {
                m_editor->send(Sci::SCI_HIDELINES, first + 1, static_cast<long>(last));
                hiddenTo = last;
            }
        }
        int line = m_editor->caretPosition().line - 1;
        if (m_editor->send(Sci::SCI_GETLINEVISIBLE, line) == 0) {
            while (line > 0 && m_editor->send(Sci::SCI_GETLINEVISIBLE, line) == 0) {
                --line;
            }
            m_editor->send(Sci::SCI_GOTOPOS, m_editor->send(Sci::SCI_GETLINEENDPOSITION, line));
        }
    } else {
        for (long line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, 0); line >= 0;
             line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, line + 1)) {
            m_editor->send(Sci::SCI_SETFOLDEXPANDED, line, 1);
        }
        m_editor->send(Sci::SCI_SHOWLINES, 0, m_editor->lines() - 1);
    }
    m_editor->setUpdatesEnabled(true);
}

void EditorGutter::reveal(int line)
{
    while (m_editor->send(Sci::SCI_GETLINEVISIBLE, line) == 0) {
        long head = line;
        while (head > 0 && m_editor->send(Sci::SCI_GETLINEVISIBLE, head) == 0) {
            --head;
        }
        if (!isFolded(static_cast<int>(head))) {
            m_editor->send(Sci::SCI_SHOWLINES, line, static_cast<long>(line));
            return;
        }
        toggleFold(static_cast<int>(head)); // what is inside may be folded, too
    }
}

void EditorGutter::repairFolds()
{
    if (m_editor->send(Sci::SCI_GETALLLINESVISIBLE) != 0) {
        return;
    }
    // show everything, then hide again what something folded still covers
    m_editor->send(Sci::SCI_SHOWLINES, 0, m_editor->lines() - 1);
    for (long line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, 0); line >= 0;
         line = m_editor->send(Sci::SCI_CONTRACTEDFOLDNEXT, line + 1)) {
        if (m_editor->lastLineOfFold(static_cast<int>(line)) < 0) {
            m_editor->send(Sci::SCI_SETFOLDLEVEL, line, Sci::SC_FOLDLEVELBASE);
            m_editor->send(Sci::SCI_SETFOLDEXPANDED, line, 1);
        }
    }
    hideFolded(0, m_editor->lines() - 1);
}

} // namespace millrace
