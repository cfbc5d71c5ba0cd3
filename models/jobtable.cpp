// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtable.h"

#include <algorithm>
#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// NaN is not equal to itself: a rate that a server cannot tell would make its row look changed with every answer.
void dropNonsense(std::optional<double>& value)
{
    if (value && !std::isfinite(*value)) {
        value.reset();
    }
}

JobSummary cleaned(JobSummary job)
{
    dropNonsense(job.recordsInPerSecond);
    dropNonsense(job.recordsOutPerSecond);
    return job;
}

bool hasMoved(const JobRow& before, const JobRow& after)
{
    return before.job.state != after.job.state || before.job.rawState != after.job.rawState
        || before.job.restarts != after.job.restarts || before.listed != after.listed;
}

} // namespace

int stateRank(const JobSummary& job)
{
    switch (job.state) {
    case JobState::Stopping:
        // A job that fails is on its way to Failed, and there may still be time to do something about it.
        return job.rawState.contains("fail"_L1, Qt::CaseInsensitive) ? 0 : 3;
    case JobState::Failed:
        return 1;
    case JobState::Restarting:
        return 2;
    case JobState::Unknown:
        return 4;
    case JobState::Running:
        return 5;
    case JobState::Pending:
        return 6;
    case JobState::Suspended:
        return 7;
    case JobState::Finished:
        return 8;
    case JobState::Cancelled:
        return 9;
    }
    return 10;
}

