// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisjson.h"

#include "backends/linkis/envelope.h"
#include "backends/linkis/linkistexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::linkis::json {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisTask)
};

constexpr qsizetype s_longestName = 300; ///< code can be megabytes in one line

QDateTime timeOf(const QJsonValue& value)
{
    const qint64 milliseconds = numberOf(value);
    if (milliseconds > 0) {
        return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    }
    // The document writes times as texts, and old servers may do so too.
    QDateTime parsed = QDateTime::fromString(value.toString(), u"yyyy-MM-dd HH:mm:ss"_s);
    parsed.setTimeSpec(Qt::UTC);
    return parsed;
}

/// The value of a label that stands as "key:value".
QString labelOf(const QJsonObject& row, const QString& key)
{
    for (const QJsonValue& value : row.value("labels"_L1).toArray()) {
        const QString text = value.toString();
        if (text.startsWith(key + u':')) {
            return text.mid(key.size() + 1);
        }
    }
    return {};
}

void addFact(std::vector<NamedText>& facts, const QString& name, const QString& value)
{
    // Rows that an interceptor refused spell nothing as the text NULL.
    if (!value.isEmpty() && value != "NULL"_L1) {
        facts.push_back({name, value});
    }
}

/// What the server measured: "scheduleTime": "2026-11-22T20:54:03+0000", …
void addTimeline(Task& task, const QJsonObject& row)
{
    const QJsonObject metrics = QJsonDocument::fromJson(row.value("metrics"_L1).toString().toUtf8()).object();
    const std::pair<QString, QLatin1StringView> steps[]{{Texts::tr("submitted"), "submitTime"_L1},
        {Texts::tr("scheduled"), "scheduleTime"_L1}, {Texts::tr("running"), "runningTime"_L1},
        {Texts::tr("engine asked for"), "requestECTime"_L1}, {Texts::tr("sent to the engine"), "jobToECTIme"_L1},
        {Texts::tr("ended"), "completeTime"_L1}};
    for (const auto& [name, member] : steps) {
        QString text = metrics.value(member).toString();
        static const QRegularExpression s_zone(u"([+-]\\d{2})(\\d{2})$"_s); // Qt wants the colon
        const QDateTime at = QDateTime::fromString(text.replace(s_zone, u"\\1:\\2"_s), Qt::ISODate);
        if (at.isValid()) {
            task.timeline.push_back({name, at.toUTC()});
        }
    }
}

void addFacts(Task& task, const QJsonObject& row)
{
    const auto text = [&](QLatin1StringView name) { return textOf(row.value(name)); };
    const QJsonObject source = QJsonDocument::fromJson(text("sourceJson"_L1).toUtf8()).object();
    addFact(task.facts, Texts::tr("Script"), source.value("scriptPath"_L1).toString());
    addFact(task.facts, Texts::tr("Submitted from"), source.value("requestIP"_L1).toString());
    addFact(task.facts, Texts::tr("Runs as"), text("executeUser"_L1));
    addFact(task.facts, Texts::tr("Entrance"), text("instance"_L1));
    addFact(task.facts, Texts::tr("Engine instance"), text("engineInstance"_L1));
    addFact(task.facts, Texts::tr("Engine manager"), text("ecmInstance"_L1));
    addFact(task.facts, Texts::tr("Execution id"), task.execId);
    addFact(task.facts, Texts::tr("Error code"), task.errorCode == "0"_L1 ? QString() : task.errorCode);
    addFact(task.facts, Texts::tr("Log file"), task.logPath);
    addFact(task.facts, Texts::tr("Engine log"), text("engineLogPath"_L1));
    addFact(task.facts, Texts::tr("Results"), task.resultLocation);
    addTimeline(task, row);
}

/// All numbers of a name: "1_10.dolphin" is 1, 10.
std::vector<qint64> numbersIn(const QString& name)
{
    static const QRegularExpression s_number(u"\\d+"_s);
    std::vector<qint64> numbers;
    auto matches = s_number.globalMatch(name);
    while (matches.hasNext()) {
        numbers.push_back(matches.next().captured().toLongLong());
    }
    return numbers;
}

