// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlijobjson.h"
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"
#include "backends/dli/inventory/tablekind.h"

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

/// A size with its unit, which the service insists on.
std::optional<QString> checkMemory(const QString& value, const FormValues&)
{
    const QString unit = value.right(1).toUpper();
    bool isNumber = value.isEmpty();
    if (!value.isEmpty()) {
        value.chopped(1).toInt(&isNumber);
    }
    if (value.isEmpty() || (isNumber && (unit == "G"_L1 || unit == "M"_L1))) {
        return std::nullopt;
    }
    return Texts::tr("“%1” is no size: write a number and its unit, as 2G.").arg(value);
}

std::vector<FormField> programFields()
{
    return {text(u"name"_s, Texts::tr("Name")),
        withHelp(text(u"file"_s, Texts::tr("Program file"), true), Texts::tr("A package, or obs://bucket/app.jar.")),
        text(u"className"_s, Texts::tr("Main class"), true), lines(u"args"_s, Texts::tr("Arguments")),
        text(u"queue"_s, Texts::tr("Queue"), true), lines(u"jars"_s, Texts::tr("Further jars")),
        lines(u"pyFiles"_s, Texts::tr("Python files")), lines(u"files"_s, Texts::tr("Further files")),
        withHelp(lines(u"modules"_s, Texts::tr("Modules")),
            u"sys.datasource.hbase, sys.datasource.opentsdb, sys.datasource.rds, sys.datasource.css"_s),
        pairs(u"conf"_s, Texts::tr("Settings"))};
}

std::vector<FormField> sizeFields()
{
    return {withHelp(choice(u"sc_type"_s, Texts::tr("Size"), {QString(), u"A"_s, u"B"_s, u"C"_s}),
                Texts::tr("A: 8 cores in all, B: 16, C: 32. What is given below goes before it.")),
        checked(text(u"driverMemory"_s, Texts::tr("Driver memory")), checkMemory),
        number(u"driverCores"_s, Texts::tr("Driver cores"), 1, 64),
        checked(text(u"executorMemory"_s, Texts::tr("Executor memory")), checkMemory),
        number(u"executorCores"_s, Texts::tr("Executor cores"), 1, 64),
        number(u"numExecutors"_s, Texts::tr("Executors"), 1, 10'000),
        text(u"spark_version"_s, Texts::tr("Spark version")),
        choice(u"feature"_s, Texts::tr("Image"), {QString(), u"basic"_s, u"custom"_s, u"ai"_s}),
        text(u"image"_s, Texts::tr("Own image")), text(u"obs_bucket"_s, Texts::tr("OBS bucket")),
        text(u"catalog_name"_s, Texts::tr("Catalog")), text(u"execution_agency_urn"_s, Texts::tr("Agency")),
        toggle(u"auto_recovery"_s, Texts::tr("Start again when it dies")),
        number(u"max_retry_times"_s, Texts::tr("At most so often"), 1, 100)};
}

ActionCall createBatch()
{
    std::vector<FormField> fields = programFields();
    for (FormField& field : inSection(Texts::tr("Resources"), sizeFields())) {
        fields.push_back(std::move(field));
    }
    for (FormField& field : fields) {
        if (field.id == "image"_L1) {
            field.shownWhen = FormField::Condition{u"feature"_s, {u"custom"_s}};
            field.required = true;
        } else if (field.id == "max_retry_times"_L1) {
            field.shownWhen = FormField::Condition{u"auto_recovery"_s, {u"true"_s}};
        }
    }
    ActionCall call = createCall(u"create_spark_job"_s, Texts::tr("Create a batch…"), std::move(fields));
    call.done = Texts::tr("The service has taken the batch %1.");
    return call;
}

QString logText(const QJsonArray& lines)
{
    QStringList texts;
    for (const QJsonValue& line : lines) {
        texts << line.toString();
    }
    return texts.join(u'\n');
}

} // namespace

KindCalls sparkBatches()
{
    KindCalls kind;
    kind.kind = {.id = u"batches"_s,
        .title = Texts::tr("Spark batches"),
        .icon = u"media-playback-start"_s,
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Queue"), Texts::tr("Size"), Texts::tr("Owner"),
            Texts::tr("Created")},
        .emptyText = Texts::tr("No Spark batch was created in this project.")};
    kind.listOperation = u"list_spark_jobs"_s;
    kind.listParameters = {{u"size"_s, u"100"_s}, {u"order"_s, u"CREATE_TIME_DESC"_s}};
    kind.arrayName = u"sessions"_s;
    kind.idMember = u"id"_s;
    kind.nameMember = u"name"_s;
    kind.stateMember = u"state"_s;
    kind.cellMembers = {u"name"_s, u"state"_s, u"queue"_s, u"sc_type"_s, u"owner"_s, u"create_time"_s};
    kind.detailOperation = u"show_spark_job"_s;
    kind.detailParameter = u"batch_id"_s;
    kind.moreParts = [](const QJsonObject& batch) {
        const QJsonObject asked = QJsonDocument::fromJson(batch.value("req_body"_L1).toString().toUtf8()).object();
        return Parts{{Texts::tr("As it was created"),
            QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Indented)), u"json"_s}};
    };
    kind.detailCalls = {{Texts::tr("State"), u"show_spark_job_status"_s, u"batch_id"_s,
                            [](const QJsonObject& answer) {
                                return InventoryPart{Texts::tr("State"), labelledFacts(answer), {}};
                            }},
        {Texts::tr("Log"), u"show_spark_job_log"_s, u"batch_id"_s, [](const QJsonObject& answer) {
             return InventoryPart{Texts::tr("Log"), logText(answer.value("log"_L1).toArray()), u"log"_s};
         }}};
    ActionCall cancel = eraseCall(
        u"cancel_spark_job"_s, u"batch_id"_s, Texts::tr("Cancel the batch %1? What it has not written yet is lost."));
    cancel.action.text = Texts::tr("Cancel");
    cancel.action.icon = u"media-playback-stop"_s;
    cancel.done = Texts::tr("The batch %1 is cancelled.");
    kind.actions = {createBatch(), cancel};
    kind.actionsOf = [](const QJsonObject& batch, QStringList all) {
        if (isFinal(json::sparkState(batch.value("state"_L1).toString()))) {
            all.removeAll(u"cancel_spark_job"_s);
        }
        return all;
    };
    return kind;
}

} // namespace millrace::dli
