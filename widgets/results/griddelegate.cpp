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
    const QFont& font = look.italic ? m_italic : look.bold ? m_bold : m_font;
    const QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(font);
    painter->setPen(theme.color(look.ink));
    const QFontMetrics metrics = painter->fontMetrics();
    const int flags = static_cast<int>(look.alignment) | Qt::TextSingleLine | Qt::TextDontClip;
    // Most texts fit: measuring is cheaper than asking for a cut one each time.
    if (metrics.horizontalAdvance(look.text) <= std::max(inner.width(), option.rect.width() - 4)
        || look.alignment.testFlag(Qt::AlignHCenter)) {
        painter->drawText(inner, flags, look.text);
    } else {
        painter->drawText(inner, flags, metrics.elidedText(look.text, Qt::ElideRight, inner.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        stylepaint::focusRing(*painter, option.rect, 0);
    }
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
