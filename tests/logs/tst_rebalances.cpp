// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logclock.h"
#include "logtesting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonValue time(qint64 utc)
{
    return utc == kNoTime ? QJsonValue(QJsonValue::Null) : QJsonValue(logTimeText(utc, QTimeZone::utc()));
}

QJsonValue number(qint64 value)
{
    return value < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QJsonValue line(qint64 value)
{
    return value == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QJsonValue seconds(std::optional<qint64> ms)
{
    return ms ? QJsonValue(double(*ms) / 1000) : QJsonValue(QJsonValue::Null);
}

QJsonValue text(const QByteArray& bytes)
{
    return bytes.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromUtf8(bytes));
}

QJsonValue word(const QString& string)
{
    return string.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(string);
}

/// A rebalance in the words of expected.json.
QJsonObject described(const QString& group, const Rebalance& rebalance)
{
    using What = RebalanceMember::What;
    const auto names = [&rebalance](What what) { return QJsonArray::fromStringList(rebalance.membersThat(what)); };
    return {
        {u"group"_s, group},
        {u"start"_s, time(rebalance.start)},
        {u"start_line"_s, line(rebalance.startLine)},
        {u"joined"_s, time(rebalance.joined)},
        {u"joined_line"_s, line(rebalance.joinedLine)},
        {u"assigned"_s, time(rebalance.assigned)},
        {u"assigned_line"_s, line(rebalance.assignedLine)},
        {u"end"_s, time(rebalance.end)},
        {u"end_line"_s, line(rebalance.endLine)},
        {u"lost_seen"_s, time(rebalance.lostSeen)},
        {u"old_generation"_s, number(rebalance.oldGeneration)},
        {u"generation"_s, number(rebalance.generation)},
        {u"outcome"_s, toId(rebalance.outcome)},
        {u"reason_class"_s, word(toId(rebalance.reason))},
        {u"reason"_s, text(rebalance.reasonText)},
        {u"client_reason"_s, text(rebalance.clientReason)},
        {u"trigger_members"_s, QJsonArray::fromStringList(rebalance.triggerMembers())},
        {u"members"_s, number(rebalance.members)},
        {u"static_members"_s, number(rebalance.staticMembers)},
        {u"leader"_s, word(rebalance.leader)},
        {u"failed_during"_s, names(What::Failed)},
        {u"left_during"_s, names(What::Left)},
        {u"not_rejoined"_s, names(What::NotRejoined)},
        {u"no_rejoin_errors"_s, rebalance.nobodyRejoined},
        {u"join_s"_s, seconds(rebalance.joinMs())},
        {u"sync_s"_s, seconds(rebalance.syncMs())},
        {u"total_s"_s, seconds(rebalance.totalMs())},
    };
}

/// The first difference in the fields that expected has, as text; empty when there is none.
QString difference(const QJsonObject& expected, const QJsonObject& found)
{
    for (auto field = expected.begin(); field != expected.end(); ++field) {
        // The generator of the incident leaves the count of an emptied group open.
        if (field.key() == "members"_L1 && field.value().isNull() && expected["outcome"_L1] == "emptied"_L1) {
            continue;
        }
        if (found.contains(field.key()) && found[field.key()] != field.value()) {
            const QJsonObject both{{u"expected"_s, field.value()}, {u"found"_s, found[field.key()]}};
            return field.key() + u' ' + QString::fromUtf8(QJsonDocument(both).toJson(QJsonDocument::Compact));
        }
    }
    return {};
}

} // namespace

class TestRebalances : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatRealBrokersLogged_data();
    void findsWhatRealBrokersLogged();
    void doesNotDependOnThePieces();
    void keepsGroupsApart();
    void analysesTheIncident();
};

void TestRebalances::findsWhatRealBrokersLogged_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QString>("expectation");
    QTest::addColumn<int>("count");
    QTest::newRow("3.9.1") << u"3.9.1/server.log.gz"_s << u"3.9.1/expected.json"_s << 119;
    QTest::newRow("3.9.1, cut at both ends") << u"3.9.1-cut/server.log"_s << u"3.9.1-cut/expected.json"_s << 39;
    QTest::newRow("synthetic incident") << u"synthetic/server.log.gz"_s << u"synthetic/expected.json"_s << 444;
}

