// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/inventory.h"

#include <QAbstractTableModel>

namespace millrace {

/// A connection whose system keeps an inventory.
struct InventorySource {
    QString id; ///< of the connection
    QString name;
    QString system; ///< "Flink", as people call it
    Environment environment = Environment::Development;
    bool readOnly = false;

    friend bool operator==(const InventorySource&, const InventorySource&) = default;
};

/// What stands in a cell: the name where an item has no cells, a dash where there is nothing.
QString inventoryCell(const InventoryItem& item, int column);

/// The order that people expect of cells: figures with their units by size, numbers in texts by value, dashes last.
bool inventoryLess(const QString& left, const QString& right);

/// The text of an action without the dots that announce a question.
QString plainText(const InventoryAction& action);

/// Why an action is not to be had now, as one sentence; empty when it is.
QString inventoryRefusal(
    const InventoryAction& action, const InventorySource& source, const std::vector<const InventoryItem*>& chosen);

/// "a.jar", "a.jar and b.jar", "a.jar, b.jar and 4 more".
QString namesText(const QStringList& names);

/// The question of an action with the names in it; empty when it has none.
QString questionText(const InventoryAction& action, const QStringList& names);

/// What has to be typed before it is done: nothing outside production and for what changes nothing; the name of the one
/// item where it can be typed, the connection's otherwise.
QString nameToType(const InventoryAction& action, const InventorySource& source, const QStringList& names);

/// Facts as a table of two columns.
TextTable factsTable(const std::vector<NamedText>& facts);

/// A text as it is shown: JSON is broken into lines, whatever the server sent.
QString shownText(const QString& text, const QString& language);

/// A TextTable in a view. Rows that are short have empty cells.
class TextTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TextTableModel(TextTable table, QObject* parent = nullptr);

    void setTable(TextTable table);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    TextTable m_table;
};

} // namespace millrace
