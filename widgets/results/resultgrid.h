// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionsummary.h"
#include "models/sortfiltermodel.h"
#include "results/export.h"

#include <QFutureWatcher>
#include <QTableView>
#include <QTimer>

#include <optional>

class QMenu;

namespace millrace {

class GridDelegate;
class GridHeader;

/// Rows of a result: rows of one height, cells chosen singly or in blocks, copied in several formats, sorted by a click
/// on a column's head. Works for a million rows: nothing is kept or measured per row.
class ResultGrid : public QTableView {
    Q_OBJECT

public:
    explicit ResultGrid(QWidget* parent = nullptr);
    ~ResultGrid() override;

    /// The only kind of model it takes; model outlives the grid.
    void setGridModel(SortFilterModel* model);

    [[nodiscard]] SortFilterModel* gridModel() const { return m_model; }

    /// The store's row under the cell cursor.
    [[nodiscard]] std::optional<quint32> currentStoreRow() const;
    /// The result's column under the cell cursor; -1: none.
    [[nodiscard]] int currentDataColumn() const;
    void setCurrentStoreRow(quint32 row);

    /// The last row is in sight.
    [[nodiscard]] bool isAtEnd() const;
    void scrollToEnd();
    /// Columns as wide as their heads and the rows in sight need, within reason.
    void fitColumns();

    [[nodiscard]] const SelectionSummary& selection() const { return m_summary; }

    /// Shown rows that have a selected cell, and the result's columns that have one, both in the order shown.
    [[nodiscard]] CellBlock selectedBlock() const;

public Q_SLOTS:
    /// As a spreadsheet takes it.
    void copy();
    void copyWithHeaders();
    void copyAs(millrace::ExportFormat format);

Q_SIGNALS:
    void currentCellChanged();
    void selectionSummaryChanged(const millrace::SelectionSummary& summary);
    /// F7 or the menu.
    void recordRequested();
    /// The menu of a changelog: show the history of this row.
    void historyRequested(quint32 storeRow);
    /// The clipboard has it now.
    void copied(qint64 rows);
    void filterByColumnRequested(int dataColumn);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex& index, const QEvent* event) const override;
    bool event(QEvent* event) override;

private:
    struct Copy {
        QString text;
        qint64 rows = 0;
        bool cancelled = false;
    };

    void startCopy(bool withHeaders, std::optional<ExportFormat> format);
    void sortBy(int column);
    void sortBy(int column, std::optional<Qt::SortOrder> order);
    void showSortIndicator();
    void showHeaderMenu(const QPoint& place);
    void addColumnMenu(QMenu& menu, int column);
    void refreshHighlight();
    void summarizeSelection();
    void startSummary(const CancellationToken& token);
    void putOnClipboard(const Copy& copy);
    [[nodiscard]] std::vector<CellBlock> selectedBlocks() const;
    [[nodiscard]] std::vector<int> shownDataColumns(const std::vector<bool>& wanted) const;

    SortFilterModel* m_model = nullptr;
    GridDelegate* m_delegate = nullptr;
    GridHeader* m_header = nullptr;
    SelectionSummary m_summary;
    QTimer m_summaryTimer;
    QTimer m_tintTimer;
    CancellationSource m_summaryCancel;
    QFutureWatcher<std::optional<SelectionSummary>> m_summaryWatcher;
    CancellationSource m_copyCancel;
    QFutureWatcher<Copy> m_copyWatcher;
};

} // namespace millrace
