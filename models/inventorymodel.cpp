// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorymodel.h"

#include "models/humantext.h"
#include "models/inventorytext.h"

#include <QSet>

#include <algorithm>

namespace millrace {

struct InventoryModel::Node {
    enum class Branch { Unknown, Asked, Loaded };

    InventoryItem item;
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    Branch branch = Branch::Unknown;

    [[nodiscard]] int rowOf(const Node* child) const
    {
        const auto found = std::ranges::find(children, child, &std::unique_ptr<Node>::get);
        return static_cast<int>(found - children.begin());
    }

    [[nodiscard]] int count() const { return static_cast<int>(children.size()); }
};

InventoryModel::InventoryModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) { }

InventoryModel::~InventoryModel() = default;

void InventoryModel::setKind(const InventoryKind& kind)
{
    beginResetModel();
    m_kind = kind;
    m_byId.clear();
    m_root = std::make_unique<Node>();
    endResetModel();
}

InventoryModel::Node* InventoryModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex InventoryModel::indexFor(const Node* node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->parent->rowOf(node), 0, node);
}

void InventoryModel::merge(const QString& parent, std::vector<InventoryItem> items)
{
    Node* branch = parent.isEmpty() ? m_root.get() : m_byId.value(parent);
    if (!branch) {
        return;
    }
    branch->branch = Node::Branch::Loaded;
    QSet<QString> coming;
    // What holds the branch itself cannot stand in it.
    for (const Node* above = branch; above != m_root.get(); above = above->parent) {
        coming.insert(above->item.id);
    }
    std::erase_if(items, [&coming](const InventoryItem& item) {
        const bool known = coming.contains(item.id);
        coming.insert(item.id);
        return known;
    });
    for (int row = branch->count() - 1; row >= 0; --row) {
        if (!coming.contains(branch->children[static_cast<std::size_t>(row)]->item.id)) {
            removeRows(branch, row, row);
        }
    }
    for (const InventoryItem& item : items) {
        Node* known = m_byId.value(item.id);
        if (known && known->parent != branch) {
            const int row = known->parent->rowOf(known);
            removeRows(known->parent, row, row);
        }
    }
    if (branch->children.empty()) {
        insertAll(branch, items);
        return;
    }
    int row = 0;
    for (InventoryItem& item : items) {
        place(branch, row++, std::move(item));
    }
}

void InventoryModel::insertAll(Node* parent, std::vector<InventoryItem>& items)
{
    if (items.empty()) {
        // A branch that turned out to be empty has nothing to open any more.
        if (parent != m_root.get()) {
            const QModelIndex index = indexFor(parent);
            Q_EMIT dataChanged(index, index);
        }
        return;
    }
    beginInsertRows(indexFor(parent), 0, static_cast<int>(items.size()) - 1);
    for (InventoryItem& item : items) {
        auto node = std::make_unique<Node>();
        node->item = std::move(item);
        node->parent = parent;
        m_byId.insert(node->item.id, node.get());
        parent->children.push_back(std::move(node));
    }
    endInsertRows();
}

void InventoryModel::place(Node* parent, int row, InventoryItem&& item)
{
    Node* known = m_byId.value(item.id);
    if (!known) {
        auto node = std::make_unique<Node>();
        node->item = std::move(item);
        node->parent = parent;
        beginInsertRows(indexFor(parent), row, row);
        m_byId.insert(node->item.id, node.get());
        parent->children.insert(parent->children.begin() + row, std::move(node));
        endInsertRows();
        return;
    }
    // Most lists come in the order of last time: look where it should be before looking everywhere.
    const bool stays = row < parent->count() && parent->children[static_cast<std::size_t>(row)].get() == known;
    if (!stays) {
        const int from = parent->rowOf(known);
        const QModelIndex index = indexFor(parent);
        beginMoveRows(index, from, from, index, row);
        auto moved = std::move(parent->children[static_cast<std::size_t>(from)]);
        parent->children.erase(parent->children.begin() + from);
        parent->children.insert(parent->children.begin() + row, std::move(moved));
        endMoveRows();
    }
    update(known, std::move(item));
}

