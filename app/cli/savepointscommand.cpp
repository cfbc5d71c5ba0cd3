// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/savepointscommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/joboutput.h"
#include "app/cli/ledgeraccess.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "core/connection.h"
#include "core/jobmonitor.h"
#include "storage/savepointledger.h"

#include <QCoreApplication>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SavepointsCommand)
};

/// The jobs to ask the server about: the one that was named, or all that live.
QCoro::Task<Result<std::vector<JobSummary>>> jobsToAsk(
    std::shared_ptr<Connection> connection, QString jobId, CancellationToken token)
{
    std::vector<JobSummary> jobs;
    if (!connection->jobMonitor()) {
        if (!jobId.isEmpty()) {
            jobs.push_back({.id = jobId});
        }
        co_return jobs;
    }
    const auto list = co_await connection->jobMonitor()->jobs({}, token);
    if (!list) {
        co_return failure(list.error());
    }
    for (const JobSummary& job : list->jobs) {
        if (jobId.isEmpty() ? !isFinal(job.state) : job.id == jobId) {
            jobs.push_back(job);
        }
    }
    if (jobs.empty() && !jobId.isEmpty()) {
        jobs.push_back({.id = jobId});
    }
    co_return jobs;
}

/// Writes into the ledger what the server knows.
QCoro::Task<Result<void>> learnFromServer(
    std::shared_ptr<Connection> connection, SavepointLedger& ledger, QString jobId, CancellationToken token)
{
    Savepoints* savepoints = connection->savepoints();
    if (!savepoints || !savepoints->limits().listUnsupported.isEmpty()) {
        co_return Result<void>();
    }
    const auto jobs = co_await jobsToAsk(connection, jobId, token);
    if (!jobs) {
        co_return failure(jobs.error());
    }
    std::vector<LedgerEntry> entries;
    for (const JobSummary& job : *jobs) {
        const auto listed = co_await savepoints->savepoints(job.id, token);
        if (!listed) {
            co_return failure(listed.error());
        }
        for (const SavepointInfo& info : *listed) {
            LedgerEntry entry = ledgerEntry(info, connection->profile(), job.name);
            if (entry.jobId.isEmpty()) {
                entry.jobId = job.id;
            }
            entries.push_back(entry);
        }
    }
    co_return ledger.recordAll(entries);
}

QCoro::Task<int> learnFrom(
    Target target, SavepointLedger& ledger, QString jobId, const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    const auto learned = co_await learnFromServer(*connection, ledger, jobId, token);
    co_return learned ? int(Done) : failWith(learned.error());
}

QCoro::Task<int> listSavepoints(std::optional<Target> target, LedgerFilter filter, bool asJson,
    const BackendRegistry& backends, CancellationToken token)
{
    auto opened = OpenLedger::open();
    if (!opened) {
        co_return failWith(opened.error());
    }
    int status = Done;
    if (target) {
        // The ledger is there although the server may not be.
        status = co_await learnFrom(*target, *opened->ledger, filter.jobId, backends, token);
        if (token.isCancelled()) {
            co_return Cancelled;
        }
    }
    auto entries = opened->ledger->entries(filter);
    if (!entries) {
        co_return failWith(entries.error());
    }
    if (target && target->profile.id.isEmpty()) {
        std::erase_if(*entries, [&](const LedgerEntry& entry) {
            return !entry.connectionId.isEmpty() || entry.connectionName != target->profile.name;
        });
    }
    const int printed = printText(asJson ? ledgerAsJson(*entries) : ledgerAsTable(*entries));
    co_return status == Done ? printed : status;
}

