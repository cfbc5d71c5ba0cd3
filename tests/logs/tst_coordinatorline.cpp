// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/coordinatorline.h"
#include "logs/memberid.h"
#include "logs/rebalancereason.h"

#include <QStringList>
#include <QTest>

using namespace millrace;
using Kind = CoordinatorEventKind;

Q_DECLARE_METATYPE(millrace::CoordinatorEventKind)
Q_DECLARE_METATYPE(millrace::RebalanceReason)

namespace {

constexpr const char* kUuid = "8efb3d74-d826-4af0-af8c-fe1106239813";

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// The columns that a test does not care about.
struct Row {
    QByteArray message;
    Kind kind;
    QByteArray group;
    QByteArray member;
    QByteArray reason;
    int generation = -1;
    int members = -1;
    int staticMembers = -1;
    int partition = -1;
};

void add(const char* name, const Row& row)
{
    QTest::newRow(name) << row.message << row.kind << row.group << row.member << row.reason << row.generation
                        << row.members << row.staticMembers << row.partition;
}

} // namespace

class TestCoordinatorLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data();
    void readsEveryForm();
    void readsLinesAboutTheCoordinator_data();
    void readsLinesAboutTheCoordinator();
    void leavesOtherLinesAlone_data();
    void leavesOtherLinesAlone();
    void readsMemberMetadata();
    void classifiesReasons_data();
    void classifiesReasons();
    void splitsMemberLists_data();
    void splitsMemberLists();
    void knowsTheBroker();
};

