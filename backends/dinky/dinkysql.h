// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyrun.h"
#include "core/formsource.h"

namespace millrace::dinky {

/// SQL through the server: executeSql and getJobData in 0.7, debugTask and the studio's getJobData in 1.x.
class DinkySql : public SqlExecution, public FormSource {
public:
    explicit DinkySql(std::shared_ptr<DinkyClient> client);

    [[nodiscard]] FormDescription sessionForm() const override;
    [[nodiscard]] FormSource* formSource() override { return this; }

    QCoro::Task<Result<void>> prepareForm(CancellationToken token) override;
    QCoro::Task<Result<std::shared_ptr<SqlSession>>> openSession(
        SessionOptions options, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

/// The server keeps no session: definitions and settings are checked with explainSql, held here, and sent before each
/// query or INSERT.
class DinkySession : public SqlSession {
    Q_OBJECT

public:
    DinkySession(std::shared_ptr<DinkyClient> client, QMap<QString, QString> properties);

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

    /// The statement with what it needs before it; a statement set is taken apart as the server wants it.
    [[nodiscard]] RunOrder orderFor(const QString& statement) const;

    [[nodiscard]] std::shared_ptr<DinkyClient> client() const { return m_client; }

private:
    QCoro::Task<Result<RunSummary>> define(
        QString statement, std::shared_ptr<ResultSink> sink, CancellationToken token);
    QCoro::Task<Result<RunSummary>> show(RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token);

    std::shared_ptr<DinkyClient> m_client;
    QMap<QString, QString> m_properties;
    QStringList m_definitions;
};

/// The first statement of explainSql that failed, as an Error of kind Sql; its range counts in statement when it is
/// that one.
std::optional<Error> firstFault(const std::vector<json::ExplainedSql>& rows, const QString& statement);

} // namespace millrace::dinky
