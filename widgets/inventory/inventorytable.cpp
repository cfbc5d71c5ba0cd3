// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventorytable.h"

#include "models/inventorymodel.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/jobs/jobglyph.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_leastFirst = 180;
constexpr int s_most = 320;
constexpr int s_padding = 18; ///< 8 at each side, and what rounding takes
constexpr int s_glyph = 22; ///< the glyph's share of the first column
constexpr int s_sampleRows = 50;

class InventoryHeader : public PanelHeaderView {
public:
    using PanelHeaderView::PanelHeaderView;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override
    {
        PanelHeaderView::paintSection(painter, rect, logicalIndex);
        if (logicalIndex == sortIndicatorSection()) {
            const Qt::ArrowType arrow = sortIndicatorOrder() == Qt::AscendingOrder ? Qt::UpArrow : Qt::DownArrow;
            stylepaint::chevron(*painter, QRectF(rect.right() - 16, rect.top(), 12, rect.height()), arrow,
                stylepaint::ink(Token::Text));
        }
    }
};

class InventoryDelegate : public QStyledItemDelegate {
public:
    explicit InventoryDelegate(InventoryTable* table) : QStyledItemDelegate(table), m_table(table) { }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int width = QFontMetrics(fontOf(index.column())).horizontalAdvance(index.data().toString());
        const int glyph = index.column() == 0 && stateOf(index) != JobState::Unknown ? s_glyph : 0;
        return {std::max(width + s_padding + glyph, option.fontMetrics.averageCharWidth()), measure::tableRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.widget);
        const bool focused = m_table->hasFocus() && option.state.testFlag(QStyle::State_Active);
        // The view has painted the ground of the branches; the row goes on with the same one.
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.color(focused ? Token::Select : Token::SelectIdle));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, theme.color(Token::Hover));
        }
        painter->fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Token::Line));
        QRect inner = option.rect.adjusted(8, 0, -8, -1);
        const JobState state = stateOf(index);
        if (index.column() == 0 && state != JobState::Unknown) {
            JobSummary job;
            job.state = state;
            paintJobGlyph(
                *painter, QRectF(inner.left() - 1, inner.center().y() - 7.5, 16, 16), job, m_table->isStale());
            m_table->keepGlyphRoom();
        }
        const bool alignsWithGlyphs = m_table->hasGlyphRoom() && !index.model()->hasChildren(index);
        if (index.column() == 0 && (stateOf(index) != JobState::Unknown || alignsWithGlyphs)) {
            inner.setLeft(inner.left() + s_glyph);
        }
        painter->setFont(fontOf(index.column()));
        painter->setPen(theme.color(m_table->isStale() ? Token::TextDim : Token::Text));
        painter->drawText(inner, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
    }

private:
    static QFont fontOf(int column) { return themeFont(column == 0 ? TextRole::Body : TextRole::MonoSmall); }

    static JobState stateOf(const QModelIndex& index)
    {
        return static_cast<JobState>(index.data(InventoryModel::StateRole).toInt());
    }

    InventoryTable* m_table;
};

} // namespace

InventoryTable::InventoryTable(QWidget* parent) : QTreeView(parent)
{
    setObjectName(u"inventoryTable"_s);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new InventoryDelegate(this));
    auto* header = new InventoryHeader;
    header->setObjectName(u"inventoryHeader"_s);
    header->setSectionsClickable(true);
    header->setSortIndicatorClearable(true);
    header->setFixedHeight(measure::tableHeader);
    setHeader(header);
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, &QTreeView::resizeColumnToContents);
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT itemActivated(idAt(index)); });
}

void InventoryTable::setItems(InventoryModel* model, InventoryFilter* filter)
{
    m_model = model;
    m_filter = filter;
    setModel(filter);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &InventoryTable::chosenChanged);
    connect(
        m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex& parent) {
            if (!parent.isValid() && !m_fitted) {
                fitColumns();
            } else if (parent.isValid()) {
                widenColumns(m_filter->mapFromSource(parent));
            }
        },
        Qt::QueuedConnection);
    showKind();
}

