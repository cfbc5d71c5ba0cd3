// SPDX-License-Identifier: GPL-3.0-or-later
#include "logtesting.h"

#include <QTest>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kUuid = "8efb3d74-d826-4af0-af8c-fe1106239813";

/// "completed 4>5 join" for each rebalance of the only group.
QString outline(const RebalanceReport& report)
{
    QStringList rows;
    for (const RebalanceGroup& group : report.groups) {
        for (const Rebalance& rebalance : group.rebalances) {
            rows += u"%1 %2>%3"_s.arg(toId(rebalance.outcome)).arg(rebalance.oldGeneration).arg(rebalance.generation);
        }
    }
    return rows.join(u", "_s);
}

const RebalanceFinding* finding(const RebalanceReport& report, const QString& id)
{
    for (const RebalanceGroup& group : report.groups) {
        for (const RebalanceFinding& candidate : group.findings) {
            if (candidate.id == id) {
                return &candidate;
            }
        }
    }
    return nullptr;
}

/// A line of Kafka 4's coordinator.
QByteArray line4(int seconds, const QByteArray& message)
{
    QByteArray line = logLine(seconds, message, "[GroupCoordinator id=1 topic=__consumer_offsets partition=12] ");
    return line.replace(
        "kafka.coordinator.group.GroupCoordinator", "org.apache.kafka.coordinator.group.GroupMetadataManager");
}

} // namespace

/// The cases of bad and strange logs, and live reading.
class TestRebalanceEdges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void pairsOddGroupNames();
    void keepsFileOrderForEqualStamps();
    void flagsTimeThatRunsBackwards();
    void marksTheFirstRebalanceOfAnEmptyGroup();
    void notesCooperativeAssignors();
    void readsKafkaFour();
    void notesTheNewProtocol();
    void takesTheReasonOverLines();
    void ignoresFakeLinesInReasons();
    void ignoresFakeLinesInDockerJson();
    void readsOtherLayouts_data();
    void readsOtherLayouts();
    void holdsAnUnfinishedLine();
    void growsWhileItIsRead();
    void saysThatTheLevelIsTooHigh();
    void readsTheRebalancingLogOfDms();
    void readsManyGroups();
    void namesTheLateLeader();
    void stopsWhenCancelled();
    void readsZonesOfTheLog();
};

void TestRebalanceEdges::outcomes_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("outlineWanted");
    const QByteArray starting = logLine(50, "Starting up.");
    const QByteArray emptied = logLine(12, "Group g with generation 5 is now empty (__consumer_offsets-3)");
    QTest::newRow("completed") << rebalanceLines(0, 4, 2) << u"completed 4>5"_s;
    QTest::newRow("superseded") << startLine(0, 4, "r") + joinedLine(2, 5) + rebalanceLines(3, 5, 2)
                                << u"superseded 4>5, completed 5>6"_s;
    QTest::newRow("emptied") << startLine(10, 4, "r") + emptied << u"emptied 4>5"_s;
    QTest::newRow("open before joining") << rebalanceLines(0, 4, 2) + startLine(10, 5, "r")
                                         << u"completed 4>5, open 5>-1"_s;
    QTest::newRow("open before assigning") << startLine(10, 5, "r") + joinedLine(12, 6) << u"open 5>6"_s;
    QTest::newRow("begins before joined") << joinedLine(2, 5) + assignedLine(3, 5) << u"start_missing -1>5"_s;
    QTest::newRow("begins before assigned") << assignedLine(3, 5) << u"start_missing -1>5"_s;
    QTest::newRow("begins before emptied") << emptied << u"start_missing -1>5"_s;
    QTest::newRow("begins and ends in sync") << joinedLine(2, 5) << u"start_missing -1>5"_s;
    QTest::newRow("start twice") << startLine(0, 4, "r") + rebalanceLines(5, 4, 2)
                                 << u"coordinator_lost 4>-1, completed 4>5"_s;
    QTest::newRow("broker restarted") << startLine(0, 4, "r") + starting + rebalanceLines(60, 4, 2)
                                      << u"coordinator_lost 4>-1, completed 4>5"_s;
    QTest::newRow("restarted in sync") << startLine(0, 4, "r") + joinedLine(2, 5) + starting
                                       << u"coordinator_lost 4>5"_s;
    QTest::newRow("resigned") << startLine(0, 4, "r")
            + logLine(3, "Resigned as the group coordinator for partition 3 in epoch OptionalInt[1]")
                              << u"coordinator_lost 4>-1"_s;
    QTest::newRow("resigned from another") << startLine(0, 4, "r")
            + logLine(3, "Resigned as the group coordinator for partition 4 in epoch OptionalInt[1]")
                                           << u"open 4>-1"_s;
    QTest::newRow("unloaded") << startLine(0, 4, "r") + logLine(3, "Unloading group metadata for g with generation 4")
                              << u"coordinator_lost 4>-1"_s;
    QTest::newRow("start line lost") << startLine(0, 4, "r") + joinedLine(2, 5) + assignedLine(3, 5) + joinedLine(9, 6)
            + assignedLine(9, 6) << u"completed 4>5, start_missing -1>6"_s;
    QTest::newRow("end and start lost") << startLine(0, 4, "r") + joinedLine(9, 7) + assignedLine(9, 7)
                                        << u"coordinator_lost 4>-1, start_missing -1>7"_s;
    QTest::newRow("joined line lost") << startLine(0, 4, "r") + assignedLine(9, 5) << u"completed 4>5"_s;
    QTest::newRow("deleted and made again") << rebalanceLines(0, 4, 2)
            + logLine(20, "The following groups were deleted: g. A total of 0 offsets were removed.")
            + rebalanceLines(30, 0, 3) << u"completed 4>5, completed 0>1"_s;
    QTest::newRow("transaction coordinator") << startLine(0, 4, "r")
            + logLine(3, "Starting up.", "[TransactionCoordinator id=0] ") + joinedLine(4, 5)
            + assignedLine(4, 5) << u"completed 4>5"_s;
}

