// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/redaction.h"
#include "backends/linkis/inventory/kinds.h"
#include "backends/linkis/inventory/readers.h"
#include "backends/linkis/linkistasks.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::linkis::readers {

using namespace Qt::StringLiterals;
using namespace kinds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisInventory)
};

constexpr int s_shownRows = 1000;

/// Moments come as milliseconds, memory as bytes.
QString factText(const QString& name, const QJsonValue& value)
{
    constexpr qint64 longAgo = 100'000'000'000;
    if (value.isBool()) {
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    }
    if (name.endsWith("Time"_L1) && numberOf(value) > longAgo) {
        return timeText(QDateTime::fromMSecsSinceEpoch(numberOf(value), Qt::UTC));
    }
    return name == "memory"_L1 ? sizeText(numberOf(value)) : textOf(value);
}

/// The scalars of an object as facts; those whose names speak of secrets as stars.
std::vector<NamedText> factsOf(const QJsonObject& object, const QString& prefix = {})
{
    std::vector<NamedText> facts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isObject()) {
            const std::vector<NamedText> inner = factsOf(it->toObject(), prefix + it.key() + u'.');
            facts.insert(facts.end(), inner.begin(), inner.end());
        } else if (const QString value = factText(it.key(), *it); !value.isEmpty()) {
            facts.push_back({prefix + it.key(), Redactor::isSecretName(it.key()) ? QString(Redactor::stars) : value});
        }
    }
    return facts;
}

Parts pageParts(const json::ResultPage& page, const QJsonObject& data, const QString& path)
{
    if (!page.prohibited.isEmpty()) {
        return {
            {Texts::tr("Rows"), Texts::tr("The server does not show this result: %1").arg(page.prohibited), u"text"_s}};
    }
    if (page.kind == json::ResultPage::Kind::Table) {
        TextTable table;
        for (const ResultColumn& column : page.table.columns()) {
            table.columns.append(column.name);
        }
        for (const QJsonValue& row : data.value("fileContent"_L1).toArray()) {
            QStringList cells;
            for (const QJsonValue& cell : row.toArray()) {
                cells.append(textOf(cell)); // NULL stays empty, apart from the text NULL
            }
            table.rows.push_back(cells);
        }
        return {{page.isLast ? Texts::tr("Rows") : Texts::tr("The first %1 rows").arg(s_shownRows), table, {}}};
    }
    if (page.kind == json::ResultPage::Kind::Picture) {
        return {{Texts::tr("Picture"),
            std::vector<NamedText>{{Texts::tr("Picture"),
                Texts::tr("%1 as base64; run the task from the editor to see it").arg(sizeText(page.text.size()))}},
            {}}};
    }
    // HTML is shown as its source and never run.
    const bool isHtml = page.kind == json::ResultPage::Kind::Html;
    const QString suffix = path.section(u'.', -1);
    const bool isSql = suffix == "sql"_L1 || suffix == "hql"_L1;
    return {{isHtml ? Texts::tr("HTML source") : Texts::tr("Text"), page.text, isSql ? u"sql"_s : u"text"_s}};
}

