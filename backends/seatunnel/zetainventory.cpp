// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetainventory.h"

#include "backends/seatunnel/zetaactions.h"
#include "backends/seatunnel/zetaclusterjson.h"
#include "backends/seatunnel/zetajobs.h"
#include "backends/seatunnel/zetavalues.h"
#include "backends/seatunnel/zetawatch.h"

#include <QLocale>

#include <algorithm>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct InventoryTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelInventory)
};

using Items = Result<std::vector<InventoryItem>>;
using Parts = Result<std::vector<InventoryPart>>;

QCoro::Task<Result<QByteArray>> get(std::shared_ptr<ZetaClient> client, QString path, CancellationToken token)
{
    ZetaCall call{.path = std::move(path)};
    return ask(std::move(client), std::move(call), std::move(token));
}

QStringList memberCells(const json::Member& member)
{
    const auto figure = [&](QLatin1StringView name) { return member.figure(name); };
    return {member.address, member.isMaster ? InventoryTexts::tr("master") : InventoryTexts::tr("member"),
        figure("load.process"_L1), figure("load.system"_L1), figure("heap.memory.used"_L1),
        figure("heap.memory.max"_L1), figure("heap.memory.used/max"_L1), figure("thread.count"_L1),
        u"%1 · %2"_s.arg(figure("minor.gc.count"_L1), figure("minor.gc.time"_L1)),
        u"%1 · %2"_s.arg(figure("major.gc.count"_L1), figure("major.gc.time"_L1))};
}

QCoro::Task<Items> memberItems(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await get(client, u"system-monitoring-information"_s, token);
    const auto members = body ? json::members(*body) : Result<std::vector<json::Member>>(failure(body.error()));
    if (!members) {
        co_return failure(members.error());
    }
    std::vector<InventoryItem> items;
    for (const json::Member& member : *members) {
        items.push_back({.id = member.address, .name = member.address, .cells = memberCells(member)});
    }
    co_return items;
}

/// A title for a figure's group: what stands before its first dot.
QString groupTitle(const QString& group)
{
    static const QMap<QString, QString> s_titles{{u"heap"_s, InventoryTexts::tr("Heap")},
        {u"physical"_s, InventoryTexts::tr("Memory")}, {u"swap"_s, InventoryTexts::tr("Memory")},
        {u"minor"_s, InventoryTexts::tr("Garbage collection")}, {u"major"_s, InventoryTexts::tr("Garbage collection")},
        {u"load"_s, InventoryTexts::tr("Load")}, {u"thread"_s, InventoryTexts::tr("Threads")},
        {u"executor"_s, InventoryTexts::tr("Queues")}, {u"event"_s, InventoryTexts::tr("Queues")}};
    return s_titles.value(group, InventoryTexts::tr("Member"));
}

QCoro::Task<Parts> memberDetail(std::shared_ptr<ZetaClient> client, QString address, CancellationToken token)
{
    const Result<QByteArray> body = co_await get(client, u"system-monitoring-information"_s, token);
    const auto members = body ? json::members(*body) : Result<std::vector<json::Member>>(failure(body.error()));
    if (!members) {
        co_return failure(members.error());
    }
    const auto member = std::ranges::find(*members, address, &json::Member::address);
    if (member == members->end()) {
        co_return failure(Error{.kind = ErrorKind::Http,
            .message = InventoryTexts::tr("The member %1 has left the cluster.").arg(address),
            .httpStatus = 404});
    }
    std::vector<InventoryPart> parts;
    for (const NamedText& figure : member->figures) {
        const QString title = groupTitle(figure.name.section(u'.', 0, 0));
        auto part = std::ranges::find(parts, title, &InventoryPart::title);
        if (part == parts.end()) {
            part = parts.insert(parts.end(), {title, std::vector<NamedText>(), {}});
        }
        std::get<std::vector<NamedText>>(part->content).push_back(figure);
    }
    co_return parts;
}

QCoro::Task<Result<std::vector<NamedText>>> overviewFacts(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await get(client, u"overview"_s, token);
    const auto overview = body ? json::overview(*body) : Result<json::Overview>(failure(body.error()));
    if (!overview) {
        co_return failure(overview.error());
    }
    std::vector<NamedText> facts{{u"projectVersion"_s, overview->version}, {u"gitCommitAbbrev"_s, overview->commit}};
    for (auto it = overview->counts.begin(); it != overview->counts.end(); ++it) {
        facts.push_back({it.key(), it.value()});
    }
    co_return facts;
}

