// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/historyview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

/// A side panel has room for state and statement only; the rest stands in a second line.
constexpr int wideEnough = 560;

PanelCellStyle styleOf(const QModelIndex& index)
{
    switch (index.column()) {
    case HistoryModel::State:
        return {.glyph = glyphOf(index.data(HistoryModel::StateRole).value<RunState>())};
    case HistoryModel::Time:
    case HistoryModel::Duration:
    case HistoryModel::Rows:
        return {.role = TextRole::MonoSmall, .ink = Token::TextDim};
    case HistoryModel::Statement: {
        const auto text = [&index](
                              HistoryModel::Column column) { return index.siblingAtColumn(column).data().toString(); };
        return {.role = TextRole::MonoSmall,
            .second = text(HistoryModel::Time) + u" · "_s + text(HistoryModel::Connection) + u" · "_s
                + text(HistoryModel::Duration)};
    }
    default:
        return {.ink = Token::TextDim};
    }
}

} // namespace

HistoryView::HistoryView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"historyView"_s);
    m_search = new QLineEdit;
    m_search->setObjectName(u"historySearch"_s);
    m_search->setPlaceholderText(tr("Search statements"));
    m_search->setAccessibleName(tr("Search statements"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    auto* clear = makeIconButton("edit-delete"_L1, tr("Clear the history"), this);
    clear->setObjectName(u"clearHistory"_s);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 6, 6);
    bar->setSpacing(4);
    bar->addWidget(m_search, 1);
    bar->addWidget(clear);
    auto* table = new PanelTable(u"history"_s, tr("History of runs"));
    m_table = table;
    table->setItemDelegate(new PanelDelegate(styleOf, this));
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new EmptyView(tr("No runs yet. Each statement that runs is kept here."));
    auto* body = new QStackedLayout;
    body->addWidget(table);
    body->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(body, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(clear, &QAbstractButton::clicked, this, &HistoryView::clearRequested);
    connect(table, &PanelTable::rowActivated, this, [this](const QModelIndex& index) {
        const HistoryRow row = m_model->row(index.row());
        Q_EMIT openRequested(row);
    });
    connect(table, &PanelTable::copyRequested, this, &HistoryView::copySelected);
    connect(table, &QWidget::customContextMenuRequested, this, &HistoryView::showMenu);
    m_search->installEventFilter(this);
}

void HistoryView::setModel(HistoryModel* model)
{
    m_model = model;
    m_table->setModel(model);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(HistoryModel::Statement, QHeaderView::Stretch);
    const std::pair<HistoryModel::Column, int> widths[] = {{HistoryModel::State, 30}, {HistoryModel::Time, 104},
        {HistoryModel::Connection, 130}, {HistoryModel::Duration, 84}, {HistoryModel::Rows, 84}};
    for (const auto& [column, width] : widths) {
        header->resizeSection(column, width);
    }
    connect(model, &QAbstractItemModel::modelReset, this, &HistoryView::refreshEmpty);
    connect(model, &QAbstractItemModel::rowsInserted, this, &HistoryView::refreshEmpty);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &HistoryView::refreshEmpty);
    fitColumns();
    refreshEmpty();
}

QString HistoryView::searchText() const
{
    return m_search->text();
}

void HistoryView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryView::refreshEmpty()
{
    const bool none = !m_model || m_model->rowCount() == 0;
    auto* empty = static_cast<EmptyView*>(m_empty);
    empty->setSentence(m_search->text().isEmpty() ? tr("No runs yet. Each statement that runs is kept here.")
                                                  : tr("No run holds “%1”.").arg(m_search->text()));
    m_table->setVisible(!none);
    m_empty->setVisible(none);
}

void HistoryView::fitColumns()
{
    if (!m_model) {
        return;
    }
    const bool wide = width() >= wideEnough;
    for (const int column :
        {HistoryModel::Time, HistoryModel::Connection, HistoryModel::Duration, HistoryModel::Rows}) {
        m_table->setColumnHidden(column, !wide);
    }
    m_table->horizontalHeader()->setVisible(wide);
    m_table->verticalHeader()->setDefaultSectionSize(wide ? measure::tableRow : measure::listRow);
}

void HistoryView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

bool HistoryView::eventFilter(QObject* watched, QEvent* event)
{
    // From the search straight into what it found.
    if (watched == m_search && event->type() == QEvent::KeyPress && m_model && m_model->rowCount() > 0
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid()) {
            m_table->setCurrentIndex(m_model->index(0, HistoryModel::Statement));
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HistoryView::showMenu(const QPoint& place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(this, "document-open"_L1), tr("Open in Editor"), this, [this, row = index.row()] {
        if (row < m_model->rowCount()) {
            const HistoryRow entry = m_model->row(row);
            Q_EMIT openRequested(entry);
        }
    });
    menu->addAction(themedIcon(this, "edit-copy"_L1), tr("Copy Statement"), this, &HistoryView::copySelected);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void HistoryView::copySelected()
{
    QStringList statements;
    const QModelIndexList rows = static_cast<PanelTable*>(m_table)->chosenRows();
    for (const QModelIndex& row : rows) {
        statements.append(m_model->row(row.row()).statement);
    }
    if (!statements.isEmpty()) {
        QGuiApplication::clipboard()->setText(statements.join(u";\n\n"_s));
    }
}

} // namespace millrace