void InventoryTable::showKind()
{
    const InventoryKind& kind = m_model->kind();
    setAccessibleName(kind.title);
    setRootIsDecorated(kind.isTree);
    setSortingEnabled(false);
    m_filter->sort(-1);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    m_fitted = false;
    m_glyphRoom = false;
    fitColumns();
}

void InventoryTable::keepGlyphRoom()
{
    if (!m_glyphRoom) {
        m_glyphRoom = true;
        viewport()->update();
    }
}

void InventoryTable::fitColumns()
{
    const int columns = m_model->columnCount();
    int others = 0;
    for (int column = 1; column < columns; ++column) {
        int width = QFontMetrics(themeFont(TextRole::Header))
                        .horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString())
            + s_padding + 16;
        for (int row = 0; row < std::min(s_sampleRows, m_filter->rowCount()); ++row) {
            const QModelIndex index = m_filter->index(row, column);
            width = std::max(width, sizeHintForIndex(index).width());
        }
        header()->resizeSection(column, std::min(width, s_most));
        others += header()->sectionSize(column);
    }
    // The name takes what is left; a last column at the very edge would hide that there is room.
    header()->setStretchLastSection(columns == 1);
    if (columns > 1) {
        header()->resizeSection(0, std::max(s_leastFirst, viewport()->width() - others));
    }
    m_fitted = m_filter->rowCount() > 0;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        widenBelow(m_filter->index(row, 0));
    }
}

void InventoryTable::widenBelow(const QModelIndex& branch)
{
    if (!isExpanded(branch)) {
        return;
    }
    widenColumns(branch);
    for (int row = 0; row < m_filter->rowCount(branch); ++row) {
        widenBelow(m_filter->index(row, 0, branch));
    }
}

void InventoryTable::widenColumns(const QModelIndex& branch)
{
    int gained = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        int width = header()->sectionSize(column);
        for (int row = 0; row < std::min(s_sampleRows, m_filter->rowCount(branch)); ++row) {
            width = std::max(width, std::min(s_most, sizeHintForIndex(m_filter->index(row, column, branch)).width()));
        }
        gained += width - header()->sectionSize(column);
        header()->resizeSection(column, width);
    }
    header()->resizeSection(0, std::max(s_leastFirst, header()->sectionSize(0) - gained));
}

void InventoryTable::setStale(bool stale)
{
    if (m_stale != stale) {
        m_stale = stale;
        viewport()->update();
    }
}

QString InventoryTable::idAt(const QModelIndex& index) const
{
    return index.data(InventoryModel::IdRole).toString();
}

QString InventoryTable::currentId() const
{
    return idAt(currentIndex());
}

void InventoryTable::setCurrentId(const QString& id)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(id));
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
    }
}

QModelIndexList InventoryTable::chosenRows() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, [this](const QModelIndex& index) { return visualRect(index).top(); });
    return rows;
}

QStringList InventoryTable::chosenIds() const
{
    QStringList ids;
    const QModelIndexList rows = chosenRows();
    for (const QModelIndex& row : rows) {
        ids << idAt(row);
    }
    return ids;
}

QSize InventoryTable::sizeHint() const
{
    return {600, 240};
}

bool InventoryTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void InventoryTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyChosen();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT itemActivated(currentId());
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void InventoryTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos();
    Q_EMIT menuRequested(place);
}

void InventoryTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentItemChanged();
}

void InventoryTable::resizeEvent(QResizeEvent* event)
{
    const int before = event->oldSize().width();
    QTreeView::resizeEvent(event);
    const int grown = event->size().width() - before;
    if (before > 0 && grown != 0 && m_model && m_model->columnCount() > 1) {
        header()->resizeSection(0, std::max(s_leastFirst, header()->sectionSize(0) + grown));
    } else if (m_model && before <= 0) {
        fitColumns();
    }
}

void InventoryTable::copyChosen()
{
    QStringList lines;
    const QModelIndexList rows = chosenRows();
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            cells << row.siblingAtColumn(column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

} // namespace millrace
