// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/seatunneltest.h"

#include "backends/http/addresstest.h"
#include "backends/http/httperrors.h"
#include "backends/seatunnel/zetaclusterjson.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobjson.h"
#include "backends/seatunnel/zetajobs.h"

#include <QCoreApplication>

#include <array>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct ZetaTestTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelTest)
};

/// A harmless call that only some versions have.
struct OptionalCall {
    QString title;
    ZetaCall call;
    QString since;
};

std::vector<OptionalCall> optionalCalls(Dialect dialect)
{
    const auto get = [](const QString& path, const QByteArray& accept = "application/json") {
        return ZetaCall{.path = path, .accept = accept};
    };
    const QString metrics = dialect == Dialect::V1 ? u"/hazelcast/rest/instance/metrics"_s : u"metrics"_s;
    return {
        {ZetaTestTexts::tr("Thread dumps"), get(u"thread-dump"_s), u"2.3.8"_s},
        {ZetaTestTexts::tr("Telemetry"), get(metrics, "text/plain"), u"2.3.8"_s},
        {ZetaTestTexts::tr("Logs"), get(u"get-all-log-name"_s), u"2.3.9"_s},
        {ZetaTestTexts::tr("Checkpoints"), get(u"jobs/checkpoints/1"_s), ZetaTestTexts::tr("2.3.13, in REST v2")},
        {ZetaTestTexts::tr("Waiting jobs"), get(u"pending-jobs"_s), ZetaTestTexts::tr("2.3.13, in REST v2")},
    };
}

QString detailOf(const json::Overview& overview, const ServerInfo& server)
{
    return u"%1 · %2 · %3"_s.arg(server.text(),
        ZetaTestTexts::tr("%n worker(s)", nullptr, overview.counts.value(u"workers"_s).toInt()),
        ZetaTestTexts::tr("%n job(s) running", nullptr, overview.counts.value(u"runningJobs"_s).toInt()));
}

QCoro::Task<bool> tryServer(TestRun& run, std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    run.begin();
    const Result<ServerInfo> server = co_await findServer(client, true, token);
    const QString title = ZetaTestTexts::tr("SeaTunnel");
    if (!server) {
        run.fail(title, server.error());
        co_return false;
    }
    ZetaCall call{.path = u"overview"_s};
    const Result<QByteArray> body = co_await ask(client, call, token);
    const auto overview = body ? json::overview(*body) : Result<json::Overview>(failure(body.error()));
    if (!overview) {
        run.end(title, server->text());
        co_return true;
    }
    const bool hasWorkers = overview->counts.value(u"workers"_s) != "0"_L1;
    const QString detail = detailOf(*overview, *server);
    run.end(title, hasWorkers ? detail : detail + u" · "_s + ZetaTestTexts::tr("no worker: jobs cannot run"),
        hasWorkers ? TestStep::State::Ok : TestStep::State::Warning);
    co_return true;
}

QCoro::Task<bool> tryJobs(TestRun& run, std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    run.begin();
    QStringList warnings;
    const JobQuery query;
    const auto jobs = co_await readJobs(client, query, &warnings, token);
    const QString title = ZetaTestTexts::tr("List the jobs");
    if (!jobs) {
        run.fail(title, jobs.error());
        co_return false;
    }
    const QString count = ZetaTestTexts::tr("%n job(s)", nullptr, int(jobs->size()));
    const QString zone = ZetaTestTexts::tr("times in %1").arg(client->zoneText());
    run.end(title, warnings.isEmpty() ? count + u" · "_s + zone : warnings.first(),
        warnings.isEmpty() ? TestStep::State::Ok : TestStep::State::Warning);
    co_return true;
}

/// What this server lacks, each with the version that brought it.
QCoro::Task<void> tryOptional(TestRun& run, std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    run.begin();
    QStringList missing;
    for (const OptionalCall& each : optionalCalls(client->server()->dialect)) {
        const Result<HttpResponse> answer = co_await send(client, each.call, token);
        bool has = answer && answer->status == 200;
        if (has && each.call.accept == "text/plain") {
            has = json::prometheus(answer->body).has_value();
        }
        if (!has) {
            missing.append(each.title);
        }
        run.can(each.title, has, ZetaTestTexts::tr("needs SeaTunnel %1").arg(each.since));
    }
    run.end(ZetaTestTexts::tr("What this version can do"),
        missing.isEmpty() ? ZetaTestTexts::tr("everything")
                          : ZetaTestTexts::tr("without: %1").arg(missing.join(u", "_s)));
}

QCoro::Task<void> tryAddress(TestRun& run, std::shared_ptr<ZetaClient> client, Dialect dialect, CancellationToken token)
{
    const QUrl address = client->address(dialect);
    if (!address.isEmpty()) {
        const HttpSettings settings = client->http(dialect).settings();
        co_await testAddress(run, settings, address, token);
    }
}

} // namespace

QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<ZetaClient> client, std::function<void(const TestStep&)> observer, CancellationToken token)
{
    TestRun run(std::move(observer));
    const bool both = client->address(Dialect::V1) != client->address(Dialect::V2);
    co_await tryAddress(run, client, Dialect::V2, token);
    if (both) {
        co_await tryAddress(run, client, Dialect::V1, token);
    }
    const bool answers = co_await tryServer(run, client, token);
    bool hasJobs = false;
    if (answers) {
        hasJobs = co_await tryJobs(run, client, token);
    } else {
        run.skip(ZetaTestTexts::tr("List the jobs"), ZetaTestTexts::tr("not tried"));
    }
    const QString why = ZetaTestTexts::tr("needs a SeaTunnel that answers");
    run.can(ZetaTestTexts::tr("Jobs"), hasJobs, why);
    run.can(ZetaTestTexts::tr("Submit"), hasJobs, why);
    run.can(ZetaTestTexts::tr("Savepoints"), hasJobs, why);
    run.can(ZetaTestTexts::tr("System monitoring"), hasJobs, why);
    if (hasJobs) {
        co_await tryOptional(run, client, token);
    }
    if (token.isCancelled()) {
        co_return run.finish(ZetaTestTexts::tr("The test was cancelled."), {});
    }
    const QString advice = ZetaTestTexts::tr("Correct what the first failed step says, then test again.");
    co_return hasJobs ? run.finish(ZetaTestTexts::tr("Jobs work, over REST %1.").arg(toId(client->server()->dialect)),
        run.hasFailed() ? advice : QString())
                      : run.finish(ZetaTestTexts::tr("This connection does not work yet."), advice);
}

} // namespace millrace::seatunnel
