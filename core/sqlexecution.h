// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/form.h"
#include "core/result.h"
#include "core/resultsink.h"
#include "core/scriptlanguage.h"

#include <QCoroTask>

#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace millrace {

class FormSource;
class LastingRuns;

/// What is known about a run while it goes on.
struct RunInfo {
    bool isQuery = false; ///< SELECT and the like
    bool hasContent = false; ///< the result has rows worth showing (SHOW, EXPLAIN, SELECT), not just "OK"
    QString jobId; ///< empty until the server names it, or when there is none
};

/// How far a run is, where the server tells.
struct RunProgress {
    std::optional<double> done; ///< 0…1
    QString message; ///< "stage 3 of 7"
};

/// One statement to run.
struct RunRequest {
    QString statement; ///< as it stands in the script, without the final ;
    /// Fetching stops after this many rows and the operation is closed; 0 is no cap.
    qint64 maxRows = 0;
    /// Called in the caller's thread when something of RunInfo becomes known.
    std::function<void(const RunInfo&)> onInfo;
    /// Called in the caller's thread, only by systems that tell.
    std::function<void(const RunProgress&)> onProgress;
    /// Called in the caller's thread by systems whose runs bring several results, once for each after the first, with
    /// its number from 2 on. Gives where its rows go; null, or no function at all: that result is not fetched.
    std::function<std::shared_ptr<ResultSink>(int number)> onNextResult;
    /// Lines that the server logged for this run, in order; in the caller's thread.
    std::function<void(const QString& lines)> onLog;
};

/// How a run ended well.
struct RunSummary {
    RunInfo info;
    qint64 rows = 0;
    qint64 bytes = 0; ///< of the answers' bodies
    bool capped = false; ///< maxRows was reached and there may be more
};

/// What a server keeps for one editor tab or one script: settings, temporary tables, the current catalog. Statements of
/// one session run one after the other or at the same time, as the caller likes. Lives and is called in one thread.
class SqlSession : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// What the server calls the session.
    [[nodiscard]] virtual QString id() const = 0;
    /// "Flink 2.3.0 · v4"
    [[nodiscard]] virtual QString server() const = 0;
    /// The settings as last read from the server: "execution.runtime-mode", "table.local-time-zone", …
    [[nodiscard]] virtual const QMap<QString, QString>& properties() const = 0;
    [[nodiscard]] virtual bool isLost() const = 0;

    /// Whether it knows a current catalog and database, asked with SHOW CURRENT and changed with USE. Systems that make
    /// a job of every statement say no: asking would start one.
    [[nodiscard]] virtual bool hasCurrentPlace() const { return true; }

    /// What lets runs go on at the server without the session; null where they end with it.
    [[nodiscard]] virtual LastingRuns* lastingRuns() { return nullptr; }

    /// Runs one statement to its end, its row cap or its cancellation, and feeds the rows to sink. The server's
    /// operation is cancelled when the token is, and always closed. A failed statement is an Error of kind Sql whose
    /// range counts inside request.statement.
    virtual QCoro::Task<Result<RunSummary>> run(
        RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token) = 0;

    /// Candidates to go on with at offset (UTF-16 units) of statement.
    virtual QCoro::Task<Result<QStringList>> complete(QString statement, int offset, CancellationToken token) = 0;

    /// Reads properties() anew.
    virtual QCoro::Task<Result<void>> refreshProperties(CancellationToken token) = 0;

    /// Ends the session and what still runs in it. Safe to call twice.
    virtual QCoro::Task<void> close() = 0;

Q_SIGNALS:
    void propertiesChanged();
    /// The server forgot the session: temporary tables and settings are gone.
    void lost(const millrace::Error& why);
};

struct SessionOptions {
    QString name;
    QMap<QString, QString> properties;
};

/// Capability: runs SQL.
class SqlExecution {
public:
    virtual ~SqlExecution() = default;

    /// What a session can be opened with beside its settings (engine, mode, cluster, …): values of this form go into
    /// SessionOptions::properties by field id. No fields: nothing to choose.
    [[nodiscard]] virtual FormDescription sessionForm() const { return {}; }

    /// To be asked before sessionForm() is shown; null where the form hangs on nothing that the server says.
    [[nodiscard]] virtual FormSource* formSource() { return nullptr; }

    /// What a session opened with these values takes: how the editor splits and colours a text of no other kind.
    [[nodiscard]] virtual ScriptLanguage language(const FormValues& /*sessionValues*/) const
    {
        return ScriptLanguage::FlinkSql;
    }

    virtual QCoro::Task<Result<std::shared_ptr<SqlSession>>> openSession(
        SessionOptions options, CancellationToken token) = 0;
};

} // namespace millrace
