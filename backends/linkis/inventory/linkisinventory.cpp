// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/inventory/linkisinventory.h"

#include "backends/http/redaction.h"
#include "backends/linkis/inventory/kinds.h"
#include "backends/linkis/inventory/readers.h"
#include "backends/linkis/linkistasks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace millrace::linkis {

using namespace Qt::StringLiterals;
using namespace kinds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisInventory)
};

using Parts = std::vector<InventoryPart>;

CallValues treeValues(const QString& itemId)
{
    const QString engine = itemId.section(u'\n', 1);
    return {{u"creator"_s, itemId.section(u'\n', 0, 0)}, {u"engineType"_s, engine.section(u'-', 0, 0)},
        {u"version"_s, engine.section(u'-', 1)}};
}

/// Saving replaces the whole list: it is read first, and what is there stays.
QCoro::Task<Result<QString>> changeVariables(
    std::shared_ptr<LinkisClient> client, QString key, std::optional<QString> value, CancellationToken token)
{
    const Result<QJsonObject> before = co_await call(client, u"variable.listGlobalVariable"_s, {}, {}, token);
    if (!before) {
        co_return failure(before.error());
    }
    QJsonArray all;
    for (const QJsonValue& each : before->value("globalVariables"_L1).toArray()) {
        if (each.toObject().value("key"_L1).toString() != key) {
            all.append(each);
        }
    }
    if (value) {
        all.append(QJsonObject{{u"key"_s, key}, {u"value"_s, *value}});
    }
    const QJsonObject body{{u"globalVariables"_s, all}};
    const Result<QJsonObject> done = co_await call(client, u"variable.saveGlobalVariable"_s, {}, body, token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return value ? Texts::tr("%1 is set.").arg(key) : Texts::tr("%1 is deleted.").arg(key);
}

/// The same for the settings of an engine.
QCoro::Task<Result<QString>> changeSetting(
    std::shared_ptr<LinkisClient> client, QString itemId, FormValues form, CancellationToken token)
{
    const CallValues values = treeValues(itemId);
    const Result<QJsonObject> before =
        co_await call(client, u"configuration.getFullTreesByAppName"_s, values, {}, token);
    if (!before) {
        co_return failure(before.error());
    }
    QJsonArray trees = before->value("fullTree"_L1).toArray();
    for (qsizetype t = 0; t < trees.size(); ++t) {
        QJsonObject tree = trees.at(t).toObject();
        QJsonArray settings = tree.value("settings"_L1).toArray();
        for (qsizetype s = 0; s < settings.size(); ++s) {
            QJsonObject setting = settings.at(s).toObject();
            if (setting.value("key"_L1).toString() == form.value(u"key"_s)) {
                setting.insert(u"configValue"_s, form.value(u"value"_s));
                settings.replace(s, setting);
            }
        }
        tree.insert(u"settings"_s, settings);
        trees.replace(t, tree);
    }
    const QJsonObject body{{u"creator"_s, itemId.section(u'\n', 0, 0)}, {u"engineType"_s, itemId.section(u'\n', 1)},
        {u"fullTree"_s, trees}};
    const Result<QJsonObject> done = co_await call(client, u"configuration.saveFullTree"_s, {}, body, token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return Texts::tr("%1 is set.").arg(form.value(u"key"_s));
}

/// "~/x.csv" and "x.csv" as a place on this computer.
QString localPath(QString typed)
{
    if (typed.startsWith("~/"_L1)) {
        typed = QDir::homePath() + typed.mid(1);
    }
    return QFileInfo(typed).isAbsolute() ? typed : QDir::homePath() + u'/' + typed;
}

QString shownPath(const QString& path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? u"~/"_s + path.mid(home.size()) : path;
}

/// Asks the server for a file and writes it here; what a server says instead of a file is an Error.
QCoro::Task<Result<QString>> fetchFile(std::shared_ptr<LinkisClient> client, QString operation, CallValues values,
    QJsonObject body, QString typedPath, CancellationToken token)
{
    const Result<HttpResponse> answer =
        co_await answerOf(client, std::move(operation), std::move(values), std::move(body), token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const Result<QByteArray> bytes = readDownload(*answer, client->http().redactor());
    if (!bytes) {
        co_return failure(bytes.error());
    }
    const QString path = localPath(typedPath.trimmed());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        co_return failure(ErrorKind::Storage, Texts::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    }
    co_return Texts::tr("%1: %2 written.").arg(shownPath(path), readers::sizeText(bytes->size()));
}

CallValues exportValues(const FormValues& form, const QString& path)
{
    const QString type = form.value(u"type"_s, u"xlsx"_s);
    const QString null = form.value(u"null"_s).isEmpty() ? u"BLANK"_s : form.value(u"null"_s);
    CallValues values{{u"path"_s, path}, {u"nullValue"_s, null}, {u"limit"_s, form.value(u"limit"_s, u"0"_s)},
        {u"outputFileName"_s, QFileInfo(form.value(u"file"_s)).completeBaseName()}};
    if (form.contains(u"type"_s)) {
        values.insert(u"outputFileType"_s, type);
        values.insert(u"charset"_s, u"utf-8"_s);
        values.insert(u"csvSeparator"_s, form.value(u"separator"_s, u","_s));
        values.insert(u"autoFormat"_s, u"false"_s);
    }
    return values;
}

QCoro::Task<Result<QString>> exportTask(
    std::shared_ptr<LinkisClient> client, QString taskId, FormValues form, CancellationToken token)
{
    const Result<json::Task> task = co_await historyTask(client, taskId, token);
    if (!task) {
        co_return failure(task.error());
    }
    CallValues values = exportValues(form, task->resultLocation);
    const QString file = form.value(u"file"_s);
    co_return co_await fetchFile(client, QString(actions::exportAll), std::move(values), QJsonObject(), file, token);
}

struct FileCall {
    QString operation;
    QJsonObject body;
    QString done;
};

/// What an action on a file or folder of the server sends.
FileCall fileCall(const QString& action, const QString& item, const FormValues& form)
{
    const QString name = form.value(u"name"_s).trimmed();
    const QString inside = item + (item.endsWith(u'/') ? QString() : u"/"_s) + name;
    if (action == actions::newFolder || action == actions::newFile) {
        return {action, {{u"path"_s, inside}}, Texts::tr("%1 is made.").arg(name)};
    }
    if (action == actions::saveFile) {
        const QJsonObject params{{u"variable"_s, QJsonObject()}, {u"configuration"_s, QJsonObject()}};
        return {action,
            {{u"path"_s, item}, {u"scriptContent"_s, form.value(u"text"_s)}, {u"charset"_s, u"utf-8"_s},
                {u"params"_s, params}},
            Texts::tr("%1 is saved.").arg(item.section(u'/', -1))};
    }
    if (action == actions::renameFile) {
        const QString renamed = item.section(u'/', 0, -2) + u'/' + name;
        return {action, {{u"oldDest"_s, item}, {u"newDest"_s, renamed}},
            Texts::tr("%1 is called %2 now.").arg(item.section(u'/', -1), name)};
    }
    return {action, {{u"path"_s, item}}, Texts::tr("%1 is deleted.").arg(item.section(u'/', -1))};
}

QCoro::Task<Result<QString>> trySource(std::shared_ptr<LinkisClient> client, QString id, CancellationToken token)
{
    const CallValues byId{{u"id"_s, id}};
    const Result<QJsonObject> found = co_await call(client, u"data-source-manager.info.get"_s, byId, {}, token);
    if (!found) {
        co_return failure(found.error());
    }
    const QString version = textOf(found->value("info"_L1).toObject().value("versionId"_L1));
    const CallValues values{{u"id"_s, id}, {u"version"_s, version.isEmpty() ? u"1"_s : version}};
    const Result<QJsonObject> done = co_await call(client, QString(actions::trySource), values, {}, token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return Texts::tr("The server reached the data source.");
}

/// What one action on one item does, in one sentence.
QCoro::Task<Result<QString>> actOn(
    std::shared_ptr<LinkisClient> client, QString action, QString item, FormValues form, CancellationToken token)
{
    if (action == actions::setVariable) {
        const QString value = form.value(u"value"_s);
        co_return co_await changeVariables(client, form.value(u"key"_s).trimmed(), value, token);
    }
    if (action == actions::removeVariable) {
        co_return co_await changeVariables(client, item, std::nullopt, token);
    }
    if (action == actions::setSetting) {
        co_return co_await changeSetting(client, item, form, token);
    }
    if (action == actions::trySource) {
        co_return co_await trySource(client, item, token);
    }
    if (action == actions::exportAll) {
        co_return co_await exportTask(client, item, form, token);
    }
    if (action == actions::exportSet) {
        CallValues values = exportValues(form, item.section(u'\n', 1));
        co_return co_await fetchFile(client, action, std::move(values), QJsonObject(), form.value(u"file"_s), token);
    }
    if (action == actions::downloadFile) {
        QJsonObject body{{u"path"_s, item}, {u"charset"_s, u"utf-8"_s}};
        co_return co_await fetchFile(client, action, CallValues(), std::move(body), form.value(u"file"_s), token);
    }
    Result<void> plain;
    QString sentence;
    if (action == actions::kill) {
        plain = co_await killTask(client, item, token);
        sentence = Texts::tr("The task %1 is killed.").arg(item);
    } else if (action == actions::logInAgain) {
        plain = co_await logIn(client, token);
        sentence = Texts::tr("%1 is logged in.").arg(item);
    } else {
        FileCall made = fileCall(action, item, form);
        CallValues values;
        if (action == actions::killEngine) {
            made = {u"linkisManager.killEngineConn"_s,
                {{u"applicationName"_s, u"linkis-cg-engineconn"_s}, {u"instance"_s, item}},
                Texts::tr("The engine %1 is killed.").arg(item)};
        } else if (action == actions::expireSource) {
            values.insert(u"id"_s, item);
            made = {action, {}, Texts::tr("The data source has expired.")};
        }
        const Result<QJsonObject> data = co_await call(client, made.operation, values, made.body, token);
        plain = data ? Result<void>() : Result<void>(failure(data.error()));
        sentence = made.done;
    }
    if (!plain) {
        co_return failure(plain.error());
    }
    co_return sentence;
}

/// A day as the milliseconds at its beginning (or of the next one's).
QString dayText(const QString& typed, int more)
{
    const QDate day = QDate::fromString(typed.trimmed(), Qt::ISODate);
    return day.isValid() ? QString::number(day.addDays(more).startOfDay().toMSecsSinceEpoch()) : QString();
}

QCoro::Task<Result<InventoryOutcome>> searchTasks(
    std::shared_ptr<LinkisClient> client, FormValues form, CancellationToken token)
{
    CallValues values{{u"pageNow"_s, u"1"_s}, {u"pageSize"_s, u"500"_s}};
    const auto add = [&values](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            values.insert(name, value);
        }
    };
    add(u"startDate"_s, dayText(form.value(u"from"_s), 0));
    add(u"endDate"_s, dayText(form.value(u"until"_s), 1));
    add(u"status"_s, form.value(u"status"_s));
    add(u"executeApplicationName"_s, form.value(u"engine"_s).trimmed());
    add(u"creator"_s, form.value(u"creator"_s).trimmed());
    add(u"taskID"_s, form.value(u"taskID"_s).trimmed());
    add(u"isAdminView"_s, form.value(u"user"_s) == "true"_L1 ? u"true"_s : QString());
    const Result<QJsonObject> data = co_await call(client, u"jobhistory.list"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    InventoryOutcome outcome{.parts = {{Texts::tr("Found"), readers::taskTable(*data), {}}}, .changed = false};
    const qint64 total = numberOf(data->value("totalPage"_L1)); // which is the number of rows
    outcome.message = Texts::tr("%n task(s) found.", nullptr, int(total));
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> openText(
    std::shared_ptr<LinkisClient> client, QString action, QString item, CancellationToken token)
{
    InventoryOutcome outcome{.changed = false};
    if (action == actions::openCode) {
        const CallValues values{{u"taskID"_s, item}, {u"pageNow"_s, u"1"_s}, {u"pageSize"_s, u"1"_s}};
        const Result<QJsonObject> data = co_await call(client, u"jobhistory.list"_s, values, {}, token);
        if (!data) {
            co_return failure(data.error());
        }
        const json::Task task = json::task(data->value("tasks"_L1).toArray().at(0).toObject());
        outcome.script = InventoryScript{.name = Texts::tr("Task %1").arg(item), .text = task.code};
        co_return outcome;
    }
    Result<json::ResultPage> page = co_await openResult(client, item, 1, token);
    if (!page) {
        co_return failure(page.error());
    }
    outcome.script = InventoryScript{
        .name = item.section(u'/', -1), .text = page->text, .saveAction = actions::saveFile, .saveField = u"text"_s};
    co_return outcome;
}

} // namespace

LinkisInventory::LinkisInventory(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

std::vector<InventoryKind> LinkisInventory::kinds() const
{
    return kinds::all();
}

QCoro::Task<Result<std::vector<InventoryItem>>> LinkisInventory::items(
    QString kind, QString parent, CancellationToken token)
{
    return readers::items(m_client, std::move(kind), std::move(parent), std::move(token));
}

QCoro::Task<Result<Parts>> LinkisInventory::detail(QString kind, QString itemId, CancellationToken token)
{
    return readers::detail(m_client, std::move(kind), std::move(itemId), std::move(token));
}

QCoro::Task<Result<FormDescription>> LinkisInventory::form(
    QString kind, QString action, QStringList itemIds, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    FormDescription form;
    for (const InventoryKind& known : kinds::all()) {
        for (const InventoryAction& each : known.actions) {
            if (known.id == kind && each.id == action) {
                form = each.form;
            }
        }
    }
    if (action != actions::setSetting) {
        co_return form;
    }
    const CallValues values = treeValues(itemIds.value(0));
    const Result<QJsonObject> data = co_await call(client, u"configuration.getFullTreesByAppName"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    for (const QJsonValue& tree : data->value("fullTree"_L1).toArray()) {
        for (const QJsonValue& value : tree.toObject().value("settings"_L1).toArray()) {
            const QString key = value.toObject().value("key"_L1).toString();
            form.fields[0].options.push_back({key, key});
        }
    }
    co_return form;
}

QCoro::Task<Result<InventoryOutcome>> LinkisInventory::act(
    QString, QString action, QStringList itemIds, FormValues values, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    if (action == actions::search) {
        co_return co_await searchTasks(client, values, token);
    }
    if (action == actions::openCode || action == actions::openFile) {
        co_return co_await openText(client, action, itemIds.value(0), token);
    }
    InventoryOutcome outcome;
    const QStringList targets = itemIds.isEmpty() ? QStringList{QString()} : itemIds;
    QStringList sentences;
    for (const QString& target : targets) {
        if (progress) {
            progress(target.section(u'/', -1));
        }
        const Result<QString> done = co_await actOn(client, action, target, values, token);
        if (!done) {
            co_return failure(done.error());
        }
        sentences.append(*done);
    }
    outcome.message = sentences.join(u' ');
    outcome.changed = action != actions::exportSet && action != actions::exportAll && action != actions::downloadFile;
    co_return outcome;
}

} // namespace millrace::linkis
