// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/metrics.h"
#include "core/planexplainer.h"

namespace millrace::dli {

/// Where the service says that the fault of a statement is: "(line 1, pos 7)" counts columns from 0, as "line 1:7".
std::optional<TextRange> faultIn(const QString& message);

/// The same error with its place, when it is one of SQL.
Error withPlace(Error error);

/// Checks a statement: the service has no plan of one that does not run, but reads it and says what is wrong.
class DliChecker : public PlanExplainer {
public:
    explicit DliChecker(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<Explanation>> explain(
        std::shared_ptr<SqlSession> session, QString statement, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

/// Figures of Flink jobs: records of each source and sink, and the rates of the job.
class DliMetrics : public Metrics {
public:
    explicit DliMetrics(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<std::vector<MetricScope>>> scopes(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<QStringList>> names(MetricScope scope, CancellationToken token) override;
    QCoro::Task<Result<std::vector<MetricSample>>> values(
        MetricScope scope, QStringList names, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

} // namespace millrace::dli
