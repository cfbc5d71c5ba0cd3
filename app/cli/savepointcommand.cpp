// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/savepointcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/ledgeraccess.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "core/connection.h"
#include "core/jobmonitor.h"
#include "storage/savepointledger.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("savepoint");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SavepointCommand)
};

/// Why this system cannot do what is asked; empty when it can.
QString limitOf(const SavepointLimits& limits, const SavepointRequest& request)
{
    if (!request.stop && !limits.takeUnsupported.isEmpty()) {
        return limits.takeUnsupported;
    }
    if (request.stop && !limits.stopUnsupported.isEmpty()) {
        return limits.stopUnsupported;
    }
    if (!request.target.isEmpty() && !limits.targetUnsupported.isEmpty()) {
        return limits.targetUnsupported;
    }
    if (request.drain && !limits.drainUnsupported.isEmpty()) {
        return limits.drainUnsupported;
    }
    return request.format == SavepointFormat::Default ? QString() : limits.formatUnsupported;
}

/// What the ledger says of the job beside its id: known while the server still lists it.
struct JobFacts {
    QString name;
    QString sql;
};

QCoro::Task<JobFacts> factsOf(std::shared_ptr<Connection> connection, QString jobId, CancellationToken token)
{
    if (!connection->jobMonitor()) {
        co_return JobFacts();
    }
    const auto detail = co_await connection->jobMonitor()->job(jobId, token);
    JobFacts facts;
    if (detail) {
        facts.name = detail->summary.name;
        facts.sql = detail->sql;
    }
    co_return facts;
}

/// The savepoint is taken, whatever happens to the ledger: that is told and no failure.
void writeDown(const SavepointInfo& info, const ConnectionProfile& profile, const QString& jobId, const JobFacts& facts)
{
    auto opened = OpenLedger::open();
    LedgerEntry entry = ledgerEntry(info, profile, facts.name);
    entry.sql = facts.sql;
    if (entry.jobId.isEmpty()) {
        entry.jobId = jobId;
    }
    if (!entry.takenAt.isValid()) {
        entry.takenAt = QDateTime::currentDateTimeUtc();
    }
    const auto kept = opened ? opened->ledger->record(entry) : Result<LedgerEntry>(failure(opened.error()));
    if (!kept) {
        complain(Texts::tr("The savepoint was taken but is not in the ledger: %1").arg(kept.error().message));
    }
}

QCoro::Task<int> takeSavepoint(
    Target target, SavepointRequest request, bool asJson, const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    Savepoints* savepoints = (*connection)->savepoints();
    const QString limit = savepoints ? limitOf(savepoints->limits(), request)
                                     : Texts::tr("%1 has no savepoints.").arg(target.profile.name);
    if (!limit.isEmpty()) {
        complain(limit);
        co_return Usage;
    }
    const JobFacts facts = co_await factsOf(*connection, request.jobId, token);
    const auto taken = co_await savepoints->take(request, token);
    if (!taken) {
        co_return failWith(taken.error());
    }
    writeDown(*taken, target.profile, request.jobId, facts);
    const QJsonObject object{{u"location"_s, taken->location}};
    co_return printText(asJson ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n'
                               : QString(taken->location + u'\n'));
}

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(
        Texts::tr("Takes a savepoint of a job, waits until it is complete, prints where it lies and writes that into "
                  "the ledger."));
    parser.addPositionalArgument(u"ID"_s, Texts::tr("The job."));
    addTargetOptions(parser, backends);
    parser.addOption({u"target"_s, Texts::tr("The folder it goes to; without it the cluster's own."), u"DIR"_s});
    parser.addOption({u"stop"_s, Texts::tr("Ends the job with it.")});
    parser.addOption(
        {u"drain"_s, Texts::tr("With --stop: sends the last watermark first, so that all windows and timers fire.")});
    parser.addOption({u"type"_s, Texts::tr("default, canonical or native."), u"TYPE"_s, u"default"_s});
    parser.addOption({u"format"_s, Texts::tr("table (the location alone) or json."), u"table|json"_s, u"table"_s});
}

SavepointFormat formatFromId(const QString& id)
{
    if (id == u"canonical") {
        return SavepointFormat::Canonical;
    }
    return id == u"native" ? SavepointFormat::Native : SavepointFormat::Default;
}

} // namespace

int savepointCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    const auto type = choiceOf(parser, s_command, u"type"_s, {u"default"_s, u"canonical"_s, u"native"_s});
    if (!format || !type) {
        return Usage;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(s_command, Texts::tr("Give the ID of one job."));
    }
    if (parser.isSet(u"drain"_s) && !parser.isSet(u"stop"_s)) {
        return wrongUsage(s_command, Texts::tr("--drain ends the job: give --stop, too."));
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    SavepointRequest request;
    request.jobId = parser.positionalArguments().constFirst();
    request.target = parser.value(u"target"_s);
    request.format = formatFromId(*type);
    request.stop = parser.isSet(u"stop"_s);
    request.drain = parser.isSet(u"drain"_s);
    request.progress = [](const QString& message) { note(message); };
    if (request.stop && target->profile.readOnly) {
        complain(Texts::tr("The connection %1 is read-only: it stops no jobs.").arg(target->profile.name));
        return Usage;
    }
    return runTask(
        [&](CancellationToken token) { return takeSavepoint(*target, request, *format == u"json", backends, token); });
}

} // namespace millrace::cli
