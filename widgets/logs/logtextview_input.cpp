// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/overviewscrollbar.h"
#include "widgets/logs/logtextview.h"
#include "widgets/logs/logtextview_shown.h"

#include "logs/logtext.h"

#include <QAccessible>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_mostCopied = 64 << 20; ///< a clipboard with more ends other programs
constexpr int s_scrollEveryMs = 40;

bool isOurs(const QKeyEvent& event)
{
    return event.matches(QKeySequence::Copy) || event.matches(QKeySequence::SelectAll)
        || event.matches(QKeySequence::Find) || event.matches(QKeySequence::FindNext)
        || event.matches(QKeySequence::FindPrevious)
        || (event.modifiers() == Qt::ControlModifier
            && (event.key() == Qt::Key_G || event.key() == Qt::Key_B || event.key() == Qt::Key_Home
                || event.key() == Qt::Key_End))
        || (event.modifiers() == Qt::AltModifier && event.key() == Qt::Key_W) || event.key() == Qt::Key_F2;
}

} // namespace

bool LogTextView::event(QEvent* event)
{
    // Keys that have another meaning elsewhere in the window belong to the log while it has the focus.
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void LogTextView::setFollowing(bool following)
{
    if (m_following == following) {
        return;
    }
    m_following = following;
    if (following) {
        refresh();
    }
    Q_EMIT followingChanged(following);
}

void LogTextView::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    horizontalScrollBar()->setValue(0);
    m_widest = 0;
    refresh();
}

void LogTextView::scrollContentsBy(int, int dy)
{
    if (dy != 0) {
        m_top = m_bar->value();
        if (m_byHand) {
            setFollowingByHand();
        }
        layoutRows();
    }
    m_byHand = false;
    viewport()->update();
}

void LogTextView::setFollowingByHand()
{
    const bool atEnd = m_bar->value() >= m_bar->maximum();
    if (m_following != atEnd) {
        m_following = atEnd;
        Q_EMIT followingChanged(atEnd);
    }
}

void LogTextView::wheelEvent(QWheelEvent* event)
{
    m_byHand = true;
    QAbstractScrollArea::wheelEvent(event);
    m_byHand = false;
}

void LogTextView::scrollToRow(qint64 row)
{
    const qint64 lastWhole = m_shown.empty() ? m_top : m_top + std::max(0, int(m_shown.size()) - 2);
    if (row >= m_top && row <= lastWhole && !m_shown.empty()) {
        return;
    }
    const bool near = row == m_top - 1 || row == lastWhole + 1;
    m_top = near ? (row < m_top ? row : m_top + 1) : std::max<qint64>(0, row - pageRows() / 3);
    updateBars();
    setFollowingByHand();
    layoutRows();
}

void LogTextView::moveCaret(LogPlace place, bool extend)
{
    const qint64 before = m_caret.line;
    if (!extend) {
        m_anchor = place;
    }
    m_caret = place;
    viewport()->update();
    if (before == place.line) {
        return;
    }
    const std::vector<LogLine> line = m_rows.log().lines(place.line, 1, 500);
    if (!line.empty()) {
        setAccessibleDescription(
            tr("Line %1: %2")
                .arg(place.line + 1)
                .arg(logLineText({line.front().bytes.constData(), std::size_t(line.front().bytes.size())})));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    Q_EMIT currentLineChanged(place.line);
}

void LogTextView::moveByRows(qint64 rows, bool extend)
{
    if (m_rows.count() == 0) {
        return;
    }
    const qint64 from = m_caret.line < 0 ? m_top : m_rows.rowOf(m_caret.line);
    const qint64 row = std::clamp<qint64>(m_caret.line < 0 ? from : from + rows, 0, m_rows.count() - 1);
    const qint64 line = m_rows.lineOf(row);
    if (extend && m_anchor.line >= 0) {
        // Whole lines from the one where it began.
        const bool down = line >= m_anchor.line;
        m_anchor.column = down ? 0 : std::numeric_limits<int>::max();
        moveCaret({line, down ? std::numeric_limits<int>::max() : 0}, true);
    } else {
        moveCaret({line, 0}, false);
    }
    scrollToRow(row);
    viewport()->update();
}

void LogTextView::goToLine(qint64 line)
{
    if (m_rows.count() == 0) {
        return;
    }
    const qint64 row = m_rows.rowOf(line);
    moveCaret({m_rows.lineOf(row), 0}, false);
    scrollToRow(row);
    viewport()->update();
}

bool LogTextView::goToHit(bool forward)
{
    const LineSet& hits = m_rows.matches().hits;
    if (hits.isEmpty()) {
        return false;
    }
    qint64 line = forward ? hits.next(m_caret.line + 1) : m_caret.line > 0 ? hits.previous(m_caret.line - 1) : -1;
    if (line < 0) {
        line = forward ? hits.at(0) : hits.at(hits.count() - 1);
    }
    goToLine(line);
    return true;
}

void LogTextView::toggleBookmark(qint64 line)
{
    if (line < 0) {
        return;
    }
    if (m_bookmarks.erase(line) == 0) {
        m_bookmarks.insert(line);
    }
    updateMarks();
    viewport()->update();
    Q_EMIT bookmarksChanged();
}

void LogTextView::keyPressEvent(QKeyEvent* event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Find)) {
        Q_EMIT searchRequested();
    } else if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious)) {
        goToHit(event->matches(QKeySequence::FindNext));
    } else if (control && event->key() == Qt::Key_G) {
        Q_EMIT goToLineRequested();
    } else if (control && event->key() == Qt::Key_B) {
        toggleBookmark(m_caret.line);
    } else if (event->key() == Qt::Key_F2) {
        const auto next = m_bookmarks.upper_bound(m_caret.line);
        if (!m_bookmarks.empty()) {
            goToLine(next == m_bookmarks.end() ? *m_bookmarks.begin() : *next);
        }
    } else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_W) {
        Q_EMIT wrapRequested();
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        moveByRows(event->key() == Qt::Key_Up ? -1 : 1, extend);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        moveByRows((event->key() == Qt::Key_PageUp ? -1 : 1) * std::max(1, pageRows() - 1), extend);
    } else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        if (control) {
            moveByRows(event->key() == Qt::Key_Home ? -m_rows.count() : m_rows.count(), extend);
            setFollowingByHand();
        } else {
            horizontalScrollBar()->setValue(event->key() == Qt::Key_Home ? 0 : horizontalScrollBar()->maximum());
        }
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const int step = horizontalScrollBar()->singleStep() * (event->key() == Qt::Key_Left ? -1 : 1);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + step);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

