// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/parts.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/sqlresult.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliParts)
};

const QHash<QString, QString>& jobLabels()
{
    static const QHash<QString, QString> s_labels{{u"job_id"_s, Texts::tr("Job id")},
        {u"job_type"_s, Texts::tr("Kind")}, {u"job_mode"_s, Texts::tr("Mode")}, {u"status"_s, Texts::tr("State")},
        {u"status_desc"_s, Texts::tr("Says")}, {u"duration"_s, Texts::tr("Duration")},
        {u"database_name"_s, Texts::tr("Database")}, {u"table_name"_s, Texts::tr("Table")},
        {u"input_row_count"_s, Texts::tr("Rows read")}, {u"bad_row_count"_s, Texts::tr("Bad rows")},
        {u"input_size"_s, Texts::tr("Bytes read")}, {u"result_count"_s, Texts::tr("Rows of the result")},
        {u"result_path"_s, Texts::tr("Result lies in")}, {u"result_format"_s, Texts::tr("Format of the result")},
        {u"execution_details_path"_s, Texts::tr("Details lie in")}, {u"data_path"_s, Texts::tr("Data lies in")},
        {u"data_type"_s, Texts::tr("Data format")}, {u"export_mode"_s, Texts::tr("If the folder exists")},
        {u"run_mode"_s, Texts::tr("Runs on")}, {u"main_class"_s, Texts::tr("Main class")},
        {u"entrypoint"_s, Texts::tr("Program")}, {u"entrypoint_args"_s, Texts::tr("Arguments")},
        {u"has_savepoint"_s, Texts::tr("Has a savepoint")}, {u"savepoint_path"_s, Texts::tr("Last savepoint")},
        {u"restart_times"_s, Texts::tr("Restarts")}, {u"user_name"_s, Texts::tr("User")},
        {u"appId"_s, Texts::tr("Application id")}, {u"proxyUser"_s, Texts::tr("Runs as")},
        {u"spark_version"_s, Texts::tr("Spark version")}, {u"flink_version"_s, Texts::tr("Flink version")},
        {u"sc_type"_s, Texts::tr("Size")}, {u"image"_s, Texts::tr("Image")}, {u"feature"_s, Texts::tr("Feature")},
        {u"message"_s, Texts::tr("Message")}, {u"desc"_s, Texts::tr("Description")},
        {u"edge_group_ids"_s, Texts::tr("Edge groups")}, {u"project_id"_s, Texts::tr("Project")},
        {u"user_id"_s, Texts::tr("User id")}, {u"root_id"_s, Texts::tr("Made from")}};
    return s_labels;
}

const QHash<QString, QString>& thingLabels()
{
    static const QHash<QString, QString> s_labels{{u"queue_name"_s, Texts::tr("Queue")},
        {u"queueName"_s, Texts::tr("Queue")}, {u"queue"_s, Texts::tr("Queue")}, {u"cluster_name"_s, Texts::tr("Queue")},
        {u"queueType"_s, Texts::tr("Kind")}, {u"queue_type"_s, Texts::tr("Kind")},
        {u"cuCount"_s, Texts::tr("Compute units")}, {u"cu_count"_s, Texts::tr("Compute units")},
        {u"used_cu"_s, Texts::tr("Compute units in use")}, {u"chargingMode"_s, Texts::tr("Charging")},
        {u"cu_spec"_s, Texts::tr("Size")}, {u"cu_scale_in_limit"_s, Texts::tr("Least compute units")},
        {u"cu_scale_out_limit"_s, Texts::tr("Most compute units")}, {u"min_cu"_s, Texts::tr("Least compute units")},
        {u"max_cu"_s, Texts::tr("Most compute units")}, {u"current_cu"_s, Texts::tr("Compute units")},
        {u"actual_cu"_s, Texts::tr("Compute units in use")}, {u"owner"_s, Texts::tr("Owner")},
        {u"description"_s, Texts::tr("Description")}, {u"create_time"_s, Texts::tr("Created")},
        {u"update_time"_s, Texts::tr("Changed")}, {u"start_time"_s, Texts::tr("Started")},
        {u"elastic_resource_pool_name"_s, Texts::tr("Elastic resource pool")}, {u"name"_s, Texts::tr("Name")},
        {u"id"_s, Texts::tr("Id")}, {u"state"_s, Texts::tr("State")}, {u"kind"_s, Texts::tr("Kind")},
        {u"resource_name"_s, Texts::tr("Name")}, {u"resource_type"_s, Texts::tr("Kind")},
        {u"underlying_name"_s, Texts::tr("File")}, {u"dest_vpc_id"_s, Texts::tr("VPC")},
        {u"dest_network_id"_s, Texts::tr("Subnet")}, {u"cidr_in_vpc"_s, Texts::tr("Address range")},
        {u"table_type"_s, Texts::tr("Kind of table")}, {u"data_location"_s, Texts::tr("Data lies in")},
        {u"table_comment"_s, Texts::tr("Comment")}, {u"column_count"_s, Texts::tr("Columns")},
        {u"table_number"_s, Texts::tr("Tables")}, {u"resource_id"_s, Texts::tr("Resource id")},
        {u"enterprise_project_id"_s, Texts::tr("Enterprise project")}, {u"platform"_s, Texts::tr("Platform")},
        {u"err_msg"_s, Texts::tr("Error")}, {u"peer_id"_s, Texts::tr("Peering")}, {u"ip"_s, Texts::tr("Address")},
        {u"var_name"_s, Texts::tr("Name")}, {u"var_value"_s, Texts::tr("Value")},
        {u"is_sensitive"_s, Texts::tr("Sensitive")}, {u"privileges"_s, Texts::tr("Rights")},
        {u"is_admin"_s, Texts::tr("Administrator")}, {u"partition_name"_s, Texts::tr("Partition")},
        {u"num_rows"_s, Texts::tr("Rows")}, {u"num_files"_s, Texts::tr("Files")}, {u"total_size"_s, Texts::tr("Bytes")},
        {u"locations"_s, Texts::tr("Data lies in")}, {u"key"_s, Texts::tr("Name")}, {u"value"_s, Texts::tr("Value")},
        {u"engine"_s, Texts::tr("Engine")}, {u"fail_reason"_s, Texts::tr("Failed because")}};
    return s_labels;
}

} // namespace