ResultPage::Kind kindOf(const QString& type)
{
    if (type == "2"_L1) {
        return ResultPage::Kind::Table;
    }
    if (type == "4"_L1) {
        return ResultPage::Kind::Picture;
    }
    if (type == "5"_L1) {
        return ResultPage::Kind::Html;
    }
    return type.startsWith("script"_L1) ? ResultPage::Kind::Script : ResultPage::Kind::Text;
}

/// What the one column of a result that is no table is called.
QString columnNameOf(ResultPage::Kind kind)
{
    switch (kind) {
    case ResultPage::Kind::Picture:
        return u"picture"_s;
    case ResultPage::Kind::Html:
        return u"html"_s;
    default:
        return u"text"_s;
    }
}

std::vector<ResultColumn> columnsOf(const QJsonValue& metadata)
{
    std::vector<ResultColumn> columns;
    for (const QJsonValue& value : metadata.toArray()) {
        // Objects in every version seen; lists of name, type and comment are tolerated.
        const QJsonObject column = value.toObject();
        const QString name =
            value.isArray() ? value.toArray().at(0).toString() : column.value("columnName"_L1).toString();
        const QString type =
            value.isArray() ? value.toArray().at(1).toString() : column.value("dataType"_L1).toString();
        LogicalType known = typeFromForeignName(type);
        if (known.root == TypeRoot::Decimal && !type.contains(u'(')) {
            known.precision = known.scale = -1; // the server names none
        }
        columns.push_back({name, known});
    }
    return columns;
}

} // namespace

QString nameOf(const QString& code, const QString& otherwise)
{
    const QString firstLine = code.left(s_longestName).trimmed().section(u'\n', 0, 0).simplified();
    return firstLine.isEmpty() ? otherwise : firstLine;
}

JobState taskState(const QString& raw)
{
    static const QHash<QString, JobState> s_states{{u"inited"_s, JobState::Pending},
        {u"waitforretry"_s, JobState::Pending}, {u"scheduled"_s, JobState::Pending}, {u"running"_s, JobState::Running},
        {u"succeed"_s, JobState::Finished}, {u"failed"_s, JobState::Failed}, {u"cancelled"_s, JobState::Cancelled},
        {u"timeout"_s, JobState::Failed}};
    return s_states.value(raw.toLower(), JobState::Unknown);
}

Task task(const QJsonObject& row)
{
    const auto text = [&](QLatin1StringView name) { return textOf(row.value(name)); };
    Task task;
    JobSummary& summary = task.summary;
    summary.id = text("taskID"_L1);
    summary.rawState = text("status"_L1);
    summary.state = taskState(summary.rawState);
    summary.owner = text("umUser"_L1);
    summary.kind = text("runType"_L1);
    task.engine = labelOf(row, u"engineType"_s);
    task.creator = text("requestApplicationName"_L1);
    task.code = text("executionCode"_L1);
    summary.cluster = task.engine.isEmpty() ? text("executeApplicationName"_L1) : task.engine;
    summary.name = nameOf(task.code, task.creator + u" · "_s + summary.cluster);
    summary.start = timeOf(row.value("createdTime"_L1));
    summary.durationMs = numberOf(row.value("costTime"_L1));
    if (isFinal(summary.state)) {
        summary.end = timeOf(row.value("updatedTime"_L1));
    }
    task.execId = text("strongerExecId"_L1);
    if (task.execId.endsWith("null"_L1)) {
        task.execId.clear(); // refused before it ever ran
    }
    task.logPath = text("logPath"_L1);
    task.resultLocation = text("resultLocation"_L1);
    task.errorText = text("errDesc"_L1);
    task.errorCode = text("errCode"_L1);
    if (task.errorCode.isEmpty()) {
        // Failures of engines have their code in the text only: "21304, Task is Failed,errorMsg: …".
        static const QRegularExpression s_code(u"^(\\d{4,6}),"_s);
        task.errorCode = s_code.match(task.errorText).captured(1);
        if (task.errorText.contains("blacklisted code"_L1)) {
            task.errorCode = u"50081"_s; // which only the answer to the submit has
        }
    }
    if (summary.state == JobState::Failed) {
        summary.failure = texts::sentenceOf(task.errorCode, task.errorText);
    }
    task.progress = realOf(row.value("progress"_L1), 0);
    addFacts(task, row);
    return task;
}

