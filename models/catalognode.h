// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogmodel.h"

namespace millrace {

/// Has no children, whatever the server says.
inline bool isLeaf(CatalogEntryKind kind)
{
    return kind == CatalogEntryKind::Column || kind == CatalogEntryKind::Function;
}

/// What makes two entries below one parent the same.
inline QString keyOf(const CatalogEntry& entry)
{
    return QString::number(static_cast<int>(entry.kind)) + QLatin1Char('/')
        + (entry.path.isEmpty() ? QString() : entry.path.last());
}

inline QString pathKey(const CatalogEntry& entry)
{
    // The root has no path, whatever its kind says.
    return entry.path.isEmpty()
        ? QString()
        : QString::number(static_cast<int>(entry.kind)) + QLatin1Char('/') + entry.path.join(QChar(u'\0'));
}

/// A row of the tree; the root is one without a path.
struct CatalogModel::Node {
    enum class Load { NotLoaded, Loading, Loaded, Failed };

    RowKind kind = RowKind::Entry;
    CatalogEntry entry;
    Error error; ///< of an error row
    Node* parent = nullptr;
    int row = 0;
    Load load = Load::NotLoaded;
    std::vector<std::unique_ptr<Node>> children; ///< a loading or an error row is the last one

    [[nodiscard]] bool hasNotice() const { return !children.empty() && children.back()->kind != RowKind::Entry; }

    [[nodiscard]] int entryCount() const { return static_cast<int>(children.size()) - (hasNotice() ? 1 : 0); }

    void number(int from)
    {
        for (auto i = static_cast<std::size_t>(from); i < children.size(); ++i) {
            children[i]->row = static_cast<int>(i);
        }
    }
};

} // namespace millrace
