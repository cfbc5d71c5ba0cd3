// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/diffview.h"

#include "sql/keywords.h"
#include "sql/tokenizer.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_lineHeight = 20;
constexpr int s_signWidth = 20;
constexpr int s_tabWidth = 4;

Token diffInk(const sql::Token& token, QStringView line)
{
    switch (token.kind) {
    case sql::TokenKind::LineComment:
    case sql::TokenKind::BlockComment:
        return Token::SynComment;
    case sql::TokenKind::String:
        return Token::SynString;
    case sql::TokenKind::QuotedName:
        return Token::SynQuoted;
    case sql::TokenKind::Number:
        return Token::SynNumber;
    case sql::TokenKind::Word:
        switch (sql::classifyWord(line.mid(token.offset, token.length))) {
        case sql::WordClass::Keyword:
            return Token::SynKeyword;
        case sql::WordClass::Type:
            return Token::SynType;
        case sql::WordClass::Function:
            return Token::SynFunction;
        default:
            return Token::Text;
        }
    default:
        return Token::Text;
    }
}

QString untabbed(const QString& line)
{
    QString text = line;
    return text.replace(u'\t', QString(s_tabWidth, u' '));
}

} // namespace

DiffView::DiffView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"diffView"_s);
    setAccessibleName(tr("What changed in the SQL"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
}

void DiffView::setDiff(LineDiff diff)
{
    m_diff = std::move(diff);
    layOut();
}

void DiffView::setSideBySide(bool sideBySide)
{
    m_sideBySide = sideBySide;
    layOut();
}

void DiffView::layOut()
{
    m_rows.clear();
    m_longest = 0;
    std::size_t open = 0; ///< first removed line that has no added one beside it yet
    for (const DiffLine& line : m_diff.lines) {
        m_longest = std::max(m_longest, static_cast<int>(untabbed(line.text).size()));
        switch (line.kind) {
        case DiffLine::Kind::Same:
            m_rows.push_back({&line, &line});
            open = m_rows.size();
            break;
        case DiffLine::Kind::Removed:
            m_rows.push_back({&line, nullptr});
            break;
        case DiffLine::Kind::Added:
            if (m_sideBySide && open < m_rows.size()) {
                m_rows[open++].after = &line;
            } else {
                m_rows.push_back({nullptr, &line});
                open = m_rows.size();
            }
            break;
        }
    }
    const QFontMetrics metrics(themeFont(TextRole::MonoSmall));
    const int half = viewport()->width() / (m_sideBySide ? 2 : 1);
    const int wanted =
        (m_sideBySide ? 1 : 2) * numberWidth() + s_signWidth + m_longest * metrics.horizontalAdvance(u'0');
    horizontalScrollBar()->setRange(0, std::max(0, wanted - half));
    horizontalScrollBar()->setPageStep(half);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(m_rows.size()) * s_lineHeight - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(s_lineHeight);
    viewport()->update();
}

int DiffView::numberWidth() const
{
    return QFontMetrics(themeFont(TextRole::MonoSmall)).horizontalAdvance(u"00000"_s) + 4;
}

void DiffView::paintLine(QPainter& painter, const QRect& rect, const DiffLine& line, bool oldSide) const
{
    const Theme& theme = themeOf(this);
    const bool changed = line.kind != DiffLine::Kind::Same;
    const bool added = line.kind == DiffLine::Kind::Added;
    if (changed) {
        painter.fillRect(rect, theme.color(added ? Token::OpInsertBg : Token::OpDeleteBg));
    }
    painter.setFont(themeFont(TextRole::MonoSmall));
    const int number = numberWidth();
    const auto drawNumber = [&](int column, int value) {
        if (value > 0) {
            painter.setPen(theme.color(Token::TextDim));
            painter.drawText(QRect(rect.left() + column * number, rect.top(), number - 6, rect.height()),
                Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
        }
    };
    if (m_sideBySide) {
        drawNumber(0, oldSide ? line.oldLine : line.newLine);
    } else {
        drawNumber(0, line.oldLine);
        drawNumber(1, line.newLine);
    }
    int x = rect.left() + (m_sideBySide ? 1 : 2) * number;
    if (changed) {
        painter.setPen(theme.color(added ? Token::OpInsert : Token::OpDelete));
        painter.drawText(QRect(x, rect.top(), s_signWidth, rect.height()), Qt::AlignCenter, added ? u"+"_s : u"-"_s);
    }
    x += s_signWidth;
    painter.save();
    painter.setClipRect(QRect(x, rect.top(), rect.right() - x, rect.height()));
    x -= horizontalScrollBar()->value();
    const QString text = untabbed(line.text);
    const QFontMetrics metrics = painter.fontMetrics();
    sql::Tokenizer tokenizer(sql::view(text));
    sql::Token token;
    while (tokenizer.next(token)) {
        const QString part = text.mid(token.offset, token.length);
        painter.setPen(theme.color(diffInk(token, text)));
        painter.drawText(QRect(x, rect.top(), metrics.horizontalAdvance(part) + 2, rect.height()),
            Qt::AlignLeft | Qt::AlignVCenter, part);
        x += metrics.horizontalAdvance(part);
    }
    painter.restore();
}

void DiffView::paintEvent(QPaintEvent* event)
{
    const Theme& theme = themeOf(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.color(Token::Surface));
    const int top = verticalScrollBar()->value();
    const int width = viewport()->width();
    const int first = top / s_lineHeight;
    for (int row = first; row < static_cast<int>(m_rows.size()); ++row) {
        const int y = row * s_lineHeight - top;
        if (y > viewport()->height()) {
            break;
        }
        const Row& shown = m_rows[static_cast<std::size_t>(row)];
        if (!m_sideBySide) {
            paintLine(painter, QRect(0, y, width, s_lineHeight), shown.before ? *shown.before : *shown.after, false);
            continue;
        }
        const int half = width / 2;
        if (shown.before) {
            paintLine(painter, QRect(0, y, half, s_lineHeight), *shown.before, true);
        }
        if (shown.after) {
            paintLine(painter, QRect(half, y, width - half, s_lineHeight), *shown.after, false);
        }
        painter.fillRect(QRect(half, y, 1, s_lineHeight), theme.color(Token::Line));
    }
}

void DiffView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        break;
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        break;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        break;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace millrace
