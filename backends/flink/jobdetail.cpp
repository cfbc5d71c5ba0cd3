// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/checkpointjson.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/jobmonitor.h"
#include "backends/http/redaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct DetailTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

constexpr size_t s_atOnce = 6;
constexpr size_t s_mostVertices = 300;

using Body = Result<QByteArray>;

QCoro::Task<void> readVertex(std::shared_ptr<GatewayClient> client, QString jobId, std::shared_ptr<JobDetail> detail,
    size_t at, CancellationToken token)
{
    const QString path = api::withMetrics(
        api::vertexPart(jobId, detail->vertices[at].id, "subtasks/metrics"_L1), json::vertexMetricNames());
    const Body body = co_await askJobManager(client, path, token);
    if (!body) {
        co_return;
    }
    auto metrics = json::aggregates(*body);
    if (!metrics) {
        co_return;
    }
    const bool hasInput = std::ranges::any_of(
        detail->graph.edges, [&](const GraphEdge& edge) { return edge.to == detail->vertices[at].id; });
    if (hasInput) {
        const QString watermarkPath = api::withMetrics(
            api::vertexPart(jobId, detail->vertices[at].id, "subtasks/metrics"_L1), {u"currentInputWatermark"_s});
        const Body watermark = co_await askJobManager(client, watermarkPath, token);
        if (watermark) {
            metrics->insert(json::aggregates(*watermark).value_or(QMap<QString, json::Aggregate>()));
        }
    }
    json::fillIn(detail->vertices[at], *metrics);
}

/// What runs has figures; they are asked for a few vertices at a time.
QCoro::Task<void> readVertices(
    std::shared_ptr<GatewayClient> client, QString jobId, std::shared_ptr<JobDetail> detail, CancellationToken token)
{
    const size_t count = std::min(detail->vertices.size(), s_mostVertices);
    for (size_t first = 0; first < count; first += s_atOnce) {
        std::vector<QCoro::Task<void>> running;
        for (size_t at = first; at < std::min(first + s_atOnce, count); ++at) {
            running.push_back(readVertex(client, jobId, detail, at, token));
        }
        for (QCoro::Task<void>& each : running) {
            co_await each;
        }
        if (token.isCancelled()) {
            co_return;
        }
    }
    if (detail->vertices.size() > s_mostVertices) {
        detail->notes << DetailTexts::tr("The job has %n vertices: only the first 300 show what they do now.", nullptr,
            int(detail->vertices.size()));
    }
}

void addFacts(JobDetail& detail, const std::vector<NamedText>& accumulators)
{
    for (const NamedText& each : accumulators) {
        detail.facts.push_back({DetailTexts::tr("Accumulator %1").arg(each.name), each.value});
    }
}

void addCheckpoints(JobDetail& detail, const CheckpointOverview& overview)
{
    for (const Checkpoint& each : overview.history) {
        if (each.state == Checkpoint::State::Completed && each.triggeredAt.isValid()) {
            detail.summary.lastCheckpoint = CheckpointBrief{
                each.triggeredAt.addMSecs(std::max<qint64>(each.durationMs, 0)), each.durationMs, each.stateBytes};
            break;
        }
    }
    if (overview.restoredFrom) {
        detail.facts.push_back({DetailTexts::tr("Restored from"), overview.restoredFrom->location});
    }
}

/// Sources whose busy time cannot be measured say NaN; a person wonders.
void addNotes(JobDetail& detail)
{
    if (detail.graph.isEmpty() && !isFinal(detail.summary.state)) {
        detail.notes << DetailTexts::tr("The JobManager has no graph of this job yet.");
    }
}

} // namespace

QCoro::Task<Result<JobDetail>> jobDetail(std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const Body body = co_await askJobManager(client, api::jobPart(jobId, ""_L1), token);
    if (!body) {
        co_return failure(body.error());
    }
    Result<json::JobPage> page = json::jobPage(*body);
    if (!page) {
        co_return failure(page.error());
    }
    const auto detail = std::make_shared<JobDetail>();
    detail->summary = std::move(page->summary);
    detail->graph = std::move(page->graph);
    detail->vertices = std::move(page->vertices);
    detail->timeline = std::move(page->timeline);
    // These all start at once. A job that ends in between leaves gaps, and no error.
    QCoro::Task<Body> exceptions = askJobManager(client, api::jobPart(jobId, "exceptions?maxExceptions=100"_L1), token);
    QCoro::Task<Body> config = askJobManager(client, api::jobPart(jobId, "config"_L1), token);
    QCoro::Task<Body> settings = askJobManager(client, api::jobPart(jobId, "jobmanager/config"_L1), token);
    QCoro::Task<Body> accumulators = askJobManager(client, api::jobPart(jobId, "accumulators"_L1), token);
    QCoro::Task<Body> checkpoints = askJobManager(client, api::jobPart(jobId, "checkpoints"_L1), token);
    if (!isFinal(detail->summary.state)) {
        co_await readVertices(client, jobId, detail, token);
    }
    if (const Body failures = co_await exceptions; failures) {
        detail->failures = json::failures(*failures).value_or(std::vector<JobFailure>());
        const Redactor& redactor = client->http().redactor();
        for (JobFailure& failure : detail->failures) {
            // Stacks quote the options of tables, passwords included.
            failure.rootCause = redactor.text(failure.rootCause);
            failure.text = redactor.text(failure.text);
        }
    }
    if (const Body texts = co_await config; texts) {
        detail->configuration = json::executionConfig(*texts).value_or(std::vector<NamedText>());
    }
    if (const Body texts = co_await settings; texts) {
        const auto all = json::configuration(*texts).value_or(std::vector<NamedText>());
        detail->configuration.insert(detail->configuration.end(), all.begin(), all.end());
    }
    if (const Body texts = co_await accumulators; texts) {
        addFacts(*detail, json::accumulators(*texts).value_or(std::vector<NamedText>()));
    }
    if (const Body overview = co_await checkpoints; overview) {
        addCheckpoints(*detail, json::checkpoints(*overview).value_or(CheckpointOverview()));
    }
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (detail->summary.state == JobState::Failed && !detail->failures.empty()) {
        detail->summary.failure = detail->failures.front().rootCause;
    }
    addNotes(*detail);
    co_return std::move(*detail);
}

} // namespace millrace::flink
