// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/metricjson.h"

#include "backends/flink/jobapi.h"
#include "backends/flink/jsonvalues.h"

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_deepest = 2000; ///< no stack of a thread comes near it

FlameFrame frameOf(const QJsonObject& object, int depth)
{
    FlameFrame frame;
    frame.name = object.value("name"_L1).toString();
    frame.samples = std::max<qint64>(integerOf(object.value("value"_L1), 0), 0);
    if (depth < s_deepest) {
        const QJsonArray children = object.value("children"_L1).toArray();
        frame.children.reserve(size_t(children.size()));
        for (const QJsonValue& child : children) {
            frame.children.push_back(frameOf(child.toObject(), depth + 1));
        }
    }
    return frame;
}

} // namespace

Result<QStringList> metricNames(const QByteArray& body)
{
    const auto list = readArray(body);
    if (!list) {
        return failure(list.error());
    }
    QStringList names;
    for (const QJsonValue& each : *list) {
        if (const QString id = each.toObject().value("id"_L1).toString(); !id.isEmpty()) {
            names << id;
        }
    }
    names.sort();
    return names;
}

Result<std::vector<MetricSample>> metricSamples(const QByteArray& body)
{
    const auto list = readArray(body);
    if (!list) {
        return failure(list.error());
    }
    std::vector<MetricSample> samples;
    for (const QJsonValue& each : *list) {
        const QJsonObject metric = each.toObject();
        const QJsonValue value = metric.value("value"_L1);
        samples.push_back({metric.value("id"_L1).toString(), numberOf(value), textOf(value)});
    }
    return samples;
}

Result<std::vector<MetricSample>> aggregateSamples(const QByteArray& body)
{
    const auto list = readArray(body);
    if (!list) {
        return failure(list.error());
    }
    std::vector<MetricSample> samples;
    for (const QJsonValue& each : *list) {
        const QJsonObject metric = each.toObject();
        const QString id = metric.value("id"_L1).toString();
        for (const auto kind : {"min"_L1, "max"_L1, "avg"_L1, "sum"_L1}) {
            if (const QJsonValue value = metric.value(kind); !value.isUndefined()) {
                const QString name = id + u'.' + kind;
                samples.push_back({name, numberOf(value), textOf(value)});
            }
        }
    }
    return samples;
}

Result<FlameAnswer> flameGraph(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    FlameAnswer answer;
    answer.disabled = integerOf(object->value("endTimestamp"_L1), 0) == -2;
    answer.root = frameOf(object->value("data"_L1).toObject(), 0);
    return answer;
}

Result<std::vector<LogSource>> logList(const QByteArray& body, const QString& member, const QString& group)
{
    const auto list = readMember(body, "logs"_L1);
    if (!list) {
        return failure(list.error());
    }
    std::vector<LogSource> sources;
    for (const QJsonValue& each : *list) {
        const QJsonObject log = each.toObject();
        const QString name = log.value("name"_L1).toString();
        if (!name.isEmpty()) {
            sources.push_back({api::logFile(member, name), name, group, integerOf(log.value("size"_L1)),
                timeOf(log.value("mtime"_L1))});
        }
    }
    std::ranges::sort(sources, {}, &LogSource::title);
    return sources;
}

} // namespace millrace::flink::json
