// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancewriters.h"
#include "logtesting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

RebalanceReport fixture()
{
    const QString path = kafkaData(u"3.9.1/server.log.gz"_s);
    return analyseRebalances({&path, 1});
}

/// The fields of RFC 4180 text.
QList<QStringList> rowsOf(const QByteArray& csv)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == u'"') {
                rows.last().last() += text[++i];
            } else {
                quoted = !quoted;
            }
        } else if (!quoted && c == u',') {
            rows.last() += QString();
        } else if (!quoted && c == u'\r') {
            rows += {QString()};
            ++i;
        } else {
            rows.last().last() += c;
        }
    }
    rows.removeLast();
    return rows;
}

} // namespace

class TestRebalanceWriters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonIsTheStableForm();
    void jsonHoldsClientErrors();
    void csvHoldsEveryRebalance();
    void tableIsAligned();
    void tableIsHarmless();
    void emptyReports();
};

void TestRebalanceWriters::jsonIsTheStableForm()
{
    const QJsonDocument document = QJsonDocument::fromJson(rebalancesAsJson(fixture()));
    QCOMPARE(document.object().keys(), QStringList{u"groups"_s});
    const QJsonArray groups = document.object().value("groups"_L1).toArray();
    QCOMPARE(groups.size(), 16);
    int count = 0;
    for (const QJsonValue& group : groups) {
        QCOMPARE(group.toObject().keys(), (QStringList{u"findings"_s, u"group"_s, u"rebalances"_s}));
        for (const QJsonValue& rebalance : group["rebalances"_L1].toArray()) {
            QCOMPARE(rebalance.toObject().keys(),
                (QStringList{u"assigned"_s, u"generation"_s, u"joined"_s, u"outcome"_s, u"reason"_s, u"start"_s}));
            ++count;
        }
    }
    QCOMPARE(count, 119);
    QCOMPARE(groups[0]["group"_L1].toString(), u"orders-a"_s);
    const QJsonObject first = groups[0]["rebalances"_L1][0].toObject();
    QCOMPARE(first.value("start"_L1).toString(), u"2026-11-22T20:14:30.731Z"_s);
    QCOMPARE(first.value("joined"_L1).toString(), u"2026-11-22T20:14:33.746Z"_s);
    QCOMPARE(first.value("assigned"_L1).toString(), u"2026-11-22T20:14:33.831Z"_s);
    QCOMPARE(first.value("generation"_L1).toInt(), 1);
    QCOMPARE(first.value("outcome"_L1).toString(), u"completed"_s);
    QCOMPARE(first.value("reason"_L1).toString(), u"join"_s);

    const QJsonObject open =
        QJsonDocument::fromJson(rebalancesAsJson(analyse(joinedLine(2, 5))))["groups"_L1][0]["rebalances"_L1][0]
            .toObject();
    QVERIFY(open.value("start"_L1).isNull());
    QVERIFY(open.value("assigned"_L1).isNull());
    QVERIFY(open.value("reason"_L1).isNull());
    QCOMPARE(open.value("outcome"_L1).toString(), u"start_missing"_s);

    const QJsonArray findings = groups[2]["findings"_L1].toArray();
    QVERIFY(!findings.isEmpty());
    QCOMPARE(findings[0].toObject().keys(),
        (QStringList{u"advice"_s, u"from"_s, u"id"_s, u"members"_s, u"severity"_s, u"text"_s, u"to"_s}));
    QCOMPARE(findings[0]["id"_L1].toString(), u"storm"_s);
    QCOMPARE(findings[0]["advice"_L1][0].toObject().keys(), (QStringList{u"price"_s, u"setting"_s, u"text"_s}));
}

void TestRebalanceWriters::jsonHoldsClientErrors()
{
    const QJsonObject root =
        QJsonDocument::fromJson(rebalancesAsJson(analyse("Topic x not present in metadata after 60000 ms.\n")))
            .object();
    QCOMPARE(root.value("groups"_L1).toArray().size(), 0);
    const QJsonArray errors = root.value("clientErrors"_L1).toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0]["id"_L1].toString(), u"topic_missing"_s);
    QVERIFY(errors[0]["first"_L1].isNull());
}

