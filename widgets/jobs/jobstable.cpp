// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobstable.h"

#include "models/jobtablemodel.h"
#include "widgets/common/stylepaint.h"
#include "widgets/jobs/jobdelegate.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 s_stateVersion = 1;

/// Widths of the first day; those of rarely wanted columns that are hidden then.
constexpr std::array<int, jobColumnCount> s_widths{
    120, 300, 108, 164, 118, 92, 108, 84, 196, 72, 72, 66, 100, 120, 110, 260};

/// The names take what the other columns leave, but never less than this.
constexpr int s_leastName = 180;

bool isShownAtFirst(JobColumn column)
{
    return column < JobColumn::Kind;
}

} // namespace

JobsHeader::JobsHeader(QWidget* parent) : PanelHeaderView(parent)
{
    setObjectName(u"jobsHeader"_s);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFixedHeight(measure::tableHeader);
}

void JobsHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const bool sorted = logicalIndex == sortIndicatorSection();
    const bool right = isRightAligned(static_cast<JobColumn>(logicalIndex));
    // Where the state's glyph stands there is no text to head.
    const int indent = logicalIndex == static_cast<int>(JobColumn::State) ? 28 : 0;
    painter->save();
    painter->setClipRect(rect);
    const QRect text = rect.adjusted(indent, 0, sorted && right ? -14 : 0, 0);
    painter->fillRect(rect, themeOf(this).color(Token::SurfaceChrome));
    PanelHeaderView::paintSection(painter, text, logicalIndex);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), themeOf(this).color(Token::Line));
    if (sorted) {
        const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
        const int width = QFontMetrics(themeFont(TextRole::Header)).horizontalAdvance(title);
        const int x = right ? rect.right() - 19 : std::min(text.left() + 8 + width + 5, rect.right() - 14);
        const Qt::ArrowType arrow = sortIndicatorOrder() == Qt::AscendingOrder ? Qt::UpArrow : Qt::DownArrow;
        stylepaint::chevron(*painter, QRectF(x, rect.top(), 12, rect.height()), arrow, stylepaint::ink(Token::Text));
    }
    painter->restore();
}

JobsTable::JobsTable(QWidget* parent) : PanelTable(u"jobsTable"_s, tr("Jobs"), parent)
{
    auto* header = new JobsHeader;
    setHorizontalHeader(header);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTextElideMode(Qt::ElideRight);
    setMouseTracking(true);
    connect(header, &QWidget::customContextMenuRequested, this, &JobsTable::showColumnMenu);
    connect(header, &QHeaderView::sectionMoved, this, &JobsTable::columnsChanged);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (section != static_cast<int>(JobColumn::Name)) {
            fitName();
        }
        Q_EMIT columnsChanged();
    });
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        if (indexAt(place).isValid()) {
            Q_EMIT menuRequested(viewport()->mapToGlobal(place));
        }
    });
    connect(this, &PanelTable::copyRequested, this, &JobsTable::copyChosen);
}

