// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gridmodel.h"

#include <QAbstractListModel>

namespace millrace {

/// One row of a result, a field a line: name, type, value, and for an update the value before it.
class RecordModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        TypeRole = Qt::UserRole + 1,
        ValueRole, ///< as shown, at most valueCap characters; invalid for NULL
        OldValueRole, ///< the value before the update; invalid when it is the same, NULL, or there is none
        ChangedRole, ///< the update changed this field
        OldNullRole,
        CutRole, ///< the value is longer than what is shown
    };

    /// What a list can reasonably lay out; fullText() has the rest.
    static constexpr int valueCap = 2000;

    using QAbstractListModel::QAbstractListModel;

    /// Shows this row of the store; nothing shows none.
    void setRow(const ResultSnapshot& snapshot, std::optional<quint32> row);

    [[nodiscard]] std::optional<quint32> storeRow() const { return m_row; }

    [[nodiscard]] const ResultSnapshot& snapshot() const { return m_snapshot; }

    [[nodiscard]] RowKind kind() const { return m_row ? m_snapshot.kind(*m_row) : RowKind::Insert; }

    /// The whole value of a field; null for NULL.
    [[nodiscard]] QString fullText(int field) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool isChanged(int field) const;

    ResultSnapshot m_snapshot;
    std::optional<quint32> m_row;
    std::optional<quint32> m_old; ///< the -U of a +U
    std::unique_ptr<ValueFormatter> m_formatter;
    const ResultSchema* m_formatterSchema = nullptr;
};

} // namespace millrace
