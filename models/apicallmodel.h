// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apicall.h"

#include <QAbstractTableModel>

#include <deque>

namespace millrace {

/// The last HTTP exchanges of all connections, oldest first, for the API inspector. Values are redacted before they get
/// here.
class ApiCallModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Method, Url, Status, Duration, Size, ColumnCount };

    enum Role { FailedRole = Qt::UserRole + 1, IdRole, SearchRole };

    explicit ApiCallModel(QObject* parent = nullptr, int capacity = 2000);

    void append(const ApiCall& call);
    void clear();

    [[nodiscard]] const ApiCall& call(int row) const { return m_calls[static_cast<std::size_t>(row)]; }

    /// The row of a call, or -1 when it is no longer (or not) held.
    [[nodiscard]] int rowOf(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString displayText(const ApiCall& call, int column);

    std::deque<ApiCall> m_calls;
    int m_capacity;
};

/// No answer, or a status from 400 on.
[[nodiscard]] bool isFailed(const ApiCall& call);

} // namespace millrace
