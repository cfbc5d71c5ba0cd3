// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/logscommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/joboutput.h"
#include "app/cli/output.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "app/cli/texttable.h"
#include "backends/http/pause.h"
#include "core/joblogs.h"
#include "models/humantext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <deque>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("logs");
constexpr qint64 s_pieceBytes = 1024 * 1024;
constexpr auto s_followPause = std::chrono::milliseconds(1000);

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LogsCommand)
};

struct LogsArguments {
    Target target;
    QString jobId;
    QString source;
    bool lists = false;
    bool follows = false;
    bool asJson = false;
    qint64 tail = -1; ///< -1: all
};

QString fullName(const LogSource& source)
{
    return source.group.isEmpty() ? source.title : source.group + u'/' + source.title;
}

QString sourcesAsJson(const std::vector<LogSource>& sources)
{
    QJsonArray array;
    for (const LogSource& source : sources) {
        array << QJsonObject{{u"id"_s, source.id}, {u"title"_s, source.title}, {u"group"_s, source.group},
            {u"bytes"_s, numberOrNull(source.bytes)}, {u"modifiedAt"_s, timeOrNull(source.modifiedAt)}};
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

QString sourcesAsTable(const std::vector<LogSource>& sources)
{
    std::vector<QStringList> rows{{Texts::tr("SOURCE"), Texts::tr("SIZE"), Texts::tr("CHANGED (UTC)")}};
    for (const LogSource& source : sources) {
        rows.push_back(
            {fullName(source), source.bytes < 0 ? u"-"_s : sizeText(source.bytes), tableTime(source.modifiedAt)});
    }
    return asTable(rows);
}

/// The log that is meant: by its id, its name with the group or its name alone; the only one when none is named.
Result<LogSource> chosenSource(const std::vector<LogSource>& sources, const QString& wanted)
{
    std::vector<LogSource> found;
    for (const LogSource& source : sources) {
        if (!wanted.isEmpty() && (source.id == wanted || fullName(source) == wanted)) {
            return source;
        }
        if (wanted.isEmpty() || source.title == wanted) {
            found.push_back(source);
        }
    }
    if (found.size() == 1) {
        return found.front();
    }
    if (sources.empty()) {
        return failure(ErrorKind::Usage, Texts::tr("There are no logs."));
    }
    const int count = static_cast<int>(found.size());
    if (wanted.isEmpty()) {
        return failure(ErrorKind::Usage,
            Texts::tr("There are %n logs: choose one with --source; --list names them.", nullptr, count));
    }
    return failure(ErrorKind::Usage,
        found.empty() ? Texts::tr("There is no log “%1”; --list names those that are.").arg(wanted)
                      : Texts::tr("%n logs are called “%1”: put the group before it, as --list has it.", nullptr, count)
                            .arg(wanted));
}

/// Lets everything through, or keeps the last lines until they are asked for.
class TailWriter {
public:
    TailWriter(Output& output, qint64 tail) : m_output(output), m_tail(tail) { }

    void write(const QByteArray& bytes)
    {
        if (m_tail < 0) {
            m_output.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            return;
        }
        qsizetype begin = 0;
        while (begin < bytes.size()) {
            const qsizetype end = bytes.indexOf('\n', begin);
            m_open += bytes.mid(begin, end < 0 ? -1 : end + 1 - begin);
            if (end < 0) {
                return;
            }
            keep(std::exchange(m_open, {}));
            begin = end + 1;
        }
    }

    /// The end of the log as it is now has come: from here on everything is let through.
    void reachEnd()
    {
        if (m_tail >= 0) {
            if (!m_open.isEmpty()) {
                keep(std::exchange(m_open, {}));
            }
            m_tail = -1;
            for (const QByteArray& line : m_lines) {
                write(line);
            }
            m_lines.clear();
        }
        m_output.flush();
    }

private:
    void keep(QByteArray line)
    {
        m_lines.push_back(std::move(line));
        if (static_cast<qint64>(m_lines.size()) > m_tail) {
            m_lines.pop_front();
        }
    }

    Output& m_output;
    qint64 m_tail = -1;
    std::deque<QByteArray> m_lines;
    QByteArray m_open; ///< a line whose end has not come yet
};

QCoro::Task<int> printLog(
    std::shared_ptr<Connection> connection, LogSource source, LogsArguments arguments, CancellationToken token)
{
    const auto output = Output::open({});
    TailWriter writer(**output, arguments.tail);
    qint64 from = 0;
    while (!token.isCancelled() && !(*output)->isBroken()) {
        const auto chunk = co_await connection->jobLogs()->read(source, from, s_pieceBytes, token);
        if (!chunk) {
            writer.reachEnd();
            co_return failWith(chunk.error());
        }
        if (chunk->restarted) {
            note(Texts::tr("The log began anew."));
        } else if (chunk->offset > from && from > 0) {
            note(Texts::tr("The server has cut a part of the log away."));
        }
        writer.write(chunk->bytes);
        const bool stuck = !chunk->atEnd && chunk->next == from && chunk->bytes.isEmpty();
        from = chunk->next;
        if (!chunk->atEnd && !stuck) {
            continue;
        }
        writer.reachEnd();
        if (!arguments.follows || chunk->complete) {
            break;
        }
        co_await pauseFor(s_followPause, token);
        (*output)->checkReader();
    }
    if (token.isCancelled()) {
        (*output)->flush();
        co_return Cancelled;
    }
    const auto written = (*output)->commit();
    co_return written ? int(Done) : failWith(written.error());
}

QCoro::Task<int> showLogs(LogsArguments arguments, const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(arguments.target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    if (!(*connection)->jobLogs()) {
        complain(Texts::tr("%1 has no logs that could be read.").arg(arguments.target.profile.name));
        co_return Usage;
    }
    const auto sources = co_await (*connection)->jobLogs()->sources(arguments.jobId, token);
    if (!sources) {
        co_return failWith(sources.error());
    }
    if (arguments.lists) {
        co_return printText(arguments.asJson ? sourcesAsJson(*sources) : sourcesAsTable(*sources));
    }
    const auto source = chosenSource(*sources, arguments.source);
    if (!source) {
        co_return failWith(source.error());
    }
    co_return co_await printLog(*connection, *source, arguments, token);
}

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(Texts::tr("Prints a log of a job, or of the cluster when no job is named."));
    parser.addPositionalArgument(u"ID"_s, Texts::tr("The job."), u"[ID]"_s);
    addTargetOptions(parser, backends);
    parser.addOption({u"list"_s, Texts::tr("Names the logs instead.")});
    parser.addOption({u"source"_s, Texts::tr("Which of the logs, by its name."), u"NAME"_s});
    parser.addOption({u"follow"_s, Texts::tr("Goes on with what is added, until Ctrl+C.")});
    parser.addOption({u"tail"_s, Texts::tr("Only the last N lines."), u"N"_s});
    parser.addOption({u"format"_s, Texts::tr("Of --list: table or json."), u"table|json"_s, u"table"_s});
}

} // namespace

int logsCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    const auto tail = numberOf(parser, s_command, u"tail"_s, -1);
    if (!format || !tail) {
        return Usage;
    }
    if (parser.positionalArguments().size() > 1) {
        return wrongUsage(s_command, Texts::tr("Give the ID of one job."));
    }
    auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    LogsArguments logs;
    logs.target = std::move(*target);
    logs.jobId = parser.positionalArguments().value(0);
    logs.source = parser.value(u"source"_s);
    logs.lists = parser.isSet(u"list"_s);
    logs.follows = parser.isSet(u"follow"_s);
    logs.asJson = *format == u"json";
    logs.tail = *tail;
    return runTask([&](CancellationToken token) { return showLogs(logs, backends, token); });
}

} // namespace millrace::cli
