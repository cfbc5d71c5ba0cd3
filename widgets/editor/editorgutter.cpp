// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editorgutter.h"

#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/editor/editormarks.h"
#include "widgets/editor/editorproblems.h"
#include "widgets/editor/sqleditor.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

constexpr int leftPadding = 11;
constexpr int glyphWidth = 24;
constexpr int glyphOffset = 8;
constexpr int foldWidth = 14;
constexpr int barOffset = 3; ///< from the fold arrows to the bar
constexpr int barWidth = 2;
constexpr int rightPadding = 8;
constexpr int lineEndGap = 24;

QFont numberFont()
{
    return themeFont(TextRole::Mono);
}

} // namespace

EditorGutter::EditorGutter(SqlEditor* editor) : m_editor(editor) { }

void EditorGutter::layout()
{
    const int digits = std::max(3, static_cast<int>(QString::number(m_editor->lines()).size()));
    QFont font = numberFont();
    font.setPointSizeF(std::max(2.0, font.pointSizeF() + m_editor->fontZoom()));
    m_numberWidth = leftPadding + QFontMetrics(font).horizontalAdvance(QString(digits, u'0'));
    const int total = m_numberWidth + glyphWidth + foldWidth + barOffset + barWidth + rightPadding;
    if (m_editor->marginWidth(0) != total) {
        m_editor->send(Sci::SCI_SETMARGINTYPEN, 0, Sci::SC_MARGIN_BACK);
        m_editor->send(Sci::SCI_SETMARGINCURSORN, 0, Sci::SC_CURSORARROW);
        m_editor->setMarginWidth(0, total);
    }
}

EditorGutter::Zone EditorGutter::zoneAt(int x) const
{
    if (x < m_numberWidth) {
        return Zone::Number;
    }
    if (x < m_numberWidth + glyphWidth) {
        return Zone::Glyph;
    }
    return x < m_numberWidth + glyphWidth + foldWidth ? Zone::Fold : Zone::Text;
}

int EditorGutter::lineOf(int byteOffset) const
{
    return static_cast<int>(m_editor->send(Sci::SCI_LINEFROMPOSITION, byteOffset));
}

EditorGutter::Lines EditorGutter::linesOf(int statement) const
{
    const sql::Statement& at = m_editor->statements()[static_cast<size_t>(statement)];
    return {lineOf(at.offset), lineOf(std::max(at.offset, at.end - 1))};
}

/// The first line that belongs to the statement: its comments do, the end of the one before does not.
int EditorGutter::barStart(int statement) const
{
    const sql::Statement& at = m_editor->statements()[static_cast<size_t>(statement)];
    const std::string_view text = m_editor->utf8();
    const size_t word = text.find_first_not_of(" \t\r\n", static_cast<size_t>(at.begin));
    int line = lineOf(word == std::string_view::npos ? at.offset : static_cast<int>(word));
    if (statement > 0 && line == linesOf(statement - 1).last) {
        ++line; // a remark behind the previous statement's ;
    }
    return std::min(line, lineOf(at.offset));
}

int EditorGutter::lineAt(int y) const
{
    const long shown = m_editor->send(Sci::SCI_GETFIRSTVISIBLELINE) + y / std::max(1, m_editor->lineHeight());
    return static_cast<int>(m_editor->send(Sci::SCI_DOCLINEFROMVISIBLE, shown));
}

int EditorGutter::statementAt(int y) const
{
    const long line = lineAt(y);
    const long begin = m_editor->send(Sci::SCI_POSITIONFROMLINE, line);
    const long end = m_editor->send(Sci::SCI_GETLINEENDPOSITION, line);
    const auto& statements = m_editor->statements();
    const auto first = std::lower_bound(statements.begin(), statements.end(), begin,
        [](const sql::Statement& each, long at) { return each.offset < at; });
    return first != statements.end() && first->offset <= end ? static_cast<int>(first - statements.begin()) : -1;
}

QRect EditorGutter::glyphRect(int statement) const
{
    const Lines lines = linesOf(statement);
    const long shown =
        m_editor->send(Sci::SCI_VISIBLEFROMDOCLINE, lines.first) - m_editor->send(Sci::SCI_GETFIRSTVISIBLELINE);
    const int height = m_editor->lineHeight();
    const QRect rect(m_numberWidth + glyphOffset, static_cast<int>(shown) * height, 16, height);
    return shown >= 0 && m_editor->viewport()->rect().intersects(rect) ? rect : QRect();
}

