// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlisql.h"

#include "backends/dli/dlichecker.h"
#include "backends/dli/dlijobjson.h"
#include "backends/dli/sqlresult.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QJsonArray>
#include <QRegularExpression>
#include <QtConcurrentRun>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliSql)
};

constexpr auto s_quickPoll = 500ms;
constexpr auto s_slowPoll = 2s;
constexpr int s_previewRows = 1000; // the service shows no more

const QString s_database = u"database"_s;
const QString s_queue = u"queue"_s;
const QString s_engine = u"engine"_s;

/// Rows are typed and stored outside the GUI thread.
QCoro::Task<qint64> feed(std::shared_ptr<ResultSink> sink, LooseTable table, bool isQuery, qint64 maxRows)
{
    const QFuture<qint64> fed = QtConcurrent::run([sink, table = std::move(table), isQuery, maxRows] {
        LooseTable::Built built = table.build();
        if (maxRows > 0) {
            built.rows.truncate(maxRows);
        }
        const qint64 rows = built.rows.rowCount();
        sink->begin({.columns = built.columns, .isQuery = isQuery, .timeZone = {}});
        sink->append(std::move(built.rows));
        return rows;
    });
    co_return co_await fed;
}

/// What goes on with a job until it has ended.
struct Watch {
    std::shared_ptr<DliClient> client;
    QString jobId;
    std::function<void(const RunProgress&)> onProgress;
};

QCoro::Task<void> tellProgress(Watch watch, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, watch.jobId}};
    const Result<QJsonObject> progress = co_await callObject(watch.client, u"show_sql_job_progress"_s, id, {}, token);
    if (progress && progress->contains("progress"_L1) && watch.onProgress) {
        // It is that of the sub job which runs now, so it may go back.
        watch.onProgress({.done = progress->value("progress"_L1).toDouble(),
            .message = Texts::tr("sub job %1").arg(textOf(progress->value("sub_job_id"_L1)))});
    }
}

/// The last status of the job. A failed one is an Error of kind Sql; a cancelled token cancels it on the service.
QCoro::Task<Result<QJsonObject>> awaitJob(Watch watch, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, watch.jobId}};
    for (int round = 0;; ++round) {
        if (token.isCancelled()) {
            const Result<QJsonObject> cancelled = co_await callObject(watch.client, u"cancel_sql_job"_s, id, {}, {});
            co_return failure(Error::cancelled());
        }
        Result<QJsonObject> status = co_await callObject(watch.client, u"show_sql_job_status"_s, id, {}, token);
        if (!status && !status.error().isCancelled()) {
            co_return status;
        }
        if (status) {
            const JobSummary job = json::sqlJob(*status);
            if (job.state == JobState::Finished) {
                co_return status;
            }
            if (job.state == JobState::Failed) {
                co_return failure(ErrorKind::Sql,
                    job.failure.isEmpty() ? Texts::tr("The job failed, and the service does not say why.")
                                          : job.failure.section(u'\n', 0, 0),
                    readableMessage(status->value("message"_L1).toString()));
            }
            if (job.state == JobState::Cancelled) {
                co_return failure(ErrorKind::Sql, Texts::tr("Somebody cancelled the job on the service."));
            }
            if (watch.onProgress && round > 0) {
                co_await tellProgress(watch, token);
            }
        }
        const std::chrono::milliseconds pause = round < 10 ? std::chrono::milliseconds(s_quickPoll) : s_slowPoll;
        co_await pauseFor(pause, token);
    }
}

/// What the service says of a statement that it does not take: a missing queue is no lost connection.
Error refusedStatement(Error error)
{
    if (error.kind == ErrorKind::Http && error.httpStatus >= 400 && error.httpStatus < 500 && error.httpStatus != 429) {
        error.kind = ErrorKind::Sql;
    }
    return error;
}

/// A name as a statement writes it, without its quotes.
QString bareName(QString name)
{
    name = name.trimmed();
    return name.startsWith(u'`') && name.endsWith(u'`') && name.size() > 1 ? name.mid(1, name.size() - 2) : name;
}

} // namespace

