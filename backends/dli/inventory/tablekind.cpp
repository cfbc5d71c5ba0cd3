// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/tablekind.h"

#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

} // namespace

ActionCall createCall(const QString& operation, const QString& text, std::vector<FormField> fields)
{
    ActionCall call;
    call.operation = operation;
    call.action = {.id = operation, .text = text, .icon = u"list-add"_s, .onItems = false};
    call.action.form = {.title = {}, .fields = std::move(fields)};
    const FormDescription form = call.action.form;
    call.bodyOf = [form](const FormValues& values, const QString&) { return fieldsof::bodyOf(form, values); };
    return call;
}

ActionCall itemCall(
    const QString& operation, const QString& text, const QString& idParameter, std::vector<FormField> fields)
{
    ActionCall call = createCall(operation, text, std::move(fields));
    call.action.onItems = true;
    call.action.icon.clear();
    call.idParameter = idParameter;
    if (call.action.form.fields.empty()) {
        call.action.form = {};
        call.bodyOf = {};
    }
    return call;
}

ActionCall eraseCall(const QString& operation, const QString& idParameter, const QString& confirm)
{
    ActionCall call = itemCall(operation, Texts::tr("Delete"), idParameter);
    call.action.icon = u"edit-delete"_s;
    call.action.confirm = confirm;
    call.action.many = true;
    call.done = Texts::tr("%1 is deleted.");
    return call;
}

TableKind::TableKind(std::shared_ptr<DliClient> client, KindCalls calls)
    : m_client(std::move(client)), m_calls(std::move(calls))
{
    for (const ActionCall& call : m_calls.actions) {
        m_calls.kind.actions.push_back(call.action);
    }
}

InventoryItem TableKind::itemOf(const QJsonObject& object) const
{
    InventoryItem item;
    item.id = textOf(object.value(m_calls.idMember));
    item.name = textOf(object.value(m_calls.nameMember));
    if (item.name.isEmpty()) {
        item.name = item.id;
    }
    for (const QString& member : m_calls.cellMembers) {
        item.cells.append(cellText(member, object.value(member)));
    }
    if (!m_calls.stateMember.isEmpty()) {
        item.state = thingState(textOf(object.value(m_calls.stateMember)));
    }
    for (const ActionCall& call : m_calls.actions) {
        if (call.action.onItems) {
            item.actions.append(call.action.id);
        }
    }
    if (m_calls.actionsOf) {
        item.actions = m_calls.actionsOf(object, item.actions);
    }
    return item;
}

QCoro::Task<Result<Items>> TableKind::items(QString, CancellationToken token)
{
    CallValues values;
    for (const auto& [name, value] : m_calls.listParameters) {
        values.insert(name, value);
    }
    const Result<QJsonObject> answer = co_await callObject(m_client, m_calls.listOperation, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    m_listed.clear();
    Items items;
    for (const QJsonValue& value : answer->value(m_calls.arrayName).toArray()) {
        const QJsonObject object = value.toObject();
        items.push_back(itemOf(object));
        m_listed.insert(items.back().id, object);
    }
    co_return items;
}

QCoro::Task<Result<Parts>> TableKind::detail(QString itemId, CancellationToken token)
{
    QJsonObject object = m_listed.value(itemId);
    if (!m_calls.detailOperation.isEmpty()) {
        const CallValues values{{m_calls.detailParameter, itemId}};
        const Result<QJsonObject> answer = co_await callObject(m_client, m_calls.detailOperation, values, {}, token);
        if (!answer) {
            co_return failure(answer.error());
        }
        object = *answer;
    }
    Parts parts;
    const QStringList plumbing{u"is_success"_s, u"message"_s, u"log"_s, u"req_body"_s};
    parts.push_back({Texts::tr("Properties"), labelledFacts(object, plumbing), {}});
    if (m_calls.moreParts) {
        std::ranges::move(m_calls.moreParts(object), std::back_inserter(parts));
    }
    for (const DetailCall& call : m_calls.detailCalls) {
        const CallValues values{{call.parameter, itemId}};
        const Result<QJsonObject> answer = co_await callObject(m_client, call.operation, values, {}, token);
        // What the login may not see shall not hide the rest.
        parts.push_back(answer ? call.partOf(*answer) : InventoryPart{call.title, answer.error().message, u"text"_s});
    }
    parts.push_back(answerPart(object));
    co_return parts;
}

QCoro::Task<Result<InventoryOutcome>> TableKind::actOnOne(
    ActionCall call, FormValues values, QString target, CancellationToken token)
{
    CallValues parameters;
    if (!call.idParameter.isEmpty()) {
        parameters.insert(call.idParameter, target);
    }
    for (const auto& [field, wire] : call.parameters) {
        if (!values.value(field).isEmpty()) {
            parameters.insert(wire, values.value(field));
        }
    }
    const QJsonObject body = call.bodyOf ? call.bodyOf(values, target) : QJsonObject();
    const Result<QJsonObject> answer = co_await callObject(m_client, call.operation, parameters, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    if (call.follow) {
        co_return co_await call.follow(m_client, target, *answer, token);
    }
    const QString said = answer->value("message"_L1).toString().simplified();
    const QString listed = textOf(m_listed.value(target).value(m_calls.nameMember));
    const QString name = !call.action.onItems ? values.value(call.action.form.fields.front().id)
        : listed.isEmpty()                    ? target
                                              : listed;
    InventoryOutcome outcome;
    outcome.message = call.done.isEmpty() ? (said.isEmpty() ? Texts::tr("Done.") : said) : call.done.arg(name);
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> TableKind::act(ActRequest request, CancellationToken token)
{
    const auto it =
        std::ranges::find_if(m_calls.actions, [&](const ActionCall& call) { return call.action.id == request.action; });
    if (it == m_calls.actions.end()) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("The service cannot do that: %1.").arg(request.action));
    }
    const ActionCall call = *it;
    const QStringList targets = call.action.onItems ? request.itemIds : QStringList{QString()};
    InventoryOutcome last;
    int done = 0;
    for (const QString& target : targets) {
        request.tell(textOf(m_listed.value(target).value(m_calls.nameMember)));
        Result<InventoryOutcome> outcome = co_await actOnOne(call, request.values, target, token);
        if (!outcome) {
            Error error = outcome.error();
            if (done > 0) {
                error.message =
                    Texts::tr("%1 of %2 are done, then: %3").arg(done).arg(targets.size()).arg(error.message);
            }
            co_return failure(error);
        }
        last = std::move(*outcome);
        ++done;
    }
    if (done > 1) {
        last.message = Texts::tr("%n item(s): done.", nullptr, done);
    }
    co_return last;
}

} // namespace millrace::dli
