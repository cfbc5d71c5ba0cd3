// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"
#include "backends/flink/sessioncore.h"

#include <QSet>
#include <QTest>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FlinkBackendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void form();
    void shownFields_data();
    void shownFields();
    void problems_data();
    void problems();
    void urls_data();
    void urls();
    void settings();
    void defaults();
    void proxies_data();
    void proxies();
    void connection();
    void heartbeats_data();
    void heartbeats();
};

void FlinkBackendTest::form()
{
    const FlinkBackend backend;
    QCOMPARE(backend.id(), u"flink"_s);
    const FormDescription form = backend.form();
    QStringList sections;
    QSet<QString> ids;
    for (const FormField& field : form.fields) {
        QVERIFY2(!ids.contains(field.id), qPrintable(field.id));
        ids.insert(field.id);
        QVERIFY(!field.label.isEmpty());
        if (!sections.contains(field.section)) {
            sections << field.section;
        }
    }
    QCOMPARE(sections, (QStringList{u"Addresses"_s, u"Login"_s, u"TLS and proxy"_s, u"Time-outs"_s}));
    for (const QLatin1StringView secret : {fields::password, fields::token, fields::keyPassphrase}) {
        QCOMPARE(form.field(QString(secret))->kind, FieldKind::Secret);
        QVERIFY2(!form.defaults().contains(secret), "a secret is no form value");
    }
}

void FlinkBackendTest::shownFields_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("none") << u"none"_s << QStringList();
    QTest::newRow("basic") << u"basic"_s << QStringList{u"user"_s, u"password"_s};
    QTest::newRow("bearer") << u"bearer"_s << QStringList{u"token"_s};
    QTest::newRow("certificate") << u"certificate"_s
                                 << QStringList{u"certificateFile"_s, u"keyFile"_s, u"keyPassphrase"_s};
}

void FlinkBackendTest::shownFields()
{
    QFETCH(QString, login);
    QFETCH(QStringList, shown);
    const FormDescription form = FlinkBackend().form();
    FormValues values = form.defaults();
    values.insert(fields::login, login);
    QStringList found;
    for (const FormField& field : form.fields) {
        if (field.section == "Login"_L1 && field.id != fields::login && form.isShown(field, values)) {
            found << field.id;
        }
    }
    QCOMPARE(found, shown);
}

void FlinkBackendTest::problems_data()
{
    QTest::addColumn<FormValues>("changes");
    QTest::addColumn<QStringList>("fields");
    const FormValues good{{u"gateway"_s, u"http://h:8083"_s}};
    const auto with = [&](const FormValues& more) {
        FormValues all = good;
        all.insert(more);
        return all;
    };
    QTest::newRow("good") << good << QStringList();
    QTest::newRow("no gateway") << FormValues() << QStringList{u"gateway"_s};
    QTest::newRow("port") << with({{u"jobManager"_s, u"https://jm:80810"_s}}) << QStringList{u"jobManager"_s};
    QTest::newRow("headers") << with({{u"headers"_s, u"X-Team shop"_s}}) << QStringList{u"headers"_s};
    QTest::newRow("basic without user") << with({{u"login"_s, u"basic"_s}}) << QStringList{u"user"_s};
    QTest::newRow("certificate without file")
        << with({{u"login"_s, u"certificate"_s}}) << QStringList{u"certificateFile"_s};
    QTest::newRow("proxy without port") << with({{u"proxy"_s, u"manual"_s}, {u"proxyAddress"_s, u"host"_s}})
                                        << QStringList{u"proxyAddress"_s};
    QTest::newRow("proxy not asked") << with({{u"proxyAddress"_s, u"host"_s}}) << QStringList();
    QTest::newRow("time-outs") << with(
        {{u"connectTimeout"_s, u"0"_s}, {u"readTimeout"_s, u"x"_s}, {u"sessionIdle"_s, u"5"_s}})
                               << QStringList{u"connectTimeout"_s, u"readTimeout"_s, u"sessionIdle"_s};
}

void FlinkBackendTest::problems()
{
    QFETCH(FormValues, changes);
    QFETCH(QStringList, fields);
    const FormDescription form = FlinkBackend().form();
    FormValues values = form.defaults();
    values.insert(changes);
    QCOMPARE(QStringList(form.problems(values).keys()), fields);
}

void FlinkBackendTest::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("user");
    QTest::newRow("plain") << u"http://h:8083"_s << u"http://h:8083"_s << QString();
    QTest::newRow("no scheme") << u"h:8083"_s << u"http://h:8083"_s << QString();
    QTest::newRow("prefix") << u"https://h/gw/"_s << u"https://h/gw/"_s << QString();
    QTest::newRow("user and password") << u"http://me:hunter2@h:8083"_s << u"http://h:8083"_s << u"me"_s;
}