QCoro::Task<Items> overviewItems(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const auto facts = co_await overviewFacts(client, token);
    if (!facts) {
        co_return failure(facts.error());
    }
    std::vector<InventoryItem> items;
    for (const NamedText& fact : *facts) {
        items.push_back({.id = fact.name, .name = fact.name, .cells = {fact.name, fact.value}});
    }
    co_return items;
}

/// The dump, which holds stacks; before 2.3.8 the plain list.
QCoro::Task<Result<std::vector<json::Thread>>> readThreads(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    Result<QByteArray> body = co_await get(client, u"thread-dump"_s, token);
    if (!body && body.error().kind == ErrorKind::Unsupported) {
        body = co_await get(client, u"running-threads"_s, token);
    }
    co_return body ? json::threads(*body) : Result<std::vector<json::Thread>>(failure(body.error()));
}

QString threadId(const json::Thread& thread)
{
    return thread.id.isEmpty() ? thread.name : thread.id;
}

QCoro::Task<Items> threadItems(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const auto threads = co_await readThreads(client, token);
    if (!threads) {
        co_return failure(threads.error());
    }
    std::vector<InventoryItem> items;
    for (const json::Thread& thread : *threads) {
        const QString top = thread.stack.section(u'\n', 0, 0);
        items.push_back({.id = threadId(thread),
            .name = thread.name,
            .cells = {thread.name, thread.state, thread.id, top.isEmpty() ? thread.classLoader : top}});
    }
    co_return items;
}

QCoro::Task<Parts> threadDetail(std::shared_ptr<ZetaClient> client, QString id, CancellationToken token)
{
    const auto threads = co_await readThreads(client, token);
    if (!threads) {
        co_return failure(threads.error());
    }
    const auto thread = std::ranges::find(*threads, id, threadId);
    if (thread == threads->end()) {
        co_return failure(
            Error{.kind = ErrorKind::Http, .message = InventoryTexts::tr("This thread has ended."), .httpStatus = 404});
    }
    std::vector<InventoryPart> parts;
    parts.push_back(
        {InventoryTexts::tr("Stack"), thread->stack.isEmpty() ? thread->classLoader : thread->stack, u"log"_s});
    co_return parts;
}

QCoro::Task<Result<std::vector<json::PendingJob>>> readPending(
    std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await get(client, u"pending-jobs"_s, token);
    if (!body && body.error().kind == ErrorKind::Unsupported) {
        co_return failure(ErrorKind::Unsupported,
            InventoryTexts::tr(
                "This server does not tell its waiting jobs: SeaTunnel does from 2.3.13 on, in REST v2."));
    }
    co_return body ? json::pendingJobs(*body) : Result<std::vector<json::PendingJob>>(failure(body.error()));
}

QCoro::Task<Items> pendingItems(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const auto pending = co_await readPending(client, token);
    if (!pending) {
        co_return failure(pending.error());
    }
    std::vector<InventoryItem> items;
    for (const json::PendingJob& job : *pending) {
        const QString waited = job.waitedMs < 0 ? QString() : InventoryTexts::tr("%1 s").arg(job.waitedMs / 1000);
        items.push_back({.id = job.id,
            .name = job.name,
            .cells = {job.id, job.name, waited, job.reason, job.blockedBy.join(u", "_s)},
            .state = JobState::Pending});
    }
    co_return items;
}

QCoro::Task<Parts> pendingDetail(std::shared_ptr<ZetaClient> client, QString id, CancellationToken token)
{
    const auto pending = co_await readPending(client, token);
    if (!pending) {
        co_return failure(pending.error());
    }
    std::vector<InventoryPart> parts;
    const auto job = std::ranges::find(*pending, id, &json::PendingJob::id);
    if (job != pending->end()) {
        parts.push_back({InventoryTexts::tr("Why it waits"), job->facts, {}});
    }
    co_return parts;
}

QCoro::Task<Items> runningItems(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    QStringList warnings;
    const JobQuery query{.state = JobState::Running};
    const auto jobs = co_await readJobs(client, query, &warnings, token);
    if (!jobs) {
        co_return failure(jobs.error());
    }
    std::vector<InventoryItem> items;
    for (const json::Job& job : *jobs) {
        items.push_back({.id = job.id,
            .name = job.name,
            .cells = {job.id, job.name, job.status, job.createTime},
            .state = json::stateOf(job.status),
            .actions = {u"stop"_s, u"stop-savepoint"_s}});
    }
    co_return items;
}