void InventoryModel::update(Node* node, InventoryItem&& item)
{
    if (node->item == item) {
        return;
    }
    const bool closes = node->item.hasChildren && !item.hasChildren;
    node->item = std::move(item);
    if (closes) {
        node->branch = Node::Branch::Unknown;
        if (!node->children.empty()) {
            removeRows(node, 0, node->count() - 1);
        }
    }
    const QModelIndex index = indexFor(node);
    Q_EMIT dataChanged(index, index.siblingAtColumn(columnCount() - 1));
}

void InventoryModel::removeRows(Node* parent, int first, int last)
{
    beginRemoveRows(indexFor(parent), first, last);
    for (int row = first; row <= last; ++row) {
        forget(parent->children[static_cast<std::size_t>(row)].get());
    }
    parent->children.erase(parent->children.begin() + first, parent->children.begin() + last + 1);
    endRemoveRows();
}

void InventoryModel::forget(const Node* node)
{
    m_byId.remove(node->item.id);
    for (const auto& child : node->children) {
        forget(child.get());
    }
}

void InventoryModel::giveUp(const QString& parent)
{
    Node* branch = m_byId.value(parent);
    if (branch && branch->branch == Node::Branch::Asked) {
        branch->branch = Node::Branch::Unknown;
    }
}

const InventoryItem* InventoryModel::find(const QString& id) const
{
    const Node* node = m_byId.value(id);
    return node ? &node->item : nullptr;
}

const InventoryItem* InventoryModel::item(const QModelIndex& index) const
{
    return index.isValid() ? &nodeOf(index)->item : nullptr;
}

QModelIndex InventoryModel::indexOf(const QString& id) const
{
    const Node* node = m_byId.value(id);
    return node ? indexFor(node) : QModelIndex();
}

QStringList InventoryModel::loadedBranches() const
{
    QStringList found;
    collectLoaded(m_root.get(), found);
    return found;
}

void InventoryModel::collectLoaded(const Node* node, QStringList& into) const
{
    for (const auto& child : node->children) {
        if (child->item.hasChildren && child->branch == Node::Branch::Loaded) {
            into << child->item.id;
            collectLoaded(child.get(), into);
        }
    }
}

QModelIndex InventoryModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex InventoryModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexFor(nodeOf(index)->parent) : QModelIndex();
}

int InventoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : nodeOf(parent)->count();
}

int InventoryModel::columnCount(const QModelIndex&) const
{
    return std::max(1, static_cast<int>(m_kind.columns.size()));
}

bool InventoryModel::hasChildren(const QModelIndex& parent) const
{
    if (parent.column() > 0) {
        return false;
    }
    const Node* node = nodeOf(parent);
    return !node->children.empty() || (m_kind.isTree && node->item.hasChildren && node->branch != Node::Branch::Loaded);
}

bool InventoryModel::canFetchMore(const QModelIndex& parent) const
{
    if (!m_kind.isTree || !parent.isValid() || parent.column() > 0) {
        return false;
    }
    const Node* node = nodeOf(parent);
    return node->item.hasChildren && node->branch == Node::Branch::Unknown;
}

void InventoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        Node* node = nodeOf(parent);
        node->branch = Node::Branch::Asked;
        Q_EMIT childrenWanted(node->item.id);
    }
}

QVariant InventoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const InventoryItem& item = nodeOf(index)->item;
    switch (role) {
    case Qt::DisplayRole:
        return inventoryCell(item, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return inventoryCell(item, index.column());
    case IdRole:
        return item.id;
    case NameRole:
        return item.name;
    case StateRole:
        return static_cast<int>(item.state);
    default:
        return {};
    }
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount()) {
        return {};
    }
    return m_kind.columns.value(section, m_kind.title);
}

InventoryFilter::InventoryFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(-1);
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void InventoryFilter::setText(const QString& text)
{
    setFilterFixedString(text.trimmed());
}

bool InventoryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return inventoryLess(left.data().toString(), right.data().toString());
}

} // namespace millrace
