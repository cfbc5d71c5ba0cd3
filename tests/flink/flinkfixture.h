// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/flinkbackend.h"
#include "core/sqlexecution.h"
#include "results/rowbatch.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QMutex>
#include <QThread>
#include <QUrl>

namespace millrace::test {

/// Keeps what a run delivers, and that it was delivered as promised: begin() first, never from the GUI thread.
class CollectingSink : public ResultSink {
public:
    void begin(const ResultSchema& newSchema) override
    {
        const QMutexLocker lock(&mutex);
        wrongThread = wrongThread || QThread::currentThread() == QCoreApplication::instance()->thread();
        ++begins;
        schema = newSchema;
    }

    void append(RowBatch&& rows) override
    {
        const QMutexLocker lock(&mutex);
        wrongThread = wrongThread || QThread::currentThread() == QCoreApplication::instance()->thread();
        early = early || begins == 0;
        count += rows.rowCount();
        for (qsizetype row = 0; row < rows.rowCount(); ++row) {
            const CellView cell = rows.cell(row, 0);
            firstColumn << (cell.isNull ? qint64(-1) : cell.integer);
        }
    }

    /// Empty when begin() came once, first, and off the GUI thread.
    [[nodiscard]] QString complaint()
    {
        const QMutexLocker lock(&mutex);
        if (begins > 1 || early) {
            return QStringLiteral("begin() %1 times, append before it: %2").arg(begins).arg(early);
        }
        return wrongThread ? QStringLiteral("called from the GUI thread") : QString();
    }

    [[nodiscard]] qint64 rowCount()
    {
        const QMutexLocker lock(&mutex);
        return count;
    }

    QMutex mutex;
    ResultSchema schema;
    QList<qint64> firstColumn;
    qint64 count = 0;
    int begins = 0;
    bool early = false;
    bool wrongThread = false;
};

inline std::unique_ptr<Connection> connectTo(const QUrl& gateway, const QUrl& jobManager = {}, FormValues more = {})
{
    const flink::FlinkBackend backend;
    ConnectionProfile profile;
    profile.values = backend.valuesForUrl(gateway.toString());
    profile.values.insert(QString(flink::fields::jobManager), jobManager.toString());
    profile.values.insert(more);
    return backend.connect(profile, {});
}

inline std::shared_ptr<SqlSession> openSession(Connection& connection, QMap<QString, QString> properties = {})
{
    const auto session =
        await(connection.sqlExecution()->openSession({QStringLiteral("test"), std::move(properties)}, {}));
    return session && *session ? **session : nullptr;
}

inline std::optional<Result<RunSummary>> run(SqlSession& session, const QString& statement,
    std::shared_ptr<CollectingSink> sink = std::make_shared<CollectingSink>(), qint64 maxRows = 0)
{
    RunRequest request;
    request.statement = statement;
    request.maxRows = maxRows;
    return await(session.run(request, sink, {}));
}

} // namespace millrace::test
