// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/resultpage.h"

#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/results/arrivalbar.h"
#include "widgets/results/gridview.h"
#include "widgets/results/pictureview.h"
#include "widgets/results/recordpanel.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

/// Narrower than this, the panel would leave too little of the grid.
constexpr int narrowestWithRecord = 820;

} // namespace

ResultPage::ResultPage(QWidget* parent)
    : QWidget(parent), m_notice(new MessageBar), m_historyBar(new MessageBar), m_body(new QStackedWidget),
      m_waiting(new QWidget), m_waitingText(new ElidedLabel), m_text(new QPlainTextEdit), m_picture(new PictureView),
      m_splitter(new QSplitter), m_grids(new QStackedWidget), m_record(new RecordPanel), m_arrival(new ArrivalBar)
{
    m_waitingText->setColor(Token::TextDim);
    auto* waitingLayout = new QVBoxLayout(m_waiting);
    waitingLayout->setContentsMargins(measure::panelPadding, measure::panelPadding, measure::panelPadding, 0);
    waitingLayout->addWidget(m_waitingText);
    waitingLayout->addStretch();
    m_text->setObjectName(u"resultText"_s);
    m_text->setAccessibleName(tr("Result text"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_splitter->addWidget(m_grids);
    m_splitter->addWidget(m_record);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    m_record->setMinimumWidth(200);
    m_record->hide();
    m_body->addWidget(m_waiting);
    m_body->addWidget(m_splitter);
    m_body->addWidget(m_text);
    m_body->addWidget(m_picture);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_historyBar);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_arrival);
    m_recordTimer.setSingleShot(true);
    m_recordTimer.setInterval(120);
    connect(&m_recordTimer, &QTimer::timeout, this, [this] {
        if (const std::optional<quint32> row = m_record->storeRow(); row && m_watcher) {
            m_finder.find(m_watcher->snapshot(), *row);
        }
    });
    connect(&m_finder, &RowHistoryFinder::found, this,
        [this](quint32 row, const std::vector<int>& columns, qint64 changes) {
            if (m_record->storeRow() == row) {
                m_historyColumns = columns;
                m_record->setHistoryCount(columns.empty() ? 0 : changes);
            }
        });
    connect(m_record, &RecordPanel::closeRequested, this, &ResultPage::toggleRecord);
    connect(m_record, &RecordPanel::historyRequested, this, &ResultPage::showHistory);
    connect(m_arrival, &ArrivalBar::limitChosen, this, &ResultPage::setLimit);
    connect(m_notice, &MessageBar::actionTriggered, this, &ResultPage::actionTriggered);
    const auto showAll = [this] {
        m_historyRow.reset();
        m_historyBar->clear();
        if (m_changelog) {
            m_changelog->setLike(std::nullopt, {});
        }
    };
    connect(m_historyBar, &MessageBar::actionTriggered, this, showAll);
    connect(m_historyBar, &MessageBar::closed, this, showAll);
}

ResultPage::~ResultPage()
{
    // The grids go after this: nothing of theirs may reach what is gone by then.
    for (GridView* view : {static_cast<GridView*>(m_changelog), static_cast<GridView*>(m_table)}) {
        if (view) {
            view->disconnect(this);
            view->grid()->disconnect(this);
        }
    }
}

void ResultPage::setView(const RunResultView& view)
{
    const bool newStore = view.store != m_view.store;
    m_view = view;
    if (newStore) {
        watch();
    }
    if (m_watcher && m_view.state != RunState::Running && isVisible()) {
        m_watcher->flush();
    }
    refreshBody();
    refreshNotice();
    refreshRemark();
}

void ResultPage::watch()
{
    m_watcher.reset();
    if (!m_view.store) {
        return;
    }
    m_watcher = std::make_unique<ResultWatcher>(m_view.store);
    m_watcher->setPaused(!isVisible());
    connect(m_watcher.get(), &ResultWatcher::schemaArrived, this, &ResultPage::sync);
    connect(m_watcher.get(), &ResultWatcher::rowsArrived, this, &ResultPage::sync);
    m_watcher->flush();
    sync();
}

void ResultPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_watcher) {
        m_watcher->setPaused(false);
        m_watcher->flush();
        sync();
    }
}

void ResultPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_watcher) {
        m_watcher->setPaused(true);
    }
}

void ResultPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refreshRecord();
}

void ResultPage::setMode(ResultsPane::Mode mode)
{
    m_mode = mode;
    refreshBody();
    sync();
    refreshRecord();
    Q_EMIT selectionChanged(selection());
}

GridView* ResultPage::currentGridView() const
{
    return m_mode == ResultsPane::Mode::Changelog ? static_cast<GridView*>(m_changelog)
                                                  : static_cast<GridView*>(m_table);
}

GridView* ResultPage::ensureGridView()
{
    if (m_mode == ResultsPane::Mode::Changelog && !m_changelog) {
        m_changelog = new ChangelogView;
        connectGridView(m_changelog);
        m_changelog->setLimit(m_limit);
    } else if (m_mode == ResultsPane::Mode::Table && !m_table) {
        m_table = new ResultTableView;
        connectGridView(m_table);
        m_table->setLimit(m_limit);
    }
    GridView* view = currentGridView();
    m_grids->setCurrentWidget(view);
    return view;
}

