// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/gridview.h"

#include "models/resultmodel.h"
#include "models/tablemodel.h"
#include "widgets/common/theme.h"

#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

namespace {

constexpr int screenful = 40;

} // namespace

GridView::GridView(QWidget* parent) : QWidget(parent), m_proxy(new SortFilterModel(this)), m_grid(new ResultGrid)
{
    m_grid->setGridModel(m_proxy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_grid);
    setFocusProxy(m_grid);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, m_proxy, &SortFilterModel::refresh);
    connect(m_proxy, &SortFilterModel::staleChanged, this, &GridView::refreshSoon);
    connect(m_proxy, &SortFilterModel::busyChanged, this, &GridView::refreshSoon);
    connect(m_proxy, &SortFilterModel::arranged, this, &GridView::shownChanged);
}

void GridView::refreshSoon()
{
    // Rows that stream in would otherwise be sorted again all the time: a fifth of it is enough.
    if (m_proxy->isStale() && !m_proxy->isBusy() && !m_refresh.isActive()) {
        m_refresh.start(static_cast<int>(std::clamp<qint64>(m_proxy->lastElapsedMs() * 4, 100, 5000)));
    }
}

void GridView::setSource(GridModel* source)
{
    m_proxy->setSource(source);
}

void GridView::fitEarly()
{
    const int rows = m_proxy->rowCount();
    if ((m_fits == 0 && m_proxy->columnCount() > 0) || (m_fits == 1 && rows > 0)
        || (m_fits == 2 && rows >= screenful)) {
        m_fits = rows >= screenful ? 3 : rows > 0 ? 2 : 1;
        m_grid->fitColumns();
    }
}

void GridView::setFilter(const RowFilter& filter)
{
    GridArrangement wanted = m_proxy->arrangement();
    wanted.filter = filter;
    m_proxy->setArrangement(wanted);
}

void GridView::setLike(std::optional<quint32> row, const std::vector<int>& columns)
{
    GridArrangement wanted = m_proxy->arrangement();
    wanted.likeRow = row;
    wanted.likeColumns = row ? columns : std::vector<int>();
    m_proxy->setArrangement(wanted);
}

ChangelogView::ChangelogView(QWidget* parent) : GridView(parent), m_changes(new ChangelogModel(this))
{
    setSource(m_changes);
    connect(model(), &SortFilterModel::arranged, this, [this] {
        if (model()->arrangement().likeRow) {
            grid()->scrollToEnd();
        }
    });
}

void ChangelogView::sync(const ResultSnapshot& snapshot, bool /*retracting*/)
{
    const bool follow = grid()->isAtEnd();
    m_changes->sync(snapshot);
    fitEarly();
    fitNumbers();
    if (follow) {
        grid()->scrollToEnd();
    }
    Q_EMIT shownChanged();
}

/// Numbers grow while one watches; their column keeps pace with them.
void ChangelogView::fitNumbers()
{
    const auto digits = static_cast<int>(QString::number(m_changes->receivedRows()).size());
    if (digits != m_digits) {
        m_digits = digits;
        const int width = QFontMetrics(themeFont(TextRole::MonoSmall)).horizontalAdvance(QString(digits, u'0')) + 18;
        const int shown = grid()->columnWidth(GridModel::Number);
        grid()->setColumnWidth(GridModel::Number, std::max({width, shown, 58}));
    }
}

void ChangelogView::setLimit(std::optional<qint64> limit)
{
    m_changes->setLimit(limit);
    // Looking back, the last change of that moment is what one looks at.
    grid()->scrollToEnd();
    Q_EMIT shownChanged();
}

ResultTableView::ResultTableView(QWidget* parent) : GridView(parent), m_rows(new ResultModel(this))
{
    setSource(m_rows);
}

void ResultTableView::sync(const ResultSnapshot& snapshot, bool retracting)
{
    if (retracting && !m_table) {
        // Until now every row was a row; from here on rows are changes. The columns stay as they are.
        m_table = new TableModel(this);
        m_table->setLimit(m_limit);
        connect(m_table, &TableModel::shown, this, [this] {
            if (model()->source() != m_table) {
                setSource(m_table);
                m_rows->deleteLater();
                m_rows = nullptr;
            }
            fitEarly();
            Q_EMIT shownChanged();
        });
    }
    if (m_table) {
        m_table->sync(snapshot);
    } else {
        m_rows->sync(snapshot);
        fitEarly();
        Q_EMIT shownChanged();
    }
}

void ResultTableView::setLimit(std::optional<qint64> limit)
{
    m_limit = limit;
    if (m_table) {
        m_table->setLimit(limit);
    } else {
        m_rows->setLimit(limit);
        Q_EMIT shownChanged();
    }
}

qint64 ResultTableView::unmatchedChanges() const
{
    return m_table && m_table->isIdle() ? m_table->problems().unmatched : 0;
}

} // namespace millrace
