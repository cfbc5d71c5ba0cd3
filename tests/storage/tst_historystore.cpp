// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/historystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestHistoryStore : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_database = Database::inMemory();
        m_store = std::make_unique<HistoryStore>(*m_database);
    }

    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }

    void keepsEveryField()
    {
        HistoryEntry entry = run(u"SELECT 1"_s);
        entry.statementKind = u"SELECT"_s;
        entry.connectionId = u"id"_s;
        entry.connectionName = u"shop"_s;
        QSignalSpy added(m_store.get(), &HistoryStore::added);
        QSignalSpy updated(m_store.get(), &HistoryStore::updated);
        entry.id = *m_store->add(entry);
        QCOMPARE(added.count(), 1);
        QCOMPARE(m_store->page({}).value(), std::vector{entry});

        entry.state = HistoryEntry::State::Failed;
        entry.durationMs = 41'200;
        entry.rows = 7;
        entry.error = u"Table x does not exist."_s;
        entry.jobId = u"abc123"_s;
        QVERIFY(m_store->update(entry));
        QCOMPARE(updated.count(), 1);
        QCOMPARE(m_store->page({}).value(), std::vector{entry});
    }

    void secretsNeverGetIn()
    {
        QSignalSpy added(m_store.get(), &HistoryStore::added);
        HistoryEntry entry = run(u"CREATE TABLE t (a INT) WITH ('connector'='jdbc', 'password' = 'hunter2')"_s);
        entry.error = u"refused jdbc:mysql://h/db?user=u&password=hunter2"_s;
        entry.id = *m_store->add(entry);
        QVERIFY(m_store->update(entry));
        auto rows = m_database->run(u"SELECT statement || error FROM history"_s);
        QVERIFY(rows && rows->next());
        QVERIFY(!rows->value(0).toString().contains(u"hunter2"_s));
        QVERIFY(rows->value(0).toString().contains(u"'jdbc'"_s));
        QVERIFY(!added.at(0).at(0).value<HistoryEntry>().statement.contains(u"hunter2"_s));
    }

    void pagesNewestFirst()
    {
        for (int i = 1; i <= 25; ++i) {
            QVERIFY(m_store->add(run(QString::number(i))));
        }
        const auto first = m_store->page({}, 0, 10).value();
        QCOMPARE(first.size(), std::size_t(10));
        QCOMPARE(first.front().statement, u"25"_s);
        const auto second = m_store->page({}, first.back().id, 10).value();
        QCOMPARE(second.front().statement, u"15"_s);
        const auto third = m_store->page({}, second.back().id, 10).value();
        QCOMPARE(third.size(), std::size_t(5));
        QCOMPARE(third.back().statement, u"1"_s);
        QVERIFY(m_store->page({}, third.back().id, 10).value().empty());
    }

    void searches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("any case") << u"ORDERS"_s << QStringList{u"select * from orders"_s};
        QTest::newRow("percent is itself") << u"100%"_s << QStringList{u"select '100%'"_s};
        QTest::newRow("underscore is itself") << u"a_b"_s << QStringList{u"select a_b"_s};
        QTest::newRow("backslash is itself") << u"\\d"_s << QStringList{u"select '\\d'"_s};
        QTest::newRow("chinese") << u"订单"_s << QStringList{u"select '订单'"_s};
        QTest::newRow("error") << u"boom"_s << QStringList{u"select axb"_s};
        QTest::newRow("nothing") << u"zzz"_s << QStringList();
    }

    void searches()
    {
        for (const auto& text :
            {u"select * from orders"_s, u"select '100%'"_s, u"select a_b"_s, u"select '\\d'"_s, u"select '订单'"_s}) {
            QVERIFY(m_store->add(run(text)));
        }
        HistoryEntry failed = run(u"select axb"_s);
        failed.error = u"Boom"_s;
        QVERIFY(m_store->add(failed));

        QFETCH(QString, text);
        QStringList statements;
        const auto found = m_store->page({.text = text}).value();
        for (const HistoryEntry& entry : found) {
            statements += entry.statement;
        }
        QTEST(statements, "found");
    }

    void filtersByConnection()
    {
        HistoryEntry mine = run(u"select 1"_s);
        mine.connectionId = u"one"_s;
        QVERIFY(m_store->add(mine));
        mine.connectionId = u"two"_s;
        QVERIFY(m_store->add(mine));
        QCOMPARE(m_store->page({.text = u"select"_s, .connectionId = u"two"_s}).value().size(), std::size_t(1));
    }

    void clears()
    {
        QVERIFY(m_store->add(run(u"select 1"_s)));
        QSignalSpy cleared(m_store.get(), &HistoryStore::cleared);
        QVERIFY(m_store->clear());
        QCOMPARE(cleared.count(), 1);
        QVERIFY(m_store->page({}).value().empty());
    }

    void keepsTheNewest()
    {
        // Rows as if 60,000 runs had been; the next prune leaves 50,000.
        QVERIFY(m_database->run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                                "INSERT INTO history (started_at, connection_id, connection_name, statement, "
                                "statement_kind, duration_ms, row_count, state, error, job_id) "
                                "SELECT i, '', '', 's' || i, '', 0, 0, 'succeeded', '', '' FROM n"_s));
        QVERIFY(m_store->add(run(u"last"_s)));
        auto rows = m_database->run(u"SELECT count(*), min(id) FROM history"_s);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->value(0).toInt(), 50'000);
        QCOMPARE(rows->value(1).toInt(), 10'002);
    }

    void stateIds()
    {
        for (const auto state : {HistoryEntry::State::Running, HistoryEntry::State::Succeeded,
                 HistoryEntry::State::Failed, HistoryEntry::State::Cancelled}) {
            QCOMPARE(historyStateFromId(toId(state)), state);
        }
    }

private:
    static HistoryEntry run(const QString& statement)
    {
        return {.startedAt = QDateTime(QDate(2026, 3, 17), QTime(14, 22, 5, 404), Qt::UTC),
            .connectionId = u""_s,
            .statement = statement};
    }

    std::unique_ptr<Database> m_database;
    std::unique_ptr<HistoryStore> m_store;
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
