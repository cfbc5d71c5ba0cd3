// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/changepoint.h"
#include "logs/clienterrors.h"
#include "logs/rebalancefindings.h"
#include "logtesting.h"

#include <QTest>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kUuid = "-8efb3d74-d826-4af0-af8c-fe1106239813";

Rebalance completed(qint64 start, qint64 joinMs, qint64 syncMs = 0)
{
    Rebalance rebalance;
    rebalance.start = start;
    rebalance.joined = start + joinMs;
    rebalance.assigned = rebalance.joined + syncMs;
    rebalance.end = rebalance.assigned;
    rebalance.outcome = RebalanceOutcome::Completed;
    return rebalance;
}

Rebalance ended(RebalanceOutcome outcome, qint64 start, qint64 joined = kNoTime, qint64 end = kNoTime)
{
    Rebalance rebalance;
    rebalance.start = start;
    rebalance.joined = joined;
    rebalance.end = end;
    rebalance.outcome = outcome;
    return rebalance;
}

QStringList idsOf(const RebalanceGroup& group, const RebalanceOptions& options = {}, qint64 logEnd = 1'000'000)
{
    QStringList ids;
    for (const RebalanceFinding& finding : rebalanceFindings(group, options, logEnd)) {
        ids += finding.id;
    }
    return ids;
}

RebalanceFinding findingOf(const RebalanceGroup& group, const QString& id)
{
    for (const RebalanceFinding& finding : rebalanceFindings(group, {}, 1'000'000)) {
        if (finding.id == id) {
            return finding;
        }
    }
    return {};
}

/// A group whose rebalances, a minute apart, take these seconds.
RebalanceGroup groupWith(const QList<int>& seconds)
{
    RebalanceGroup group{.group = u"g"_s};
    for (qsizetype i = 0; i < seconds.size(); ++i) {
        group.rebalances += completed(i * 600'000, seconds[i] * 1000);
    }
    return group;
}

} // namespace

class TestRebalanceFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void percentiles();
    void statistics();
    void mergesOutages_data();
    void mergesOutages();
    void findsChangePoints_data();
    void findsChangePoints();
    void plateau_data();
    void plateau();
    void reportsRecovery();
    void storms_data();
    void storms();
    void namesCulprits();
    void namesHosts();
    void namesFlappingMembers();
    void namesSlowSync();
    void namesChains();
    void everyFindingIsUsable();
    void recognisesClientErrors_data();
    void recognisesClientErrors();
    void countsClientErrorsOnce();
    void writesDurations_data();
    void writesDurations();
};

void TestRebalanceFindings::percentiles()
{
    QCOMPARE(percentile({}, 0.5), -1);
    QCOMPARE(percentile({7}, 0.95), 7);
    QCOMPARE(percentile({1, 2, 3, 4}, 0.5), 2);
    QList<qint64> hundred;
    for (int i = 1; i <= 100; ++i) {
        hundred += i;
    }
    QCOMPARE(percentile(hundred, 0.95), 95);
    QCOMPARE(percentile(hundred, 1.0), 100);
    QCOMPARE(medianOf({}), 0);
    QCOMPARE(medianOf({9, 1, 5}), 5);
}

