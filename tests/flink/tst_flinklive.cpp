// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpclient.h"
#include "core/catalogbrowser.h"
#include "tests/flink/flinkfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

struct Live {
    QString version;
    QUrl gateway;
    QUrl jobManager;
};

Live liveFlink(const char* variable)
{
    QFile file(qEnvironmentVariable(variable));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return {object.value("version"_L1).toString(), QUrl(object.value("gateway"_L1).toString()),
        QUrl(object.value("jobManager"_L1).toString())};
}

/// One column of text of every type that a table can have.
class TextSink : public ResultSink {
public:
    void begin(const ResultSchema& newSchema) override
    {
        const QMutexLocker lock(&mutex);
        schema = newSchema;
    }

    void append(RowBatch&& rows) override
    {
        const QMutexLocker lock(&mutex);
        for (qsizetype row = 0; row < rows.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < rows.columnCount(); ++column) {
                const CellView cell = rows.cell(row, column);
                cells << (cell.isNull    ? u"NULL"_s
                        : cell.isInteger ? QString::number(cell.integer)
                                         : QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size())));
            }
            lines << cells;
        }
    }

    QMutex mutex;
    ResultSchema schema;
    QList<QStringList> lines;
};

} // namespace

/// The same as the contract tests, where it counts, against real Flinks.
class FlinkLiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void connectionTest_data() { versions(); }

    void connectionTest();

    void batch_data() { versions(); }

    void batch();

    void streaming_data() { versions(); }

    void streaming();

    void types_data() { versions(); }

    void types();

    void plainText_data() { versions(); }

    void plainText();

    void cancelReachesTheCluster_data() { versions(); }

    void cancelReachesTheCluster();

    void capEndsTheJob_data() { versions(); }

    void capEndsTheJob();

    void closeEndsTheJob_data() { versions(); }

    void closeEndsTheJob();

    void errorPlaces_data() { versions(); }

    void errorPlaces();

    void jobFails_data() { versions(); }

    void jobFails();

    void statementSet_data() { versions(); }

    void statementSet();

    void zone_data() { versions(); }

    void zone();

    void catalogs_data() { versions(); }

    void catalogs();

    void completion_data() { versions(); }

    void completion();

    void sessionLost_data() { versions(); }

    void sessionLost();

private:
    static void versions();
    [[nodiscard]] QString jobState(const QString& jobId) const;
    bool done(const QString& statement);

    Live m_live;
    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<SqlSession> m_session;
};

void FlinkLiveTest::versions()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::newRow("2.x") << QByteArray("MILLRACE_LIVE_FLINK_JSON");
    QTest::newRow("1.x") << QByteArray("MILLRACE_LIVE_FLINK_1_JSON");
}

void FlinkLiveTest::init()
{
    QFETCH(QByteArray, variable);
    m_live = liveFlink(variable.constData());
    QVERIFY2(m_live.gateway.isValid(), variable.constData());
    m_connection = connectTo(m_live.gateway, m_live.jobManager);
    m_session = openSession(*m_connection);
    QVERIFY(m_session);
}

void FlinkLiveTest::cleanup()
{
    if (m_session) {
        QVERIFY(awaitDone(m_session->close()));
        m_session.reset();
    }
    m_connection.reset();
}

QString FlinkLiveTest::jobState(const QString& jobId) const
{
    HttpClient client({});
    HttpRequest request;
    request.url = m_live.jobManager;
    request.url.setPath(u"/jobs/"_s + jobId);
    const auto response = await(client.send(request, {}));
    return response && *response ? QJsonDocument::fromJson((*response)->body).object().value("state"_L1).toString()
                                 : QString();
}

bool FlinkLiveTest::done(const QString& statement)
{
    const auto summary = run(*m_session, statement);
    if (summary && !*summary) {
        qWarning("%s: %s", qPrintable(statement), qPrintable(summary->error().message));
    }
    return summary && summary->has_value();
}

void FlinkLiveTest::connectionTest()
{
    const auto test = await(m_connection->test({}, {}));
    QVERIFY(test);
    QCOMPARE(test->verdict, u"SQL and jobs work."_s);
    QVERIFY2(test->steps[2].detail.startsWith(u"Flink "_s + m_live.version), qPrintable(test->steps[2].detail));
}

