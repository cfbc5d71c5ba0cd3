// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/resultgrid.h"

#include "models/tablemodel.h"
#include "widgets/common/theme.h"
#include "widgets/results/griddelegate.h"
#include "widgets/results/gridheader.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace millrace {

namespace {

constexpr int widestFit = 320;
constexpr int fitSample = 60;
constexpr qint64 largestFollowed = 5000;

bool isCopyWithHeaders(const QKeyEvent* event)
{
    return event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

ResultGrid::ResultGrid(QWidget* parent)
    : QTableView(parent), m_delegate(new GridDelegate(this)), m_header(new GridHeader(this))
{
    setObjectName(QStringLiteral("resultGrid"));
    setAccessibleName(tr("Result rows"));
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(measure::tableRow);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setSelectionMode(ExtendedSelection);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, &ResultGrid::showHeaderMenu);
    connect(m_header, &QHeaderView::sectionClicked, this, qOverload<int>(&ResultGrid::sortBy));
    m_summaryTimer.setSingleShot(true);
    m_summaryTimer.setInterval(30);
    connect(&m_summaryTimer, &QTimer::timeout, this, &ResultGrid::summarizeSelection);
    connect(&m_summaryWatcher, &QFutureWatcherBase::finished, this, [this] {
        if (const auto summary = m_summaryWatcher.result(); summary && !(*summary == m_summary)) {
            m_summary = *summary;
            Q_EMIT selectionSummaryChanged(m_summary);
        }
    });
    m_tintTimer.setSingleShot(true);
    m_tintTimer.setInterval(TableModel::tintMs + 20);
    connect(&m_tintTimer, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(&m_copyWatcher, &QFutureWatcherBase::finished, this, [this] { putOnClipboard(m_copyWatcher.result()); });
}

ResultGrid::~ResultGrid()
{
    m_summaryCancel.cancel();
    m_copyCancel.cancel();
    m_summaryWatcher.disconnect(this);
    m_copyWatcher.disconnect(this);
}

void ResultGrid::setGridModel(SortFilterModel* model)
{
    m_model = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ResultGrid::refreshHighlight);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        // Every selected cell would be followed to its new place one by one.
        if (m_summary.cells > largestFollowed) {
            clearSelection();
        }
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_tintTimer.isActive()) {
            m_tintTimer.start();
        }
    });
    connect(model, &SortFilterModel::arranged, this, &ResultGrid::showSortIndicator);
}

std::optional<quint32> ResultGrid::currentStoreRow() const
{
    const QModelIndex current = currentIndex();
    return m_model && current.isValid() ? std::optional(m_model->storeRow(current.row())) : std::nullopt;
}

int ResultGrid::currentDataColumn() const
{
    const QModelIndex current = currentIndex();
    return m_model && current.isValid() ? m_model->dataColumn(current.column()) : -1;
}

void ResultGrid::setCurrentStoreRow(quint32 row)
{
    const int shown = m_model ? m_model->shownRowOf(row) : -1;
    if (shown >= 0) {
        const int column = currentIndex().isValid() ? currentIndex().column() : m_model->leadingColumns();
        const QModelIndex index = m_model->index(shown, column);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        scrollTo(index);
    }
}

bool ResultGrid::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void ResultGrid::scrollToEnd()
{
    updateGeometries();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ResultGrid::fitColumns()
{
    if (!m_model) {
        return;
    }
    // A text may use what is left at the right; a number would stand alone at the far end of it.
    const int last = m_model->columnCount() - 1;
    m_header->setStretchLastSection(last >= 0 && !m_model->isNumeric(m_header->logicalIndex(last)));
    const int first = std::max(0, rowAt(0));
    const int end = std::min(first + fitSample, m_model->rowCount());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = std::min(m_header->widthFor(column), widestFit);
        for (int row = first; row < end; ++row) {
            width = std::max(width, m_delegate->sizeHint(option, m_model->index(row, column)).width());
        }
        m_header->resizeSection(column, std::min(width, widestFit));
    }
}

void ResultGrid::refreshHighlight()
{
    const QModelIndex current = currentIndex();
    const QItemSelection ranges = selectionModel() ? selectionModel()->selection() : QItemSelection();
    const bool single =
        ranges.isEmpty() || (ranges.size() == 1 && ranges.front().width() == 1 && ranges.front().height() == 1);
    m_delegate->setHighlightedRow(current.isValid() && single ? current.row() : -1);
    viewport()->update();
}

void ResultGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    refreshHighlight();
    Q_EMIT currentCellChanged();
}

void ResultGrid::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    refreshHighlight();
    m_summaryTimer.start();
}

QItemSelectionModel::SelectionFlags ResultGrid::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    QItemSelectionModel::SelectionFlags flags = QTableView::selectionCommand(index, event);
    // A click on a row's number takes the whole row.
    if (m_model && m_model->leadingColumns() > 0 && index.isValid() && index.column() == GridModel::Number && event
        && event->type() == QEvent::MouseButtonPress) {
        flags |= QItemSelectionModel::Rows;
    }
    return flags;
}

void ResultGrid::summarizeSelection()
{
    m_summaryCancel.cancel();
    m_summaryCancel = CancellationSource();
    if (!m_model) {
        return;
    }
    startSummary(m_summaryCancel.token());
}

bool ResultGrid::event(QEvent* event)
{
    // Keys that mean something here go here, whatever the window does with them.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || isCopyWithHeaders(key) || key->matches(QKeySequence::SelectAll)
            || (key->key() == Qt::Key_F7 && key->modifiers() == Qt::NoModifier)) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void ResultGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (isCopyWithHeaders(event)) {
        copyWithHeaders();
    } else if (event->key() == Qt::Key_F7 && event->modifiers() == Qt::NoModifier) {
        Q_EMIT recordRequested();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ShiftModifier) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Columns);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void ResultGrid::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange) {
        m_delegate->refreshFonts();
        verticalHeader()->setDefaultSectionSize(
            std::max(measure::tableRow, QFontMetrics(themeFont(TextRole::MonoSmall)).height() + 7));
    }
}

void ResultGrid::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void ResultGrid::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace millrace