void TestRebalanceEdges::outcomes()
{
    QFETCH(QByteArray, log);
    QFETCH(QString, outlineWanted);
    const RebalanceReport report = analyse(log);
    QCOMPARE(outline(report), outlineWanted);
    for (const Rebalance& rebalance : report.groups.at(0).rebalances) {
        const bool whole =
            rebalance.outcome == RebalanceOutcome::Completed || rebalance.outcome == RebalanceOutcome::Emptied;
        QCOMPARE(rebalance.totalMs().has_value(), whole);
    }
    QCOMPARE(report.groups[0].statistics.outcomes.value(RebalanceOutcome::Completed) > 0,
        report.groups[0].statistics.maxMs >= 0);
}

void TestRebalanceEdges::pairsOddGroupNames()
{
    const QByteArrayList names{
        "1", "nightly generation 12 report", "it's \"quoted\"", "in state of generation 3", "组 1", "a.b-c_d"};
    QByteArray log;
    for (const QByteArray& name : names) {
        log += startLine(1, 4, "r", name);
    }
    for (const QByteArray& name : names) {
        log += joinedLine(3, 5, name) + assignedLine(4, 5, name);
    }
    const RebalanceReport report = analyse(log);
    QCOMPARE(report.groups.size(), names.size());
    for (const RebalanceGroup& group : report.groups) {
        QVERIFY2(names.contains(group.group.toUtf8()), qPrintable(group.group));
        QCOMPARE(group.rebalances.size(), 1);
        QCOMPARE(group.rebalances[0].totalMs().value(), 3'000);
    }
}

void TestRebalanceEdges::keepsFileOrderForEqualStamps()
{
    const QByteArray log =
        startLine(5, 4, "r") + joinedLine(5, 5) + startLine(5, 5, "r") + joinedLine(5, 6) + assignedLine(5, 6);
    const RebalanceReport report = analyse(log);
    QCOMPARE(outline(report), u"superseded 4>5, completed 5>6"_s);
    QCOMPARE(report.groups[0].rebalances[1].totalMs().value(), 0);
}

void TestRebalanceEdges::flagsTimeThatRunsBackwards()
{
    const RebalanceReport report =
        analyse(startLine(100, 4, "r") + joinedLine(40, 5) + assignedLine(41, 5) + rebalanceLines(200, 5, 2));
    QCOMPARE(outline(report), u"completed 4>5, completed 5>6"_s);
    QVERIFY(report.groups[0].rebalances[0].clockSteppedBack());
    QVERIFY(!report.groups[0].rebalances[0].totalMs());
    QVERIFY(!report.groups[0].rebalances[0].joinMs());
    QVERIFY(!report.groups[0].rebalances[1].clockSteppedBack());
    QCOMPARE(report.groups[0].statistics.maxMs, 2'000);
    QVERIFY(finding(report, u"clock"_s));
}

void TestRebalanceEdges::marksTheFirstRebalanceOfAnEmptyGroup()
{
    const QByteArray emptied = logLine(20, "Group g with generation 2 is now empty (__consumer_offsets-3)");
    const RebalanceReport report = analyse(rebalanceLines(0, 0, 3) + startLine(20, 1, "r") + emptied
        + rebalanceLines(30, 2, 3) + rebalanceLines(40, 3, 3));
    const QList<Rebalance>& rebalances = report.groups.at(0).rebalances;
    QCOMPARE(rebalances.size(), 4);
    QVERIFY(rebalances[0].fromEmpty);
    QVERIFY(!rebalances[1].fromEmpty);
    QVERIFY(rebalances[2].fromEmpty);
    QVERIFY(!rebalances[3].fromEmpty);
    const RebalanceFinding* note = finding(report, u"initial_delay"_s);
    QVERIFY(note);
    QVERIFY(note->severity == RebalanceFinding::Severity::Note);
    QVERIFY2(note->text.contains(u"Seen: 2."_s), qPrintable(note->text));
}

void TestRebalanceEdges::notesCooperativeAssignors()
{
    const QByteArray reason = QByteArray("Leader a-") + kUuid
        + " re-joining group during Stable; client reason: need to revoke partitions and re-join";
    const RebalanceReport report = analyse(rebalanceLines(0, 4, 2, reason));
    QVERIFY(report.groups.at(0).facts.cooperative);
    QVERIFY(finding(report, u"cooperative"_s));
    QCOMPARE(toId(report.groups[0].rebalances[0].reason), u"leader_rejoin"_s);
}

void TestRebalanceEdges::readsKafkaFour()
{
    const QByteArray member = QByteArray("b-3-") + kUuid;
    const QByteArray log = line4(0,
                               "[Group g] Member " + member
                                   + " has left group through explicit `LeaveGroup` request; client reason: consumer "
                                     "poll timeout has expired.")
        + line4(0,
            "Preparing to rebalance group g in state PreparingRebalance with old generation 4 (reason: explicit "
            "`LeaveGroup` request for ("
                + member + ") members.).")
        + line4(9, "Group g removed dynamic members who haven't joined: [c-1-" + QByteArray(kUuid) + "]")
        + line4(9, "Stabilized group g generation 5 with 1 members.")
        + line4(10,
            "Assignment received from leader " + member
                + " for group g for generation 5. The group has 1 members, 0 of which are static.")
        + line4(20,
            "[Group g] Member " + member
                + " has left group through explicit `LeaveGroup` request; client reason: the consumer is being closed")
        + line4(20,
            "Preparing to rebalance group g in state PreparingRebalance with old generation 5 (reason: explicit "
            "`LeaveGroup` request for ("
                + member + ") members.).")
        + line4(20, "Group g with generation 6 is now empty.");
    const RebalanceReport report = analyse(log);
    QCOMPARE(outline(report), u"completed 4>5, emptied 5>6"_s);
    const Rebalance& first = report.groups[0].rebalances[0];
    QCOMPARE(toId(first.reason), u"poll_timeout"_s);
    QCOMPARE(first.clientReason, QByteArray("consumer poll timeout has expired."));
    QCOMPARE(first.membersThat(RebalanceMember::What::NotRejoined),
        QStringList{QString::fromLatin1("c-1-") + QLatin1String(kUuid)});
    QCOMPARE(first.broker, 1);
    QCOMPARE(toId(report.groups[0].rebalances[1].reason), u"leave"_s);
    QVERIFY(finding(report, u"poll_timeouts"_s));
    QVERIFY(finding(report, u"not_rejoined"_s));
    QCOMPARE(report.groups[0].members[0].failures(), 1);
}

void TestRebalanceEdges::notesTheNewProtocol()
{
    const RebalanceReport report =
        analyse(line4(0, "[GroupId new-j] Member x joins the consumer group using the consumer protocol.")
            + line4(0, "[GroupId new-j] Bumped group epoch to 1 with metadata hash 77.")
            + line4(0, "[GroupId new-j] Computed a new target assignment for epoch 1 with 'uniform' assignor in 1ms.")
            + line4(5, "[GroupId new-j] Bumped group epoch to 2 with metadata hash 77."));
    QCOMPARE(report.groups.size(), 1);
    QCOMPARE(report.groups[0].group, u"new-j"_s);
    QVERIFY(report.groups[0].rebalances.isEmpty());
    QCOMPARE(report.groups[0].facts.epochs, 2);
    QVERIFY(finding(report, u"new_protocol"_s));
    // Going back, the start is logged before the change.
    const RebalanceReport back = analyse(line4(0,
                                             "Preparing to rebalance group g in state PreparingRebalance with old "
                                             "generation 2 (reason: Downgrade group g from consumer to classic.).")
        + line4(0, "[GroupId g] Converted the consumer group to a classic group.")
        + line4(3, "Stabilized group g generation 3 with 1 members.")
        + line4(3,
            "Assignment received from leader m for group g for generation 3. The group has 1 members, 0 of which are "
            "static."));
    QCOMPARE(outline(back), u"completed 2>3"_s);
    QCOMPARE(toId(back.groups[0].rebalances[0].reason), u"downgrade"_s);
    // A group that changes over in the middle has both.
    const RebalanceReport mixed =
        analyse(rebalanceLines(0, 0, 3) + logLine(9, "[GroupId g] Converted the classic group to a consumer group.")
            + logLine(19, "[GroupId g] Converted the consumer group to a classic group.") + rebalanceLines(20, 2, 1));
    QCOMPARE(outline(mixed), u"completed 0>1, completed 2>3"_s);
    QVERIFY(finding(mixed, u"new_protocol"_s));
    QVERIFY(!finding(mixed, u"lines_missing"_s));
}

void TestRebalanceEdges::takesTheReasonOverLines()
{
    QByteArray log = startLine(
        0, 4, QByteArray("Removing member a-") + kUuid + " on LeaveGroup; client reason: first\nsecond (x)\nthird");
    log += joinedLine(1, 5) + assignedLine(2, 5);
    for (const bool crlf : {false, true}) {
        const RebalanceReport report = analyse(crlf ? QByteArray(log).replace("\n", "\r\n") : log);
        QCOMPARE(outline(report), u"completed 4>5"_s);
        const Rebalance& rebalance = report.groups[0].rebalances[0];
        QCOMPARE(rebalance.clientReason, QByteArray("first\nsecond (x)\nthird"));
        QCOMPARE(toId(rebalance.reason), u"leave"_s);
        QCOMPARE(rebalance.triggerMembers().size(), 1);
    }
}

void TestRebalanceEdges::ignoresFakeLinesInReasons()
{
    // The client's text contains whole messages, with what looks like an end of the record before them.
    const QByteArray fake = "x) (kafka.coordinator.group.GroupCoordinator)\nStabilized group g generation 5 "
                            "(__consumer_offsets-3) (kafka.coordinator.group.GroupCoordinator)\n"
                            "{\"timeMillis\":1593597603000,\"message\":\"[GroupCoordinator 0]: Starting up.\"}\nsays "
                            "[2020-07-01 10:00:00,000] "
                            "INFO [GroupCoordinator 0]: Group g with generation 5 is now empty (__consumer_offsets-3)";
    const RebalanceReport report =
        analyse(startLine(0, 4, "Adding new member m; client reason: " + fake) + joinedLine(8, 5) + assignedLine(9, 5));
    QCOMPARE(outline(report), u"completed 4>5"_s);
    QCOMPARE(report.groups[0].rebalances[0].totalMs().value(), 9'000);
    QCOMPARE(report.groups[0].rebalances[0].joinedLine, 5);
}

void TestRebalanceEdges::ignoresFakeLinesInDockerJson()
{
    const QByteArray reason =
        "Adding new member m; client reason: one\nsays [2020-07-01 10:00:00,000] INFO [GroupCoordinator "
        "0]: Group g with generation 5 is now empty (__consumer_offsets-3)\nthree";
    QByteArray log;
    for (const QByteArray& line :
        QByteArray(startLine(0, 4, reason) + joinedLine(2, 5) + assignedLine(3, 5)).trimmed().split('\n')) {
        log += "{\"log\":\"" + line + "\\n\",\"stream\":\"stdout\",\"time\":\"2020-07-01T10:00:00.1Z\"}\n";
    }
    const RebalanceReport report = analyse(log);
    QCOMPARE(outline(report), u"completed 4>5"_s);
    QVERIFY(report.groups[0].rebalances[0].clientReason.endsWith("\nthree"));
}

void TestRebalanceEdges::readsOtherLayouts_data()
{
    QTest::addColumn<QByteArray>("log");
    const QByteArray plain = rebalanceLines(0, 4, 2);
    const auto each = [&plain](auto change) {
        QByteArray log;
        for (const QByteArray& line : plain.split('\n')) {
            if (!line.isEmpty()) {
                log += change(line) + "\n";
            }
        }
        return log;
    };
    QTest::newRow("plain") << plain;
    QTest::newRow("crlf") << QByteArray(plain).replace("\n", "\r\n");
    QTest::newRow("utf-8 mark") << "\xef\xbb\xbf" + plain;
    QTest::newRow("nul bytes before") << QByteArray(5000, '\0') + plain;
    QTest::newRow("invalid utf-8") << "\xff\xfe\xc3\n\xc3(\n" + plain;
    QTest::newRow("colours") << each([](const QByteArray& line) -> QByteArray {
        return "\x1b[32m" + QByteArray(line).replace("INFO", "\x1b[1mINFO\x1b[0m") + "\x1b[0m";
    });
    QTest::newRow("coloured level only") << each(
        [](const QByteArray& line) { return QByteArray(line).replace("INFO", "\x1b[1mINFO\x1b[0m"); });
    QTest::newRow("compose") << each([](const QByteArray& line) -> QByteArray { return "kafka-1  | " + line; });
    QTest::newRow("kubectl") << each(
        [](const QByteArray& line) -> QByteArray { return "2020-07-01T10:00:00.123456789Z " + line; });
    QTest::newRow("cri") << each(
        [](const QByteArray& line) { return "2020-07-01T10:00:00.123456789Z stdout F " + line; });
    QTest::newRow("iso") << each([](const QByteArray& line) -> QByteArray {
        return QByteArray(line).replace("[2020-07-01 ", "2020-07-01T").replace(",000]", ".000Z");
    });
    QTest::newRow("strimzi") << each([](const QByteArray& line) -> QByteArray {
        return QByteArray(line).replace("[2020", "2020").replace(",000]", ",000")
            + " [data-plane-kafka-request-handler-3]";
    });
    QTest::newRow("thread and logger before") << each([](const QByteArray& line) -> QByteArray {
        return QByteArray(line)
            .replace(" INFO ", " INFO  [main] kafka.coordinator.group.GroupCoordinator - ")
            .replace(" (kafka.coordinator.group.GroupCoordinator)", "");
    });
    QTest::newRow("no logger") << each([](const QByteArray& line) -> QByteArray {
        return QByteArray(line).replace(" (kafka.coordinator.group.GroupCoordinator)", "");
    });
    QTest::newRow("json") << each([](const QByteArray& line) -> QByteArray {
        return "{\"@timestamp\":\"" + line.mid(1, 10) + "T" + line.mid(12, 8)
            + ".000Z\",\"level\":\"INFO\",\"logger\":\"kafka.coordinator.group.GroupCoordinator\",\"message\":\""
            + line.mid(31).replace(" (kafka.coordinator.group.GroupCoordinator)", "") + "\"}";
    });
    QTest::newRow("docker json") << each([](const QByteArray& line) -> QByteArray {
        return "{\"log\":\"" + line + "\\n\",\"stream\":\"stdout\",\"time\":\"2020-07-01T10:00:00.1Z\"}";
    });
}

void TestRebalanceEdges::readsOtherLayouts()
{
    QFETCH(QByteArray, log);
    const RebalanceReport report = analyse(log);
    QCOMPARE(outline(report), u"completed 4>5"_s);
    const Rebalance& rebalance = report.groups[0].rebalances[0];
    QCOMPARE(rebalance.start, QDateTime(QDate(2020, 7, 1), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(rebalance.totalMs().value(), 2'000);
    QCOMPARE(toId(rebalance.reason), u"join"_s);
    QCOMPARE(rebalance.broker, 0);
    QCOMPARE(report.groups[0].group, u"g"_s);
}

void TestRebalanceEdges::holdsAnUnfinishedLine()
{
    const QByteArray log = startLine(0, 4, "r") + joinedLine(2, 5) + assignedLine(3, 5);
    // Whole but for its line break, then cut inside the number, then inside the logger.
    QCOMPARE(outline(analyse(log.chopped(1))), u"completed 4>5"_s);
    for (const char* end : {" (kafka.coordinator.group.GroupCoordinator)\n", ".group.GroupCoordinator)\n", ")\n"}) {
        QCOMPARE(outline(analyse(log.chopped(qsizetype(qstrlen(end))))), u"open 4>5"_s);
    }
}

void TestRebalanceEdges::growsWhileItIsRead()
{
    RebalanceAnalyser analyser;
    const int source = analyser.addSource();
    analyser.beginFile(source, u"server.log"_s);
    QVERIFY(analyser.snapshot().groups.isEmpty());
    const QByteArray start = startLine(0, 4, "r");
    analyser.feed(source, QByteArrayView(start).first(40));
    QVERIFY(analyser.snapshot().groups.isEmpty());
    analyser.feed(source, QByteArrayView(start).sliced(40));
    QCOMPARE(outline(analyser.snapshot()), u"open 4>-1"_s);
    analyser.feed(source, joinedLine(2, 5));
    const RebalanceReport before = analyser.snapshot();
    QCOMPARE(outline(before), u"open 4>5"_s);
    QVERIFY(before.groups[0].statistics.unavailableOpen);
    analyser.feed(source, assignedLine(3, 5));
    QCOMPARE(outline(analyser.snapshot()), u"completed 4>5"_s);
    QCOMPARE(outline(before), u"open 4>5"_s);
    // Rotated: the next file goes on where this one ended.
    analyser.feed(source, startLine(9, 5, "r"));
    analyser.beginFile(source, u"server.log"_s);
    analyser.feed(source, QByteArray(joinedLine(11, 6) + assignedLine(12, 6)));
    const RebalanceReport after = analyser.snapshot();
    QCOMPARE(outline(after), u"completed 4>5, completed 5>6"_s);
    QCOMPARE(after.files.size(), 2);
    QCOMPARE(after.files[0].lines, 4);
    QCOMPARE(after.groups[0].rebalances[1].joinedLine, 1);
}

void TestRebalanceEdges::saysThatTheLevelIsTooHigh()
{
    const RebalanceReport report =
        analyse("[2020-07-01 06:49:49,010] WARN [ReplicaManager broker=0] x (kafka.server.ReplicaManager)\n");
    QVERIFY(report.groups.isEmpty());
    QCOMPARE(report.notes.size(), 1);
    QVERIFY(report.notes[0].contains(u"kafka.coordinator.group.GroupCoordinator"_s));
    QVERIFY(report.notes[0].contains(u"INFO"_s));
    QVERIFY(analyse("").notes.isEmpty());
}

void TestRebalanceEdges::readsTheRebalancingLogOfDms()
{
    const auto record = [](int seconds, const QByteArray& type, const QByteArray& reason,
                            int generation) -> QByteArray {
        return "{\"level\":\"INFO\",\"timestamp\":\"2023-03-23 17:23:" + QByteArray::number(seconds)
            + ",906\",\"message\":{\"leaderId\":\"c-1\",\"generationId\":\"" + QByteArray::number(generation)
            + "\",\"reason\":\"" + reason + "\",\"groupId\":\"g\",\"coordinatorId\":2,\"type\":\"" + type
            + "\",\"group\":\"GroupMetadata(rebalanceTimeoutMs=60000, rebalanceTimeoutMs=120000)\"}}\n";
    };
    const RebalanceReport report =
        analyse(record(10, "END_REBALANCE", "Assignment received from leader c-1 for group g for generation 1", 1)
            + record(20, "SOMETHING",
                "Preparing to rebalance group g in state PreparingRebalance with old generation 1 "
                "(__consumer_offsets-3) (reason: Adding new member m)",
                1)
            + record(22, "END_REBALANCE", "done", 2) + record(30, "NEW_TYPE", "what", 2));
    QCOMPARE(outline(report), u"start_missing -1>1, completed 1>2"_s);
    QCOMPARE(report.groups[0].facts.rebalanceTimeoutMs, 120'000);
    QCOMPARE(report.groups[0].rebalances[1].leader, u"c-1"_s);
    QCOMPARE(report.notes.size(), 1);
    QVERIFY(report.notes[0].contains(u"NEW_TYPE"_s));
}

void TestRebalanceEdges::readsManyGroups()
{
    QByteArray log;
    constexpr int kGroups = 10'000;
    for (int i = 0; i < kGroups; ++i) {
        log += startLine(0, 1, "Adding new member m", "group " + QByteArray::number(i));
    }
    for (int i = 0; i < kGroups; ++i) {
        log +=
            joinedLine(1, 2, "group " + QByteArray::number(i)) + assignedLine(2, 2, "group " + QByteArray::number(i));
    }
    const RebalanceReport report = analyse(log);
    QCOMPARE(report.groups.size(), kGroups);
    for (const RebalanceGroup& group : report.groups) {
        QCOMPARE(group.rebalances.size(), 1);
        QCOMPARE(group.statistics.maxMs, 2'000);
    }
}

void TestRebalanceEdges::namesTheLateLeader()
{
    const QByteArray late = logLine(6,
        QByteArray("Group leader [member.id: a-1-") + kUuid
            + ", group.instance.id: Some(i)] failed to join before rebalance timeout, and the group couldn't proceed "
              "to next "
              "generationbecause no member joined.",
        "");
    const QByteArray nobody = logLine(6, "Group g could not complete rebalance because no members rejoined");
    const RebalanceReport report =
        analyse(startLine(0, 4, "r") + late + nobody + joinedLine(9, 5) + assignedLine(9, 5));
    QCOMPARE(report.groups.at(0).rebalances[0].nobodyRejoined, 1);
    QCOMPARE(report.groups[0].members.at(0).member, u"a-1"_s);
    QCOMPARE(report.groups[0].members[0].leaderLate, 1);
    // Another group's lines in between: then it is not known whose leader it was.
    const RebalanceReport other = analyse(startLine(0, 4, "r") + late + startLine(6, 1, "r", "h") + nobody);
    QVERIFY(other.groups.at(0).members.isEmpty());
}

void TestRebalanceEdges::stopsWhenCancelled()
{
    CancellationSource source;
    RebalanceOptions options;
    options.cancel = source.token();
    qint64 total = 0;
    options.progress = [&](qint64, qint64 all) {
        total = all;
        source.cancel();
    };
    const QString path = kafkaData(u"3.9.1-cut/server.log"_s);
    const RebalanceReport report = analyseRebalances({&path, 1}, options);
    QVERIFY(report.cancelled);
    QCOMPARE(total, 43'617);
}

void TestRebalanceEdges::readsZonesOfTheLog()
{
    RebalanceOptions options;
    options.logZone = QTimeZone(8 * 3600);
    options.displayZone = QTimeZone("Asia/Shanghai");
    const RebalanceReport report = analyse(rebalanceLines(0, 4, 2) + startLine(9, 5, "r"), options);
    QCOMPARE(report.groups.at(0).rebalances[0].start,
        QDateTime(QDate(2020, 7, 1), QTime(2, 0), Qt::UTC).toMSecsSinceEpoch());
    const RebalanceFinding* open = finding(report, u"open"_s);
    QVERIFY(open);
    QVERIFY2(open->text.contains(u"2020-07-01 10:00:09,000 Asia/Shanghai"_s), qPrintable(open->text));
}

QTEST_GUILESS_MAIN(TestRebalanceEdges)
#include "tst_rebalanceedges.moc"