QString labelOf(const QString& member)
{
    const QString thing = thingLabels().value(member);
    return thing.isEmpty() ? jobLabels().value(member, member) : thing;
}

QString cellText(const QString& member, const QJsonValue& value)
{
    if (value.isArray()) {
        QStringList names;
        for (const QJsonValue& each : value.toArray()) {
            names.append(each.isObject() ? each.toObject().value("name"_L1).toString() : textOf(each));
        }
        return names.join(", "_L1);
    }
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    if (member == "duration"_L1 && numberOf(value) >= 0) {
        return Texts::tr("%1 s").arg(double(numberOf(value)) / 1000.0, 0, 'f', 1);
    }
    if (member.endsWith("_time"_L1)) {
        const QDateTime at = json::timeOf(value);
        return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
    }
    return textOf(value);
}

std::vector<NamedText> labelledFacts(const QJsonObject& object, const QStringList& without)
{
    std::vector<NamedText> facts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isTexts = it->isArray() && (it->toArray().isEmpty() || !it->toArray().first().isObject());
        if (without.contains(it.key()) || it->isNull() || (it->isArray() && !isTexts)) {
            continue;
        }
        const QString text = cellText(it.key(), it.value());
        if (!text.isEmpty()) {
            facts.push_back({labelOf(it.key()), text});
        }
    }
    return facts;
}

TextTable tableOfList(const QJsonArray& list, const std::vector<QString>& members)
{
    TextTable table;
    for (const QString& member : members) {
        table.columns.append(labelOf(member));
    }
    for (const QJsonValue& value : list) {
        QStringList row;
        for (const QString& member : members) {
            row.append(cellText(member, value.toObject().value(member)));
        }
        table.rows.push_back(row);
    }
    return table;
}

TextTable textTable(const QJsonObject& answer)
{
    TextTable table;
    const LooseTable typed = tableOf(answer);
    for (const ResultColumn& column : typed.columns()) {
        table.columns.append(column.name);
    }
    for (const QJsonValue& row : answer.value("rows"_L1).toArray()) {
        QStringList cells;
        for (const QJsonValue& cell : row.toArray()) {
            const bool isNested = cell.isArray() || cell.isObject();
            cells.append(cell.isNull() ? u"NULL"_s
                    : isNested         ? QString::fromUtf8(
                                  (cell.isArray() ? QJsonDocument(cell.toArray()) : QJsonDocument(cell.toObject()))
                                      .toJson(QJsonDocument::Compact))
                               : textOf(cell));
        }
        table.rows.push_back(cells);
    }
    return table;
}

InventoryPart answerPart(const QJsonValue& answer)
{
    const QJsonDocument document =
        answer.isArray() ? QJsonDocument(answer.toArray()) : QJsonDocument(answer.toObject());
    return {Texts::tr("Answer"), QString::fromUtf8(document.toJson(QJsonDocument::Indented)), u"json"_s};
}

JobState thingState(const QString& raw)
{
    const QString state = raw.toUpper();
    if (state == "READY"_L1 || state == "ACTIVE"_L1 || state == "AVAILABLE"_L1 || state == "RUNNING"_L1) {
        return JobState::Running;
    }
    if (state == "FAILED"_L1 || state == "DEAD"_L1 || state == "DELETED"_L1) {
        return JobState::Failed;
    }
    if (state == "SUCCESS"_L1 || state == "FINISHED"_L1) {
        return JobState::Finished;
    }
    return raw.isEmpty() ? JobState::Unknown : JobState::Pending;
}

} // namespace millrace::dli
