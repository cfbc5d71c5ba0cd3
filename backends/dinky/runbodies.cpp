// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/runform.h"

#include <QJsonDocument>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_defaultRows = 1000;
const QString s_webPort = u"rest.port"_s;

QString valueOf(const RunOrder& order, QLatin1StringView id)
{
    return order.properties.value(id).trimmed();
}

bool isOn(const RunOrder& order, QLatin1StringView id)
{
    return valueOf(order, id) == "true"_L1;
}

bool isField(const QString& name)
{
    static const QStringList s_fields{runfields::type, runfields::address, runfields::clusterId,
        runfields::clusterConfigurationId, runfields::jobName, runfields::parallelism, runfields::checkpoint,
        runfields::savepointPath, runfields::maxRows, runfields::changeLog, runfields::statementSet,
        runfields::fragment, runfields::variables, runfields::configuration, runfields::gateway,
        runfields::idleSeconds};
    return s_fields.contains(name) || name.startsWith("gateway."_L1);
}

/// Settings of Flink: those of the form, of the session, and the checkpoints that the server itself ignores.
QMap<QString, QString> configurationOf(const RunOrder& order)
{
    QMap<QString, QString> settings = settingLinesOf(valueOf(order, runfields::configuration));
    for (auto it = order.properties.begin(); it != order.properties.end(); ++it) {
        if (!isField(it.key())) {
            settings.insert(it.key(), it.value());
        }
    }
    const qint64 checkpoint = valueOf(order, runfields::checkpoint).toLongLong();
    if (checkpoint > 0 && !settings.contains(u"execution.checkpointing.interval"_s)) {
        settings.insert(u"execution.checkpointing.interval"_s, QString::number(checkpoint));
    }
    return settings;
}

QJsonObject objectOf(const QMap<QString, QString>& values)
{
    QJsonObject object;
    for (auto it = values.begin(); it != values.end(); ++it) {
        object.insert(it.key(), *it);
    }
    return object;
}

/// As the document of 0.7 writes settings: whole numbers as numbers.
QJsonObject settingsObject(const QMap<QString, QString>& values)
{
    QJsonObject object;
    for (auto it = values.begin(); it != values.end(); ++it) {
        bool isNumber = false;
        const int number = it->toInt(&isNumber);
        const bool isWhole = isNumber && QString::number(number) == *it;
        object.insert(it.key(), isWhole ? QJsonValue(number) : QJsonValue(*it));
    }
    return object;
}

/// Both, where each has an object of the same name; the second wins.
QJsonObject merged(QJsonObject first, const QJsonObject& second)
{
    for (auto it = second.begin(); it != second.end(); ++it) {
        const bool both = it->isObject() && first.value(it.key()).isObject();
        first.insert(it.key(), both ? merged(first.value(it.key()).toObject(), it->toObject()) : QJsonValue(*it));
    }
    return first;
}

/// The fields that are filled in, by their names in an object.
QJsonObject filled(const RunOrder& order, std::initializer_list<std::pair<const char*, QLatin1StringView>> fields)
{
    QJsonObject object;
    for (const auto& [name, field] : fields) {
        if (const QString value = valueOf(order, field); !value.isEmpty()) {
            object.insert(QLatin1StringView(name), value);
        }
    }
    return object;
}

void insertFilled(QJsonObject& object, const QString& name, const QJsonObject& part)
{
    if (!part.isEmpty()) {
        object.insert(name, part);
    }
}

/// [{"key", "value"}] of 1.x.
QJsonArray pairsOf(const QMap<QString, QString>& values)
{
    QJsonArray pairs;
    for (auto it = values.begin(); it != values.end(); ++it) {
        pairs.append(QJsonObject{{u"key"_s, it.key()}, {u"value"_s, *it}});
    }
    return pairs;
}

int parallelismOf(const RunOrder& order)
{
    return std::max(1, valueOf(order, runfields::parallelism).toInt());
}

QString typeOf(const RunOrder& order)
{
    const QString type = valueOf(order, runfields::type);
    return type.isEmpty() ? u"standalone"_s : type;
}

QString nameOf(const RunOrder& order)
{
    const QString name = valueOf(order, runfields::jobName);
    return name.isEmpty() ? u"millrace"_s : name;
}

bool usesSet(const RunOrder& order)
{
    return order.useStatementSet || isOn(order, runfields::statementSet);
}

/// A number, or null when the text is none.
QJsonValue idOf(const QString& text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok ? QJsonValue(number) : QJsonValue();
}

} // namespace

