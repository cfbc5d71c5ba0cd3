// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logexceptions.h"

#include <QAbstractTableModel>

namespace millrace {

/// The exceptions of a log by root cause: how often, and when first and last.
class LogExceptionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Count, Cause, First, Last, ColumnCount };

    explicit LogExceptionModel(QObject* parent = nullptr);

    /// Rows stay where they are when only their numbers changed.
    void setGroups(const QList<LogExceptionGroup>& groups);

    [[nodiscard]] const LogExceptionGroup& group(int row) const { return m_groups.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<LogExceptionGroup> m_groups;
};

/// "06-22 14:05:06,123" of a time as a log wrote it; a dash without one.
[[nodiscard]] QString logMomentText(qint64 localMs);

} // namespace millrace
