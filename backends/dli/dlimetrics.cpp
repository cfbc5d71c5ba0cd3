// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlichecker.h"
#include "backends/dli/dlijobjson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliMetrics)
};

/// All that the service knows of a job: "sources.orders.records", "total_read_rate".
QCoro::Task<Result<std::vector<MetricSample>>> samplesOf(
    std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const QJsonObject body{{u"job_ids"_s, QJsonArray{jobId.toLongLong()}}};
    const Result<QJsonObject> answer = co_await callObject(client, u"show_flink_metric"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonObject job = answer->value("metrics"_L1).toObject().value("jobs"_L1).toArray().at(0).toObject();
    co_return json::metricSamples(job.value("metrics"_L1).toObject());
}

} // namespace

DliMetrics::DliMetrics(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<MetricScope>>> DliMetrics::scopes(QString jobId, CancellationToken)
{
    std::vector<MetricScope> scopes;
    if (json::isFlinkId(jobId)) {
        scopes.push_back({.kind = MetricScope::Kind::Job, .jobId = jobId, .id = {}, .title = Texts::tr("Job")});
    }
    co_return scopes;
}

QCoro::Task<Result<QStringList>> DliMetrics::names(MetricScope scope, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    const auto samples = co_await samplesOf(client, scope.jobId, token);
    if (!samples) {
        co_return failure(samples.error());
    }
    QStringList names;
    for (const MetricSample& sample : *samples) {
        names << sample.name;
    }
    co_return names;
}

QCoro::Task<Result<std::vector<MetricSample>>> DliMetrics::values(
    MetricScope scope, QStringList names, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    auto samples = co_await samplesOf(client, scope.jobId, token);
    if (!samples) {
        co_return failure(samples.error());
    }
    std::erase_if(*samples, [&](const MetricSample& sample) { return !names.contains(sample.name); });
    co_return samples;
}

} // namespace millrace::dli