LogPlace LogTextView::placeAt(QPoint point) const
{
    int y = 0;
    const Shown* found = nullptr;
    int top = 0;
    for (const std::unique_ptr<Shown>& shown : m_shown) {
        if (point.y() >= y || found == nullptr) {
            found = shown.get();
            top = y;
        }
        y += shown->height;
    }
    if (found == nullptr) {
        return {};
    }
    const int lines = found->layout->lineCount();
    const int inRow = std::clamp((point.y() - top) / m_rowHeight, 0, std::max(0, lines - 1));
    const double x = point.x() - textLeft() + horizontalScrollBar()->value();
    const int column = lines == 0 ? 0 : found->layout->lineAt(inRow).xToCursor(x);
    return {found->row.line, std::min(column, int(found->row.text.size()))};
}

void LogTextView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint point = event->position().toPoint();
    const LogPlace place = placeAt(point);
    if (place.line < 0) {
        return;
    }
    if (point.x() < m_gutter) {
        toggleBookmark(place.line);
        moveCaret({place.line, 0}, false);
        return;
    }
    moveCaret(place, event->modifiers().testFlag(Qt::ShiftModifier));
    m_choosing = true;
}

void LogTextView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_choosing) {
        const bool gutter = event->position().x() < m_gutter;
        viewport()->setCursor(gutter ? Qt::PointingHandCursor : Qt::IBeamCursor);
        return;
    }
    const LogPlace place = placeAt(event->position().toPoint());
    if (place.line >= 0) {
        moveCaret(place, true);
    }
    const bool outside = event->position().y() < 0 || event->position().y() > viewport()->height();
    if (outside && m_scrollTimer == 0) {
        m_scrollTimer = startTimer(s_scrollEveryMs);
    } else if (!outside && m_scrollTimer != 0) {
        killTimer(std::exchange(m_scrollTimer, 0));
    }
}

void LogTextView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_scrollTimer) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    m_byHand = true;
    m_bar->setValue(m_bar->value() + (point.y() < 0 ? -2 : 2));
    moveCaret(placeAt(point), true);
}

void LogTextView::mouseReleaseEvent(QMouseEvent*)
{
    m_choosing = false;
    if (m_scrollTimer != 0) {
        killTimer(std::exchange(m_scrollTimer, 0));
    }
}

void LogTextView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const LogPlace place = placeAt(event->position().toPoint());
    const auto shown =
        std::ranges::find_if(m_shown, [place](const auto& entry) { return entry->row.line == place.line; });
    if (shown == m_shown.end() || event->position().x() < m_gutter) {
        return;
    }
    const QString& text = (*shown)->row.text;
    const auto inWord = [&text](int at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || u"_.-$"_s.contains(text[at]));
    };
    int from = place.column;
    int to = place.column;
    while (inWord(from - 1)) {
        --from;
    }
    while (inWord(to)) {
        ++to;
    }
    moveCaret({place.line, from}, false);
    moveCaret({place.line, to}, true);
}

void LogTextView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogTextView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

std::pair<qint64, qint64> LogTextView::chosenRows() const
{
    if (m_caret.line < 0) {
        return {0, m_rows.count() - 1};
    }
    const auto [first, last] = std::minmax(m_anchor.line < 0 ? m_caret : m_anchor, m_caret);
    return {m_rows.rowOf(first.line), m_rows.rowOf(last.line)};
}

void LogTextView::selectAll()
{
    if (m_rows.count() > 0) {
        m_anchor = {m_rows.lineOf(0), 0};
        moveCaret({m_rows.lineOf(m_rows.count() - 1), std::numeric_limits<int>::max()}, true);
    }
}

bool LogTextView::copy()
{
    const auto [first, last] = chosenRows();
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    QString text;
    qint64 bytes = 0;
    if (hasSelection() && from.line == to.line) {
        const std::vector<LogRow> row = m_rows.rows(first, 1);
        text = row.empty() ? QString() : row.front().text.mid(from.column, to.column - from.column);
    } else {
        m_rows.textOf(first, last, [&text, &bytes](const QByteArray& piece) {
            bytes += piece.size();
            for (const QByteArray& line : piece.split('\n')) {
                text += logLineText({line.constData(), std::size_t(line.size())}) + u'\n';
            }
            text.chop(1);
            return bytes <= s_mostCopied;
        });
        if (bytes > s_mostCopied) {
            Q_EMIT copyRefused();
            return false;
        }
    }
    QGuiApplication::clipboard()->setText(text);
    return true;
}

void LogTextView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void LogTextView::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

} // namespace millrace
