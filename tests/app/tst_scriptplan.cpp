// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/scriptplan.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestScriptPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void nothingOutlivesTheSession_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("sent"); // empty: left out
        const auto row = [](const char* name, const QString& statement, const QString& sent) {
            QTest::newRow(name) << statement << sent;
        };
        row("table", u"CREATE TABLE t (k INT)"_s, u"CREATE TEMPORARY TABLE t (k INT)"_s);
        row("comment", u"create /* a */ table t (k INT)"_s, u"create /* a */ TEMPORARY table t (k INT)"_s);
        row("if not exists", u"CREATE TABLE IF NOT EXISTS t (k INT)"_s,
            u"CREATE TEMPORARY TABLE IF NOT EXISTS t (k INT)"_s);
        row("temporary table", u"CREATE TEMPORARY TABLE t (k INT)"_s, u"CREATE TEMPORARY TABLE t (k INT)"_s);
        row("view", u"CREATE VIEW v AS SELECT 1"_s, u"CREATE TEMPORARY VIEW v AS SELECT 1"_s);
        row("function", u"CREATE FUNCTION f AS 'a.F'"_s, u"CREATE TEMPORARY FUNCTION f AS 'a.F'"_s);
        row("system function", u"CREATE TEMPORARY SYSTEM FUNCTION f AS 'a.F'"_s,
            u"CREATE TEMPORARY SYSTEM FUNCTION f AS 'a.F'"_s);
        row("drop", u"DROP TABLE t"_s, u"DROP TEMPORARY TABLE IF EXISTS t"_s);
        row("drop if exists", u"DROP TABLE IF EXISTS t"_s, u"DROP TEMPORARY TABLE IF EXISTS t"_s);
        row("drop a database", u"DROP DATABASE d"_s, {});
        row("alter", u"ALTER TABLE t RENAME TO u"_s, {});
        row("replace", u"CREATE OR REPLACE TABLE t AS SELECT 1"_s, {});
        row("set", u"SET 'a' = 'b'"_s, u"SET 'a' = 'b'"_s);
        row("use", u"USE CATALOG c"_s, u"USE CATALOG c"_s);
        row("catalog", u"CREATE CATALOG c WITH ('type' = 'jdbc')"_s, u"CREATE CATALOG c WITH ('type' = 'jdbc')"_s);
        row("database in memory", u"CREATE DATABASE d"_s, u"CREATE DATABASE d"_s);
        row("query", u"SELECT 1"_s, {});
        row("show", u"SHOW TABLES"_s, {});
        row("truncate", u"TRUNCATE TABLE t"_s, {});
        row("call", u"CALL p()"_s, {});
        row("stop", u"STOP JOB 'x' WITH SAVEPOINT"_s, {});
        row("client", u"HELP"_s, {});
    }

    void nothingOutlivesTheSession()
    {
        QFETCH(QString, statement);
        QFETCH(QString, sent);
        const auto steps = planStepsOf(statement + u";"_s);
        QCOMPARE(steps.size(), std::size_t(sent.isEmpty() ? 0 : 1));
        if (!steps.empty()) {
            QCOMPARE(steps.front(), (PlanStep{false, sent}));
        }
    }

    void theJobIsExplained()
    {
        const auto steps =
            planStepsOf(u"SET 'a' = 'b';\nINSERT INTO s SELECT 1;\nSELECT 2;\nQUIT;\nINSERT INTO t SELECT 1"_s);
        QCOMPARE(steps.size(), std::size_t(2));
        QCOMPARE(steps.back(), (PlanStep{true, u"INSERT INTO s SELECT 1"_s}));
        const QString set = u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END"_s;
        QCOMPARE(planStepsOf(set + u';'), (std::vector<PlanStep>{{true, set}}));
    }

    /// What another catalog holds stays, so a database is made only in the one that goes with the session.
    void noDatabaseIsMadeElsewhere()
    {
        const auto steps = planStepsOf(u"USE CATALOG hive; CREATE DATABASE d; INSERT INTO s SELECT 1"_s);
        QCOMPARE(steps.size(), std::size_t(2));
        QCOMPARE(steps.front().statement, u"USE CATALOG hive"_s);
    }
};

QTEST_GUILESS_MAIN(TestScriptPlan)
#include "tst_scriptplan.moc"
