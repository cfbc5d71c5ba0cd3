// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"
#include "results/sortfilter.h"
#include "results/valueformat.h"

#include <QAbstractTableModel>

#include <optional>

namespace millrace {

/// Rows of one result as a grid shows them: every model of a grid says which row of the store stands in which shown
/// row, and everything else is the same for all. A cell's text is made when it is asked for; nothing is kept per cell.
class GridModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        FullTextRole = Qt::UserRole + 1, ///< the whole value; NULL is an invalid QVariant
        NullRole,
        NumericRole, ///< right-aligned
        KindRole, ///< RowKind as int
        TypeRole, ///< header: the type as DDL writes it
    };

    /// Columns before those of the result.
    enum LeadingColumn { Number, Received, Op, LeadingCount };

    /// Cell texts are cut here; the record panel shows all of them.
    static constexpr int textCap = 300;

    ~GridModel() override;

    /// What the shown rows are rows of.
    [[nodiscard]] virtual const ResultSnapshot& snapshot() const = 0;
    /// The store's row in a shown row.
    [[nodiscard]] virtual quint32 storeRow(int row) const = 0;
    /// All shown rows in order.
    [[nodiscard]] virtual RowIndex storeRows() const = 0;

    /// LeadingCount for a changelog, else 0.
    [[nodiscard]] virtual int leadingColumns() const { return 0; }

    /// The shown row of a store's row, or -1. O(rows) unless a model knows better.
    [[nodiscard]] virtual int shownRowOf(quint32 row) const;
    /// When the value of this cell changed a moment ago: what happened, for the tint.
    [[nodiscard]] virtual std::optional<RowKind> recentChange(int row, int column) const;

    [[nodiscard]] const ResultSchema& schema() const { return snapshot().schema(); }

    /// The result's column in a shown column, or -1 for a leading one.
    [[nodiscard]] int dataColumn(int column) const
    {
        return column - leadingColumns() < 0 ? -1 : column - leadingColumns();
    }

    [[nodiscard]] RowKind kind(int row) const { return snapshot().kind(storeRow(row)); }

    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] bool isNumeric(int column) const;
    /// As shown; null for NULL. cap as in ValueFormatter, -1 for all of it.
    [[nodiscard]] QString text(int row, int column, int cap = textCap) const;
    [[nodiscard]] QString columnName(int column) const;
    /// "DECIMAL(38, 2)"; empty for a leading column.
    [[nodiscard]] QString typeName(int column) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    using QAbstractTableModel::QAbstractTableModel;

    /// Call inside a model reset whenever the schema became another one.
    void schemaChanged();

private:
    [[nodiscard]] const ValueFormatter& formatter() const;
    [[nodiscard]] QString leadingText(int row, int column) const;

    mutable std::unique_ptr<ValueFormatter> m_formatter;
};

/// A number or an interval: right-aligned.
[[nodiscard]] bool isRightAligned(const LogicalType& type);

} // namespace millrace
