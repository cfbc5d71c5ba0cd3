// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editoraccessible.h"

#include "widgets/editor/codeeditor.h"

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* editor = qobject_cast<CodeEditor*>(object);
    return editor ? new EditorAccessible(editor) : nullptr;
}

} // namespace

EditorAccessible::EditorAccessible(CodeEditor* editor) : QAccessibleWidget(editor, QAccessible::EditableText) { }

void EditorAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(once)
}

CodeEditor* EditorAccessible::editor() const
{
    return static_cast<CodeEditor*>(widget());
}

void* EditorAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                              : QAccessibleWidget::interface_cast(type);
}

QString EditorAccessible::text(QAccessible::Text text) const
{
    return text == QAccessible::Value ? editor()->text() : QAccessibleWidget::text(text);
}

QAccessible::State EditorAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.selectableText = true;
    state.multiLine = true;
    state.focusable = true;
    state.readOnly = editor()->isReadOnly();
    state.editable = !state.readOnly;
    return state;
}

void EditorAccessible::selection(int selectionIndex, int* startOffset, int* endOffset) const
{
    *startOffset = 0;
    *endOffset = 0;
    if (selectionIndex == 0 && selectionCount() == 1) {
        *startOffset = editor()->utf16Of(static_cast<int>(editor()->send(Sci::SCI_GETSELECTIONSTART)));
        *endOffset = editor()->utf16Of(static_cast<int>(editor()->send(Sci::SCI_GETSELECTIONEND)));
    }
}

int EditorAccessible::selectionCount() const
{
    return editor()->send(Sci::SCI_GETSELECTIONEMPTY) != 0 ? 0 : 1;
}

void EditorAccessible::addSelection(int startOffset, int endOffset)
{
    editor()->selectRange(startOffset, endOffset);
}

void EditorAccessible::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0) {
        editor()->setCaretOffset(editor()->caretOffset());
    }
}

void EditorAccessible::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex == 0) {
        editor()->selectRange(startOffset, endOffset);
    }
}

int EditorAccessible::cursorPosition() const
{
    return editor()->caretOffset();
}

void EditorAccessible::setCursorPosition(int position)
{
    editor()->setCaretOffset(position);
}

QString EditorAccessible::text(int startOffset, int endOffset) const
{
    return editor()->textRange(startOffset, endOffset < 0 ? characterCount() : endOffset);
}

int EditorAccessible::characterCount() const
{
    return editor()->textLength();
}

QRect EditorAccessible::characterRect(int offset) const
{
    const int byte = editor()->byteOf(offset);
    const long x = editor()->send(Sci::SCI_POINTXFROMPOSITION, 0, byte);
    const long y = editor()->send(Sci::SCI_POINTYFROMPOSITION, 0, byte);
    const long next = editor()->send(Sci::SCI_POINTXFROMPOSITION, 0, editor()->send(Sci::SCI_POSITIONAFTER, byte));
    const QPoint corner = editor()->viewport()->mapToGlobal(QPoint(static_cast<int>(x), static_cast<int>(y)));
    return {corner, QSize(static_cast<int>(std::max(1L, next - x)), editor()->lineHeight())};
}

int EditorAccessible::offsetAtPoint(const QPoint& point) const
{
    const QPoint at = editor()->viewport()->mapFromGlobal(point);
    const long byte = editor()->send(Sci::SCI_POSITIONFROMPOINTCLOSE, at.x(), at.y());
    return byte < 0 ? -1 : editor()->utf16Of(static_cast<int>(byte));
}

void EditorAccessible::scrollToSubstring(int startIndex, int endIndex)
{
    editor()->send(Sci::SCI_SCROLLRANGE, editor()->byteOf(endIndex), editor()->byteOf(startIndex));
}

QString EditorAccessible::attributes(int offset, int* startOffset, int* endOffset) const
{
    *startOffset = offset;
    *endOffset = offset + 1;
    return {};
}

} // namespace millrace
