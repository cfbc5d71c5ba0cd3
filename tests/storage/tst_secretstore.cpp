// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secretstore.h"

#include <QCoroTask>
#include <QCoroTimer>

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

struct FakeKeychain : Keychain {
    QMap<QString, QString> entries;
    std::optional<Error> error;
    int reads = 0;

    QCoro::Task<Result<std::optional<QString>>> read(QString key) override
    {
        ++reads;
        if (error) {
            co_return failure(*error);
        }
        co_return entries.contains(key) ? std::optional(entries.value(key)) : std::nullopt;
    }

    QCoro::Task<Result<void>> write(QString key, QString secret) override
    {
        if (error) {
            co_return failure(*error);
        }
        entries.insert(key, secret);
        co_return Result<void>();
    }

    QCoro::Task<Result<void>> remove(QString key) override
    {
        if (error) {
            co_return failure(*error);
        }
        entries.remove(key);
        co_return Result<void>();
    }
};

const Error s_absent{.kind = ErrorKind::Unsupported, .message = u"nobody answers"_s};

} // namespace

class TestSecretStore : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        auto keychain = std::make_unique<FakeKeychain>();
        m_keychain = keychain.get();
        m_environment = QProcessEnvironment();
        m_store = std::make_unique<SecretStore>(std::move(keychain), m_environment);
    }

    void environmentNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("variable");
        QTest::newRow("plain") << u"local"_s << u"MILLRACE_SECRET_LOCAL"_s;
        QTest::newRow("dashes") << u"flink-prod-eu"_s << u"MILLRACE_SECRET_FLINK_PROD_EU"_s;
        QTest::newRow("blank and dot") << u"a b.c"_s << u"MILLRACE_SECRET_A_B_C"_s;
        QTest::newRow("chinese") << u"店1"_s << u"MILLRACE_SECRET__1"_s;
    }

    void environmentNames()
    {
        QFETCH(QString, name);
        QTEST(SecretStore::environmentName(name), "variable");
    }

    void keepsInTheKeychain()
    {
        QSignalSpy placeChanged(m_store.get(), &SecretStore::placeChanged);
        QVERIFY(QCoro::waitFor(m_store->write(u"id"_s, {{u"password"_s, u"p"_s}, {u"token"_s, u"t"_s}})));
        QCOMPARE(m_store->place(), SecretStore::Place::Keychain);
        QCOMPARE(placeChanged.count(), 1);
        QCOMPARE(m_keychain->entries.value(u"id/password"_s), u"p"_s);
        const auto read = QCoro::waitFor(m_store->read(u"id"_s, u"name"_s, {u"password"_s, u"token"_s, u"absent"_s}));
        QVERIFY(read);
        QCOMPARE(*read, (Secrets{{u"password"_s, u"p"_s}, {u"token"_s, u"t"_s}}));

        QVERIFY(QCoro::waitFor(m_store->write(u"id"_s, {{u"password"_s, QString()}})));
        QVERIFY(!m_keychain->entries.contains(u"id/password"_s));
        QVERIFY(QCoro::waitFor(m_store->remove(u"id"_s, {u"password"_s, u"token"_s})));
        QVERIFY(m_keychain->entries.isEmpty());
    }

    void withoutKeychainItIsMemory()
    {
        m_keychain->error = s_absent;
        QVERIFY(QCoro::waitFor(m_store->write(u"id"_s, {{u"password"_s, u"p"_s}})));
        QCOMPARE(m_store->place(), SecretStore::Place::MemoryOnly);
        QVERIFY(m_store->placeText().startsWith(u"Kept until Millrace closes"_s));
        const auto read = QCoro::waitFor(m_store->read(u"id"_s, u"name"_s, {u"password"_s, u"token"_s}));
        QVERIFY(read);
        QCOMPARE(*read, (Secrets{{u"password"_s, u"p"_s}}));
        QCOMPARE(m_keychain->reads, 0);

        // The keychain was started meanwhile: the next write goes there.
        m_keychain->error.reset();
        QVERIFY(QCoro::waitFor(m_store->write(u"id"_s, {{u"password"_s, u"q"_s}})));
        QCOMPARE(m_store->place(), SecretStore::Place::Keychain);
        QCOMPARE(m_keychain->entries.value(u"id/password"_s), u"q"_s);
        QCOMPARE(
            QCoro::waitFor(m_store->read(u"id"_s, u"name"_s, {u"password"_s})).value().value(u"password"_s), u"q"_s);
    }

    void refusedIsAnError()
    {
        m_keychain->error = Error{.kind = ErrorKind::Auth, .message = u"locked"_s};
        QCOMPARE(QCoro::waitFor(m_store->read(u"id"_s, u"name"_s, {u"password"_s})).error().message, u"locked"_s);
        QCOMPARE(QCoro::waitFor(m_store->write(u"id"_s, {{u"password"_s, u"p"_s}})).error().kind, ErrorKind::Auth);
        QCOMPARE(m_store->place(), SecretStore::Place::Unknown);
    }

    void environmentGoesFirst()
    {
        auto keychain = std::make_unique<FakeKeychain>();
        keychain->entries = {{u"id/password"_s, u"kept"_s}, {u"id/token"_s, u"kept"_s}};
        m_environment.insert(u"MILLRACE_SECRET_MY_CONN"_s, u"all"_s);
        m_environment.insert(u"MILLRACE_SECRET_MY_CONN_TOKEN"_s, u"one"_s);
        SecretStore store(std::move(keychain), m_environment);
        QCOMPARE(QCoro::waitFor(store.read(u"id"_s, u"my-conn"_s, {u"password"_s, u"token"_s})).value(),
            (Secrets{{u"password"_s, u"all"_s}, {u"token"_s, u"one"_s}}));
        QCOMPARE(QCoro::waitFor(store.read(u"id"_s, u"other"_s, {u"password"_s})).value(),
            (Secrets{{u"password"_s, u"kept"_s}}));
    }

    void storeMayGoWhileTheKeychainThinks()
    {
        struct SlowKeychain : FakeKeychain {
            QCoro::Task<Result<std::optional<QString>>> read(QString) override
            {
                QTimer timer;
                timer.setSingleShot(true);
                timer.start(std::chrono::milliseconds(20));
                co_await timer;
                co_return std::optional(u"late"_s);
            }
        };

        auto store = std::make_unique<SecretStore>(std::make_unique<SlowKeychain>(), m_environment);
        auto task = store->read(u"id"_s, u"name"_s, {u"password"_s, u"token"_s});
        store.reset();
        const auto read = QCoro::waitFor(std::move(task));
        QVERIFY(!read);
        QVERIFY(read.error().isCancelled());
    }

    void realKeychainWithoutAServiceAndNothingOnDisk()
    {
        // ctest gives this test a home and no session bus of its own.
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        SecretStore store(systemKeychain(), m_environment);
        const QString secret = u"never-on-disk-83a1"_s;
        QVERIFY(QCoro::waitFor(store.write(u"id"_s, {{u"password"_s, secret}})));
        QCOMPARE(store.place(), SecretStore::Place::MemoryOnly);
        QCOMPARE(QCoro::waitFor(store.read(u"id"_s, u"name"_s, {u"password"_s})).value().value(u"password"_s), secret);
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(file.fileName()));
        }
    }

private:
    QProcessEnvironment m_environment;
    std::unique_ptr<SecretStore> m_store;
    FakeKeychain* m_keychain = nullptr;
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
