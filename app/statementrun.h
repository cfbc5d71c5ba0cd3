// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/sqlexecution.h"
#include "models/statementmark.h"
#include "sql/statementkind.h"

#include <QUuid>

#include <map>

namespace millrace {

class ResultStore;

/// A statement taken out of a script in order to run it: what it was and where it stood at that moment.
struct ScriptStatement {
    QString text; ///< as written, without the final ;
    sql::StatementKind kind = sql::StatementKind::Unknown;
    TextPosition begin; ///< of text in the script
    int index = -1; ///< among the script's statements, for the editor's mark; -1 for one that is in no script

    friend bool operator==(const ScriptStatement&, const ScriptStatement&) = default;
};

/// One execution of one statement: its operation, the rows it brought, how it ended. Made and fed by ScriptSession.
class StatementRun : public QObject {
    Q_OBJECT

public:
    explicit StatementRun(ScriptStatement statement, QObject* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }

    [[nodiscard]] const ScriptStatement& statement() const { return m_statement; }

    /// One line: "SELECT s.shop_name, CO…".
    [[nodiscard]] const QString& title() const { return m_title; }

    [[nodiscard]] Operation* operation() { return &m_operation; }

    [[nodiscard]] const Operation* operation() const { return &m_operation; }

    [[nodiscard]] const std::shared_ptr<ResultStore>& store() const { return m_store; }

    /// The stores of the results after the first, by their numbers (2 …), of a statement that brings several.
    [[nodiscard]] const std::map<int, std::shared_ptr<ResultStore>>& furtherStores() const { return m_further; }

    /// Where the rows of the result with this number go.
    std::shared_ptr<ResultStore> addStore(int number);
    /// Nobody wants to see that result any more.
    void dropStore(int number);

    /// The job that is only watched again, when this run did not begin it; else empty.
    [[nodiscard]] const QString& resumedJob() const { return m_resumedJob; }

    void setResumedJob(const QString& jobId) { m_resumedJob = jobId; }

    /// The session that it runs in; null before, and when nobody holds it any more.
    [[nodiscard]] std::shared_ptr<SqlSession> session() const { return m_session.lock(); }

    void setSession(const std::shared_ptr<SqlSession>& session) { m_session = session; }

    /// The watching ended, and the job goes on at the server.
    [[nodiscard]] bool isLetGo() const { return m_letGo; }

    void letGo() { m_letGo = true; }

    [[nodiscard]] const RunInfo& info() const { return m_info; }

    [[nodiscard]] bool isCapped() const { return m_capped; }

    [[nodiscard]] bool isStreaming() const { return m_streaming; }

    [[nodiscard]] RunState state() const;
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] qint64 rowCount() const;
    /// The error with its range in the script as it was when the run began; nothing unless it failed.
    [[nodiscard]] std::optional<Error> error() const;

    void setStreaming(bool streaming) { m_streaming = streaming; }

    /// How far the server says it is: "48 % · stage-2: 4 of 10 done"; empty where it does not say.
    [[nodiscard]] QString progressText() const;

    void setInfo(const RunInfo& info);
    void setProgress(const RunProgress& progress);

    void start() { m_operation.start(); }

    void finish(const Result<RunSummary>& outcome);

Q_SIGNALS:
    /// State or info changed; rows are asked of the store.
    void changed(millrace::StatementRun* run);

private:
    QString m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    ScriptStatement m_statement;
    QString m_title;
    Operation m_operation;
    std::shared_ptr<ResultStore> m_store;
    std::map<int, std::shared_ptr<ResultStore>> m_further;
    QString m_resumedJob;
    std::weak_ptr<SqlSession> m_session;
    RunInfo m_info;
    QString m_progressMessage;
    bool m_letGo = false;
    bool m_capped = false;
    bool m_streaming = false;
};

} // namespace millrace