DliSql::DliSql(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

FormDescription DliSql::sessionForm() const
{
    const QString section = Texts::tr("Session");
    FormDescription form;
    form.title = Texts::tr("SQL on Data Lake Insight");
    form.fields = {{.id = s_queue, .section = section, .label = Texts::tr("Queue"), .placeholder = u"default"_s},
        {.id = s_database, .section = section, .label = Texts::tr("Database")},
        {.id = s_engine,
            .section = section,
            .label = Texts::tr("Engine"),
            .kind = FieldKind::Choice,
            .options = {{QString(), Texts::tr("As the queue decides")}, {u"spark"_s, u"Spark"_s},
                {u"hetuEngine"_s, u"HetuEngine"_s}}}};
    return form;
}

QCoro::Task<Result<std::shared_ptr<SqlSession>>> DliSql::openSession(SessionOptions options, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    // Nothing is opened, but a wrong login shall be told now and not with the first statement.
    const Result<QString> project = co_await findProject(client, token);
    if (!project) {
        co_return failure(project.error());
    }
    QMap<QString, QString> properties = options.properties;
    if (properties.value(s_queue).isEmpty() && !client->settings().queue.isEmpty()) {
        properties.insert(s_queue, client->settings().queue);
    }
    co_return std::make_shared<DliSession>(client, properties);
}

DliSession::DliSession(std::shared_ptr<DliClient> client, QMap<QString, QString> properties)
    : m_client(std::move(client)), m_properties(std::move(properties))
{
}

QString DliSession::id() const
{
    return m_client->project();
}

QString DliSession::server() const
{
    return u"Huawei DLI · "_s + m_client->settings().endpoint.host();
}

const QMap<QString, QString>& DliSession::properties() const
{
    return m_properties;
}

bool DliSession::takeLocally(const QString& statement)
{
    static const QRegularExpression s_use(
        u"^\\s*USE\\s+(?:DATABASE\\s+)?(`[^`]+`|\\w+)\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression s_set(
        u"^\\s*SET\\s+'?([^'=\\s]+)'?\\s*=\\s*'?(.*?)'?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression s_reset(
        u"^\\s*RESET\\s+'?([^'\\s]+)'?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto match = s_use.match(statement); match.hasMatch()) {
        m_properties.insert(s_database, bareName(match.captured(1)));
    } else if (const auto set = s_set.match(statement); set.hasMatch()) {
        m_properties.insert(set.captured(1), set.captured(2));
    } else if (const auto reset = s_reset.match(statement); reset.hasMatch()) {
        m_properties.remove(reset.captured(1));
    } else {
        return false;
    }
    Q_EMIT propertiesChanged();
    return true;
}

QJsonObject DliSession::bodyFor(const QString& statement) const
{
    QJsonObject body{{u"sql"_s, statement}};
    QJsonArray settings;
    for (auto it = m_properties.begin(); it != m_properties.end(); ++it) {
        if (it.key() == s_database && !it->isEmpty()) {
            body.insert(u"currentdb"_s, *it);
        } else if (it.key() == s_queue && !it->isEmpty()) {
            body.insert(u"queue_name"_s, *it);
        } else if (it.key() == s_engine && !it->isEmpty()) {
            body.insert(u"engine_type"_s, *it);
        } else if (it.key() != s_database && it.key() != s_queue && it.key() != s_engine) {
            settings.append(QString(it.key() + u" = "_s + *it));
        }
    }
    if (!settings.isEmpty()) {
        body.insert(u"conf"_s, settings);
    }
    return body;
}

QCoro::Task<Result<RunSummary>> DliSession::run(
    RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    RunSummary summary;
    if (takeLocally(request.statement)) {
        summary.rows = co_await feed(sink, okTable(), false, 0);
        co_return summary;
    }
    const QJsonObject body = bodyFor(request.statement);
    const Result<QJsonObject> made = co_await callObject(client, u"create_sql_job"_s, {}, body, token);
    if (!made) {
        co_return failure(withPlace(refusedStatement(made.error())));
    }
    const bool isDone = made->value("job_mode"_L1).toString() == "sync"_L1;
    if (!isDone) {
        summary.info.jobId = textOf(made->value("job_id"_L1)); // what is over already is no job to follow
    }
    summary.info.isQuery = made->value("job_type"_L1).toString() == "QUERY"_L1;
    summary.info.hasContent = summary.info.isQuery || !made->value("schema"_L1).toArray().isEmpty();
    if (request.onInfo) {
        request.onInfo(summary.info);
    }
    if (isDone) {
        LooseTable table = summary.info.hasContent ? tableOf(*made) : okTable();
        summary.rows = co_await feed(sink, std::move(table), summary.info.isQuery, request.maxRows);
        co_return summary;
    }
    const Watch watch{client, summary.info.jobId, request.onProgress};
    const Result<QJsonObject> ended = co_await awaitJob(watch, token);
    if (!ended) {
        co_return failure(withPlace(ended.error()));
    }
    if (!summary.info.isQuery) {
        summary.rows = co_await feed(sink, okTable(), false, 0);
        co_return summary;
    }
    CallValues values{{u"job_id"_s, summary.info.jobId}};
    const QString queue = ended->value("queue_name"_L1).toString();
    if (!queue.isEmpty()) {
        values.insert(u"queue-name"_s, queue);
    }
    const Result<QJsonObject> preview = co_await callObject(client, u"preview_sql_job_result"_s, values, {}, token);
    if (!preview) {
        co_return failure(preview.error());
    }
    LooseTable table = tableOf(*preview);
    const qint64 total = std::max(numberOf(ended->value("result_count"_L1)), numberOf(preview->value("row_count"_L1)));
    summary.rows = co_await feed(sink, std::move(table), true, request.maxRows);
    summary.capped = total > summary.rows || summary.rows >= s_previewRows;
    co_return summary;
}

QCoro::Task<Result<QStringList>> DliSession::complete(QString, int, CancellationToken)
{
    co_return QStringList();
}

QCoro::Task<Result<void>> DliSession::refreshProperties(CancellationToken)
{
    co_return Result<void>();
}

QCoro::Task<void> DliSession::close()
{
    co_return;
}

} // namespace millrace::dli