QMap<QString, QString> settingLinesOf(const QString& text)
{
    QMap<QString, QString> values;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (!name.isEmpty()) {
            values.insert(name, line.section(u'=', 1).trimmed());
        }
    }
    return values;
}

QString joined(const QStringList& statements)
{
    // The one that every version splits at.
    return statements.join(u";\r\n"_s);
}

qint64 rowLimit(const RunOrder& order)
{
    const qint64 own = valueOf(order, runfields::maxRows).toLongLong();
    if (order.maxRows > 0) {
        return own > 0 ? std::min(own, order.maxRows) : order.maxRows;
    }
    return own > 0 ? own : s_defaultRows;
}

QJsonObject executeBody(const RunOrder& order)
{
    QMap<QString, QString> configuration = configurationOf(order);
    const QString type = typeOf(order);
    QString address = valueOf(order, runfields::address);
    if (type == "local"_L1) {
        // With host:port the job gets an address where nothing listens; a bare host and rest.port make a real one.
        const QString port = address.section(u':', 1);
        address = address.isEmpty() ? u"127.0.0.1"_s : address.section(u':', 0, 0);
        if (!configuration.contains(s_webPort)) {
            configuration.insert(s_webPort, port.isEmpty() ? u"8081"_s : port);
        }
    }
    QJsonObject body{{u"type"_s, type}, {u"statement"_s, order.statement}, {u"useResult"_s, order.useResult},
        {u"useChangeLog"_s, order.useResult && isOn(order, runfields::changeLog)}, {u"useAutoCancel"_s, false},
        {u"useStatementSet"_s, usesSet(order)}, {u"fragment"_s, isOn(order, runfields::fragment)},
        {u"maxRowNum"_s, rowLimit(order)}, {u"checkPoint"_s, valueOf(order, runfields::checkpoint).toInt()},
        {u"parallelism"_s, parallelismOf(order)}, {u"jobName"_s, nameOf(order)},
        {u"configuration"_s, settingsObject(configuration)}};
    if (!address.isEmpty()) {
        body.insert(u"address"_s, address);
    }
    if (const QString path = valueOf(order, runfields::savepointPath); !path.isEmpty()) {
        body.insert(u"savePointPath"_s, path);
    }
    insertFilled(body, u"gatewayConfig"_s, gatewayBody(order));
    return body;
}

QJsonObject gatewayBody(const RunOrder& order)
{
    using namespace gatewayfields;
    const QString type = typeOf(order);
    const bool isYarn = type.startsWith("yarn-"_L1);
    const bool isKubernetes = type.startsWith("kubernetes-"_L1);
    // A field that belongs to another mode keeps what was typed, and is not sent.
    QJsonObject cluster;
    QMap<QString, QString> settings;
    if (type == "yarn-session"_L1) {
        cluster = filled(order, {{"appId", appId}});
    } else if (isYarn) {
        cluster = filled(order,
            {{"flinkConfigPath", flinkConfigPath}, {"flinkLibPath", flinkLibPath}, {"yarnConfigPath", yarnConfigPath}});
        settings = settingLinesOf(valueOf(order, configuration));
        settings.insert(u"yarn.application.queue"_s, valueOf(order, queue));
    } else if (type == "kubernetes-application"_L1) {
        cluster = filled(order, {{"flinkConfigPath", flinkConfigPath}});
        settings = settingLinesOf(valueOf(order, configuration));
        settings.insert(u"kubernetes.namespace"_s, valueOf(order, kubernetesNamespace));
        settings.insert(u"kubernetes.cluster-id"_s, valueOf(order, kubernetesCluster));
        settings.insert(u"kubernetes.container.image"_s, valueOf(order, image));
        settings.insert(u"kubernetes.service-account"_s, valueOf(order, serviceAccount));
    }
    erase_if(settings, [](const std::pair<const QString&, QString&>& each) { return each.second.isEmpty(); });
    QJsonObject gateway;
    if (isYarn || isKubernetes) {
        gateway = QJsonDocument::fromJson(valueOf(order, runfields::gateway).toUtf8()).object();
    }
    QJsonObject own;
    insertFilled(own, u"clusterConfig"_s, cluster);
    if (!settings.isEmpty()) {
        own.insert(u"flinkConfig"_s, QJsonObject{{u"configuration"_s, settingsObject(settings)}});
    }
    return merged(gateway, own);
}

