// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connections/connectionspanel.h"

#include "models/connectionlistmodel.h"
#include "widgets/catalog/detaildelegate.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"
#include "widgets/connections/localflinkbox.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

class ConnectionDelegate : public DetailDelegate {
public:
    using DetailDelegate::DetailDelegate;

protected:
    Row row(const QModelIndex& index) const override
    {
        if (index.data(ConnectionListModel::GroupRole).toBool()) {
            return {.isHeading = true, .indent = measure::panelPadding};
        }
        const auto environment = static_cast<Environment>(index.data(ConnectionListModel::EnvironmentRole).toInt());
        return {.icon = environmentIcon(environment),
            .detail = index.data(ConnectionListModel::SystemRole).toString(),
            .isDirty = index.data(ConnectionListModel::DirtyRole).toBool(),
            .indent = measure::panelPadding - 2};
    }
};

} // namespace

ConnectionsPanel::ConnectionsPanel(ConnectionListModel* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_proxy(new QSortFilterProxyModel(this)), m_localFlink(new LocalFlinkBox(this))
{
    setObjectName(u"connectionsPanel"_s);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setSourceModel(model);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    buildTree(layout);
    layout->addWidget(m_localFlink);
    connect(m_localFlink, &LocalFlinkBox::startRequested, this, &ConnectionsPanel::startLocalFlinkRequested);
    connect(m_localFlink, &LocalFlinkBox::stopRequested, this, &ConnectionsPanel::stopLocalFlinkRequested);
    connect(m_localFlink, &LocalFlinkBox::cancelRequested, this, &ConnectionsPanel::cancelLocalFlinkRequested);
    connect(m_localFlink, &LocalFlinkBox::logRequested, this, &ConnectionsPanel::showLocalFlinkLogRequested);
    updateEmpty();
}

void ConnectionsPanel::buildHeader(QVBoxLayout* into)
{
    auto* header = new PanelHeader(tr("Connections"), this);
    QToolButton* add = header->addButton("list-add"_L1, tr("Add a connection"));
    add->setObjectName(u"add"_s);
    connect(add, &QToolButton::clicked, this, &ConnectionsPanel::addRequested);
    m_menuButton = header->addButton("overflow-menu"_L1, tr("Connection menu"));
    m_menuButton->setObjectName(u"menu"_s);
    connect(m_menuButton, &QToolButton::clicked, this,
        [this] { openMenu(selectedId(), m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    into->addWidget(header);

    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter connections"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(m_filter, "search"_L1), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 4);
    row->addWidget(m_filter);
    into->addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text.trimmed());
        m_tree->expandAll();
    });
}

void ConnectionsPanel::buildTree(QVBoxLayout* into)
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(u"connectionTree"_s);
    m_tree->setAccessibleName(tr("Connections"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(0);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->viewport()->setBackgroundRole(QPalette::Window);
    m_tree->setItemDelegate(new ConnectionDelegate(m_tree));
    m_tree->setModel(m_proxy);
    m_tree->expandAll();
    m_tree->installEventFilter(this);
    into->addWidget(m_tree, 1);

    m_empty = new TextLabel(
        tr("No connections yet. Add one, or start the local Flink."), TextRole::Body, Token::TextDim, this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setContentsMargins(measure::panelPadding, 6, measure::panelPadding, 0);
    into->addWidget(m_empty, 1);

    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const QString id = idAt(index); !id.isEmpty()) {
            Q_EMIT editRequested(id);
        }
    });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint& position) {
        openMenu(idAt(m_tree->indexAt(position)), m_tree->viewport()->mapToGlobal(position));
    });
    // Groups are always open, also those that come later.
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& parent) {
        if (!parent.isValid()) {
            m_tree->expandAll();
        }
        updateEmpty();
    });
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &ConnectionsPanel::updateEmpty);
}

void ConnectionsPanel::setLocalFlink(const LocalFlinkStatus& status)
{
    m_localFlink->setStatus(status);
}

LocalFlinkBox* ConnectionsPanel::addLocalServer(const QString& objectName, const QString& title)
{
    auto* box = new LocalFlinkBox(title, this);
    box->setObjectName(objectName);
    layout()->addWidget(box);
    return box;
}

void ConnectionsPanel::select(const QString& connectionId)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(connectionId));
    m_tree->setCurrentIndex(index);
}

QString ConnectionsPanel::selectedId() const
{
    return idAt(m_tree->currentIndex());
}

QString ConnectionsPanel::idAt(const QModelIndex& index) const
{
    return index.data(ConnectionListModel::IdRole).toString();
}

void ConnectionsPanel::updateEmpty()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_tree->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
}

void ConnectionsPanel::openMenu(const QString& connectionId, const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"connectionMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, connectionId);
    menu->popup(globalPosition);
}

void ConnectionsPanel::fillMenu(QMenu* menu, const QString& connectionId)
{
    const auto add = [this, menu, connectionId](const QString& objectName, const QString& text,
                         void (ConnectionsPanel::*signal)(const QString&)) {
        QAction* action = menu->addAction(text);
        action->setObjectName(objectName);
        action->setEnabled(!connectionId.isEmpty());
        connect(action, &QAction::triggered, this, [this, connectionId, signal] {
            Q_EMIT(this->*signal)(connectionId);
        });
    };
    menu->setToolTipsVisible(true);
    add(u"openTab"_s, tr("New SQL tab here"), &ConnectionsPanel::openTabRequested);
    add(u"edit"_s, tr("Edit…"), &ConnectionsPanel::editRequested);
    add(u"test"_s, tr("Test"), &ConnectionsPanel::testRequested);
    add(u"duplicate"_s, tr("Duplicate"), &ConnectionsPanel::duplicateRequested);
    menu->addSeparator();
    add(u"delete"_s, tr("Delete…"), &ConnectionsPanel::deleteRequested);
    if (connectionId.isEmpty()) {
        for (QAction* action : menu->actions()) {
            action->setToolTip(tr("Choose a connection first."));
        }
    }
    menu->addSeparator();
    QAction* addAction = menu->addAction(tr("Add a connection…"));
    addAction->setObjectName(u"addConnection"_s);
    connect(addAction, &QAction::triggered, this, &ConnectionsPanel::addRequested);
}

bool ConnectionsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_filter && key == Qt::Key_Down) {
            m_tree->setFocus(Qt::TabFocusReason);
            if (selectedId().isEmpty() && m_proxy->rowCount() > 0) {
                m_tree->setCurrentIndex(m_proxy->index(0, 0, m_proxy->index(0, 0)));
            }
            return true;
        }
        if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (watched == m_tree && key == Qt::Key_Delete && !selectedId().isEmpty()) {
            Q_EMIT deleteRequested(selectedId());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace millrace