QCoro::Task<Items> logItems(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    ZetaLogs logs(client);
    const auto sources = co_await logs.sources({}, token);
    if (!sources) {
        co_return failure(sources.error());
    }
    std::vector<InventoryItem> items;
    for (const LogSource& source : *sources) {
        items.push_back({.id = source.id, .name = source.title, .cells = {source.title, source.group}});
    }
    co_return items;
}

QCoro::Task<Parts> logDetail(std::shared_ptr<ZetaClient> client, QString id, CancellationToken token)
{
    ZetaLogs logs(client);
    const LogSource source{.id = id};
    const auto chunk = co_await logs.read(source, 0, 0, token);
    if (!chunk) {
        co_return failure(chunk.error());
    }
    std::vector<InventoryPart> parts;
    parts.push_back({InventoryTexts::tr("Log"), QString::fromUtf8(chunk->bytes), u"log"_s});
    co_return parts;
}

InventoryKind jobsKind()
{
    return {.id = u"running"_s,
        .title = InventoryTexts::tr("Running jobs"),
        .columns = {InventoryTexts::tr("Id"), InventoryTexts::tr("Name"), InventoryTexts::tr("State"),
            InventoryTexts::tr("Created (server's zone)")},
        .actions = actions::ofJobs(),
        .emptyText = InventoryTexts::tr("No job runs.")};
}

} // namespace

std::vector<InventoryKind> ZetaInventory::kinds() const
{
    return {{.id = u"members"_s,
                .title = tr("Members"),
                .columns = {tr("Member"), tr("Role"), tr("CPU (process)"), tr("CPU (system)"), tr("Heap used"),
                    tr("Heap limit"), tr("Heap"), tr("Threads"), tr("Minor GC"), tr("Major GC")},
                .actions = actions::ofMembers(),
                .emptyText = tr("The cluster has no members.")},
        {.id = u"overview"_s,
            .title = tr("Overview"),
            .columns = {tr("Name"), tr("Value")},
            .emptyText = tr("The server tells nothing about itself.")},
        jobsKind(),
        {.id = u"pending"_s,
            .title = tr("Waiting jobs"),
            .columns = {tr("Id"), tr("Name"), tr("Waits"), tr("Reason"), tr("Blocked by")},
            .emptyText = tr("No job waits for slots.")},
        {.id = u"threads"_s,
            .title = tr("Threads"),
            .columns = {tr("Name"), tr("State"), tr("Id"), tr("Stands in")},
            .emptyText = tr("The server tells no threads.")},
        {.id = u"logs"_s,
            .title = tr("Log files"),
            .columns = {tr("Name"), tr("Node")},
            .emptyText = tr("The server has no log files.")},
        {.id = u"encryption"_s,
            .title = tr("Encryption"),
            .columns = {tr("Name")},
            .actions = actions::ofEncryption(),
            .emptyText = tr("Nothing is kept here: Encrypt shows a job with its secrets encrypted.")}};
}

QCoro::Task<Items> ZetaInventory::items(QString kind, QString, CancellationToken token)
{
    if (kind == "members"_L1) {
        return memberItems(m_client, std::move(token));
    }
    if (kind == "overview"_L1) {
        return overviewItems(m_client, std::move(token));
    }
    if (kind == "running"_L1) {
        return runningItems(m_client, std::move(token));
    }
    if (kind == "pending"_L1) {
        return pendingItems(m_client, std::move(token));
    }
    if (kind == "threads"_L1) {
        return threadItems(m_client, std::move(token));
    }
    if (kind == "logs"_L1) {
        return logItems(m_client, std::move(token));
    }
    return []() -> QCoro::Task<Items> { co_return std::vector<InventoryItem>(); }();
}

QCoro::Task<Parts> ZetaInventory::detail(QString kind, QString itemId, CancellationToken token)
{
    if (kind == "members"_L1) {
        return memberDetail(m_client, std::move(itemId), std::move(token));
    }
    if (kind == "pending"_L1) {
        return pendingDetail(m_client, std::move(itemId), std::move(token));
    }
    if (kind == "threads"_L1) {
        return threadDetail(m_client, std::move(itemId), std::move(token));
    }
    if (kind == "logs"_L1) {
        return logDetail(m_client, std::move(itemId), std::move(token));
    }
    return []() -> QCoro::Task<Parts> { co_return std::vector<InventoryPart>(); }();
}

QCoro::Task<Result<InventoryOutcome>> ZetaInventory::act(
    QString, QString action, QStringList itemIds, FormValues values, ProgressObserver progress, CancellationToken token)
{
    return actions::run(
        m_client, std::move(action), std::move(itemIds), std::move(values), std::move(progress), std::move(token));
}

} // namespace millrace::seatunnel
