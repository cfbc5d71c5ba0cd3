// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/eventloop.h"
#include "app/cli/interrupts.h"
#include "app/cli/output.h"
#include "app/cli/scriptrunner.h"
#include "app/cli/sessionsettings.h"
#include "app/cli/targets.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdlib>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("run");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

struct RunArguments {
    ScriptSource source;
    ScriptRunner::Options options;
    QMap<QString, QString> properties;
    qint64 timeoutSeconds = 0;
    QString outputFile;
};

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(Texts::tr(
        "Runs SQL on a Flink SQL Gateway, or on another system that takes SQL, and prints the results.\n\n"
        "tableau prints what Flink's own SQL client prints; failures go to stderr. csv, json and jsonl print the "
        "rows of\n"
        "queries, SHOW and EXPLAIN and the ids of jobs; in streaming mode they begin with a column op (+I, -U, +U, "
        "-D).\n"
        "Exit status: 0 done, 1 the SQL failed, 2 wrong usage, 3 no connection, 4 timed out, 130 cancelled."));
    parser.addOption({{u"f"_s, u"file"_s}, Texts::tr("The script to run; - is stdin."), u"FILE"_s});
    parser.addOption({{u"e"_s, u"execute"_s}, Texts::tr("The SQL to run."), u"SQL"_s});
    addTargetAndGatewayOptions(parser, backends);
    parser.addOption({u"format"_s, Texts::tr("tableau, csv, json or jsonl."), u"FORMAT"_s, u"tableau"_s});
    parser.addOption({u"max-rows"_s, Texts::tr("Ends each query after N rows."), u"N"_s});
    parser.addOption({u"timeout"_s, Texts::tr("Cancels what runs after S seconds and exits with 4."), u"S"_s});
    parser.addOption({u"on-error"_s, Texts::tr("stop after a failed statement, or continue with the next."),
        u"stop|continue"_s, u"stop"_s});
    addSessionOptions(parser);
    parser.addOption({{u"o"_s, u"output"_s},
        Texts::tr("Writes to FILE, which appears only when the script has ended, was cancelled or timed out."),
        u"FILE"_s});
}

std::optional<ScriptSource> readSource(const QCommandLineParser& parser)
{
    const bool hasFile = parser.isSet(u"file"_s);
    if (hasFile == parser.isSet(u"execute"_s) || !parser.positionalArguments().isEmpty()) {
        wrongUsage(s_command, Texts::tr("Give a script with -f FILE or SQL with -e SQL."));
        return std::nullopt;
    }
    if (parser.values(u"file"_s).size() > 1 || parser.values(u"execute"_s).size() > 1) {
        wrongUsage(s_command, Texts::tr("Give one script only."));
        return std::nullopt;
    }
    if (!hasFile) {
        return ScriptSource{u"-e"_s, parser.value(u"execute"_s)};
    }
    const auto source = readScript(parser.value(u"file"_s));
    if (!source) {
        complain(source.error());
        return std::nullopt;
    }
    return *source;
}

std::optional<RunArguments> readRunArguments(const QCommandLineParser& parser)
{
    const auto format = choiceOf(parser, s_command, u"format"_s, outputFormatIds());
    const auto onError = choiceOf(parser, s_command, u"on-error"_s, {u"stop"_s, u"continue"_s});
    const auto maxRows = numberOf(parser, s_command, u"max-rows"_s, 0);
    const auto timeout = numberOf(parser, s_command, u"timeout"_s, 0);
    if (!format || !onError || !maxRows || !timeout) {
        return std::nullopt;
    }
    const auto properties = readSessionOptions(parser, s_command);
    if (!properties) {
        return std::nullopt;
    }
    auto source = readSource(parser);
    if (!source) {
        return std::nullopt;
    }
    RunArguments run;
    run.source = std::move(*source);
    run.options.format = *outputFormatFromId(*format);
    run.options.maxRows = *maxRows;
    run.options.continuesOnError = *onError == u"continue";
    run.properties = *properties;
    run.timeoutSeconds = *timeout;
    run.outputFile = parser.value(u"output"_s);
    return run;
}

/// Opens the connection and a session, runs, and closes the session again, whatever happened.
QCoro::Task<ExitStatus> runInSession(
    ScriptRunner& runner, Target target, QMap<QString, QString> properties, const BackendRegistry& backends)
{
    const auto connection = co_await openTarget(target, backends);
    if (!connection) {
        complain(connection.error());
        co_return exitStatusOf(connection.error());
    }
    SqlExecution* execution = (*connection)->sqlExecution();
    if (!execution) {
        complain(Texts::tr("%1 cannot run SQL.").arg(target.profile.name));
        co_return Usage;
    }
    if (const auto fits = checkSessionProperties(properties, execution->sessionForm()); !fits) {
        complain(fits.error());
        co_return Usage;
    }
    runner.setLanguage(execution->language(properties));
    // A name for it, since GCC 12 destroys a braced temporary in an awaited call twice.
    SessionOptions options{.name = u"millrace run"_s, .properties = std::move(properties)};
    auto session = co_await execution->openSession(std::move(options), runner.cancellation());
    if (!session) {
        switch (runner.stopReason()) {
        case ScriptRunner::StopReason::Interrupted:
            co_return Cancelled;
        case ScriptRunner::StopReason::TimedOut:
            co_return TimedOut;
        default:
            complain(session.error());
            co_return exitStatusOf(session.error());
        }
    }
    const ExitStatus status = co_await runner.run(*session);
    co_await (*session)->close();
    co_return status;
}