void TestRebalanceFindings::statistics()
{
    Rebalance backwards = completed(50'000, -1'000);
    const QList<Rebalance> rebalances{completed(0, 2'000, 500), completed(10'000, 4'000), backwards,
        ended(RebalanceOutcome::Emptied, 60'000, kNoTime, 60'100), ended(RebalanceOutcome::Open, 90'000)};
    const RebalanceStatistics statistics = rebalanceStatistics(rebalances, 0, 100'000);
    QCOMPARE(statistics.count, 5);
    QCOMPARE(statistics.outcomes.value(RebalanceOutcome::Completed), 3);
    QCOMPARE(statistics.p50Ms, 2'500);
    QCOMPARE(statistics.p95Ms, 4'000);
    QCOMPARE(statistics.maxMs, 4'000);
    QCOMPARE(statistics.maxJoinMs, 4'000);
    QCOMPARE(statistics.maxSyncMs, 500);
    QCOMPARE(statistics.perHour, 180.0);
    QCOMPARE(statistics.unavailableMs, 2'500 + 4'000 + 100 + 10'000);
    QVERIFY(statistics.unavailableOpen);
    QCOMPARE(rebalanceStatistics({}, kNoTime, kNoTime), RebalanceStatistics());
}

void TestRebalanceFindings::mergesOutages_data()
{
    using O = RebalanceOutcome;
    QTest::addColumn<QList<Rebalance>>("rebalances");
    QTest::addColumn<QString>("outages");
    QTest::newRow("none") << QList<Rebalance>() << QString();
    QTest::newRow("two") << QList<Rebalance>{completed(0, 5), completed(10, 5)} << u"0-5*1 10-15*1"_s;
    QTest::newRow("chain") << QList<Rebalance>{ended(O::Superseded, 0, 5), ended(O::Superseded, 7, 9), completed(10, 5)}
                           << u"0-15*3"_s;
    QTest::newRow("chain that empties") << QList<Rebalance>{ended(O::Superseded, 0, 5),
        ended(O::Emptied, 7, kNoTime, 8)}
                                        << u"0-8*2"_s;
    QTest::newRow("lost") << QList<Rebalance>{ended(O::CoordinatorLost, 0), completed(50, 5)} << u"0-55*2"_s;
    QTest::newRow("open") << QList<Rebalance>{completed(0, 5), ended(O::Open, 20)} << u"0-5*1 20-100*1+"_s;
    QTest::newRow("superseded at the end") << QList<Rebalance>{ended(O::Superseded, 0, 5)} << u"0-5*1"_s;
}

void TestRebalanceFindings::mergesOutages()
{
    QFETCH(QList<Rebalance>, rebalances);
    QFETCH(QString, outages);
    QStringList found;
    for (const RebalanceOutage& outage : rebalanceOutages(rebalances, 100)) {
        found +=
            u"%1-%2*%3%4"_s.arg(outage.from).arg(outage.to).arg(outage.count).arg(outage.open ? u"+"_s : QString());
    }
    QCOMPARE(found.join(u' '), outages);
}

void TestRebalanceFindings::findsChangePoints_data()
{
    QTest::addColumn<QList<qint64>>("values");
    QTest::addColumn<QList<qsizetype>>("indices");
    const auto series = [](std::initializer_list<std::pair<int, qint64>> parts) {
        QList<qint64> values;
        for (const auto& [count, value] : parts) {
            for (int i = 0; i < count; ++i) {
                values += value + i % 3 * value / 10;
            }
        }
        return values;
    };
    QTest::newRow("empty") << QList<qint64>() << QList<qsizetype>();
    QTest::newRow("flat") << series({{100, 2'000}}) << QList<qsizetype>();
    QTest::newRow("rise") << series({{50, 2'000}, {50, 200'000}}) << QList<qsizetype>{50};
    QTest::newRow("rise and fall") << series({{50, 2'000}, {30, 200'000}, {40, 1'000}}) << QList<qsizetype>{50, 80};
    QTest::newRow("too small a factor") << series({{50, 2'000}, {50, 10'000}}) << QList<qsizetype>();
    QTest::newRow("below the floor") << series({{50, 10}, {50, 900}}) << QList<qsizetype>();
    QTest::newRow("few behind") << series({{50, 2'000}, {8, 200'000}}) << QList<qsizetype>{50};
    QTest::newRow("too few behind") << series({{50, 2'000}, {7, 200'000}}) << QList<qsizetype>();
    QTest::newRow("too few before") << series({{9, 2'000}, {50, 200'000}}) << QList<qsizetype>();
    QTest::newRow("short burst") << series({{50, 2'000}, {6, 200'000}, {50, 2'000}}) << QList<qsizetype>();
    QList<qint64> spikes = series({{60, 2'000}, {40, 200'000}});
    for (const qsizetype i : {3, 20, 41, 55, 57}) {
        spikes[i] = 120'000;
    }
    spikes[65] = 1'000;
    QTest::newRow("spikes before, a dip behind") << spikes << QList<qsizetype>{60};
}

void TestRebalanceFindings::findsChangePoints()
{
    QFETCH(QList<qint64>, values);
    QFETCH(QList<qsizetype>, indices);
    QList<qsizetype> found;
    for (const ChangePoint& change : changePoints(values)) {
        found += change.index;
    }
    QCOMPARE(found, indices);
}

void TestRebalanceFindings::plateau_data()
{
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<int>("timeoutMs");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("short ones") << QList<int>{1, 2, 3, 1, 2, 3, 1} << -1 << false;
    QTest::newRow("default") << QList<int>{200, 299, 299, 250, 180, 299} << -1 << true;
    QTest::newRow("too few") << QList<int>{200, 299, 299, 250} << -1 << false;
    QTest::newRow("goes beyond") << QList<int>{200, 299, 400, 250, 180, 299} << -1 << false;
    QTest::newRow("does not reach it") << QList<int>{200, 220, 220, 210, 180, 200} << -1 << false;
    QTest::newRow("known time-out") << QList<int>{10, 9, 10, 8, 10, 6} << 10'000 << true;
    QTest::newRow("known, larger") << QList<int>{200, 299, 299, 250, 180, 299} << 900'000 << false;
    QTest::newRow("mostly short") << QList<int>{1, 1, 1, 1, 1, 1, 1, 1, 299, 299, 299, 299, 299} << -1 << false;
}

void TestRebalanceFindings::plateau()
{
    QFETCH(QList<int>, seconds);
    QFETCH(int, timeoutMs);
    QFETCH(bool, wanted);
    RebalanceGroup group = groupWith(seconds);
    group.facts.rebalanceTimeoutMs = timeoutMs;
    QCOMPARE(idsOf(group).contains(u"plateau"_s), wanted);
    if (wanted) {
        const QString text = findingOf(group, u"plateau"_s).text;
        QCOMPARE(text.contains(u"default of the poll time-out"_s), timeoutMs < 0);
        QVERIFY2(text.contains(timeoutMs < 0 ? u"just under 300 s"_s : u"until 10 s"_s), qPrintable(text));
    }
    // The first rebalance of an empty group waits by design and says nothing.
    for (Rebalance& rebalance : group.rebalances) {
        rebalance.fromEmpty = true;
    }
    QVERIFY(!idsOf(group).contains(u"plateau"_s));
}

void TestRebalanceFindings::reportsRecovery()
{
    QList<int> seconds(30, 2);
    seconds += QList<int>(30, 290);
    seconds += QList<int>(30, 1);
    const RebalanceGroup group = groupWith(seconds);
    const QStringList ids = idsOf(group);
    QVERIFY(ids.contains(u"change_point"_s));
    QVERIFY(ids.contains(u"recovered"_s));
    QVERIFY(ids.contains(u"plateau"_s));
    QCOMPARE(findingOf(group, u"recovered"_s).from, 60 * 600'000);
    QCOMPARE(findingOf(group, u"plateau"_s).to, group.rebalances[59].end);
    QVERIFY(findingOf(group, u"change_point"_s).text.contains(u"290 s instead of 2 s"_s));
}

void TestRebalanceFindings::storms_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("gapSeconds");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("dense") << 15 << 2 << true;
    QTest::newRow("one fewer") << 14 << 2 << false;
    QTest::newRow("sparse") << 100 << 60 << false;
    QTest::newRow("just dense enough") << 100 << 40 << true;
}

void TestRebalanceFindings::storms()
{
    QFETCH(int, count);
    QFETCH(int, gapSeconds);
    QFETCH(bool, wanted);
    RebalanceGroup group{.group = u"g"_s};
    for (int i = 0; i < count; ++i) {
        group.rebalances += completed(qint64(i) * gapSeconds * 1000, 500);
    }
    QCOMPARE(idsOf(group).contains(u"storm"_s), wanted);
    if (wanted) {
        const RebalanceFinding storm = findingOf(group, u"storm"_s);
        QVERIFY2(storm.text.contains(u"%1 rebalances"_s.arg(count)), qPrintable(storm.text));
        QCOMPARE(storm.to, group.rebalances.last().start);
        QVERIFY(storm.severity == RebalanceFinding::Severity::Problem);
    }
}

void TestRebalanceFindings::namesCulprits()
{
    RebalanceGroup group = groupWith({1});
    group.members = {{.member = u"slow"_s, .host = u"10.0.0.7"_s, .pollTimeouts = 4, .notRejoined = 1},
        {.member = u"other"_s, .sessionTimeouts = 1}};
    const RebalanceFinding culprit = findingOf(group, u"culprit"_s);
    QCOMPARE(culprit.members, QStringList{u"slow"_s});
    QVERIFY2(culprit.text.contains(u"slow on 10.0.0.7 (4 × poll time-out, 1 × not joined in time)"_s),
        qPrintable(culprit.text));
    QVERIFY(culprit.text.contains(u"5 of 6"_s));
    QCOMPARE(culprit.advice.at(0).setting, u"max.poll.records"_s);
    // Spread evenly, nobody is to blame.
    group.members.clear();
    for (int i = 0; i < 8; ++i) {
        group.members += {.member = QString::number(i), .sessionTimeouts = 5};
    }
    QVERIFY(!idsOf(group).contains(u"culprit"_s));
    QVERIFY(idsOf(group).contains(u"session_timeouts"_s));
}

void TestRebalanceFindings::namesHosts()
{
    RebalanceGroup group = groupWith({1});
    group.members = {{.member = u"a"_s, .host = u"10.0.0.7"_s, .sessionTimeouts = 3},
        {.member = u"b"_s, .host = u"10.0.0.7"_s, .sessionTimeouts = 2}, {.member = u"c"_s, .host = u"10.0.0.8"_s}};
    QCOMPARE(findingOf(group, u"host"_s).members, QStringList{u"10.0.0.7"_s});
    group.members[2].host = u"10.0.0.7"_s;
    QVERIFY(!idsOf(group).contains(u"host"_s));
}

void TestRebalanceFindings::namesFlappingMembers()
{
    RebalanceGroup group = groupWith({1, 1});
    for (int i = 0; i < 6; ++i) {
        group.members += {.member = u"c-flap-%1"_s.arg(i), .joins = 1, .leaves = 1};
    }
    QCOMPARE(findingOf(group, u"flapping"_s).members, QStringList{u"c-flap-*"_s});
    // The same over days is ordinary life.
    group.rebalances[1] = completed(3LL * 24 * 3'600'000, 1'000);
    QVERIFY(!idsOf(group).contains(u"flapping"_s));
}

void TestRebalanceFindings::namesSlowSync()
{
    RebalanceGroup group{.group = u"g"_s, .rebalances = {completed(0, 3'000, 22'200), completed(60'000, 3'000, 10)}};
    group.rebalances[0].leader = u"z-1"_s;
    const RebalanceFinding finding = findingOf(group, u"slow_sync"_s);
    QCOMPARE(finding.members, QStringList{u"z-1"_s});
    QVERIFY2(finding.text.contains(u"22.2 s"_s), qPrintable(finding.text));
}

void TestRebalanceFindings::namesChains()
{
    RebalanceGroup group{.group = u"g"_s,
        .rebalances = {ended(RebalanceOutcome::Superseded, 0, 5'000), ended(RebalanceOutcome::Superseded, 7'000, 9'000),
            completed(10'000, 5'000)}};
    const RebalanceFinding finding = findingOf(group, u"chain"_s);
    QCOMPARE(finding.from, 0);
    QCOMPARE(finding.to, 15'000);
    QVERIFY2(finding.text.contains(u": 2. The longest chain has 3"_s), qPrintable(finding.text));
}

void TestRebalanceFindings::everyFindingIsUsable()
{
    const QStringList files{kafkaData(u"3.9.1/server.log.gz"_s), kafkaData(u"synthetic/server.log.gz"_s)};
    const RebalanceReport report = analyseRebalances(files);
    QStringList seen;
    for (const RebalanceGroup& group : report.groups) {
        RebalanceFinding::Severity last = RebalanceFinding::Severity::Problem;
        for (const RebalanceFinding& finding : group.findings) {
            seen += group.group + u':' + finding.id;
            QVERIFY(!finding.text.isEmpty());
            QVERIFY2(!finding.text.contains(u'%') || finding.id == "unavailable"_L1, qPrintable(finding.text));
            QVERIFY(finding.severity <= last);
            last = finding.severity;
            for (const RebalanceAdvice& advice : finding.advice) {
                QVERIFY(!advice.text.isEmpty());
                QVERIFY2(advice.setting.isEmpty() || !advice.price.isEmpty(), qPrintable(advice.setting));
            }
        }
    }
    for (const char* wanted :
        {"storm-c:storm", "storm-c:flapping", "storm-c:chain", "stuck-c2:not_rejoined", "payments.b:poll_timeouts",
            "static-e:session_timeouts", "coop-f:cooperative", "raw-norejoin:nobody_rejoined", "tail-z:open",
            "restart-h:coordinator_lost", "recreate-i:recreated", "1:change_point", "1:plateau"}) {
        QVERIFY2(seen.contains(QLatin1StringView(wanted)), wanted);
    }
    QCOMPARE(seen.filter(u":storm"_s).size(), 1);
    QCOMPARE(seen.filter(u":change_point"_s).size(), 1);
    QCOMPARE(seen.filter(u":plateau"_s).size(), 1);
    QCOMPARE(seen.filter(u":lines_missing"_s).size(), 0);
}

void TestRebalanceFindings::recognisesClientErrors_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("id");
    QTest::newRow("host name") << QByteArray("Caused by: java.security.cert.CertificateException: No subject "
                                             "alternative names matching IP address 10.166.37.165 found")
                               << u"tls_host_name"_s;
    QTest::newRow("handshake") << QByteArray("javax.net.ssl.SSLHandshakeException: General SSLEngine problem")
                               << u"tls_handshake"_s;
    QTest::newRow("trust store") << QByteArray(
        "org.apache.kafka.common.KafkaException: Failed to load SSL keystore /opt/client.truststore.jks of type JKS")
                                 << u"trust_store"_s;
    QTest::newRow("topic") << QByteArray(
        "org.apache.kafka.common.errors.TimeoutException: Topic =CSBPromotion not present in metadata after 60000 ms.")
                           << u"topic_missing"_s;
    QTest::newRow("go") << QByteArray("2021/03/01 10:00:00 tls: first record does not look like a TLS handshake")
                        << u"tls_first_record"_s;
    QTest::newRow("poll") << QByteArray(
        "WARN [Consumer clientId=c, groupId=g] consumer poll timeout has expired. This means")
                          << u"poll_timeout"_s;
    QTest::newRow("none") << QByteArray("java.lang.OutOfMemoryError: Java heap space") << QString();
}

void TestRebalanceFindings::recognisesClientErrors()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, id);
    const std::optional<ClientErrorKind> kind = recogniseClientError({line.constData(), std::size_t(line.size())});
    QCOMPARE(kind ? toId(*kind) : QString(), id);
    // In a log without stamps, and in one with.
    for (const QByteArray& log :
        {QByteArray(line + "\n"), QByteArray("[2020-07-01 10:00:00,000] ERROR oops " + line + " (x.Y)\n")}) {
        const RebalanceReport report = analyse(log);
        QCOMPARE(report.clientErrors.size(), id.isEmpty() ? 0 : 1);
        if (!id.isEmpty()) {
            const ClientError& error = report.clientErrors[0];
            QCOMPARE(toId(error.kind), id);
            QCOMPARE(error.count, 1);
            QCOMPARE(error.line, 1);
            QVERIFY(!error.cause.isEmpty());
            QVERIFY(!error.remedy.isEmpty());
            QCOMPARE(error.first == kNoTime, log.size() == line.size() + 1);
        }
    }
}

void TestRebalanceFindings::countsClientErrorsOnce()
{
    const QByteArray trace = "[2020-07-01 10:00:00,000] ERROR failed (x.Y)\n"
                             "javax.net.ssl.SSLHandshakeException: General SSLEngine problem\n"
                             "\tat sun.security.ssl.Handshaker.checkThrown(Handshaker.java:1529)\n"
                             "Caused by: javax.net.ssl.SSLHandshakeException: General SSLEngine problem\n"
                             "Caused by: java.security.cert.CertificateException: No subject alternative names "
                             "matching IP address 10.166.37.165 found\n"
                             "\t... 17 more\n";
    const RebalanceReport report = analyse(trace + trace);
    QCOMPARE(report.clientErrors.size(), 1);
    QCOMPARE(toId(report.clientErrors[0].kind), u"tls_host_name"_s);
    QCOMPARE(report.clientErrors[0].count, 2);
    // A broker's own lines about clients that left are no client error.
    QVERIFY(analyse(startLine(0, 4,
                        QByteArray("Removing member m") + kUuid
                            + " on LeaveGroup; client reason: consumer poll timeout has expired."))
                .clientErrors.isEmpty());
}

void TestRebalanceFindings::writesDurations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << u"0 s"_s;
    QTest::newRow("35") << qint64(35) << u"0.035 s"_s;
    QTest::newRow("2086") << qint64(2'086) << u"2.1 s"_s;
    QTest::newRow("60000") << qint64(60'000) << u"60 s"_s;
    QTest::newRow("299970") << qint64(299'970) << u"299.97 s"_s;
    QTest::newRow("300000") << qint64(300'000) << u"300 s"_s;
    QTest::newRow("12 min") << qint64(12 * 60'000 + 20'000) << u"12 min"_s;
    QTest::newRow("7 h") << qint64(7 * 3'600'000 + 19 * 60'000) << u"7 h 19 min"_s;
    QTest::newRow("6 d") << qint64(6 * 24 + 4) * 3'600'000 << u"6 d 4 h"_s;
}

void TestRebalanceFindings::writesDurations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(elapsedText(ms), text);
}

QTEST_GUILESS_MAIN(TestRebalanceFindings)
#include "tst_rebalancefindings.moc"
