// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/statementrun.h"
#include "core/catalogbrowser.h"
#include "core/connection.h"
#include "core/planexplainer.h"

#include <QCoroTask>
#include <QDateTime>
#include <QPointer>

#include <deque>
#include <vector>

namespace millrace {

class ConnectionPool;

/// How to run what was asked for.
struct RunOptions {
    bool streaming = true;
    qint64 rowCap = 100'000; ///< for queries; 0 is no cap
    bool stopOnError = true;
};

/// The session of one editor tab and the runs in it. The session is opened by the first run and closed with the tab.
/// Each call of run() is a sequence of its own: sequences go on side by side, the statements of one follow each other.
class ScriptSession : public QObject {
    Q_OBJECT

public:
    enum class State { None, Opening, Open, Lost };
    Q_ENUM(State)

    /// pool outlives the object.
    explicit ScriptSession(ConnectionPool& pool, QObject* parent = nullptr);
    ~ScriptSession() override;

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] const QString& connectionId() const { return m_connectionId; }

    [[nodiscard]] const QDateTime& openedAt() const { return m_openedAt; }

    /// The server's own words about itself; empty while there is no session.
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString timeZone() const;

    /// The session's execution.runtime-mode.
    [[nodiscard]] bool isStreaming() const;

    [[nodiscard]] const QString& catalog() const { return m_catalog; }

    [[nodiscard]] const QString& database() const { return m_database; }

    /// What the session is opened with beside its settings, by the ids of SqlExecution::sessionForm().
    [[nodiscard]] const FormValues& options() const { return m_options; }

    /// Leaves the present session, when there is one, for one with these.
    void setOptions(const FormValues& options);

    /// Whether the open session knows a current catalog and a mode, which the script changes.
    [[nodiscard]] bool hasPlace() const { return m_session && m_session->hasCurrentPlace(); }

    [[nodiscard]] bool canBrowse() const { return m_connection && m_connection->catalogBrowser(); }

    [[nodiscard]] const std::vector<StatementRun*>& runs() const { return m_runs; }

    [[nodiscard]] int activeRuns() const;

    /// Whether what runs here goes on at the server when the session is left, and can be watched again.
    [[nodiscard]] bool runsOutliveIt() const;
    /// The runs that a later session can watch again: those that go on, and those that were let go.
    [[nodiscard]] std::vector<const StatementRun*> lastingRuns() const;

    /// Leaves the present session for one on another connection, cancelling what runs in it and cannot outlive it.
    void setConnection(const QString& profileId);
    /// Opens the session if there is none; for the catalog tree, which needs one before the first run.
    QCoro::Task<Result<void>> open();
    /// Gives up the session and what it held; the next run opens a new one.
    void renew();
    /// Cancels what runs, or lets it go where it outlives the session, ends that, and returns when the server has
    /// answered.
    QCoro::Task<void> close();

    /// Queues the statements as one sequence. Returns their runs, which belong to this object.
    std::vector<StatementRun*> run(const std::vector<ScriptStatement>& statements, const RunOptions& options);
    /// Watches a job again that an earlier session began, and brings its results.
    StatementRun* resume(const ScriptStatement& statement, const QString& jobId, const RunOptions& options);
    void cancelAll();
    /// Drops a run that has ended, with its rows.
    void forget(StatementRun* run);

    /// USE CATALOG or USE, without a run of its own.
    QCoro::Task<Result<void>> use(QString catalog, QString database);
    QCoro::Task<Result<std::vector<CatalogEntry>>> children(CatalogEntry parent);
    QCoro::Task<Result<QStringList>> complete(QString statement, int offset);
    /// What the statement would do, in the session as it is. Nothing of the script is run for it.
    QCoro::Task<Result<Explanation>> explain(QString statement, bool streaming, CancellationToken token);

Q_SIGNALS:
    void stateChanged(millrace::ScriptSession::State state);
    /// Catalog, database or a setting changed.
    void settingsChanged();
    /// The session cannot be opened, or the server forgot it.
    void failed(const millrace::Error& error);
    void runAdded(millrace::StatementRun* run);
    void runChanged(millrace::StatementRun* run);
    void runFinished(millrace::StatementRun* run);
    void runRemoved(millrace::StatementRun* run);
    /// A definition or a USE ran: what the catalog tree shows may be old.
    void catalogChanged();
    /// The server logged lines for a run.
    void logged(const QString& lines);

private:
    using Sequence = std::vector<QPointer<StatementRun>>;

    QCoro::Task<void> runSequence(Sequence sequence, RunOptions options);
    QCoro::Task<Result<RunSummary>> execute(QPointer<StatementRun> run, RunOptions options, bool isFirst);
    QCoro::Task<Result<void>> setMode(bool streaming);
    QCoro::Task<void> readPlace();
    QCoro::Task<Result<QString>> scalar(QString statement);
    QCoro::Task<Result<void>> openNow();
    [[nodiscard]] RunRequest requestFor(QPointer<StatementRun> run, const RunOptions& options);
    [[nodiscard]] std::optional<Error> refusal(const ScriptStatement& statement) const;
    StatementRun* addRun(const ScriptStatement& statement, const RunOptions& options);
    void adopt(std::shared_ptr<SqlSession> session);
    void drop();
    /// Leaves the session; runs that outlive it are watched on.
    void leave();
    void letRunsGo();
    QCoro::Task<Result<RunSummary>> watchAgain(
        QPointer<StatementRun> run, std::shared_ptr<SqlSession> session, RunRequest request);
    void forgetPlace();
    void setState(State state);

    ConnectionPool& m_pool;
    QString m_connectionId;
    FormValues m_options;
    std::shared_ptr<Connection> m_connection;
    std::shared_ptr<SqlSession> m_session;
    State m_state = State::None;
    QDateTime m_openedAt;
    QString m_catalog;
    QString m_database;
    std::vector<StatementRun*> m_runs;
    CancellationSource m_lifetime; ///< of the present session; cancelled when it is left
};

} // namespace millrace
