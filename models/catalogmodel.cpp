// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogmodel.h"

#include "models/catalognames.h"
#include "models/catalognode.h"

#include <QMimeData>

namespace millrace {

using namespace Qt::StringLiterals;

CatalogModel::CatalogModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) { }

CatalogModel::~CatalogModel() = default;

void CatalogModel::reset(bool available)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_byPath.clear();
    m_available = available;
    endResetModel();
}

CatalogModel::Node* CatalogModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex CatalogModel::indexOf(const Node* node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, const_cast<Node*>(node));
}

CatalogModel::Node* CatalogModel::find(const CatalogEntry& entry) const
{
    return entry.path.isEmpty() ? m_root.get() : m_byPath.value(pathKey(entry));
}

QModelIndex CatalogModel::indexOf(const CatalogEntry& entry) const
{
    const Node* node = find(entry);
    return node ? indexOf(node) : QModelIndex();
}

CatalogEntry CatalogModel::entry(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    return node->kind == RowKind::Entry ? node->entry : node->parent->entry;
}

void CatalogModel::setChildren(const CatalogEntry& parent, std::vector<CatalogEntry> children)
{
    Node* node = find(parent);
    if (!node) {
        return; // gone meanwhile
    }
    clearNotice(node);
    node->load = Node::Load::Loaded;
    merge(node, std::move(children));
    if (node != m_root.get()) {
        Q_EMIT dataChanged(indexOf(node), indexOf(node));
    }
}

void CatalogModel::setError(const CatalogEntry& parent, const Error& error)
{
    Node* node = find(parent);
    if (!node) {
        return;
    }
    node->load = Node::Load::Failed;
    if (error.isCancelled()) {
        clearNotice(node);
        node->load = node->children.empty() ? Node::Load::NotLoaded : Node::Load::Loaded;
        return;
    }
    setNotice(node, RowKind::Error, error);
}

void CatalogModel::setNotice(Node* node, RowKind kind, const Error& error)
{
    clearNotice(node);
    const auto row = static_cast<int>(node->children.size());
    beginInsertRows(indexOf(node), row, row);
    auto notice = std::make_unique<Node>();
    notice->kind = kind;
    notice->error = error;
    notice->parent = node;
    notice->row = row;
    node->children.push_back(std::move(notice));
    endInsertRows();
}

void CatalogModel::clearNotice(Node* node)
{
    if (node->hasNotice()) {
        const int row = static_cast<int>(node->children.size()) - 1;
        beginRemoveRows(indexOf(node), row, row);
        node->children.pop_back();
        endRemoveRows();
    }
}

void CatalogModel::request(Node* node)
{
    if (!m_available || node->load == Node::Load::Loading) {
        return;
    }
    node->load = Node::Load::Loading;
    if (node->entryCount() == 0) {
        setNotice(node, RowKind::Loading, {});
    } else {
        clearNotice(node);
    }
    Q_EMIT childrenWanted(node->entry);
}

void CatalogModel::refresh(const QModelIndex& index)
{
    Node* node = nodeOf(index);
    refreshBelow(node->kind == RowKind::Entry ? node : node->parent);
}

void CatalogModel::refreshBelow(Node* node)
{
    if (isLeaf(node->entry.kind) && node != m_root.get()) {
        return;
    }
    // The answer may come at once and change the children, so their entries are collected first.
    std::vector<CatalogEntry> loaded;
    for (const auto& child : node->children) {
        if (child->kind == RowKind::Entry && (child->load == Node::Load::Loaded || child->load == Node::Load::Failed)) {
            loaded.push_back(child->entry);
        }
    }
    request(node);
    for (const CatalogEntry& entry : loaded) {
        if (Node* child = find(entry)) {
            refreshBelow(child);
        }
    }
}

QStringList CatalogModel::loadedNames(CatalogEntryKind kind) const
{
    QStringList names;
    for (const Node* node : m_byPath) {
        if (node->entry.kind == kind) {
            names += node->entry.path.last();
        }
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

QModelIndex CatalogModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex CatalogModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int CatalogModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int CatalogModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool CatalogModel::hasChildren(const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (node == m_root.get()) {
        return m_available || !node->children.empty();
    }
    if (node->kind != RowKind::Entry || isLeaf(node->entry.kind)) {
        return false;
    }
    return node->load != Node::Load::Loaded || !node->children.empty();
}

bool CatalogModel::canFetchMore(const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    const bool mayHaveChildren = node == m_root.get() || (node->kind == RowKind::Entry && !isLeaf(node->entry.kind));
    return m_available && mayHaveChildren && node->load == Node::Load::NotLoaded;
}

void CatalogModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        request(nodeOf(parent));
    }
}

QVariant CatalogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node* node = nodeOf(index);
    if (role == RowKindRole) {
        return static_cast<int>(node->kind);
    }
    return node->kind == RowKind::Entry ? entryData(*node, role) : noticeData(*node, role);
}

QVariant CatalogModel::entryData(const Node& node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return node.entry.path.isEmpty() ? QString() : node.entry.path.last();
    case Qt::ToolTipRole:
        return node.entry.detail.isEmpty() ? node.entry.path.join(u'.')
                                           : QString(node.entry.path.join(u'.') + u'\n' + node.entry.detail);
    case Qt::AccessibleTextRole:
        return node.entry.detail.isEmpty() ? node.entry.path.value(node.entry.path.size() - 1)
                                           : QString(node.entry.path.last() + ", "_L1 + node.entry.detail);
    case EntryKindRole:
        return static_cast<int>(node.entry.kind);
    case PathRole:
        return node.entry.path;
    case DetailRole:
        return node.entry.detail;
    case KeyRole:
        return node.entry.isKey;
    default:
        return {};
    }
}

QVariant CatalogModel::noticeData(const Node& node, int role) const
{
    const bool isLoading = node.kind == RowKind::Loading;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return isLoading ? tr("Loading…") : node.error.message;
    case Qt::ToolTipRole:
        return isLoading ? QVariant() : QVariant(node.error.message);
    case ErrorDetailRole:
        return node.error.detail;
    default:
        return {};
    }
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Node* node = nodeOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    flags.setFlag(Qt::ItemNeverHasChildren, node->kind != RowKind::Entry || isLeaf(node->entry.kind));
    flags.setFlag(Qt::ItemIsDragEnabled, node->kind == RowKind::Entry);
    return flags;
}

QMimeData* CatalogModel::mimeData(const QModelIndexList& indexes) const
{
    QStringList names;
    for (const QModelIndex& index : indexes) {
        const Node* node = nodeOf(index);
        if (node->kind == RowKind::Entry) {
            names += insertedText(node->entry);
        }
    }
    if (names.isEmpty()) {
        return nullptr;
    }
    auto* data = new QMimeData;
    data->setText(names.join(", "_L1));
    return data;
}

QStringList CatalogModel::mimeTypes() const
{
    return {u"text/plain"_s};
}

} // namespace millrace
