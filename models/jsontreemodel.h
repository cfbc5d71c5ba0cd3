// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsontext.h"

#include <QAbstractItemModel>

#include <memory>

namespace millrace {

/// A JSON text as a tree of names and values. Only what is opened is read, in pieces of 1000 members, so that an answer
/// of many megabytes opens at once.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };

    enum Role {
        TextRole = Qt::UserRole + 1, ///< the whole value: a text without quotes, everything else as it is written
        PathRole, ///< "jobs[3].id"
        IsTableRole, ///< an array of objects
    };

    explicit JsonTreeModel(QObject* parent = nullptr);
    ~JsonTreeModel() override;

    /// False when it is no JSON: the tree is empty then.
    bool setJson(const QByteArray& json);

    [[nodiscard]] const QByteArray& json() const { return m_json; }

    /// Where the value of a row stands in json().
    [[nodiscard]] JsonRange range(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QString nameOf(const Node& node) const;
    [[nodiscard]] QString valueOf(const Node& node) const;
    [[nodiscard]] QString pathOf(const Node& node) const;

    QByteArray m_json;
    std::unique_ptr<Node> m_root;
};

} // namespace millrace
