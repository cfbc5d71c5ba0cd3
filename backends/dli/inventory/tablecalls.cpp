// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/tablecalls.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

constexpr auto s_pollEvery = 1s;
constexpr int s_pageSize = 100; // the most that the service gives at once
constexpr int s_pagesAtOnce = 6; // as many as there are connections to one host

/// Tables of one page, and how many there are in all.
struct TablePage {
    QJsonArray tables;
    qint64 total = 0;
};

QCoro::Task<Result<TablePage>> tablePage(
    std::shared_ptr<DliClient> client, QString database, bool withDetail, int page, CancellationToken token)
{
    CallValues values{{u"database_name"_s, database}, {u"page-size"_s, QString::number(s_pageSize)},
        {u"current-page"_s, QString::number(page)}};
    if (withDetail) {
        values.insert(u"with-detail"_s, u"true"_s);
    }
    const Result<QJsonObject> answer = co_await callObject(client, u"list_tables"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return TablePage{answer->value("tables"_L1).toArray(), numberOf(answer->value("table_count"_L1))};
}

void addTables(std::vector<QJsonObject>& tables, const QJsonArray& page)
{
    for (const QJsonValue& table : page) {
        tables.push_back(table.toObject());
    }
}

CallValues namesOf(const QString& id)
{
    return {{u"database_name"_s, id.section(u'\n', 0, 0)}, {u"table_name"_s, id.section(u'\n', 1)}};
}

QString tableName(const QString& id)
{
    return id.section(u'\n', 1);
}

InventoryPart columnsPart(const QJsonObject& table)
{
    TextTable columns{
        .columns = {Texts::tr("Column"), Texts::tr("Type"), Texts::tr("Partition"), Texts::tr("Description")},
        .rows = {}};
    for (const QJsonValue& value : table.value("columns"_L1).toArray()) {
        const QJsonObject column = value.toObject();
        columns.rows.push_back({column.value("column_name"_L1).toString(), column.value("type"_L1).toString(),
            column.value("is_partition_column"_L1).toBool() ? Texts::tr("yes") : QString(),
            column.value("description"_L1).toString()});
    }
    return {Texts::tr("Columns"), columns, {}};
}

std::vector<NamedText> propertiesOf(const QJsonObject& table)
{
    std::vector<NamedText> facts = labelledFacts(
        table, {u"columns"_s, u"create_table_sql"_s, u"storage_properties"_s, u"is_success"_s, u"message"_s});
    for (const QJsonValue& value : table.value("storage_properties"_L1).toArray()) {
        const QJsonObject property = value.toObject();
        facts.push_back({textOf(property.value("key"_L1)), textOf(property.value("value"_L1))});
    }
    return facts;
}

bool hasPartitions(const QJsonObject& table)
{
    for (const QJsonValue& column : table.value("columns"_L1).toArray()) {
        if (column.toObject().value("is_partition_column"_L1).toBool()) {
            return true;
        }
    }
    return false;
}

InventoryOutcome rowsOf(const QString& id, const QJsonObject& answer)
{
    InventoryOutcome outcome;
    outcome.changed = false;
    outcome.message = Texts::tr("The first rows of %1.").arg(tableName(id));
    outcome.parts.push_back({Texts::tr("First rows"), textTable(answer), {}});
    return outcome;
}

QCoro::Task<Result<InventoryOutcome>> previewTable(
    std::shared_ptr<DliClient> client, QString id, ActRequest request, CancellationToken token)
{
    CallValues values = namesOf(id);
    values.insert(u"mode"_s, request.value(u"mode"_s).isEmpty() ? u"SYNC"_s : request.value(u"mode"_s));
    const Result<QJsonObject> answer = co_await callObject(client, u"preview_table"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QString jobId = textOf(answer->value("job_id"_L1));
    if (answer->contains("schema"_L1) || jobId.isEmpty()) {
        co_return rowsOf(id, *answer);
    }
    const Result<QJsonObject> ended = co_await awaitSqlJob(client, jobId, request, token);
    if (!ended) {
        co_return failure(ended.error());
    }
    const CallValues job{{u"job_id"_s, jobId}};
    const Result<QJsonObject> rows = co_await callObject(client, u"preview_sql_job_result"_s, job, {}, token);
    if (!rows) {
        co_return failure(rows.error());
    }
    co_return rowsOf(id, *rows);
}

/// What a deletion came to: at once, as a job that is awaited, or as one that the service names to nobody.
QCoro::Task<Result<InventoryOutcome>> awaitDeleted(
    std::shared_ptr<DliClient> client, QString name, QJsonObject answer, ActRequest request, CancellationToken token)
{
    InventoryOutcome outcome;
    const QString jobId = textOf(answer.value("job_id"_L1));
    const bool isAsync = answer.value("job_mode"_L1).toString() == "async"_L1;
    if (isAsync && jobId.isEmpty()) {
        outcome.message =
            Texts::tr("The service deletes %1 in the background and names no job to follow: refresh in a while.")
                .arg(name);
        co_return outcome;
    }
    if (isAsync) {
        const Result<QJsonObject> ended = co_await awaitSqlJob(client, jobId, request, token);
        if (!ended) {
            co_return failure(ended.error());
        }
    }
    outcome.message = Texts::tr("%1 is deleted.").arg(name);
    co_return outcome;
}

QJsonObject transferBody(const QString& id, const ActRequest& request)
{
    QJsonObject body{{u"database_name"_s, id.section(u'\n', 0, 0)}, {u"table_name"_s, tableName(id)}};
    for (auto it = request.values.begin(); it != request.values.end(); ++it) {
        const QString value = it->trimmed();
        if (value == "true"_L1 || value == "false"_L1) {
            body.insert(it.key(), value == "true"_L1);
        } else if (!value.isEmpty()) {
            body.insert(it.key(), value);
        }
    }
    return body;
}

QCoro::Task<Result<InventoryOutcome>> transfer(
    std::shared_ptr<DliClient> client, QString id, ActRequest request, CancellationToken token)
{
    const QJsonObject body = transferBody(id, request);
    const Result<QJsonObject> made = co_await callObject(client, request.action, {}, body, token);
    if (!made) {
        co_return failure(made.error());
    }
    const Result<QJsonObject> ended = co_await awaitSqlJob(client, textOf(made->value("job_id"_L1)), request, token);
    if (!ended) {
        co_return failure(ended.error());
    }
    InventoryOutcome outcome;
    outcome.message = request.action == "export_table"_L1
        ? Texts::tr("%1 is exported to %2.").arg(tableName(id), request.value(u"data_path"_s))
        : Texts::tr("%1 is imported into %2.").arg(request.value(u"data_path"_s), tableName(id));
    co_return outcome;
}

} // namespace

QString tableId(const QString& database, const QString& table)
{
    return database + u'\n' + table;
}

bool isTableId(const QString& id)
{
    return id.contains(u'\n');
}

QCoro::Task<Result<std::vector<QJsonObject>>> tablesOf(
    std::shared_ptr<DliClient> client, QString database, bool withDetail, CancellationToken token)
{
    const Result<TablePage> first = co_await tablePage(client, database, withDetail, 1, token);
    if (!first) {
        co_return failure(first.error());
    }
    std::vector<QJsonObject> tables;
    addTables(tables, first->tables);
    const int pages = first->tables.isEmpty() ? 1 : int((first->total + s_pageSize - 1) / s_pageSize);
    for (int page = 2; page <= pages; page += s_pagesAtOnce) {
        std::vector<QCoro::Task<Result<TablePage>>> asked; // they start at once
        for (int one = page; one < std::min(page + s_pagesAtOnce, pages + 1); ++one) {
            asked.push_back(tablePage(client, database, withDetail, one, token));
        }
        std::optional<Error> failed;
        for (QCoro::Task<Result<TablePage>>& task : asked) {
            const Result<TablePage> answer = co_await task;
            if (answer) {
                addTables(tables, answer->tables);
            } else if (!failed) {
                failed = answer.error();
            }
        }
        if (failed) {
            co_return failure(*failed);
        }
    }
    co_return tables;
}

QCoro::Task<Result<QJsonObject>> awaitSqlJob(
    std::shared_ptr<DliClient> client, QString jobId, ActRequest request, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, jobId}};
    while (!token.isCancelled()) {
        Result<QJsonObject> status = co_await callObject(client, u"show_sql_job_status"_s, id, {}, token);
        if (!status) {
            co_return status;
        }
        const JobSummary job = json::sqlJob(*status);
        if (job.state == JobState::Finished) {
            co_return status;
        }
        if (isFinal(job.state)) {
            co_return failure(ErrorKind::Sql,
                job.failure.isEmpty() ? Texts::tr("The job %1 ended as %2.").arg(jobId, job.rawState)
                                      : job.failure.section(u'\n', 0, 0),
                status->value("message"_L1).toString());
        }
        request.tell(Texts::tr("The service says: %1").arg(job.rawState));
        co_await pauseFor(s_pollEvery, token);
    }
    co_return failure(Error::cancelled());
}

