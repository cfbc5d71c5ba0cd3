// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/clusterinventory.h"
#include "backends/flink/clusterjson.h"
#include "backends/flink/flinkapi.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/jsonvalues.h"
#include "backends/flink/planjson.h"
#include "backends/http/httperrors.h"
#include "backends/http/multipart.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct JarTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkCluster)
};

FormDescription runForm(bool isRun)
{
    FormDescription form;
    form.title = isRun ? JarTexts::tr("Run a jar") : JarTexts::tr("Plan of a jar");
    form.fields.push_back({.id = u"entryClass"_s,
        .label = JarTexts::tr("Entry class"),
        .help = JarTexts::tr("Empty: the one that its manifest names.")});
    form.fields.push_back({.id = u"programArgs"_s,
        .label = JarTexts::tr("Arguments"),
        .help = JarTexts::tr("Separated by spaces; quote those that hold one.")});
    form.fields.push_back({.id = u"parallelism"_s,
        .label = JarTexts::tr("Parallelism"),
        .kind = FieldKind::Number,
        .check = checks::wholeNumber(1, 32768)});
    if (isRun) {
        form.fields.push_back({.id = u"savepointPath"_s, .label = JarTexts::tr("Savepoint")});
        form.fields.push_back({.id = u"allowNonRestoredState"_s,
            .label = JarTexts::tr("Missing operators"),
            .kind = FieldKind::Toggle,
            .defaultValue = u"false"_s,
            .caption = JarTexts::tr("Drop state that no operator of the new job takes")});
    }
    return form;
}

QByteArray runBody(const FormValues& values)
{
    QJsonObject body;
    for (const auto name : {"entryClass"_L1, "savepointPath"_L1}) {
        if (const QString text = values.value(name).trimmed(); !text.isEmpty()) {
            body.insert(name, text);
        }
    }
    if (const QStringList arguments = QProcess::splitCommand(values.value(u"programArgs"_s)); !arguments.isEmpty()) {
        body.insert("programArgsList"_L1, QJsonArray::fromStringList(arguments));
    }
    if (const int parallelism = values.value(u"parallelism"_s).toInt(); parallelism > 0) {
        body.insert("parallelism"_L1, parallelism);
    }
    if (body.contains("savepointPath"_L1)) {
        body.insert("allowNonRestoredState"_L1, values.value(u"allowNonRestoredState"_s) == "true"_L1);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QCoro::Task<Result<InventoryOutcome>> upload(
    std::shared_ptr<GatewayClient> client, QString path, CancellationToken token)
{
    if (auto missing = missingJobManager(*client)) {
        co_return failure(std::move(*missing));
    }
    Result<Multipart> form = multipart({}, {{u"jarfile"_s, path}});
    if (!form) {
        co_return failure(form.error());
    }
    HttpRequest request;
    request.method = "POST";
    request.url = api::joined(client->jobManager(), api::jarUpload());
    request.body = std::move(form->body);
    request.contentType = form->contentType;
    const Result<HttpResponse> response = co_await client->http().send(std::move(request), std::move(token));
    if (!response) {
        Error error = response.error();
        if (error.httpStatus == 404) {
            error.kind = ErrorKind::Unsupported;
            error.message = JarTexts::tr("This cluster takes no jars: web.submit.enable is false.");
        }
        co_return failure(std::move(error));
    }
    const Result<QString> id = json::uploadedJar(response->body);
    if (!id) {
        co_return failure(id.error());
    }
    co_return InventoryOutcome{.message = JarTexts::tr("%1 was uploaded.").arg(QFileInfo(path).fileName())};
}

QCoro::Task<Result<InventoryOutcome>> runJar(
    std::shared_ptr<GatewayClient> client, QString jarId, FormValues values, CancellationToken token)
{
    const QString path = api::jarPart(jarId, "run"_L1);
    const QByteArray wish = runBody(values);
    const Result<QByteArray> body = co_await callJobManager(client, "POST", path, wish, std::move(token));
    if (!body) {
        co_return failure(body.error());
    }
    const Result<QString> job = json::jobIdOf(*body);
    if (!job) {
        co_return failure(job.error());
    }
    co_return InventoryOutcome{.message = JarTexts::tr("Job %1 was started.").arg(*job), .changed = false};
}

QCoro::Task<Result<InventoryOutcome>> planJar(
    std::shared_ptr<GatewayClient> client, QString jarId, FormValues values, CancellationToken token)
{
    const QString path = api::jarPart(jarId, "plan"_L1);
    const QByteArray wish = runBody(values);
    const Result<QByteArray> body = co_await callJobManager(client, "POST", path, wish, std::move(token));
    if (!body) {
        co_return failure(body.error());
    }
    const Result<QJsonObject> plan = json::readObject(*body);
    if (!plan) {
        co_return failure(plan.error());
    }
    Result<Graph> graph = planjson::jobPlan(*plan);
    if (!graph) {
        co_return failure(graph.error());
    }
    InventoryOutcome outcome{.message = JarTexts::tr("This is what the jar would run."), .changed = false};
    outcome.parts.push_back({JarTexts::tr("Plan"), std::move(*graph), {}});
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> deleteJars(
    std::shared_ptr<GatewayClient> client, QStringList jarIds, CancellationToken token)
{
    for (const QString& id : jarIds) {
        const Result<QByteArray> body =
            co_await callJobManager(client, "DELETE", api::jarPart(id, ""_L1), QByteArray(), token);
        if (!body) {
            co_return failure(body.error());
        }
    }
    co_return InventoryOutcome{.message = JarTexts::tr("%n jar(s) were deleted.", nullptr, int(jarIds.size()))};
}

} // namespace

std::vector<InventoryAction> jarActions()
{
    FormDescription file;
    file.title = JarTexts::tr("Upload a jar");
    file.fields.push_back({.id = u"file"_s, .label = JarTexts::tr("Jar"), .kind = FieldKind::File, .required = true});
    std::vector<InventoryAction> actions;
    actions.push_back({.id = u"upload"_s, .text = JarTexts::tr("Upload…"), .form = file, .onItems = false});
    actions.push_back({.id = u"run"_s, .text = JarTexts::tr("Run…"), .form = runForm(true)});
    actions.push_back({.id = u"plan"_s, .text = JarTexts::tr("Plan…"), .form = runForm(false), .changes = false});
    actions.push_back({.id = u"delete"_s,
        .text = JarTexts::tr("Delete"),
        .confirm = JarTexts::tr("Delete %1 from the cluster? Jobs that run from it go on."),
        .many = true});
    return actions;
}

QCoro::Task<Result<InventoryOutcome>> actOnJars(std::shared_ptr<GatewayClient> client, QString action,
    QStringList jarIds, FormValues values, ProgressObserver progress, CancellationToken token)
{
    if (action == "upload"_L1) {
        if (progress) {
            progress(JarTexts::tr("Sending the jar"));
        }
        co_return co_await upload(client, values.value(u"file"_s), token);
    }
    if (jarIds.isEmpty()) {
        co_return failure(ErrorKind::Usage, JarTexts::tr("Choose a jar first."));
    }
    if (action == "run"_L1) {
        co_return co_await runJar(client, jarIds.first(), values, token);
    }
    if (action == "plan"_L1) {
        co_return co_await planJar(client, jarIds.first(), values, token);
    }
    if (action == "delete"_L1) {
        co_return co_await deleteJars(client, jarIds, token);
    }
    co_return failure(ErrorKind::Usage, JarTexts::tr("Jars know no action %1.").arg(action));
}

} // namespace millrace::flink