void EditorGutter::paint(QPainter& painter, const QRect& dirty)
{
    const int height = std::max(1, m_editor->lineHeight());
    const long top = m_editor->send(Sci::SCI_GETFIRSTVISIBLELINE);
    const int from = std::max(0, dirty.top() / height);
    const int to = dirty.bottom() / height;
    const long all = m_editor->send(Sci::SCI_VISIBLEFROMDOCLINE, m_editor->lines());
    const auto& statements = m_editor->statements();
    m_spins = false;
    for (int row = from; row <= to && top + row < all; ++row) {
        const long line = m_editor->send(Sci::SCI_DOCLINEFROMVISIBLE, top + row);
        const long begin = m_editor->send(Sci::SCI_POSITIONFROMLINE, line);
        const long end = m_editor->send(Sci::SCI_GETLINEENDPOSITION, line);
        const auto first = std::lower_bound(statements.begin(), statements.end(), begin,
            [](const sql::Statement& each, long at) { return each.offset < at; });
        const bool head = first != statements.end() && first->offset <= end;
        paintLine(
            painter, static_cast<int>(line), row * height, head ? static_cast<int>(first - statements.begin()) : -1);
    }
    const int current = m_editor->currentStatement();
    if (current >= 0) {
        const long first = m_editor->send(Sci::SCI_VISIBLEFROMDOCLINE, barStart(current)) - top;
        const long last = m_editor->send(Sci::SCI_VISIBLEFROMDOCLINE, linesOf(current).last) - top;
        const long clippedFirst = std::max(-1L, first);
        const long clippedLast = std::min<long>(last, to + 1);
        painter.fillRect(
            QRect(m_numberWidth + glyphWidth + foldWidth + barOffset, static_cast<int>(clippedFirst) * height, barWidth,
                static_cast<int>(clippedLast - clippedFirst + 1) * height),
            stylepaint::ink(Token::Accent));
    }
    if (m_spins) {
        AnimationClock::instance().start(m_editor->viewport());
    } else if (dirty.height() >= m_editor->viewport()->height()) {
        AnimationClock::instance().stop(m_editor->viewport());
    }
}

