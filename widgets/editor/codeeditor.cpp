// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/codeeditor.h"

#include "widgets/common/theme.h"
#include "widgets/editor/editoraccessible.h"
#include "widgets/editor/overviewscrollbar.h"

#include <Qsci/qscicommandset.h>

#include <QAccessible>
#include <QDragEnterEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QMimeData>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int lineIndexUtf16 = QsciScintillaBase::SC_LINECHARACTERINDEX_UTF16;

QsciScintilla::EolMode toSci(LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::CrLf:
        return QsciScintilla::EolWindows;
    case LineEnd::Cr:
        return QsciScintilla::EolMac;
    case LineEnd::Lf:
        break;
    }
    return QsciScintilla::EolUnix;
}

/// The combinations of Scintilla that people know from everywhere stay; its other Ctrl keys give way to ours.
bool isWellKnown(int key)
{
    const int code = key & ~static_cast<int>(Qt::KeyboardModifierMask);
    const bool letter = code >= Qt::Key_A && code <= Qt::Key_Z;
    static const QList<int> letters = {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z};
    if (letter) {
        return letters.contains(code) && !(key & static_cast<int>(Qt::ALT));
    }
    return code >= Qt::Key_Escape; // arrows, Home, Delete and the like are above all characters
}

} // namespace

CodeEditor::CodeEditor(QWidget* parent) : QsciScintilla(parent), m_overview(new OverviewScrollBar)
{
    EditorAccessible::install();
    replaceVerticalScrollBar(m_overview);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // it shows where things stand, too
    setUpScintilla();
    freeKeys();
    CodeEditor::applyLook(currentTheme());
    // The notification of a change itself is left out: for it QScintilla counts the characters from the start of the
    // text, which is felt in a script of many megabytes. What is announced is taken in when it is needed: before the
    // next change, before painting, when somebody asks, or at the end of this turn of the event loop.
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
        [this](int position, int type, const char*, int length, int, int, int, int, int, int) {
            settle();
            m_pending = {position, type & SC_MOD_BEFOREDELETE ? length : 0, type & SC_MOD_BEFOREINSERT ? length : 0};
            m_settle.start();
        });
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &CodeEditor::settle);
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int updated) {
        settle();
        if (updated & SC_UPDATE_SELECTION) {
            if (QAccessible::isActive()) {
                QAccessibleTextCursorEvent event(this, caretOffset());
                QAccessible::updateAccessibility(&event);
            }
            Q_EMIT caretMoved();
        }
    });
}

void CodeEditor::setUpScintilla()
{
    setUtf8(true);
    setAccessibleName(tr("SQL editor"));
    send(SCI_SETMODEVENTMASK, SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE);
    send(SCI_ALLOCATELINECHARACTERINDEX, lineIndexUtf16);
    send(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETMULTIPLESELECTION, 1);
    send(SCI_SETADDITIONALSELECTIONTYPING, 1);
    send(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
    send(SCI_SETMOUSEDWELLTIME, 400);
    send(SCI_SETYCARETPOLICY, CARET_SLOP | CARET_EVEN, 2);
    send(SCI_SETMARGINLEFT, 0, 0);
    setCaretLineVisible(true);
    send(SCI_SETCARETLINEVISIBLEALWAYS, 1);
    setCaretWidth(2);
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setTabWidth(4);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setTabIndents(true);
    for (int margin = 0; margin < 5; ++margin) {
        setMarginWidth(margin, 0);
    }
}

void CodeEditor::freeKeys()
{
    for (QsciCommand* command : standardCommands()->commands()) {
        const bool zoom = command->command() == QsciCommand::ZoomIn || command->command() == QsciCommand::ZoomOut;
        const auto taken = [&](int key) {
            constexpr int held = static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::META);
            return zoom || ((key & held) && !isWellKnown(key));
        };
        if (taken(command->key())) {
            command->setKey(0);
        }
        if (taken(command->alternateKey())) {
            command->setAlternateKey(0);
        }
    }
    if (QsciCommand* redo = standardCommands()->boundTo(QKeyCombination(Qt::CTRL | Qt::Key_Y).toCombined())) {
        redo->setAlternateKey(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::SHIFT) | Qt::Key_Z);
    }
}

long CodeEditor::send(unsigned int message, long wParam, long lParam) const
{
    return SendScintilla(message, static_cast<unsigned long>(wParam), lParam);
}

