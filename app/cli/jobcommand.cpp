// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/joboutput.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "core/jobmonitor.h"

#include <QCoreApplication>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("job");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(JobCommand)
};

/// The checkpoints, where the system has any; that they cannot be read does not hide the job.
QCoro::Task<std::optional<CheckpointOverview>> checkpointsOf(
    std::shared_ptr<Connection> connection, QString jobId, CancellationToken token)
{
    if (!connection->checkpoints()) {
        co_return std::nullopt;
    }
    const auto overview = co_await connection->checkpoints()->overview(jobId, token);
    if (overview) {
        co_return *overview;
    }
    if (overview.error().kind != ErrorKind::Unsupported && !overview.error().isCancelled()) {
        complain(Texts::tr("The checkpoints could not be read: %1").arg(overview.error().message));
    }
    co_return std::nullopt;
}

QCoro::Task<int> showJob(
    Target target, QString jobId, bool asJson, const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    JobMonitor* monitor = (*connection)->jobMonitor();
    if (!monitor) {
        complain(Texts::tr("%1 has no jobs that could be shown.").arg(target.profile.name));
        co_return Usage;
    }
    auto detail = co_await monitor->job(jobId, token);
    if (!detail) {
        co_return failWith(detail.error());
    }
    JobReport report{
        .job = {target.profile.system, target.profile.name, detail->summary}, .detail = *detail, .checkpoints = {}};
    report.checkpoints = co_await checkpointsOf(*connection, jobId, token);
    for (const QString& text : report.detail.notes) {
        note(text);
    }
    co_return printText(asJson ? jobReportAsJson(report) : jobReportAsText(report));
}

} // namespace

int jobCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Shows all about one job: facts, failures with the root cause first, vertices and checkpoints."));
    parser.addPositionalArgument(u"ID"_s, Texts::tr("The job."));
    addTargetOptions(parser, backends);
    parser.addOption({u"format"_s, Texts::tr("table or json."), u"table|json"_s, u"table"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(s_command, Texts::tr("Give the ID of one job."));
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    return runTask([&](CancellationToken token) {
        return showJob(*target, parser.positionalArguments().constFirst(), *format == u"json", backends, token);
    });
}

} // namespace millrace::cli
