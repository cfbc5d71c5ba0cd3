// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explaincommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/scriptexplainer.h"
#include "app/cli/sessionsettings.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "backends/flink/planfile.h"
#include "models/graphtext.h"
#include "models/plandiff.h"
#include "models/planoperators.h"
#include "widgets/dag/graphsvg.h"

#include <QCoreApplication>
#include <QFile>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_explain = QLatin1StringView("explain");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ExplainCommand)
};

struct ExplainArguments {
    Result<Target> target = failure(Error());
    QMap<QString, QString> properties;
    QString format;
    QString outputFile;
};

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(Texts::tr(
        "Explains the queries, INSERTs and statement sets of a script on a Flink SQL Gateway. What they need runs on "
        "the way:\n"
        "CREATE, SET, USE and the like, and DROP TEMPORARY; no job is started.\n\n"
        "text prints what Flink says, one statement after the other. json, dot and svg print one graph; when the "
        "script\n"
        "has several plans, the ids of its nodes begin with the number of the statement: \"2.5\".\n\n"
        "--diff OLD NEW compares two plans and says whether the state would fit, as advice. Each is a compiled plan, a "
        "JSON\n"
        "execution plan, the plan of a job, the text of EXPLAIN, what this command prints as json, or a .sql script, "
        "which\n"
        "is explained first.\n"
        "Exit status: 0 done, 1 the SQL failed or state would be lost, 2 wrong usage, 3 no connection, 130 "
        "cancelled."));
    parser.addPositionalArgument(u"OLD NEW"_s, Texts::tr("With --diff: the two plans."), u"[OLD NEW]"_s);
    parser.addOption({{u"f"_s, u"file"_s}, Texts::tr("The script to explain; - is stdin."), u"FILE"_s});
    parser.addOption({{u"e"_s, u"execute"_s}, Texts::tr("The SQL to explain."), u"SQL"_s});
    parser.addOption({u"diff"_s, Texts::tr("Compares two plans.")});
    addTargetAndGatewayOptions(parser, backends);
    parser.addOption({u"format"_s, Texts::tr("text, json, dot or svg."), u"FORMAT"_s, u"text"_s});
    addSessionOptions(parser);
    parser.addOption({{u"o"_s, u"output"_s}, Texts::tr("Writes to FILE."), u"FILE"_s});
}

std::optional<ExplainArguments> readExplainArguments(const QCommandLineParser& parser, const BackendRegistry& backends)
{
    ExplainArguments arguments;
    const auto format = choiceOf(parser, s_explain, u"format"_s, {u"text"_s, u"json"_s, u"dot"_s, u"svg"_s});
    if (!format) {
        return std::nullopt;
    }
    const auto properties = readSessionOptions(parser, s_explain);
    if (!properties) {
        return std::nullopt;
    }
    arguments.properties = *properties;
    arguments.format = *format;
    // With --diff of two plans nothing is asked, and nobody misses a connection.
    arguments.target = targetFrom(parser, backends);
    arguments.outputFile = parser.value(u"output"_s);
    return arguments;
}

std::optional<ScriptSource> readSource(const QCommandLineParser& parser)
{
    const QStringList files = parser.values(u"file"_s);
    const QStringList texts = parser.values(u"execute"_s);
    if (files.size() + texts.size() != 1 || !parser.positionalArguments().isEmpty()) {
        wrongUsage(s_explain, Texts::tr("Give one script with -f FILE or SQL with -e SQL."));
        return std::nullopt;
    }
    if (files.isEmpty()) {
        return ScriptSource{u"-e"_s, texts.constFirst()};
    }
    const auto source = readScript(files.constFirst());
    if (!source) {
        complain(source.error());
        return std::nullopt;
    }
    return *source;
}

/// Explains a script in a session of its own and gives the status; what was explained is in the explainer.
QCoro::Task<int> explainScript(ScriptExplainer& explainer, Target target, QMap<QString, QString> properties,
    const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        complain(connection.error());
        co_return exitStatusOf(connection.error());
    }
    SqlExecution* execution = (*connection)->sqlExecution();
    PlanExplainer* planExplainer = (*connection)->planExplainer();
    if (!execution || !planExplainer) {
        complain(Texts::tr("%1 explains no SQL.").arg(target.profile.name));
        co_return Usage;
    }
    if (const auto fits = checkSessionProperties(properties, execution->sessionForm()); !fits) {
        complain(fits.error());
        co_return Usage;
    }
    SessionOptions options{.name = u"millrace explain"_s, .properties = std::move(properties)};
    const auto session = co_await execution->openSession(std::move(options), token);
    if (!session) {
        if (!session.error().isCancelled()) {
            complain(session.error());
        }
        co_return exitStatusOf(session.error());
    }
    const ExitStatus status = co_await explainer.run(*session, planExplainer, token);
    co_await (*session)->close();
    co_return token.isCancelled() ? Cancelled : status;
}

