// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/savepointledger.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 3, 17), QTime(14, minute, 5, 404), Qt::UTC);
}

LedgerEntry fullEntry()
{
    return {.connectionId = u"id-1"_s,
        .connectionName = u"shop"_s,
        .system = u"flink"_s,
        .jobId = u"a1b2"_s,
        .jobName = u"insert-into_订单"_s,
        .sql = u"INSERT INTO orders SELECT * FROM src"_s,
        .location = u"file:/sp/savepoint-a1b2"_s,
        .kind = LedgerEntry::Kind::Savepoint,
        .format = u"CANONICAL"_s,
        .bytes = (qint64(1) << 53) + 1,
        .takenAt = at(1),
        .note = u"before the upgrade"_s,
        .expiresAt = at(59),
        .pinned = true,
        .state = LedgerEntry::State::Present};
}

LedgerEntry bareEntry(const QString& location)
{
    return {.connectionId = u"id-1"_s, .system = u"flink"_s, .location = location};
}

/// As a record of facts, without what only persons say.
LedgerEntry facts(LedgerEntry entry)
{
    entry.note.clear();
    entry.pinned = false;
    entry.expiresAt = {};
    return entry;
}

} // namespace

class TestSavepointLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_database = Database::inMemory();
        m_ledger = std::make_unique<SavepointLedger>(*m_database);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void cleanup()
    {
        m_ledger.reset();
        m_database.reset();
        m_folder.reset();
    }

    void keepsEveryField()
    {
        QSignalSpy changed(m_ledger.get(), &SavepointLedger::changed);
        LedgerEntry entry = fullEntry();
        const auto kept = m_ledger->record(entry);
        QVERIFY(kept);
        entry.id = kept->id;
        QVERIFY(entry.id > 0);
        QCOMPARE(*kept, entry);
        QCOMPARE(m_ledger->entries().value(), std::vector{entry});
        QCOMPARE(m_ledger->find(entry.id).value(), std::optional(entry));
        QCOMPARE(m_ledger->find(entry.id + 1).value(), std::nullopt);
        QCOMPARE(changed.count(), 1);
    }

    void recordingAgainAddsOnlyWhatIsKnownNow()
    {
        const LedgerEntry kept = m_ledger->record(fullEntry()).value();
        QSignalSpy changed(m_ledger.get(), &SavepointLedger::changed);

        LedgerEntry bare = bareEntry(fullEntry().location);
        QCOMPARE(m_ledger->record(bare).value(), kept);
        QCOMPARE(changed.count(), 0);

        bare.bytes = 12;
        bare.format = u"NATIVE"_s;
        LedgerEntry expected = kept;
        expected.bytes = 12;
        expected.format = u"NATIVE"_s;
        QCOMPARE(m_ledger->record(bare).value(), expected);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_ledger->entries().value().size(), std::size_t(1));
    }

    void neverLosesWhatPersonsSaid()
    {
        LedgerEntry entry = m_ledger->record(facts(fullEntry())).value();
        QVERIFY(m_ledger->setNote(entry.id, u"keep"_s));
        QVERIFY(m_ledger->setPinned(entry.id, true));
        QVERIFY(m_ledger->setExpiry(entry.id, at(40)));
        LedgerEntry again = facts(fullEntry());
        again.takenAt = at(30);
        again.note = u"another"_s;
        again.expiresAt = at(50);
        const LedgerEntry kept = m_ledger->record(again).value();
        QCOMPARE(kept.note, u"keep"_s);
        QVERIFY(kept.pinned);
        QCOMPARE(kept.expiresAt, at(40));
        QCOMPARE(kept.takenAt, at(30));
    }

    void tellsPlacesApart()
    {
        QVERIFY(m_ledger->record(fullEntry()));
        LedgerEntry other = fullEntry();
        other.connectionId = u"id-2"_s;
        QVERIFY(m_ledger->record(other));
        other.system = u"seatunnel"_s;
        QVERIFY(m_ledger->record(other));
        other.connectionId.clear(); // not saved: its address tells it apart
        other.connectionName = u"http://a:1"_s;
        QVERIFY(m_ledger->record(other));
        other.connectionName = u"http://b:1"_s;
        QVERIFY(m_ledger->record(other));
        QVERIFY(m_ledger->record(other));
        QCOMPARE(m_ledger->entries().value().size(), std::size_t(5));
    }

    void whatIsGoneStaysGoneUntilTakenAnew_data()
    {
        QTest::addColumn<QDateTime>("taken");
        QTest::addColumn<LedgerEntry::State>("now");
        QTest::addColumn<LedgerEntry::State>("expected");
        using State = LedgerEntry::State;
        QTest::newRow("listed again") << at(1) << State::Present << State::Disposed;
        QTest::newRow("listed, time unknown") << QDateTime() << State::Present << State::Disposed;
        QTest::newRow("seen earlier") << at(0) << State::Gone << State::Disposed;
        QTest::newRow("taken anew") << at(2) << State::Present << State::Present;
        QTest::newRow("gone now") << at(1) << State::Gone << State::Gone;
        QTest::newRow("gone, time unknown") << QDateTime() << State::Gone << State::Gone;
    }

    void whatIsGoneStaysGoneUntilTakenAnew()
    {
        QFETCH(QDateTime, taken);
        QFETCH(LedgerEntry::State, now);
        LedgerEntry entry = m_ledger->record(fullEntry()).value();
        QVERIFY(m_ledger->setState(entry.id, LedgerEntry::State::Disposed));
        entry.takenAt = taken;
        entry.state = now;
        QTEST(m_ledger->record(entry).value().state, "expected");
    }

    void recordsAListAtOnce()
    {
        QSignalSpy changed(m_ledger.get(), &SavepointLedger::changed);
        const std::vector<LedgerEntry> list{bareEntry(u"a"_s), bareEntry(u"b"_s), bareEntry(u"a"_s)};
        QVERIFY(m_ledger->recordAll(list));
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_ledger->recordAll(list));
        QVERIFY(m_ledger->recordAll({}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_ledger->entries().value().size(), std::size_t(2));
    }

    void newestFirst()
    {
        for (const int minute : {2, 3, 1}) {
            LedgerEntry entry = bareEntry(QString::number(minute));
            entry.takenAt = at(minute);
            QVERIFY(m_ledger->record(entry));
        }
        QVERIFY(m_ledger->record(bareEntry(u"no time"_s)));
        QCOMPARE(locations({}), (QStringList{u"3"_s, u"2"_s, u"1"_s, u"no time"_s}));
    }

    void filters_data()
    {
        QTest::addColumn<LedgerFilter>("filter");
        QTest::addColumn<QStringList>("found");
        const QString sp = fullEntry().location;
        const QString other = u"s3://b/100%_x"_s;
        QTest::newRow("all") << LedgerFilter{} << QStringList{sp, other};
        QTest::newRow("connection") << LedgerFilter{.connectionId = u"id-2"_s} << QStringList{other};
        QTest::newRow("system") << LedgerFilter{.system = u"flink"_s} << QStringList{sp};
        QTest::newRow("job") << LedgerFilter{.jobId = u"a1b2"_s} << QStringList{sp};
        QTest::newRow("job's name") << LedgerFilter{.jobName = u"insert-into_订单"_s} << QStringList{sp};
        QTest::newRow("kind") << LedgerFilter{.kind = LedgerEntry::Kind::Checkpoint} << QStringList{other};
        QTest::newRow("state") << LedgerFilter{.state = LedgerEntry::State::Gone} << QStringList{other};
        QTest::newRow("both") << LedgerFilter{.system = u"flink"_s, .state = LedgerEntry::State::Gone} << QStringList();
        QTest::newRow("text of the note") << LedgerFilter{.text = u"UPGRADE"_s} << QStringList{sp};
        QTest::newRow("text of the SQL") << LedgerFilter{.text = u"from src"_s} << QStringList{sp};
        QTest::newRow("text of the job") << LedgerFilter{.text = u"订单"_s} << QStringList{sp};
        QTest::newRow("wildcards are themselves") << LedgerFilter{.text = u"0%_"_s} << QStringList{other};
        QTest::newRow("no match") << LedgerFilter{.text = u"0_x"_s} << QStringList();
    }

    void filters()
    {
        QVERIFY(m_ledger->record(fullEntry()));
        QVERIFY(m_ledger->record({.connectionId = u"id-2"_s,
            .system = u"seatunnel"_s,
            .location = u"s3://b/100%_x"_s,
            .kind = LedgerEntry::Kind::Checkpoint,
            .state = LedgerEntry::State::Gone}));
        QFETCH(LedgerFilter, filter);
        QTEST(locations(filter), "found");
    }

    void changesOneEntry()
    {
        LedgerEntry entry = m_ledger->record(facts(fullEntry())).value();
        QSignalSpy changed(m_ledger.get(), &SavepointLedger::changed);
        QVERIFY(m_ledger->setNote(entry.id, u"n"_s));
        QVERIFY(m_ledger->setPinned(entry.id, true));
        QVERIFY(m_ledger->setExpiry(entry.id, at(9)));
        QVERIFY(m_ledger->setState(entry.id, LedgerEntry::State::Disposed));
        QCOMPARE(changed.count(), 4);
        entry.note = u"n"_s;
        entry.pinned = true;
        entry.expiresAt = at(9);
        entry.state = LedgerEntry::State::Disposed;
        QCOMPARE(m_ledger->find(entry.id).value(), std::optional(entry));

        QVERIFY(m_ledger->setNote(entry.id, {}));
        QVERIFY(m_ledger->setPinned(entry.id, false));
        QVERIFY(m_ledger->setExpiry(entry.id, {}));
        entry.note = u""_s;
        entry.pinned = false;
        entry.expiresAt = {};
        QCOMPARE(m_ledger->find(entry.id).value(), std::optional(entry));

        QVERIFY(m_ledger->remove(entry.id));
        QVERIFY(m_ledger->entries().value().empty());
        const auto late = m_ledger->setNote(entry.id, u"late"_s);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Usage);
        QVERIFY(m_ledger->remove(entry.id));
    }

    void secretsNeverGetIn()
    {
        LedgerEntry entry = fullEntry();
        entry.sql = u"CREATE TABLE t (a INT) WITH ('connector'='jdbc', 'password' = 'hunter2')"_s;
        QVERIFY(!m_ledger->record(entry).value().sql.contains(u"hunter2"_s));
        auto rows = m_database->run(u"SELECT statement FROM savepoints"_s);
        QVERIFY(rows && rows->next());
        QVERIFY(!rows->value(0).toString().contains(u"hunter2"_s));
    }

    void travelsAsJson()
    {
        QVERIFY(m_ledger->record(fullEntry()));
        QVERIFY(m_ledger->record(bareEntry(u"bare"_s)));
        const QString file = m_folder->filePath(u"ledger.json"_s);
        QVERIFY(m_ledger->exportJson(file));

        const auto other = Database::inMemory();
        SavepointLedger there(*other);
        QSignalSpy changed(&there, &SavepointLedger::changed);
        QCOMPARE(there.importJson(file).value(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(withoutIds(there.entries().value()), withoutIds(m_ledger->entries().value()));

        // Once more changes nothing, and what was said there stays.
        const qint64 id = there.entries().value().front().id;
        QVERIFY(there.setNote(id, u"mine"_s));
        QCOMPARE(there.importJson(file).value(), 2);
        QCOMPARE(there.entries().value().size(), std::size_t(2));
        QCOMPARE(there.find(id).value()->note, u"mine"_s);
    }

    void refusesBadFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        // Quotes are written as ', since moc stumbles over raw strings.
        const auto json = [](QByteArray text) { return text.replace('\'', '"'); };
        const auto second = [&](const QByteArray& entry) {
            return json("{'version':1,'savepoints':[{'system':'f','location':'a'}," + entry + "]}");
        };
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("cut") << json("{'version':1,'savepoints':[{'sys") << u"no JSON"_s;
        QTest::newRow("another file") << json("{'name':'x'}") << u"no version"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"no version"_s;
        QTest::newRow("newer") << json("{'version':2,'savepoints':[]}") << u"newer Millrace"_s;
        QTest::newRow("no object") << second("7") << u"entry 2"_s;
        QTest::newRow("no location") << second("{'system':'f'}") << u"entry 2 has no “location”"_s;
        QTest::newRow("bad time") << second("{'system':'f','location':'b','takenAt':'yesterday'}") << u"“takenAt”"_s;
        QTest::newRow("bad state") << second("{'system':'f','location':'b','state':'lost'}") << u"“state”"_s;
        QTest::newRow("bad type") << second("{'system':'f','location':'b','note':7}") << u"“note”"_s;
        QTest::newRow("bad size") << second("{'system':'f','location':'b','bytes':-7}") << u"“bytes”"_s;
    }

    void refusesBadFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        QVERIFY(m_ledger->record(fullEntry()));
        const auto before = m_ledger->entries().value();
        const QString path = m_folder->filePath(u"bad.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QSignalSpy changed(m_ledger.get(), &SavepointLedger::changed);
        const auto imported = m_ledger->importJson(path);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::Usage);
        QVERIFY2(imported.error().message.contains(says), qPrintable(imported.error().message));
        QVERIFY(imported.error().message.contains(path));
        QCOMPARE(m_ledger->entries().value(), before);
        QCOMPARE(changed.count(), 0);
    }

    void filesThatCannotBe()
    {
        const auto missing = m_ledger->importJson(m_folder->filePath(u"none.json"_s));
        QVERIFY(!missing && missing.error().kind == ErrorKind::Usage);
        const auto nowhere = m_ledger->exportJson(m_folder->filePath(u"no/such/folder.json"_s));
        QVERIFY(!nowhere && nowhere.error().kind == ErrorKind::Storage);
    }

    void twoWindowsShareOneLedger()
    {
        const QString file = m_folder->filePath(u"millrace.db"_s);
        const auto one = Database::open(file).value();
        const auto two = Database::open(file).value();
        SavepointLedger here(*one);
        SavepointLedger there(*two);
        QSignalSpy heard(&there, &SavepointLedger::changed);

        const qint64 id = here.record(fullEntry()).value().id;
        there.refresh();
        QCOMPARE(heard.count(), 1);
        QCOMPARE(there.entries().value().size(), std::size_t(1));
        QVERIFY(there.setNote(id, u"from there"_s));
        QCOMPARE(here.record(bareEntry(fullEntry().location)).value().note, u"from there"_s);

        heard.clear();
        there.refresh();
        QCOMPARE(heard.count(), 0); // nothing new came of that record
    }

private:
    QStringList locations(const LedgerFilter& filter)
    {
        QStringList found;
        const auto entries = m_ledger->entries(filter).value();
        for (const LedgerEntry& entry : entries) {
            found += entry.location;
        }
        return found;
    }

    static std::vector<LedgerEntry> withoutIds(std::vector<LedgerEntry> entries)
    {
        for (LedgerEntry& entry : entries) {
            entry.id = 0;
        }
        return entries;
    }

    std::unique_ptr<Database> m_database;
    std::unique_ptr<SavepointLedger> m_ledger;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSavepointLedger)
#include "tst_savepointledger.moc"