QCoro::Task<Result<Parts>> contentParts(std::shared_ptr<LinkisClient> client, QString path, CancellationToken token)
{
    const CallValues values{{u"path"_s, path}, {u"page"_s, u"1"_s}, {u"pageSize"_s, QString::number(s_shownRows)},
        {u"nullValue"_s, u"LINKIS_NULL"_s}};
    const Result<QJsonObject> data = co_await call(client, u"filesystem.openFile"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    co_return pageParts(json::resultPage(*data, s_shownRows), *data, path);
}

QCoro::Task<Result<Parts>> taskParts(std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token)
{
    const CallValues values{{u"taskID"_s, taskId}, {u"pageNow"_s, u"1"_s}, {u"pageSize"_s, u"1"_s}};
    const Result<QJsonObject> data = co_await call(client, u"jobhistory.list"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    const json::Task task = json::task(data->value("tasks"_L1).toArray().at(0).toObject());
    Parts parts{{Texts::tr("Code"), task.code, u"sql"_s}, {Texts::tr("Task"), task.facts, {}}};
    if (!task.errorText.isEmpty()) {
        parts.insert(parts.begin(), {Texts::tr("Error"), task.errorText, u"text"_s});
    }
    co_return parts;
}

/// What an engine writes; its manager is known from its own record only.
QCoro::Task<Result<Parts>> engineParts(std::shared_ptr<LinkisClient> client, QString instance, CancellationToken token)
{
    const CallValues values{{u"instance"_s, instance}, {u"pageNow"_s, u"1"_s}, {u"pageSize"_s, u"1"_s}};
    const Result<QJsonObject> found =
        co_await call(client, u"linkisManager.ecinfo.ecrHistoryList"_s, values, {}, token);
    Parts parts;
    QString manager;
    if (found) {
        const QJsonObject record = found->value("engineList"_L1).toArray().at(0).toObject();
        manager = record.value("ecmInstance"_L1).toString();
        parts.push_back({Texts::tr("Engine"), factsOf(record), {}});
    }
    const QString application = u"linkis-cg-engineconn"_s;
    for (const QString& log : {u"stdout"_s, u"stderr"_s}) {
        const QJsonObject body{{u"applicationName"_s, application}, {u"emInstance"_s, manager},
            {u"instance"_s, instance},
            {u"parameters"_s, QJsonObject{{u"logType"_s, log}, {u"fromLine"_s, u"1"_s}, {u"pageSize"_s, u"1000"_s}}}};
        const Result<QJsonObject> lines = co_await call(client, u"linkisManager.openEngineLog"_s, {}, body, token);
        QStringList texts;
        if (lines) {
            for (const QJsonValue& line : lines->value("result"_L1).toObject().value("logs"_L1).toArray()) {
                texts.append(line.toString());
            }
        }
        parts.push_back({log, lines ? texts.join(u'\n') : lines.error().message, u"log"_s});
    }
    co_return parts;
}

Parts settingParts(const QJsonObject& data)
{
    TextTable table{.columns = {Texts::tr("Name"), Texts::tr("Value"), Texts::tr("The server's own"),
                        Texts::tr("Allowed"), Texts::tr("What for")}};
    for (const QJsonValue& tree : data.value("fullTree"_L1).toArray()) {
        for (const QJsonValue& value : tree.toObject().value("settings"_L1).toArray()) {
            const QJsonObject setting = value.toObject();
            table.rows.push_back({setting.value("key"_L1).toString(), textOf(setting.value("configValue"_L1)),
                textOf(setting.value("defaultValue"_L1)), textOf(setting.value("validateRange"_L1)),
                setting.value("description"_L1).toString()});
        }
    }
    return {{Texts::tr("Settings"), table, {}}};
}

QCoro::Task<Result<Parts>> accountParts(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    std::vector<NamedText> facts{{Texts::tr("User"), client->settings().user}, {Texts::tr("Works as"), client->user()},
        {Texts::tr("Administrator"), client->isAdmin() ? Texts::tr("yes") : Texts::tr("no")},
        {Texts::tr("Logged in until"), timeText(client->sessionUntil())}};
    for (const QString& operation :
        {u"user.baseinfo"_s, u"jobhistory.governanceStationAdmin"_s, u"jobhistory.taskCount"_s}) {
        const Result<QJsonObject> data = co_await call(client, operation, {}, {}, token);
        if (data) {
            const std::vector<NamedText> more = factsOf(*data);
            facts.insert(facts.end(), more.begin(), more.end());
        }
    }
    co_return Parts{{Texts::tr("Login"), facts, {}}};
}

} // namespace

QCoro::Task<Result<Parts>> detail(
    std::shared_ptr<LinkisClient> client, QString kind, QString itemId, CancellationToken token)
{
    if (kind == ids::tasks) {
        const QString path = itemId.section(u'\n', 1);
        if (path.isEmpty()) {
            co_return co_await taskParts(client, itemId, token);
        }
        co_return co_await contentParts(client, path, token);
    }
    if (kind == ids::files) {
        const bool isFile = itemId.section(u'/', -1).contains(u'.');
        if (!isFile) {
            co_return Parts();
        }
        co_return co_await contentParts(client, itemId, token);
    }
    if (kind == ids::engines) {
        co_return co_await engineParts(client, itemId, token);
    }
    if (kind == ids::account) {
        co_return co_await accountParts(client, token);
    }
    CallValues values;
    QString operation;
    if (kind == ids::sources) {
        operation = u"data-source-manager.info.get"_s;
        values.insert(u"id"_s, itemId);
    } else if (kind == ids::configuration) {
        const QString engine = itemId.section(u'\n', 1);
        operation = u"configuration.getFullTreesByAppName"_s;
        values = {{u"creator"_s, itemId.section(u'\n', 0, 0)}, {u"engineType"_s, engine.section(u'-', 0, 0)},
            {u"version"_s, engine.section(u'-', 1)}};
    } else {
        co_return Parts();
    }
    const Result<QJsonObject> data = co_await call(client, operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    if (kind == ids::configuration) {
        co_return settingParts(*data);
    }
    co_return Parts{{Texts::tr("Data source"), factsOf(data->value("info"_L1).toObject()), {}}};
}

} // namespace millrace::linkis::readers