/// The whole way of one script: from its text to its plans. Nothing, and the status, when it did not come so far.
std::optional<std::vector<ExplainedStatement>> explainSource(
    ScriptSource source, const ExplainArguments& arguments, const BackendRegistry& backends, int& status)
{
    if (!arguments.target) {
        complain(arguments.target.error());
        status = exitStatusOf(arguments.target.error());
        return std::nullopt;
    }
    const ConnectionProfile& profile = arguments.target->profile;
    ScriptExplainer explainer(std::move(source), {.readOnly = profile.readOnly, .connectionName = profile.name});
    status = explainer.check();
    if (status != Done) {
        return std::nullopt;
    }
    status = runTask([&](CancellationToken token) {
        return explainScript(explainer, *arguments.target, arguments.properties, backends, std::move(token));
    });
    return status == Done ? std::optional(explainer.explained()) : std::nullopt;
}

QString explanationsAsText(const std::vector<ExplainedStatement>& statements)
{
    QString text;
    for (const ExplainedStatement& statement : statements) {
        if (statements.size() > 1) {
            text += (text.isEmpty() ? u"-- "_s : u"\n-- "_s) + statement.place + u": "_s + statement.title + u'\n';
        }
        for (const NamedText& part : statement.explanation.texts) {
            text += u"== "_s + part.name + u" ==\n"_s + part.value + u"\n\n"_s;
        }
        for (const QString& advice : statement.explanation.advice) {
            text += advice + u'\n';
        }
    }
    while (text.endsWith("\n\n"_L1)) {
        text.chop(1);
    }
    return text;
}

/// The graph in the format; an Error when it cannot be drawn here.
Result<QByteArray> rendered(const std::vector<ExplainedStatement>& statements, const QString& format)
{
    if (format == u"text") {
        return explanationsAsText(statements).toUtf8();
    }
    const Graph graph = joinedGraph(statements);
    if (format == u"json") {
        return graphAsJson(graph) + '\n';
    }
    return format == u"dot" ? Result<QByteArray>(graphAsDot(graph).toUtf8()) : graphAsSvg(graph);
}

int writeOut(const QByteArray& bytes, const QString& path)
{
    const auto output = Output::open(path);
    if (!output) {
        complain(output.error());
        return Usage;
    }
    (*output)->write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (const auto written = (*output)->commit(); !written) {
        complain(written.error());
        return Failed;
    }
    return Done;
}

/// A plan to compare: a script is explained, any other file is read.
std::optional<Graph> planOf(
    const QString& path, const ExplainArguments& arguments, const BackendRegistry& backends, int& status)
{
    if (path.endsWith(".sql"_L1, Qt::CaseInsensitive)) {
        auto source = readScript(path);
        if (!source) {
            complain(source.error());
            status = Usage;
            return std::nullopt;
        }
        const auto explained = explainSource(std::move(*source), arguments, backends, status);
        return explained ? std::optional(joinedGraph(*explained)) : std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        status = Usage;
        return std::nullopt;
    }
    const auto plan = flink::readPlanFile(file.readAll());
    if (!plan) {
        complain(path + u": "_s + plan.error().message);
        status = Usage;
        return std::nullopt;
    }
    return operatorsOf(plan->graph);
}

int compare(const QCommandLineParser& parser, const BackendRegistry& backends)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 2 || parser.isSet(u"file"_s) || parser.isSet(u"execute"_s)) {
        return wrongUsage(s_explain, Texts::tr("--diff compares two: give OLD and NEW."));
    }
    const auto arguments = readExplainArguments(parser, backends);
    if (!arguments) {
        return Usage;
    }
    if (arguments->format != u"text") {
        return wrongUsage(s_explain, Texts::tr("--diff prints text only."));
    }
    int status = Done;
    const auto before = planOf(files[0], *arguments, backends, status);
    if (!before) {
        return status;
    }
    const auto after = planOf(files[1], *arguments, backends, status);
    if (!after) {
        return status;
    }
    const PlanDiff diff = diffPlans(*before, *after);
    const int written = writeOut(planDiffAsText(diff).toUtf8(), arguments->outputFile);
    return written != Done ? written : diff.losesState() ? int(Failed) : int(Done);
}

} // namespace

bool explainNeedsFonts(const QStringList& arguments)
{
    const qsizetype at = arguments.lastIndexOf(u"--format"_s);
    return arguments.contains(u"--format=svg"_s) || (at >= 0 && arguments.value(at + 1) == u"svg");
}

int explainCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    if (parser.isSet(u"diff"_s)) {
        return compare(parser, backends);
    }
    const auto options = readExplainArguments(parser, backends);
    if (!options) {
        return Usage;
    }
    auto source = readSource(parser);
    if (!source) {
        return Usage;
    }
    int status = Done;
    const auto explained = explainSource(std::move(*source), *options, backends, status);
    if (!explained) {
        return status;
    }
    const Result<QByteArray> bytes = rendered(*explained, options->format);
    if (!bytes) {
        complain(bytes.error());
        return exitStatusOf(bytes.error());
    }
    return writeOut(*bytes, options->outputFile);
}

} // namespace millrace::cli
