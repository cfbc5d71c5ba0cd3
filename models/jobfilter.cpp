// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfilter.h"

#include <QJsonArray>

#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_dayMs = 24LL * 3600 * 1000;
constexpr std::array s_endedIds{"all"_L1, "day"_L1, "none"_L1};
constexpr std::array s_groupIds{"none"_L1, "connection"_L1, "state"_L1, "system"_L1};

template <typename Enum, std::size_t N>
Enum fromId(const std::array<QLatin1StringView, N>& ids, const QString& id, Enum fallback)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (id == ids[i]) {
            return static_cast<Enum>(i);
        }
    }
    return fallback;
}

QStringList strings(const QJsonValue& value)
{
    QStringList found;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        found << each.toString();
    }
    return found;
}

/// When a job that has ended did so, as well as it is known.
QDateTime endOf(const JobSummary& job)
{
    if (job.end.isValid() || !job.start.isValid()) {
        return job.end;
    }
    return job.start.addMSecs(std::max<qint64>(0, job.durationMs));
}

} // namespace

bool JobFilter::accepts(const JobRow& row, const JobSource& source, const QDateTime& now) const
{
    const JobSummary& job = row.job;
    if ((watchedOnly && !row.watched) || (startedHereOnly && row.startedHere.isEmpty())) {
        return false;
    }
    if (isFinal(job.state) && ended != Ended::All) {
        const QDateTime end = endOf(job);
        if (ended == Ended::None || (end.isValid() && end.msecsTo(now) > s_dayMs)) {
            return false;
        }
    }
    if ((!states.isEmpty() && !states.contains(job.state)) || (!systems.isEmpty() && !systems.contains(source.system))
        || (!connections.isEmpty() && !connections.contains(source.id))) {
        return false;
    }
    const auto holds = [this](const QString& where) { return where.contains(text, Qt::CaseInsensitive); };
    return text.isEmpty() || holds(job.name) || holds(job.id) || holds(job.cluster) || holds(job.owner);
}

QJsonObject JobFilter::toJson() const
{
    QJsonArray stateIds;
    for (const JobState state : states) {
        stateIds.append(toId(state));
    }
    return {{u"text"_s, text}, {u"ended"_s, s_endedIds[static_cast<std::size_t>(ended)]}, {u"states"_s, stateIds},
        {u"systems"_s, QJsonArray::fromStringList(systems)},
        {u"connections"_s, QJsonArray::fromStringList(connections)}, {u"watched"_s, watchedOnly},
        {u"startedHere"_s, startedHereOnly}, {u"group"_s, s_groupIds[static_cast<std::size_t>(group)]}};
}

JobFilter JobFilter::fromJson(const QJsonObject& json)
{
    JobFilter filter;
    filter.text = json.value("text"_L1).toString();
    filter.ended = fromId(s_endedIds, json.value("ended"_L1).toString(), Ended::OneDay);
    for (const QString& id : strings(json.value("states"_L1))) {
        if (const auto state = jobStateFromId(id)) {
            filter.states << *state;
        }
    }
    filter.systems = strings(json.value("systems"_L1));
    filter.connections = strings(json.value("connections"_L1));
    filter.watchedOnly = json.value("watched"_L1).toBool();
    filter.startedHereOnly = json.value("startedHere"_L1).toBool();
    filter.group = fromId(s_groupIds, json.value("group"_L1).toString(), Group::None);
    return filter;
}

} // namespace millrace