void TestCoordinatorLine::readsEveryForm_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<CoordinatorEventKind>("kind");
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("generation");
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("staticMembers");
    QTest::addColumn<int>("partition");
    const QByteArray m = QByteArray("a-1-") + kUuid;
    const QByteArray blank = QByteArray("d n3 in group x-") + kUuid;

    add("start 0.9", {"Preparing to restabilize group g with old generation 3", Kind::Start, "g", "", "", 3});
    add("start 0.11",
        {"Preparing to rebalance group g with old generation 3 (__consumer_offsets-7)", Kind::Start, "g", "", "", 3, -1,
            -1, 7});
    add("start 2.4",
        {"Preparing to rebalance group 1 in state PreparingRebalance with old generation 699 (__consumer_offsets-49) "
         "(reason: Adding new member "
                + m + " with group instanceid None)",
            Kind::Start, "1", "", "Adding new member " + m + " with group instanceid None", 699, -1, -1, 49});
    add("start 4.1",
        {"Preparing to rebalance group g in state PreparingRebalance with old generation 0 (reason: removing member "
                + m + " on heartbeat expiration.).",
            Kind::Start, "g", "", "removing member " + m + " on heartbeat expiration.", 0});
    add("start, group with blanks",
        {"Preparing to rebalance group nightly generation 12 report in state PreparingRebalance with old generation 5 "
         "(__consumer_offsets-1) (reason: r)",
            Kind::Start, "nightly generation 12 report", "", "r", 5, -1, -1, 1});
    add("start, parentheses in the reason",
        {"Preparing to rebalance group g in state PreparingRebalance with old generation 0 (__consumer_offsets-5) "
         "(reason: x; client reason: (with (nested) with old generation 9))",
            Kind::Start, "g", "", "x; client reason: (with (nested) with old generation 9)", 0, -1, -1, 5});
    add("start, group in state",
        {"Preparing to rebalance group what in state of mind in state PreparingRebalance with old generation 2 "
         "(reason: r).",
            Kind::Start, "what in state of mind", "", "r", 2});

    add("joined 0.9", {"Stabilized group g generation 4", Kind::Joined, "g", "", "", 4});
    add("joined 2.4",
        {"Stabilized group nightly generation 12 report generation 4 (__consumer_offsets-49)", Kind::Joined,
            "nightly generation 12 report", "", "", 4, -1, -1, 49});
    add("joined 3.9",
        {"Stabilized group g generation 4 (__consumer_offsets-49) with 12 members", Kind::Joined, "g", "", "", 4, 12,
            -1, 49});
    add("joined 4.1", {"Stabilized group g generation 4 with 2 members.", Kind::Joined, "g", "", "", 4, 2});

    add("assigned 2.4",
        {"Assignment received from leader for group for group x for generation 413", Kind::Assigned, "for group x", "",
            "", 413});
    add("assigned 2.8",
        {"Assignment received from leader for group g for generation 413. The group has 3 members, 1 of which are "
         "static.",
            Kind::Assigned, "g", "", "", 413, 3, 1});
    add("assigned 3.9",
        {"Assignment received from leader " + blank
                + " for group g for generation 2. The group has 1 members, 0 of which are static.",
            Kind::Assigned, "g", blank, "", 2, 1, 0});

    add("emptied 0.9", {"Group g generation 7 is dead and removed", Kind::Emptied, "g", "", "", 7, 0});
    add("emptied 2.4",
        {"Group nightly generation 12 report with generation 7 is now empty (__consumer_offsets-3)", Kind::Emptied,
            "nightly generation 12 report", "", "", 7, 0, -1, 3});
    add("emptied 4.1", {"Group g with generation 7 is now empty.", Kind::Emptied, "g", "", "", 7, 0});

    add("failed 0.11", {"Member " + m + " in group g has failed", Kind::Failed, "g", m});
    add("failed 2.4", {"Member " + m + " in group g has failed, removing it from the group", Kind::Failed, "g", m});
    add("failed, hostile client id",
        {"Member " + blank + " in group g has failed, removing it from the group.", Kind::Failed, "g", blank});

    add("left 2.2", {"Member " + m + " in group g has left, removing it from the group", Kind::Left, "g", m});
    add("left 2.4",
        {"Member[group.instance.id None, member.id " + blank + "] in group g has left, removing it from the group",
            Kind::Left, "g", blank});
    add("left 2.4, static",
        {"Member[group.instance.id Some(null), member.id " + m
                + "] in group in group has left, removing it from the group",
            Kind::Left, "in group", m});
    add("left 3.0",
        {"Member MemberMetadata(memberId=" + m
                + ", groupInstanceId=None, clientId=a-1, clientHost=/127.0.0.1, sessionTimeoutMs=10000, "
                  "rebalanceTimeoutMs=300000, supportedProtocols=List(range)) has left group g through explicit "
                  "`LeaveGroup` request",
            Kind::Left, "g", m});
    add("left 3.9",
        {"Member MemberMetadata(memberId=" + blank
                + ", groupInstanceId=None, clientId=d n3 in group x, clientHost=/127.0.0.1, sessionTimeoutMs=10000, "
                  "rebalanceTimeoutMs=300000, supportedProtocols=List(range, cooperative-sticky)) has left group has "
                  "left group through explicit `LeaveGroup`; client reason: consumer poll timeout has expired.",
            Kind::Left, "has left group", blank, "consumer poll timeout has expired."});
    add("left 4.1",
        {"[Group g] Member " + blank
                + " has left group through explicit `LeaveGroup` request; client reason: the consumer is being closed",
            Kind::Left, "g", blank, "the consumer is being closed"});

    add("not rejoined 3.9",
        {"Group g removed dynamic members who haven't joined: Set(" + m + ", " + blank + ")", Kind::NotRejoined, "g",
            "Set(" + m + ", " + blank + ")"});
    add("not rejoined 4.1",
        {"Group g removed dynamic members who haven't joined: [" + m + "]", Kind::NotRejoined, "g", "[" + m + "]"});
    add("nobody 3.9", {"Group g could not complete rebalance because no members rejoined", Kind::NobodyRejoined, "g"});
    add("nobody 4.1", {"Group g could not complete rebalance because no members rejoined.", Kind::NobodyRejoined, "g"});
    add("pending",
        {"Pending member " + m + " in group g has been removed after session timeout expiration.", Kind::PendingExpired,
            "g", m});
}

void TestCoordinatorLine::readsEveryForm()
{
    QFETCH(QByteArray, message);
    QFETCH(CoordinatorEventKind, kind);
    QFETCH(QByteArray, group);
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, reason);
    QFETCH(int, generation);
    QFETCH(int, members);
    QFETCH(int, staticMembers);
    QFETCH(int, partition);
    const std::optional<CoordinatorEvent> event = parseCoordinatorLine(view(message), "GroupCoordinator 0");
    QVERIFY(event);
    QCOMPARE(int(event->kind), int(kind));
    QCOMPARE(bytes(event->group), group);
    QCOMPARE(bytes(event->member), member);
    QCOMPARE(bytes(event->reason), reason);
    QCOMPARE(event->generation, generation);
    QCOMPARE(event->members, members);
    QCOMPARE(event->staticMembers, staticMembers);
    QCOMPARE(event->partition, partition);
}

