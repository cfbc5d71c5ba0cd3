// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsontext.h"

#include <QAbstractTableModel>

#include <deque>

namespace millrace {

/// An array of objects as a table: a column for every name that some object has, in the order in which they turn up.
/// Rows are read in pieces while one scrolls; values stay as they were written.
class JsonTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { TextRole = Qt::UserRole + 1 }; ///< the whole value

    explicit JsonTableModel(QObject* parent = nullptr);

    /// array is a value of json. Elements that are no objects stand in a column of their own.
    void setJson(const QByteArray& json, JsonRange array);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Row = std::vector<JsonRange>; ///< by column; empty where the object has no such name

    Row read(JsonRange element, QStringList& columns) const;

    QByteArray m_json;
    std::optional<JsonMembers> m_walk; ///< null: all is read
    QStringList m_columns;
    std::deque<Row> m_rows;
};

} // namespace millrace
