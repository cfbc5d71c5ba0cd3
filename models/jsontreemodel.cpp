// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontreemodel.h"

#include "models/humantext.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_pieceOfMembers = 1000;
constexpr int s_shownCharacters = 300;

} // namespace

struct JsonTreeModel::Node {
    Node* parent = nullptr;
    int row = 0;
    QString name; ///< empty for elements of an array
    JsonRange range;
    bool hasMembers = false;
    std::unique_ptr<JsonMembers> walk; ///< where reading its members has come to; null before the first
    bool complete = false; ///< all its members are read
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] bool isArray(const QByteArray& json) const { return range.in(json).starts_with('['); }
};

JsonTreeModel::JsonTreeModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_root->complete = true;
}

JsonTreeModel::~JsonTreeModel() = default;

bool JsonTreeModel::setJson(const QByteArray& json)
{
    const auto whole = wholeJson(json);
    beginResetModel();
    m_json = whole ? json : QByteArray();
    m_root = std::make_unique<Node>();
    m_root->complete = true;
    if (whole) {
        m_root->range = *whole;
        m_root->hasMembers = millrace::hasMembers(m_json, *whole);
        const char first = whole->in(m_json).front();
        m_root->complete = !m_root->hasMembers;
        if (first != '{' && first != '[') {
            // A text or a number alone is one row without a name.
            auto only = std::make_unique<Node>();
            only->parent = m_root.get();
            only->range = *whole;
            only->complete = true;
            m_root->hasMembers = true;
            m_root->children.push_back(std::move(only));
        }
    }
    endResetModel();
    return whole.has_value();
}

JsonTreeModel::Node* JsonTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

JsonRange JsonTreeModel::range(const QModelIndex& index) const
{
    return nodeOf(index)->range;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const
{
    Node* parent = child.isValid() ? nodeOf(child)->parent : nullptr;
    return !parent || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex& parent) const
{
    return parent.column() <= 0 && nodeOf(parent)->hasMembers;
}

bool JsonTreeModel::canFetchMore(const QModelIndex& parent) const
{
    return parent.column() <= 0 && !nodeOf(parent)->complete;
}

void JsonTreeModel::fetchMore(const QModelIndex& parent)
{
    Node* node = nodeOf(parent);
    if (parent.column() > 0 || node->complete) {
        return;
    }
    if (!node->walk) {
        node->walk = std::make_unique<JsonMembers>(m_json, node->range);
    }
    std::vector<std::unique_ptr<Node>> piece;
    while (static_cast<int>(piece.size()) < s_pieceOfMembers && !node->complete) {
        auto member = node->walk->next();
        if (!member) {
            node->complete = true;
            break;
        }
        auto child = std::make_unique<Node>();
        child->parent = node;
        child->row = static_cast<int>(node->children.size() + piece.size());
        child->name = std::move(member->name);
        child->range = member->value;
        child->hasMembers = millrace::hasMembers(m_json, child->range);
        child->complete = !child->hasMembers;
        piece.push_back(std::move(child));
    }
    if (piece.empty()) {
        return;
    }
    const int first = static_cast<int>(node->children.size());
    beginInsertRows(parent, first, first + static_cast<int>(piece.size()) - 1);
    std::ranges::move(piece, std::back_inserter(node->children));
    endInsertRows();
}

QString JsonTreeModel::nameOf(const Node& node) const
{
    return node.parent->isArray(m_json) ? u'[' + QString::number(node.row) + u']' : node.name;
}

QString JsonTreeModel::valueOf(const Node& node) const
{
    const std::size_t shown = std::min<std::size_t>(node.range.end, node.range.begin + s_shownCharacters * 4);
    if (node.hasMembers) {
        return oneLine(jsonValueText(m_json, {node.range.begin, shown}), s_shownCharacters);
    }
    // Escapes are only known to be whole where the text ends.
    return oneLine(jsonValueText(m_json, node.range).left(s_shownCharacters * 4), s_shownCharacters);
}

QString JsonTreeModel::pathOf(const Node& node) const
{
    QString path;
    for (const Node* at = &node; at->parent; at = at->parent) {
        const QString name = nameOf(*at);
        const bool joins = path.isEmpty() || path.startsWith(u'[');
        path = joins ? QString(name + path) : QString(name + u'.' + path);
    }
    return path;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? nameOf(node) : valueOf(node);
    case TextRole:
        return jsonValueText(m_json, node.range);
    case PathRole:
    case Qt::ToolTipRole:
        return pathOf(node);
    case IsTableRole: {
        const auto first = JsonMembers(m_json, node.range).next();
        return node.isArray(m_json) && first && first->value.in(m_json).starts_with('{');
    }
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace millrace