void ResultPage::connectGridView(GridView* view)
{
    m_grids->addWidget(view);
    view->setFilter(m_filter);
    connect(view, &GridView::shownChanged, this, [this, view] {
        if (view == currentGridView()) {
            refreshRemark();
            refreshRecord();
            refreshNotice();
        }
    });
    ResultGrid* grid = view->grid();
    connect(grid, &ResultGrid::currentCellChanged, this, &ResultPage::refreshRecord);
    connect(grid, &ResultGrid::selectionSummaryChanged, this, &ResultPage::selectionChanged);
    connect(grid, &ResultGrid::recordRequested, this, &ResultPage::toggleRecord);
    connect(grid, &ResultGrid::historyRequested, this, &ResultPage::showHistory);
    connect(grid, &ResultGrid::copied, this, &ResultPage::tellCopied);
    connect(grid, &ResultGrid::filterByColumnRequested, this, &ResultPage::setFilterColumn);
}

void ResultPage::sync()
{
    if (!m_watcher || m_watcher->snapshot().columnCount() == 0) {
        refreshBody();
        return;
    }
    const ResultSnapshot& rows = m_watcher->snapshot();
    ensureGridView()->sync(rows, m_view.store->retractingRows() > 0);
    refreshBody();
    m_arrival->setState(rows.rowCount(), m_limit);
    refreshRemark();
    Q_EMIT rowsArrived(rows.rowCount());
}

void ResultPage::setPaused(bool paused)
{
    if (paused != isPaused()) {
        setLimit(paused ? std::optional(receivedRows()) : std::nullopt);
    }
}

void ResultPage::setLimit(std::optional<qint64> limit)
{
    const bool wasPaused = isPaused();
    m_limit = limit;
    for (GridView* view : {static_cast<GridView*>(m_changelog), static_cast<GridView*>(m_table)}) {
        if (view) {
            view->setLimit(limit);
        }
    }
    m_arrival->setState(receivedRows(), m_limit);
    refreshRemark();
    if (wasPaused != isPaused()) {
        Q_EMIT pausedChanged(isPaused());
    }
}

void ResultPage::setFilter(const QString& text)
{
    RowFilter filter = m_filter;
    filter.text = text;
    if (text.isEmpty() && filter.column >= 0) {
        // An emptied filter looks at all columns again.
        filter.column = -1;
        m_filter.column = -1;
        Q_EMIT filterColumnChanged();
    }
    const QString problem = problemOf(filter);
    Q_EMIT filterProblem(problem);
    if (!problem.isEmpty()) {
        return;
    }
    m_filter = filter;
    for (GridView* view : {static_cast<GridView*>(m_changelog), static_cast<GridView*>(m_table)}) {
        if (view) {
            view->setFilter(m_filter);
        }
    }
}

void ResultPage::setFilterColumn(int column)
{
    m_filter.column = column;
    for (GridView* view : {static_cast<GridView*>(m_changelog), static_cast<GridView*>(m_table)}) {
        if (view && !m_filter.isEmpty()) {
            view->setFilter(m_filter);
        }
    }
    Q_EMIT filterColumnChanged();
}

QString ResultPage::filterColumn() const
{
    const bool known = m_watcher && m_filter.column >= 0 && m_filter.column < m_watcher->snapshot().columnCount();
    return known ? m_watcher->snapshot().schema().columns[static_cast<std::size_t>(m_filter.column)].name : QString();
}

void ResultPage::toggleRecord()
{
    m_recordWanted = !m_record->isVisible();
    refreshRecord();
    if (m_recordWanted && m_record->isHidden() && width() < narrowestWithRecord) {
        // Asked for by hand it shows, however narrow the page is.
        m_record->show();
    }
    if (!m_recordWanted && currentGridView()) {
        currentGridView()->grid()->setFocus();
    }
}

void ResultPage::refreshRecord()
{
    const GridView* view = currentGridView();
    const std::optional<quint32> row = view ? view->grid()->currentStoreRow() : std::nullopt;
    const bool fits = width() >= narrowestWithRecord || m_record->isVisible();
    m_record->setVisible(m_recordWanted && row.has_value() && fits);
    if (!row || m_record->isHidden()) {
        return;
    }
    const bool asChange = m_mode == ResultsPane::Mode::Changelog;
    if (m_record->storeRow() != row) {
        m_finder.cancel();
        m_record->setHistoryCount(0);
        m_recordTimer.start();
    }
    m_record->setRow(view->model()->snapshot(), row, asChange);
    m_record->setCurrentField(view->grid()->currentDataColumn());
}

void ResultPage::copy()
{
    if (GridView* view = currentGridView(); view && m_body->currentWidget() == m_splitter) {
        view->grid()->copy();
    } else if (m_body->currentWidget() == m_text) {
        m_text->selectAll();
        m_text->copy();
    }
}

SelectionSummary ResultPage::selection() const
{
    const GridView* view = currentGridView();
    return view ? view->grid()->selection() : SelectionSummary();
}

std::optional<RowIndex> ResultPage::arrangedRows() const
{
    const GridView* view = currentGridView();
    // All rows in the order of arrival need no list of them.
    const bool everything = !view
        || (view->model()->arrangement().isPlain() && !m_limit && view->model()->rowCount() == receivedRows()
            && !(m_mode == ResultsPane::Mode::Table && m_view.store && m_view.store->retractingRows() > 0));
    return everything ? std::nullopt : std::optional(view->model()->storeRows());
}

ResultSnapshot ResultPage::snapshot() const
{
    const GridView* view = currentGridView();
    return view ? view->model()->snapshot() : m_watcher ? m_watcher->snapshot() : ResultSnapshot();
}

qint64 ResultPage::receivedRows() const
{
    return m_watcher ? m_watcher->snapshot().rowCount() : 0;
}

} // namespace millrace
