// SPDX-License-Identifier: GPL-3.0-or-later
// What CodeEditor does by key.
#include "widgets/editor/codeeditor.h"

#include <Qsci/qscicommandset.h>

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Binding {
    EditorCommand command;
    QList<QKeySequence> keys;
};

const std::vector<Binding>& bindings()
{
    using Keys = QList<QKeySequence>;
    static const std::vector<Binding> table = {
        {EditorCommand::ToggleComment, Keys{Qt::CTRL | Qt::Key_Slash}},
        {EditorCommand::Duplicate, Keys{Qt::CTRL | Qt::Key_D}},
        {EditorCommand::MoveLinesUp, Keys{Qt::ALT | Qt::SHIFT | Qt::Key_Up}},
        {EditorCommand::MoveLinesDown, Keys{Qt::ALT | Qt::SHIFT | Qt::Key_Down}},
        {EditorCommand::DeleteLine, Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_K}},
        {EditorCommand::JoinLines, Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_J}},
        {EditorCommand::UpperCase, Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_U}},
        {EditorCommand::LowerCase, Keys{Qt::CTRL | Qt::Key_U}},
        {EditorCommand::NextStatement, Keys{Qt::ALT | Qt::Key_Down}},
        {EditorCommand::PreviousStatement, Keys{Qt::ALT | Qt::Key_Up}},
        {EditorCommand::SelectStatement, Keys{Qt::CTRL | Qt::ALT | Qt::Key_A}},
        {EditorCommand::ToggleFold, Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft}},
        {EditorCommand::FoldAll, Keys{}},
        {EditorCommand::UnfoldAll, Keys{}},
        {EditorCommand::Complete, Keys{Qt::CTRL | Qt::Key_Space, Qt::ALT | Qt::Key_Slash}},
        {EditorCommand::ZoomIn, Keys{Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}},
        {EditorCommand::ZoomOut, Keys{Qt::CTRL | Qt::Key_Minus}},
        {EditorCommand::ZoomReset, Keys{Qt::CTRL | Qt::Key_0}},
    };
    return table;
}

std::optional<EditorCommand> commandFor(const QKeyEvent& event)
{
    const QKeySequence pressed(event.keyCombination());
    // layouts on which / or + need Shift
    const QKeySequence unshifted(QKeyCombination(event.modifiers() & ~Qt::ShiftModifier, Qt::Key(event.key())));
    const bool symbol = event.key() < Qt::Key_A || event.key() == Qt::Key_BraceLeft;
    for (const Binding& binding : bindings()) {
        if (binding.keys.contains(pressed) || (symbol && binding.keys.contains(unshifted))) {
            return binding.command;
        }
    }
    return std::nullopt;
}

} // namespace

QList<QKeySequence> CodeEditor::defaultKeys(EditorCommand command)
{
    for (const Binding& binding : bindings()) {
        if (binding.command == command) {
            return binding.keys;
        }
    }
    return {};
}

bool CodeEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // QScintilla claims every key with a text; those with Ctrl or Alt belong to the window first
        const Qt::KeyboardModifiers held = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
        const bool altGr = held == (Qt::ControlModifier | Qt::AltModifier) && !key->text().isEmpty();
        if (held && !altGr && !standardKey(*key)) {
            return false;
        }
    }
    return QsciScintilla::event(event);
}

bool CodeEditor::standardKey(const QKeyEvent& event) const
{
    return standardCommands()->boundTo(event.keyCombination().toCombined()) != nullptr;
}

void CodeEditor::keyPressEvent(QKeyEvent* event)
{
    if (m_ownKeys) {
        if (const std::optional<EditorCommand> command = commandFor(*event)) {
            perform(*command);
            settle();
            event->accept();
            return;
        }
    }
    const Qt::KeyboardModifiers held = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const bool altGr =
        held == (Qt::ControlModifier | Qt::AltModifier) && !event->text().isEmpty() && event->text().at(0).isPrint();
    if (held && !altGr && !standardKey(*event)) {
        event->ignore(); // not text: Ctrl+Enter must not break the line when no action has it
        return;
    }
    QsciScintilla::keyPressEvent(event);
    settle();
}

