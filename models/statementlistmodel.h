// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statementmark.h"

#include <QAbstractListModel>

#include <vector>

namespace millrace {

/// What one row of the list shows.
struct StatementRow {
    QString title; ///< "SELECT s.shop_name, CO…"
    int line = 0; ///< 1-based
    RunState state = RunState::NotRun;
    QString time; ///< "0.2 s", "03:12"; shown in place of the line when not empty

    friend bool operator==(const StatementRow&, const StatementRow&) = default;
};

/// The statements of one script as rows. Setting new ones keeps what is the same, so the selection and the scroll place
/// stay.
class StatementListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, SideRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<StatementRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<StatementRow> m_rows;
};

} // namespace millrace