void JobsTable::setJobs(JobTableModel* model)
{
    m_jobs = model;
    setModel(model);
    setItemDelegate(new JobDelegate(*model, this));
    resetColumns();
    QHeaderView* header = horizontalHeader();
    header->setSortIndicator(static_cast<int>(model->sortColumn()), model->sortOrder());
    connect(header, &QHeaderView::sortIndicatorChanged, model,
        [model](int column, Qt::SortOrder order) { model->sort(column, order); });
    connect(model, &JobTableModel::sortChanged, header,
        [model, header] { header->setSortIndicator(static_cast<int>(model->sortColumn()), model->sortOrder()); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsTable::chosenJobsChanged);
    // The title of a group takes the whole row.
    const auto spanGroups = [this] {
        clearSpans();
        for (int row = 0; row < m_jobs->rowCount() && m_jobs->filter().group != JobFilter::Group::None; ++row) {
            if (m_jobs->isGroup(row)) {
                setSpan(row, 0, 1, jobColumnCount);
            }
        }
    };
    connect(model, &QAbstractItemModel::layoutChanged, this, spanGroups);
    connect(model, &QAbstractItemModel::rowsInserted, this, spanGroups);
    connect(model, &QAbstractItemModel::rowsRemoved, this, spanGroups);
}

JobKey JobsTable::currentJob() const
{
    const QModelIndex current = currentIndex();
    const JobRow* row = m_jobs && current.isValid() ? m_jobs->job(current.row()) : nullptr;
    return row ? row->key : JobKey();
}

void JobsTable::setCurrentJob(const JobKey& key)
{
    const int row = m_jobs ? m_jobs->rowOf(key) : -1;
    if (row >= 0) {
        selectionModel()->setCurrentIndex(
            m_jobs->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(m_jobs->index(row, 0));
    }
}

std::vector<JobKey> JobsTable::chosenJobs() const
{
    std::vector<JobKey> keys;
    const QModelIndexList rows = chosenRows();
    for (const QModelIndex& index : rows) {
        if (const JobRow* row = m_jobs->job(index.row())) {
            keys.push_back(row->key);
        }
    }
    return keys;
}

void JobsTable::setColumnShown(JobColumn column, bool shown)
{
    setColumnHidden(static_cast<int>(column), !shown);
    fitName();
    Q_EMIT columnsChanged();
}

bool JobsTable::isColumnShown(JobColumn column) const
{
    return !isColumnHidden(static_cast<int>(column));
}

void JobsTable::resetColumns()
{
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < jobColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->resizeSection(column, s_widths[static_cast<std::size_t>(column)]);
        setColumnHidden(column, !isShownAtFirst(static_cast<JobColumn>(column)));
    }
    Q_EMIT columnsChanged();
}

void JobsTable::fitName()
{
    int others = 0;
    for (int column = 0; column < jobColumnCount; ++column) {
        others += column == static_cast<int>(JobColumn::Name) ? 0 : columnWidth(column);
    }
    setColumnWidth(static_cast<int>(JobColumn::Name), std::max(s_leastName, viewport()->width() - others));
}

void JobsTable::resizeEvent(QResizeEvent* event)
{
    PanelTable::resizeEvent(event);
    fitName();
}

void JobsTable::showColumnMenu(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < jobColumnCount; ++i) {
        const auto column = static_cast<JobColumn>(i);
        QAction* action = menu->addAction(jobColumnTitle(column));
        action->setCheckable(true);
        action->setChecked(isColumnShown(column));
        // A table without names would be a riddle.
        action->setEnabled(column != JobColumn::Name);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnShown(column, shown); });
    }
    menu->addSeparator();
    menu->addAction(tr("Columns as at first"), this, &JobsTable::resetColumns);
    menu->popup(horizontalHeader()->mapToGlobal(place));
}

void JobsTable::copyChosen()
{
    QStringList lines;
    const QModelIndexList rows = chosenRows();
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int visual = 0; visual < jobColumnCount; ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column)) {
                cells << row.siblingAtColumn(column).data().toString();
            }
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

QByteArray JobsTable::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << s_stateVersion << qint32(jobColumnCount);
    for (int column = 0; column < jobColumnCount; ++column) {
        const bool hidden = isColumnHidden(column);
        // A hidden section has no width of its own any more.
        out << qint32(horizontalHeader()->visualIndex(column)) << hidden
            << qint32(hidden ? s_widths[static_cast<std::size_t>(column)] : columnWidth(column));
    }
    out << qint32(m_jobs ? static_cast<int>(m_jobs->sortColumn()) : 0)
        << qint32(m_jobs ? m_jobs->sortOrder() : Qt::AscendingOrder);
    return state;
}

void JobsTable::restoreState(const QByteArray& state)
{
    QDataStream in(state);
    quint32 version = 0;
    qint32 columns = 0;
    in >> version >> columns;
    if (version != s_stateVersion || columns != jobColumnCount || !m_jobs) {
        return;
    }
    std::array<int, jobColumnCount> atPlace{};
    for (int column = 0; column < jobColumnCount; ++column) {
        qint32 visual = 0;
        bool hidden = false;
        qint32 width = 0;
        in >> visual >> hidden >> width;
        if (in.status() != QDataStream::Ok || visual < 0 || visual >= jobColumnCount) {
            return;
        }
        atPlace[static_cast<std::size_t>(visual)] = column;
        setColumnWidth(column, std::clamp<int>(width, 24, 4000));
        setColumnHidden(column, hidden && column != static_cast<int>(JobColumn::Name));
    }
    for (int visual = 0; visual < jobColumnCount; ++visual) {
        const int column = atPlace[static_cast<std::size_t>(visual)];
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual);
    }
    qint32 sortColumn = 0;
    qint32 sortOrder = 0;
    in >> sortColumn >> sortOrder;
    if (in.status() == QDataStream::Ok) {
        m_jobs->sort(sortColumn, sortOrder == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

} // namespace millrace
