// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlicontrol.h"
#include "backends/dli/flinkjobcalls.h"

#include <QCoreApplication>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliSubmission)
};

constexpr int s_longestName = 57;

QString nameOf(const SubmitRequest& request)
{
    QString name = request.values.value(u"name"_s).trimmed();
    if (name.isEmpty()) {
        name = request.fileName.section(u'/', -1).section(u'.', 0, 0);
    }
    return name.isEmpty() ? u"millrace"_s : name.left(s_longestName);
}

QJsonObject flinkBody(const SubmitRequest& request, const DliSettings& settings)
{
    const auto value = [&](const QString& id) { return request.values.value(id).trimmed(); };
    const QString queue = value(u"queue"_s).isEmpty() ? settings.queue : value(u"queue"_s);
    QJsonObject body{{u"name"_s, nameOf(request)}, {u"sql_body"_s, request.text},
        {u"job_type"_s, u"flink_opensource_sql_job"_s}, {u"run_mode"_s, u"exclusive_cluster"_s}};
    if (!queue.isEmpty()) {
        body.insert(u"queue_name"_s, queue);
    }
    for (const auto& [field, wire] :
        {std::pair(u"cu"_s, u"cu_number"_s), std::pair(u"parallel"_s, u"parallel_number"_s)}) {
        if (const int number = value(field).toInt(); number > 0) {
            body.insert(wire, number);
        }
    }
    if (!value(u"bucket"_s).isEmpty()) {
        body.insert(u"obs_bucket"_s, value(u"bucket"_s));
        body.insert(u"log_enabled"_s, true);
        body.insert(u"checkpoint_enabled"_s, true);
    }
    if (!value(u"version"_s).isEmpty()) {
        body.insert(u"flink_version"_s, value(u"version"_s));
    }
    return body;
}

QCoro::Task<Result<Submission>> submitFlink(
    std::shared_ptr<DliClient> client, SubmitRequest request, CancellationToken token)
{
    const QJsonObject body = flinkBody(request, client->settings());
    const Result<QJsonObject> made = co_await callObject(client, u"create_flink_sql_job"_s, {}, body, token);
    if (!made) {
        co_return failure(made.error());
    }
    const QString jobId = textOf(made->value("job"_L1).toObject().value("job_id"_L1));
    if (jobId.isEmpty()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("The service made a job and named no id."));
    }
    if (!request.fromSavepoint.isEmpty()) {
        const Result<void> imported = co_await importSavepoint(client, jobId, request.fromSavepoint, token);
        if (!imported) {
            co_return failure(imported.error());
        }
    }
    const Result<void> started = co_await runFlinkJob(client, jobId, !request.fromSavepoint.isEmpty(), token);
    if (!started) {
        co_return failure(started.error());
    }
    co_return Submission{.jobId = jobId, .jobName = body.value("name"_L1).toString(), .warnings = {}};
}

QCoro::Task<Result<Submission>> submitSql(
    std::shared_ptr<DliClient> client, SubmitRequest request, CancellationToken token)
{
    QJsonObject body{{u"sql"_s, request.text}};
    const QString queue = request.values.value(u"queue"_s).trimmed();
    if (!queue.isEmpty() || !client->settings().queue.isEmpty()) {
        body.insert(u"queue_name"_s, queue.isEmpty() ? client->settings().queue : queue);
    }
    if (const QString database = request.values.value(u"database"_s).trimmed(); !database.isEmpty()) {
        body.insert(u"currentdb"_s, database);
    }
    const Result<QJsonObject> made = co_await callObject(client, u"create_sql_job"_s, {}, body, token);
    if (!made) {
        co_return failure(made.error());
    }
    co_return Submission{.jobId = textOf(made->value("job_id"_L1)), .jobName = nameOf(request), .warnings = {}};
}

} // namespace

DliSubmission::DliSubmission(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

FormDescription DliSubmission::form() const
{
    const QString section = Texts::tr("Job");
    const FormField::Condition flink{u"kind"_s, {u"flink"_s}};
    const FormField::Condition sql{u"kind"_s, {u"sql"_s}};
    FormDescription form;
    form.title = Texts::tr("Job on Data Lake Insight");
    form.fields = {{.id = u"kind"_s,
                       .section = section,
                       .label = Texts::tr("Kind"),
                       .kind = FieldKind::Segments,
                       .defaultValue = u"flink"_s,
                       .options = {{u"flink"_s, Texts::tr("Flink")}, {u"sql"_s, Texts::tr("SQL job")}}},
        {.id = u"name"_s, .section = section, .label = Texts::tr("Name"), .shownWhen = flink},
        {.id = u"queue"_s,
            .section = section,
            .label = Texts::tr("Queue"),
            .help = Texts::tr("Empty: the connection's.")},
        {.id = u"database"_s, .section = section, .label = Texts::tr("Database"), .shownWhen = sql},
        {.id = u"version"_s,
            .section = section,
            .label = Texts::tr("Flink version"),
            .placeholder = u"1.15"_s,
            .shownWhen = flink},
        {.id = u"cu"_s,
            .section = section,
            .label = Texts::tr("Compute units"),
            .kind = FieldKind::Number,
            .defaultValue = u"2"_s,
            .shownWhen = flink,
            .check = checks::wholeNumber(2, 400)},
        {.id = u"parallel"_s,
            .section = section,
            .label = Texts::tr("Parallelism"),
            .kind = FieldKind::Number,
            .defaultValue = u"1"_s,
            .shownWhen = flink,
            .check = checks::wholeNumber(1, 2000)},
        {.id = u"bucket"_s,
            .section = section,
            .label = Texts::tr("OBS bucket"),
            .help = Texts::tr("For checkpoints, savepoints and logs."),
            .shownWhen = flink}};
    return form;
}

QStringList DliSubmission::formats() const
{
    return {u"sql"_s};
}

QCoro::Task<Result<Submission>> DliSubmission::submit(SubmitRequest request, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    if (request.values.value(u"kind"_s) == "sql"_L1) {
        if (!request.fromSavepoint.isEmpty()) {
            co_return failure(ErrorKind::Usage, Texts::tr("Only Flink jobs can start from a savepoint."));
        }
        co_return co_await submitSql(client, request, token);
    }
    co_return co_await submitFlink(client, request, token);
}

} // namespace millrace::dli
