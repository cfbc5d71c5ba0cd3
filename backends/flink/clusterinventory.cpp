// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/clusterinventory.h"

#include "backends/flink/clusterjson.h"
#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/metricjson.h"

#include <QCoreApplication>
#include <QLocale>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct InventoryTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkCluster)
};

using Items = std::vector<InventoryItem>;
using Parts = std::vector<InventoryPart>;

const QString s_taskManagers = u"taskmanagers"_s;
const QString s_jobManager = u"jobmanager"_s;
const QString s_jars = u"jars"_s;
const QStringList s_columnMetrics{u"Status.JVM.CPU.Load"_s, u"Status.JVM.Memory.Heap.Used"_s,
    u"Status.JVM.Threads.Count"_s, u"Status.JVM.GarbageCollector.All.Time"_s};
constexpr size_t s_mostWithMetrics = 60;

QString timeText(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : u"–"_s;
}

/// Figures of a member that its list does not have; the columns stay empty when they cannot be read.
QCoro::Task<QStringList> figures(std::shared_ptr<GatewayClient> client, QString id, CancellationToken token)
{
    QStringList cells{u"–"_s, u"–"_s, u"–"_s, u"–"_s};
    const QString path = api::withMetrics(api::taskManagerPart(id, "metrics"_L1), s_columnMetrics);
    const Result<QByteArray> body = co_await askJobManager(client, path, std::move(token));
    const auto samples = body ? json::metricSamples(*body) : Result<std::vector<MetricSample>>(failure(body.error()));
    if (!samples) {
        co_return cells;
    }
    for (const MetricSample& sample : *samples) {
        const qsizetype at = s_columnMetrics.indexOf(sample.name);
        if (at < 0 || !sample.value) {
            continue;
        }
        const double value = *sample.value;
        cells[at] = at == 0 ? QLocale().toString(value * 100, 'f', 0) + u" %"_s
            : at == 1       ? json::bytesText(qint64(value))
            : at == 2       ? QLocale().toString(qint64(value))
                            : QLocale().toString(value / 1000, 'f', 1) + u" s"_s;
    }
    co_return cells;
}

QCoro::Task<Result<Items>> listTaskManagers(std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::taskManagers(), token);
    if (!body) {
        co_return failure(body.error());
    }
    const Result<std::vector<json::TaskManager>> members = json::taskManagers(*body);
    if (!members) {
        co_return failure(members.error());
    }
    Items items;
    for (const json::TaskManager& each : *members) {
        QStringList more{u"–"_s, u"–"_s, u"–"_s, u"–"_s};
        if (items.size() < s_mostWithMetrics) {
            more = co_await figures(client, each.id, token);
        }
        InventoryItem item{.id = each.id, .name = each.id};
        item.cells = QStringList{each.id, QString::number(each.slotCount), QString::number(each.freeSlots), more[0],
            more[1] + u" / "_s + json::bytesText(each.heapBytes), json::bytesText(each.managedBytes), more[3], more[2],
            timeText(each.lastHeartbeat)};
        items.push_back(std::move(item));
    }
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    co_return items;
}

QCoro::Task<Result<Items>> listJobManager(std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jobManagerOverview(), std::move(token));
    if (!body) {
        co_return failure(body.error());
    }
    const Result<json::ClusterOverview> overview = json::clusterOverview(*body);
    if (!overview) {
        co_return failure(overview.error());
    }
    InventoryItem item{.id = s_jobManager, .name = InventoryTexts::tr("JobManager")};
    item.cells = QStringList{item.name, overview->version, QString::number(overview->taskManagers),
        QString::number(overview->slotsTotal), QString::number(overview->jobsRunning)};
    co_return Items{std::move(item)};
}

QCoro::Task<Result<Items>> listJars(std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jars(), std::move(token));
    if (!body) {
        Error error = body.error();
        if (error.httpStatus == 404) {
            error.kind = ErrorKind::Unsupported;
            error.message = InventoryTexts::tr("This cluster takes no jars: web.submit.enable is false.");
        }
        co_return failure(std::move(error));
    }
    const Result<std::vector<json::Jar>> jars = json::jars(*body);
    if (!jars) {
        co_return failure(jars.error());
    }
    Items items;
    for (const json::Jar& jar : *jars) {
        InventoryItem item{.id = jar.id, .name = jar.name};
        item.cells = QStringList{jar.name, timeText(jar.uploadedAt), jar.entryClasses.join(u", "_s)};
        item.actions = QStringList{u"run"_s, u"plan"_s, u"delete"_s};
        items.push_back(std::move(item));
    }
    co_return items;
}

