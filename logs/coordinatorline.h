// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace millrace {

/// What one line of a group coordinator's log says.
enum class CoordinatorEventKind {
    Start, ///< "Preparing to rebalance": members have to join again
    Joined, ///< "Stabilized": all members joined, the leader works out the assignment
    Assigned, ///< "Assignment received": the members have their partitions, consuming goes on
    Emptied, ///< the group has no member any more
    Failed, ///< a member sent no heartbeat for session.timeout.ms
    Left, ///< a member left by itself (closing, or its poll time-out)
    NotRejoined, ///< members that were thrown out because they did not join in time
    NobodyRejoined, ///< the join phase ran out without any member
    LeaderLate, ///< the leader did not join in time; the line does not name the group
    PendingExpired, ///< a member was given an id and never came back with it
    GroupsDeleted,
    StartingUp, ///< the broker's coordinator starts
    ShutDown,
    Elected, ///< the broker became coordinator of a partition of __consumer_offsets
    Resigned,
    GroupLoaded, ///< a group was read from __consumer_offsets, so nothing of it ran here before
    GroupUnloaded,
    MemberLoaded, ///< replay of an old generation while loading: never a join
    Epoch, ///< KIP-848: new group epoch or target assignment
    EpochMember, ///< KIP-848: a member joined, left or was fenced
    ProtocolUpgraded, ///< classic group became a consumer group
    ProtocolDowngraded,
};

/// The facts about a member that brokers print as MemberMetadata(…). Views into the line.
struct MemberMetadata {
    std::string_view memberId;
    std::string_view clientId;
    std::string_view clientHost; ///< without the leading slash
    std::string_view protocols; ///< "range, cooperative-sticky"
    bool isStatic = false;
    int sessionTimeoutMs = -1;
    int rebalanceTimeoutMs = -1;
};

/// One event. Views point into the line that was parsed; -1 stands for numbers that the line does not hold.
struct CoordinatorEvent {
    CoordinatorEventKind kind = CoordinatorEventKind::Start;
    std::string_view group;
    std::string_view member; ///< the leader for Assigned; the list as printed for NotRejoined and GroupsDeleted
    std::string_view reason; ///< of Start; the client's own reason for Left (data() is null when none was printed)
    MemberMetadata metadata;
    int generation = -1; ///< the old generation for Start, the epoch for Epoch
    int members = -1;
    int staticMembers = -1;
    int partition = -1; ///< of __consumer_offsets
};

/// Reads the message of a record (LogRecord::message). context is the record's context: coordinators of Kafka 4 name
/// the partition there. Knows every form from 0.9 to 4.1; nothing for all other messages.
[[nodiscard]] std::optional<CoordinatorEvent> parseCoordinatorLine(std::string_view message, std::string_view context);

/// Quick test by the first characters, for the messages that come without a coordinator's context.
[[nodiscard]] bool mayBeCoordinatorMessage(std::string_view message);

/// Reads the inside of MemberMetadata(…).
[[nodiscard]] MemberMetadata parseMemberMetadata(std::string_view text);

/// The broker's number in "GroupCoordinator 0" or "GroupCoordinator id=1 topic=…"; -1 when there is none.
[[nodiscard]] int brokerOfContext(std::string_view context);

} // namespace millrace
