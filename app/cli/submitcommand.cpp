// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/submitcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/ledgeraccess.h"
#include "app/cli/scriptsource.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "app/cli/texttable.h"
#include "core/connection.h"
#include "core/formsource.h"
#include "core/jobsubmission.h"
#include "storage/savepointledger.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("submit");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SubmitCommand)
};

/// The location that is meant: a number of the ledger, a job whose newest savepoint it is, or the location itself.
QString locationOf(const QString& given, const QString& system)
{
    const auto opened = OpenLedger::open();
    if (given.isEmpty() || !opened) {
        return given;
    }
    bool isNumber = false;
    const qint64 id = given.toLongLong(&isNumber);
    if (isNumber) {
        const auto entry = opened->ledger->find(id);
        if (entry && *entry && (*entry)->system == system) {
            return (*entry)->location;
        }
    }
    const auto entries =
        opened->ledger->entries({.system = system, .jobId = given, .state = LedgerEntry::State::Present});
    return entries && !entries->empty() ? entries->front().location : given;
}

/// The values of --set, over what the form has by itself. An Error names what is wrong.
Result<FormValues> valuesFrom(const QStringList& settings, const FormDescription& form)
{
    FormValues values = form.defaults();
    QStringList known;
    for (const FormField& field : form.fields) {
        known << field.id;
    }
    for (const QString& setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        const QString name = setting.first(std::max<qsizetype>(equals, 0)).trimmed();
        if (name.isEmpty()) {
            return failure(ErrorKind::Usage, Texts::tr("--set needs FIELD=VALUE, not “%1”.").arg(setting));
        }
        if (!known.contains(name)) {
            return failure(ErrorKind::Usage,
                known.isEmpty() ? Texts::tr("Nothing can be set here, also not %1.").arg(name)
                                : Texts::tr("There is no field %1. There are: %2.").arg(name, known.join(u", "_s)));
        }
        values.insert(name, setting.sliced(equals + 1));
    }
    const QMap<QString, QString> problems = form.problems(values);
    if (!problems.isEmpty()) {
        return failure(ErrorKind::Usage, u"%1: %2"_s.arg(problems.firstKey(), problems.first()));
    }
    return values;
}

void complainAbout(const Error& error, const QString& file)
{
    if (error.range) {
        complain(u"%1:%2:%3: %4"_s.arg(
            file, QString::number(error.range->begin.line), QString::number(error.range->begin.column), error.message));
    } else if (!error.isCancelled()) {
        complain(error);
    }
}

QString submissionAsJson(const Submission& submission)
{
    const QJsonObject object{{u"id"_s, submission.jobId}, {u"name"_s, submission.jobName}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n';
}

QString submissionAsTable(const Submission& submission)
{
    return asTable({{Texts::tr("ID"), Texts::tr("NAME")}, {submission.jobId, submission.jobName}});
}

struct SubmitArguments {
    Target target;
    ScriptSource source;
    QStringList settings;
    QString fromSavepoint;
    bool asJson = false;
};

QCoro::Task<int> submitFile(SubmitArguments arguments, const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(arguments.target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    JobSubmission* submission = (*connection)->jobSubmission();
    if (!submission) {
        complain(Texts::tr("%1 takes no jobs.").arg(arguments.target.profile.name));
        co_return Usage;
    }
    if (FormSource* source = submission->formSource()) {
        // Without what the server says the form asks for ids; submitting tells what is wrong.
        std::ignore = co_await source->prepareForm(token);
    }
    const auto values = valuesFrom(arguments.settings, submission->form());
    if (!values) {
        co_return failWith(values.error());
    }
    SubmitRequest request;
    request.text = arguments.source.text;
    request.fileName = arguments.source.name == u"-" ? QString() : QFileInfo(arguments.source.name).fileName();
    request.values = *values;
    request.fromSavepoint = locationOf(arguments.fromSavepoint, arguments.target.profile.system);
    request.progress = [](const QString& message) { note(message); };
    request.onLog = [](const QString& lines) { note(lines); };
    const auto taken = co_await submission->submit(request, token);
    if (!taken) {
        complainAbout(taken.error(), arguments.source.name);
        co_return jobStatusOf(taken.error());
    }
    for (const QString& warning : taken->warnings) {
        complain(warning);
    }
    co_return printText(arguments.asJson ? submissionAsJson(*taken) : submissionAsTable(*taken));
}

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(
        Texts::tr("Starts a job from a file and prints its id when the server has taken it."));
    parser.addPositionalArgument(u"FILE"_s, Texts::tr("What the job is made from; - is stdin."));
    addTargetAndGatewayOptions(parser, backends);
    parser.addOption({u"from-savepoint"_s,
        Texts::tr(
            "Where it starts from: a location, a number of “millrace savepoints”, or the id of a job, whose newest "
            "savepoint of the ledger is taken."),
        u"ID|PATH"_s});
    parser.addOption({u"set"_s, Texts::tr("A value beside the file; may be given several times."), u"FIELD=VALUE"_s});
    parser.addOption({u"format"_s, Texts::tr("table or json."), u"table|json"_s, u"table"_s});
}

} // namespace

int submitCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(s_command, Texts::tr("Give one FILE."));
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    if (target->profile.readOnly) {
        complain(Texts::tr("The connection %1 is read-only: it starts no jobs.").arg(target->profile.name));
        return Usage;
    }
    const auto source = readScript(parser.positionalArguments().constFirst());
    if (!source) {
        complain(source.error());
        return Usage;
    }
    SubmitArguments submit{.target = *target, .source = *source, .settings = {}, .fromSavepoint = {}};
    submit.settings = parser.values(u"set"_s);
    submit.fromSavepoint = parser.value(u"from-savepoint"_s);
    submit.asJson = *format == u"json";
    return runTask([&](CancellationToken token) { return submitFile(submit, backends, token); });
}

} // namespace millrace::cli
