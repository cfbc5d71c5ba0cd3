// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QString>

class QMouseEvent;
class QPainter;

namespace millrace {

class SqlEditor;
class Theme;

/// What stands around the text of a SqlEditor and is painted over its viewport: line numbers, the glyph of each
/// statement, fold arrows, the bar of the current statement, texts at line ends, pills of folded lines. Folding hides
/// lines through Scintilla but keeps no fold levels: the editor says what begins on a line and where it ends.
class EditorGutter {
public:
    explicit EditorGutter(SqlEditor* editor);

    /// Reserves the room; call when the number of lines or the font changed.
    void layout();
    void paint(QPainter& painter, const QRect& dirty);

    enum class Zone { Number, Glyph, Fold, Text };
    [[nodiscard]] Zone zoneAt(int x) const;
    /// The statement whose first line is at this height; -1 without one.
    [[nodiscard]] int statementAt(int y) const;
    [[nodiscard]] int lineAt(int y) const; ///< 0-based
    [[nodiscard]] QRect glyphRect(int statement) const; ///< in the viewport; null when scrolled away

    /// True when the press was meant for the gutter and is dealt with.
    bool pressed(const QMouseEvent& event);
    [[nodiscard]] QString toolTipAt(QPoint point) const;

    /// By the 0-based line that the fold begins on.
    void toggleFold(int line);
    void setAllFolded(bool folded);
    [[nodiscard]] bool isFolded(int line) const;
    /// Opens what hides this 0-based line.
    void reveal(int line);
    /// Puts hidden lines right after lines came or went.
    void repairFolds();

private:
    struct Lines {
        int first = 0; ///< 0-based line of the first word
        int last = 0;
    };

    [[nodiscard]] Lines linesOf(int statement) const;
    [[nodiscard]] int lineOf(int byteOffset) const;
    [[nodiscard]] int barStart(int statement) const;
    void paintLine(QPainter& painter, int line, int y, int statement);
    void paintHead(QPainter& painter, int statement, int y);
    void paintArrow(QPainter& painter, int line, int y);
    void hideFolded(int from, int to);
    void paintLineEnd(QPainter& painter, int line, int y, int statement);
    int paintPill(QPainter& painter, int line, int y, int x);

    SqlEditor* m_editor;
    int m_numberWidth = 0;
    bool m_spins = false; ///< a running glyph is in sight
};

} // namespace millrace
