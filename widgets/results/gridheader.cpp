// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/gridheader.h"

#include "models/gridmodel.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QPainter>

namespace millrace {

namespace {

constexpr int padding = 8;
constexpr int gap = 6;
constexpr int arrowWidth = 12;

/// The type in the size of the name's line, a little smaller than cells.
QFont typeFont()
{
    QFont font = themeFont(TextRole::MonoSmall);
    font.setPointSizeF(font.pointSizeF() * 11.0 / 12.0);
    return font;
}

} // namespace

GridHeader::GridHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(36);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setStretchLastSection(true);
}

QSize GridHeader::sizeHint() const
{
    const QSize base = QHeaderView::sizeHint();
    return {base.width(), std::max(measure::tableHeader, QFontMetrics(themeFont(TextRole::Header)).height() + 10)};
}

int GridHeader::widthFor(int column) const
{
    const QString name = model()->headerData(column, orientation(), Qt::DisplayRole).toString();
    const QString type = model()->headerData(column, orientation(), GridModel::TypeRole).toString();
    int width = 2 * padding + QFontMetrics(themeFont(TextRole::Header)).horizontalAdvance(name) + arrowWidth;
    if (!type.isEmpty()) {
        width += gap + QFontMetrics(typeFont()).horizontalAdvance(type);
    }
    return width;
}

QSize GridHeader::sectionSizeFromContents(int logicalIndex) const
{
    return {widthFor(logicalIndex), sizeHint().height()};
}

void GridHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (!rect.isValid() || !model()) {
        return;
    }
    const Theme& theme = themeOf(this);
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    if (underMouse() && rect.contains(pointer)) {
        option.state |= QStyle::State_MouseOver;
    }
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->save();
    QRect inner = rect.adjusted(padding, 0, -padding, 0);
    if (isSortIndicatorShown() && sortIndicatorSection() == logicalIndex) {
        const bool numeric = model()->headerData(logicalIndex, orientation(), GridModel::NumericRole).toBool();
        const QRect arrow(
            numeric ? inner.left() : inner.right() - arrowWidth + 1, inner.top(), arrowWidth, inner.height());
        stylepaint::chevron(*painter, arrow, sortIndicatorOrder() == Qt::AscendingOrder ? Qt::UpArrow : Qt::DownArrow,
            theme.color(Token::Accent));
        inner.adjust(numeric ? arrowWidth : 0, 0, numeric ? 0 : -arrowWidth, 0);
    }
    paintText(painter, inner, logicalIndex);
    painter->restore();
}

void GridHeader::paintText(QPainter* painter, QRect rect, int logicalIndex) const
{
    const Theme& theme = themeOf(this);
    const QString name = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const QString type = model()->headerData(logicalIndex, orientation(), GridModel::TypeRole).toString();
    const bool numeric = model()->headerData(logicalIndex, orientation(), GridModel::NumericRole).toBool();
    const bool centred = model()
                             ->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole)
                             .value<Qt::Alignment>()
                             .testFlag(Qt::AlignHCenter);
    const QFont nameFont = themeFont(TextRole::Header);
    const QFontMetrics nameMetrics(nameFont);
    const QString shownName = nameMetrics.elidedText(name, Qt::ElideRight, rect.width());
    const int nameWidth = nameMetrics.horizontalAdvance(shownName);
    const Qt::Alignment side = centred ? Qt::AlignHCenter : numeric ? Qt::AlignRight : Qt::AlignLeft;
    painter->setFont(nameFont);
    painter->setPen(theme.color(Token::Text));
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shownName);
    const int left = rect.width() - nameWidth - gap;
    const QFont small = typeFont();
    const QFontMetrics typeMetrics(small);
    // A type that is cut to nothing but dots says less than none.
    if (type.isEmpty() || left < typeMetrics.averageCharWidth() * 4) {
        return;
    }
    // On one line with the name: both sit on the same base line.
    QRect typeRect = rect;
    const int shift = (nameMetrics.ascent() - nameMetrics.descent() - typeMetrics.ascent() + typeMetrics.descent()) / 2;
    typeRect.translate(0, shift);
    numeric ? typeRect.setRight(rect.right() - nameWidth - gap) : typeRect.setLeft(rect.left() + nameWidth + gap);
    painter->setFont(small);
    painter->setPen(theme.color(Token::TextDim));
    painter->drawText(typeRect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
        typeMetrics.elidedText(type, Qt::ElideRight, typeRect.width()));
}

} // namespace millrace