TextTable metricTable(const std::vector<MetricSample>& samples)
{
    TextTable table{.columns = {InventoryTexts::tr("Metric"), InventoryTexts::tr("Value")}};
    for (const MetricSample& sample : samples) {
        table.rows.push_back({sample.name, sample.text});
    }
    return table;
}

/// All metrics of a member.
QCoro::Task<TextTable> allMetrics(std::shared_ptr<GatewayClient> client, QString path, CancellationToken token)
{
    const Result<QByteArray> list = co_await askJobManager(client, path, token);
    const QStringList names = list ? json::metricNames(*list).value_or(QStringList()) : QStringList();
    if (names.isEmpty()) {
        co_return metricTable({});
    }
    const QString valuesPath = api::withMetrics(path, names);
    const Result<QByteArray> body = co_await askJobManager(client, valuesPath, token);
    const auto samples =
        body ? json::metricSamples(*body).value_or(std::vector<MetricSample>()) : std::vector<MetricSample>();
    co_return metricTable(samples);
}

QCoro::Task<Result<Parts>> taskManagerParts(std::shared_ptr<GatewayClient> client, QString id, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::taskManagerPart(id, ""_L1), token);
    if (!body) {
        Error error = body.error();
        if (error.httpStatus == 404) {
            error.message = InventoryTexts::tr("TaskManager %1 left the cluster.").arg(id);
        }
        co_return failure(std::move(error));
    }
    const Result<std::vector<NamedText>> facts = json::taskManagerFacts(*body);
    if (!facts) {
        co_return failure(facts.error());
    }
    Parts parts;
    parts.push_back({InventoryTexts::tr("Overview"), *facts, {}});
    TextTable metrics = co_await allMetrics(client, api::taskManagerPart(id, "metrics"_L1), token);
    parts.push_back({InventoryTexts::tr("Metrics"), std::move(metrics), {}});
    const QString dumpPath = api::taskManagerPart(id, "thread-dump"_L1);
    const Result<QByteArray> dump = co_await askJobManager(client, dumpPath, token);
    const Result<QString> threads = dump ? json::threadDump(*dump) : Result<QString>(failure(dump.error()));
    parts.push_back({InventoryTexts::tr("Threads"), threads ? *threads : threads.error().message, u"text"_s});
    co_return parts;
}

QCoro::Task<Result<Parts>> jobManagerParts(std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    const Result<QByteArray> overview = co_await askJobManager(client, api::jobManagerOverview(), token);
    if (!overview) {
        co_return failure(overview.error());
    }
    Parts parts;
    std::vector<NamedText> facts = json::facts(*overview).value_or(std::vector<NamedText>());
    const Result<QByteArray> config = co_await askJobManager(client, api::jobManagerConfig(), token);
    if (config) {
        const auto more = json::facts(*config).value_or(std::vector<NamedText>());
        facts.insert(facts.end(), more.begin(), more.end());
    }
    parts.push_back({InventoryTexts::tr("Overview"), std::move(facts), {}});
    const Result<QByteArray> settings = co_await askJobManager(client, api::jobManagerPart("config"_L1), token);
    if (settings) {
        parts.push_back({InventoryTexts::tr("Configuration"),
            json::configuration(*settings).value_or(std::vector<NamedText>()), {}});
    }
    const Result<QByteArray> env = co_await askJobManager(client, api::jobManagerPart("environment"_L1), token);
    if (env) {
        const json::Environment known = json::environment(*env).value_or(json::Environment());
        parts.push_back({InventoryTexts::tr("Environment"), known.jvm, {}});
        parts.push_back({InventoryTexts::tr("Class path"), known.classPath, u"text"_s});
    }
    TextTable metrics = co_await allMetrics(client, api::jobManagerPart("metrics"_L1), token);
    parts.push_back({InventoryTexts::tr("Metrics"), std::move(metrics), {}});
    const Result<QByteArray> dump = co_await askJobManager(client, api::jobManagerPart("thread-dump"_L1), token);
    if (dump) {
        parts.push_back({InventoryTexts::tr("Threads"), json::threadDump(*dump).value_or(QString()), u"text"_s});
    }
    co_return parts;
}

