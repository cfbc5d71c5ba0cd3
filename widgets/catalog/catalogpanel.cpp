// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalog/catalogpanel.h"

#include "models/catalogmodel.h"
#include "models/catalognames.h"
#include "widgets/catalog/detaildelegate.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/spinner.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QClipboard>
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

QLatin1StringView iconName(CatalogEntryKind kind, bool isKey)
{
    switch (kind) {
    case CatalogEntryKind::Catalog:
        return "view-list-tree"_L1;
    case CatalogEntryKind::Database:
        return "server-database"_L1;
    case CatalogEntryKind::Table:
        return "table"_L1;
    case CatalogEntryKind::View:
        return "view-visible"_L1;
    case CatalogEntryKind::Column:
        return isKey ? "key"_L1 : "column"_L1;
    case CatalogEntryKind::FunctionGroup:
    case CatalogEntryKind::Function:
        break;
    }
    return "code-function"_L1;
}

class CatalogDelegate : public DetailDelegate {
public:
    using DetailDelegate::DetailDelegate;

protected:
    Row row(const QModelIndex& index) const override
    {
        const auto kind = static_cast<CatalogModel::RowKind>(index.data(CatalogModel::RowKindRole).toInt());
        if (kind != CatalogModel::RowKind::Entry) {
            return {
                .isSpinning = kind == CatalogModel::RowKind::Loading, .isError = kind == CatalogModel::RowKind::Error};
        }
        const auto entryKind = static_cast<CatalogEntryKind>(index.data(CatalogModel::EntryKindRole).toInt());
        const auto* view = static_cast<const QWidget*>(parent());
        return {.icon = themedIcon(view, iconName(entryKind, index.data(CatalogModel::KeyRole).toBool())),
            .detail = index.data(CatalogModel::DetailRole).toString()};
    }
};

bool isTableLike(CatalogEntryKind kind)
{
    return kind == CatalogEntryKind::Table || kind == CatalogEntryKind::View;
}

bool isNotice(const QModelIndex& index)
{
    return static_cast<CatalogModel::RowKind>(index.data(CatalogModel::RowKindRole).toInt())
        != CatalogModel::RowKind::Entry;
}

bool isErrorRow(const QModelIndex& index)
{
    return static_cast<CatalogModel::RowKind>(index.data(CatalogModel::RowKindRole).toInt())
        == CatalogModel::RowKind::Error;
}

} // namespace

CatalogPanel::CatalogPanel(QWidget* parent) : QWidget(parent), m_proxy(new QSortFilterProxyModel(this))
{
    setObjectName(u"catalogPanel"_s);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setRecursiveFilteringEnabled(true);
    // The columns of a table that was found are wanted as well.
    m_proxy->setAutoAcceptChildRows(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader();
    buildTree();
    updateEmpty();
}

void CatalogPanel::buildHeader()
{
    auto* header = new PanelHeader(tr("Catalog"), this);
    m_refresh = header->addButton("view-refresh"_L1, tr("Refresh"));
    m_menuButton = header->addButton("overflow-menu"_L1, tr("Catalog menu"));
    connect(m_refresh, &QToolButton::clicked, this, [this] {
        if (m_model) {
            m_model->refresh();
        }
    });
    connect(m_menuButton, &QToolButton::clicked, this,
        [this] { openMenu(m_tree->currentIndex(), m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("Filter tables and columns"));
    m_filter->setAccessibleName(tr("Filter tables and columns"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(m_filter, "search"_L1), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &CatalogPanel::applyFilter);
    layout()->addWidget(header);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 6);
    row->addWidget(m_filter);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void CatalogPanel::buildTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(u"catalogTree"_s);
    m_tree->setAccessibleName(tr("Catalog"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->viewport()->setBackgroundRole(QPalette::Window);
    m_tree->setItemDelegate(new CatalogDelegate(m_tree));
    m_tree->setModel(m_proxy);
    m_empty = new TextLabel(TextRole::Body, Token::TextDim, this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setContentsMargins(measure::panelPadding, 6, measure::panelPadding, 0);
    layout()->addWidget(m_tree);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_empty, 1);
    connect(m_tree, &QTreeView::activated, this, &CatalogPanel::activate);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint& position) {
        openMenu(m_tree->indexAt(position), m_tree->viewport()->mapToGlobal(position));
    });
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &CatalogPanel::onRowsInserted);
}

void CatalogPanel::setModel(CatalogModel* model, const QString& emptyText)
{
    m_empty->setText(
        emptyText.isEmpty() ? tr("No session is open. Run a statement, and its catalogs are shown here.") : emptyText);
    if (m_model == model) {
        updateEmpty();
        return;
    }
    if (m_model) {
        disconnect(m_model, nullptr, this, nullptr);
    }
    m_model = model;
    m_proxy->setSourceModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, &CatalogPanel::fetchRoot);
        connect(model, &QObject::destroyed, this, [this] { setModel(nullptr); });
        fetchRoot();
    }
    updateEmpty();
}

void CatalogPanel::fetchRoot()
{
    if (m_model && m_model->canFetchMore({})) {
        m_model->fetchMore({});
    }
}

void CatalogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void CatalogPanel::applyFilter(const QString& text)
{
    m_proxy->setFilterFixedString(text.trimmed());
    if (!text.trimmed().isEmpty()) {
        expandLoaded({});
    }
}

void CatalogPanel::expandLoaded(const QModelIndex& parent)
{
    // expandAll() would load every branch there is.
    for (int row = 0; row < m_proxy->rowCount(parent); ++row) {
        const QModelIndex index = m_proxy->index(row, 0, parent);
        const auto kind = static_cast<CatalogEntryKind>(index.data(CatalogModel::EntryKindRole).toInt());
        const bool isContainer = kind == CatalogEntryKind::Catalog || kind == CatalogEntryKind::Database;
        if (isContainer && !isNotice(index) && !m_proxy->canFetchMore(index)) {
            m_tree->expand(index);
            expandLoaded(index);
        }
    }
}

void CatalogPanel::onRowsInserted(const QModelIndex& parent, int first, int last)
{
    updateEmpty();
    for (int row = first; row <= last; ++row) {
        if (m_proxy->index(row, 0, parent).data(CatalogModel::RowKindRole).toInt()
            == static_cast<int>(CatalogModel::RowKind::Loading)) {
            AnimationClock::instance().start(m_tree->viewport());
        }
    }
    // A lone catalog or database is what everybody opens first.
    if (parent.isValid() ? m_tree->isExpanded(parent) && last == first : last == first) {
        const QModelIndex only = m_proxy->index(first, 0, parent);
        const auto kind = static_cast<CatalogEntryKind>(only.data(CatalogModel::EntryKindRole).toInt());
        if (!isNotice(only) && m_proxy->rowCount(parent) == 1
            && (kind == CatalogEntryKind::Catalog || kind == CatalogEntryKind::Database)) {
            // Not inside the insertion: expanding asks the model for more rows.
            QMetaObject::invokeMethod(
                this, [this, index = QPersistentModelIndex(only)] { m_tree->expand(index); }, Qt::QueuedConnection);
        }
    }
}

void CatalogPanel::updateEmpty()
{
    m_tree->setVisible(m_model);
    m_empty->setVisible(!m_model);
    m_refresh->setEnabled(m_model);
    m_menuButton->setEnabled(m_model);
    m_filter->setEnabled(m_model);
}

void CatalogPanel::activate(const QModelIndex& index)
{
    if (!index.isValid() || !m_model) {
        return;
    }
    if (isErrorRow(index)) {
        m_model->refresh(m_proxy->mapToSource(index.parent()));
    } else if (!isNotice(index)) {
        Q_EMIT insertRequested(insertedText(m_model->entry(m_proxy->mapToSource(index))));
    }
}

void CatalogPanel::openMenu(const QModelIndex& index, const QPoint& globalPosition)
{
    if (!m_model) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(u"catalogMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, index);
    menu->popup(globalPosition);
}

void CatalogPanel::fillMenu(QMenu* menu, const QModelIndex& index)
{
    const auto add = [menu](const QString& id, const QString& text, auto&& slot) {
        QAction* action = menu->addAction(text);
        action->setObjectName(id);
        connect(action, &QAction::triggered, menu, slot);
    };
    if (index.isValid() && isErrorRow(index)) {
        const QString detail =
            index.data(Qt::DisplayRole).toString() + u'\n' + index.data(CatalogModel::ErrorDetailRole).toString();
        add(u"retry"_s, tr("Try again"), [this, at = QPersistentModelIndex(index)] { activate(at); });
        add(u"copyError"_s, tr("Copy the error"), [detail] { QApplication::clipboard()->setText(detail.trimmed()); });
        return;
    }
    if (index.isValid() && !isNotice(index)) {
        const CatalogEntry entry = m_model->entry(m_proxy->mapToSource(index));
        const QString text = insertedText(entry);
        add(u"insert"_s, tr("Insert the name"), [this, text] { Q_EMIT insertRequested(text); });
        add(u"copy"_s, tr("Copy the name"), [text] { QApplication::clipboard()->setText(text); });
        if (isTableLike(entry.kind)) {
            menu->addSeparator();
            add(u"preview"_s, tr("Show the first rows"), [this, entry] { Q_EMIT previewRequested(entry); });
            add(u"describe"_s, tr("DESCRIBE"), [this, entry] { Q_EMIT describeRequested(entry); });
            add(u"showCreate"_s, tr("SHOW CREATE"), [this, entry] { Q_EMIT showCreateRequested(entry); });
        }
        menu->addSeparator();
        add(u"refreshHere"_s, tr("Refresh %1").arg(index.data(Qt::DisplayRole).toString()),
            [this, at = QPersistentModelIndex(index)] { m_model->refresh(m_proxy->mapToSource(at)); });
    }
    add(u"refreshAll"_s, tr("Refresh everything"), [this] { m_model->refresh(); });
    add(u"collapseAll"_s, tr("Collapse everything"), [this] { m_tree->collapseAll(); });
}

bool CatalogPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            m_tree->setFocus(Qt::TabFocusReason);
            if (!m_tree->currentIndex().isValid()) {
                m_tree->setCurrentIndex(m_proxy->index(0, 0));
            }
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace millrace
