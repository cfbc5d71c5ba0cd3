// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/redaction.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestRedaction : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void redacts_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
        QTest::newRow("option") << u"WITH ('connector' = 'jdbc', 'password' = 'p', 'x' = 'y')"_s
                                << u"WITH ('connector' = 'jdbc', 'password' = '***', 'x' = 'y')"_s;
        QTest::newRow("no blanks") << u"('password'='p')"_s << u"('password'='***')"_s;
        QTest::newRow("longer name") << u"'properties.ssl.truststore.password' = 'p'"_s
                                     << u"'properties.ssl.truststore.password' = '***'"_s;
        QTest::newRow("capitals") << u"'SECRET-KEY' = 'p'"_s << u"'SECRET-KEY' = '***'"_s;
        QTest::newRow("access key") << u"'fs.s3a.access.key' = 'AK', 'fs.s3a.secret.key' = 'SK'"_s
                                    << u"'fs.s3a.access.key' = '***', 'fs.s3a.secret.key' = '***'"_s;
        QTest::newRow("quote inside") << u"'token' = 'a''b', 'c' = 'd'"_s << u"'token' = '***', 'c' = 'd'"_s;
        QTest::newRow("over lines") << u"'password'\n  =\n  'a\nb'"_s << u"'password'\n  =\n  '***'"_s;
        QTest::newRow("not closed") << u"'password' = 'abc"_s << u"'password' = '***'"_s;
        QTest::newRow("set") << u"SET 'rest.auth.token' = 't';"_s << u"SET 'rest.auth.token' = '***';"_s;
        QTest::newRow("jaas") << u"'properties.sasl.jaas.config' = 'Module required username=\"u\" password=\"p\";'"_s
                              << u"'properties.sasl.jaas.config' = '***'"_s;
        QTest::newRow("jdbc") << u"'url' = 'jdbc:mysql://h:1/db?user=u&password=p&x=1'"_s
                              << u"'url' = 'jdbc:mysql://h:1/db?user=u&password=***&x=1'"_s;
        QTest::newRow("login in address")
            << u"'uri' = 'mongodb://u:p@h:27017/db'"_s << u"'uri' = 'mongodb://u:***@h:27017/db'"_s;
        same("plain", u"SELECT * FROM orders WHERE a = 'b'"_s);
        same("column called password", u"SELECT password FROM users WHERE user = 'x' AND y = 'z'"_s);
        same("address with port", u"'bootstrap.servers' = 'h:9092', 'to' = 'a@b'"_s);
        same("comment", u"-- the token is in the vault\nSELECT 'a' = 'b'"_s);
        same("empty", QString());
    }

    void redacts()
    {
        QFETCH(QString, before);
        QTEST(redactStatement(before), "after");
    }

    void longValueIsStillRedacted()
    {
        const QString secret(3'000'000, u's');
        QCOMPARE(redactStatement("'token' = '"_L1 + secret + "', 'a' = 'b'"_L1), u"'token' = '***', 'a' = 'b'"_s);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