void TestCoordinatorLine::readsLinesAboutTheCoordinator_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<CoordinatorEventKind>("kind");
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<int>("generation");
    QTest::addColumn<int>("partition");
    const auto row = [](const char* name, const QByteArray& message, Kind kind, const QByteArray& group, int generation,
                         int partition) { QTest::newRow(name) << message << kind << group << generation << partition; };
    const QByteArray m = QByteArray("a-1-") + kUuid;
    row("starting", "Starting up.", Kind::StartingUp, "", -1, 12);
    row("stopping", "Shutting down.", Kind::ShutDown, "", -1, 12);
    row("elected", "Elected as the group coordinator for partition 5 in epoch 3", Kind::Elected, "", -1, 12);
    row("resigned", "Resigned as the group coordinator for partition 5 in epoch OptionalInt[1]", Kind::Resigned, "", -1,
        12);
    row("loading", "Loading group metadata for a with generation b with generation 4", Kind::GroupLoaded,
        "a with generation b", 4, 12);
    row("unloading 3.9", "Unloading group metadata for g with generation 4", Kind::GroupUnloaded, "g", 4, 12);
    row("unloading 4.1", "[GroupId=g] Unloading group metadata for generation 4.", Kind::GroupUnloaded, "g", -1, 12);
    row("loaded 4.1", "Loaded classic group g with 3 members.", Kind::GroupLoaded, "g", -1, 12);
    row("member loaded",
        "Loaded member MemberMetadata(memberId=" + m
            + ", groupInstanceId=None, clientId=a-1, clientHost=/127.0.0.1, sessionTimeoutMs=10000, "
              "rebalanceTimeoutMs=300000, supportedProtocols=List(range)) in group g with generation 2.",
        Kind::MemberLoaded, "g", 2, 12);
    row("deleted", "The following groups were deleted: g. A total of 0 offsets were removed.", Kind::GroupsDeleted, "",
        -1, 12);
    row("leader late 3.9",
        "Group leader [member.id: " + m
            + ", group.instance.id: Some(i)] failed to join before rebalance timeout, and the group couldn't proceed "
              "to next generationbecause no member joined.",
        Kind::LeaderLate, "", -1, 12);
    row("leader late 4.1",
        "Group leader [memberId: " + m
            + ", groupInstanceId: i] failed to join before the rebalance timeout and the group couldn't proceed",
        Kind::LeaderLate, "", -1, 12);
    row("epoch 4.0", "[GroupId new-j] Bumped group epoch to 3.", Kind::Epoch, "new-j", 3, 12);
    row("epoch 4.1", "[GroupId new-j] Bumped group epoch to 3 with metadata hash 123.", Kind::Epoch, "new-j", 3, 12);
    row("target", "[GroupId new-j] Computed a new target assignment for epoch 4 with 'uniform' assignor in 1ms.",
        Kind::Epoch, "new-j", 4, 12);
    row("new member",
        "[GroupId new-j] Member kC5AchsQQt-Ed6ZWcwrorg joins the consumer group using the consumer protocol.",
        Kind::EpochMember, "new-j", -1, 12);
    row("new member left", "[GroupId new-j] Member kC5AchsQQt-Ed6ZWcwrorg left the consumer group.", Kind::EpochMember,
        "new-j", -1, 12);
    row("fenced", "[GroupId new-j] Member x fenced from the group because the member session expired.",
        Kind::EpochMember, "new-j", -1, 12);
    row("upgraded", "[GroupId g] Converted the classic group to a consumer group.", Kind::ProtocolUpgraded, "g", -1,
        12);
    row("downgraded", "[GroupId g] Converted the consumer group to a classic group.", Kind::ProtocolDowngraded, "g", -1,
        12);
}

void TestCoordinatorLine::readsLinesAboutTheCoordinator()
{
    QFETCH(QByteArray, message);
    QFETCH(CoordinatorEventKind, kind);
    QFETCH(QByteArray, group);
    QFETCH(int, generation);
    QFETCH(int, partition);
    const std::optional<CoordinatorEvent> event =
        parseCoordinatorLine(view(message), "GroupCoordinator id=1 topic=__consumer_offsets partition=12");
    QVERIFY(event);
    QCOMPARE(int(event->kind), int(kind));
    QCOMPARE(bytes(event->group), group);
    QCOMPARE(event->generation, generation);
    QCOMPARE(event->partition, partition);
}

