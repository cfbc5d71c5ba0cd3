// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/sqljobskind.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"
#include "backends/dli/inventory/tablecalls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace fieldsof;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

constexpr int s_pageSize = 100; // the most that the service gives at once
constexpr int s_mostPages = 10;

InventoryAction checkAction()
{
    InventoryAction action{.id = u"check_sql"_s, .text = Texts::tr("Check a statement…")};
    action.form = {
        .title = {}, .fields = {lines(u"sql"_s, Texts::tr("SQL"), true), text(u"currentdb"_s, Texts::tr("Database"))}};
    action.form.fields.front().help = Texts::tr("Nothing runs: the service reads the statement and says what it is.");
    action.onItems = false;
    action.changes = false;
    return action;
}

InventoryAction exportAction()
{
    InventoryAction action{
        .id = u"export_sql_job_result"_s, .text = Texts::tr("Export the result…"), .icon = u"document-export"_s};
    FormField limit = number(u"limit_num"_s, Texts::tr("At most so many rows"), 0, 2'000'000'000);
    limit.help = Texts::tr("Empty: all.");
    action.form = {.title = {},
        .fields = {withHelp(checked(text(u"data_path"_s, Texts::tr("Folder in OBS"), true), checkObsPaths),
                       Texts::tr("A folder that does not exist yet.")),
            choice(u"data_type"_s, Texts::tr("Format"), {u"csv"_s, u"json"_s}),
            choice(u"compress"_s, Texts::tr("Compression"), {u"none"_s, u"gzip"_s, u"bzip2"_s, u"deflate"_s}),
            choice(u"export_mode"_s, Texts::tr("If the folder exists"), {u"ErrorIfExists"_s, u"Overwrite"_s}),
            toggle(u"with_column_header"_s, Texts::tr("Names of the columns in the first line")), limit,
            choice(u"encoding_type"_s, Texts::tr("Encoding"), {u"utf-8"_s, u"gb2312"_s, u"gbk"_s}),
            text(u"quote_char"_s, Texts::tr("Quote")), text(u"escape_char"_s, Texts::tr("Escape")),
            text(u"queue_name"_s, Texts::tr("Queue"))}};
    return action;
}

InventoryItem itemOf(const QJsonObject& object)
{
    const JobSummary job = json::sqlJob(object);
    InventoryItem item;
    item.id = job.id;
    item.name = job.name.isEmpty() ? job.id : job.name;
    item.state = job.state;
    item.cells = {item.name, job.rawState, object.value("job_type"_L1).toString(), job.cluster,
        object.value("database_name"_L1).toString(), job.owner,
        cellText(u"start_time"_s, object.value("start_time"_L1)),
        job.durationMs < 0 ? QString() : QString::number(double(job.durationMs) / 1000.0, 'f', 1)};
    if (!isFinal(job.state)) {
        item.actions << u"cancel_sql_job"_s;
    } else if (job.state == JobState::Finished && object.value("job_type"_L1).toString() == "QUERY"_L1) {
        item.actions << u"preview_sql_job_result"_s << u"export_sql_job_result"_s;
    }
    return item;
}

TextTable resultColumns(const QString& detail)
{
    const QJsonArray fields = QJsonDocument::fromJson(detail.toUtf8()).object().value("fields"_L1).toArray();
    TextTable table{.columns = {Texts::tr("Column"), Texts::tr("Type"), Texts::tr("May be NULL")}, .rows = {}};
    for (const QJsonValue& value : fields) {
        const QJsonObject field = value.toObject();
        const QJsonValue type = field.value("type"_L1);
        table.rows.push_back({field.value("name"_L1).toString(), type.isObject() ? cellText({}, type) : type.toString(),
            field.value("nullable"_L1).toBool() ? Texts::tr("yes") : Texts::tr("no")});
    }
    return table;
}

QCoro::Task<Result<InventoryOutcome>> checkStatement(
    std::shared_ptr<DliClient> client, ActRequest request, CancellationToken token)
{
    QJsonObject body{{u"sql"_s, request.value(u"sql"_s)}};
    if (!request.value(u"currentdb"_s).isEmpty()) {
        body.insert(u"currentdb"_s, request.value(u"currentdb"_s));
    }
    const Result<QJsonObject> answer = co_await callObject(client, u"check_sql"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    InventoryOutcome outcome;
    outcome.changed = false;
    outcome.message =
        Texts::tr("The statement is right: it is of the kind %1.").arg(answer->value("job_type"_L1).toString(u"—"_s));
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> exportResult(
    std::shared_ptr<DliClient> client, QString jobId, ActRequest request, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, jobId}};
    const QJsonObject body = bodyOf(exportAction().form, request.values);
    const Result<QJsonObject> made = co_await callObject(client, u"export_sql_job_result"_s, id, body, token);
    if (!made) {
        co_return failure(made.error());
    }
    // The export is a job of its own.
    const Result<QJsonObject> ended = co_await awaitSqlJob(client, textOf(made->value("job_id"_L1)), request, token);
    if (!ended) {
        co_return failure(ended.error());
    }
    InventoryOutcome outcome;
    outcome.message = Texts::tr("The result lies in %1.").arg(request.value(u"data_path"_s));
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> showResult(
    std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, jobId}};
    const Result<QJsonObject> answer = co_await callObject(client, u"preview_sql_job_result"_s, id, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    InventoryOutcome outcome;
    outcome.changed = false;
    const TextTable table = textTable(*answer);
    outcome.message = Texts::tr("%n row(s); the service shows at most 1,000.", nullptr, int(table.rows.size()));
    outcome.parts.push_back({Texts::tr("Result"), table, {}});
    co_return outcome;
}

/// Imports and exports say more of themselves.
InventoryPart transferPart(const QJsonObject& detail)
{
    return {Texts::tr("Transfer"), labelledFacts(detail, {u"is_success"_s, u"message"_s}), {}};
}

InventoryPart progressPart(const QJsonObject& progress)
{
    return {Texts::tr("Sub jobs"),
        tableOfList(progress.value("sub_jobs"_L1).toArray(),
            {u"id"_s, u"name"_s, u"status"_s, u"num_tasks"_s, u"num_completed_tasks"_s, u"num_active_tasks"_s,
                u"num_failed_tasks"_s}),
        {}};
}

} // namespace

