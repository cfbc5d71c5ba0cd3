// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/packageskind.h"

#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace fieldsof;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

/// "group\nname"; a group itself has no name, and what is in no group an empty group.
QString packageId(const QString& group, const QString& name)
{
    return group + u'\n' + name;
}

QString groupOf(const QString& id)
{
    return id.section(u'\n', 0, 0);
}

QString nameOf(const QString& id)
{
    return id.section(u'\n', 1);
}

InventoryItem packageItem(const QString& group, const QJsonObject& package)
{
    InventoryItem item;
    item.name = package.value("resource_name"_L1).toString();
    item.id = packageId(group, item.name);
    const QString state = package.value("status"_L1).toString();
    item.cells = {item.name, package.value("resource_type"_L1).toString(), state, package.value("owner"_L1).toString(),
        cellText(u"create_time"_s, package.value("create_time"_L1))};
    item.state = thingState(state);
    item.actions = {u"delete_job_resource"_s};
    return item;
}

InventoryItem groupItem(const QJsonObject& group)
{
    InventoryItem item;
    item.name = group.value("group_name"_L1).toString();
    item.id = packageId(item.name, {});
    const QString state = group.value("status"_L1).toString();
    const int count = int(group.value("resources"_L1).toArray().size());
    item.cells = {item.name, Texts::tr("group of %n package(s)", nullptr, count), state,
        group.value("owner"_L1).toString(), cellText(u"create_time"_s, group.value("create_time"_L1))};
    item.state = thingState(state);
    item.hasChildren = true;
    item.actions = {u"delete_job_resource"_s};
    return item;
}

InventoryAction uploadAction()
{
    InventoryAction action{
        .id = u"upload_job_resources"_s, .text = Texts::tr("Upload by address…"), .icon = u"list-add"_s};
    FormField paths = lines(u"paths"_s, Texts::tr("Addresses in OBS"), true);
    paths.placeholder = u"obs://bucket/folder/orders.jar"_s;
    paths.check = checkObsPaths;
    action.form = {.title = {},
        .fields = {paths, choice(u"kind"_s, Texts::tr("Kind"), {u"jar"_s, u"pyFile"_s, u"file"_s, u"modelFile"_s}),
            text(u"group"_s, Texts::tr("Group"), true),
            toggle(u"is_async"_s, Texts::tr("In the background: the service answers before it is done"))}};
    action.onItems = false;
    return action;
}

/// The sentence for an upload, and an Error where the service failed it without saying so with its status.
Result<InventoryOutcome> uploaded(const QJsonObject& answer)
{
    const QString status = answer.value("status"_L1).toString();
    const QString group = answer.value("group_name"_L1).toString();
    if (status == "FAILED"_L1) {
        return failure(ErrorKind::Http,
            Texts::tr("The service could not upload into the group %1: is each address right, and may "
                      "the service read it?")
                .arg(group));
    }
    InventoryOutcome outcome;
    outcome.message = status == "UPLOADING"_L1
        ? Texts::tr("The service uploads into the group %1: refresh in a while.").arg(group)
        : Texts::tr("The group %1 has the packages.").arg(group);
    return outcome;
}

} // namespace

PackagesKind::PackagesKind(std::shared_ptr<DliClient> client) : m_client(std::move(client))
{
    m_kind = {.id = u"packages"_s,
        .title = Texts::tr("Packages"),
        .icon = u"folder"_s,
        .columns = {Texts::tr("Name"), Texts::tr("Kind"), Texts::tr("State"), Texts::tr("Owner"), Texts::tr("Created")},
        .isTree = true,
        .emptyText = Texts::tr("No package is uploaded to this project.")};
    InventoryAction remove{.id = u"delete_job_resource"_s, .text = Texts::tr("Delete"), .icon = u"edit-delete"_s};
    remove.confirm = Texts::tr("Delete %1? Of a group all packages go. Jobs that name them can no longer start.");
    remove.many = true;
    m_kind.actions = {uploadAction(), remove};
}

