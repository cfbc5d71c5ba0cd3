// SPDX-License-Identifier: GPL-3.0-or-later
// What the forms send, held against the bodies of the document, field for field.
#include "backends/dinky/dinkyclient.h"
#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/runform.h"
#include "backends/dinky/submitconsole.h"
#include "tests/dinky/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace millrace;
using namespace millrace::dinky;
using namespace Qt::StringLiterals;

namespace {

QJsonObject documentedBody(const QString& entry)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/dinky/documented.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value("entry"_L1).toString() == entry) {
            return line.value("body"_L1).toObject();
        }
    }
    return {};
}

QString flat(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"v"_s, value}}).toJson(QJsonDocument::Compact));
}

DinkyClient clientOf(const QString& dialect)
{
    DinkySettings made;
    made.address = QUrl(u"http://127.0.0.1:1"_s);
    made.dialect = dialect;
    return DinkyClient(made, {});
}

/// What somebody would type into the form of a run for the document's example.
QMap<QString, QString> typed(const QString& type)
{
    using namespace gatewayfields;
    return {{runfields::type, type}, {runfields::address, u"127.0.0.1:8081"_s}, {runfields::jobName, u"openapitest"_s},
        {runfields::savepointPath, u"hdfs://ns/flink/savepoints/savepoint-5f4b8c-4326844a6843"_s},
        {runfields::maxRows, u"100"_s}, {runfields::checkpoint, u"0"_s}, {runfields::parallelism, u"1"_s},
        {runfields::changeLog, u"false"_s}, {runfields::statementSet, u"false"_s}, {runfields::fragment, u"false"_s},
        {runfields::configuration, u"table.exec.resource.default-parallelism = 2"_s},
        {flinkConfigPath, u"/opt/src/flink-1.13.3_conf/conf"_s}, {flinkLibPath, u"hdfs:///flink13/lib/flinklib"_s},
        {yarnConfigPath, u"/usr/local/hadoop/hadoop-2.7.7/etc/hadoop"_s},
        {gatewayfields::configuration, u"parallelism.default = 1"_s},
        {jarPath, u"hdfs:///flink12/jar/currencyAppJar.jar"_s}, {jarClass, u"com.app.MainApp"_s},
        {jarArguments, u"--id\n2774,2775,2776\n --type\ndwd"_s}};
}

/// Each documented field with the documented value; nothing beside them but what is named.
void compare(const QJsonObject& sent, const QJsonObject& documented, const QStringList& alsoSent)
{
    QVERIFY(!documented.isEmpty());
    for (auto it = documented.begin(); it != documented.end(); ++it) {
        QCOMPARE(it.key() + flat(sent.value(it.key())), it.key() + flat(*it));
    }
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        QVERIFY2(documented.contains(it.key()) || alsoSent.contains(it.key()), qPrintable(it.key()));
    }
}

} // namespace

class DinkyBodiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void executeSql_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("alsoSent");
        // The document's local example lacks the address without which the server fails.
        QTest::newRow("local") << u"local"_s << QStringList{u"address"_s};
        QTest::newRow("standalone") << u"standalone"_s << QStringList();
        QTest::newRow("yarn-session") << u"yarn-session"_s << QStringList();
        QTest::newRow("kubernetes-session") << u"kubernetes-session"_s << QStringList();
        QTest::newRow("yarn-per-job") << u"yarn-per-job"_s << QStringList{u"useChangeLog"_s, u"useAutoCancel"_s};
    }

    void executeSql()
    {
        QFETCH(const QString, type);
        QFETCH(const QStringList, alsoSent);
        const QJsonObject documented = documentedBody(u"executeSql "_s + type);
        RunOrder order;
        order.statement = documented.value("statement"_L1).toString();
        order.properties = typed(type);
        if (type == "yarn-per-job"_L1) {
            order.properties.remove(runfields::address);
        }
        QJsonObject body = executeBody(order);
        if (type == "local"_L1) {
            // Bare host and rest.port: with host:port the server tells an address where nothing listens.
            QJsonObject configuration = body.value("configuration"_L1).toObject();
            QCOMPARE(body.value("address"_L1).toString(), u"127.0.0.1"_s);
            QCOMPARE(configuration.take(u"rest.port"_s).toInt(), 8081);
            body.insert(u"configuration"_s, configuration);
        }
        compare(body, documented, alsoSent);
    }

    void explainAndPlans_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("explainSql") << u"explainSql statement"_s;
        QTest::newRow("getJobPlan") << u"getJobPlan statement"_s;
        QTest::newRow("getStreamGraph") << u"getStreamGraph statement"_s;
    }

    void explainAndPlans()
    {
        QFETCH(const QString, entry);
        const QJsonObject documented = documentedBody(entry);
        RunOrder order;
        order.statement = documented.value("statement"_L1).toString();
        order.properties = typed(u"standalone"_s);
        compare(explainBody(order, true), documented, {});
    }

    void executeJar()
    {
        RunOrder order;
        order.properties = typed(u"yarn-application"_s);
        compare(jarBody(order), documentedBody(u"executeJar yarn-application"_s), {});
    }

    void kubernetesSettingsHaveTheirNames()
    {
        using namespace gatewayfields;
        RunOrder order;
        order.properties = {{runfields::type, u"kubernetes-application"_s}, {kubernetesNamespace, u"flink"_s},
            {image, u"flink:1.17"_s}, {flinkConfigPath, u"/opt/flink/conf"_s}, {yarnConfigPath, u"/etc/hadoop"_s},
            {runfields::gateway, u"{\"flinkConfig\": {\"jobName\": \"orders\"}}"_s}};
        const QJsonObject expected{{u"clusterConfig"_s, QJsonObject{{u"flinkConfigPath"_s, u"/opt/flink/conf"_s}}},
            {u"flinkConfig"_s,
                QJsonObject{{u"jobName"_s, u"orders"_s},
                    {u"configuration"_s,
                        QJsonObject{{u"kubernetes.namespace"_s, u"flink"_s},
                            {u"kubernetes.container.image"_s, u"flink:1.17"_s}}}}}};
        QCOMPARE(flat(gatewayBody(order)), flat(expected));
    }

    void fieldsFollowTheMode_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QStringList>("hidden");
        const QString config = gatewayfields::flinkConfigPath;
        const QString yarn = gatewayfields::yarnConfigPath;
        const QString image = gatewayfields::image;
        const QString address = runfields::address;
        const QString cluster = runfields::clusterId;
        QTest::newRow("0.7 local") << u"0.7"_s << u"local"_s << QStringList{address}
                                   << QStringList{config, yarn, image, cluster};
        QTest::newRow("0.7 standalone") << u"0.7"_s << u"standalone"_s << QStringList{address, cluster}
                                        << QStringList{config, yarn, image};
        QTest::newRow("0.7 per job") << u"0.7"_s << u"yarn-per-job"_s << QStringList{config, yarn}
                                     << QStringList{address, cluster, image};
        QTest::newRow("0.7 kubernetes") << u"0.7"_s << u"kubernetes-application"_s << QStringList{config, image}
                                        << QStringList{address, yarn};
        QTest::newRow("1.x standalone") << u"1.x"_s << u"standalone"_s << QStringList{cluster}
                                        << QStringList{address, config};
        QTest::newRow("1.x application") << u"1.x"_s << u"yarn-application"_s
                                         << QStringList{QString(runfields::clusterConfigurationId)}
                                         << QStringList{address, config, cluster};
    }

    void fieldsFollowTheMode()
    {
        QFETCH(const QString, dialect);
        QFETCH(const QString, type);
        QFETCH(const QStringList, shown);
        QFETCH(const QStringList, hidden);
        const DinkyClient client = clientOf(dialect);
        for (const FormDescription& form : {runForm(client), submitForm(client)}) {
            FormValues values = form.defaults();
            values.insert(runfields::type, type);
            for (const QString& id : shown) {
                QVERIFY2(form.field(id) && form.isShown(*form.field(id), values), qPrintable(id));
            }
            for (const QString& id : hidden) {
                QVERIFY2(!form.field(id) || !form.isShown(*form.field(id), values), qPrintable(id));
            }
            // A task of the server brings all of it with it.
            values.insert(submitfields::what, u"task"_s);
            const FormField* what = form.field(QString(submitfields::what));
            QVERIFY(!what || !form.isShown(*form.field(QString(runfields::type)), values));
            QVERIFY(!what || !form.isShown(*form.field(QString(runfields::clusterId)), values));
        }
    }

    void gatewaysAreValidated()
    {
        const DinkyClient client = clientOf(u"0.7"_s);
        const FormDescription form = submitForm(client);
        FormValues values = form.defaults();
        values.insert(runfields::address, u"127.0.0.1:8081"_s);
        QVERIFY(form.problems(values).isEmpty());
        values.insert(runfields::type, u"yarn-application"_s);
        QCOMPARE(form.problems(values).keys(), QStringList{runfields::type});
        values.insert(gatewayfields::flinkConfigPath, u"conf"_s);
        values.insert(gatewayfields::yarnConfigPath, u"/etc/hadoop"_s);
        QCOMPARE(form.problems(values).keys(), QStringList{gatewayfields::flinkConfigPath});
        values.insert(gatewayfields::flinkConfigPath, u"/opt/flink/conf"_s);
        values.insert(gatewayfields::configuration, u"parallelism.default 1"_s);
        QCOMPARE(form.problems(values).keys(), QStringList{gatewayfields::configuration});
        values.insert(gatewayfields::configuration, u"parallelism.default = 1"_s);
        QVERIFY(form.problems(values).isEmpty());
        values.insert(submitfields::what, u"jar"_s);
        QCOMPARE(form.problems(values).keys(), QStringList{gatewayfields::jarPath});
        values.insert(gatewayfields::jarPath, u"hdfs:///jars/a.jar"_s);
        QVERIFY(form.problems(values).isEmpty());
        values.insert(runfields::type, u"standalone"_s);
        QCOMPARE(form.problems(values).keys(), QStringList{runfields::type});
    }

    void consoleTellsWhatIsNew()
    {
        QString sent;
        QCOMPARE(newLines(sent, u"a\n"_s), u"a"_s);
        QCOMPARE(newLines(sent, u"a\nb\nc\n"_s), u"b\nc"_s);
        QCOMPARE(newLines(sent, u"a\nb\nc\n"_s), QString());
        QCOMPARE(newLines(sent, u"another\n"_s), u"another"_s);
    }
};

QTEST_GUILESS_MAIN(DinkyBodiesTest)
#include "tst_dinkybodies.moc"
