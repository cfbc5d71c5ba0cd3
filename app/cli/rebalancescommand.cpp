// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rebalancescommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "logs/logclock.h"
#include "logs/logpaths.h"
#include "logs/rebalanceanalyser.h"
#include "logs/rebalancewriters.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RebalancesCommand)
};

QByteArray asText(const RebalanceReport& report, const QString& format)
{
    if (format == u"json") {
        return rebalancesAsJson(report);
    }
    return format == u"csv" ? rebalancesAsCsv(report) : rebalancesAsTable(report).toUtf8();
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        Texts::tr("Finds the rebalances of Kafka consumer groups in broker logs and says what they tell."));
    parser.addPositionalArgument(u"FILE"_s, Texts::tr("Broker logs, plain or .gz; patterns are expanded."), u"FILE…"_s);
    parser.addOption({u"group"_s, Texts::tr("Only this group; may be given again."), u"group"_s});
    parser.addOption({u"zone"_s, Texts::tr("The time zone of the logs and of the table."), u"zone"_s, u"UTC"_s});
    parser.addOption({u"format"_s, Texts::tr("table, json or csv."), u"table|json|csv"_s, u"table"_s});
}

/// Names every file that could not be read; false when none could.
bool tellProblems(const RebalanceReport& report, bool tellNotes)
{
    bool anyRead = false;
    for (const auto& file : report.files) {
        anyRead = anyRead || file.problem.isEmpty();
        if (!file.problem.isEmpty()) {
            complain(file.problem);
        }
    }
    if (tellNotes) {
        std::ranges::for_each(report.notes, note);
    }
    return anyRead;
}

} // namespace

int rebalancesCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, u"rebalances"_s, u"format"_s, {u"table"_s, u"json"_s, u"csv"_s});
    if (!format) {
        return Usage;
    }
    if (parser.positionalArguments().isEmpty()) {
        return wrongUsage(u"rebalances"_s, Texts::tr("Give the broker logs that shall be read."));
    }
    const auto zone = parseTimeZone(parser.value(u"zone"_s));
    if (!zone) {
        return wrongUsage(u"rebalances"_s, zone.error().message);
    }
    RebalanceOptions options;
    options.groups = parser.values(u"group"_s);
    options.logZone = *zone;
    options.displayZone = *zone;
    const QStringList files = expandLogPaths(parser.positionalArguments());
    const RebalanceReport report = analyseRebalances(std::span(files.constData(), std::size_t(files.size())), options);
    // The table prints the notes itself.
    if (!tellProblems(report, *format != u"table")) {
        return Failed;
    }
    auto output = Output::open({});
    const QByteArray text = asText(report, *format);
    (*output)->write(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (const auto done = (*output)->commit(); !done) {
        complain(done.error());
        return Failed;
    }
    return Done;
}

} // namespace millrace::cli