void mergeTasks(std::vector<Task>& all, std::vector<Task> page)
{
    for (Task& task : page) {
        const auto it = std::ranges::find(all, task.summary.id, [](const Task& known) { return known.summary.id; });
        if (it == all.end()) {
            all.push_back(std::move(task));
        } else {
            *it = std::move(task);
        }
    }
}

LogBlock logBlock(const QJsonObject& data, qint64 asked)
{
    LogBlock block;
    const QJsonValue log = data.value("log"_L1);
    if (log.isArray()) {
        block.error = log.toArray().at(0).toString();
        block.warning = log.toArray().at(1).toString();
        block.info = log.toArray().at(2).toString();
        block.all = log.toArray().at(3).toString();
    } else {
        block.all = log.toString();
    }
    const qint64 next = numberOf(data.value("fromLine"_L1));
    block.next = next < 0 ? asked : next;
    return block;
}

std::vector<FileNode> fileNodes(const QJsonObject& data)
{
    std::vector<FileNode> nodes;
    for (const QJsonValue& value : data.value("dirFileTrees"_L1).toObject().value("children"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const QJsonObject properties = object.value("properties"_L1).toObject();
        nodes.push_back({.name = object.value("name"_L1).toString(),
            .path = object.value("path"_L1).toString(),
            .isFolder = !object.value("isLeaf"_L1).toBool(),
            .bytes = numberOf(properties.value("size"_L1)),
            .modifiedAt = timeOf(properties.value("modifytime"_L1))});
    }
    return nodes;
}

std::vector<FileNode> resultSets(std::vector<FileNode> nodes)
{
    std::erase_if(nodes, [](const FileNode& node) { return !node.name.endsWith(".dolphin"_L1); });
    std::ranges::stable_sort(nodes, {}, [](const FileNode& node) { return numbersIn(node.name); });
    return nodes;
}

ResultPage resultPage(const QJsonObject& data, int pageSize)
{
    ResultPage page;
    page.kind = kindOf(textOf(data.value("type"_L1)));
    if (data.value("display_prohibited"_L1).toBool()) {
        const QString reason = data.value("en_msg"_L1).toString();
        page.prohibited = reason.isEmpty() ? data.value("zh_msg"_L1).toString() : reason;
        return page;
    }
    if (data.value("column_limit_display"_L1).toBool()) {
        page.notice = data.value("en_msg"_L1).toString();
    }
    const QJsonArray rows = data.value("fileContent"_L1).toArray();
    page.isLast = rows.size() < pageSize;
    if (page.kind == ResultPage::Kind::Table) {
        page.table = LooseTable(columnsOf(data.value("metadata"_L1)));
        for (const QJsonValue& row : rows) {
            std::vector<std::optional<QString>> cells;
            for (const QJsonValue& cell : row.toArray()) {
                cells.push_back(cell.isNull() ? std::nullopt : std::optional(textOf(cell)));
            }
            page.table.addRow(std::move(cells));
        }
        return page;
    }
    const bool splits = page.kind == ResultPage::Kind::Html;
    page.table = LooseTable({{columnNameOf(page.kind), typeFromForeignName(u"string"_s)}});
    QStringList texts;
    for (const QJsonValue& row : rows) {
        texts.append(row.toArray().at(0).toString());
        // A row a line: HTML comes as one text, and is shown as its source.
        for (const QString& line : splits ? texts.constLast().split(u'\n') : QStringList{texts.constLast()}) {
            page.table.addRow({line});
        }
    }
    page.text = texts.join(u'\n');
    return page;
}

Served servedOf(const QJsonObject& data)
{
    Served served;
    for (const QJsonValue& value : data.value("Category"_L1).toArray()) {
        const QJsonObject category = value.toObject();
        const QJsonArray children = category.value("childCategory"_L1).toArray();
        if (!children.isEmpty()) { // else it is the page of the settings for all, under a name that is translated
            served.creators.append(category.value("categoryName"_L1).toString());
        }
        for (const QJsonValue& child : children) {
            served.engines.append(child.toObject().value("categoryName"_L1).toString());
        }
    }
    served.engines.removeDuplicates();
    served.creators.removeDuplicates();
    served.engines.sort();
    return served;
}

} // namespace millrace::linkis::json