QCoro::Task<Result<Parts>> tableDetail(std::shared_ptr<DliClient> client, QString id, CancellationToken token)
{
    const Result<QJsonObject> answer = co_await callObject(client, u"show_table"_s, namesOf(id), {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Parts parts{columnsPart(*answer)};
    const Result<QJsonObject> rows = co_await callObject(client, u"preview_table"_s, namesOf(id), {}, token);
    parts.push_back(rows ? InventoryPart{Texts::tr("First rows"), textTable(*rows), {}}
                         : InventoryPart{Texts::tr("First rows"), rows.error().message, u"text"_s});
    const QString statement = answer->value("create_table_sql"_L1).toString();
    if (!statement.isEmpty()) {
        parts.push_back({Texts::tr("Create statement"), statement, u"sql"_s});
    }
    if (hasPartitions(*answer)) {
        const Result<QJsonObject> partitions =
            co_await callObject(client, u"list_partitions"_s, namesOf(id), {}, token);
        if (partitions) {
            const QJsonArray list = partitions->value("partitions"_L1).toObject().value("partition_infos"_L1).toArray();
            parts.push_back({Texts::tr("Partitions"),
                tableOfList(list,
                    {u"partition_name"_s, u"num_rows"_s, u"num_files"_s, u"total_size"_s, u"create_time"_s,
                        u"locations"_s}),
                {}});
        }
    }
    parts.push_back({Texts::tr("Properties"), propertiesOf(*answer), {}});
    co_return parts;
}

QCoro::Task<Result<InventoryOutcome>> actOnTable(
    std::shared_ptr<DliClient> client, QString id, ActRequest request, CancellationToken token)
{
    if (request.action == "preview_table"_L1) {
        co_return co_await previewTable(client, id, request, token);
    }
    if (request.action != "delete_table"_L1) {
        co_return co_await transfer(client, id, request, token);
    }
    CallValues values = namesOf(id);
    values.insert(u"async"_s, request.value(u"async"_s) == "true"_L1 ? u"true"_s : u"false"_s);
    const Result<QJsonObject> answer = co_await callObject(client, u"delete_table"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return co_await awaitDeleted(client, tableName(id), *answer, request, token);
}

QCoro::Task<Result<InventoryOutcome>> dropDatabase(
    std::shared_ptr<DliClient> client, QString database, ActRequest request, CancellationToken token)
{
    const CallValues values{{u"database_name"_s, database},
        {u"cascade"_s, request.value(u"cascade"_s) == "true"_L1 ? u"true"_s : u"false"_s},
        {u"async"_s, request.value(u"async"_s) == "true"_L1 ? u"true"_s : u"false"_s}};
    const Result<QJsonObject> answer = co_await callObject(client, u"delete_database"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return co_await awaitDeleted(client, database, *answer, request, token);
}

} // namespace millrace::dli
