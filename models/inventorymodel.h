// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace millrace {

/// The items of one kind: a list, or a tree whose branches are asked for when they are opened. What is read again is
/// merged by id, so that selection, open branches and the place in the view stay.
class InventoryModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole,
        StateRole, ///< a JobState as int
    };

    explicit InventoryModel(QObject* parent = nullptr);
    ~InventoryModel() override;

    /// Empties it and takes the columns of this kind.
    void setKind(const InventoryKind& kind);

    [[nodiscard]] const InventoryKind& kind() const { return m_kind; }

    /// What stands below parent now (an id; empty: at the top). An unknown parent is no news to anyone: nothing
    /// happens. An id that came twice is taken once.
    void merge(const QString& parent, std::vector<InventoryItem> items);
    /// The question for the children of parent had no answer: it may be asked again.
    void giveUp(const QString& parent);

    /// Null for an id that is not there.
    [[nodiscard]] const InventoryItem* find(const QString& id) const;
    [[nodiscard]] const InventoryItem* item(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    /// Branches whose children are known, those above before those below.
    [[nodiscard]] QStringList loadedBranches() const;

    [[nodiscard]] int itemCount() const { return static_cast<int>(m_byId.size()); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// A branch was opened for the first time: merge() what stands below it, or giveUp().
    void childrenWanted(const QString& parent);

private:
    struct Node;

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexFor(const Node* node) const;
    void insertAll(Node* parent, std::vector<InventoryItem>& items);
    void place(Node* parent, int row, InventoryItem&& item);
    void update(Node* node, InventoryItem&& item);
    void removeRows(Node* parent, int first, int last);
    void forget(const Node* node);
    void collectLoaded(const Node* node, QStringList& into) const;

    InventoryKind m_kind;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node*> m_byId;
};

/// Sorts the way people read ("node 2" before "node 10", "84 MB" before "8.62 GB") and keeps what has a text in any of
/// its cells, with what stands above and below it. Unsorted, the server's order holds.
class InventoryFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit InventoryFilter(QObject* parent = nullptr);

    void setText(const QString& text);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace millrace
