// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetaactions.h"

#include "backends/seatunnel/hocon.h"
#include "backends/seatunnel/zetaclusterjson.h"
#include "backends/seatunnel/zetacontrol.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobs.h"
#include "backends/seatunnel/zetavalues.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace millrace::seatunnel::actions {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView s_tags = "tags"_L1;
constexpr QLatin1StringView s_config = "config"_L1;

struct ActionTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelActions)
};

QString exampleJob()
{
    return uR"({
  "env": { "job.mode": "BATCH", "shade.identifier": "base64" },
  "source": [ { "plugin_name": "MySQL-CDC", "hostname": "127.0.0.1", "username": "reader", "password": "secret" } ],
  "transform": [],
  "sink": [ { "plugin_name": "Console" } ]
})"_s;
}

QString pretty(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

QCoro::Task<Result<InventoryOutcome>> updateTags(
    std::shared_ptr<ZetaClient> client, QString lines, CancellationToken token)
{
    const Result<QByteArray> body = tagsBody(lines);
    if (!body) {
        co_return failure(body.error());
    }
    ZetaCall call{.method = "POST", .path = u"update-tags"_s, .body = *body};
    const Result<QByteArray> answer = co_await ask(client, std::move(call), token);
    const auto done = answer ? json::message(*answer) : Result<QString>(failure(answer.error()));
    if (!done) {
        co_return failure(done.error());
    }
    InventoryOutcome outcome;
    outcome.message = *body == "{}" ? ActionTexts::tr("The member that answers has no tags any more.")
                                    : ActionTexts::tr("The member that answers has these tags now.");
    outcome.parts.push_back({ActionTexts::tr("Tags"), values::named(QJsonDocument::fromJson(*body).object()), {}});
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> encrypt(std::shared_ptr<ZetaClient> client, QString text, CancellationToken token)
{
    const Result<JobValue> job = hocon::parseJob(text); // JSON as well
    if (!job) {
        co_return failure(job.error());
    }
    const QByteArray body = job->toJson();
    ZetaCall call{.method = "POST", .path = u"encrypt-config"_s, .body = body};
    const Result<QByteArray> answer = co_await ask(client, std::move(call), token);
    if (!answer) {
        co_return failure(errors::placedIn(text, answer.error()));
    }
    const Result<QJsonObject> after = values::object(*answer);
    if (!after) {
        co_return failure(after.error());
    }
    const QJsonObject before = QJsonDocument::fromJson(body).object();
    InventoryOutcome outcome{.changed = false};
    outcome.message = before == *after
        ? ActionTexts::tr(
            "Nothing was encrypted: the env block has to name a shade.identifier that the server knows, such "
            "as base64, and a source or sink has to have a secret.")
        : ActionTexts::tr("The secrets of the job are encrypted.");
    outcome.parts.push_back({ActionTexts::tr("Before and after"),
        TextPair{.beforeName = ActionTexts::tr("Before"),
            .before = pretty(before),
            .afterName = ActionTexts::tr("After"),
            .after = pretty(*after)}});
    co_return outcome;
}

/// One call for all of them where the version has it and can take these ids; else one for each.
QCoro::Task<Result<void>> sendStops(
    std::shared_ptr<ZetaClient> client, QStringList ids, bool withSavepoint, CancellationToken token)
{
    const Result<ServerInfo> server = co_await findServer(client, false, token);
    if (!server) {
        co_return failure(server.error());
    }
    // The server reads ids that fit into 32 bits as another type, stops the job and fails then.
    const bool large = std::ranges::all_of(
        ids, [](const QString& id) { return id.toLongLong() > std::numeric_limits<qint32>::max(); });
    if (large && values::isAtLeast(server->version, u"2.3.8"_s)) {
        QByteArrayList entries;
        for (const QString& id : ids) {
            entries.append(stopBody(id, withSavepoint));
        }
        ZetaCall call{.method = "POST", .path = u"stop-jobs"_s, .body = '[' + entries.join(',') + ']'};
        const Result<QByteArray> answer = co_await ask(client, std::move(call), token);
        co_return answer ? Result<void>() : failure(answer.error());
    }
    for (const QString& id : ids) {
        ZetaCall call{.method = "POST", .path = u"stop-job"_s, .body = stopBody(id, withSavepoint)};
        const Result<QByteArray> answer = co_await ask(client, std::move(call), token);
        if (!answer) {
            co_return failure(answer.error());
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<InventoryOutcome>> stopMany(std::shared_ptr<ZetaClient> client, QStringList ids, bool withSavepoint,
    ProgressObserver progress, CancellationToken token)
{
    for (const QString& id : ids) {
        if (auto problem = badJobId(id)) {
            co_return failure(std::move(*problem));
        }
    }
    const Result<void> sent = co_await sendStops(client, ids, withSavepoint, token);
    if (!sent) {
        co_return failure(sent.error());
    }
    TextTable table{.columns = {ActionTexts::tr("Job"), ActionTexts::tr("Ended as")}};
    for (const QString& id : ids) {
        const Result<QString> ended = co_await waitForEnd(client, id, withSavepoint, progress, token);
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        table.rows.push_back({id, ended ? *ended : ended.error().message});
        if (progress) {
            progress(ActionTexts::tr("%1 of %2 jobs have ended").arg(table.rows.size()).arg(ids.size()));
        }
    }
    InventoryOutcome outcome;
    outcome.message = ActionTexts::tr("%n job(s) were stopped.", nullptr, int(ids.size()));
    outcome.parts.push_back({ActionTexts::tr("Jobs"), std::move(table), {}});
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> unknown(QString action)
{
    co_return failure(ErrorKind::Usage, ActionTexts::tr("SeaTunnel has no action \"%1\".").arg(action));
}

} // namespace

std::vector<InventoryAction> ofMembers()
{
    FormDescription form{.title = ActionTexts::tr("Tags of the member that answers")};
    form.fields.push_back({.id = s_tags,
        .label = ActionTexts::tr("Tags"),
        .kind = FieldKind::Lines,
        .placeholder = u"team = a\nzone = one"_s,
        .help = ActionTexts::tr("One on a line. They replace those it has; no line takes all of them away."),
        .check = [](const QString& value, const FormValues&) -> std::optional<QString> {
            const Result<QByteArray> body = tagsBody(value);
            return body ? std::nullopt : std::optional(body.error().message);
        }});
    InventoryAction action{
        .id = u"update-tags"_s, .text = ActionTexts::tr("Set Tags…"), .form = form, .onItems = false};
    return {action};
}

std::vector<InventoryAction> ofJobs()
{
    InventoryAction stop{.id = u"stop"_s, .text = ActionTexts::tr("Stop")};
    stop.confirm = ActionTexts::tr("Stop %1? What they have not written is lost.");
    stop.many = true;
    InventoryAction savepoint{.id = u"stop-savepoint"_s, .text = ActionTexts::tr("Stop with Savepoint")};
    savepoint.confirm = ActionTexts::tr("Stop %1 with a savepoint?");
    savepoint.many = true;
    return {stop, savepoint};
}

std::vector<InventoryAction> ofEncryption()
{
    FormDescription form{.title = ActionTexts::tr("Encrypt the secrets of a job")};
    form.fields.push_back({.id = s_config,
        .label = ActionTexts::tr("Job"),
        .kind = FieldKind::Lines,
        .defaultValue = exampleJob(),
        .help = ActionTexts::tr(
            "JSON or HOCON. env names the method: shade.identifier, which is base64 unless the server has others."),
        .required = true});
    InventoryAction action{.id = u"encrypt-config"_s, .text = ActionTexts::tr("Encrypt…"), .form = form};
    action.onItems = false;
    action.changes = false;
    return {action};
}

QCoro::Task<Result<InventoryOutcome>> run(std::shared_ptr<ZetaClient> client, QString action, QStringList itemIds,
    FormValues values, ProgressObserver progress, CancellationToken token)
{
    if (action == "update-tags"_L1) {
        return updateTags(std::move(client), values.value(s_tags), std::move(token));
    }
    if (action == "encrypt-config"_L1) {
        return encrypt(std::move(client), values.value(s_config), std::move(token));
    }
    if (action == "stop"_L1 || action == "stop-savepoint"_L1) {
        const bool withSavepoint = action == "stop-savepoint"_L1;
        return stopMany(std::move(client), std::move(itemIds), withSavepoint, std::move(progress), std::move(token));
    }
    return unknown(std::move(action));
}

Result<QByteArray> tagsBody(const QString& lines)
{
    QJsonObject tags;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString text = line.trimmed();
        if (text.isEmpty()) {
            continue;
        }
        const qsizetype sign = text.indexOf(u'=');
        const QString name = text.left(sign).trimmed();
        if (sign < 0 || name.isEmpty()) {
            return failure(ErrorKind::Usage, ActionTexts::tr("\"%1\" is no tag: write it as name = value.").arg(text));
        }
        tags.insert(name, text.mid(sign + 1).trimmed());
    }
    return QJsonDocument(tags).toJson(QJsonDocument::Compact);
}

} // namespace millrace::seatunnel::actions
