// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/splitcommand.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace::cli;
using namespace Qt::StringLiterals;

class SplitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void json()
    {
        const QString script =
            u"-- 注释\nSELECT '😀', \"x\";\r\nBEGIN STATEMENT SET;\n\tINSERT INTO t SELECT 1;\nEND;\n-- tail"_s;
        QCOMPARE(QString::fromUtf8(statementsAsJson(script)),
            u"[\n"
            "{\"line\":2,\"column\":1,\"endLine\":2,\"endColumn\":16,\"kind\":\"SELECT\",\"text\":\"SELECT '😀', "
            "\\\"x\\\"\"},\n"
            "{\"line\":3,\"column\":1,\"endLine\":5,\"endColumn\":4,\"kind\":\"STATEMENT SET\","
            "\"text\":\"BEGIN STATEMENT SET;\\n\\tINSERT INTO t SELECT 1;\\nEND\"}\n"
            "]\n"_s);
        const QJsonArray statements = QJsonDocument::fromJson(statementsAsJson(script)).array();
        QCOMPARE(statements.size(), 2);
        QCOMPARE(statements[0].toObject()[u"text"].toString(), u"SELECT '😀', \"x\""_s);
    }

    void nothing()
    {
        QCOMPARE(statementsAsJson(u" -- x\n;;"_s), QByteArray("[]\n"));
        QCOMPARE(statementsAsText({}), QByteArray());
    }

    void text()
    {
        QCOMPARE(QString::fromUtf8(statementsAsText(u"SET 'a' = 'b';\n  CREATE TABLE 表 (a INT);"_s)),
            u"1:1\tSET\tSET 'a' = 'b'\n2:3\tCREATE TABLE\tCREATE TABLE 表\n"_s);
    }
};

QTEST_GUILESS_MAIN(SplitTest)
#include "tst_cli_split.moc"
