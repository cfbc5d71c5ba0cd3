// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetaclusterjson.h"

#include "backends/seatunnel/zetavalues.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace millrace::seatunnel::json {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this backend: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnel)
};

Checkpoint::State checkpointState(const QString& status)
{
    if (status == "COMPLETED"_L1) {
        return Checkpoint::State::Completed;
    }
    return status == "FAILED"_L1 || status == "CANCELED"_L1 ? Checkpoint::State::Failed : Checkpoint::State::InProgress;
}

/// An entry of a history ({pipelineId, checkpoint}), or the checkpoint itself.
Checkpoint checkpointFrom(const QJsonObject& entry)
{
    const QJsonObject object = entry.contains("checkpoint"_L1) ? entry.value("checkpoint"_L1).toObject() : entry;
    Checkpoint checkpoint;
    checkpoint.id = textOf(object.value("checkpointId"_L1)).toLongLong();
    checkpoint.type = textOf(object.value("checkpointType"_L1));
    checkpoint.isSavepoint = checkpoint.type.contains("savepoint"_L1, Qt::CaseInsensitive);
    checkpoint.state = checkpointState(textOf(object.value("status"_L1)).toUpper());
    checkpoint.triggeredAt = values::epoch(object.value("triggerTimestamp"_L1));
    bool hasDuration = false;
    const qint64 duration = textOf(object.value("durationMillis"_L1)).toLongLong(&hasDuration);
    checkpoint.durationMs = hasDuration ? duration : -1;
    bool hasSize = false;
    const qint64 size = textOf(object.value("stateSize"_L1)).toLongLong(&hasSize);
    checkpoint.stateBytes = hasSize ? size : -1;
    checkpoint.failure = textOf(object.value("failureReason"_L1));
    return checkpoint;
}

void sortNewestFirst(std::vector<Checkpoint>& history)
{
    std::ranges::stable_sort(
        history, [](const Checkpoint& a, const Checkpoint& b) { return a.triggeredAt > b.triggeredAt; });
}

std::optional<int> count(const QJsonObject& counts, QLatin1StringView name, std::optional<int> before)
{
    bool isNumber = false;
    const int value = textOf(counts.value(name)).toInt(&isNumber);
    return isNumber ? std::optional(before.value_or(0) + value) : before;
}

} // namespace

QString Member::figure(QLatin1StringView name) const
{
    const auto it = std::ranges::find(figures, QString(name), &NamedText::name);
    return it != figures.end() ? it->value : QString();
}

Result<Overview> overview(const QByteArray& body)
{
    const auto object = values::object(body);
    if (!object) {
        return failure(object.error());
    }
    Overview overview{textOf(object->value("projectVersion"_L1)), textOf(object->value("gitCommitAbbrev"_L1)), {}};
    if (!object->contains("projectVersion"_L1) || !object->contains("workers"_L1)) {
        return failure(values::notUnderstood(Texts::tr("no projectVersion in it"), body));
    }
    for (const NamedText& each : values::named(*object)) {
        if (each.name != "projectVersion"_L1 && each.name != "gitCommitAbbrev"_L1) {
            overview.counts.insert(each.name, each.value);
        }
    }
    return overview;
}

Result<std::vector<Member>> members(const QByteArray& body)
{
    const auto array = values::array(body);
    if (!array) {
        return failure(array.error());
    }
    std::vector<Member> list;
    for (const QJsonValue& value : *array) {
        const QJsonObject object = value.toObject();
        const QString host = textOf(object.value("host"_L1));
        Member member;
        member.address = host.isEmpty() ? Texts::tr("Member %1").arg(list.size() + 1)
                                        : host + u':' + textOf(object.value("port"_L1));
        member.isMaster = textOf(object.value("isMaster"_L1)) == "true"_L1;
        member.figures = values::named(object);
        list.push_back(std::move(member));
    }
    return list;
}

Result<std::vector<Thread>> threads(const QByteArray& body)
{
    const auto array = values::array(body);
    if (!array) {
        return failure(array.error());
    }
    std::vector<Thread> list;
    for (const QJsonValue& value : *array) {
        const QJsonObject object = value.toObject();
        list.push_back({textOf(object.value("threadId"_L1)), textOf(object.value("threadName"_L1)),
            textOf(object.value("threadState"_L1)), textOf(object.value("stackTrace"_L1)),
            textOf(object.value("classLoader"_L1))});
    }
    return list;
}