void TestCoordinatorLine::leavesOtherLinesAlone_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("new member") << QByteArray(
        "Dynamic member with unknown member id joins group g in Stable state. Created a new member id x and request "
        "the member to rejoin with this id.");
    QTest::newRow("static") << QByteArray(
        "Static member which joins during Stable stage and doesn't affect selectProtocol will not trigger rebalance.");
    QTest::newRow("start without number")
        << QByteArray("Preparing to rebalance group g in state PreparingRebalance with old generation x");
    QTest::newRow("number too large") << QByteArray("Stabilized group g generation 99999999999 (__consumer_offsets-3)");
    QTest::newRow("cut group") << QByteArray("Stabilized group g gener");
    QTest::newRow("cut member") << QByteArray("Member ");
    QTest::newRow("cut metadata") << QByteArray("Member MemberMetadata(memberId=");
    QTest::newRow("cut left") << QByteArray("[Group g] Member");
    QTest::newRow("other group text") << QByteArray("Group g transitioned to Dead in generation 4");
    QTest::newRow("complete") << QByteArray("Startup complete.");
    QTest::newRow("fenced request") << QByteArray("Request memberId=x for static member with groupInstanceId=i is "
                                                  "fenced by current memberId=y during operation join");
}

void TestCoordinatorLine::leavesOtherLinesAlone()
{
    QFETCH(QByteArray, message);
    QVERIFY(!parseCoordinatorLine(view(message), "GroupCoordinator 0"));
}

void TestCoordinatorLine::readsMemberMetadata()
{
    const QByteArray text = QByteArray("memberId=inst, x-") + kUuid
        + ", groupInstanceId=Some(inst, x), clientId=c, d, clientHost=/10.0.0.7, sessionTimeoutMs=6000, "
          "rebalanceTimeoutMs=10000, supportedProtocols=List(cooperative-sticky)";
    const MemberMetadata metadata = parseMemberMetadata(view(text));
    QCOMPARE(bytes(metadata.memberId), QByteArray("inst, x-") + kUuid);
    QCOMPARE(bytes(metadata.clientId), QByteArray("c, d"));
    QCOMPARE(bytes(metadata.clientHost), QByteArray("10.0.0.7"));
    QCOMPARE(bytes(metadata.protocols), QByteArray("cooperative-sticky"));
    QVERIFY(metadata.isStatic);
    QCOMPARE(metadata.sessionTimeoutMs, 6000);
    QCOMPARE(metadata.rebalanceTimeoutMs, 10000);
    QCOMPARE(parseMemberMetadata("").rebalanceTimeoutMs, -1);
}

