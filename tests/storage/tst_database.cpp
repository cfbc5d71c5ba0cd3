// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/historystore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

qint64 count(Database& database, const QString& table)
{
    auto rows = database.run("SELECT count(*) FROM "_L1 + table);
    return rows && rows->next() ? rows->value(0).toLongLong() : -1;
}

/// A database with some connections and enough history to fill many pages.
void fill(const QString& file)
{
    auto database = Database::open(file);
    ConnectionStore connections(**database);
    for (const auto name : {"alpha"_L1, "beta"_L1, "gamma"_L1}) {
        (void)connections.save({.name = name, .system = u"flink"_s, .values = {{u"gateway"_s, u"http://h:1"_s}}});
    }
    HistoryStore history(**database);
    for (int i = 0; i < 400; ++i) {
        (void)history.add({.startedAt = QDateTime::currentDateTimeUtc(), .statement = QString(2000, u'x')});
    }
    // Everything into the main file, so that what a test breaks is not hidden by the log.
    (void)(*database)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

void overwrite(const QString& file, qint64 at, const QByteArray& bytes)
{
    QFile handle(file);
    QVERIFY(handle.open(QIODevice::ReadWrite));
    QVERIFY(handle.seek(at));
    QCOMPARE(handle.write(bytes), bytes.size());
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"deep/er/millrace.db"_s);
    }

    void makesFolderAndTables()
    {
        auto database = Database::open(m_file);
        QVERIFY(database);
        QCOMPARE(count(**database, u"connections"_s), 0);
        QVERIFY(!(*database)->recovery());
        QCOMPARE(QFile::permissions(m_file) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }

    void keepsWhatWasWritten()
    {
        fill(m_file);
        auto database = Database::open(m_file);
        QVERIFY(database);
        QCOMPARE(ConnectionStore(**database).all().size(), std::size_t(3));
        QCOMPARE(count(**database, u"history"_s), 400);
    }

    void migratesStepByStep()
    {
        const Migrations first{{u"CREATE TABLE a (x INTEGER)"_s, u"INSERT INTO a VALUES (1)"_s}};
        Migrations second = first;
        second.push_back({u"ALTER TABLE a ADD COLUMN y TEXT DEFAULT 'new'"_s});
        QVERIFY(Database::open(m_file, first));
        auto database = Database::open(m_file, second);
        QVERIFY(database);
        auto rows = (*database)->run(u"SELECT x, y FROM a"_s);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->value(0).toInt(), 1);
        QCOMPARE(rows->value(1).toString(), u"new"_s);
        QVERIFY(!rows->next());
    }

    void failedMigrationLeavesEverything()
    {
        const Migrations first{{u"CREATE TABLE a (x INTEGER)"_s}};
        QVERIFY(Database::open(m_file, first));
        Migrations broken = first;
        broken.push_back({u"INSERT INTO a VALUES (1)"_s, u"CREATE NONSENSE"_s});
        const auto refused = Database::open(m_file, broken);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        auto database = Database::open(m_file, first);
        QVERIFY(database);
        QCOMPARE(count(**database, u"a"_s), 0);
    }

    void refusesAFileOfANewerMillrace()
    {
        Migrations newer = databaseMigrations();
        newer.push_back({u"CREATE TABLE future (x)"_s});
        QVERIFY(Database::open(m_file, newer));
        const auto refused = Database::open(m_file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY(refused.error().message.contains(u"newer Millrace"_s));
        QVERIFY2(Database::open(m_file, newer), "the file is as it was");
    }

    void noDatabaseIsMovedAside()
    {
        QDir().mkpath(QFileInfo(m_file).path());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("this is no database at all\n").repeated(200));
        file.close();
        auto database = Database::open(m_file);
        QVERIFY(database);
        QVERIFY((*database)->recovery());
        const QStringList moved = QFileInfo(m_file).dir().entryList({u"*.damaged-*"_s});
        QCOMPARE(moved.size(), 1);
        QVERIFY((*database)->recovery()->message.contains(moved.first()));
        QVERIFY(ConnectionStore(**database).save({.name = u"new"_s, .system = u"flink"_s}));
        QFile aside(QFileInfo(m_file).dir().filePath(moved.first()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QVERIFY(aside.readLine().startsWith("this is no database"));
    }

    void cutFileKeepsWhatCanBeRead()
    {
        fill(m_file);
        // The end of the file is history; connections are in the first pages.
        QVERIFY(QFile::resize(m_file, QFileInfo(m_file).size() / 2 + 1000));
        auto database = Database::open(m_file);
        QVERIFY(database);
        QVERIFY((*database)->recovery());
        QCOMPARE(ConnectionStore(**database).all().size(), std::size_t(3));
        QVERIFY(count(**database, u"history"_s) > 0);
        QVERIFY(count(**database, u"history"_s) < 400);
        QVERIFY(!Database::open(m_file).value()->recovery());
    }

    void scribbledTableIsFound()
    {
        fill(m_file);
        // Page 1 holds the schema; the root pages of the tables follow. Break the connections' one.
        auto database = Database::open(m_file);
        auto root = (*database)->run(u"SELECT rootpage FROM sqlite_master WHERE name = 'connections'"_s);
        QVERIFY(root && root->next());
        const qint64 page = root->value(0).toLongLong();
        root->finish();
        auto size = (*database)->run(u"PRAGMA page_size"_s);
        QVERIFY(size && size->next());
        const qint64 pageSize = size->value(0).toLongLong();
        size->finish();
        database->reset();
        overwrite(m_file, (page - 1) * pageSize, QByteArray(200, '\x7f'));
        auto reopened = Database::open(m_file);
        QVERIFY(reopened);
        QVERIFY((*reopened)->recovery());
        QCOMPARE(count(**reopened, u"connections"_s), 0);
        QCOMPARE(count(**reopened, u"history"_s), 400);
    }

    void fullDiskIsSaidAndLosesNothing()
    {
        fill(m_file);
        auto database = Database::open(m_file);
        auto pages = (*database)->run(u"PRAGMA page_count"_s);
        QVERIFY(pages && pages->next());
        const int used = pages->value(0).toInt();
        pages->finish();
        (void)(*database)->run("PRAGMA max_page_count = "_L1 + QString::number(used + 1));
        const auto refused = (*database)->transaction([&]() -> Result<void> {
            for (int i = 0; i < 100; ++i) {
                const auto done =
                    (*database)->run(u"INSERT INTO connections VALUES (?, ?, ?, 'flink', 'dev', 0, '{}')"_s,
                        {QString::number(i), QString(5000, u'n'), QString::number(i)});
                if (!done) {
                    return failure(done.error());
                }
            }
            return {};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().message.startsWith(u"The disk is full"_s), qPrintable(refused.error().message));
        QCOMPARE(count(**database, u"connections"_s), 3);
        QVERIFY(ConnectionStore(**database).remove(ConnectionStore(**database).all().front().id));
    }

    void folderThatCannotBeMade()
    {
        QFile inTheWay(m_folder->filePath(u"deep"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto refused = Database::open(m_file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY(refused.error().message.contains(u"deep/er"_s));
    }

    void inMemoryWorks()
    {
        auto database = Database::inMemory();
        QVERIFY(ConnectionStore(*database).save({.name = u"x"_s, .system = u"flink"_s}));
        QCOMPARE(count(*database, u"connections"_s), 1);
        QVERIFY(database->file().isEmpty());
    }

    void writersInSeveralThreadsWait()
    {
        QVERIFY(Database::open(m_file));
        constexpr int s_threads = 4;
        constexpr int s_each = 60;
        std::atomic<int> failures = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int t = 0; t < s_threads; ++t) {
            threads.emplace_back(QThread::create([&] {
                auto database = Database::open(m_file);
                if (!database) {
                    ++failures;
                    return;
                }
                for (int i = 0; i < s_each; ++i) {
                    const auto done = (*database)->transaction([&]() -> Result<void> {
                        // Reads before it writes: a deferred transaction would fail here.
                        auto rows = (*database)->run(u"SELECT max(id) FROM history"_s);
                        rows->next();
                        rows->finish();
                        const auto added = (*database)->run(
                            u"INSERT INTO history (started_at, connection_id, connection_name, statement, "
                            "statement_kind, duration_ms, row_count, state, error, job_id) "
                            "VALUES (0, '', '', '', '', 0, 0, '', '', '')"_s);
                        return added ? Result<void>() : failure(added.error());
                    });
                    failures += done ? 0 : 1;
                }
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads) {
            thread->wait();
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(count(**Database::open(m_file), u"history"_s), s_threads * s_each);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
