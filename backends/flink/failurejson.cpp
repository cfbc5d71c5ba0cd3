// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkerrors.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jsonvalues.h"

#include <algorithm>

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

QString firstLine(const QString& text)
{
    for (const QString& line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty()) {
            return trimmed;
        }
    }
    return {};
}

JobFailure failureOf(const QJsonObject& entry)
{
    JobFailure failure;
    failure.at = timeOf(entry.value("timestamp"_L1));
    failure.text = entry.value(entry.contains("stacktrace"_L1) ? "stacktrace"_L1 : "exception"_L1).toString();
    failure.rootCause = rootCauseLine(failure.text);
    if (failure.rootCause.isEmpty()) {
        failure.rootCause = entry.value("exceptionName"_L1).toString();
    }
    failure.task = entry.value(entry.contains("taskName"_L1) ? "taskName"_L1 : "task"_L1).toString();
    // Every attempt would be a task of its own: "Join[5] (1/1) - execution #7".
    if (const qsizetype attempt = failure.task.indexOf(" - execution #"_L1); attempt > 0) {
        failure.task.truncate(attempt);
    }
    const QString taskManager = entry.value("taskManagerId"_L1).toString();
    const QString host = entry.value(entry.contains("endpoint"_L1) ? "endpoint"_L1 : "location"_L1).toString();
    failure.location = taskManager.isEmpty() ? host : taskManager;
    return failure;
}

} // namespace

QString rootCauseLine(const QString& stack)
{
    const std::vector<errors::Cause> chain = errors::causes(stack);
    if (chain.empty()) {
        return firstLine(stack);
    }
    const errors::Cause& root = chain.back();
    const QString name = root.className.section(u'.', -1).section(u'$', -1);
    const QString message = firstLine(root.message);
    return message.isEmpty() ? name : name + u": "_s + message;
}

Result<std::vector<JobFailure>> failures(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    std::vector<JobFailure> all;
    for (const QJsonValue& each : object->value("exceptionHistory"_L1).toObject().value("entries"_L1).toArray()) {
        const QJsonObject entry = each.toObject();
        all.push_back(failureOf(entry));
        for (const QJsonValue& concurrent : entry.value("concurrentExceptions"_L1).toArray()) {
            JobFailure beside = failureOf(concurrent.toObject());
            beside.at = beside.at.isValid() ? beside.at : all.back().at;
            // The failure of the whole job repeats that of the task that brought it down.
            if (beside.rootCause != all.back().rootCause || !all.back().task.isEmpty()) {
                all.push_back(std::move(beside));
            } else {
                all.back().task = beside.task;
                all.back().location = beside.location;
            }
        }
    }
    if (all.empty() && !object->value("root-exception"_L1).toString().isEmpty()) {
        JobFailure root;
        root.at = timeOf(object->value("timestamp"_L1));
        root.text = object->value("root-exception"_L1).toString();
        root.rootCause = rootCauseLine(root.text);
        all.push_back(std::move(root));
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &JobFailure::at);
    return all;
}

} // namespace millrace::flink::json
