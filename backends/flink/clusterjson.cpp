// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/clusterjson.h"

#include "backends/flink/jsonvalues.h"

#include <QCoreApplication>
#include <QLocale>

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

struct ClusterTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkCluster)
};

/// Members of members get names with dots; what counts bytes is written as such.
void flatten(const QJsonObject& object, const QString& prefix, bool areBytes, std::vector<NamedText>& into)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = prefix + it.key();
        const bool isMemory = areBytes || name.contains("emory"_L1);
        if (it.value().isObject()) {
            flatten(it.value().toObject(), name + u'.', isMemory, into);
        } else if (it.value().isArray()) {
            if (!it.value().toArray().isEmpty()) {
                into.push_back({name, textOf(it.value())});
            }
        } else {
            const qint64 number = integerOf(it.value());
            const bool bytes =
                isMemory && number >= 1024 && !name.contains("Resource"_L1) && !name.endsWith("Count"_L1);
            into.push_back({name, bytes ? bytesText(number) : textOf(it.value())});
        }
    }
}

} // namespace

QString bytesText(qint64 bytes)
{
    return bytes < 0 ? u"–"_s : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

Result<std::vector<TaskManager>> taskManagers(const QByteArray& body)
{
    const auto list = readMember(body, "taskmanagers"_L1);
    if (!list) {
        return failure(list.error());
    }
    std::vector<TaskManager> all;
    for (const QJsonValue& each : *list) {
        const QJsonObject object = each.toObject();
        TaskManager manager;
        manager.id = object.value("id"_L1).toString();
        if (manager.id.isEmpty()) {
            continue;
        }
        manager.address = object.value("path"_L1).toString();
        manager.slotCount = int(integerOf(object.value("slotsNumber"_L1), 0));
        manager.freeSlots = int(integerOf(object.value("freeSlots"_L1), 0));
        const QJsonObject hardware = object.value("hardware"_L1).toObject();
        manager.cpuCores = numberOf(hardware.value("cpuCores"_L1)).value_or(0);
        manager.physicalBytes = integerOf(hardware.value("physicalMemory"_L1));
        manager.heapBytes = integerOf(hardware.value("freeMemory"_L1));
        manager.managedBytes = integerOf(hardware.value("managedMemory"_L1));
        const QJsonObject memory = object.value("memoryConfiguration"_L1).toObject();
        manager.processBytes = integerOf(memory.value("totalProcessMemory"_L1));
        manager.lastHeartbeat = timeOf(object.value("timeSinceLastHeartbeat"_L1));
        all.push_back(std::move(manager));
    }
    return all;
}

Result<std::vector<NamedText>> taskManagerFacts(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    QJsonObject known = *object;
    const QDateTime heartbeat = timeOf(known.take("timeSinceLastHeartbeat"_L1));
    const QJsonObject metrics = known.take("metrics"_L1).toObject();
    known.remove("allocatedSlots"_L1);
    std::vector<NamedText> facts;
    flatten(known, {}, false, facts);
    facts.push_back({ClusterTexts::tr("Last heartbeat"), heartbeat.toString(Qt::ISODate)});
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        if (it.key() == "garbageCollectors"_L1) {
            for (const QJsonValue& each : it.value().toArray()) {
                const QJsonObject collector = each.toObject();
                facts.push_back({ClusterTexts::tr("Garbage collector %1").arg(collector.value("name"_L1).toString()),
                    ClusterTexts::tr("%1 times, %2 ms")
                        .arg(textOf(collector.value("count"_L1)), textOf(collector.value("time"_L1)))});
            }
        } else {
            const qint64 number = integerOf(it.value());
            const bool isSize = !it.key().endsWith("Count"_L1) && !it.key().contains("Segments"_L1);
            facts.push_back({it.key(), isSize ? bytesText(number) : textOf(it.value())});
        }
    }
    return facts;
}

Result<QString> threadDump(const QByteArray& body)
{
    const auto list = readMember(body, "threadInfos"_L1);
    if (!list) {
        return failure(list.error());
    }
    QString text;
    for (const QJsonValue& each : *list) {
        text += each.toObject().value("stringifiedThreadInfo"_L1).toString().trimmed() + u"\n\n"_s;
    }
    return text;
}

Result<std::vector<NamedText>> facts(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    std::vector<NamedText> texts;
    flatten(*object, {}, false, texts);
    return texts;
}

Result<Environment> environment(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    Environment environment;
    const QJsonObject jvm = object->value("jvm"_L1).toObject();
    for (auto it = jvm.begin(); it != jvm.end(); ++it) {
        if (!it.value().isArray()) {
            environment.jvm.push_back({it.key(), textOf(it.value())});
            continue;
        }
        for (const QJsonValue& each : it.value().toArray()) {
            environment.jvm.push_back({it.key(), textOf(each)});
        }
    }
    for (const QJsonValue& each : object->value("classpath"_L1).toArray()) {
        environment.classPath += each.toString() + u'\n';
    }
    return environment;
}

Result<std::vector<Jar>> jars(const QByteArray& body)
{
    const auto list = readMember(body, "files"_L1);
    if (!list) {
        return failure(list.error());
    }
    std::vector<Jar> all;
    for (const QJsonValue& each : *list) {
        const QJsonObject object = each.toObject();
        Jar jar{.id = object.value("id"_L1).toString(),
            .name = object.value("name"_L1).toString(),
            .uploadedAt = timeOf(object.value("uploaded"_L1))};
        for (const QJsonValue& entry : object.value("entry"_L1).toArray()) {
            jar.entryClasses << entry.toObject().value("name"_L1).toString();
        }
        if (!jar.id.isEmpty()) {
            all.push_back(std::move(jar));
        }
    }
    return all;
}

Result<QString> uploadedJar(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    return object->value("filename"_L1).toString().section(u'/', -1);
}

Result<QString> jobIdOf(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    const QString id = object->value("jobid"_L1).toString();
    if (id.isEmpty()) {
        return notFromJobManager(ClusterTexts::tr("no %1 in it").arg(u"jobid"_s), body);
    }
    return id;
}

} // namespace millrace::flink::json
