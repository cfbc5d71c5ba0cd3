// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of a ResultGrid, and sorting by its heads.
#include "widgets/results/resultgrid.h"

#include "widgets/common/icons.h"
#include "widgets/results/gridheader.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace millrace {

void ResultGrid::sortBy(int column)
{
    // Kinds of changes have no order worth sorting by.
    if (!m_model || (m_model->leadingColumns() > 0 && column == GridModel::Op)) {
        return;
    }
    // Up, down, and back to the order of arrival. The head's own indicator has flipped by now and tells nothing.
    const GridArrangement& now = m_model->arrangement();
    const int data = m_model->dataColumn(column);
    if (data < 0) {
        sortBy(column, now.newestFirst ? std::nullopt : std::optional(Qt::DescendingOrder));
    } else if (now.sort.empty() || now.sort.front().column != data) {
        sortBy(column, Qt::AscendingOrder);
    } else {
        sortBy(column, now.sort.front().descending ? std::nullopt : std::optional(Qt::DescendingOrder));
    }
}

void ResultGrid::sortBy(int column, std::optional<Qt::SortOrder> order)
{
    GridArrangement wanted = m_model->arrangement();
    wanted.sort.clear();
    wanted.newestFirst = false;
    const int data = m_model->dataColumn(column);
    if (order && data >= 0) {
        wanted.sort.push_back({.column = data, .descending = *order == Qt::DescendingOrder});
    } else if (order) {
        // Number and time both are the order of arrival.
        wanted.newestFirst = *order == Qt::DescendingOrder;
    }
    if (order && (data >= 0 || wanted.newestFirst)) {
        m_header->setSortIndicator(column, *order);
        m_header->setSortIndicatorShown(true);
    } else {
        m_header->setSortIndicatorShown(false);
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
    }
    m_model->setArrangement(wanted);
}

void ResultGrid::showSortIndicator()
{
    const GridArrangement& shown = m_model->arrangement();
    if (shown.sort.empty() && !shown.newestFirst) {
        m_header->setSortIndicatorShown(false);
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
    }
}

void ResultGrid::addColumnMenu(QMenu& menu, int column)
{
    if (column >= 0) {
        menu.addAction(themedIcon(this, "view-sort-ascending"_L1), tr("Sort Ascending"), this,
            [this, column] { sortBy(column, Qt::AscendingOrder); });
        menu.addAction(themedIcon(this, "view-sort-descending"_L1), tr("Sort Descending"), this,
            [this, column] { sortBy(column, Qt::DescendingOrder); });
    }
    QAction* unsorted = menu.addAction(tr("Order of Arrival"), this, [this] { sortBy(-1, std::nullopt); });
    unsorted->setEnabled(m_header->isSortIndicatorShown());
    const int data = column >= 0 ? m_model->dataColumn(column) : -1;
    if (data >= 0) {
        menu.addSeparator();
        menu.addAction(themedIcon(this, "view-filter"_L1), tr("Filter This Column…"), this,
            [this, data] { Q_EMIT filterByColumnRequested(data); });
    }
    menu.addSeparator();
    if (column >= 0) {
        QAction* hide = menu.addAction(tr("Hide Column"), this, [this, column] { m_header->hideSection(column); });
        hide->setEnabled(m_header->count() - m_header->hiddenSectionCount() > 1);
    }
    if (m_header->hiddenSectionCount() > 0) {
        QMenu* hidden = menu.addMenu(tr("Show Column"));
        for (int other = 0; other < m_header->count(); ++other) {
            if (m_header->isSectionHidden(other)) {
                hidden->addAction(m_model->columnName(other), this, [this, other] { m_header->showSection(other); });
            }
        }
        menu.addAction(tr("Show All Columns"), this, [this] {
            for (int other = 0; other < m_header->count(); ++other) {
                m_header->showSection(other);
            }
        });
    }
    menu.addAction(tr("Fit Widths"), this, &ResultGrid::fitColumns);
    menu.addAction(tr("Original Column Order"), this, [this] {
        for (int logical = 0; logical < m_header->count(); ++logical) {
            m_header->moveSection(m_header->visualIndex(logical), logical);
        }
    });
}

void ResultGrid::showHeaderMenu(const QPoint& place)
{
    if (!m_model || m_model->columnCount() == 0) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnMenu(*menu, m_header->logicalIndexAt(place));
    menu->popup(m_header->mapToGlobal(place));
}

void ResultGrid::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex current = currentIndex();
    if (!m_model || !current.isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(themedIcon(this, "edit-copy"_L1), tr("Copy"), this, &ResultGrid::copy);
    copy->setShortcut(QKeySequence::Copy);
    QAction* withHeaders = menu->addAction(tr("Copy With Headers"), this, &ResultGrid::copyWithHeaders);
    withHeaders->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QMenu* copyMenu = menu->addMenu(tr("Copy As"));
    const std::pair<QString, ExportFormat> formats[] = {
        {u"CSV"_s, ExportFormat::Csv},
        {u"JSON"_s, ExportFormat::Json},
        {u"Markdown"_s, ExportFormat::Markdown},
        {u"INSERT"_s, ExportFormat::InsertStatements},
    };
    for (const auto& [name, format] : formats) {
        copyMenu->addAction(name, this, [this, format = format] { copyAs(format); });
    }
    menu->addSeparator();
    QAction* record = menu->addAction(tr("Show Row in Panel"), this, [this] { Q_EMIT recordRequested(); });
    record->setShortcut(Qt::Key_F7);
    if (m_model->leadingColumns() > 0) {
        const quint32 row = m_model->storeRow(current.row());
        menu->addAction(themedIcon(this, "view-history"_L1), tr("History of This Row"), this,
            [this, row] { Q_EMIT historyRequested(row); });
    }
    menu->addSeparator();
    addColumnMenu(*menu->addMenu(tr("Column")), current.column());
    menu->popup(event->globalPos());
}

} // namespace millrace