int list(const QStringList& arguments, const BackendRegistry& backends)
{
    const QString command = u"savepoints"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Lists the savepoints and kept checkpoints of the ledger. With a "
                                               "connection its server is asked first, and what "
                                               "it knows of living jobs goes into the ledger.\n"
                                               "millrace savepoints dispose LOCATION  deletes one on the server\n"
                                               "millrace savepoints export FILE       writes the ledger as JSON\n"
                                               "millrace savepoints import FILE       adds what such a file holds"));
    addTargetOptions(parser, backends);
    parser.addOption({u"job"_s, Texts::tr("Only those of this job."), u"ID"_s});
    parser.addOption({u"format"_s, Texts::tr("table or json."), u"table|json"_s, u"table"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, command, u"format"_s, {u"table"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrongUsage(
            command, Texts::tr("“savepoints %1” is not known.").arg(parser.positionalArguments().constFirst()));
    }
    LedgerFilter filter;
    filter.jobId = parser.value(u"job"_s);
    std::optional<Target> target;
    if (namesTarget(parser)) {
        auto chosen = targetFrom(parser, backends);
        if (!chosen) {
            return failWith(chosen.error());
        }
        filter.connectionId = chosen->profile.id;
        filter.system = chosen->profile.system;
        target = std::move(*chosen);
    }
    return runTask(
        [&](CancellationToken token) { return listSavepoints(target, filter, *format == u"json", backends, token); });
}

/// The entries of this place that the connection has.
std::vector<LedgerEntry> entriesOf(SavepointLedger& ledger, const Target& target, const QString& location)
{
    auto entries = ledger.entries({.system = target.profile.system, .text = location});
    if (!entries) {
        return {};
    }
    std::erase_if(*entries, [&](const LedgerEntry& entry) {
        return entry.location != location || entry.connectionId != target.profile.id
            || (entry.connectionId.isEmpty() && entry.connectionName != target.profile.name);
    });
    return *entries;
}

QCoro::Task<int> disposeSavepoint(
    Target target, QString location, bool force, const BackendRegistry& backends, CancellationToken token)
{
    auto opened = OpenLedger::open();
    const std::vector<LedgerEntry> entries =
        opened ? entriesOf(*opened->ledger, target, location) : std::vector<LedgerEntry>();
    if (!force && std::ranges::any_of(entries, &LedgerEntry::pinned)) {
        complain(Texts::tr("This savepoint is pinned: unpin it in the window, or give --force."));
        co_return Usage;
    }
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    Savepoints* savepoints = (*connection)->savepoints();
    const QString limit = savepoints ? savepoints->limits().disposeUnsupported
                                     : Texts::tr("%1 has no savepoints.").arg(target.profile.name);
    if (!limit.isEmpty()) {
        complain(limit);
        co_return Usage;
    }
    const auto disposed = co_await savepoints->dispose(location, token);
    if (!disposed) {
        co_return failWith(disposed.error());
    }
    for (const LedgerEntry& entry : entries) {
        if (const auto kept = opened->ledger->setState(entry.id, LedgerEntry::State::Disposed); !kept) {
            complain(kept.error());
        }
    }
    co_return Done;
}

int dispose(const QStringList& arguments, const BackendRegistry& backends)
{
    const QString command = u"savepoints dispose"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Deletes a savepoint on the server and notes that in the ledger."));
    parser.addPositionalArgument(u"LOCATION"_s, Texts::tr("The savepoint."));
    addTargetOptions(parser, backends);
    parser.addOption({u"force"_s, Texts::tr("Also when it is pinned.")});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(command, Texts::tr("Give the LOCATION of one savepoint."));
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    if (target->profile.readOnly) {
        complain(Texts::tr("The connection %1 is read-only: it deletes no savepoints.").arg(target->profile.name));
        return Usage;
    }
    return runTask([&](CancellationToken token) {
        return disposeSavepoint(
            *target, parser.positionalArguments().constFirst(), parser.isSet(u"force"_s), backends, token);
    });
}

int exchange(const QStringList& arguments, bool imports)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(imports ? Texts::tr("Adds the savepoints of an exported ledger to this one.")
                                             : Texts::tr("Writes the ledger as JSON."));
    parser.addPositionalArgument(u"FILE"_s, Texts::tr("The file."));
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(arguments.constFirst(), Texts::tr("Give one FILE."));
    }
    auto opened = OpenLedger::open();
    if (!opened) {
        return failWith(opened.error());
    }
    const QString file = parser.positionalArguments().constFirst();
    if (!imports) {
        const auto written = opened->ledger->exportJson(file);
        return written ? int(Done) : failWith(written.error());
    }
    const auto read = opened->ledger->importJson(file);
    if (!read) {
        return failWith(read.error());
    }
    note(Texts::tr("%n savepoint(s) were read.", nullptr, *read));
    return Done;
}

} // namespace

int savepointsCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    const QString verb = arguments.value(1);
    // The first word names the command in messages.
    const QStringList rest = QStringList{u"savepoints "_s + verb} + arguments.mid(2);
    if (verb == u"dispose") {
        return dispose(rest, backends);
    }
    if (verb == u"export" || verb == u"import") {
        return exchange(rest, verb == u"import");
    }
    return list(arguments, backends);
}

} // namespace millrace::cli
