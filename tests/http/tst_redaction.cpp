// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/redaction.h"
#include "core/apicall.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class RedactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void url_data();
    void url();
    void header_data();
    void header();
    void secretNames_data();
    void secretNames();
    void knownSecrets();
    void largeText();
};

void RedactionTest::text_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing secret") << u"SELECT 'a' = 'b', token_count FROM t"_s
                                    << u"SELECT 'a' = 'b', token_count FROM t"_s;
    QTest::newRow("option") << u"WITH ('user' = 'me', 'password' = 'hunter2')"_s
                            << u"WITH ('user' = 'me', 'password' = '***')"_s;
    QTest::newRow("option without blanks") << u"('password'='hunter2','x'='y')"_s << u"('password'='***','x'='y')"_s;
    QTest::newRow("quote in the secret") << u"'password' = 'it''s', 'a' = 'b'"_s << u"'password' = '***', 'a' = 'b'"_s;
    QTest::newRow("line break") << u"'password'\n  =\n 'x y z'"_s << u"'password'\n  =\n '***'"_s;
    QTest::newRow("unfinished statement stays readable") << u"'password' = "_s << u"'password' = "_s;
    QTest::newRow("SET quoted") << u"SET 's3.secret-key' = 'abcd';"_s << u"SET 's3.secret-key' = '***';"_s;
    QTest::newRow("SET bare") << u"SET fs.s3a.secret.key=abcd;"_s << u"SET fs.s3a.secret.key=***;"_s;
    QTest::newRow("jaas") << u"'properties.sasl.jaas.config' = 'org.apache.X required username=\"u\" password=\"p\";'"_s
                          << u"'properties.sasl.jaas.config' = '***'"_s;
    QTest::newRow("jaas alone") << u"X required username=\"u\" password=\"p4ss\";"_s
                                << u"X required username=\"u\" password=\"***\";"_s;
    QTest::newRow("json") << uR"({"user":"me","password":"hun\"ter2","n":1})"_s
                          << uR"({"user":"me","password":"***","n":1})"_s;
    QTest::newRow("json with blanks") << uR"("accessToken" : "abc")"_s << uR"("accessToken" : "***")"_s;
    QTest::newRow("json number stays") << uR"({"token":5})"_s << uR"({"token":5})"_s;
    QTest::newRow("statement in json")
        << uR"x({"statement":"CREATE TABLE t (a INT) WITH (\n 'password'\n = 'x')"})x"_s
        << uR"x({"statement":"CREATE TABLE t (a INT) WITH (\n 'password'\n = '***')"})x"_s;
    QTest::newRow("row of SET") << uR"(["s3.secret-key","abcd"],["a","b"])"_s
                                << uR"(["s3.secret-key","***"],["a","b"])"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer abcdef.ghi-jkl"_s << u"Authorization: Bearer ***"_s;
    QTest::newRow("basic") << u"sent Basic dXNlcjpwYXNz= here"_s << u"sent Basic *** here"_s;
    QTest::newRow("user info") << u"at jdbc:mysql://root:hunter2@db:3306/x"_s << u"at jdbc:mysql://***@db:3306/x"_s;
    QTest::newRow("query") << u"GET /a?access_token=abc&b=c"_s << u"GET /a?access_token=***&b=c"_s;
    QTest::newRow("flink token message stays")
        << u"Expecting token to be 1 or 0, but found 2."_s << u"Expecting token to be 1 or 0, but found 2."_s;
}

void RedactionTest::text()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    QCOMPARE(Redactor().text(input), expected);
}

void RedactionTest::url_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"http://h:8083/v4/sessions?x=1"_s << u"http://h:8083/v4/sessions?x=1"_s;
    QTest::newRow("user info") << u"http://u:p@h:8083/"_s << u"http://h:8083/"_s;
    QTest::newRow("query") << u"http://h/a?token=abc&b=c"_s << u"http://h/a?token=***&b=c"_s;
}

void RedactionTest::url()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    QCOMPARE(Redactor().url(QUrl(input)), expected);
}

void RedactionTest::header_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("accept") << QByteArray("Accept") << u"application/json"_s << u"application/json"_s;
    QTest::newRow("basic") << QByteArray("authorization") << u"Basic abc="_s << u"Basic ***"_s;
    QTest::newRow("own scheme") << QByteArray("Authorization") << u"SDK-HMAC Access=1"_s << u"***"_s;
    QTest::newRow("cookie") << QByteArray("Set-Cookie") << u"sid=1; Path=/"_s << u"***"_s;
    QTest::newRow("key") << QByteArray("X-Api-Key") << u"abc"_s << u"***"_s;
    QTest::newRow("auth") << QByteArray("X-Auth-Thing") << u"abc"_s << u"***"_s;
}

void RedactionTest::header()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QCOMPARE(Redactor().headerValue(name, value), expected);
}

void RedactionTest::secretNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    for (const char* name : {"password", "PASSWORD", "s3.secret-key", "fs.azure.account.key.x", "sasl.jaas.config",
             "accessToken", "x-auth-token", "aws_access_key_id", "private_key", "ssl.keystore.password"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    }
    for (const char* name : {"user", "connector", "key", "primary key", "path", "statement", "jobID"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
}

void RedactionTest::secretNames()
{
    QFETCH(QString, name);
    QFETCH(bool, secret);
    QCOMPARE(Redactor::isSecretName(name), secret);
}

void RedactionTest::knownSecrets()
{
    const Redactor redactor({u"p\"w/1"_s, u"abc"_s});
    QCOMPARE(redactor.text(u"said p\"w/1 aloud"_s), u"said *** aloud"_s);
    QCOMPARE(redactor.text(u"\"x\": \"p\\\"w/1\""_s), u"\"x\": \"***\""_s);
    QCOMPARE(redactor.text(u"?q=p%22w%2F1"_s), u"?q=***"_s);
    QVERIFY2(redactor.text(u"abc is the alphabet"_s).contains("abc"_L1), "a short secret must not eat words");

    ApiCall call{.method = u"POST"_s, .url = u"http://h/"_s, .requestBody = u"{}"_s};
    const Redactor forShell({}, Redactor::environmentName);
    call.requestHeaders = forShell.headers({{"Authorization", "Bearer abcdefgh"}});
    QCOMPARE(
        call.toCurl(), u"curl -sS -X POST 'http://h/' -H \"Authorization: Bearer $MILLRACE_SECRET\" --data-raw '{}'"_s);
}

void RedactionTest::largeText()
{
    // Long values and many pairs must not run into the limits of the pattern matcher.
    const QString longValue(200'000, u'x');
    QCOMPARE(Redactor().text(u"{\"password\":\""_s + longValue + u"\",\"a\":\""_s + longValue + u"\"}"_s),
        u"{\"password\":\"***\",\"a\":\""_s + longValue + u"\"}"_s);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
