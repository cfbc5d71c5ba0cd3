// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cancelcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "app/cli/texttable.h"
#include "core/jobcontrol.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("cancel");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CancelCommand)
};

struct Outcome {
    QString jobId;
    QString error; ///< empty: it is cancelled
};

QString outcomesAsJson(const std::vector<Outcome>& outcomes)
{
    QJsonArray array;
    for (const Outcome& outcome : outcomes) {
        array << QJsonObject{{u"id"_s, outcome.jobId}, {u"cancelled"_s, outcome.error.isEmpty()},
            {u"error"_s, outcome.error.isEmpty() ? QJsonValue() : QJsonValue(outcome.error)}};
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

QString outcomesAsTable(const std::vector<Outcome>& outcomes)
{
    std::vector<QStringList> rows{{Texts::tr("ID"), Texts::tr("OUTCOME")}};
    for (const Outcome& outcome : outcomes) {
        rows.push_back({outcome.jobId, outcome.error.isEmpty() ? Texts::tr("cancelled") : Texts::tr("not cancelled")});
    }
    return asTable(rows);
}

QCoro::Task<int> cancelJobs(
    Target target, QStringList jobIds, bool asJson, const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    JobControl* control = (*connection)->jobControl();
    if (!control) {
        complain(Texts::tr("%1 cannot cancel jobs.").arg(target.profile.name));
        co_return Usage;
    }
    int status = Done;
    std::vector<Outcome> outcomes;
    for (const QString& jobId : jobIds) {
        const ProgressObserver observer = [jobId](const QString& message) { note(jobId + u": "_s + message); };
        const auto cancelled = co_await control->cancel(jobId, observer, token);
        if (!cancelled) {
            complain(u"%1: %2"_s.arg(jobId, cancelled.error().message));
            status = jobStatusOf(cancelled.error());
        }
        outcomes.push_back({jobId, cancelled ? QString() : cancelled.error().message});
        if (token.isCancelled()) {
            co_return Cancelled;
        }
    }
    const int printed = printText(asJson ? outcomesAsJson(outcomes) : outcomesAsTable(outcomes));
    co_return status == Done ? printed : status;
}

} // namespace

int cancelCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Cancels jobs and waits until they have ended."));
    parser.addPositionalArgument(u"ID"_s, Texts::tr("The jobs."), u"ID…"_s);
    addTargetOptions(parser, backends);
    parser.addOption({u"format"_s, Texts::tr("table or json."), u"table|json"_s, u"table"_s});
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (parser.positionalArguments().isEmpty()) {
        return wrongUsage(s_command, Texts::tr("Give the ID of the job that shall end."));
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    if (target->profile.readOnly) {
        complain(Texts::tr("The connection %1 is read-only: it cancels no jobs.").arg(target->profile.name));
        return Usage;
    }
    return runTask([&](CancellationToken token) {
        return cancelJobs(*target, parser.positionalArguments(), *format == u"json", backends, token);
    });
}

} // namespace millrace::cli
