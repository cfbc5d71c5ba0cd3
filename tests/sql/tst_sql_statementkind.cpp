// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statementkind.h"

#include <QTest>

#include <set>

using namespace millrace::sql;
using namespace Qt::StringLiterals;

class StatementKindTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void kinds_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("kind");
        static const std::pair<const char*, const char*> rows[]{
            {"SELECT 1", "SELECT"},
            {"select * from t", "SELECT"},
            {"((SELECT 1))", "SELECT"},
            {"WITH a AS (SELECT 1) SELECT * FROM a", "SELECT"},
            {"VALUES (1)", "VALUES"},
            {"(VALUES (1))", "VALUES"},
            {"TABLE t", "TABLE"},
            {"-- c\n/* d */ SELECT 1", "SELECT"},
            {"INSERT INTO t SELECT 1", "INSERT"},
            {"INSERT OVERWRITE t PARTITION (a=1) SELECT 1", "INSERT OVERWRITE"},
            {"EXECUTE INSERT INTO t SELECT 1", "INSERT"},
            {"EXECUTE SELECT 1", "SELECT"},
            {"UPDATE t SET a = 1", "UPDATE"},
            {"DELETE FROM t", "DELETE"},
            {"MERGE INTO t USING s ON a = b WHEN MATCHED THEN UPDATE SET a = 1", "MERGE"},
            {"UPSERT INTO t VALUES (1)", "UPSERT"},
            {"TRUNCATE TABLE t", "TRUNCATE TABLE"},
            {"CALL sys.compact('t')", "CALL"},
            {"EXECUTE STATEMENT SET BEGIN INSERT INTO t SELECT 1; END", "STATEMENT SET"},
            {"BEGIN STATEMENT SET; INSERT INTO t SELECT 1; END", "STATEMENT SET"},
            {"END", "END"},
            {"EXECUTE PLAN '/p'", "EXECUTE PLAN"},
            {"COMPILE PLAN '/p' FOR INSERT INTO t SELECT 1", "COMPILE PLAN"},
            {"COMPILE AND EXECUTE PLAN '/p' FOR INSERT INTO t SELECT 1", "COMPILE AND EXECUTE PLAN"},
            {"CREATE TABLE t (a INT, b AS a + 1) WITH ('c'='d')", "CREATE TABLE"},
            {"CREATE TEMPORARY TABLE IF NOT EXISTS t (a INT)", "CREATE TABLE"},
            {"CREATE TABLE t LIKE s", "CREATE TABLE"},
            {"CREATE TABLE t WITH ('c'='d') AS SELECT 1", "CREATE TABLE AS"},
            {"create table t as select 1", "CREATE TABLE AS"},
            {"CREATE OR REPLACE TABLE t AS SELECT 1", "REPLACE TABLE"},
            {"REPLACE TABLE t AS SELECT 1", "REPLACE TABLE"},
            {"CREATE MATERIALIZED TABLE t AS SELECT 1", "CREATE MATERIALIZED TABLE"},
            {"CREATE OR ALTER MATERIALIZED TABLE t AS SELECT 1", "CREATE MATERIALIZED TABLE"},
            {"CREATE VIEW v AS SELECT 1", "CREATE VIEW"},
            {"CREATE TEMPORARY VIEW IF NOT EXISTS v AS SELECT 1", "CREATE VIEW"},
            {"CREATE CATALOG c WITH ('a'='b')", "CREATE CATALOG"},
            {"CREATE DATABASE d", "CREATE DATABASE"},
            {"CREATE FUNCTION f AS 'x'", "CREATE FUNCTION"},
            {"CREATE TEMPORARY SYSTEM FUNCTION f AS 'x' LANGUAGE PYTHON", "CREATE FUNCTION"},
            {"CREATE TEMPORARY MODEL m WITH ('a'='b')", "CREATE MODEL"},
            {"CREATE TEMPORARY SYSTEM CONNECTION c WITH ('a'='b')", "CREATE CONNECTION"},
            {"CREATE INDEX i", "UNKNOWN"},
            {"ALTER TABLE t RENAME TO s", "ALTER TABLE"},
            {"ALTER MATERIALIZED TABLE t SUSPEND", "ALTER MATERIALIZED TABLE"},
            {"ALTER VIEW v AS SELECT 1", "ALTER VIEW"},
            {"ALTER CATALOG c SET ('a'='b')", "ALTER CATALOG"},
            {"ALTER DATABASE d SET ('a'='b')", "ALTER DATABASE"},
            {"ALTER TEMPORARY SYSTEM FUNCTION f AS 'x'", "ALTER FUNCTION"},
            {"ALTER MODEL m SET ('a'='b')", "ALTER MODEL"},
            {"ALTER CONNECTION c SET ('a'='b')", "ALTER CONNECTION"},
            {"DROP TEMPORARY TABLE IF EXISTS t", "DROP TABLE"},
            {"DROP MATERIALIZED TABLE t", "DROP MATERIALIZED TABLE"},
            {"DROP VIEW v", "DROP VIEW"},
            {"DROP CATALOG c", "DROP CATALOG"},
            {"DROP DATABASE d CASCADE", "DROP DATABASE"},
            {"DROP TEMPORARY SYSTEM FUNCTION f", "DROP FUNCTION"},
            {"DROP MODEL m", "DROP MODEL"},
            {"DROP CONNECTION c", "DROP CONNECTION"},
            {"ANALYZE TABLE t COMPUTE STATISTICS", "ANALYZE TABLE"},
            {"DESCRIBE t", "DESCRIBE"},
            {"DESC EXTENDED c.d.t", "DESCRIBE"},
            {"DESCRIBE job", "DESCRIBE"},
            {"DESCRIBE model.t", "DESCRIBE"},
            {"DESCRIBE SELECT 1", "EXPLAIN"},
            {"DESCRIBE CATALOG EXTENDED c", "DESCRIBE CATALOG"},
            {"DESC DATABASE d", "DESCRIBE DATABASE"},
            {"DESCRIBE FUNCTION EXTENDED f", "DESCRIBE FUNCTION"},
            {"DESCRIBE MODEL m", "DESCRIBE MODEL"},
            {"DESCRIBE CONNECTION c", "DESCRIBE CONNECTION"},
            {"DESCRIBE JOB 'x'", "DESCRIBE JOB"},
            {"SHOW CATALOGS LIKE 'a%'", "SHOW CATALOGS"},
            {"SHOW CURRENT CATALOG", "SHOW CURRENT CATALOG"},
            {"SHOW DATABASES", "SHOW DATABASES"},
            {"SHOW CURRENT DATABASE", "SHOW CURRENT DATABASE"},
            {"SHOW TABLES FROM d LIKE 'x'", "SHOW TABLES"},
            {"SHOW MATERIALIZED TABLES", "SHOW MATERIALIZED TABLES"},
            {"SHOW VIEWS", "SHOW VIEWS"},
            {"SHOW COLUMNS FROM t", "SHOW COLUMNS"},
            {"SHOW CREATE TABLE t", "SHOW CREATE"},
            {"SHOW CREATE MATERIALIZED TABLE t", "SHOW CREATE"},
            {"SHOW USER FUNCTIONS", "SHOW FUNCTIONS"},
            {"SHOW FULL MODULES", "SHOW MODULES"},
            {"SHOW JARS", "SHOW JARS"},
            {"SHOW JOBS", "SHOW JOBS"},
            {"SHOW PARTITIONS t", "SHOW PARTITIONS"},
            {"SHOW PROCEDURES", "SHOW PROCEDURES"},
            {"SHOW MODELS", "SHOW MODELS"},
            {"SHOW CONNECTIONS", "SHOW CONNECTIONS"},
            {"SHOW ARTIFACTS", "SHOW"},
            {"EXPLAIN PLAN FOR SELECT 1", "EXPLAIN"},
            {"EXPLAIN JSON_EXECUTION_PLAN INSERT INTO t SELECT 1", "EXPLAIN"},
            {"EXPLAIN STATEMENT SET BEGIN INSERT INTO t SELECT 1; END", "EXPLAIN"},
            {"STOP JOB 'x' WITH SAVEPOINT", "STOP JOB"},
            {"USE d", "USE"},
            {"USE CATALOG c", "USE CATALOG"},
            {"USE MODULES a, b", "USE MODULES"},
            {"SET", "SET"},
            {"SET 'a' = 'b'", "SET"},
            {"set sql-client.execution.result-mode=tableau", "SET"},
            {"RESET 'a'", "RESET"},
            {"LOAD MODULE m", "LOAD MODULE"},
            {"UNLOAD MODULE m", "UNLOAD MODULE"},
            {"ADD JAR '/a.jar'", "ADD JAR"},
            {"REMOVE JAR '/a.jar'", "REMOVE JAR"},
            {"HELP", "HELP"},
            {"QUIT", "QUIT"},
            {"exit", "QUIT"},
            {"CLEAR", "CLEAR"},
            {"SELCT 1", "UNKNOWN"},
            {"`SELECT` 1", "UNKNOWN"},
            {"'SELECT'", "UNKNOWN"},
            {"", "UNKNOWN"},
            {"-- SELECT", "UNKNOWN"},
        };
        int i = 0;
        for (const auto& [statement, kind] : rows) {
            QTest::addRow("%d %s", i++, statement) << QString::fromLatin1(statement) << QString::fromLatin1(kind);
        }
    }

    void kinds()
    {
        QFETCH(QString, statement);
        QFETCH(QString, kind);
        QCOMPARE(QString(toText(kindOf(statement))), kind);
        const QByteArray utf8 = statement.toUtf8();
        QCOMPARE(kindOf(std::string_view(utf8.constData(), std::size_t(utf8.size()))), kindOf(statement));
    }

    void classes()
    {
        for (int i = 0; i <= static_cast<int>(StatementKind::Clear); ++i) {
            const auto kind = static_cast<StatementKind>(i);
            // What may run on a read-only connection writes nothing and defines nothing.
            QVERIFY2(!isReadOnly(kind) || (!isDml(kind) && !isDdl(kind)), toText(kind).data());
            QVERIFY2(!isQuery(kind) || isReadOnly(kind), toText(kind).data());
        }
        QVERIFY(isReadOnly(StatementKind::Explain) && isReadOnly(StatementKind::ShowCreate));
        QVERIFY(!isReadOnly(StatementKind::Unknown) && !isReadOnly(StatementKind::CompilePlan));
        QVERIFY(!isReadOnly(StatementKind::StopJob) && !isReadOnly(StatementKind::Call));
        QVERIFY(isDml(StatementKind::CreateTableAs) && isDdl(StatementKind::CreateTableAs));
        QVERIFY(changesSession(StatementKind::Set) && changesSession(StatementKind::UseCatalog));
        QVERIFY(!changesSession(StatementKind::CreateCatalog));
        QVERIFY(isClientCommand(StatementKind::Quit) && !isClientCommand(StatementKind::Set));
    }

    void textsAreDistinct()
    {
        std::set<QString> texts;
        for (int i = 0; i <= static_cast<int>(StatementKind::Clear); ++i) {
            const QString text = toText(static_cast<StatementKind>(i));
            QVERIFY2(texts.insert(text).second, qPrintable(text));
            QCOMPARE(text, text.toUpper());
        }
    }
};

QTEST_GUILESS_MAIN(StatementKindTest)
#include "tst_sql_statementkind.moc"