void FlinkBackendTest::urls()
{
    QFETCH(QString, url);
    QFETCH(QString, gateway);
    QFETCH(QString, user);
    const FormValues values = FlinkBackend().valuesForUrl(url);
    QCOMPARE(values.value(fields::gateway), gateway);
    QCOMPARE(values.value(fields::user), user);
    QCOMPARE(values.value(fields::login), user.isEmpty() ? u"none"_s : u"basic"_s);
    QVERIFY2(!values.values().join(u' ').contains("hunter2"_L1), "no secret in form values");
    QVERIFY(FlinkBackend().form().problems(values).isEmpty());
}

void FlinkBackendTest::settings()
{
    const FormValues values{{u"headers"_s, u"X-Team: shop: data\n\n  X-B:2 \nbroken"_s}, {u"login"_s, u"basic"_s},
        {u"user"_s, u"me"_s}, {u"caFile"_s, u"/ca.pem"_s}, {u"checkHostName"_s, u"false"_s},
        {u"connectTimeout"_s, u"7"_s}, {u"readTimeout"_s, u"40"_s}};
    const HttpSettings settings = httpSettings(values, {{u"password"_s, u" p w "_s}});
    QCOMPARE(settings.headers, (HttpHeaders{{"X-Team", "shop: data"}, {"X-B", "2"}}));
    QCOMPARE(settings.login.method, HttpLogin::Method::Basic);
    QCOMPARE(settings.login.user, u"me"_s);
    QCOMPARE(settings.login.password, u" p w "_s);
    QCOMPARE(settings.caFile, u"/ca.pem"_s);
    QVERIFY(!settings.checkHostName);
    QCOMPARE(settings.connectTimeout, 7s);
    QCOMPARE(settings.readTimeout, 40s);
    QVERIFY(settings.secrets().contains(u" p w "_s));
}

void FlinkBackendTest::defaults()
{
    const HttpSettings settings = httpSettings(FlinkBackend().form().defaults(), {});
    QCOMPARE(settings.login.method, HttpLogin::Method::None);
    QVERIFY(settings.checkHostName);
    QCOMPARE(settings.connectTimeout, 5s);
    QCOMPARE(settings.readTimeout, 30s);
    QCOMPARE(settings.proxy.kind, HttpProxy::Kind::System);
    QVERIFY2(httpSettings({}, {}).checkHostName, "what is not said must not weaken TLS");
}

void FlinkBackendTest::proxies_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("system") << u"system"_s << QString() << int(HttpProxy::Kind::System) << QString() << 0;
    QTest::newRow("none") << u"none"_s << u"x:1"_s << int(HttpProxy::Kind::None) << QString() << 0;
    QTest::newRow("manual") << u"manual"_s << u"proxy.example:3128"_s << int(HttpProxy::Kind::Manual)
                            << u"proxy.example"_s << 3128;
    QTest::newRow("with scheme") << u"manual"_s << u"http://p:1"_s << int(HttpProxy::Kind::Manual) << u"p"_s << 1;
}

void FlinkBackendTest::proxies()
{
    QFETCH(QString, kind);
    QFETCH(QString, address);
    QFETCH(int, expected);
    QFETCH(QString, host);
    QFETCH(int, port);
    const HttpProxy proxy = httpSettings({{u"proxy"_s, kind}, {u"proxyAddress"_s, address}}, {}).proxy;
    QCOMPARE(int(proxy.kind), expected);
    QCOMPARE(proxy.host, host);
    QCOMPARE(int(proxy.port), port);
}

void FlinkBackendTest::connection()
{
    const FlinkBackend backend;
    ConnectionProfile profile{.id = u"x"_s, .values = {{u"gateway"_s, u"http://h:8083"_s}}};
    const auto connection = backend.connect(profile, {});
    QVERIFY(connection->sqlExecution());
    QVERIFY(connection->catalogBrowser());
    QCOMPARE(connection->profile().values.value(fields::gateway), u"http://h:8083"_s);
}

void FlinkBackendTest::heartbeats_data()
{
    QTest::addColumn<int>("idle");
    QTest::addColumn<int>("interval");
    QTest::newRow("default") << 600 << 60'000;
    QTest::newRow("a minute") << 60 << 20'000;
    QTest::newRow("hasty") << 1 << 1000;
    QTest::newRow("a day") << 86400 << 60'000;
}

void FlinkBackendTest::heartbeats()
{
    QFETCH(int, idle);
    QFETCH(int, interval);
    QCOMPARE(int(heartbeatInterval(std::chrono::seconds(idle)).count()), interval);
}

QTEST_GUILESS_MAIN(FlinkBackendTest)
#include "tst_flinkbackend.moc"
