// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancefindingparts.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RebalanceAdvice)
};

} // namespace

QList<RebalanceAdvice> slowPollAdvice()
{
    return {
        {Words::tr("Let the consumer take fewer records at a time, so that it calls poll() more often."),
            u"max.poll.records"_s, Words::tr("More calls and a little less throughput.")},
        {Words::tr("Shorten the work between two calls of poll(), or do it in a thread of its own while the partitions "
                   "are paused."),
            QString(), Words::tr("The program has to commit offsets itself when the work is done.")},
        {Words::tr("Set the poll time-out to what one batch really needs."), u"max.poll.interval.ms"_s,
            Words::tr("Higher: every rebalance may wait that long for a member that is gone. Lower: a slow batch gets "
                      "its consumer thrown out.")},
        {Words::tr("Give each kind of work a consumer group of its own, so that a slow one does not stop the others."),
            u"group.id"_s, Words::tr("Each group needs its own consumers and its own watch over its lag.")},
    };
}

QList<RebalanceAdvice> sessionAdvice()
{
    return {
        {Words::tr("Look for long garbage collections, starved CPUs, killed processes and network faults on the "
                   "members' hosts at these times."),
            QString(), QString()},
        {Words::tr("Allow a longer silence: the default is 45 s since Kafka 3.0 and was 10 s before; heartbeats should "
                   "be three times as frequent."),
            u"session.timeout.ms, heartbeat.interval.ms"_s,
            Words::tr("The partitions of a member that is really dead wait that long.")},
    };
}

QList<RebalanceAdvice> churnAdvice()
{
    return {
        {Words::tr(
             "Give each consumer a fixed name, so that a restart within the session time-out makes no rebalance."),
            u"group.instance.id"_s,
            Words::tr("The partitions of a member that does not come back wait for session.timeout.ms.")},
        {Words::tr("Use the cooperative assignor, so that partitions that stay are consumed on during a rebalance."),
            u"partition.assignment.strategy=org.apache.kafka.clients.consumer.CooperativeStickyAssignor"_s,
            Words::tr("Two rolling restarts to change over, and two short rebalances per change.")},
        {Words::tr("When many consumers start at once, let a new group wait for them."),
            u"group.initial.rebalance.delay.ms"_s,
            Words::tr("Every first start of a group waits that long (3 s by default).")},
    };
}

QList<RebalanceAdvice> slowSyncAdvice()
{
    return {
        {Words::tr("Look at the leader: it has to poll to send the assignment, and a leader that is busy or without "
                   "CPU keeps all others waiting."),
            QString(), QString()},
        {Words::tr("Shorten the time between two calls of poll() in all members, since any of them may become leader."),
            u"max.poll.records"_s, Words::tr("More calls and a little less throughput.")},
    };
}

} // namespace millrace
