// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliinventory.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/sqlresult.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

using Items = std::vector<InventoryItem>;
using Parts = std::vector<InventoryPart>;

/// Names of a list of texts or of things with a name; other values as they are, times readable.
QString cellText(const QString& member, const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList names;
        for (const QJsonValue& each : value.toArray()) {
            names.append(each.isObject() ? each.toObject().value("name"_L1).toString() : textOf(each));
        }
        return names.join(", "_L1);
    }
    if (member.endsWith("_time"_L1)) {
        const QDateTime at = json::timeOf(value);
        return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
    }
    return textOf(value);
}

JobState stateOf(const QString& raw)
{
    const QString state = raw.toUpper();
    if (state == "READY"_L1 || state == "ACTIVE"_L1 || state == "AVAILABLE"_L1 || state == "RUNNING"_L1) {
        return JobState::Running;
    }
    if (state == "FAILED"_L1 || state == "DEAD"_L1 || state == "DELETED"_L1) {
        return JobState::Failed;
    }
    if (state == "SUCCESS"_L1) {
        return JobState::Finished;
    }
    return raw.isEmpty() ? JobState::Unknown : JobState::Pending;
}

InventoryItem itemOf(const KindCalls& kind, const QJsonObject& object)
{
    InventoryItem item;
    item.id = textOf(object.value(kind.idMember));
    item.name = textOf(object.value(kind.nameMember));
    for (const QString& member : kind.cellMembers) {
        item.cells.append(cellText(member, object.value(member)));
    }
    if (!kind.stateMember.isEmpty()) {
        item.state = stateOf(textOf(object.value(kind.stateMember)));
    }
    item.hasChildren = kind.kind.isTree;
    for (const ActionCall& call : kind.actions) {
        if (call.action.onItems) {
            item.actions.append(call.action.id);
        }
    }
    return item;
}

/// Tables stand below their database: their id holds both names.
QString tableId(const QString& database, const QString& table)
{
    return database + u'\n' + table;
}

QCoro::Task<Result<Items>> tablesOf(std::shared_ptr<DliClient> client, QString database, CancellationToken token)
{
    const CallValues values{{u"database_name"_s, database}, {u"page-size"_s, u"100"_s}, {u"with-detail"_s, u"true"_s}};
    const Result<QJsonObject> answer = co_await callObject(client, u"list_tables"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Items items;
    for (const QJsonValue& value : answer->value("tables"_L1).toArray()) {
        const QJsonObject table = value.toObject();
        InventoryItem item;
        item.name = table.value("table_name"_L1).toString();
        item.id = tableId(database, item.name);
        item.cells = {item.name, table.value("table_type"_L1).toString(), table.value("owner"_L1).toString(),
            table.value("location"_L1).toString()};
        item.actions = {u"preview_table"_s, u"delete_table"_s};
        items.push_back(std::move(item));
    }
    co_return items;
}

TextTable textTable(const QJsonObject& answer)
{
    const LooseTable::Built built = tableOf(answer).build();
    TextTable table;
    for (const ResultColumn& column : built.columns) {
        table.columns.append(column.name);
    }
    for (const QJsonValue& row : answer.value("rows"_L1).toArray()) {
        QStringList cells;
        for (const QJsonValue& cell : row.toArray()) {
            cells.append(cell.isNull() ? u"NULL"_s : cellText({}, cell));
        }
        table.rows.push_back(cells);
    }
    return table;
}

QCoro::Task<Result<Parts>> tableDetail(std::shared_ptr<DliClient> client, QString id, CancellationToken token)
{
    const CallValues values{{u"database_name"_s, id.section(u'\n', 0, 0)}, {u"table_name"_s, id.section(u'\n', 1)}};
    const Result<QJsonObject> answer = co_await callObject(client, u"show_table"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    TextTable columns{
        .columns = {Texts::tr("Column"), Texts::tr("Type"), Texts::tr("Partition"), Texts::tr("Description")},
        .rows = {}};
    for (const QJsonValue& value : answer->value("columns"_L1).toArray()) {
        const QJsonObject column = value.toObject();
        columns.rows.push_back({column.value("column_name"_L1).toString(), column.value("type"_L1).toString(),
            column.value("is_partition_column"_L1).toBool() ? Texts::tr("yes") : QString(),
            column.value("description"_L1).toString()});
    }
    Parts parts;
    parts.push_back({Texts::tr("Columns"), columns, {}});
    parts.push_back({Texts::tr("Statement"), answer->value("create_table_sql"_L1).toString(), u"sql"_s});
    parts.push_back({Texts::tr("Properties"),
        json::factsOf(*answer, {u"columns"_s, u"create_table_sql"_s, u"is_success"_s, u"message"_s}), {}});
    const Result<QJsonObject> rows = co_await callObject(client, u"preview_table"_s, values, {}, token);
    if (rows) {
        parts.push_back({Texts::tr("First rows"), textTable(*rows), {}});
    }
    co_return parts;
}

Parts partsOf(const QJsonObject& answer)
{
    Parts parts;
    parts.push_back({Texts::tr("Properties"), json::factsOf(answer, {u"is_success"_s, u"message"_s}), {}});
    parts.push_back(
        {Texts::tr("Answer"), QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Indented)), u"json"_s});
    return parts;
}

