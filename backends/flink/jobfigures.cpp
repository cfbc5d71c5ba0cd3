// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobfigures.h"

#include "backends/flink/checkpointjson.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/metricjson.h"

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_freshMs = 4000;
constexpr qint64 s_totalsMs = 12'000; ///< the JobManager reads the counts of its TaskManagers every 10 s
constexpr qint64 s_mostMs = 2000; ///< the list must not wait longer for its figures
constexpr qsizetype s_atOnce = 4;

std::optional<double> rate(std::optional<qint64> before, std::optional<qint64> now, qint64 milliseconds)
{
    if (!before || !now || milliseconds <= 0 || *now < *before) {
        return std::nullopt; // the job was restarted in between
    }
    return double(*now - *before) * 1000.0 / double(milliseconds);
}

/// When the last checkpoint was complete. Only its duration and size are metrics in every version.
QCoro::Task<std::optional<CheckpointBrief>> lastCheckpoint(
    std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const Result<QByteArray> body =
        co_await askJobManager(client, api::jobPart(jobId, "checkpoints"_L1), std::move(token));
    const Result<CheckpointOverview> overview =
        body ? json::checkpoints(*body) : Result<CheckpointOverview>(failure(body.error()));
    if (!overview) {
        co_return std::nullopt;
    }
    for (const Checkpoint& each : overview->history) {
        if (each.state == Checkpoint::State::Completed && each.triggeredAt.isValid()) {
            co_return CheckpointBrief{
                each.triggeredAt.addMSecs(std::max<qint64>(each.durationMs, 0)), each.durationMs, each.stateBytes};
        }
    }
    co_return std::nullopt;
}

QCoro::Task<void> readOne(
    std::shared_ptr<GatewayClient> client, std::shared_ptr<JobFigures> figures, QString jobId, CancellationToken token)
{
    const Result<QByteArray> page = co_await askJobManager(client, api::jobPart(jobId, ""_L1), token);
    const Result<json::JobPage> job = page ? json::jobPage(*page) : Result<json::JobPage>(failure(page.error()));
    if (job) {
        figures->takeTotals(jobId, job->now, job->sourceRecords, job->sinkRecords);
    }
    const QStringList names{u"numRestarts"_s, u"lastCheckpointDuration"_s};
    const QString path = api::withMetrics(api::jobPart(jobId, "metrics"_L1), names);
    const Result<QByteArray> body = co_await askJobManager(client, path, token);
    const auto metrics = body ? json::metricSamples(*body) : Result<std::vector<MetricSample>>(failure(body.error()));
    if (!metrics) {
        co_return;
    }
    std::optional<int> restarts;
    bool hasCheckpoint = false;
    for (const MetricSample& sample : *metrics) {
        if (sample.name == "numRestarts"_L1 && sample.value) {
            restarts = int(*sample.value);
        } else if (sample.name == "lastCheckpointDuration"_L1) {
            hasCheckpoint = sample.value.value_or(-1) >= 0;
        }
    }
    std::optional<CheckpointBrief> brief;
    if (hasCheckpoint) {
        brief = co_await lastCheckpoint(client, jobId, token);
    }
    figures->takeFigures(jobId, restarts, brief);
}

} // namespace

JobFigures::JobFigures()
{
    m_clock.start();
}

QStringList JobFigures::apply(std::vector<JobSummary>& jobs, int most)
{
    QHash<QString, Known> still;
    std::vector<std::pair<qint64, QString>> due;
    for (JobSummary& job : jobs) {
        if (job.state != JobState::Running && job.state != JobState::Restarting) {
            continue;
        }
        Known known = m_known.value(job.id);
        job.restarts = known.figures.restarts;
        job.lastCheckpoint = known.figures.lastCheckpoint;
        job.recordsInPerSecond = known.figures.recordsInPerSecond;
        job.recordsOutPerSecond = known.figures.recordsOutPerSecond;
        if (known.readAt < 0 || m_clock.elapsed() - known.readAt >= s_freshMs) {
            due.emplace_back(known.readAt, job.id);
        }
        still.insert(job.id, std::move(known));
    }
    m_known = std::move(still);
    const auto count = std::min<qsizetype>(most, qsizetype(due.size()));
    std::ranges::partial_sort(due, due.begin() + count);
    QStringList ids;
    for (qsizetype i = 0; i < count; ++i) {
        ids << due[size_t(i)].second;
    }
    return ids;
}

void JobFigures::takeFigures(
    const QString& jobId, std::optional<int> restarts, std::optional<CheckpointBrief> checkpoint)
{
    const auto known = m_known.find(jobId);
    if (known == m_known.end()) {
        return;
    }
    known->readAt = m_clock.elapsed();
    known->figures.restarts = restarts;
    if (checkpoint) {
        known->figures.lastCheckpoint = checkpoint;
    }
}

void JobFigures::takeTotals(
    const QString& jobId, qint64 now, std::optional<qint64> fromSources, std::optional<qint64> intoSinks)
{
    const auto known = m_known.find(jobId);
    if (known == m_known.end()) {
        return;
    }
    known->readAt = m_clock.elapsed();
    const qint64 passed = known->totalsAt > 0 ? now - known->totalsAt : 0;
    if (passed > 0 && passed < s_totalsMs && fromSources == known->fromSources && intoSinks == known->intoSinks) {
        return; // not read anew by the server: that is no standstill
    }
    // When the first totals were read nobody knows: only what comes after a change has a time of its own.
    if (passed > 0 && known->timed) {
        known->figures.recordsInPerSecond = rate(known->fromSources, fromSources, passed);
        known->figures.recordsOutPerSecond = rate(known->intoSinks, intoSinks, passed);
    }
    known->timed = known->totalsAt > 0;
    known->totalsAt = now;
    known->fromSources = fromSources;
    known->intoSinks = intoSinks;
}

QCoro::Task<void> readFigures(std::shared_ptr<GatewayClient> client, std::shared_ptr<JobFigures> figures,
    QStringList jobIds, CancellationToken token)
{
    QElapsedTimer clock;
    clock.start();
    for (qsizetype first = 0; first < jobIds.size(); first += s_atOnce) {
        if (token.isCancelled() || clock.elapsed() > s_mostMs) {
            co_return;
        }
        std::vector<QCoro::Task<void>> running;
        const QStringList some = jobIds.mid(first, s_atOnce);
        for (const QString& id : some) {
            running.push_back(readOne(client, figures, id, token));
        }
        for (QCoro::Task<void>& each : running) {
            co_await each;
        }
    }
}

} // namespace millrace::flink