void EditorGutter::paintLine(QPainter& painter, int line, int y, int statement)
{
    const int height = m_editor->lineHeight();
    const bool caret = m_editor->caretPosition().line == line + 1;
    if (caret) {
        painter.fillRect(QRect(0, y, m_editor->marginWidth(0), height), stylepaint::ink(Token::Current));
    }
    QFont font = numberFont();
    font.setPointSizeF(std::max(2.0, font.pointSizeF() + m_editor->fontZoom()));
    painter.setFont(font);
    painter.setPen(stylepaint::ink(caret ? Token::Text : Token::TextDim));
    painter.drawText(QRect(0, y, m_numberWidth, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    if (statement >= 0) {
        paintHead(painter, statement, y);
    }
    paintArrow(painter, line, y);
    painter.save();
    painter.setClipRect(QRect(m_editor->marginWidth(0), y, m_editor->viewport()->width(), height), Qt::IntersectClip);
    m_editor->problems().paintLine(painter, line, y, height);
    paintLineEnd(painter, line, y, statement);
    painter.restore();
}

void EditorGutter::paintHead(QPainter& painter, int statement, int y)
{
    const int height = m_editor->lineHeight();
    const RunState state = m_editor->stateOf(statement);
    m_spins = m_spins || state == RunState::Running || state == RunState::Cancelling;
    paintStatusGlyph(painter, QRectF(m_numberWidth + glyphOffset, y, 16, height), glyphOf(state),
        AnimationClock::instance().phase());
}

void EditorGutter::paintArrow(QPainter& painter, int line, int y)
{
    if (m_editor->beginsFold(line)) {
        stylepaint::chevron(painter, QRectF(m_numberWidth + glyphWidth, y, foldWidth, m_editor->lineHeight()),
            isFolded(line) ? Qt::RightArrow : Qt::DownArrow, stylepaint::ink(Token::TextDim));
    }
}

void EditorGutter::paintLineEnd(QPainter& painter, int line, int y, int statement)
{
    const int height = m_editor->lineHeight();
    const long end = m_editor->send(Sci::SCI_GETLINEENDPOSITION, line);
    int x = static_cast<int>(m_editor->send(Sci::SCI_POINTXFROMPOSITION, 0, end));
    if (isFolded(line)) {
        x = paintPill(painter, line, y, x);
    }
    const QString error = m_editor->problems().errorOnLine(line);
    QString text = error;
    Token color = Token::Error;
    if (statement >= 0) {
        const EditorMarks::Mark* mark =
            m_editor->editorMarks().of(m_editor->statements()[static_cast<size_t>(statement)]);
        if (mark && mark->shownState() != RunState::NotRun && !mark->note.isEmpty()) {
            const bool failed = mark->state == RunState::Failed;
            // the sentence of a failed statement stands where the fault is, if anybody said where
            if (error.isEmpty() && !(failed && m_editor->hasErrorIn(statement))) {
                text = mark->note;
                color = failed ? Token::Error : Token::TextDim;
            }
        }
    }
    const int room = m_editor->viewport()->width() - x - lineEndGap - 8;
    if (text.isEmpty() || room < 24 || x + lineEndGap < m_editor->marginWidth(0)) {
        return;
    }
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(stylepaint::ink(color));
    painter.drawText(QRect(x + lineEndGap, y, room, height), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
}

/// "⋯ 14" for the hidden lines, then what the last of them ends with. The x behind it.
int EditorGutter::paintPill(QPainter& painter, int line, int y, int x)
{
    const int height = m_editor->lineHeight();
    const int lastLine = m_editor->lastLineOfFold(line);
    if (lastLine < 0) {
        return x;
    }
    const QString text = QStringLiteral("⋯ %1").arg(lastLine - line);
    painter.setFont(themeFont(TextRole::MonoSmall));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 12;
    const QRect pill(x + 2, y + 2, width, height - 4);
    stylepaint::box(
        painter, pill, stylepaint::ink(Token::SurfaceRaised), stylepaint::ink(Token::LineStrong), measure::chipRadius);
    painter.setPen(stylepaint::ink(Token::TextDim));
    painter.drawText(pill, Qt::AlignCenter, text);
    x = pill.right() + 3;
    const QString last = m_editor->text(lastLine).trimmed();
    if (!last.isEmpty() && last.size() <= 3) {
        QFont font = themeFont(TextRole::Editor);
        font.setPointSizeF(std::max(2.0, font.pointSizeF() + m_editor->fontZoom()));
        painter.setFont(font);
        painter.setPen(stylepaint::ink(Token::SynOperator));
        painter.drawText(QRect(x, y, 200, height), Qt::AlignLeft | Qt::AlignVCenter, last);
        x += painter.fontMetrics().horizontalAdvance(last);
    }
    return x;
}

bool EditorGutter::pressed(const QMouseEvent& event)
{
    const QPoint at = event.position().toPoint();
    const Zone zone = zoneAt(at.x());
    if (event.button() != Qt::LeftButton || (zone != Zone::Glyph && zone != Zone::Fold)) {
        return false;
    }
    if (zone == Zone::Fold) {
        const int line = lineAt(at.y());
        const bool folds = isFolded(line) || m_editor->beginsFold(line);
        if (folds) {
            toggleFold(line);
        }
        return folds;
    }
    const int statement = statementAt(at.y());
    if (statement >= 0) {
        Q_EMIT m_editor->statementRunRequested(statement);
    }
    return statement >= 0;
}

QString EditorGutter::toolTipAt(QPoint point) const
{
    if (zoneAt(point.x()) != Zone::Glyph) {
        return {};
    }
    const int statement = statementAt(point.y());
    if (statement < 0) {
        return {};
    }
    const EditorMarks::Mark* mark = m_editor->editorMarks().of(m_editor->statements()[static_cast<size_t>(statement)]);
    if (mark && !mark->note.isEmpty() && mark->shownState() != RunState::NotRun) {
        return mark->note;
    }
    return QCoreApplication::translate("EditorGutter", "Run this statement");
}

} // namespace millrace
