// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/coordinatorline.h"
#include "logs/rebalancereport.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace millrace {

/// Where and when a line was logged.
struct CoordinatorMoment {
    qint64 utc = kNoTime;
    int broker = -1;
    int file = -1;
    qint64 line = 0;
};

/// What one broker's log has said about one group so far: Stable, then Preparing (join phase), then Joined (sync
/// phase).
class CoordinatorGroup {
public:
    enum class State : quint8 { Stable, Preparing, Joined };

    void apply(const CoordinatorEvent& event, const CoordinatorMoment& moment);
    /// The broker stopped or gave the group away.
    void lose(const CoordinatorMoment& moment);
    /// The start line went on in the next line.
    void amendStart(const CoordinatorEvent& event);

    /// Finished rebalances and the one that is still open.
    [[nodiscard]] QList<Rebalance> rebalances() const;

    [[nodiscard]] const std::unordered_map<std::string, MemberTally>& tallies() const { return m_tallies; }

    [[nodiscard]] const RebalanceGroupFacts& facts() const { return m_facts; }

    [[nodiscard]] int partition() const { return m_partition; }

    /// A leader that was late, named by a line of its own just before.
    void leaderLate(std::string_view member) { tally(member).leaderLate += 1; }

private:
    struct Departure {
        std::string member;
        QByteArray clientReason;
    };

    void start(const CoordinatorEvent& event, const CoordinatorMoment& moment);
    void joined(const CoordinatorEvent& event, const CoordinatorMoment& moment);
    void assigned(const CoordinatorEvent& event, const CoordinatorMoment& moment);
    void emptied(const CoordinatorEvent& event, const CoordinatorMoment& moment);
    void left(const CoordinatorEvent& event);
    void notRejoined(const CoordinatorEvent& event);
    void learn(const MemberMetadata& metadata);
    void setReason(std::string_view text);
    void countTriggers();
    void recordMember(RebalanceMember::What what, std::string_view member);
    void openWithoutStart(const CoordinatorMoment& moment);
    void finish(RebalanceOutcome outcome);
    MemberTally& tally(std::string_view member);

    State m_state = State::Stable;
    Rebalance m_current;
    QList<Rebalance> m_finished;
    std::vector<std::string> m_triggers; ///< of m_current
    std::vector<Departure> m_departures; ///< since the last start, with what the client said
    std::unordered_map<std::string, MemberTally> m_tallies; ///< by member without UUID
    RebalanceGroupFacts m_facts;
    int m_lastGeneration = -1;
    int m_partition = -1;
    bool m_empty = false;
};

/// The groups of one broker.
class CoordinatorState {
public:
    explicit CoordinatorState(const QStringList& onlyGroups);

    void apply(const CoordinatorEvent& event, const CoordinatorMoment& moment);
    void amendStart(const CoordinatorEvent& event);

    using Groups = std::unordered_map<std::string, CoordinatorGroup>;

    [[nodiscard]] const Groups& groups() const { return m_groups; }

private:
    CoordinatorGroup* groupFor(std::string_view name);
    void loseAll(const CoordinatorMoment& moment, int partition);

    QStringList m_only;
    Groups m_groups;
    std::string m_key; ///< reused, so that looking a group up allocates nothing
    std::string m_lateLeader;
};

} // namespace millrace
