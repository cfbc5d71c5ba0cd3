// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace millrace {

/// Milliseconds since 1970 in UTC that are not known.
inline constexpr qint64 kNoTime = std::numeric_limits<qint64>::min();

/// How a rebalance ended.
enum class RebalanceOutcome : quint8 {
    Completed, ///< the members have their partitions
    Superseded, ///< the next rebalance began before the assignment was there
    Emptied, ///< the group lost its last member
    Open, ///< the log ends inside it
    StartMissing, ///< the log begins inside it
    CoordinatorLost, ///< the broker stopped, gave the group away, or lines are missing
};

/// Why a rebalance began, as far as the broker said it.
enum class RebalanceReason : quint8 {
    Unknown,
    Join,
    Leave,
    PollTimeout, ///< the client left because it did not call poll() for max.poll.interval.ms
    SessionTimeout,
    LeaderRejoin, ///< the leader joined again: partitions or topics changed, or a cooperative second step
    MemberUpdate, ///< a member joined again with another subscription
    SyncTimeout,
    Downgrade,
    ProtocolChange,
    StoreError, ///< the broker could not write the assignment
    OverCapacity, ///< group.max.size
    Other,
};

/// The stable names: "completed", "start_missing", …; "join", "poll_timeout", …; a null string for Unknown.
[[nodiscard]] QString toId(RebalanceOutcome outcome);
[[nodiscard]] QString toId(RebalanceReason reason);
/// The same for people, translated.
[[nodiscard]] QString toText(RebalanceOutcome outcome);
[[nodiscard]] QString toText(RebalanceReason reason);

/// What happened to a member while a rebalance ran.
struct RebalanceMember {
    enum class What : quint8 { Failed, Left, NotRejoined };
    What what = What::Failed;
    QString member;

    bool operator==(const RebalanceMember&) const = default;
};

/// One rebalance of one group. Times are milliseconds since 1970 in UTC, kNoTime where the log has none; numbers are -1
/// where it has none. Lines are 1-based within RebalanceReport::files[file].
struct Rebalance {
    qint64 start = kNoTime;
    qint64 joined = kNoTime; ///< the join phase ended
    qint64 assigned = kNoTime; ///< the sync phase ended, consuming goes on
    qint64 end = kNoTime; ///< assigned, or emptied
    qint64 lostSeen = kNoTime; ///< for CoordinatorLost: the line that showed it
    int oldGeneration = -1;
    int generation = -1;
    int members = -1;
    int staticMembers = -1;
    int nobodyRejoined = 0; ///< times that the join phase ran out without any member
    int broker = -1;
    int file = -1;
    qint64 startLine = 0;
    qint64 joinedLine = 0;
    qint64 assignedLine = 0;
    qint64 endLine = 0; ///< of an emptied group
    RebalanceOutcome outcome = RebalanceOutcome::Open;
    RebalanceReason reason = RebalanceReason::Unknown;
    bool fromEmpty = false; ///< the group had no members: it waits group.initial.rebalance.delay.ms, which is no fault
    bool linesMissing = false; ///< the generations do not fit together
    QByteArray reasonText; ///< UTF-8 as the broker wrote it; holds text of the client, never show it as rich text
    QByteArray clientReason; ///< null when none was printed
    QString leader;
    QList<RebalanceMember> events;

    /// Durations in milliseconds; nothing for an end that is not in the log or a clock that stepped back.
    [[nodiscard]] std::optional<qint64> joinMs() const { return span(start, joined); }

    [[nodiscard]] std::optional<qint64> syncMs() const { return span(joined, assigned); }

    [[nodiscard]] std::optional<qint64> totalMs() const { return span(start, end); }

    [[nodiscard]] bool clockSteppedBack() const;
    /// The time to sort and place it by: its start, else the first time that is known.
    [[nodiscard]] qint64 anchor() const;
    [[nodiscard]] QStringList membersThat(RebalanceMember::What what) const;
    /// The members that the reason names.
    [[nodiscard]] QStringList triggerMembers() const;

private:
    static std::optional<qint64> span(qint64 from, qint64 to);
};

} // namespace millrace