void TestRebalances::findsWhatRealBrokersLogged()
{
    QFETCH(QString, log);
    QFETCH(QString, expectation);
    QFETCH(int, count);
    const QString path = kafkaData(log);
    const RebalanceReport report = analyseRebalances({&path, 1});
    QCOMPARE(report.files.size(), 1);
    QCOMPARE(report.files[0].problem, QString());

    const QJsonObject expected =
        QJsonDocument::fromJson(textOf(kafkaData(expectation))).object().value("groups"_L1).toObject();
    QCOMPARE(report.groups.size(), expected.size());
    qsizetype found = 0;
    for (const RebalanceGroup& group : report.groups) {
        const QJsonArray wanted = expected.value(group.group).toArray();
        QVERIFY2(group.rebalances.size() == wanted.size(), qPrintable(group.group));
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const QString unlike = difference(wanted[i].toObject(), described(group.group, group.rebalances[i]));
            QVERIFY2(unlike.isEmpty(), qPrintable(u"%1 #%2: %3"_s.arg(group.group).arg(i).arg(unlike)));
        }
        found += wanted.size();
    }
    QCOMPARE(found, count);
}

void TestRebalances::doesNotDependOnThePieces()
{
    const QByteArray text = textOf(kafkaData(u"3.9.1/server.log.gz"_s));
    QVERIFY(text.size() > 400'000);
    const RebalanceReport whole = analyse(text);
    for (const int piece : {1, 7, 4096, 100'003}) {
        RebalanceAnalyser analyser;
        const int source = analyser.addSource();
        analyser.beginFile(source, {});
        for (qsizetype at = 0; at < text.size(); at += piece) {
            analyser.feed(source, QByteArrayView(text).sliced(at, std::min<qsizetype>(piece, text.size() - at)));
        }
        analyser.endFile(source);
        const RebalanceReport report = analyser.snapshot();
        QCOMPARE(report.groups.size(), whole.groups.size());
        for (qsizetype i = 0; i < whole.groups.size(); ++i) {
            QCOMPARE(report.groups[i].group, whole.groups[i].group);
            QCOMPARE(report.groups[i].statistics, whole.groups[i].statistics);
            QCOMPARE(report.groups[i].members, whole.groups[i].members);
            QCOMPARE(report.groups[i].findings, whole.groups[i].findings);
        }
    }
}

void TestRebalances::keepsGroupsApart()
{
    RebalanceOptions options;
    options.groups = {u"storm-c"_s, u"no such group"_s};
    const RebalanceReport report = analyse(textOf(kafkaData(u"3.9.1/server.log.gz"_s)), options);
    QCOMPARE(report.groups.size(), 1);
    QCOMPARE(report.groups[0].group, u"storm-c"_s);
    QCOMPARE(report.groups[0].rebalances.size(), 28);
    QCOMPARE(report.notes.size(), 1);
    QVERIFY(report.notes[0].contains(u"no such group"_s));
}

void TestRebalances::analysesTheIncident()
{
    const QString path = kafkaData(u"synthetic/server.log.gz"_s);
    const RebalanceReport report = analyseRebalances({&path, 1});
    QCOMPARE(report.groups.size(), 2);
    const RebalanceGroup& group = report.groups[0];
    QCOMPARE(group.group, u"1"_s);
    QCOMPARE(group.statistics.count, 392);
    QCOMPARE(group.statistics.maxMs, 299'970);
    QCOMPARE(group.statistics.outcomes.value(RebalanceOutcome::Superseded), 4);

    QHash<QString, RebalanceFinding> findings;
    for (const RebalanceFinding& finding : group.findings) {
        findings.insert(finding.id, finding);
    }
    QVERIFY(findings.contains(u"change_point"_s));
    const RebalanceFinding change = findings[u"change_point"_s];
    QCOMPARE(logTimeText(change.from, QTimeZone::utc()), u"2020-07-01 06:49:49,010"_s);
    QVERIFY2(change.text.contains(u"2020-07-01 06:49:49,010 UTC"_s), qPrintable(change.text));
    QVERIFY2(change.text.contains(u"239.81 s instead of 2.1 s"_s), qPrintable(change.text));

    QVERIFY(findings.contains(u"plateau"_s));
    const RebalanceFinding plateau = findings[u"plateau"_s];
    QCOMPARE(plateau.from, change.from);
    QVERIFY2(plateau.text.contains(u"just under 300 s"_s), qPrintable(plateau.text));
    QVERIFY2(plateau.text.contains(u"105 of 105"_s), qPrintable(plateau.text));
    QVERIFY2(plateau.text.contains(u"299.97 s"_s), qPrintable(plateau.text));
    QVERIFY2(plateau.text.contains(u"max.poll.interval.ms"_s), qPrintable(plateau.text));
    QVERIFY(!plateau.advice.isEmpty());
    QVERIFY(!plateau.advice[0].setting.isEmpty());
    QVERIFY(!plateau.advice[0].price.isEmpty());

    for (const RebalanceFinding& finding : report.groups[1].findings) {
        QVERIFY2(finding.id != "change_point"_L1 && finding.id != "plateau"_L1, qPrintable(finding.text));
    }
}

QTEST_GUILESS_MAIN(TestRebalances)
#include "tst_rebalances.moc"
