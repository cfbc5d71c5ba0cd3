// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "logs/clienterrors.h"
#include "logs/rebalance.h"
#include "logs/rebalancestatistics.h"

#include <QStringList>
#include <QTimeZone>

#include <functional>

namespace millrace {

/// From when on a finding is made. The defaults are what the findings' texts were written for.
struct RebalanceThresholds {
    int stormCount = 15; ///< rebalances within stormWindowMs
    qint64 stormWindowMs = 600'000;
    int changeWindow = 20; ///< rebalances whose medians are compared
    double changeFactor = 10;
    qint64 changeFloorMs = 5'000; ///< a change to less than this is no incident
    int plateauCount = 5;
    int culpritCount = 3; ///< failures of one member
    qint64 defaultPollTimeoutMs = 300'000; ///< max.poll.interval.ms of a client that sets none
};

/// What to analyse and how to read it.
struct RebalanceOptions {
    QStringList groups; ///< only these; empty for all
    QTimeZone logZone = QTimeZone::utc(); ///< of stamps that name no zone
    QTimeZone displayZone = QTimeZone::utc(); ///< of times in findings and in the table
    RebalanceThresholds thresholds;
    CancellationToken cancel;
    std::function<void(qint64 done, qint64 total)> progress; ///< bytes of all files, now and then
};

/// One thing that can be done about a finding. setting may be empty; price says what it costs.
struct RebalanceAdvice {
    QString text;
    QString setting;
    QString price;

    bool operator==(const RebalanceAdvice&) const = default;
};

/// A conclusion in words, translated, as plain text: it may hold ids that clients chose.
struct RebalanceFinding {
    enum class Severity : quint8 { Note, Warning, Problem };
    QString id; ///< stable: "storm", "plateau", "change_point", …
    Severity severity = Severity::Note;
    QString text;
    qint64 from = kNoTime; ///< UTC
    qint64 to = kNoTime;
    QStringList members;
    QList<RebalanceAdvice> advice;

    bool operator==(const RebalanceFinding&) const = default;
};

/// The stable names "note", "warning", "problem".
[[nodiscard]] QString toId(RebalanceFinding::Severity severity);

/// What the log tells about a group beside its rebalances.
struct RebalanceGroupFacts {
    int rebalanceTimeoutMs = -1; ///< largest max.poll.interval.ms seen, -1 when none was printed
    int sessionTimeoutMs = -1;
    bool cooperative = false; ///< partitions that stay are consumed on during a rebalance
    bool staticMembers = false;
    bool newProtocol = false; ///< KIP-848: epochs instead of rebalances
    int epochs = 0;
    int lastEpoch = -1;
    int coordinatorMoves = 0; ///< times that a broker gave the group away or loaded it
    int generationResets = 0; ///< the group was deleted and made again
};

struct RebalanceGroup {
    QString group;
    QList<Rebalance> rebalances; ///< by time
    QList<MemberTally> members; ///< who failed, left or did not come back, the worst first
    RebalanceGroupFacts facts;
    RebalanceStatistics statistics;
    QList<RebalanceFinding> findings; ///< the worst first
};

struct RebalanceFile {
    QString path;
    qint64 lines = 0;
    QString problem; ///< why it could not be read, or not to its end; empty when all is well
};

/// What came out of the logs.
struct RebalanceReport {
    QList<RebalanceGroup> groups; ///< by their first time
    QList<ClientError> clientErrors;
    QList<RebalanceFile> files;
    QStringList notes; ///< about the logs themselves, for people
    qint64 from = kNoTime; ///< first and last time stamp
    qint64 to = kNoTime;
    qint64 coordinatorLines = 0;
    QTimeZone logZone = QTimeZone::utc();
    QTimeZone displayZone = QTimeZone::utc();
    bool cancelled = false;
};

} // namespace millrace
