// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/interrupts.h"
#include "app/program.h"
#include "app/services.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace {

void describe()
{
    QCoreApplication::setApplicationName(u"millrace"_s);
    QCoreApplication::setOrganizationName(u"millrace"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MILLRACE_VERSION));
}

millrace::Program::Options windowOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "A workbench for FlinkSQL."));
    parser.addPositionalArgument(
        u"FILE.sql"_s, QCoreApplication::translate("main", "Scripts to open."), u"[FILE.sql …]"_s);
    const QCommandLineOption startFlink(
        u"start-local-flink"_s, QCoreApplication::translate("main", "Start the local Flink, too."));
    parser.addOption(startFlink);
    parser.process(*QCoreApplication::instance());
    return {.files = parser.positionalArguments(), .startLocalFlink = parser.isSet(startFlink)};
}

} // namespace

int main(int argc, char* argv[])
{
    describe();
    if (const auto status = millrace::runCommandLine(argc, argv)) {
        return *status;
    }
    QApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    application.setWindowIcon(QIcon(u":/millrace/icons/app/millrace.svg"_s));
    const auto options = windowOptions();
    millrace::Program program(application, millrace::Services::open());
    QObject::connect(&program, &millrace::Program::ended, &application, &QCoreApplication::quit);
    const millrace::cli::Interrupts interrupts;
    QObject::connect(&interrupts, &millrace::cli::Interrupts::interrupted, &program, &millrace::Program::terminate);
    program.show(options);
    return QApplication::exec();
}
