// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectionpool.h"
#include "app/scriptsession.h"
#include "sql/statementkind.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/secretstore.h"
#include "tests/app/fakebackend.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<ScriptStatement> script(const QStringList& texts)
{
    std::vector<ScriptStatement> statements;
    for (const QString& text : texts) {
        const int index = static_cast<int>(statements.size());
        statements.push_back({.text = text, .kind = sql::kindOf(text), .begin = {index + 1, 1}, .index = index});
    }
    return statements;
}

const RunInfo s_query{.isQuery = true, .hasContent = true, .jobId = u"0a1b"_s};

} // namespace

class TestScriptSession : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_server = std::make_shared<FakeServer>();
        m_backends = std::make_unique<BackendRegistry>();
        m_backends->add(std::make_unique<FakeBackend>(m_server));
        m_database = Database::inMemory();
        m_store = std::make_unique<ConnectionStore>(*m_database);
        m_secrets = std::make_unique<SecretStore>(systemKeychain(), QProcessEnvironment());
        m_pool = std::make_unique<ConnectionPool>(*m_backends, *m_store, *m_secrets);
        m_connectionId = m_store->save({.name = u"one"_s, .system = u"fake"_s})->id;
        m_session = std::make_unique<ScriptSession>(*m_pool);
        m_session->setConnection(m_connectionId);
    }

    void cleanup()
    {
        m_session.reset();
        QTRY_COMPARE(m_server->running, 0);
        m_pool.reset();
    }

    void runsInOrderInOneSession()
    {
        m_server->answers[u"SELECT"_s] = {.info = s_query, .rows = 3};
        const auto runs = m_session->run(script({u"CREATE TABLE t (a INT)"_s, u"SELECT 1"_s}), {});
        QTRY_COMPARE(runs.back()->state(), RunState::Done);
        QCOMPARE(runs.front()->state(), RunState::Done);
        QCOMPARE(runs.back()->rowCount(), 3);
        QCOMPARE(runs.back()->info().jobId, u"0a1b"_s);
        QCOMPARE(m_server->sessions, 1);
        QCOMPARE(m_session->catalog(), u"default_catalog"_s);
        const qsizetype create = m_server->statements.indexOf(u"1: CREATE TABLE t (a INT)"_s);
        QVERIFY(create >= 0 && create < m_server->statements.indexOf(u"1: SELECT 1"_s));
    }

    void stopsAtTheFirstError_data()
    {
        QTest::addColumn<bool>("stopOnError");
        QTest::addColumn<RunState>("lastState");
        QTest::newRow("stop") << true << RunState::Cancelled;
        QTest::newRow("continue") << false << RunState::Done;
    }

    void stopsAtTheFirstError()
    {
        QFETCH(const bool, stopOnError);
        QFETCH(const RunState, lastState);
        m_server->answers[u"DROP"_s] = {.error = Error{.kind = ErrorKind::Sql, .message = u"No such table."_s}};
        const auto runs = m_session->run(script({u"DROP TABLE x"_s, u"SELECT 1"_s}), {.stopOnError = stopOnError});
        QTRY_COMPARE(runs.back()->state(), lastState);
        QCOMPARE(runs.front()->state(), RunState::Failed);
        QCOMPARE(m_server->statements.contains(u"1: SELECT 1"_s), !stopOnError);
    }

    void placesErrorsInTheScript()
    {
        m_server->answers[u"SELECT"_s] = {
            .error = Error{.kind = ErrorKind::Sql, .message = u"Bad."_s, .range = TextRange{{2, 5}, {2, 8}}}};
        ScriptStatement statement{.text = u"SELECT\n    foo"_s, .kind = sql::StatementKind::Select, .begin = {900, 3}};
        const auto runs = m_session->run({statement}, {});
        QTRY_COMPARE(runs.front()->state(), RunState::Failed);
        QCOMPARE(runs.front()->error()->range, std::optional(TextRange({901, 5}, {901, 8})));
    }

    void cancelsWhatRunsAndWhatWaits()
    {
        m_server->answers[u"SELECT"_s] = {.info = s_query, .rows = 2, .holds = true};
        QSignalSpy finished(m_session.get(), &ScriptSession::runFinished);
        const auto runs = m_session->run(script({u"SELECT 1"_s, u"SELECT 2"_s}), {});
        QTRY_COMPARE(m_server->running, 1);
        m_session->cancelAll();
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(runs.front()->state(), RunState::Cancelled);
        QCOMPARE(runs.back()->state(), RunState::Cancelled);
        QCOMPARE(runs.front()->rowCount(), 2);
        QVERIFY(!m_server->statements.contains(u"1: SELECT 2"_s));
    }

    void sequencesGoOnSideBySide()
    {
        m_server->answers[u"SELECT"_s] = {.info = s_query, .holds = true};
        m_session->run(script({u"SELECT 1"_s}), {});
        m_session->run(script({u"SELECT 2"_s}), {});
        QTRY_COMPARE(m_server->running, 2);
        QCOMPARE(m_server->sessions, 1);
        QCOMPARE(m_session->activeRuns(), 2);
        m_session->cancelAll();
        QTRY_COMPARE(m_session->activeRuns(), 0);
    }

    void setsTheModeOnceAndLetsTheScriptChangeIt()
    {
        m_server->answers[u"SELECT"_s] = {.info = s_query};
        const auto runs =
            m_session->run(script({u"SELECT 1"_s, u"SET 'execution.runtime-mode' = 'streaming'"_s, u"SELECT 2"_s}),
                {.streaming = false});
        QTRY_COMPARE(runs.back()->state(), RunState::Done);
        QCOMPARE(m_server->statements.filter(u"'batch'"_s).size(), 1);
        QVERIFY(!runs.front()->isStreaming());
        QVERIFY(runs.back()->isStreaming());
        QVERIFY(m_session->isStreaming());
    }

    void refusesWhatAReadOnlyConnectionMustNotDo()
    {
        auto profile = *m_store->find(m_connectionId);
        profile.readOnly = true;
        QVERIFY(m_store->save(profile).has_value());
        const auto runs = m_session->run(script({u"DROP TABLE t"_s}), {});
        QTRY_COMPARE(runs.front()->state(), RunState::Failed);
        QVERIFY(runs.front()->error()->message.contains(u"read only"_s));
        QVERIFY(m_server->statements.filter(u"DROP"_s).isEmpty());
    }

    void saysWhyNoSessionOpens()
    {
        m_server->refuseSessions = Error{.kind = ErrorKind::Network, .message = u"Nobody answers."_s};
        QSignalSpy failed(m_session.get(), &ScriptSession::failed);
        const auto runs = m_session->run(script({u"SELECT 1"_s}), {});
        QTRY_COMPARE(runs.front()->state(), RunState::Failed);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_session->state(), ScriptSession::State::None);
        m_server->refuseSessions.reset();
        const auto again = m_session->run(script({u"SELECT 1"_s}), {});
        QTRY_COMPARE(again.front()->state(), RunState::Done);
    }

    void anotherConnectionLeavesTheSession()
    {
        m_server->answers[u"SELECT"_s] = {.info = s_query, .holds = true};
        const auto runs = m_session->run(script({u"SELECT 1"_s}), {});
        QTRY_COMPARE(m_server->running, 1);
        m_session->setConnection(m_store->save({.name = u"two"_s, .system = u"fake"_s})->id);
        QTRY_COMPARE(runs.front()->state(), RunState::Cancelled);
        QTRY_COMPARE(m_server->closed, QStringList{u"1"_s});
        QCOMPARE(m_session->state(), ScriptSession::State::None);
    }

    void aLostSessionIsToldAndRenewed()
    {
        QVERIFY(test::await(m_session->open())->has_value());
        QSignalSpy failed(m_session.get(), &ScriptSession::failed);
        Q_EMIT m_server->live.front().lock()->lost({.kind = ErrorKind::SessionLost, .message = u"Gone."_s});
        QCOMPARE(m_session->state(), ScriptSession::State::Lost);
        QCOMPARE(failed.count(), 1);
        m_session->renew();
        QVERIFY(test::await(m_session->open())->has_value());
        QCOMPARE(m_server->sessions, 2);
    }

    void goesAwayInTheMiddleOfARun()
    {
        m_server->answers[u"SELECT"_s] = {.info = s_query, .holds = true};
        m_session->run(script({u"SELECT 1"_s, u"SELECT 2"_s}), {});
        QTRY_COMPARE(m_server->running, 1);
        m_session.reset();
        QTRY_COMPARE(m_server->running, 0);
        QTRY_COMPARE(m_server->closed.size(), 1);
    }

private:
    std::shared_ptr<FakeServer> m_server;
    std::unique_ptr<BackendRegistry> m_backends;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ConnectionStore> m_store;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ConnectionPool> m_pool;
    std::unique_ptr<ScriptSession> m_session;
    QString m_connectionId;
};

QTEST_GUILESS_MAIN(TestScriptSession)
#include "tst_scriptsession.moc"