QCoro::Task<Result<Parts>> jarParts(std::shared_ptr<GatewayClient> client, QString id, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jars(), std::move(token));
    const auto jars = body ? json::jars(*body) : Result<std::vector<json::Jar>>(failure(body.error()));
    if (!jars) {
        co_return failure(jars.error());
    }
    for (const json::Jar& jar : *jars) {
        if (jar.id == id) {
            std::vector<NamedText> facts{{InventoryTexts::tr("Name"), jar.name}, {InventoryTexts::tr("Id"), jar.id},
                {InventoryTexts::tr("Uploaded"), timeText(jar.uploadedAt)},
                {InventoryTexts::tr("Entry classes"), jar.entryClasses.join(u", "_s)}};
            Parts parts;
            parts.push_back({InventoryTexts::tr("Overview"), std::move(facts), {}});
            co_return parts;
        }
    }
    co_return failure(Error{.kind = ErrorKind::Http,
        .message = InventoryTexts::tr("The cluster does not have this jar any more."),
        .httpStatus = 404});
}

tl::unexpected<Error> unknownKind(const QString& kind)
{
    return failure(ErrorKind::Usage, InventoryTexts::tr("A Flink cluster has no %1.").arg(kind));
}

} // namespace

FlinkInventory::FlinkInventory(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

std::vector<InventoryKind> FlinkInventory::kinds() const
{
    std::vector<InventoryKind> kinds;
    kinds.push_back({.id = s_taskManagers,
        .title = InventoryTexts::tr("TaskManagers"),
        .columns = {InventoryTexts::tr("TaskManager"), InventoryTexts::tr("Slots"), InventoryTexts::tr("Free"),
            InventoryTexts::tr("CPU"), InventoryTexts::tr("Heap"), InventoryTexts::tr("Managed memory"),
            InventoryTexts::tr("GC time"), InventoryTexts::tr("Threads"), InventoryTexts::tr("Last heartbeat")},
        .emptyText = InventoryTexts::tr("No TaskManager is registered: jobs cannot run until one starts.")});
    kinds.push_back({.id = s_jobManager,
        .title = InventoryTexts::tr("JobManager"),
        .columns = {InventoryTexts::tr("JobManager"), InventoryTexts::tr("Version"), InventoryTexts::tr("TaskManagers"),
            InventoryTexts::tr("Slots"), InventoryTexts::tr("Jobs running")}});
    kinds.push_back({.id = s_jars,
        .title = InventoryTexts::tr("Jars"),
        .columns = {InventoryTexts::tr("Name"), InventoryTexts::tr("Uploaded"), InventoryTexts::tr("Entry classes")},
        .actions = jarActions(),
        .emptyText = InventoryTexts::tr("No jar has been uploaded yet.")});
    return kinds;
}

QCoro::Task<Result<Items>> FlinkInventory::items(QString kind, QString, CancellationToken token)
{
    if (kind == s_taskManagers) {
        return listTaskManagers(m_client, std::move(token));
    }
    if (kind == s_jobManager) {
        return listJobManager(m_client, std::move(token));
    }
    if (kind == s_jars) {
        return listJars(m_client, std::move(token));
    }
    return [](QString unknown) -> QCoro::Task<Result<Items>> { co_return unknownKind(unknown); }(std::move(kind));
}

QCoro::Task<Result<Parts>> FlinkInventory::detail(QString kind, QString itemId, CancellationToken token)
{
    if (kind == s_taskManagers) {
        return taskManagerParts(m_client, std::move(itemId), std::move(token));
    }
    if (kind == s_jobManager) {
        return jobManagerParts(m_client, std::move(token));
    }
    if (kind == s_jars) {
        return jarParts(m_client, std::move(itemId), std::move(token));
    }
    return [](QString unknown) -> QCoro::Task<Result<Parts>> { co_return unknownKind(unknown); }(std::move(kind));
}

QCoro::Task<Result<InventoryOutcome>> FlinkInventory::act(QString kind, QString action, QStringList itemIds,
    FormValues values, ProgressObserver progress, CancellationToken token)
{
    if (kind != s_jars) {
        return [](QString unknown) -> QCoro::Task<Result<InventoryOutcome>> { co_return unknownKind(unknown); }(
                                       std::move(kind));
    }
    return actOnJars(
        m_client, std::move(action), std::move(itemIds), std::move(values), std::move(progress), std::move(token));
}

} // namespace millrace::flink
