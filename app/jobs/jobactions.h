// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledgerentry.h"
#include "core/operation.h"
#include "models/jobkey.h"
#include "widgets/jobs/jobactionsheet.h"

#include <QCoroTask>
#include <QPointer>

#include <memory>

namespace millrace {

class Connection;
class ConnectionPool;
class ConnectionStore;
class JobPolling;
class JobTable;
class LedgerKeeper;
class SavepointLedger;

/// Savepoints, stopping and disposing, for one thing or many: opens the sheet that lists them, does it when the person
/// agreed, and says how it went with each one. What is under way goes on when the sheet is closed.
class JobActions : public QObject {
    Q_OBJECT

public:
    struct Parts {
        ConnectionStore& connections;
        ConnectionPool& pool;
        JobTable& table;
        JobPolling& polling;
        LedgerKeeper& keeper;
        SavepointLedger& ledger;
    };

    /// The parts outlive the object.
    explicit JobActions(const Parts& parts, QObject* parent = nullptr);

    /// Why this cannot be done to the job; empty when it can.
    [[nodiscard]] QString refusal(JobSheetKind kind, const JobKey& key) const;
    /// The first reason when it can be done to none of them; empty when it can be done to one at least.
    [[nodiscard]] QString refusal(JobSheetKind kind, const std::vector<JobKey>& keys) const;
    /// Why nothing can be done on this connection at all; empty when something can.
    [[nodiscard]] QString readOnlyReason(const QString& connectionId) const;

    JobActionSheet* open(JobSheetKind kind, const std::vector<JobKey>& keys, QWidget* host);
    JobActionSheet* openDispose(const std::vector<LedgerEntry>& entries, QWidget* host);

    /// One stop with a savepoint, as the first half of a restart. Gives the savepoint.
    QCoro::Task<Result<SavepointInfo>> stopWithSavepoint(
        JobKey key, ProgressObserver progress, CancellationToken token);

Q_SIGNALS:
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// Something failed while no sheet was open to say so.
    void failed(const millrace::Error& error);

private:
    struct Task {
        int item = 0;
        JobKey key;
        QString name;
        LedgerEntry entry; ///< to dispose of
    };

    struct Work {
        JobSheetKind kind = JobSheetKind::Savepoint;
        JobSheetChoice choice;
        std::vector<Task> tasks;
        std::size_t next = 0;
        QPointer<JobActionSheet> sheet;
    };

    JobActionSheet* openSheet(
        JobSheetKind kind, std::vector<JobSheetItem> items, std::vector<Task> tasks, QWidget* host);
    void addLimits(JobActionSheet& sheet, const std::vector<Task>& tasks) const;
    void addTypedName(
        JobActionSheet& sheet, const std::vector<Task>& tasks, const std::vector<JobSheetItem>& items) const;
    QCoro::Task<void> work(std::shared_ptr<Work> work);
    QCoro::Task<void> doOne(std::shared_ptr<Work> work, Task task);
    QCoro::Task<Result<QString>> perform(
        std::shared_ptr<Work> work, Task task, ProgressObserver progress, CancellationToken token);
    QCoro::Task<Result<QString>> dispose(
        std::shared_ptr<Connection> connection, LedgerEntry entry, CancellationToken token);
    [[nodiscard]] QString operationTitle(const Work& work, const Task& task) const;
    [[nodiscard]] QString failureText(const Work& work, const Task& task, const Error& error) const;

    Parts m_parts;
};

} // namespace millrace
