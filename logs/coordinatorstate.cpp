// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/coordinatorstate.h"

#include "logs/memberid.h"

namespace millrace {

using Kind = CoordinatorEventKind;

CoordinatorState::CoordinatorState(const QStringList& onlyGroups) : m_only(onlyGroups) { }

CoordinatorGroup* CoordinatorState::groupFor(std::string_view name)
{
    m_key.assign(name);
    const auto known = m_groups.find(m_key);
    if (known != m_groups.end()) {
        return &known->second;
    }
    if (name.empty()
        || (!m_only.isEmpty() && !m_only.contains(QString::fromUtf8(name.data(), qsizetype(name.size()))))) {
        return nullptr;
    }
    return &m_groups[m_key];
}

void CoordinatorState::loseAll(const CoordinatorMoment& moment, int partition)
{
    for (auto& [name, group] : m_groups) {
        if (partition < 0 || group.partition() == partition) {
            group.lose(moment);
        }
    }
}

void CoordinatorState::apply(const CoordinatorEvent& event, const CoordinatorMoment& moment)
{
    switch (event.kind) {
    case Kind::StartingUp:
    case Kind::ShutDown:
        loseAll(moment, -1);
        return;
    case Kind::Resigned:
        if (event.partition >= 0) {
            loseAll(moment, event.partition);
        }
        return;
    case Kind::Elected:
        return;
    case Kind::LeaderLate:
        m_lateLeader.assign(event.member);
        return;
    case Kind::GroupsDeleted:
        for (const std::string_view name : splitMemberList(event.member)) {
            if (CoordinatorGroup* group = groupFor(name)) {
                group->apply(event, moment);
            }
        }
        return;
    default:
        break;
    }
    CoordinatorGroup* group = groupFor(event.group);
    if (group == nullptr) {
        return;
    }
    // The line about the late leader names no group; the one about the group follows at once.
    if (event.kind == Kind::NobodyRejoined && !m_lateLeader.empty()) {
        group->leaderLate(m_lateLeader);
    }
    m_lateLeader.clear();
    group->apply(event, moment);
}

void CoordinatorState::amendStart(const CoordinatorEvent& event)
{
    if (CoordinatorGroup* group = groupFor(event.group)) {
        group->amendStart(event);
    }
}

} // namespace millrace