void FlinkLiveTest::batch()
{
    QVERIFY(done(u"SET 'execution.runtime-mode' = 'batch'"_s));
    QCOMPARE(m_session->properties().value(u"execution.runtime-mode"_s), u"batch"_s);
    QVERIFY(done(u"CREATE TEMPORARY TABLE gen (id BIGINT, name STRING) WITH ('connector' = 'datagen', "
                 "'number-of-rows' = '20000', 'rows-per-second' = '1000000', 'fields.id.kind' = 'sequence', "
                 "'fields.id.start' = '0', 'fields.id.end' = '19999')"_s));
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"SELECT * FROM gen"_s, sink);
    QVERIFY(summary && *summary);
    QCOMPARE((*summary)->rows, 20000);
    QVERIFY((*summary)->info.isQuery);
    std::ranges::sort(sink->firstColumn);
    QCOMPARE(sink->firstColumn.first(), 0);
    QCOMPARE(sink->firstColumn.last(), 19999);
    QCOMPARE(sink->complaint(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(jobState((*summary)->info.jobId), u"FINISHED"_s, 20000);
}

void FlinkLiveTest::streaming()
{
    const auto sink = std::make_shared<TextSink>();
    RunRequest request;
    request.statement = u"SELECT name, COUNT(*) AS c FROM (VALUES ('a'), ('b'), ('a')) AS t(name) GROUP BY name"_s;
    const auto summary = await(m_session->run(request, sink, {}), 60000);
    QVERIFY(summary && *summary);
    QVERIFY2(sink->lines.contains(QStringList{u"a"_s, u"2"_s}), "the changelog ends with two");
    QVERIFY(sink->lines.size() >= 2);
}

void FlinkLiveTest::types()
{
    QVERIFY(done(u"SET 'table.local-time-zone' = 'Asia/Shanghai'"_s));
    const auto sink = std::make_shared<TextSink>();
    RunRequest request;
    request.statement =
        u"SELECT CAST(9223372036854775807 AS BIGINT), CAST(1.5 AS DECIMAL(38, 18)), TRUE, '', CAST(NULL AS STRING), "
        "'NULL', TIMESTAMP '2024-03-31 02:30:00.123456789', TO_TIMESTAMP_LTZ(0, 3), DATE '2024-02-29', TIME "
        "'12:34:56', CAST(1.0E300 AS DOUBLE), CAST(0.1 AS FLOAT), INTERVAL '1' DAY, INTERVAL '2' YEAR, X'0aff', "
        "ARRAY[1, 2], MAP['k', 1], ROW(1, 'x'), CAST(-128 AS TINYINT), CAST(-32768 AS SMALLINT), '中文 😀'"_s;
    const auto summary = await(m_session->run(request, sink, {}), 60000);
    QVERIFY(summary);
    QVERIFY2(summary->has_value(), summary->has_value() ? "" : qPrintable(summary->error().message));
    QCOMPARE(sink->lines.size(), 1);
    const QStringList row = sink->lines.first();
    QCOMPARE(row.at(0), u"9223372036854775807"_s);
    QVERIFY2(row.at(1).startsWith("1.5"_L1), qPrintable(row.at(1)));
    QCOMPARE(row.at(2), u"1"_s);
    QCOMPARE(row.at(3), QString());
    QCOMPARE(row.at(4), u"NULL"_s);
    QCOMPARE(row.at(5), u"NULL"_s);
    QCOMPARE(row.at(20), u"中文 😀"_s);
    QCOMPARE(sink->schema.timeZone, u"Asia/Shanghai"_s);
    QCOMPARE(sink->schema.columns[1].type.toSql(), u"DECIMAL(38, 18) NOT NULL"_s);
    QCOMPARE(sink->schema.columns[7].type.root, TypeRoot::TimestampLtz);
}

void FlinkLiveTest::plainText()
{
    const auto sink = std::make_shared<TextSink>();
    RunRequest request;
    request.statement = u"SELECT MAP[1, 2]"_s;
    const auto summary = await(m_session->run(request, sink, {}), 60000);
    QVERIFY(summary);
    QVERIFY2(summary->has_value(), summary->has_value() ? "" : qPrintable(summary->error().message));
    QCOMPARE(sink->lines, QList<QStringList>{QStringList{u"{1=2}"_s}});
}

void FlinkLiveTest::cancelReachesTheCluster()
{
    QVERIFY(
        done(u"CREATE TEMPORARY TABLE slow (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '20')"_s));
    CancellationSource source;
    const auto sink = std::make_shared<CollectingSink>();
    QString job;
    RunRequest request;
    request.statement = u"SELECT * FROM slow"_s;
    request.onInfo = [&job](const RunInfo& info) { job = info.jobId; };
    Pending<Result<RunSummary>> running(m_session->run(request, sink, source.token()));
    QTRY_VERIFY_WITH_TIMEOUT(sink->rowCount() > 5, 30000);
    QCOMPARE(jobState(job), u"RUNNING"_s);
    source.cancel();
    QVERIFY(running.wait(10000));
    QVERIFY(running.value().error().isCancelled());
    QTRY_COMPARE_WITH_TIMEOUT(jobState(job), u"CANCELED"_s, 20000);
}

void FlinkLiveTest::capEndsTheJob()
{
    QVERIFY(
        done(u"CREATE TEMPORARY TABLE slow (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '500')"_s));
    const auto summary = run(*m_session, u"SELECT * FROM slow"_s, std::make_shared<CollectingSink>(), 100);
    QVERIFY(summary && *summary);
    QCOMPARE((*summary)->rows, 100);
    QVERIFY((*summary)->capped);
    QTRY_COMPARE_WITH_TIMEOUT(jobState((*summary)->info.jobId), u"CANCELED"_s, 20000);
}

void FlinkLiveTest::closeEndsTheJob()
{
    QVERIFY(
        done(u"CREATE TEMPORARY TABLE slow (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '20')"_s));
    QString job;
    RunRequest request;
    request.statement = u"SELECT * FROM slow"_s;
    request.onInfo = [&job](const RunInfo& info) { job = info.jobId; };
    Pending<Result<RunSummary>> running(m_session->run(request, std::make_shared<CollectingSink>(), {}));
    QTRY_VERIFY_WITH_TIMEOUT(!job.isEmpty(), 30000);
    QVERIFY(awaitDone(m_session->close()));
    m_session.reset();
    QVERIFY(running.wait());
    QTRY_COMPARE_WITH_TIMEOUT(jobState(job), u"CANCELED"_s, 20000);
}

void FlinkLiveTest::errorPlaces()
{
    const auto unknown = run(*m_session, u"-- a comment\nSELECT '𝄞', nope\nFROM (VALUES (1)) AS t(a)"_s);
    QVERIFY(unknown && !*unknown);
    QCOMPARE(unknown->error().message, u"Column 'nope' not found in any table"_s);
    QVERIFY(unknown->error().range);
    QCOMPARE(*unknown->error().range, (TextRange{{2, 13}, {2, 17}}));
    const auto syntax = run(*m_session, u"SELECT 1\n  FORM x y"_s);
    QVERIFY(syntax && !*syntax);
    QCOMPARE(syntax->error().kind, ErrorKind::Sql);
    QVERIFY(syntax->error().range);
    QCOMPARE(syntax->error().range->begin, (TextPosition{2, 8}));
    const auto set =
        run(*m_session, u"BEGIN STATEMENT SET;\nINSERT INTO nowhere SELECT nope FROM (VALUES (1)) AS t(a);\nEND"_s);
    QVERIFY(set && !*set);
    QCOMPARE(set->error().kind, ErrorKind::Sql);
}

void FlinkLiveTest::jobFails()
{
    const auto summary = run(*m_session, u"SELECT CAST(name AS INT) FROM (VALUES ('a')) AS t(name)"_s);
    QVERIFY(summary && !*summary);
    QCOMPARE(summary->error().kind, ErrorKind::Sql);
    QVERIFY2(summary->error().message.contains("'a'"_L1), qPrintable(summary->error().message));
}

void FlinkLiveTest::statementSet()
{
    QVERIFY(done(u"CREATE TEMPORARY TABLE hole (id INT) WITH ('connector' = 'blackhole')"_s));
    const auto summary =
        run(*m_session, u"BEGIN STATEMENT SET;\nINSERT INTO hole SELECT 1;\nINSERT INTO hole SELECT 2;\nEND"_s);
    QVERIFY(summary);
    QVERIFY2(summary->has_value(), summary->has_value() ? "" : qPrintable(summary->error().message));
    QVERIFY(!(*summary)->info.isQuery);
    QCOMPARE((*summary)->info.jobId.size(), 32);
    QTRY_COMPARE_WITH_TIMEOUT(jobState((*summary)->info.jobId), u"FINISHED"_s, 20000);
}

void FlinkLiveTest::zone()
{
    const auto sink = std::make_shared<TextSink>();
    RunRequest request;
    request.statement = u"SELECT TO_TIMESTAMP_LTZ(0, 3)"_s;
    const auto summary = await(m_session->run(request, sink, {}), 60000);
    QVERIFY(summary && *summary);
    QVERIFY2(!sink->schema.timeZone.isEmpty(), "the gateway's own zone was found out");
}

void FlinkLiveTest::catalogs()
{
    QVERIFY(done(u"CREATE TABLE `od``d` (id BIGINT NOT NULL, v DECIMAL(10, 2), PRIMARY KEY (id) NOT ENFORCED) WITH "
                 "('connector' = 'datagen')"_s));
    QVERIFY(done(u"CREATE VIEW seen AS SELECT id FROM `od``d`"_s));
    const auto children = [this](CatalogEntryKind kind, const QStringList& path) {
        QStringList names;
        const auto found = await(m_connection->catalogBrowser()->children(m_session, {.kind = kind, .path = path}, {}));
        if (found && *found) {
            for (const CatalogEntry& entry : **found) {
                names << entry.path.last() + u' ' + entry.detail + (entry.isKey ? u"*"_s : QString())
                        + (entry.kind == CatalogEntryKind::View ? u"view"_s : QString());
            }
        }
        return names;
    };
    const QStringList database{u"default_catalog"_s, u"default_database"_s};
    QCOMPARE(children(CatalogEntryKind::Catalog, {}), QStringList{u"default_catalog "_s});
    QCOMPARE(children(CatalogEntryKind::Catalog, database.first(1)), QStringList{u"default_database "_s});
    QCOMPARE(
        children(CatalogEntryKind::Database, database), (QStringList{u"od`d "_s, u"seen view"_s, u"Functions "_s}));
    QCOMPARE(children(CatalogEntryKind::Table, database + QStringList{u"od`d"_s}),
        (QStringList{u"id BIGINT NOT NULL*"_s, u"v DECIMAL(10, 2)"_s}));
}

void FlinkLiveTest::completion()
{
    QVERIFY(done(u"CREATE TEMPORARY TABLE orders (id INT) WITH ('connector' = 'blackhole')"_s));
    const auto candidates = await(m_session->complete(u"SELECT * FROM ord"_s, 17, {}));
    QVERIFY(candidates && *candidates);
    QVERIFY2((*candidates)->join(u' ').contains("orders"_L1), qPrintable((*candidates)->join(u' ')));
}

void FlinkLiveTest::sessionLost()
{
    QSignalSpy lost(m_session.get(), &SqlSession::lost);
    HttpClient client({});
    HttpRequest request;
    request.method = "DELETE";
    request.url = m_live.gateway;
    request.url.setPath(u"/v1/sessions/"_s + m_session->id());
    const auto deleted = await(client.send(request, {}));
    QVERIFY(deleted && *deleted);
    const auto summary = run(*m_session, u"SELECT 1"_s);
    QVERIFY(summary && !*summary);
    QCOMPARE(summary->error().kind, ErrorKind::SessionLost);
    QCOMPARE(lost.count(), 1);
}

QTEST_GUILESS_MAIN(FlinkLiveTest)
#include "tst_flinklive.moc"
