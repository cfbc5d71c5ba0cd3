// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/jobcelldelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int barLength = 60;
constexpr int barHeight = 5;

} // namespace

Token shareToken(double share)
{
    return share >= 0.9 ? Token::Error : share >= 0.7 ? Token::Warn : Token::LineStrong;
}

JobCellDelegate::JobCellDelegate(StyleOf styleOf, int shareRole, QObject* parent)
    : PanelDelegate(std::move(styleOf), parent), m_shareRole(shareRole)
{
}

void JobCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant share = index.data(m_shareRole);
    if (!share.isValid()) {
        PanelDelegate::paint(painter, option, index);
        return;
    }
    const Theme& theme = themeOf(option.widget);
    const double value = std::clamp(share.toDouble(), 0.0, 1.0);
    const bool focused = option.widget && option.widget->hasFocus() && option.state.testFlag(QStyle::State_Active);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, theme.color(focused ? Token::Select : Token::SelectIdle));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, theme.color(Token::Hover));
    }
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Token::Line));
    const QRectF track(option.rect.left() + 8, option.rect.center().y() - barHeight / 2.0, barLength, barHeight);
    painter->fillRect(track, theme.color(Token::SurfaceSunken));
    painter->fillRect(
        QRectF(track.topLeft(), QSizeF(track.width() * value, track.height())), theme.color(shareToken(value)));
    painter->setFont(themeFont(TextRole::MonoSmall));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(option.rect.adjusted(barLength + 14, 0, -4, 0),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, index.data().toString());
}

PanelTable* makeJobTable(const QString& objectName, const QString& accessibleName, QAbstractItemModel* model,
    std::initializer_list<std::pair<int, int>> widths, int stretch)
{
    auto* table = new PanelTable(objectName, accessibleName);
    table->setModel(model);
    for (const auto& [column, width] : widths) {
        table->horizontalHeader()->resizeSection(column, width);
    }
    if (stretch >= 0) {
        table->horizontalHeader()->setSectionResizeMode(stretch, QHeaderView::Stretch);
    }
    QObject::connect(table, &PanelTable::copyRequested, table,
        [table] { QGuiApplication::clipboard()->setText(rowsAsText(*table)); });
    return table;
}

QString rowsAsText(const PanelTable& table)
{
    const QAbstractItemModel* model = table.model();
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column) {
        cells.append(model->headerData(column, Qt::Horizontal).toString());
    }
    lines.append(cells.join(u'\t'));
    const QModelIndexList rows = table.chosenRows();
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (int column = 0; column < model->columnCount(); ++column) {
            cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace millrace
