// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/paneltable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace millrace {

PanelTable::PanelTable(const QString& objectName, const QString& accessibleName, QWidget* parent) : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalHeader(new PanelHeaderView);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(measure::tableRow);
    connect(this, &QAbstractItemView::doubleClicked, this, &PanelTable::rowActivated);
}

PanelHeaderView::PanelHeaderView(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void PanelHeaderView::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Theme& theme = themeOf(this);
    painter->save();
    painter->fillRect(rect, theme.color(Token::SurfaceChrome));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Token::Line));
    const auto alignment =
        model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QRect inner = rect.adjusted(8, 0, -8, 0);
    painter->setFont(themeFont(TextRole::Header));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(inner, static_cast<int>(alignment ? alignment : defaultAlignment()) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(
            model()->headerData(logicalIndex, orientation()).toString(), Qt::ElideRight, inner.width()));
    painter->restore();
}

QModelIndexList PanelTable::chosenRows() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    return rows;
}

bool PanelTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void PanelTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void PanelTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

PanelDelegate::PanelDelegate(StyleOf styleOf, QObject* parent)
    : QStyledItemDelegate(parent), m_styleOf(std::move(styleOf))
{
}

void PanelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.widget);
    const bool focused = option.widget && option.widget->hasFocus() && option.state.testFlag(QStyle::State_Active);
    const QRect rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(rect, theme.color(focused ? Token::Select : Token::SelectIdle));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(rect, theme.color(Token::Hover));
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Token::Line));
    const PanelCellStyle style = m_styleOf(index);
    if (style.glyph) {
        const QRectF place(rect.center().x() - 7.5, rect.center().y() - 7.5, 16, 16);
        paintStatusGlyph(*painter, place, *style.glyph);
        return;
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty()) {
        return;
    }
    QRect inner = rect.adjusted(8, 0, -8, 0);
    if (!style.second.isEmpty() && rect.height() >= measure::listRow) {
        const QRect below = inner.adjusted(0, rect.height() / 2, 0, -4);
        painter->setFont(themeFont(TextRole::Caption));
        painter->setPen(theme.color(Token::TextDim));
        painter->drawText(below, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(style.second, Qt::ElideRight, below.width()));
        inner.adjust(0, 3, 0, -rect.height() / 2);
    }
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->setFont(themeFont(style.role));
    painter->setPen(theme.color(style.ink.value_or(Token::Text)));
    painter->drawText(inner,
        static_cast<int>(alignment ? alignment : Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(text, option.textElideMode, inner.width()));
}

PanelBar::PanelBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(34);
}

void PanelBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

} // namespace millrace
