// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connectionstore.h"
#include "storage/database.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestConnectionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::move(*Database::open(file()));
        m_store = std::make_unique<ConnectionStore>(*m_database);
    }

    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }

    void savesAndReadsEverything()
    {
        QSignalSpy changed(m_store.get(), &ConnectionStore::changed);
        QSignalSpy savedSpy(m_store.get(), &ConnectionStore::saved);
        const auto saved = m_store->save({.name = u"  flink-prod-eu "_s,
            .system = u"flink"_s,
            .environment = Environment::Production,
            .readOnly = true,
            .values = {{u"gateway"_s, u"https://h:8083"_s}, {u"headers"_s, u"X-Team: 上海\nA: b"_s}}});
        QVERIFY(saved);
        QVERIFY(!saved->id.isEmpty());
        QCOMPARE(saved->name, u"flink-prod-eu"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(savedSpy.count(), 1);
        QCOMPARE(savedSpy.at(0).at(0).toString(), saved->id);

        auto other = Database::open(file());
        QCOMPARE(ConnectionStore(**other).all(), std::vector{*saved});
        QCOMPARE(m_store->findByName(u"FLINK-prod-EU"_s), std::optional(*saved));
        QCOMPARE(m_store->find(u"nobody"_s), std::nullopt);
    }

    void namesAreUnique()
    {
        const auto first = m_store->save({.name = u"Shop"_s, .system = u"flink"_s});
        const auto second = m_store->save({.name = u"shop "_s, .system = u"dinky"_s});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Usage);
        QVERIFY(second.error().message.contains(u"Shop"_s));
        QVERIFY2(m_store->save(*first), "its own name is its own");
        QCOMPARE(m_store->freeName(u"shop"_s), u"shop 2"_s);
        QVERIFY(m_store->save({.name = u"shop 2"_s, .system = u"flink"_s}));
        QCOMPARE(m_store->freeName(u"shop"_s), u"shop 3"_s);
        QCOMPARE(m_store->freeName(u"fresh"_s), u"fresh"_s);
        QVERIFY(!m_store->save({.name = u"   "_s, .system = u"flink"_s}));
        QCOMPARE(m_store->all().size(), std::size_t(2));
    }

    void swapsANameByRename()
    {
        auto first = *m_store->save({.name = u"a"_s, .system = u"flink"_s});
        first.name = u"b"_s;
        first.values.insert(u"x"_s, u"y"_s);
        QVERIFY(m_store->save(first));
        QCOMPARE(m_store->all(), std::vector{first});
        QVERIFY(m_store->save({.name = u"a"_s, .system = u"flink"_s}));
    }

    void removes()
    {
        const auto saved = *m_store->save({.name = u"a"_s, .system = u"flink"_s});
        QSignalSpy removed(m_store.get(), &ConnectionStore::removed);
        QVERIFY(m_store->remove(saved.id));
        QVERIFY(m_store->remove(saved.id));
        QCOMPARE(removed.count(), 1);
        QVERIFY(m_store->all().empty());
    }

    void seesAnotherWindow()
    {
        auto database = Database::open(file());
        ConnectionStore other(**database);
        QSignalSpy changed(m_store.get(), &ConnectionStore::changed);
        QVERIFY(m_store->refresh());
        QCOMPARE(changed.count(), 0);

        const auto theirs = other.save({.name = u"theirs"_s, .system = u"flink"_s});
        QVERIFY(theirs);
        QVERIFY2(!m_store->save({.name = u"THEIRS"_s, .system = u"flink"_s}), "the name is taken by now");
        QCOMPARE(m_store->all(), std::vector{*theirs});
        QVERIFY(changed.count() >= 1);

        QVERIFY(other.remove(theirs->id));
        QVERIFY(m_store->refresh());
        QVERIFY(m_store->all().empty());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"m.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ConnectionStore> m_store;
};

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