SqlJobsKind::SqlJobsKind(std::shared_ptr<DliClient> client) : m_client(std::move(client))
{
    m_kind = {.id = u"sqljobs"_s,
        .title = Texts::tr("SQL jobs"),
        .icon = u"format-text-code"_s,
        .columns = {Texts::tr("Statement"), Texts::tr("State"), Texts::tr("Kind"), Texts::tr("Queue"),
            Texts::tr("Database"), Texts::tr("Owner"), Texts::tr("Started"), Texts::tr("Seconds")},
        .emptyText = Texts::tr("No SQL job ran in this project that the login may see.")};
    InventoryAction result{
        .id = u"preview_sql_job_result"_s, .text = Texts::tr("Show the result"), .icon = u"view-preview"_s};
    result.changes = false;
    InventoryAction cancel{.id = u"cancel_sql_job"_s, .text = Texts::tr("Cancel"), .icon = u"media-playback-stop"_s};
    cancel.confirm = Texts::tr("Cancel “%1”?");
    cancel.many = true;
    m_kind.actions = {checkAction(), result, exportAction(), cancel};
}

QCoro::Task<Result<Items>> SqlJobsKind::items(QString, CancellationToken token)
{
    Items items;
    for (int page = 1; page <= s_mostPages; ++page) {
        const CallValues values{{u"page-size"_s, QString::number(s_pageSize)},
            {u"current-page"_s, QString::number(page)}, {u"order"_s, u"start_time_desc"_s}};
        const Result<QJsonObject> answer = co_await callObject(m_client, u"list_sql_jobs"_s, values, {}, token);
        if (!answer) {
            co_return failure(answer.error());
        }
        const QJsonArray jobs = answer->value("jobs"_L1).toArray();
        for (const QJsonValue& job : jobs) {
            items.push_back(itemOf(job.toObject()));
        }
        if (jobs.isEmpty() || qint64(items.size()) >= numberOf(answer->value("job_count"_L1))) {
            break;
        }
    }
    co_return items;
}

QCoro::Task<Result<Parts>> SqlJobsKind::detail(QString itemId, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, itemId}};
    const Result<QJsonObject> status = co_await callObject(m_client, u"show_sql_job_status"_s, id, {}, token);
    if (!status) {
        co_return failure(status.error());
    }
    Parts parts;
    parts.push_back({Texts::tr("Properties"),
        labelledFacts(*status, {u"statement"_s, u"detail"_s, u"user_conf"_s, u"is_success"_s}), {}});
    parts.push_back({Texts::tr("Statement"), status->value("statement"_L1).toString(), u"sql"_s});
    const TextTable columns = resultColumns(status->value("detail"_L1).toString());
    if (!columns.rows.empty()) {
        parts.push_back({Texts::tr("Columns of the result"), columns, {}});
    }
    const Result<QJsonObject> progress = co_await callObject(m_client, u"show_sql_job_progress"_s, id, {}, token);
    if (progress && !progress->value("sub_jobs"_L1).toArray().isEmpty()) {
        parts.push_back(progressPart(*progress));
    }
    const QString kind = status->value("job_type"_L1).toString();
    if (kind == "IMPORT"_L1 || kind == "EXPORT"_L1) {
        const Result<QJsonObject> detail = co_await callObject(m_client, u"show_sql_job_detail"_s, id, {}, token);
        if (detail) {
            parts.push_back(transferPart(*detail));
        }
    }
    const QString settings = status->value("user_conf"_L1).toString();
    if (!settings.isEmpty()) {
        parts.push_back({Texts::tr("Settings"), settings, u"text"_s});
    }
    co_return parts;
}

QCoro::Task<Result<InventoryOutcome>> SqlJobsKind::act(ActRequest request, CancellationToken token)
{
    if (request.action == "check_sql"_L1) {
        co_return co_await checkStatement(m_client, request, token);
    }
    const QString first = request.itemIds.value(0);
    if (request.action == "export_sql_job_result"_L1) {
        co_return co_await exportResult(m_client, first, request, token);
    }
    if (request.action == "preview_sql_job_result"_L1) {
        co_return co_await showResult(m_client, first, token);
    }
    for (const QString& jobId : request.itemIds) {
        const CallValues id{{u"job_id"_s, jobId}};
        const Result<QJsonObject> cancelled = co_await callObject(m_client, u"cancel_sql_job"_s, id, {}, token);
        if (!cancelled) {
            co_return failure(cancelled.error());
        }
    }
    InventoryOutcome outcome;
    outcome.message = Texts::tr("%n job(s) are asked to end.", nullptr, int(request.itemIds.size()));
    co_return outcome;
}

} // namespace millrace::dli
