// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"

#include <QAbstractTableModel>

#include <memory>

namespace millrace {

/// The rebalances of one consumer group.
class RebalanceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Start, Join, Sync, Total, Generation, Members, Outcome, Reason, Lost, ReasonText, ColumnCount };

    enum Role { SortRole = Qt::UserRole };

    explicit RebalanceModel(QObject* parent = nullptr);

    /// group is the index in the report; -1 for none.
    void setReport(std::shared_ptr<const RebalanceReport> report, int group);

    [[nodiscard]] const Rebalance* rebalance(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const QList<Rebalance>& list() const;
    [[nodiscard]] QString textOf(const Rebalance& rebalance, int column) const;
    [[nodiscard]] static QVariant sortKey(const Rebalance& rebalance, int column);

    std::shared_ptr<const RebalanceReport> m_report;
    QString m_group;
    int m_index = -1;
};

/// The groups of a report with their numbers.
class RebalanceGroupModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Group, Count, Rate, Median, P95, Longest, Unavailable, Share, ColumnCount };

    explicit RebalanceGroupModel(QObject* parent = nullptr);

    void setReport(std::shared_ptr<const RebalanceReport> report);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const RebalanceGroup& group, int column) const;

    std::shared_ptr<const RebalanceReport> m_report;
};

/// "failed: a, b; left: c": who made a rebalance wait; text from outside with its control characters shown as �.
[[nodiscard]] QString lostMembersText(const Rebalance& rebalance);

} // namespace millrace
