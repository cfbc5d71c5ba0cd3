// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/callcommand.h"
#include "app/cli/cancelcommand.h"
#include "app/cli/connectionscommand.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/explaincommand.h"
#include "app/cli/jobcommand.h"
#include "app/cli/jobscommand.h"
#include "app/cli/logscommand.h"
#include "app/cli/rebalancescommand.h"
#include "app/cli/runcommand.h"
#include "app/cli/savepointcommand.h"
#include "app/cli/savepointscommand.h"
#include "app/cli/splitcommand.h"
#include "app/cli/submitcommand.h"
#include "app/services.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

using Command = int (*)(const QStringList&, const BackendRegistry&);

struct CommandSpec {
    QLatin1StringView name;
    Command run;
};

const CommandSpec commands[]{
    {"run"_L1, cli::runCommand},
    {"split"_L1, [](const QStringList& arguments, const BackendRegistry&) { return cli::splitCommand(arguments); }},
    {"explain"_L1, cli::explainCommand},
    {"rebalances"_L1,
        [](const QStringList& arguments, const BackendRegistry&) { return cli::rebalancesCommand(arguments); }},
    {"jobs"_L1, cli::jobsCommand},
    {"job"_L1, cli::jobCommand},
    {"cancel"_L1, cli::cancelCommand},
    {"savepoint"_L1, cli::savepointCommand},
    {"savepoints"_L1, cli::savepointsCommand},
    {"submit"_L1, cli::submitCommand},
    {"logs"_L1, cli::logsCommand},
    {"call"_L1, cli::callCommand},
    {"connections"_L1, cli::connectionsCommand},
};

const CommandSpec* findCommand(const QString& name)
{
    const auto* found = std::find_if(
        std::begin(commands), std::end(commands), [&](const CommandSpec& command) { return command.name == name; });
    return found == std::end(commands) ? nullptr : found;
}

void print(FILE* stream, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
}

QString helpText()
{
    return Texts::tr("Millrace, a workbench for FlinkSQL.\n\n"
                     "Usage:\n"
                     "  millrace [FILE.sql …]            opens the window\n"
                     "  millrace run (-f FILE | -e SQL)  runs SQL on a Flink SQL Gateway\n"
                     "  millrace split FILE              prints the statements of a script\n"
                     "  millrace explain (-f FILE | -e SQL)  shows or compares plans\n"
                     "  millrace jobs                    lists the jobs of all saved connections\n"
                     "  millrace job ID                  shows all about one job\n"
                     "  millrace cancel ID…              ends jobs\n"
                     "  millrace savepoint ID            takes a savepoint, with --stop as the end of the job\n"
                     "  millrace savepoints              lists, disposes, exports and imports savepoints\n"
                     "  millrace submit FILE             starts a job, also from a savepoint\n"
                     "  millrace logs ID                 prints or follows the logs of a job\n"
                     "  millrace call OPERATION          sends any documented call of a system\n"
                     "  millrace rebalances FILE…        finds the rebalances of Kafka consumer groups in broker logs\n"
                     "  millrace connections …           lists, adds, tests and removes saved connections\n\n"
                     "Options:\n"
                     "  --start-local-flink  starts the local Flink with the window\n"
                     "  -h, --help           prints this help; “millrace run --help” and the like say more\n"
                     "  -v, --version        prints the version\n\n"
                     "Secrets come from the keychain or from MILLRACE_SECRET_<CONNECTION>, never from an argument.\n"
                     "Exit status: 0 done, 1 the SQL, job or check failed, 2 wrong usage, 3 no connection, 4 timed "
                     "out, 130 cancelled.\n");
}

/// What Qt itself takes from the arguments of a program with a window; those with a value bring it along.
bool isOptionOfQt(QStringView argument)
{
    static constexpr QStringView names[]{u"platform", u"platformpluginpath", u"platformtheme", u"plugin", u"style",
        u"stylesheet", u"display", u"geometry", u"qwindowgeometry", u"qwindowicon", u"qwindowtitle", u"reverse",
        u"session", u"dialogs", u"fontengine", u"widgetcount"};
    const QStringView name = argument.sliced(argument.startsWith(u"--") ? 2 : 1);
    const qsizetype equals = name.indexOf(u'=');
    const QStringView bare = equals < 0 ? name : name.first(equals);
    return std::find(std::begin(names), std::end(names), bare) != std::end(names);
}

/// Nothing when the arguments are what a window takes: files, its own option and those of Qt.
std::optional<int> checkWindowArguments(const QStringList& arguments)
{
    for (const QString& argument : arguments) {
        if (isOptionOfQt(argument)) {
            return std::nullopt; // what follows may be its value
        }
        if (argument.startsWith(u'-') && argument != u"--start-local-flink" && argument != u"--") {
            cli::complain(Texts::tr("The option “%1” is not known.").arg(argument));
            cli::note(Texts::tr("Try “millrace --help”."));
            return cli::Usage;
        }
    }
    const QString first = arguments.value(0);
    const bool looksLikeFile = first.isEmpty() || first.startsWith(u'-') || first.contains(u'/') || first.contains(u'.')
        || QFileInfo::exists(first);
    if (!looksLikeFile) {
        cli::complain(Texts::tr("“%1” is neither a command nor a file.").arg(first));
        cli::note(Texts::tr("Try “millrace --help”."));
        return cli::Usage;
    }
    return std::nullopt;
}

/// Commands need no display; those that draw a picture need fonts.
std::unique_ptr<QCoreApplication> makeApplication(
    const CommandSpec& command, const QStringList& arguments, int& argc, char** argv)
{
    if (command.name != "explain"_L1 || !cli::explainNeedsFonts(arguments)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

std::optional<int> runCommandLine(int& argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const QString first = arguments.value(0);
    if (first == u"--help" || first == u"-h") {
        print(stdout, helpText());
        return cli::Done;
    }
    if (first == u"--version" || first == u"-v") {
        print(stdout, u"millrace %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return cli::Done;
    }
    const CommandSpec* command = findCommand(first);
    if (!command) {
        return checkWindowArguments(arguments);
    }
    const std::unique_ptr<QCoreApplication> application = makeApplication(*command, arguments, argc, argv);
    // The command line speaks English, which needs its plural forms.
    QTranslator plurals;
    if (plurals.load(u":/millrace/i18n/millrace_en.qm"_s)) {
        QCoreApplication::installTranslator(&plurals);
    }
    return command->run(arguments, makeBackends());
}

} // namespace millrace