void TestCoordinatorLine::classifiesReasons_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RebalanceReason>("reason");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("clientReason");
    const QByteArray m = QByteArray("a-1-") + kUuid;
    const auto row = [](const char* name, const QByteArray& text, RebalanceReason reason, const QByteArray& members,
                         const QByteArray& client = {}) { QTest::newRow(name) << text << reason << members << client; };
    row("none", "", RebalanceReason::Unknown, "");
    row("join 2.1", "Adding new member " + m, RebalanceReason::Join, m);
    row("join 2.4", "Adding new member " + m + " with group instanceid Some(i)", RebalanceReason::Join, m);
    row("join 3.9", "Adding new member " + m + " with group instance id None; client reason: not provided",
        RebalanceReason::Join, m, "not provided");
    row("join 3.9, static",
        "Adding new member " + m + " with group instance id Some(i); client reason: ", RebalanceReason::Join, m, "");
    row("join 4.1", "Adding new member " + m + " with group instance id null; client reason: x", RebalanceReason::Join,
        m, "x");
    row("leave 2.4", "removing member " + m + " on LeaveGroup", RebalanceReason::Leave, m);
    row("leave 3.9", "Removing member " + m + " on LeaveGroup; client reason: the consumer is being closed",
        RebalanceReason::Leave, m, "the consumer is being closed");
    row("poll 3.9", "Removing member " + m + " on LeaveGroup; client reason: consumer poll timeout has expired.",
        RebalanceReason::PollTimeout, m, "consumer poll timeout has expired.");
    row("leave 4.1", "explicit `LeaveGroup` request for (" + m + ") members.", RebalanceReason::Leave, m);
    row("session 2.4", "removing member " + m + " on heartbeat expiration", RebalanceReason::SessionTimeout, m);
    row("session 4.1", "removing member " + m + " on heartbeat expiration.", RebalanceReason::SessionTimeout, m);
    row("leader", "Leader " + m + " re-joining group during Stable; client reason: cached metadata has changed",
        RebalanceReason::LeaderRejoin, m, "cached metadata has changed");
    row("update 2.4", "Updating metadata for member " + m, RebalanceReason::MemberUpdate, m);
    row("update 3.9", "Updating metadata for member " + m + " during Stable; client reason: subscription has changed",
        RebalanceReason::MemberUpdate, m, "subscription has changed");
    row("update static", "Updating metadata for static member " + m + " with instance id i",
        RebalanceReason::MemberUpdate, m);
    row("sync 3.9", "Removing Set(" + m + ") on pending sync request expiration", RebalanceReason::SyncTimeout, m);
    row("sync 4.1", "Removing [" + m + "] on pending sync request expiration.", RebalanceReason::SyncTimeout, m);
    row("downgrade", "Downgrade group g from consumer to classic.", RebalanceReason::Downgrade, "");
    row("protocol", "Group's selectedProtocol will change because static member x", RebalanceReason::ProtocolChange,
        "");
    row("store", "Error NOT_COORDINATOR when storing group assignment during SyncGroup (member: " + m + ")",
        RebalanceReason::StoreError, "");
    row("capacity",
        "Freshly-loaded group g (size 3) is over capacity (2). Rebalancing in order to give a chance for consumers to "
        "commit offsets",
        RebalanceReason::OverCapacity, "");
    row("new one", "Something that a later broker says", RebalanceReason::Other, "");
}

void TestCoordinatorLine::classifiesReasons()
{
    QFETCH(QByteArray, text);
    QFETCH(RebalanceReason, reason);
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, clientReason);
    const ParsedRebalanceReason parsed = parseRebalanceReason(view(text));
    QCOMPARE(toId(parsed.reason), toId(reason));
    QByteArrayList names;
    for (const std::string_view member : parsed.triggers) {
        names += bytes(member);
    }
    QCOMPARE(names.join('|'), members);
    QCOMPARE(bytes(parsed.clientReason), clientReason);
    QCOMPARE(parsed.clientReason.data() == nullptr, !text.contains("client reason: "));
}

void TestCoordinatorLine::splitsMemberLists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("members");
    const QByteArray a = QByteArray("a-") + kUuid;
    const QByteArray b = QByteArray("b, with (comma)-") + kUuid;
    QTest::newRow("set") << QByteArray("Set(" + a + ", " + b + ")") << QByteArray(a + "|" + b);
    QTest::newRow("hash set") << QByteArray("HashSet(" + b + ", " + a + ")") << QByteArray(b + "|" + a);
    QTest::newRow("list") << QByteArray("[" + a + "].") << a;
    QTest::newRow("round") << QByteArray("(" + a + ", " + a + ")") << QByteArray(a + "|" + a);
    QTest::newRow("no uuid") << QByteArray("Set(x, y)") << QByteArray("x|y");
    QTest::newRow("empty") << QByteArray("Set()") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestCoordinatorLine::splitsMemberLists()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, members);
    QByteArrayList names;
    for (const std::string_view member : splitMemberList(view(text))) {
        names += bytes(member);
    }
    QCOMPARE(names.join('|'), members);
}

void TestCoordinatorLine::knowsTheBroker()
{
    QCOMPARE(brokerOfContext("GroupCoordinator 0"), 0);
    QCOMPARE(brokerOfContext("GroupCoordinator id=17 topic=__consumer_offsets partition=3"), 17);
    QCOMPARE(brokerOfContext("GroupCoordinator id=x"), -1);
    QCOMPARE(brokerOfContext(""), -1);
    QCOMPARE(bytes(memberBase(std::string("consumer-5-") + kUuid)), QByteArray("consumer-5"));
    QCOMPARE(bytes(memberBase(kUuid)), QByteArray(kUuid));
    QCOMPARE(bytes(memberBase("kC5AchsQQt-Ed6ZWcwrorg")), QByteArray("kC5AchsQQt-Ed6ZWcwrorg"));
}

QTEST_GUILESS_MAIN(TestCoordinatorLine)
#include "tst_coordinatorline.moc"
