// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventorypage.h"

#include "models/inventorymodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorytable.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 s_stateVersion = 1;
constexpr int s_kindsWidth = 190;
constexpr int s_searchWidth = 240;
constexpr int s_settleMs = 150; ///< arrows run over many items; only where they stop is asked for

QSplitter* makeSplitter(Qt::Orientation orientation, const QString& name)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

InventoryPage::InventoryPage(QWidget* parent)
    : QWidget(parent), m_model(new InventoryModel(this)), m_filter(new InventoryFilter(this))
{
    setObjectName(u"inventoryPage"_s);
    m_filter->setSourceModel(m_model);
    buildLayout();
    connectParts();
    setSources({});
}

InventoryPage::~InventoryPage() = default;

void InventoryPage::buildLayout()
{
    m_band = new EnvironmentBand;
    m_bar = new InventoryBar;
    m_messages = new MessageBar;
    m_messages->setObjectName(u"inventoryMessages"_s);
    m_kindList = new QListWidget;
    m_kindList->setObjectName(u"inventoryKinds"_s);
    m_kindList->setAccessibleName(tr("Kinds of things"));
    m_kindList->setFrameShape(QFrame::NoFrame);
    m_kindList->setUniformItemSizes(true);
    m_kindList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kindList->viewport()->setBackgroundRole(QPalette::Window);
    m_kindList->setMinimumWidth(120);
    m_detail = new InventoryDetail;
    m_rows = makeSplitter(Qt::Vertical, u"inventoryRows"_s);
    m_rows->addWidget(buildList());
    m_rows->addWidget(m_detail);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    m_columns = makeSplitter(Qt::Horizontal, u"inventoryColumns"_s);
    m_columns->addWidget(m_kindList);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({s_kindsWidth, 4 * s_kindsWidth});
    m_noSource = new EmptyView(
        tr("No connection has a server to look into yet. Add one, and what its server keeps stands here."));
    m_noSource->setObjectName(u"inventoryNoSource"_s);
    m_noSource->setAction(tr("Add a connection"));
    m_whole = new QStackedWidget;
    m_whole->addWidget(m_columns);
    m_whole->addWidget(m_noSource);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_band);
    layout->addWidget(m_bar);
    layout->addWidget(m_messages);
    layout->addWidget(m_whole, 1);
    setTabOrder(m_kindList, m_search);
    setTabOrder(m_search, m_table);
}

QWidget* InventoryPage::buildList()
{
    m_table = new InventoryTable;
    m_table->setItems(m_model, m_filter);
    m_empty = new EmptyView({});
    m_empty->setObjectName(u"inventoryEmpty"_s);
    m_body = new QStackedWidget;
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto* list = new QWidget;
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildToolbar());
    layout->addWidget(m_body, 1);
    return list;
}

QWidget* InventoryPage::buildToolbar()
{
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 6, 4);
    row->setSpacing(6);
    m_search = new QLineEdit;
    m_search->setObjectName(u"inventorySearch"_s);
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the items"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(s_searchWidth);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    row->addWidget(m_search, 1);
    row->addStretch();
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(6);
    row->addLayout(m_buttons);
    m_more = makeIconButton("overflow-menu"_L1, tr("More actions"), this);
    m_more->setObjectName(u"inventoryMore"_s);
    row->addWidget(m_more);
    return bar;
}

void InventoryPage::connectParts()
{
    connect(m_bar, &InventoryBar::sourceChosen, this, [this](const QString& id) {
        setCurrentSource(id);
        Q_EMIT sourceChosen(id);
    });
    connect(m_bar, &InventoryBar::refreshRequested, this, &InventoryPage::refreshRequested);
    connect(m_kindList, &QListWidget::currentRowChanged, this, [this](int row) {
        showKind(row);
        if (row >= 0) {
            Q_EMIT kindChosen(currentKind());
        }
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        if (m_model->kind().isTree && !text.trimmed().isEmpty()) {
            // Only branches that are known: opening others would ask the server for all that there is.
            for (const QString& branch : m_model->loadedBranches()) {
                m_table->expand(m_filter->mapFromSource(m_model->indexOf(branch)));
            }
        }
        refreshEmpty();
    });
    connect(m_table, &InventoryTable::chosenChanged, this, &InventoryPage::refreshActions);
    connect(m_table, &InventoryTable::currentItemChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(m_table, &InventoryTable::itemActivated, this, [this] { setDetailShown(true); });
    connect(m_table, &InventoryTable::menuRequested, this, &InventoryPage::openMenu);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &InventoryPage::refreshActions);
    // A removed row takes the current index along without the view's saying so.
    connect(m_model, &QAbstractItemModel::rowsRemoved, &m_settle, qOverload<>(&QTimer::start));
    m_settle.setSingleShot(true);
    m_settle.setInterval(s_settleMs);
    connect(&m_settle, &QTimer::timeout, this, &InventoryPage::followCurrent);
    connect(m_detail, &InventoryDetail::closeRequested, this, [this] { setDetailShown(false); });
    connect(m_noSource, &EmptyView::actionTriggered, this, &InventoryPage::addConnectionRequested);
    connect(m_empty, &EmptyView::actionTriggered, m_search, &QLineEdit::clear);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height())));
    });
}