/// What the exit status and the file come to when the script is over.
int endOutput(Output& output, ExitStatus status, bool scriptEnded)
{
    if (!scriptEnded) {
        output.discard();
        return status;
    }
    if (const auto written = output.commit(); !written) {
        complain(written.error());
        return status == Done ? Failed : status;
    }
    return status;
}

/// One run of the command: what it reacts to while the script runs.
class Run {
public:
    Run(RunArguments arguments, Target target, const BackendRegistry& backends, Output& output)
        : m_arguments(std::move(arguments)), m_target(std::move(target)), m_backends(backends), m_output(output),
          m_runner(std::move(m_arguments.source), m_arguments.options, output)
    {
    }

    int exec()
    {
        if (const ExitStatus refused = m_runner.check(); refused != Done) {
            m_output.discard();
            return refused;
        }
        Interrupts interrupts;
        QObject::connect(&interrupts, &Interrupts::interrupted, &m_context, [this] {
            note(Texts::tr("Cancelling … (Ctrl+C again leaves at once)"));
            stop(ScriptRunner::StopReason::Interrupted);
        });
        watchTime();
        watchOutput();
        QTimer::singleShot(0, &m_context, [this] { drive(); });
        runEventLoop();
        const bool scriptEnded = m_status == Done || m_status == Cancelled || m_status == TimedOut
            || (m_status == Failed && m_arguments.options.continuesOnError);
        const int status = endOutput(m_output, m_status, scriptEnded);
        if (m_abandoned) {
            // Requests are still under way; nothing is left that their answers could reach.
            std::_Exit(status);
        }
        return status;
    }

private:
    QCoro::Task<void> drive()
    {
        m_status = co_await runInSession(m_runner, m_target, m_arguments.properties, m_backends);
        QCoreApplication::exit();
    }

    void stop(ScriptRunner::StopReason reason)
    {
        m_runner.stop(reason);
        QTimer::singleShot(s_patience, &m_context, [this] {
            note(Texts::tr("The server does not answer: leaving. What was running there may still run."));
            m_status = m_runner.stopReason() == ScriptRunner::StopReason::TimedOut ? TimedOut
                : m_runner.stopReason() == ScriptRunner::StopReason::Interrupted   ? Cancelled
                                                                                   : Done;
            m_abandoned = true;
            QCoreApplication::exit();
        });
    }

    void watchTime()
    {
        if (m_arguments.timeoutSeconds > 0) {
            QTimer::singleShot(std::chrono::seconds(m_arguments.timeoutSeconds), &m_context, [this] {
                note(Texts::tr("The time that --timeout allows is over: cancelling …"));
                stop(ScriptRunner::StopReason::TimedOut);
            });
        }
    }

    /// Rows are written in another thread, but only this one may cancel.
    void watchOutput()
    {
        m_output.setBrokenNotifier([this] {
            const auto reason = m_output.isClosedPipe() ? ScriptRunner::StopReason::OutputClosed
                                                        : ScriptRunner::StopReason::OutputFailed;
            QMetaObject::invokeMethod(
                &m_context, [this, reason] { stop(reason); }, Qt::QueuedConnection);
        });
        QObject::connect(&m_readerCheck, &QTimer::timeout, &m_context, [this] { m_output.checkReader(); });
        m_readerCheck.start(s_readerCheck);
    }

    /// How long a server has to take note of a cancel before the command goes without its answer.
    static constexpr auto s_patience = std::chrono::seconds(5);
    static constexpr auto s_readerCheck = std::chrono::milliseconds(500);

    QObject m_context;
    QTimer m_readerCheck;
    RunArguments m_arguments;
    Target m_target;
    const BackendRegistry& m_backends;
    Output& m_output;
    ScriptRunner m_runner;
    ExitStatus m_status = Failed;
    bool m_abandoned = false;
};

} // namespace

int runCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    auto run = readRunArguments(parser);
    if (!run) {
        return Usage;
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        complain(target.error());
        return exitStatusOf(target.error());
    }
    run->options.readOnly = target->profile.readOnly;
    run->options.connectionName = target->profile.name;
    const auto output = Output::open(run->outputFile);
    if (!output) {
        complain(output.error());
        return Usage;
    }
    return Run(std::move(*run), *target, backends, **output).exec();
}

} // namespace millrace::cli