QCoro::Task<Result<Items>> PackagesKind::items(QString parent, CancellationToken token)
{
    Items items;
    if (!parent.isEmpty()) {
        const QJsonObject group = m_groups.value(groupOf(parent));
        for (const QJsonValue& value : group.value("details"_L1).toArray()) {
            items.push_back(packageItem(groupOf(parent), value.toObject()));
        }
        co_return items;
    }
    const Result<QJsonObject> answer = co_await callObject(m_client, u"list_job_resources"_s, {}, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    m_groups.clear();
    QStringList grouped;
    for (const QJsonValue& value : answer->value("groups"_L1).toArray()) {
        const QJsonObject group = value.toObject();
        items.push_back(groupItem(group));
        m_groups.insert(items.back().name, group);
        for (const QJsonValue& name : group.value("resources"_L1).toArray()) {
            grouped << name.toString();
        }
    }
    for (const QJsonValue& value : answer->value("resources"_L1).toArray()) {
        if (!grouped.contains(value.toObject().value("resource_name"_L1).toString())) {
            items.push_back(packageItem({}, value.toObject()));
        }
    }
    co_return items;
}

QCoro::Task<Result<Parts>> PackagesKind::detail(QString itemId, CancellationToken token)
{
    if (nameOf(itemId).isEmpty()) {
        const QJsonObject group = m_groups.value(groupOf(itemId));
        Parts parts;
        parts.push_back({Texts::tr("Properties"), labelledFacts(group), {}});
        parts.push_back({Texts::tr("Packages"),
            tableOfList(group.value("details"_L1).toArray(),
                {u"resource_name"_s, u"resource_type"_s, u"status"_s, u"underlying_name"_s, u"create_time"_s}),
            {}});
        co_return parts;
    }
    CallValues values{{u"resource_name"_s, nameOf(itemId)}};
    if (!groupOf(itemId).isEmpty()) {
        values.insert(u"group"_s, groupOf(itemId));
    }
    const Result<QJsonObject> answer = co_await callObject(m_client, u"show_job_resource"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Parts parts;
    parts.push_back({Texts::tr("Properties"), labelledFacts(*answer), {}});
    parts.push_back(answerPart(*answer));
    co_return parts;
}

QCoro::Task<Result<InventoryOutcome>> PackagesKind::upload(ActRequest request, CancellationToken token)
{
    const QJsonObject body = bodyOf(uploadAction().form, request.values);
    const Result<QJsonObject> answer = co_await callObject(m_client, u"upload_job_resources"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return uploaded(*answer);
}

QCoro::Task<Result<void>> PackagesKind::remove(QString itemId, CancellationToken token)
{
    QStringList names{nameOf(itemId)};
    if (names.constFirst().isEmpty()) {
        names.clear();
        for (const QJsonValue& name : m_groups.value(groupOf(itemId)).value("resources"_L1).toArray()) {
            names << name.toString();
        }
    }
    for (const QString& name : names) {
        CallValues values{{u"resource_name"_s, name}};
        if (!groupOf(itemId).isEmpty()) {
            values.insert(u"group"_s, groupOf(itemId));
        }
        const Result<QJsonValue> answer = co_await call(m_client, u"delete_job_resource"_s, values, {}, token);
        if (!answer) {
            co_return failure(answer.error());
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<InventoryOutcome>> PackagesKind::act(ActRequest request, CancellationToken token)
{
    if (request.action == "upload_job_resources"_L1) {
        co_return co_await upload(request, token);
    }
    for (const QString& id : request.itemIds) {
        request.tell(nameOf(id).isEmpty() ? groupOf(id) : nameOf(id));
        const Result<void> removed = co_await remove(id, token);
        if (!removed) {
            co_return failure(removed.error());
        }
    }
    InventoryOutcome outcome;
    outcome.message = Texts::tr("%n item(s) are deleted.", nullptr, int(request.itemIds.size()));
    co_return outcome;
}

} // namespace millrace::dli
