// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QAbstractListModel>
#include <QPointer>

#include <vector>

namespace millrace {

/// The operations a person can see, newest first. It owns none of them; a destroyed one leaves the list, a finished one
/// stays until removeFinished().
class OperationListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::DisplayRole,
        StateRole = Qt::UserRole + 1,
        ProgressRole, ///< double 0…1, or an invalid QVariant while it is unknown
        MessageRole, ///< what it does now, or why it failed
        ElapsedRole, ///< milliseconds
        CanCancelRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void add(Operation* operation);
    void removeFinished();

    [[nodiscard]] Operation* operation(int row) const { return m_entries[static_cast<std::size_t>(row)].operation; }

    /// Queued, running and cancelling ones.
    [[nodiscard]] int activeCount() const;
    /// Tells views that clocks went on; a controller calls it once a second while something runs.
    void refreshElapsed();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void activeCountChanged(int count);

private:
    struct Entry {
        QPointer<Operation> operation; ///< null for the moment between its end and its row's
        const QObject* identity = nullptr; ///< only compared
        QString message;
    };

    [[nodiscard]] int rowOf(const QObject* operation) const;
    void changed(const QObject* operation);
    void forget(int row);
    void announceActive();

    std::vector<Entry> m_entries;
    int m_announcedActive = 0;
};

/// The translated word of a state.
[[nodiscard]] QString operationStateText(Operation::State state);

} // namespace millrace