QJsonObject jarBody(const RunOrder& order)
{
    using namespace gatewayfields;
    QJsonObject app = filled(order, {{"userJarPath", jarPath}, {"userJarMainAppClass", jarClass}});
    QJsonArray arguments;
    for (const QString& line : valueOf(order, jarArguments).split(u'\n', Qt::SkipEmptyParts)) {
        arguments.append(line);
    }
    if (!arguments.isEmpty()) {
        app.insert(u"userJarParas"_s, arguments);
    }
    QJsonObject gateway;
    insertFilled(gateway, u"appConfig"_s, app);
    QJsonObject body{{u"type"_s, typeOf(order)}, {u"gatewayConfig"_s, merged(gatewayBody(order), gateway)},
        {u"jobName"_s, nameOf(order)}};
    if (const QString path = valueOf(order, runfields::savepointPath); !path.isEmpty()) {
        body.insert(u"savePointPath"_s, path);
    }
    return body;
}

QJsonObject lineageBody(const RunOrder& order, bool isOld)
{
    constexpr int s_columns = 1;
    QJsonObject body{{u"type"_s, s_columns}, {u"dialect"_s, u"FlinkSql"_s}, {u"statement"_s, order.statement},
        {u"statementSet"_s, usesSet(order)}, {u"fragment"_s, isOn(order, runfields::fragment)}, {u"envId"_s, -1}};
    if (isOld) {
        body.remove(u"envId"_s);
        body.insert(u"clusterId"_s, idOf(valueOf(order, runfields::clusterId)));
    } else {
        body.insert(u"variables"_s, objectOf(settingLinesOf(valueOf(order, runfields::variables))));
    }
    return body;
}

QJsonObject explainBody(const RunOrder& order, bool isOld)
{
    if (!isOld) {
        QJsonObject body = taskBody(order);
        // Plans are made on the server itself; a cluster would only have to be there.
        body.insert(u"type"_s, u"local"_s);
        return body;
    }
    return {{u"statement"_s, order.statement}, {u"useStatementSet"_s, usesSet(order)},
        {u"fragment"_s, isOn(order, runfields::fragment)}, {u"parallelism"_s, parallelismOf(order)},
        {u"configuration"_s, settingsObject(configurationOf(order))}};
}

QJsonObject taskBody(const RunOrder& order)
{
    const QString path = valueOf(order, runfields::savepointPath);
    constexpr int s_ownPath = 3;
    const QMap<QString, QString> variables = settingLinesOf(valueOf(order, runfields::variables));
    return {{u"statement"_s, order.statement}, {u"dialect"_s, u"FlinkSql"_s}, {u"type"_s, typeOf(order)},
        {u"name"_s, nameOf(order)}, {u"jobName"_s, nameOf(order)}, {u"envId"_s, -1},
        {u"fragment"_s, isOn(order, runfields::fragment) || !variables.isEmpty()},
        {u"variables"_s, objectOf(variables)}, {u"parallelism"_s, parallelismOf(order)},
        {u"statementSet"_s, usesSet(order)}, {u"batchModel"_s, false},
        {u"clusterId"_s, idOf(valueOf(order, runfields::clusterId))},
        {u"clusterConfigurationId"_s, idOf(valueOf(order, runfields::clusterConfigurationId))},
        {u"savePointStrategy"_s, path.isEmpty() ? 0 : s_ownPath},
        {u"savePointPath"_s, path.isEmpty() ? QJsonValue() : QJsonValue(path)},
        {u"configJson"_s, QJsonObject{{u"customConfig"_s, pairsOf(configurationOf(order))}}},
        {u"useResult"_s, order.useResult}, {u"useChangeLog"_s, order.useResult && isOn(order, runfields::changeLog)},
        {u"useAutoCancel"_s, true}, {u"maxRowNum"_s, rowLimit(order)}};
}

QJsonObject studioBody(const RunOrder& order)
{
    const QJsonDocument configuration(objectOf(configurationOf(order)));
    return {{u"type"_s, typeOf(order)}, {u"dialect"_s, u"FlinkSql"_s},
        {u"clusterId"_s, idOf(valueOf(order, runfields::clusterId))}, {u"statement"_s, order.statement},
        {u"useResult"_s, true}, {u"useChangeLog"_s, false}, {u"useAutoCancel"_s, false}, {u"statementSet"_s, false},
        {u"batchModel"_s, false}, {u"useSession"_s, false}, {u"session"_s, QString()}, {u"jobName"_s, nameOf(order)},
        {u"maxRowNum"_s, rowLimit(order)}, {u"checkPoint"_s, 0}, {u"parallelism"_s, parallelismOf(order)},
        {u"savePointStrategy"_s, 0}, {u"fragment"_s, isOn(order, runfields::fragment)},
        {u"configJson"_s, QString::fromUtf8(configuration.toJson(QJsonDocument::Compact))}};
}

} // namespace millrace::dinky
