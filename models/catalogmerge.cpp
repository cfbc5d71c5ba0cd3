// SPDX-License-Identifier: GPL-3.0-or-later
// How CatalogModel takes over what a server answers: rows that stay keep their place in views.
#include "models/catalognode.h"

#include <algorithm>

namespace millrace {

void CatalogModel::forgetPaths(const Node* node)
{
    m_byPath.remove(pathKey(node->entry));
    for (const auto& child : node->children) {
        if (child->kind == RowKind::Entry) {
            forgetPaths(child.get());
        }
    }
}

void CatalogModel::removeMissing(Node* node, const QSet<QString>& wanted)
{
    const auto isMissing = [&](int row) { return !wanted.contains(keyOf(node->children[row]->entry)); };
    for (int last = node->entryCount() - 1; last >= 0; --last) {
        if (!isMissing(last)) {
            continue;
        }
        int first = last;
        while (first > 0 && isMissing(first - 1)) {
            --first;
        }
        beginRemoveRows(indexOf(node), first, last);
        for (int row = first; row <= last; ++row) {
            forgetPaths(node->children[row].get());
        }
        node->children.erase(node->children.begin() + first, node->children.begin() + last + 1);
        node->number(first);
        endRemoveRows();
        last = first;
    }
}

void CatalogModel::insertRun(Node* node, int row, std::span<const CatalogEntry> entries)
{
    beginInsertRows(indexOf(node), row, row + static_cast<int>(entries.size()) - 1);
    std::vector<std::unique_ptr<Node>> added;
    for (const CatalogEntry& entry : entries) {
        added.push_back(std::make_unique<Node>());
        added.back()->entry = entry;
        added.back()->parent = node;
        m_byPath.insert(pathKey(entry), added.back().get());
    }
    node->children.insert(
        node->children.begin() + row, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    node->number(row);
    endInsertRows();
}

void CatalogModel::merge(Node* node, std::vector<CatalogEntry> children)
{
    // A server that names one thing twice would make rows that nothing can tell apart.
    QSet<QString> wanted;
    std::erase_if(children, [&wanted](const CatalogEntry& entry) {
        const QString key = keyOf(entry);
        const bool isTwice = wanted.contains(key);
        wanted.insert(key);
        return isTwice;
    });
    removeMissing(node, wanted);

    QHash<QString, Node*> present;
    for (const auto& child : node->children) {
        present.insert(keyOf(child->entry), child.get());
    }
    for (std::size_t i = 0; i < children.size();) {
        const auto row = static_cast<int>(i);
        Node* old = present.value(keyOf(children[i]));
        if (!old) {
            std::size_t end = i + 1;
            while (end < children.size() && !present.contains(keyOf(children[end]))) {
                ++end;
            }
            insertRun(node, row, std::span(children).subspan(i, end - i));
            i = end;
            continue;
        }
        if (old->row != row) {
            // Rows before this one are in their final order, so it can only move up.
            beginMoveRows(indexOf(node), old->row, old->row, indexOf(node), row);
            const auto begin = node->children.begin();
            std::rotate(begin + row, begin + old->row, begin + old->row + 1);
            node->number(row);
            endMoveRows();
        }
        if (old->entry != children[i]) {
            old->entry = children[i];
            Q_EMIT dataChanged(indexOf(old), indexOf(old));
        }
        ++i;
    }
}

} // namespace millrace
