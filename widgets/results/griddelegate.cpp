// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/griddelegate.h"

#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int padding = 8;

/// A cell has one line.
void foldLines(QString& text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c == u'\n' || c == u'\r' || c == u'\t'; }, u' ');
}

} // namespace

Token inkOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Insert:
        return Token::OpInsert;
    case RowKind::UpdateBefore:
        return Token::OpUpdateBefore;
    case RowKind::UpdateAfter:
        return Token::OpUpdateAfter;
    case RowKind::Delete:
        break;
    }
    return Token::OpDelete;
}

Token groundOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Insert:
        return Token::OpInsertBg;
    case RowKind::UpdateBefore:
        return Token::OpUpdateBeforeBg;
    case RowKind::UpdateAfter:
        return Token::OpUpdateAfterBg;
    case RowKind::Delete:
        break;
    }
    return Token::OpDeleteBg;
}

QString opText(RowKind kind)
{
    QString text = toOp(kind);
    return text.replace(u'-', QChar(0x2212));
}

CellLook lookOf(const GridModel& model, int row, int column)
{
    CellLook look;
    const bool leading = model.dataColumn(column) < 0;
    if (leading && column == GridModel::Op) {
        const RowKind kind = model.kind(row);
        return {.text = opText(kind),
            .ground = groundOf(kind),
            .ink = inkOf(kind),
            .alignment = Qt::AlignCenter,
            .bold = true};
    }
    look.text = model.text(row, column);
    foldLines(look.text);
    look.alignment = (model.isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    if (leading) {
        if (column == GridModel::Number) {
            look.ground = Token::SurfaceChrome;
            look.ink = Token::TextDim;
        }
        return look;
    }
    if (model.leadingColumns() > 0 && model.kind(row) == RowKind::UpdateBefore) {
        look.ink = Token::TextDim;
    }
    if (model.isNull(row, column)) {
        look.text = u"NULL"_s;
        look.ink = Token::TextDim;
        look.italic = true;
    }
    if (const std::optional<RowKind> change = model.recentChange(row, column)) {
        look.ground = groundOf(*change);
    }
    return look;
}

GridDelegate::GridDelegate(QObject* parent) : QAbstractItemDelegate(parent)
{
    refreshFonts();
}

void GridDelegate::refreshFonts()
{
    m_font = themeFont(TextRole::MonoSmall);
    m_italic = m_font;
    m_italic.setItalic(true);
    m_bold = m_font;
    m_bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(m_font);
    m_charWidth = metrics.horizontalAdvance(u'0');
    m_ascent = metrics.ascent();
    m_height = metrics.height();
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const GridModel*>(index.model());
    if (!model) {
        return;
    }
    const Theme& theme = themeOf(option.widget);
    const CellLook look = lookOf(*model, index.row(), index.column());
    const bool selected = option.state.testFlag(QStyle::State_Selected) || index.row() == m_row;
    const bool active = option.state.testFlag(QStyle::State_Active) && option.widget && option.widget->hasFocus();
    if (selected) {
        painter->fillRect(option.rect, theme.color(active ? Token::Select : Token::SelectIdle));
    } else if (look.ground) {
        painter->fillRect(option.rect, theme.color(*look.ground));
    }
    const QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(look.italic ? m_italic : look.bold ? m_bold : m_font);
    painter->setPen(theme.color(look.ink));
    drawLine(*painter, inner, look);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        stylepaint::focusRing(*painter, option.rect, 0);
    }
}

/// One line of text without asking for a layout twice: all ASCII characters of the fixed font are as wide as one.
void GridDelegate::drawLine(QPainter& painter, const QRect& inner, const CellLook& look) const
{
    const bool plain = std::all_of(
        look.text.cbegin(), look.text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    const double width = plain ? m_charWidth * static_cast<double>(look.text.size())
                               : QFontMetricsF(painter.font()).horizontalAdvance(look.text);
    QString cut;
    double drawn = width;
    if (width > inner.width() + 1 && !look.alignment.testFlag(Qt::AlignHCenter)) {
        cut = QFontMetrics(painter.font()).elidedText(look.text, Qt::ElideRight, inner.width());
        drawn = inner.width();
    }
    double x = inner.left();
    if (look.alignment.testFlag(Qt::AlignHCenter)) {
        x += (inner.width() - width) / 2;
    } else if (look.alignment.testFlag(Qt::AlignRight)) {
        x += inner.width() - drawn;
    }
    painter.drawText(
        QPointF(x, inner.top() + (inner.height() - m_height) / 2.0 + m_ascent), cut.isNull() ? look.text : cut);
}

QSize GridDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const GridModel*>(index.model());
    if (!model) {
        return {};
    }
    const CellLook look = lookOf(*model, index.row(), index.column());
    const QFont& font = look.italic ? m_italic : look.bold ? m_bold : m_font;
    return {QFontMetrics(font).horizontalAdvance(look.text) + 2 * padding + 2, measure::tableRow};
}

} // namespace millrace
