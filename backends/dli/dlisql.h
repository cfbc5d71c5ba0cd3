// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/catalogbrowser.h"
#include "core/sqlexecution.h"

namespace millrace::dli {

/// SQL jobs of the service: each statement is a job on a queue, whose first 1,000 rows can be seen.
class DliSql : public SqlExecution {
public:
    explicit DliSql(std::shared_ptr<DliClient> client);

    [[nodiscard]] FormDescription sessionForm() const override;

    /// Queues take Spark SQL.
    [[nodiscard]] ScriptLanguage language(const FormValues& /*sessionValues*/) const override
    {
        return ScriptLanguage::SparkSql;
    }

    QCoro::Task<Result<std::shared_ptr<SqlSession>>> openSession(
        SessionOptions options, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

/// The service keeps no session: this one holds database, queue and settings and sends them with each statement. USE,
/// SET and RESET change them here.
class DliSession : public SqlSession {
    Q_OBJECT

public:
    DliSession(std::shared_ptr<DliClient> client, QMap<QString, QString> properties);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString server() const override;
    [[nodiscard]] const QMap<QString, QString>& properties() const override;

    [[nodiscard]] bool isLost() const override { return false; }

    [[nodiscard]] bool hasCurrentPlace() const override { return false; }

    QCoro::Task<Result<RunSummary>> run(
        RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token) override;
    QCoro::Task<Result<QStringList>> complete(QString statement, int offset, CancellationToken token) override;
    QCoro::Task<Result<void>> refreshProperties(CancellationToken token) override;
    QCoro::Task<void> close() override;

private:
    /// True when the statement only changed what the session holds.
    bool takeLocally(const QString& statement);
    [[nodiscard]] QJsonObject bodyFor(const QString& statement) const;

    std::shared_ptr<DliClient> m_client;
    QMap<QString, QString> m_properties;
};

/// Databases, tables and columns of the project.
class DliCatalog : public CatalogBrowser {
public:
    explicit DliCatalog(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<std::vector<CatalogEntry>>> children(
        std::shared_ptr<SqlSession> session, CatalogEntry parent, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

} // namespace millrace::dli
