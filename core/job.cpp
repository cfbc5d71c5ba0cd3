// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/job.h"

#include <array>
#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<JobState, QLatin1StringView>, 9> s_states{{
    {JobState::Unknown, "unknown"_L1},
    {JobState::Pending, "pending"_L1},
    {JobState::Running, "running"_L1},
    {JobState::Restarting, "restarting"_L1},
    {JobState::Stopping, "stopping"_L1},
    {JobState::Finished, "finished"_L1},
    {JobState::Cancelled, "cancelled"_L1},
    {JobState::Failed, "failed"_L1},
    {JobState::Suspended, "suspended"_L1},
}};

} // namespace

QString toId(JobState state)
{
    for (const auto& [known, id] : s_states) {
        if (known == state) {
            return id;
        }
    }
    return u"unknown"_s;
}

std::optional<JobState> jobStateFromId(QStringView id)
{
    for (const auto& [state, known] : s_states) {
        if (id.compare(known, Qt::CaseInsensitive) == 0) {
            return state;
        }
    }
    return std::nullopt;
}

bool isFinal(JobState state)
{
    return state == JobState::Finished || state == JobState::Cancelled || state == JobState::Failed;
}

} // namespace millrace
