// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobcontrol.h"
#include "core/ledgerentry.h"
#include "core/operation.h"
#include "models/jobkey.h"
#include "widgets/jobs/restartsheet.h"

#include <QCoroTask>
#include <QPointer>

#include <memory>

namespace millrace {

class Connection;
class EditorController;
class JobActions;
class JobOrigins;
class JobPolling;
class JobTable;
class LedgerKeeper;
struct Services;

/// Starting a job again from a savepoint or checkpoint: fills the sheet, stops what runs, submits the SQL.
class RestartController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        JobActions& actions;
        JobOrigins& origins;
        LedgerKeeper& keeper;
        JobPolling& polling;
        JobTable& table;
        EditorController& editors;
        Services& services;
    };

    explicit RestartController(const Parts& parts, QObject* parent = nullptr);

    /// Why the job cannot be started again from here; empty when it can.
    [[nodiscard]] QString refusal(const JobKey& key) const;
    [[nodiscard]] QString refusal(const LedgerEntry& entry) const;

    /// location: the savepoint to begin with; empty: the newest.
    void open(const JobKey& key, QWidget* host, const QString& location = {});
    void open(const LedgerEntry& entry, QWidget* host);

Q_SIGNALS:
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// The job that runs now.
    void started(const millrace::JobKey& key);
    /// It failed while the sheet was closed.
    void failed(const millrace::Error& error);

private:
    struct Subject {
        JobKey key;
        QString name;
        QString location; ///< the savepoint to begin with; empty: the newest
        std::shared_ptr<Connection> connection;
        QString kept; ///< the SQL, where the server keeps it and starts the job again by its id
    };

    QCoro::Task<void> openSheet(Subject subject, QPointer<QWidget> host);
    void showSheet(const Subject& subject, QWidget* host);
    void fillEntries(RestartSheet* sheet, const Subject& subject);
    QCoro::Task<void> run(Subject subject, RestartChoice choice, QPointer<RestartSheet> sheet);
    QCoro::Task<Result<JobKey>> perform(
        Subject subject, RestartChoice choice, ProgressObserver progress, CancellationToken token);
    QCoro::Task<Result<JobKey>> startAgain(
        Subject subject, RestartChoice choice, ProgressObserver progress, CancellationToken token);
    [[nodiscard]] bool runs(const JobKey& key) const;
    [[nodiscard]] QString capabilityRefusal(const QString& connectionId) const;
    [[nodiscard]] std::vector<RestartText> openTexts(const JobKey& key) const;
    /// So that the job is known to be started from here, and by which text, when the program starts anew.
    void remember(const JobKey& key, const QString& sql);
    void copyCommand(const Subject& subject, const RestartChoice& choice) const;

    Parts m_parts;
};

} // namespace millrace
