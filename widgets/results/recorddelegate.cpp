// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/recorddelegate.h"

#include "models/recordmodel.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/results/griddelegate.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

#include <vector>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int side = measure::panelPadding;
constexpr int top = 3;
constexpr int bottom = 5;

/// A value broken into lines of a width.
struct Lines {
    QTextLayout layout;
    int count = 0;
    bool cut = false;
    int lineHeight = 0;

    Lines(const QString& text, const QFont& font, int width)
        : layout(QString(text).replace(u'\n', QChar::LineSeparator), font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        lineHeight = QFontMetrics(font).height();
        layout.beginLayout();
        for (;;) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) {
                break;
            }
            if (count == RecordDelegate::maxLines) {
                cut = true;
                break;
            }
            line.setLineWidth(std::max(20, width));
            line.setPosition(QPointF(0, count * lineHeight));
            ++count;
        }
        layout.endLayout();
    }

    [[nodiscard]] int height() const { return std::max(1, count) * lineHeight; }

    void draw(QPainter& painter, QPoint at) const
    {
        for (int i = 0; i < std::min(count, layout.lineCount()); ++i) {
            layout.lineAt(i).draw(&painter, at);
        }
    }
};

QString valueText(const QVariant& value)
{
    return value.isValid() ? value.toString() : u"NULL"_s;
}

QFont valueFont(bool italic, bool struck)
{
    QFont font = themeFont(TextRole::MonoSmall);
    font.setItalic(italic);
    font.setStrikeOut(struck);
    return font;
}

int widthOf(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    return (view ? view->viewport()->width() : option.rect.width()) - 2 * side;
}

int nameHeight()
{
    return QFontMetrics(themeFont(TextRole::Caption)).height() + 1;
}

} // namespace

bool RecordDelegate::isCut(const QModelIndex& index, int width) const
{
    const QVariant value = index.data(RecordModel::ValueRole);
    return value.isValid()
        && (index.data(RecordModel::CutRole).toBool()
            || Lines(value.toString(), valueFont(false, false), width - 2 * side).cut);
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = widthOf(option);
    int height = top + nameHeight() + bottom;
    if (index.data(RecordModel::ChangedRole).toBool()) {
        height += Lines(valueText(index.data(RecordModel::OldValueRole)), valueFont(false, true), width).height() + 2;
    }
    height += Lines(valueText(index.data(RecordModel::ValueRole)), valueFont(false, false), width).height() + 1;
    return {width, height};
}

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.widget);
    const bool active = option.state.testFlag(QStyle::State_Active) && option.widget && option.widget->hasFocus();
    const QRect rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected) && active) {
        painter->fillRect(rect, theme.color(Token::Select));
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Token::Line));
    const QRect head(rect.left() + side, rect.top() + top, rect.width() - 2 * side, nameHeight());
    const QFont typeFont = themeFont(TextRole::MonoSmall);
    const QFontMetrics typeMetrics(typeFont);
    const QString type =
        typeMetrics.elidedText(index.data(RecordModel::TypeRole).toString(), Qt::ElideRight, head.width() * 2 / 3);
    const int typeWidth = typeMetrics.horizontalAdvance(type);
    painter->setFont(typeFont);
    painter->setPen(theme.color(Token::TextDim));
    painter->drawText(head, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, type);
    painter->setFont(themeFont(TextRole::Caption));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(head.adjusted(0, 0, -typeWidth - 8, 0),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(
            index.data(RecordModel::NameRole).toString(), Qt::ElideRight, head.width() - typeWidth - 8));
    QPoint at(head.left(), head.bottom() + 2);
    const bool changed = index.data(RecordModel::ChangedRole).toBool();
    if (changed) {
        const bool wasNull = index.data(RecordModel::OldNullRole).toBool();
        const Lines old(valueText(index.data(RecordModel::OldValueRole)), valueFont(wasNull, true), head.width());
        painter->setPen(theme.color(Token::TextDim));
        old.draw(*painter, at);
        at.ry() += old.height() + 2;
    }
    const QVariant value = index.data(RecordModel::ValueRole);
    const Lines lines(valueText(value), valueFont(!value.isValid(), false), head.width());
    painter->setPen(theme.color(changed ? Token::OpUpdateAfter : value.isValid() ? Token::Text : Token::TextDim));
    lines.draw(*painter, at);
    if (lines.cut) {
        painter->setPen(theme.color(Token::Accent));
        painter->drawText(
            QRect(at.x(), at.y() + lines.height() - lines.lineHeight, head.width() + side - 2, lines.lineHeight),
            static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), u"…"_s);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && active) {
        stylepaint::focusRing(*painter, rect.adjusted(0, 0, 0, -1), 0);
    }
}

} // namespace millrace
