// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/savepointcommand.h"
#include "app/cli/savepointscommand.h"
#include "app/cli/submitcommand.h"
#include "tests/cli/commandharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace millrace;
using namespace millrace::cli;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList s_there{u"--url"_s, u"a:1"_s, u"--system"_s, u"fake"_s};

} // namespace

class TestCliSavepoints : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_harness = std::make_unique<CommandHarness>();
        m_harness->cluster->detail.summary.id = u"j"_s;
        m_harness->cluster->detail.summary.name = u"orders"_s;
        m_harness->cluster->detail.sql = u"INSERT INTO o SELECT 1"_s;
    }

    void cleanup() { m_harness.reset(); }

    void takesOneAndWritesItDown()
    {
        m_harness->save(u"shop"_s, u"http://one:1"_s);
        const auto outcome = m_harness->run(savepointCommand,
            {u"savepoint"_s, u"j"_s, u"--target"_s, u"file:/sp"_s, u"--type"_s, u"native"_s, u"--format"_s, u"json"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, u"{\"location\":\"file:/sp/savepoint-1\"}\n"_s);
        QCOMPARE(outcome.err, u"Taking it\n"_s);
        QCOMPARE(m_harness->cluster->log, QStringList{u"savepoint j file:/sp go on - 2"_s});
        const auto entries = m_harness->ledger();
        QCOMPARE(entries.size(), std::size_t(1));
        QCOMPARE(entries[0].location, u"file:/sp/savepoint-1"_s);
        QCOMPARE(entries[0].connectionName, u"shop"_s);
        QVERIFY(!entries[0].connectionId.isEmpty());
        QCOMPARE(entries[0].jobName, u"orders"_s);
        QCOMPARE(entries[0].sql, u"INSERT INTO o SELECT 1"_s);
        QVERIFY(entries[0].takenAt.isValid());
    }

    void stopsAndDrains()
    {
        const auto outcome =
            m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s, u"--stop"_s, u"--drain"_s} + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, u"file:/sp/savepoint-1\n"_s);
        QCOMPARE(m_harness->cluster->log, QStringList{u"savepoint j  stop drain 0"_s});
        QCOMPARE(
            m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s, u"--drain"_s} + s_there).status, 2);
    }

    void limitsAreToldBeforeAnythingIsSent_data()
    {
        QTest::addColumn<SavepointLimits>("limits");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("take") << SavepointLimits{.takeUnsupported = u"No."_s} << QStringList();
        QTest::newRow("stop") << SavepointLimits{.stopUnsupported = u"No."_s} << QStringList{u"--stop"_s};
        QTest::newRow("target") << SavepointLimits{.targetUnsupported = u"No."_s} << QStringList{u"--target"_s, u"x"_s};
        QTest::newRow("drain") << SavepointLimits{.drainUnsupported = u"No."_s}
                               << QStringList{u"--stop"_s, u"--drain"_s};
        QTest::newRow("type") << SavepointLimits{.formatUnsupported = u"No."_s}
                              << QStringList{u"--type"_s, u"canonical"_s};
    }

    void limitsAreToldBeforeAnythingIsSent()
    {
        QFETCH(SavepointLimits, limits);
        QFETCH(QStringList, arguments);
        m_harness->cluster->limits = limits;
        const auto outcome =
            m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s} + arguments + s_there);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.err, u"millrace: No.\n"_s);
        QCOMPARE(m_harness->cluster->log, QStringList());
    }

    void aRefusedSavepointIsNotWrittenDown()
    {
        m_harness->cluster->refuses = Error{.kind = ErrorKind::Http, .message = u"The disk is full."_s};
        const auto outcome = m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s} + s_there);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err, u"Taking it\nmillrace: The disk is full.\n"_s);
        QVERIFY(m_harness->ledger().empty());
    }

    void readOnlyConnectionsStopNothing()
    {
        m_harness->save(u"prod"_s, u"http://one:1"_s, true);
        for (const auto& [command, arguments] : std::initializer_list<std::pair<CommandFunction, QStringList>>{
                 {savepointCommand, {u"savepoint"_s, u"j"_s, u"--stop"_s}},
                 {savepointsCommand, {u"savepoints"_s, u"dispose"_s, u"x"_s}},
                 {submitCommand, {u"submit"_s, m_harness->writeFile(u"a.sql"_s, "SELECT 1")}}}) {
            const auto outcome = m_harness->run(command, arguments);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.err.contains(u"prod is read-only"_s), qPrintable(outcome.err));
        }
        QCOMPARE(m_harness->cluster->log, QStringList());
        QCOMPARE(m_harness->run(savepointCommand, {u"savepoint"_s, u"j"_s}).status, 0);
    }

    void listsTheLedgerAndTheServer()
    {
        m_harness->save(u"shop"_s, u"http://one:1"_s);
        JobSummary living;
        living.id = u"j"_s;
        living.name = u"orders"_s;
        living.state = JobState::Running;
        JobSummary ended = living;
        ended.id = u"k"_s;
        ended.state = JobState::Failed;
        m_harness->cluster->jobs[u"http://one:1"_s] = {living, ended};
        const QDateTime taken(QDate(2026, 3, 17), QTime(14, 22, 5), Qt::UTC);
        m_harness->cluster->known = {
            {.location = u"s3://b/chk-7"_s, .jobId = u"j"_s, .isCheckpoint = true, .bytes = 2048, .takenAt = taken}};

        QCOMPARE(m_harness->run(savepointsCommand, {u"savepoints"_s}).out.count(u'\n'), 1); // only the head
        const auto listed = m_harness->run(savepointsCommand, {u"savepoints"_s, u"--connection"_s, u"shop"_s});
        QCOMPARE(listed.status, 0);
        QCOMPARE(m_harness->cluster->log, QStringList{u"savepoints of j"_s}); // those that ended are not asked
        QCOMPARE(listed.out,
            u"ID  TAKEN (UTC)          KIND        STATE    SIZE  CONNECTION  JOB     LOCATION      NOTE\n"
            "1   2026-03-17 14:22:05  checkpoint  present  2 KB  shop        orders  s3://b/chk-7\n"_s);

        const auto one = m_harness->run(savepointsCommand,
            {u"savepoints"_s, u"--connection"_s, u"shop"_s, u"--job"_s, u"k"_s, u"--format"_s, u"json"_s});
        QCOMPARE(one.out, u"[\n]\n"_s);
        const auto json = m_harness->run(savepointsCommand, {u"savepoints"_s, u"--format"_s, u"json"_s});
        const QJsonObject object = QJsonDocument::fromJson(json.out.toUtf8()).array()[0].toObject();
        QCOMPARE(object.keys(),
            (QStringList{u"bytes"_s, u"connection"_s, u"expiresAt"_s, u"format"_s, u"id"_s, u"jobId"_s, u"jobName"_s,
                u"kind"_s, u"location"_s, u"note"_s, u"pinned"_s, u"state"_s, u"system"_s, u"takenAt"_s}));
        QCOMPARE(object[u"takenAt"].toString(), u"2026-03-17T14:22:05.000Z"_s);
    }

    void theLedgerIsThereWithoutTheServer()
    {
        QCOMPARE(m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s} + s_there).status, 0);
        m_harness->cluster->unreachable.insert(
            u"http://a:1"_s, Error{.kind = ErrorKind::Network, .message = u"Nobody answers."_s});
        const auto outcome = m_harness->run(savepointsCommand, QStringList{u"savepoints"_s} + s_there);
        QCOMPARE(outcome.status, 3);
        QVERIFY(outcome.out.contains(u"file:/sp/savepoint-1"_s));
        const auto elsewhere =
            m_harness->run(savepointsCommand, {u"savepoints"_s, u"--url"_s, u"b:1"_s, u"--system"_s, u"fake"_s});
        QVERIFY(!elsewhere.out.contains(u"file:/sp"_s));
    }

    void disposes()
    {
        QCOMPARE(m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s} + s_there).status, 0);
        const qint64 id = m_harness->ledger()[0].id;
        m_harness->ledger([&](SavepointLedger& ledger) { QVERIFY(ledger.setPinned(id, true)); });
        const QStringList dispose = QStringList{u"savepoints"_s, u"dispose"_s, u"file:/sp/savepoint-1"_s} + s_there;
        m_harness->cluster->log.clear();
        const auto pinned = m_harness->run(savepointsCommand, dispose);
        QCOMPARE(pinned.status, 2);
        QVERIFY(pinned.err.contains(u"pinned"_s));
        QCOMPARE(m_harness->cluster->log, QStringList());
        QCOMPARE(m_harness->run(savepointsCommand, dispose + QStringList{u"--force"_s}).status, 0);
        QCOMPARE(m_harness->cluster->log, QStringList{u"dispose file:/sp/savepoint-1"_s});
        QCOMPARE(m_harness->ledger()[0].state, LedgerEntry::State::Disposed);
    }

    void exportsAndImports()
    {
        QCOMPARE(m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s} + s_there).status, 0);
        const QString file = m_harness->path(u"ledger.json"_s);
        QCOMPARE(m_harness->run(savepointsCommand, {u"savepoints"_s, u"export"_s, file}).status, 0);
        CommandHarness other;
        const auto imported = other.run(savepointsCommand, {u"savepoints"_s, u"import"_s, file});
        QCOMPARE(imported.status, 0);
        QCOMPARE(other.ledger().size(), std::size_t(1));
        const auto bad =
            other.run(savepointsCommand, {u"savepoints"_s, u"import"_s, other.writeFile(u"x"_s, "nonsense")});
        QCOMPARE(bad.status, 2);
        QCOMPARE(other.run(savepointsCommand, {u"savepoints"_s, u"import"_s}).status, 2);
        QCOMPARE(other.run(savepointsCommand, {u"savepoints"_s, u"burn"_s}).status, 2);
    }

    void submits()
    {
        const QString file = m_harness->writeFile(u"a.sql"_s, "INSERT INTO t SELECT 1;\n");
        m_harness->cluster->warnings = {u"Checkpoints are off."_s};
        const auto outcome = m_harness->run(submitCommand,
            QStringList{u"submit"_s, file, u"--set"_s, u"name=my job"_s, u"--set"_s, u"parallelism=4"_s, u"--format"_s,
                u"json"_s}
                + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, u"{\"id\":\"new-1\",\"name\":\"my job\"}\n"_s);
        QCOMPARE(outcome.err, u"millrace: Checkpoints are off.\n"_s);
        const SubmitRequest& request = m_harness->cluster->submitted;
        QCOMPARE(request.text, u"INSERT INTO t SELECT 1;\n"_s);
        QCOMPARE(request.fileName, u"a.sql"_s);
        QCOMPARE(request.values, (FormValues{{u"name"_s, u"my job"_s}, {u"parallelism"_s, u"4"_s}}));
    }

    void submitsFromASavepoint()
    {
        QCOMPARE(m_harness->run(savepointCommand, QStringList{u"savepoint"_s, u"j"_s} + s_there).status, 0);
        const QString id = QString::number(m_harness->ledger()[0].id);
        const QString file = m_harness->writeFile(u"a.sql"_s, "INSERT INTO t SELECT 1;\n");
        for (const auto& [given, location] : std::initializer_list<std::pair<QString, QString>>{
                 {id, u"file:/sp/savepoint-1"_s}, {u"j"_s, u"file:/sp/savepoint-1"_s},
                 {u"s3://elsewhere"_s, u"s3://elsewhere"_s}, {u"12345"_s, u"12345"_s}}) {
            QCOMPARE(
                m_harness->run(submitCommand, QStringList{u"submit"_s, file, u"--from-savepoint"_s, given} + s_there)
                    .status,
                0);
            QCOMPARE(m_harness->cluster->submitted.fromSavepoint, location);
        }
    }

    void submitsNothingWrong_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << u"colour=red"_s << u"There are: name, parallelism."_s;
        QTest::newRow("no value") << u"name"_s << u"FIELD=VALUE"_s;
        QTest::newRow("bad value") << u"parallelism=many"_s << u"parallelism:"_s;
    }

    void submitsNothingWrong()
    {
        QFETCH(QString, setting);
        QFETCH(QString, says);
        const QString file = m_harness->writeFile(u"a.sql"_s, "SELECT 1");
        const auto outcome =
            m_harness->run(submitCommand, QStringList{u"submit"_s, file, u"--set"_s, setting} + s_there);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY(m_harness->cluster->submitted.text.isEmpty());
    }

    void tellsWhereTheFaultIs()
    {
        const QString file = m_harness->writeFile(u"a.sql"_s, "SELECT x");
        Error error{.kind = ErrorKind::Sql, .message = u"Column x is not there."_s};
        error.range = TextRange{{1, 8}, {1, 9}};
        m_harness->cluster->refuses = error;
        const auto outcome = m_harness->run(submitCommand, QStringList{u"submit"_s, file} + s_there);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err, u"millrace: %1:1:8: Column x is not there.\n"_s.arg(file));
        QCOMPARE(m_harness->run(submitCommand, QStringList{u"submit"_s, u"/no/such"_s} + s_there).status, 2);
    }

private:
    std::unique_ptr<CommandHarness> m_harness;
};

QTEST_GUILESS_MAIN(TestCliSavepoints)
#include "tst_cli_savepoints.moc"