void TestRebalanceWriters::csvHoldsEveryRebalance()
{
    const RebalanceReport report = fixture();
    const QList<QStringList> rows = rowsOf(rebalancesAsCsv(report));
    QCOMPARE(rows.size(), 120);
    for (const QStringList& row : rows) {
        QCOMPARE(row.size(), rows[0].size());
    }
    const auto column = [&rows](const char* name) { return rows[0].indexOf(QLatin1StringView(name)); };
    for (const QStringList& row : rows) {
        if (row[0] == "raw-reason"_L1 && row[column("generation")] == "1"_L1) {
            QVERIFY(row[column("client_reason")].contains(u"\nline two, no stamp: "_s));
            QVERIFY(row[column("client_reason")].startsWith(u"line one (with (nested) parens))"_s));
            QCOMPARE(row[column("join_s")], u"3.001"_s);
            QCOMPARE(row[column("line")], u"1713"_s);
            QCOMPARE(row[column("broker")], u"1"_s);
        }
    }
    const QList<QStringList> odd =
        rowsOf(rebalancesAsCsv(analyse(rebalanceLines(0, 4, 2).replace("group g", "group a,\"b\""))));
    QCOMPARE(odd.size(), 2);
    QCOMPARE(odd[1][0], u"a,\"b\""_s);
}

void TestRebalanceWriters::tableIsAligned()
{
    RebalanceOptions options;
    options.displayZone = QTimeZone(8 * 3600);
    QByteArray log = rebalanceLines(0, 4, 2) + startLine(100, 5, "removing member x on heartbeat expiration")
        + logLine(101, "Member 消费者 in group g has failed, removing it from the group");
    const QString table = rebalancesAsTable(analyse(log, options));
    QVERIFY2(table.contains(u"Times in UTC+08:00"_s), qPrintable(table));
    const QStringList lines = table.split(u'\n');
    const qsizetype head = lines.indexOf(lines.filter(u"outcome"_s).value(0));
    QVERIFY(head > 0);
    const QString first = lines[head + 1];
    const QString second = lines[head + 2];
    QVERIFY2(first.startsWith(u"  2020-07-01 18:00:00,000"_s), qPrintable(first));
    QCOMPARE(first.indexOf(u"completed"_s), lines[head].indexOf(u"outcome"_s));
    QCOMPARE(second.indexOf(u"open"_s), lines[head].indexOf(u"outcome"_s));
    QCOMPARE(second.indexOf(u"session_timeout"_s), lines[head].indexOf(u"reason"_s));
    QVERIFY(second.endsWith(u"failed: 消费者"_s));
    for (const QString& line : lines) {
        QVERIFY(!line.endsWith(u' '));
    }
}

void TestRebalanceWriters::tableIsHarmless()
{
    const QByteArray evil = "\x1b]0;title\x07"
                            "evil\xe2\x80\xae";
    QByteArray log = rebalanceLines(0, 4, 2).replace("group g", QByteArray("group " + evil));
    log += "Failed to load SSL keystore \x1b[31m\n";
    const RebalanceReport report = analyse(log);
    QCOMPARE(report.groups.size(), 1);
    const QString table = rebalancesAsTable(report);
    QVERIFY(table.contains(u"evil"_s));
    for (const QChar c : table) {
        QVERIFY2(
            c == u'\n' || (c.unicode() >= 0x20 && c.unicode() != 0x7f && c.unicode() != 0x202e), qPrintable(table));
    }
}

void TestRebalanceWriters::emptyReports()
{
    QCOMPARE(
        QJsonDocument::fromJson(rebalancesAsJson({})).toJson(QJsonDocument::Compact), QByteArray("{\"groups\":[]}"));
    QCOMPARE(rowsOf(rebalancesAsCsv({})).size(), 1);
    QVERIFY(!rebalancesAsTable({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestRebalanceWriters)
#include "tst_rebalancewriters.moc"
