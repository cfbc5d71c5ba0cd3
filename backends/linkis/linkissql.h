// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkistasks.h"
#include "core/catalogbrowser.h"
#include "core/formsource.h"
#include "core/lastingruns.h"

namespace millrace::linkis {

/// Runs code on any engine behind the gateway: each statement is a task.
class LinkisSql : public SqlExecution, public FormSource {
public:
    explicit LinkisSql(std::shared_ptr<LinkisClient> client);

    [[nodiscard]] FormDescription sessionForm() const override;
    [[nodiscard]] ScriptLanguage language(const FormValues& sessionValues) const override;
    QCoro::Task<Result<std::shared_ptr<SqlSession>>> openSession(
        SessionOptions options, CancellationToken token) override;

    [[nodiscard]] FormSource* formSource() override { return this; }

    QCoro::Task<Result<void>> prepareForm(CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

/// Linkis keeps engines, not sessions: this one holds engine, creator and parameters and sends them with each task. A
/// task goes on when the session is closed; the history finds it again.
class LinkisSession : public SqlSession, public LastingRuns {
    Q_OBJECT

public:
    LinkisSession(std::shared_ptr<LinkisClient> client, QMap<QString, QString> properties);

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

    [[nodiscard]] LastingRuns* lastingRuns() override { return this; }

    void letGo(const QString& jobId) override;
    QCoro::Task<Result<RunSummary>> resume(
        QString jobId, RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
    QMap<QString, QString> m_properties;
    std::shared_ptr<QSet<QString>> m_letGo = std::make_shared<QSet<QString>>();
};

/// Hive databases, tables and columns, and registered data sources.
class LinkisCatalog : public CatalogBrowser {
public:
    explicit LinkisCatalog(std::shared_ptr<LinkisClient> client);

    QCoro::Task<Result<std::vector<CatalogEntry>>> children(
        std::shared_ptr<SqlSession> session, CatalogEntry parent, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

} // namespace millrace::linkis
