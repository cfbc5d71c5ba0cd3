// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"
#include "backends/dli/inventory/tablekind.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace fieldsof;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

FormField hosts()
{
    FormField field = lines(u"hosts"_s, Texts::tr("Hosts"));
    field.placeholder = u"192.168.0.7 kafka-1"_s;
    field.help = Texts::tr("Names for addresses in the subnet: address and name, one a line.");
    field.check = checkHosts;
    return field;
}

/// hosts as the service wants them, from lines of address and name.
QJsonArray hostList(const QString& text)
{
    static const QRegularExpression s_space(u"\\s+"_s);
    QJsonArray list;
    for (const QJsonValue& line : listOf(text)) {
        const QStringList words = line.toString().split(s_space);
        list.append(QJsonObject{{u"name"_s, words.value(1)}, {u"ip"_s, words.value(0)}});
    }
    return list;
}

FormField boundQueues(bool required)
{
    FormField field = lines(u"queues"_s, Texts::tr("Queues"), required);
    field.help = Texts::tr("One a line. The queue default cannot be bound.");
    field.check = checkBoundQueues;
    return field;
}

FormField boundPools()
{
    return lines(u"elastic_resource_pools"_s, Texts::tr("Elastic resource pools"));
}

/// Queues or pools, by their names.
ActionCall bindingCall(const QString& operation, const QString& title, const QString& id)
{
    FormField what = choice(u"what"_s, Texts::tr("What"), {u"queues"_s, u"elastic_resource_pools"_s});
    what.kind = FieldKind::Segments;
    what.options = {{u"queues"_s, Texts::tr("Queues")}, {u"elastic_resource_pools"_s, Texts::tr("Pools")}};
    FormField queues = boundQueues(true);
    queues.shownWhen = FormField::Condition{u"what"_s, {u"queues"_s}};
    FormField pools = boundPools();
    pools.required = true;
    pools.shownWhen = FormField::Condition{u"what"_s, {u"elastic_resource_pools"_s}};
    ActionCall call = itemCall(operation, title, id, {what, queues, pools});
    const FormDescription form = call.action.form;
    call.bodyOf = [form](const FormValues& values, const QString&) {
        QJsonObject body = bodyOf(form, values);
        body.remove(u"what"_s);
        return body;
    };
    return call;
}

ActionCall createConnection()
{
    const FormField name = withHelp(checked(text(u"name"_s, Texts::tr("Name"), true), checkName),
        Texts::tr("Up to 64 letters, digits and underscores."));
    ActionCall call = createCall(u"create_enhanced_connection"_s, Texts::tr("Create a connection…"),
        {name, text(u"dest_vpc_id"_s, Texts::tr("VPC id"), true),
            text(u"dest_network_id"_s, Texts::tr("Subnet id"), true), boundQueues(false), boundPools(), hosts(),
            text(u"routetable_id"_s, Texts::tr("Route table id"))});
    const FormDescription form = call.action.form;
    call.bodyOf = [form](const FormValues& values, const QString&) {
        QJsonObject body = bodyOf(form, values);
        if (body.contains("hosts"_L1)) {
            body.insert(u"hosts"_s, hostList(values.value(u"hosts"_s)));
        }
        return body;
    };
    call.done = Texts::tr("The connection %1 is created.");
    return call;
}

ActionCall changeHosts(const QString& id)
{
    ActionCall call = itemCall(u"update_enhanced_connection"_s, Texts::tr("Hosts…"), id, {hosts()});
    call.action.form.fields.front().help =
        Texts::tr("Address and name, one a line. These take the place of all hosts of the connection.");
    call.bodyOf = [](const FormValues& values, const QString&) {
        return QJsonObject{{u"hosts"_s, hostList(values.value(u"hosts"_s))}};
    };
    call.done = Texts::tr("The hosts of %1 are changed.");
    return call;
}

std::vector<ActionCall> connectionActions()
{
    const QString id = u"connection_id"_s;
    ActionCall bind = bindingCall(u"associate_queue_to_enhanced_connection"_s, Texts::tr("Bind queues…"), id);
    bind.done = Texts::tr("The service binds the queues to %1: the detail shows the state of each.");
    ActionCall unbind = bindingCall(u"disassociate_queue_from_enhanced_connection"_s, Texts::tr("Unbind queues…"), id);
    unbind.done = Texts::tr("The queues are unbound from %1.");
    ActionCall addRoute = itemCall(u"create_route_to_enhanced_connection"_s, Texts::tr("Add a route…"), id,
        {checked(text(u"name"_s, Texts::tr("Name"), true), checkName),
            checked(text(u"cidr"_s, Texts::tr("Address range (CIDR)"), true), checkCidr)});
    addRoute.done = Texts::tr("The route is added to %1.");
    ActionCall removeRoute = itemCall(u"delete_route_from_enhanced_connection"_s, Texts::tr("Delete a route…"), id,
        {withHelp(text(u"name"_s, Texts::tr("Name"), true),
            Texts::tr("The service lists no routes: name the one to delete."))});
    removeRoute.parameters = {{u"name"_s, u"name"_s}};
    removeRoute.bodyOf = {};
    removeRoute.done = Texts::tr("The route is deleted from %1.");
    return {createConnection(), bind, unbind, addRoute, removeRoute, changeHosts(id),
        eraseCall(u"delete_enhanced_connection"_s, id,
            Texts::tr("Delete the connection %1? Its queues lose the way to the subnet, and its routes go."))};
}

QJsonArray boundTo(const QJsonObject& connection)
{
    QJsonArray bound = connection.value("available_queue_info"_L1).toArray();
    for (const QJsonValue& pool : connection.value("elastic_resource_pools"_L1).toArray()) {
        bound.append(pool);
    }
    return bound;
}

} // namespace

KindCalls enhancedConnections()
{
    KindCalls kind;
    kind.kind = {.id = u"connections"_s,
        .title = Texts::tr("Enhanced connections"),
        .icon = u"network-connect"_s,
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Queues"), Texts::tr("VPC"), Texts::tr("Subnet"),
            Texts::tr("Created")},
        .emptyText = Texts::tr("This project has no enhanced connection.")};
    kind.listOperation = u"list_enhanced_connections"_s;
    kind.arrayName = u"connections"_s;
    kind.idMember = u"id"_s;
    kind.nameMember = u"name"_s;
    kind.stateMember = u"status"_s;
    kind.cellMembers = {
        u"name"_s, u"status"_s, u"available_queue_info"_s, u"dest_vpc_id"_s, u"dest_network_id"_s, u"create_time"_s};
    kind.detailOperation = u"show_enhanced_connection"_s;
    kind.detailParameter = u"connection_id"_s;
    kind.moreParts = [](const QJsonObject& connection) {
        return Parts{{Texts::tr("Queues"),
                         tableOfList(boundTo(connection),
                             {u"name"_s, u"status"_s, u"err_msg"_s, u"update_time"_s, u"peer_id"_s}),
                         {}},
            {Texts::tr("Hosts"), tableOfList(connection.value("hosts"_L1).toArray(), {u"ip"_s, u"name"_s}), {}}};
    };
    kind.actions = connectionActions();
    return kind;
}

} // namespace millrace::dli