Result<std::vector<LogFile>> logFiles(const QByteArray& body)
{
    std::vector<LogFile> list;
    if (body.trimmed().startsWith('<')) {
        static const QRegularExpression s_link(u"<a href=\"([^\"]*)\">([^<]*)</a>"_s);
        auto links = s_link.globalMatch(QString::fromUtf8(body));
        while (links.hasNext()) {
            const auto link = links.next();
            const QUrl url(link.captured(1));
            list.push_back({link.captured(2), u"%1:%2"_s.arg(url.host()).arg(url.port())});
        }
        return list;
    }
    const auto array = values::array(body);
    if (!array) {
        return failure(array.error());
    }
    for (const QJsonValue& value : *array) {
        const QJsonObject object = value.toObject();
        LogFile file{
            value.isObject() ? textOf(object.value("logName"_L1)) : textOf(value), textOf(object.value("node"_L1))};
        if (!file.name.isEmpty()) {
            list.push_back(std::move(file));
        }
    }
    return list;
}

Result<std::vector<PendingJob>> pendingJobs(const QByteArray& body)
{
    const auto object = values::object(body);
    if (!object) {
        return failure(object.error());
    }
    if (!object->value("pendingJobs"_L1).isArray()) {
        return failure(values::notUnderstood(Texts::tr("no pendingJobs in it"), body));
    }
    std::vector<PendingJob> list;
    for (const QJsonValue& value : object->value("pendingJobs"_L1).toArray()) {
        const QJsonObject pending = value.toObject();
        PendingJob job{textOf(pending.value("jobId"_L1)), textOf(pending.value("jobName"_L1)),
            textOf(pending.value("jobStatus"_L1))};
        job.since = values::epoch(pending.value("enqueueTimestamp"_L1));
        bool isNumber = false;
        const qint64 waited = textOf(pending.value("waitDurationMs"_L1)).toLongLong(&isNumber);
        job.waitedMs = isNumber ? waited : -1;
        job.reason = textOf(pending.value("failureReason"_L1));
        if (const QString why = textOf(pending.value("failureMessage"_L1)); !why.isEmpty()) {
            job.reason += u": "_s + why;
        }
        for (const QJsonValue& id : pending.value("blockingJobIds"_L1).toArray()) {
            job.blockedBy.append(textOf(id));
        }
        const int lacking = textOf(pending.value("lackingTaskGroups"_L1)).toInt(&isNumber);
        job.lackingTaskGroups = isNumber ? lacking : -1;
        job.facts = values::named(pending);
        list.push_back(std::move(job));
    }
    return list;
}

Result<CheckpointOverview> checkpoints(const QByteArray& body)
{
    const auto object = values::object(body);
    if (!object) {
        return failure(object.error());
    }
    CheckpointOverview overview;
    for (const QJsonValue& value : object->value("pipelines"_L1).toArray()) {
        const QJsonObject pipeline = value.toObject();
        const QJsonObject counts = pipeline.value("counts"_L1).toObject();
        overview.completed = count(counts, "completed"_L1, overview.completed);
        overview.failed = count(counts, "failed"_L1, overview.failed);
        overview.inProgress = count(counts, "inProgress"_L1, overview.inProgress);
        overview.restored = count(counts, "restored"_L1, overview.restored);
        for (const QLatin1StringView list : {"history"_L1, "inProgress"_L1}) {
            for (const QJsonValue& entry : pipeline.value(list).toArray()) {
                overview.history.push_back(checkpointFrom(entry.toObject()));
            }
        }
    }
    sortNewestFirst(overview.history);
    return overview;
}

Result<std::vector<Checkpoint>> checkpointHistory(const QByteArray& body)
{
    const auto array = values::array(body);
    if (!array) {
        return failure(array.error());
    }
    std::vector<Checkpoint> history;
    std::ranges::transform(
        *array, std::back_inserter(history), [](const QJsonValue& entry) { return checkpointFrom(entry.toObject()); });
    sortNewestFirst(history);
    return history;
}

Result<QString> message(const QByteArray& body)
{
    const auto object = values::object(body);
    if (!object) {
        return failure(object.error());
    }
    if (textOf(object->value("status"_L1)) != "success"_L1) {
        return failure(values::notUnderstood(Texts::tr("no success in it"), body));
    }
    return textOf(object->value("message"_L1));
}

Result<std::vector<MetricSample>> prometheus(const QByteArray& body)
{
    if (body.trimmed().startsWith('{') || body.trimmed().startsWith('<')) {
        return failure(values::notUnderstood(Texts::tr("no Prometheus text"), body));
    }
    static const QRegularExpression s_sample(u"^([A-Za-z_:][\\w:]*(?:\\{.*\\})?)\\s+(\\S+)(?:\\s+\\d+)?$"_s);
    std::vector<MetricSample> samples;
    for (const QString& line : QString::fromUtf8(body).split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto match = s_sample.match(line.trimmed()); !line.startsWith(u'#') && match.hasMatch()) {
            bool isNumber = false;
            const double value = match.captured(2).toDouble(&isNumber);
            samples.push_back({match.captured(1),
                isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt, match.captured(2)});
        }
    }
    return samples;
}

} // namespace millrace::seatunnel::json