int JobTable::sourceIndex(const QString& connectionId) const
{
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (m_sourceUsed[i] && m_sources[i].id == connectionId) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void JobTable::setSources(const std::vector<JobSource>& sources)
{
    std::vector<int> touched;
    for (const int index : std::exchange(m_sourceOrder, {})) {
        const QString& id = m_sources[static_cast<std::size_t>(index)].id;
        if (std::ranges::find(sources, id, &JobSource::id) != sources.end()) {
            continue;
        }
        m_sourceUsed[static_cast<std::size_t>(index)] = false;
        for (int slot = 0; slot < slotCount(); ++slot) {
            if (isUsed(slot) && row(slot).source == index) {
                touched.push_back(slot);
            }
        }
    }
    for (const JobSource& source : sources) {
        int index = sourceIndex(source.id);
        if (index < 0) {
            index = static_cast<int>(m_sources.size());
            m_sources.push_back(source);
            m_sourceUsed.push_back(true);
        } else {
            m_sources[static_cast<std::size_t>(index)] = source;
        }
        m_sourceOrder.push_back(index);
    }
    for (const int slot : touched) {
        release(slot);
    }
    if (!touched.empty()) {
        Q_EMIT changed(touched);
    }
    Q_EMIT sourcesChanged();
}

void JobTable::updateSource(const JobSource& source)
{
    const int index = sourceIndex(source.id);
    if (index >= 0 && !(m_sources[static_cast<std::size_t>(index)] == source)) {
        m_sources[static_cast<std::size_t>(index)] = source;
        Q_EMIT sourceChanged(source.id);
    }
}

void JobTable::merge(const QString& connectionId, std::vector<JobSummary> jobs, const QDateTime& answeredAt)
{
    const int source = sourceIndex(connectionId);
    if (source < 0) {
        return; // the connection went while its answer was on its way
    }
    std::vector<int> touched;
    std::vector<std::pair<JobRow, int>> moved;
    std::vector<bool> seen(m_rows.size() + jobs.size(), false);
    for (JobSummary& job : jobs) {
        if (job.id.isEmpty()) {
            continue;
        }
        const JobKey key{connectionId, job.id};
        const int known = slotOf(key);
        const int slot = known >= 0 ? known : add(key, source);
        seen[static_cast<std::size_t>(slot)] = true;
        JobRow& row = m_rows[static_cast<std::size_t>(slot)];
        job = cleaned(std::move(job));
        if (known >= 0 && row.listed && row.job == job) {
            continue;
        }
        JobRow before = row;
        if (known < 0 || row.job.name != job.name) {
            row.foldedName = job.name.toCaseFolded();
        }
        row.job = std::move(job);
        row.listed = true;
        row.lastListed = {};
        touched.push_back(slot);
        if (known >= 0 && hasMoved(before, row)) {
            moved.emplace_back(std::move(before), slot);
        }
    }
    std::vector<int> forgotten;
    for (int slot = 0; slot < slotCount(); ++slot) {
        if (!isUsed(slot) || row(slot).source != source || seen[static_cast<std::size_t>(slot)] || !row(slot).listed) {
            continue;
        }
        touched.push_back(slot);
        if (isFinal(row(slot).job.state)) {
            forgotten.push_back(slot);
            continue;
        }
        JobRow& row = m_rows[static_cast<std::size_t>(slot)];
        moved.emplace_back(row, slot);
        row.listed = false;
        row.lastListed = m_sources[static_cast<std::size_t>(source)].answeredAt;
    }
    for (const int slot : forgotten) {
        release(slot);
    }
    m_sources[static_cast<std::size_t>(source)].answeredAt = answeredAt;
    if (!touched.empty()) {
        Q_EMIT changed(touched);
    }
    for (const auto& [before, slot] : moved) {
        Q_EMIT jobMoved(before, row(slot));
    }
}

void JobTable::forget(const JobKey& key)
{
    const int slot = slotOf(key);
    if (slot >= 0 && !row(slot).listed) {
        release(slot);
        Q_EMIT changed({slot});
    }
}

void JobTable::setWatched(const JobKey& key, bool watched)
{
    if (watched == m_watched.contains(key)) {
        return;
    }
    if (watched) {
        m_watched.insert(key);
    } else {
        m_watched.remove(key);
    }
    if (const int slot = slotOf(key); slot >= 0) {
        m_rows[static_cast<std::size_t>(slot)].watched = watched;
        Q_EMIT changed({slot});
    }
}

void JobTable::setWatched(const QSet<JobKey>& keys)
{
    const QSet<JobKey> before = m_watched;
    for (const JobKey& key : before - keys) {
        setWatched(key, false);
    }
    for (const JobKey& key : keys - before) {
        setWatched(key, true);
    }
}

void JobTable::setStartedHere(const JobKey& key, const QString& what)
{
    m_startedHere.insert(key, what);
    const int slot = slotOf(key);
    if (slot >= 0 && row(slot).startedHere != what) {
        m_rows[static_cast<std::size_t>(slot)].startedHere = what;
        Q_EMIT changed({slot});
    }
}

void JobTable::setNow(const QDateTime& now)
{
    m_now = now;
    Q_EMIT clockMoved();
}

const JobRow* JobTable::find(const JobKey& key) const
{
    const int slot = slotOf(key);
    return slot < 0 ? nullptr : &row(slot);
}

const JobSource* JobTable::findSource(const QString& connectionId) const
{
    const int index = sourceIndex(connectionId);
    return index < 0 ? nullptr : &source(index);
}

std::vector<const JobSource*> JobTable::sources() const
{
    std::vector<const JobSource*> found;
    found.reserve(m_sourceOrder.size());
    for (const int index : m_sourceOrder) {
        found.push_back(&source(index));
    }
    return found;
}

int JobTable::add(const JobKey& key, int source)
{
    int slot = static_cast<int>(m_rows.size());
    if (m_free.empty()) {
        m_rows.emplace_back();
        m_used.push_back(true);
    } else {
        slot = m_free.back();
        m_free.pop_back();
        m_rows[static_cast<std::size_t>(slot)] = {};
        m_used[static_cast<std::size_t>(slot)] = true;
    }
    JobRow& row = m_rows[static_cast<std::size_t>(slot)];
    row.key = key;
    row.source = source;
    row.watched = m_watched.contains(key);
    row.startedHere = m_startedHere.value(key);
    m_slotByKey.insert(key, slot);
    return slot;
}

void JobTable::release(int slot)
{
    m_slotByKey.remove(row(slot).key);
    m_used[static_cast<std::size_t>(slot)] = false;
    m_free.push_back(slot);
}

} // namespace millrace
