// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logrows.h"

#include <QAbstractScrollArea>
#include <QFont>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <set>

namespace millrace {

class OverviewScrollBar;

/// A place in a log: a line and a character of its shown text.
struct LogPlace {
    qint64 line = -1;
    int column = 0;

    friend auto operator<=>(const LogPlace&, const LogPlace&) = default;
};

/// Shows the lines of a log, of which only those on screen are ever read. Rows have one height, or as many as a line
/// needs when lines are wrapped; the scroll bar counts rows, so any number of them scrolls alike.
class LogTextView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogTextView(QWidget* parent = nullptr);
    ~LogTextView() override;

    void setLog(const LogSnapshot& log);
    void setMatches(const LogMatches& matches);

    [[nodiscard]] const LogRows& rows() const { return m_rows; }

    /// Stays at the end while lines come. Scrolling away ends it, scrolling to the end starts it.
    void setFollowing(bool following);

    [[nodiscard]] bool isFollowing() const { return m_following; }

    void setWrapping(bool wrapping);

    [[nodiscard]] bool isWrapping() const { return m_wrapping; }

    [[nodiscard]] qint64 currentLine() const { return m_caret.line; }

    /// Makes it the current line and brings it into the middle when it is not on screen.
    void goToLine(qint64 line);
    /// The next line with a match from the current one on, round the end; false without any.
    bool goToHit(bool forward);
    void toggleBookmark(qint64 line);

    [[nodiscard]] const std::set<qint64>& bookmarks() const { return m_bookmarks; }

    /// The chosen lines from the first to the last; the current line without a choice.
    [[nodiscard]] std::pair<qint64, qint64> chosenRows() const;

    [[nodiscard]] bool hasSelection() const { return m_anchor.line >= 0 && m_anchor != m_caret; }

    /// Puts the chosen text on the clipboard; false when it is more than fits there.
    bool copy();
    void selectAll();

    [[nodiscard]] qint64 firstRow() const { return m_top; }

    [[nodiscard]] int pageRows() const;

Q_SIGNALS:
    void currentLineChanged(qint64 line);
    void followingChanged(bool following);
    void bookmarksChanged();
    void searchRequested();
    void goToLineRequested();
    void wrapRequested();
    void copyRefused();
    void filesDropped(const QStringList& paths);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    struct Shown; ///< a row that is on screen, laid out

    void refreshMetrics();
    void updateBars();
    void updateMarks();
    void layoutRows();
    [[nodiscard]] std::unique_ptr<Shown> layOut(LogRow row) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const LogRow& row) const;
    void paintRow(QPainter& painter, const Shown& shown, int y) const;
    void paintGutter(QPainter& painter, const Shown& shown, int y) const;
    void scrollToRow(qint64 row);
    void setFollowingByHand();
    void moveCaret(LogPlace place, bool extend);
    void moveByRows(qint64 rows, bool extend);
    [[nodiscard]] LogPlace placeAt(QPoint point) const;

    [[nodiscard]] int textLeft() const { return m_gutter + 6; }

    void refresh();

    LogRows m_rows;
    std::optional<LogPattern> m_pattern;
    std::vector<std::unique_ptr<Shown>> m_shown;
    OverviewScrollBar* m_bar = nullptr;
    QFont m_font;
    int m_rowHeight = 18;
    double m_charWidth = 7;
    int m_gutter = 60;
    int m_sourceWidth = 0;
    qint64 m_top = 0;
    int m_widest = 0; ///< of the lines shown so far, in pixels
    LogPlace m_anchor;
    LogPlace m_caret;
    std::set<qint64> m_bookmarks;
    int m_generation = -1;
    int m_scrollTimer = 0; ///< while text is chosen beyond an edge
    bool m_following = false;
    bool m_wrapping = false;
    bool m_byHand = false;
    bool m_choosing = false;
};

} // namespace millrace
