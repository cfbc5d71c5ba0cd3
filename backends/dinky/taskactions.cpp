// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a task beside changing the tree: running it, ending its job, looking at what it is made of.
#include "backends/dinky/catalogue.h"
#include "backends/dinky/dinkycontrol.h"
#include "backends/dinky/dinkyrun.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyTaskActions)
};

using Outcome = Result<InventoryOutcome>;

QCoro::Task<Result<QJsonObject>> readTask(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    const CallValues values{{u"id"_s, taskId}};
    const Result<Payload> answer = co_await call(client, u"task.get"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return answer->data.toObject();
}

QCoro::Task<Outcome> openTask(std::shared_ptr<DinkyClient> client, CatalogueNode node, CancellationToken token)
{
    const Result<QJsonObject> task = co_await readTask(client, node.taskId, token);
    if (!task) {
        co_return failure(task.error());
    }
    InventoryOutcome outcome;
    outcome.script = InventoryScript{.name = node.name,
        .text = task->value("statement"_L1).toString().replace(u"\r\n"_s, u"\n"_s),
        .saveAction = u"save"_s,
        .saveField = u"statement"_s};
    outcome.changed = false;
    co_return outcome;
}

QCoro::Task<Outcome> submitIt(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token)
{
    TaskOrder order{.taskId = node.taskId,
        .name = node.name,
        .savepoint = action.values.value(u"savepoint"_s).trimmed(),
        .variables = settingLinesOf(action.values.value(runfields::variables)),
        .again = action.values.value(u"again"_s) == "true"_L1,
        .progress = action.progress,
        .onLog = action.onLog};
    const Result<Submission> done = co_await submitTask(client, std::move(order), token);
    if (!done) {
        co_return failure(done.error());
    }
    const bool hasConsole = client->canLogIn() && done->warnings.isEmpty();
    QString message = hasConsole ? Texts::tr("%1 was submitted; its console stands in the log.").arg(node.name)
                                 : Texts::tr("%1 was submitted.").arg(node.name);
    for (const QString& warning : done->warnings) {
        message += u' ' + warning;
    }
    co_return InventoryOutcome{.message = message, .parts = {}};
}

QCoro::Task<Outcome> restartIt(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token)
{
    DinkyControl control(client);
    const QString location = action.values.value(u"savepoint"_s).trimmed();
    const Result<QString> done = co_await control.restart(node.taskId, location, action.progress, token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return InventoryOutcome{.message = Texts::tr("%1 was started again.").arg(node.name), .parts = {}};
}

QCoro::Task<Outcome> cancelIt(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token)
{
    if (action.values.value(u"savepoint"_s) == "true"_L1) {
        if (action.progress) {
            action.progress(Texts::tr("Waiting for the savepoint"));
        }
        const Result<SavepointInfo> taken = co_await takeSavepointOfTask(client, node.taskId, u"cancel"_s, token);
        if (!taken) {
            co_return failure(taken.error());
        }
        co_return InventoryOutcome{
            .message = Texts::tr("%1 was cancelled with the savepoint %2.").arg(node.name, taken->location),
            .parts = {}};
    }
    DinkyControl control(client);
    const Result<void> done = co_await control.cancel(node.taskId, action.progress, token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return InventoryOutcome{.message = Texts::tr("The job of %1 has ended.").arg(node.name), .parts = {}};
}

QCoro::Task<Outcome> savepointIt(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token)
{
    if (action.progress) {
        action.progress(Texts::tr("Waiting for the savepoint"));
    }
    const QString type = action.values.value(u"type"_s, u"trigger"_s);
    const Result<SavepointInfo> taken = co_await takeSavepointOfTask(client, node.taskId, type, token);
    if (!taken) {
        co_return failure(taken.error());
    }
    co_return InventoryOutcome{.message = Texts::tr("The savepoint lies at %1.").arg(taken->location), .parts = {}};
}

QCoro::Task<Outcome> compareIt(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token)
{
    const Result<std::vector<TaskVersion>> versions = co_await readVersions(client, node.taskId, token);
    if (!versions) {
        co_return failure(versions.error());
    }
    const Result<QJsonObject> task = co_await readTask(client, node.taskId, token);
    if (!task) {
        co_return failure(task.error());
    }
    const auto textOfVersion = [&](const QString& id) {
        const auto it = std::ranges::find(*versions, id, &TaskVersion::id);
        return it == versions->end() ? task->value("statement"_L1).toString() : it->statement;
    };
    const auto nameOfVersion = [](const QString& id) {
        return id.isEmpty() ? Texts::tr("As it stands now") : Texts::tr("Version %1").arg(id);
    };
    const QString first = action.values.value(u"version"_s);
    const QString second = action.values.value(u"other"_s);
    InventoryOutcome outcome;
    outcome.message = second.isEmpty()
        ? Texts::tr("Version %1 is compared with %2 as it stands now.").arg(first, node.name)
        : Texts::tr("Version %1 of %2 is compared with version %3.").arg(first, node.name, second);
    outcome.parts.push_back({Texts::tr("Difference"),
        TextPair{.beforeName = nameOfVersion(first),
            .before = textOfVersion(first),
            .afterName = nameOfVersion(second),
            .after = textOfVersion(second)},
        {}});
    outcome.changed = false;
    co_return outcome;
}

/// 1.x says nothing of FlinkSql tasks by their id, but all of their text.
QCoro::Task<Outcome> lineageOfIt(std::shared_ptr<DinkyClient> client, CatalogueNode node, CancellationToken token)
{
    const CallValues values{{u"id"_s, node.taskId}};
    const Result<Payload> byId = co_await call(client, u"getTaskLineage"_s, values, {}, token);
    Graph graph = byId ? json::lineage(byId->data.toObject()) : Graph();
    if (graph.isEmpty()) {
        const Result<QJsonObject> task = co_await readTask(client, node.taskId, token);
        if (!task) {
            co_return failure(task.error());
        }
        RunOrder order;
        order.statement = task->value("statement"_L1).toString();
        order.useStatementSet = true;
        const QJsonObject body = lineageBody(order, client->isOld());
        const Result<Payload> byText = co_await call(client, u"studio.getLineage"_s, {}, body, token);
        if (!byText) {
            co_return failure(byText.error());
        }
        graph = json::lineage(byText->data.toObject());
    }
    if (graph.isEmpty()) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr("The server sees no lineage in %1: it has no INSERT that leads from one table to another.")
                .arg(node.name));
    }
    InventoryOutcome outcome{.message = Texts::tr("The lineage of %1 was read.").arg(node.name), .parts = {}};
    outcome.parts.push_back({Texts::tr("Lineage"), graph, {}});
    outcome.changed = false;
    co_return outcome;
}

} // namespace

QCoro::Task<std::optional<Outcome>> runTaskAction(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token)
{
    std::optional<Outcome> outcome;
    const QString name = action.action;
    if (name == "open"_L1) {
        outcome = co_await openTask(client, node, token);
    } else if (name == "submit"_L1) {
        outcome = co_await submitIt(client, action, node, token);
    } else if (name == "restart"_L1) {
        outcome = co_await restartIt(client, action, node, token);
    } else if (name == "cancel"_L1) {
        outcome = co_await cancelIt(client, action, node, token);
    } else if (name == "savepoint"_L1) {
        outcome = co_await savepointIt(client, action, node, token);
    } else if (name == "compare"_L1) {
        outcome = co_await compareIt(client, action, node, token);
    } else if (name == "lineage"_L1) {
        outcome = co_await lineageOfIt(client, node, token);
    }
    co_return outcome;
}

} // namespace millrace::dinky