std::string_view CodeEditor::utf8() const
{
    const auto* text = static_cast<const char*>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {text, static_cast<size_t>(send(SCI_GETLENGTH))};
}

int CodeEditor::lineHeight() const
{
    return static_cast<int>(send(SCI_TEXTHEIGHT, 0));
}

void CodeEditor::loadText(const QString& text, LineEnd lineEnd)
{
    const bool readOnly = isReadOnly();
    setReadOnly(false);
    const QByteArray bytes = text.toUtf8();
    send(SCI_SETUNDOCOLLECTION, 0);
    send(SCI_CLEARALL);
    SendScintilla(SCI_ALLOCATE, static_cast<unsigned long>(bytes.size() + 4096), 0L);
    // by length, not up to a zero byte
    SendScintilla(SCI_APPENDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
    send(SCI_SETUNDOCOLLECTION, 1);
    send(SCI_EMPTYUNDOBUFFER);
    setEolMode(toSci(lineEnd));
    send(SCI_GOTOPOS, 0);
    setModified(false);
    setReadOnly(readOnly);
    settle();
}

int CodeEditor::utf16Of(int byteOffset) const
{
    const auto at = byteOffset;
    const auto line = send(SCI_LINEFROMPOSITION, at);
    const long lineStart = send(SCI_POSITIONFROMLINE, line);
    return static_cast<int>(
        send(SCI_INDEXPOSITIONFROMLINE, line, lineIndexUtf16) + send(SCI_COUNTCODEUNITS, lineStart, byteOffset));
}

int CodeEditor::byteOf(int utf16Offset) const
{
    const int clamped = std::clamp(utf16Offset, 0, textLength());
    const long line = send(SCI_LINEFROMINDEXPOSITION, clamped, lineIndexUtf16);
    const long start = send(SCI_POSITIONFROMLINE, line);
    const long units = send(SCI_INDEXPOSITIONFROMLINE, line, lineIndexUtf16);
    return static_cast<int>(send(SCI_POSITIONRELATIVECODEUNITS, start, clamped - units));
}

int CodeEditor::textLength() const
{
    return utf16Of(static_cast<int>(send(SCI_GETLENGTH)));
}

int CodeEditor::caretOffset() const
{
    return utf16Of(static_cast<int>(send(SCI_GETCURRENTPOS)));
}

TextPosition CodeEditor::caretPosition() const
{
    return positionOfByte(static_cast<int>(send(SCI_GETCURRENTPOS)));
}

TextPosition CodeEditor::positionOfByte(int byteOffset) const
{
    const long line = send(SCI_LINEFROMPOSITION, byteOffset);
    const long start = send(SCI_POSITIONFROMLINE, line);
    const long column = send(SCI_COUNTCHARACTERS, start, byteOffset);
    return {static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

int CodeEditor::byteOfPosition(TextPosition position) const
{
    const int line = std::clamp(position.line - 1, 0, lines() - 1);
    const long start = send(SCI_POSITIONFROMLINE, line);
    const long end = send(SCI_GETLINEENDPOSITION, line);
    const long at = send(SCI_POSITIONRELATIVE, start, std::max(0, position.column - 1));
    // POSITIONRELATIVE answers 0 when there are not that many characters
    return static_cast<int>(at < start || at > end ? end : at);
}

void CodeEditor::setCaretOffset(int offset)
{
    send(SCI_GOTOPOS, byteOf(offset));
}

void CodeEditor::goTo(TextPosition position)
{
    const auto at = byteOfPosition(position);
    const long line = send(SCI_LINEFROMPOSITION, at);
    send(SCI_SETSEL, at, static_cast<long>(at));
    const long shown = send(SCI_VISIBLEFROMDOCLINE, line);
    const long first = send(SCI_GETFIRSTVISIBLELINE);
    const long screen = send(SCI_LINESONSCREEN);
    if (shown < first + 1 || shown >= first + screen - 1) {
        send(SCI_SETFIRSTVISIBLELINE, std::max(0L, shown - screen / 2));
    }
    send(SCI_SCROLLCARET);
}

void CodeEditor::selectRange(int beginOffset, int endOffset)
{
    send(SCI_SETSEL, byteOf(beginOffset), byteOf(endOffset));
}

QString CodeEditor::textRange(int beginOffset, int endOffset) const
{
    const int begin = byteOf(beginOffset);
    const int end = byteOf(endOffset);
    const std::string_view all = utf8();
    return QString::fromUtf8(all.data() + begin, std::max(0, end - begin));
}

void CodeEditor::replaceRange(int beginOffset, int endOffset, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    beginUndoAction();
    SendScintilla(
        SCI_SETTARGETRANGE, static_cast<unsigned long>(byteOf(beginOffset)), static_cast<long>(byteOf(endOffset)));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    endUndoAction();
}

void CodeEditor::setFontZoom(int steps)
{
    m_zoom = std::clamp(steps, -6, 24);
    zoomTo(m_zoom);
    fitLineHeight();
}

void CodeEditor::applyLook(const Theme& theme)
{
    const QFont font = themeFont(TextRole::Editor);
    setColor(theme.color(Token::Text));
    setPaper(theme.color(Token::Surface));
    QFont resolved(QFontInfo(font).family());
    resolved.setPointSizeF(font.pointSizeF());
    setFont(resolved);
    setCaretForegroundColor(theme.color(Token::Text));
    setCaretLineBackgroundColor(theme.color(Token::Current));
    setSelectionBackgroundColor(theme.color(hasFocus() ? Token::Select : Token::SelectIdle));
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(theme.color(Token::Pressed));
    setMatchedBraceForegroundColor(theme.color(Token::Text));
    setUnmatchedBraceForegroundColor(theme.color(Token::Error));
    setUnmatchedBraceBackgroundColor(theme.color(Token::Surface));
    SendScintilla(SCI_SETWHITESPACEFORE, 1UL, theme.color(Token::TextOff));
    fitLineHeight();
}

/// Lines are 20 px at 13 px text, whatever the font's own idea of a line is.
void CodeEditor::fitLineHeight()
{
    QFont font = themeFont(TextRole::Editor);
    font.setPointSizeF(std::max(2.0, font.pointSizeF() + m_zoom));
    const double wanted = std::round(font.pointSizeF() * 96.0 / 72.0 * 20.0 / 13.0);
    send(SCI_SETEXTRAASCENT, 0);
    send(SCI_SETEXTRADESCENT, 0);
    const long extra = std::max(0L, static_cast<long>(wanted) - send(SCI_TEXTHEIGHT, 0));
    send(SCI_SETEXTRAASCENT, (extra + 1) / 2);
    send(SCI_SETEXTRADESCENT, extra / 2);
}

void CodeEditor::settle()
{
    const Edit edit = std::exchange(m_pending, {});
    if (edit.removed == 0 && edit.added == 0) {
        return;
    }
    bufferEdited(edit.offset, edit.removed, edit.added);
    Q_EMIT textChanged();
    if (const int now = lines(); now != m_lineCount) {
        m_lineCount = now;
        Q_EMIT linesChanged();
    }
    if (QAccessible::isActive()) {
        const int offset = utf16Of(edit.offset);
        if (edit.added > 0) {
            const std::string_view all = utf8();
            QAccessibleTextInsertEvent event(this, offset, QString::fromUtf8(all.data() + edit.offset, edit.added));
            QAccessible::updateAccessibility(&event);
        } else {
            QAccessibleTextRemoveEvent event(this, offset, QString(edit.removed, u' ')); // what it was is gone
            QAccessible::updateAccessibility(&event);
        }
    }
}

void CodeEditor::bufferEdited(int, int, int) { }

void CodeEditor::changeEvent(QEvent* event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyLook(themeOf(this));
    }
}

void CodeEditor::focusInEvent(QFocusEvent* event)
{
    setSelectionBackgroundColor(themeOf(this).color(Token::Select));
    QsciScintilla::focusInEvent(event);
}

void CodeEditor::focusOutEvent(QFocusEvent* event)
{
    setSelectionBackgroundColor(themeOf(this).color(Token::SelectIdle));
    QsciScintilla::focusOutEvent(event);
}

bool CodeEditor::canInsertFromMimeData(const QMimeData* source) const
{
    return !source->hasUrls() && QsciScintilla::canInsertFromMimeData(source);
}

void CodeEditor::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    } else {
        QsciScintilla::dragEnterEvent(event);
    }
}

void CodeEditor::dragMoveEvent(QDragMoveEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    } else {
        QsciScintilla::dragMoveEvent(event);
    }
}

void CodeEditor::dropEvent(QDropEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(event->mimeData()->urls());
    } else {
        QsciScintilla::dropEvent(event);
    }
}

} // namespace millrace