void CodeEditor::perform(EditorCommand command)
{
    switch (command) {
    case EditorCommand::ToggleComment:
        return toggleComment();
    case EditorCommand::Duplicate:
        return duplicate();
    case EditorCommand::MoveLinesUp:
        send(SCI_MOVESELECTEDLINESUP);
        return;
    case EditorCommand::MoveLinesDown:
        send(SCI_MOVESELECTEDLINESDOWN);
        return;
    case EditorCommand::DeleteLine:
        send(SCI_LINEDELETE);
        return;
    case EditorCommand::JoinLines:
        beginUndoAction();
        send(SCI_TARGETFROMSELECTION);
        if (send(SCI_GETTARGETSTART) == send(SCI_GETTARGETEND)) {
            const long line = send(SCI_LINEFROMPOSITION, send(SCI_GETCURRENTPOS));
            const auto next = std::min<long>(line + 1, lines() - 1);
            send(SCI_SETTARGETRANGE, send(SCI_GETCURRENTPOS), send(SCI_POSITIONFROMLINE, next));
        }
        send(SCI_LINESJOIN);
        endUndoAction();
        return;
    case EditorCommand::UpperCase:
        send(SCI_UPPERCASE);
        return;
    case EditorCommand::LowerCase:
        send(SCI_LOWERCASE);
        return;
    case EditorCommand::ZoomIn:
        return setFontZoom(fontZoom() + 1);
    case EditorCommand::ZoomOut:
        return setFontZoom(fontZoom() - 1);
    case EditorCommand::ZoomReset:
        return setFontZoom(0);
    default:
        return; // needs to know the language
    }
}

/// Comments the lines that the selection touches, or takes the comment from all of them. One undo step; blank lines
/// stay.
void CodeEditor::toggleComment()
{
    const long anchor = send(SCI_GETANCHOR);
    const long caret = send(SCI_GETCURRENTPOS);
    const long from = std::min(anchor, caret);
    const long to = std::max(anchor, caret);
    const long first = send(SCI_LINEFROMPOSITION, from);
    long last = send(SCI_LINEFROMPOSITION, to);
    if (last > first && send(SCI_POSITIONFROMLINE, last) == to) {
        --last; // the selection only touches its start
    }
    const QString mark = lineCommentPrefix();
    long indent = std::numeric_limits<long>::max();
    bool all = true;
    bool any = false;
    for (long line = first; line <= last; ++line) {
        const QString content = text(static_cast<int>(line)).trimmed();
        if (content.isEmpty()) {
            continue;
        }
        any = true;
        all = all && content.startsWith(mark);
        const auto at = line;
        indent = std::min(indent, send(SCI_GETLINEINDENTPOSITION, at) - send(SCI_POSITIONFROMLINE, at));
    }
    if (!any) {
        return;
    }
    const QByteArray prefix = mark.toUtf8() + ' ';
    beginUndoAction();
    for (long line = last; line >= first; --line) {
        const auto at = line;
        const QString content = text(static_cast<int>(line)).trimmed();
        if (content.isEmpty()) {
            continue;
        }
        if (all) {
            const bool space = content.size() > mark.size() && content.at(mark.size()) == u' ';
            send(SCI_DELETERANGE, send(SCI_GETLINEINDENTPOSITION, at), mark.size() + (space ? 1 : 0));
        } else {
            SendScintilla(SCI_INSERTTEXT, static_cast<unsigned long>(send(SCI_POSITIONFROMLINE, at) + indent),
                prefix.constData());
        }
    }
    endUndoAction();
}

void CodeEditor::duplicate()
{
    beginUndoAction();
    send(hasSelectedText() ? SCI_SELECTIONDUPLICATE : SCI_LINEDUPLICATE);
    endUndoAction();
}

} // namespace millrace