void InventoryPage::setSources(const std::vector<InventorySource>& sources)
{
    m_sources = sources;
    m_bar->setSources(sources);
    m_whole->setCurrentWidget(sources.empty() ? static_cast<QWidget*>(m_noSource) : m_columns);
    setCurrentSource(m_bar->currentSource());
}

void InventoryPage::setCurrentSource(const QString& id)
{
    m_bar->setCurrentSource(id);
    const InventorySource source = currentSource();
    m_band->setEnvironment(source.id.isEmpty() ? std::nullopt : std::optional(source.environment));
    refreshActions();
}

InventorySource InventoryPage::currentSource() const
{
    const auto found = std::ranges::find(m_sources, m_bar->currentSource(), &InventorySource::id);
    return found == m_sources.end() ? InventorySource() : *found;
}

void InventoryPage::setKinds(std::vector<InventoryKind> kinds, const QString& kindId)
{
    m_kinds = std::move(kinds);
    const QSignalBlocker quiet(m_kindList);
    m_kindList->clear();
    int current = m_kinds.empty() ? -1 : 0;
    for (int row = 0; row < static_cast<int>(m_kinds.size()); ++row) {
        const InventoryKind& kind = m_kinds[static_cast<std::size_t>(row)];
        auto* item = new QListWidgetItem(kind.title, m_kindList);
        item->setSizeHint({0, 28});
        const QByteArray icon = kind.icon.toLatin1();
        item->setIcon(themedIcon(this, hasIcon(QLatin1StringView(icon)) ? QLatin1StringView(icon) : "table"_L1));
        item->setToolTip(kind.title);
        current = kind.id == kindId ? row : current;
    }
    m_kindList->setCurrentRow(current);
    showKind(current);
}

QString InventoryPage::currentKind() const
{
    const int row = m_kindList->currentRow();
    return row < 0 || row >= static_cast<int>(m_kinds.size()) ? QString() : m_kinds[static_cast<std::size_t>(row)].id;
}

void InventoryPage::showKind(int row)
{
    m_read = false;
    m_search->clear();
    m_model->setKind(row < 0 ? InventoryKind() : m_kinds[static_cast<std::size_t>(row)]);
    m_table->showKind();
    m_table->setStale(false);
    m_bar->setAnswered({});
    rebuildActions();
    refreshEmpty();
    m_settle.stop();
    m_shown.clear();
    Q_EMIT shownItemChanged();
}

void InventoryPage::setAnswered(bool answered)
{
    m_read = m_read || answered;
    m_table->setStale(!answered);
    refreshActions();
    refreshEmpty();
}

void InventoryPage::collapse(const QString& id)
{
    m_table->collapse(m_filter->mapFromSource(m_model->indexOf(id)));
}

void InventoryPage::refreshEmpty()
{
    const bool none = m_filter->rowCount() == 0;
    const InventoryKind& kind = m_model->kind();
    m_empty->setAction({});
    if (m_model->itemCount() > 0) {
        m_empty->setSentence(tr("None of the %n item(s) fits the filter.", nullptr, m_model->itemCount()));
        m_empty->setAction(tr("Clear the filter"));
    } else if (!m_read) {
        m_empty->setSentence(m_messages->hasMessage() ? tr("Nothing could be read yet.") : tr("Asking the server…"));
    } else {
        m_empty->setSentence(kind.emptyText.isEmpty() ? tr("There is nothing of this kind.") : kind.emptyText);
    }
    m_body->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_table);
}

void InventoryPage::followCurrent()
{
    const QString id = m_detailShown ? m_table->currentId() : QString();
    if (id != m_shown) {
        m_shown = id;
        Q_EMIT shownItemChanged();
    }
}

QString InventoryPage::shownItem() const
{
    return m_shown;
}

void InventoryPage::setDetailShown(bool shown)
{
    if (m_detailShown != shown) {
        m_detailShown = shown;
        m_detail->setVisible(shown);
        if (!shown) {
            m_table->setFocus();
        }
    }
    m_settle.stop();
    followCurrent();
}

bool InventoryPage::isDetailShown() const
{
    return m_detailShown;
}

void InventoryPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    } else if (event->key() == Qt::Key_F5) {
        Q_EMIT refreshRequested();
    } else if (event->key() == Qt::Key_Escape && m_search->hasFocus()) {
        m_search->clear();
        m_table->setFocus();
    } else if (event->key() == Qt::Key_Escape && m_detailShown) {
        setDetailShown(false);
    } else if (event->key() == Qt::Key_Down && m_search->hasFocus()) {
        m_table->setFocus(Qt::TabFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

QByteArray InventoryPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << s_stateVersion << m_columns->saveState() << m_rows->saveState() << m_detailShown;
    return state;
}

void InventoryPage::restoreState(const QByteArray& state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray columns;
    QByteArray rows;
    bool detailShown = true;
    in >> version >> columns >> rows >> detailShown;
    if (version != s_stateVersion || in.status() != QDataStream::Ok) {
        return;
    }
    for (const auto& [splitter, saved] : {std::pair{m_columns, columns}, std::pair{m_rows, rows}}) {
        splitter->restoreState(saved);
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    setDetailShown(detailShown);
}

} // namespace millrace