/// Dropping a table is the one action on things that are no kind of their own.
QCoro::Task<Result<InventoryOutcome>> actOnTable(
    std::shared_ptr<DliClient> client, QString action, QString id, CancellationToken token)
{
    const CallValues values{{u"database_name"_s, id.section(u'\n', 0, 0)}, {u"table_name"_s, id.section(u'\n', 1)}};
    const Result<QJsonObject> answer = co_await callObject(client, action, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    InventoryOutcome outcome;
    if (action == "preview_table"_L1) {
        outcome.parts.push_back({Texts::tr("First rows"), textTable(*answer), {}});
        outcome.message = Texts::tr("The first rows of %1.").arg(id.section(u'\n', 1));
        outcome.changed = false;
    } else {
        outcome.message = Texts::tr("The table %1 is deleted.").arg(id.section(u'\n', 1));
    }
    co_return outcome;
}

} // namespace

DliInventory::DliInventory(std::shared_ptr<DliClient> client) : m_client(std::move(client)), m_table(inventoryTable())
{
    for (KindCalls& kind : m_table) {
        if (kind.kind.isTree) {
            kind.kind.actions.push_back({.id = u"preview_table"_s, .text = Texts::tr("Preview"), .changes = false});
            kind.kind.actions.push_back({.id = u"delete_table"_s,
                .text = Texts::tr("Delete the table"),
                .icon = u"edit-delete"_s,
                .confirm = Texts::tr("Delete the table %1? What it holds cannot be brought back."),
                .many = true});
        }
    }
}

const KindCalls* DliInventory::find(const QString& kind) const
{
    const auto it = std::ranges::find_if(m_table, [&](const KindCalls& calls) { return calls.kind.id == kind; });
    return it == m_table.end() ? nullptr : &*it;
}

std::vector<InventoryKind> DliInventory::kinds() const
{
    std::vector<InventoryKind> kinds;
    std::ranges::transform(m_table, std::back_inserter(kinds), &KindCalls::kind);
    return kinds;
}

QCoro::Task<Result<Items>> DliInventory::items(QString kind, QString parent, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    const KindCalls* calls = find(kind);
    if (!calls) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("The service has nothing of the kind %1.").arg(kind));
    }
    if (!parent.isEmpty()) {
        co_return co_await tablesOf(client, parent, token);
    }
    CallValues values;
    for (const auto& [name, value] : calls->listParameters) {
        values.insert(name, value);
    }
    const KindCalls chosen = *calls; // the table may go while the call is on its way
    const Result<QJsonObject> answer = co_await callObject(client, chosen.listOperation, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Items items;
    for (const QJsonValue& value : answer->value(chosen.arrayName).toArray()) {
        items.push_back(itemOf(chosen, value.toObject()));
    }
    co_return items;
}

QCoro::Task<Result<Parts>> DliInventory::detail(QString kind, QString itemId, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    const KindCalls* calls = find(kind);
    if (!calls) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("The service has nothing of the kind %1.").arg(kind));
    }
    if (calls->kind.isTree && itemId.contains(u'\n')) {
        co_return co_await tableDetail(client, itemId, token);
    }
    if (calls->detailOperation.isEmpty()) {
        co_return Parts();
    }
    const CallValues values{{calls->detailParameter, itemId}};
    const Result<QJsonObject> answer = co_await callObject(client, calls->detailOperation, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return partsOf(*answer);
}

QCoro::Task<Result<InventoryOutcome>> DliInventory::act(QString kind, QString action, QStringList itemIds,
    FormValues values, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    const KindCalls* calls = find(kind);
    if (calls && calls->kind.isTree && action.endsWith("_table"_L1)) {
        Result<InventoryOutcome> outcome = failure(ErrorKind::Usage, Texts::tr("Choose a table first."));
        for (const QString& id : itemIds) {
            outcome = co_await actOnTable(client, action, id, token);
            if (!outcome) {
                break;
            }
        }
        co_return outcome;
    }
    const auto it = calls
        ? std::ranges::find_if(calls->actions, [&](const ActionCall& c) { return c.action.id == action; })
        : std::vector<ActionCall>::const_iterator();
    if (!calls || it == calls->actions.end()) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("The service cannot do that: %1.").arg(action));
    }
    const ActionCall call = *it;
    const QStringList targets = call.idParameter.isEmpty() ? QStringList{QString()} : itemIds;
    InventoryOutcome outcome;
    for (const QString& target : targets) {
        if (progress) {
            progress(target);
        }
        CallValues parameters;
        if (!call.idParameter.isEmpty()) {
            parameters.insert(call.idParameter, target);
        }
        for (const auto& [field, wire] : call.parameters) {
            if (!values.value(field).isEmpty()) {
                parameters.insert(wire, values.value(field));
            }
        }
        const QJsonObject body = call.bodyOf ? call.bodyOf(values, itemIds) : QJsonObject();
        const Result<QJsonObject> answer = co_await callObject(client, call.operation, parameters, body, token);
        if (!answer) {
            co_return failure(answer.error());
        }
        const QString said = answer->value("message"_L1).toString().simplified();
        outcome.message = said.isEmpty() ? Texts::tr("Done.") : said;
        outcome.parts = partsOf(*answer);
    }
    co_return outcome;
}

} // namespace millrace::dli
