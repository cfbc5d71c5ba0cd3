// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalog/detaildelegate.h"

#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace millrace {

namespace {

constexpr int s_iconGap = 6;
constexpr int s_detailGap = 10;
constexpr int s_detailMargin = 8;
constexpr int s_dotSize = 8;

} // namespace

void DetailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& original, const QModelIndex& index) const
{
    QStyleOptionViewItem option = original;
    initStyleOption(&option, index);
    const Theme& theme = themeOf(option.widget);
    const Row shown = row(index);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    painter->save();
    QRect rest = option.rect.adjusted(shown.indent, 0, -s_detailMargin, 0);
    const QRect iconRect(rest.left(), rest.top() + (rest.height() - measure::icon) / 2, measure::icon, measure::icon);
    if (shown.isSpinning) {
        paintStatusGlyph(*painter, iconRect, StatusGlyph::Running, AnimationClock::instance().phase());
    } else if (shown.isError) {
        paintStatusGlyph(*painter, iconRect, StatusGlyph::Error);
    } else if (!shown.icon.isNull()) {
        shown.icon.paint(painter, iconRect);
    }
    if (!shown.isHeading) {
        rest.setLeft(iconRect.right() + 1 + s_iconGap);
    }

    const QFont nameFont = shown.isHeading ? themeFont(TextRole::Caption) : option.font;
    const QFontMetrics nameMetrics(nameFont);
    const int nameWidth = nameMetrics.horizontalAdvance(option.text);
    const QFont detailFont = themeFont(TextRole::Caption);
    const QFontMetrics detailMetrics(detailFont);
    const int detailRoom = std::max(0, rest.width() - nameWidth - s_detailGap);
    const QString detail = detailMetrics.elidedText(shown.detail, Qt::ElideRight, detailRoom);
    const int detailWidth = detail.isEmpty() ? 0 : detailMetrics.horizontalAdvance(detail) + s_detailGap;

    const bool isDim = shown.isHeading || shown.isSpinning;
    painter->setFont(nameFont);
    painter->setPen(theme.color(shown.isError ? Token::Error : isDim ? Token::TextDim : Token::Text));
    const int room = rest.width() - (shown.isDirty ? 2 * s_dotSize : 0) - detailWidth;
    const QString name = nameMetrics.elidedText(option.text, Qt::ElideRight, room);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (shown.isDirty) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::TextDim));
        const int left = rest.left() + nameMetrics.horizontalAdvance(name) + s_dotSize + 2;
        painter->drawEllipse(QRectF(left, rest.center().y() - s_dotSize / 2.0 + 0.5, s_dotSize, s_dotSize));
    }
    painter->setFont(detailFont);
    painter->setPen(theme.color(Token::TextDim));
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, detail);
    painter->restore();
}

QSize DetailDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.fontMetrics.height(), std::max(measure::treeRow, option.fontMetrics.height() + 4)};
}

} // namespace millrace
