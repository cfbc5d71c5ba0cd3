// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/textposition.h"
#include "widgets/editor/textcodec.h"

#include <Qsci/qsciscintilla.h>

#include <QKeySequence>
#include <QTimer>
#include <QUrl>

#include <optional>
#include <string_view>
#include <vector>

namespace millrace {

class OverviewScrollBar;
class Theme;

/// What an editor does on request, by key or by an action of the window.
enum class EditorCommand {
    ToggleComment,
    Duplicate,
    MoveLinesUp,
    MoveLinesDown,
    DeleteLine,
    JoinLines,
    UpperCase,
    LowerCase,
    NextStatement,
    PreviousStatement,
    SelectStatement,
    ToggleFold,
    FoldAll,
    UnfoldAll,
    Complete,
    ZoomIn,
    ZoomOut,
    ZoomReset,
};

/// QScintilla as the program wants it, whatever the language: our fonts and colours, UTF-8, line ends kept, brackets,
/// find, zoom, dropped files, and none of its keys in the way of ours. Places are UTF-16 offsets of text() here;
/// TextPosition where people see them.
class CodeEditor : public QsciScintilla {
    Q_OBJECT

public:
    explicit CodeEditor(QWidget* parent = nullptr);

    /// Replaces everything, without an undo step, caret at the start.
    void loadText(const QString& text, LineEnd lineEnd = LineEnd::Lf);

    [[nodiscard]] int caretOffset() const;
    [[nodiscard]] TextPosition caretPosition() const;
    void setCaretOffset(int offset);
    /// Puts the caret there and scrolls it into the middle when it was out of sight.
    void goTo(TextPosition position);
    void selectRange(int beginOffset, int endOffset);
    [[nodiscard]] int byteOf(int utf16Offset) const;
    [[nodiscard]] int utf16Of(int byteOffset) const;
    [[nodiscard]] TextPosition positionOfByte(int byteOffset) const;
    [[nodiscard]] int byteOfPosition(TextPosition position) const; ///< the nearest place that exists
    [[nodiscard]] QString textRange(int beginOffset, int endOffset) const;
    [[nodiscard]] int textLength() const; ///< in UTF-16 units

    /// One undo step.
    void replaceRange(int beginOffset, int endOffset, const QString& text);

    virtual void perform(EditorCommand command);
    [[nodiscard]] static QList<QKeySequence> defaultKeys(EditorCommand command);

    /// Whether the keys of defaultKeys() work here; a window that binds actions to them turns this off.
    void setOwnKeys(bool on) { m_ownKeys = on; }

    void setFontZoom(int steps); ///< 0 is the size of the look

    [[nodiscard]] int fontZoom() const { return m_zoom; }

    long send(unsigned int message, long wParam = 0, long lParam = 0) const;
    /// The buffer as it is, until the next change.
    [[nodiscard]] std::string_view utf8() const;
    [[nodiscard]] int lineHeight() const;

    [[nodiscard]] OverviewScrollBar* overview() const { return m_overview; }

Q_SIGNALS:
    void caretMoved();
    void filesDropped(const QList<QUrl>& files);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;

    /// Takes fonts and colours from the look in force; called again when it changes.
    virtual void applyLook(const Theme& theme);

    /// The buffer changed: bytes of UTF-8. Called before anything is painted again.
    virtual void bufferEdited(int byteOffset, int removedBytes, int addedBytes);

    /// Takes in a change that Scintilla announced: bufferEdited() and the signals of QsciScintilla. Harmless without
    /// one.
    void settle();
    void fitLineHeight();

    /// What turns a line into a comment.
    [[nodiscard]] virtual QString lineCommentPrefix() const { return QStringLiteral("--"); }

private:
    void freeKeys();
    void setUpScintilla();
    void toggleComment();
    void duplicate();
    [[nodiscard]] bool standardKey(const QKeyEvent& event) const;

    struct Edit {
        int offset = 0;
        int removed = 0;
        int added = 0;
    };

    OverviewScrollBar* m_overview = nullptr;
    Edit m_pending; ///< announced, not done yet
    QTimer m_settle;
    int m_lineCount = 1;
    bool m_ownKeys = true;
    int m_zoom = 0;
};

} // namespace millrace
