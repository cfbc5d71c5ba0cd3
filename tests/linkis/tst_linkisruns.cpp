// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/envelope.h"
#include "backends/linkis/linkisbackend.h"
#include "backends/linkis/linkisforms.h"
#include "backends/linkis/linkissettings.h"
#include "backends/linkis/linkissql.h"
#include "backends/linkis/linkistexts.h"
#include "results/resultstore.h"
#include "results/valueformat.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QFile>
#include <QTest>

using namespace millrace;
using namespace millrace::linkis;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray apiFile()
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/../../resources/openapi/linkis.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Answer good(const QByteArray& data)
{
    return Answer::json(R"({"method":"/x","status":0,"message":"OK","data":)" + data + "}");
}

/// A table of one column with these cells.
QByteArray tableOf(const QByteArray& type, const QByteArray& rows)
{
    return R"({"type":"2","metadata":[{"columnName":"v","dataType":")" + type + R"("}],"fileContent":)" + rows + "}";
}

QStringList textsOf(const ResultStore& store)
{
    const ResultSnapshot rows = store.snapshot();
    QStringList texts;
    for (qint64 row = 0; row < rows.rowCount(); ++row) {
        const CellView cell = rows.cell(row, 0);
        texts.append(cell.isNull ? u"(null)"_s : ValueFormatter(rows.schema()).text(0, cell));
    }
    return texts;
}

} // namespace

/// Runs on a gateway with one task, number 7.
class LinkisRunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allSetsComeInTheOrderOfTheirNumbers();
    void aFailedTaskKeepsWhatItWrote();
    void theCapHoldsForEachResult();
    void oneSetThatCannotBeReadDoesNotHideTheOthers();
    void cancelKillsAndLettingGoDoesNot_data();
    void cancelKillsAndLettingGoDoesNot();
    void aTaskIsWatchedAgainUnderTheIdThatTheHistoryHas();
    void theFormOffersWhatTheServerHas();
    void languages_data();
    void languages();
    void sentences_data();
    void sentences();
    void paramsAreLeftOut();

private:
    Answer answer(const ReceivedRequest& request);
    std::shared_ptr<SqlSession> session();

    std::unique_ptr<LoopbackServer> m_server;
    std::shared_ptr<LinkisClient> m_client;
    std::unique_ptr<LinkisSql> m_sql;
    QByteArray m_state;
    QByteArray m_names;
    QHash<QString, QByteArray> m_sets; ///< by file name
    bool m_killed = false;
};

void LinkisRunsTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
    m_server->setHandler([this](const ReceivedRequest& request) { return answer(request); });
    FormValues values = LinkisBackend().valuesForUrl(m_server->url().toString());
    values.insert(fields::user, u"hadoop"_s);
    m_client =
        std::make_shared<LinkisClient>(settingsOf(values, {{fields::password, u"secret-password"_s}}), apiFile());
    m_sql = std::make_unique<LinkisSql>(m_client);
    m_state = "Succeed";
    m_names = R"({"name":"_10.dolphin","isLeaf":true},{"name":"_2.dolphin","isLeaf":true})";
    m_sets = {
        {u"_2.dolphin"_s, tableOf("int", R"([["1"],[null]])")}, {u"_10.dolphin"_s, tableOf("string", R"([["NULL"]])")}};
    m_killed = false;
}

Answer LinkisRunsTest::answer(const ReceivedRequest& request)
{
    const QByteArray path = request.path().mid(sizeof("/api/rest_j/v1") - 1);
    if (path == "/user/login") {
        return good(R"({"userName":"hadoop","isAdmin":false,"sessionTimeOut":3600000})");
    }
    if (path == "/entrance/submit") {
        return good(R"({"taskID":7,"execID":"exec_id1"})");
    }
    if (path.endsWith("/status")) {
        return good(R"({"status":")" + (m_killed ? QByteArray("Cancelled") : m_state) + R"(","execID":"x"})");
    }
    if (path.endsWith("/kill")) {
        m_killed = true;
        return good("{}");
    }
    if (path == "/jobhistory/7/get") {
        return good(R"({"task":{"taskID":7,"status":")" + (m_killed ? QByteArray("Cancelled") : m_state)
            + R"(","umUser":"hadoop","strongerExecId":"exec_id2","resultLocation":"file:///r/7",)"
              R"("errDesc":"21304, Task is Failed,errorMsg: table nope not found"}})");
    }
    if (path == "/filesystem/getDirFileTrees") {
        QByteArray children = m_names;
        children.replace(R"("isLeaf")", R"("path":"file:///r/7/#","isLeaf")");
        for (const char* name : {"_10.dolphin", "_2.dolphin"}) {
            const qsizetype at = children.indexOf('#');
            if (at >= 0) {
                children.replace(at, 1, name);
            }
        }
        return good(R"({"dirFileTrees":{"children":[)" + children + "]}}");
    }
    if (path == "/filesystem/openFile") {
        const QString wanted = QUrl::fromPercentEncoding(request.target);
        for (auto it = m_sets.begin(); it != m_sets.end(); ++it) {
            if (wanted.contains(u'/' + it.key())) {
                return good(*it);
            }
        }
    }
    if (path == "/configuration/getCategory") {
        return good(
            R"({"Category":[{"categoryName":"全局设置","childCategory":[]},)"
            R"({"categoryName":"IDE","childCategory":[{"categoryName":"shell-1"},{"categoryName":"hive-3.1.3"}]}]})");
    }
    return good(R"({"log":["","","",""],"fromLine":0})");
}

std::shared_ptr<SqlSession> LinkisRunsTest::session()
{
    const auto opened = await(m_sql->openSession({}, {}));
    return opened && *opened ? **opened : nullptr;
}

void LinkisRunsTest::allSetsComeInTheOrderOfTheirNumbers()
{
    const auto first = std::make_shared<ResultStore>();
    std::map<int, std::shared_ptr<ResultStore>> further;
    RunRequest request{.statement = u"select 1"_s};
    request.onNextResult = [&](int number) { return further[number] = std::make_shared<ResultStore>(); };
    const auto summary = await(session()->run(request, first, {}));
    QVERIFY(summary && *summary);
    QCOMPARE(textsOf(*first), QStringList({u"1"_s, u"(null)"_s}));
    QCOMPARE(further.size(), std::size_t(1));
    QCOMPARE(textsOf(*further[2]), QStringList{u"NULL"_s});
    QCOMPARE((*summary)->rows, 2);
    QVERIFY((*summary)->info.isQuery);
    QCOMPARE((*summary)->info.jobId, u"7"_s);
}

void LinkisRunsTest::aFailedTaskKeepsWhatItWrote()
{
    m_state = "Failed";
    const auto store = std::make_shared<ResultStore>();
    const auto summary = await(session()->run({.statement = u"select 1"_s}, store, {}));
    QVERIFY(summary && !*summary);
    QCOMPARE((*summary).error().kind, ErrorKind::Sql);
    QCOMPARE((*summary).error().message, u"table nope not found"_s);
    QCOMPARE(store->rowCount(), 2);
}

void LinkisRunsTest::theCapHoldsForEachResult()
{
    m_sets[u"_10.dolphin"_s] = tableOf("int", R"([["1"],["2"],["3"]])");
    const auto first = std::make_shared<ResultStore>();
    const auto second = std::make_shared<ResultStore>();
    RunRequest request{.statement = u"select 1"_s, .maxRows = 2};
    request.onNextResult = [&](int) { return second; };
    const auto summary = await(session()->run(request, first, {}));
    QVERIFY(summary && *summary);
    QCOMPARE(first->rowCount(), 2); // all there is
    QCOMPARE(second->rowCount(), 2);
    QVERIFY((*summary)->capped);
}

void LinkisRunsTest::oneSetThatCannotBeReadDoesNotHideTheOthers()
{
    m_sets[u"_2.dolphin"_s] = R"({"type":"2","display_prohibited":true,"en_msg":"a cell is too long"})";
    const auto first = std::make_shared<ResultStore>();
    const auto second = std::make_shared<ResultStore>();
    RunRequest request{.statement = u"select 1"_s};
    request.onNextResult = [&](int) { return second; };
    const auto summary = await(session()->run(request, first, {}));
    QVERIFY(summary && !*summary);
    QVERIFY((*summary).error().message.contains(u"a cell is too long"_s));
    QCOMPARE(textsOf(*second), QStringList{u"NULL"_s});
}

void LinkisRunsTest::cancelKillsAndLettingGoDoesNot_data()
{
    QTest::addColumn<bool>("letsGo");
    QTest::newRow("cancelled") << false;
    QTest::newRow("let go") << true;
}

void LinkisRunsTest::cancelKillsAndLettingGoDoesNot()
{
    QFETCH(bool, letsGo);
    m_state = "Running";
    const auto opened = session();
    const CancellationSource source;
    RunRequest request{.statement = u"select 1"_s};
    request.onProgress = [&](const RunProgress&) {
        if (letsGo) {
            opened->lastingRuns()->letGo(u"7"_s);
        }
        source.cancel();
    };
    const auto summary = await(opened->run(request, std::make_shared<ResultStore>(), source.token()));
    QVERIFY(summary && !*summary);
    QVERIFY((*summary).error().isCancelled());
    QCOMPARE(m_killed, !letsGo);
}

void LinkisRunsTest::aTaskIsWatchedAgainUnderTheIdThatTheHistoryHas()
{
    const auto opened = session();
    const auto store = std::make_shared<ResultStore>();
    const auto summary = await(opened->lastingRuns()->resume(u"7"_s, {.statement = u"select 1"_s}, store, {}));
    QVERIFY(summary && *summary);
    QCOMPARE(store->rowCount(), 2);
    QCOMPARE(m_server->requestCount("/api/rest_j/v1/entrance/submit"), 0);
    QCOMPARE(m_server->requestCount("/api/rest_j/v1/entrance/exec_id2/status"), 1);
}

void LinkisRunsTest::theFormOffersWhatTheServerHas()
{
    const auto done = await(m_sql->prepareForm({}));
    QVERIFY(done && *done);
    const FormDescription form = m_sql->sessionForm();
    QStringList engines;
    for (const FormField::Option& option : form.field(QString(taskfields::engine))->options) {
        engines.append(option.id);
    }
    QCOMPARE(engines, QStringList({u"spark-3.2.1"_s, u"hive-3.1.3"_s, u"shell-1"_s, QString(taskfields::other)}));
    FormValues values{{taskfields::engine, u"shell-1"_s}, {taskfields::variables, u"a = 1\nb"_s}};
    QVERIFY(form.problems(values).contains(taskfields::variables));
    values[taskfields::variables] = u"a = 1"_s;
    QVERIFY(form.problems(values).isEmpty());
    const TaskOrder order = orderFrom(values, m_client->settings());
    QCOMPARE(order.engine, u"shell-1"_s);
    QCOMPARE(order.runType, u"shell"_s);
    QCOMPARE(order.variables.value("a"_L1).toString(), u"1"_s);
    values = {{taskfields::engine, QString(taskfields::other)}, {taskfields::otherEngine, u"trino-371"_s}};
    QCOMPARE(orderFrom(values, m_client->settings()).engine, u"trino-371"_s);
}

void LinkisRunsTest::languages_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("runType");
    QTest::addColumn<int>("language");
    const auto row = [](const char* engine, const char* kind, ScriptLanguage language) {
        QTest::addRow("%s %s", engine, kind)
            << QString::fromLatin1(engine) << QString::fromLatin1(kind) << int(language);
    };
    row("spark-3.2.1", "", ScriptLanguage::SparkSql);
    row("spark-3.2.1", "py", ScriptLanguage::Python);
    row("spark-3.2.1", "scala", ScriptLanguage::Scala);
    row("hive-3.1.3", "", ScriptLanguage::HiveSql);
    row("python-python2", "", ScriptLanguage::Python);
    row("shell-1", "", ScriptLanguage::Shell);
    row("flink-1.16.2", "", ScriptLanguage::FlinkSql);
    row("jdbc-4", "", ScriptLanguage::SparkSql);
}

void LinkisRunsTest::languages()
{
    QFETCH(QString, engine);
    QFETCH(QString, runType);
    QFETCH(int, language);
    const FormValues values{{taskfields::engine, engine}, {taskfields::runType, runType}};
    QCOMPARE(int(m_sql->language(values)), language);
}

void LinkisRunsTest::sentences_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("coded") << QString() << u"21304, Task is Failed,errorMsg: Table 'demo.x' doesn't exist"_s
                           << u"Table 'demo.x' doesn't exist"_s;
    QTest::newRow("next line") << QString()
                               << u"21304, Task is Failed,errorMsg: run shell failed with error:\n ls: no"_s
                               << u"run shell failed with error: ls: no"_s;
    QTest::newRow("both languages") << QString() << u"Shell code contains blacklisted code(shell中包含黑名单代码)"_s
                                    << u"Shell code contains blacklisted code"_s;
    QTest::newRow("killed") << u"31001"_s << u"用户主动kill任务"_s << u"The task was killed."_s;
    QTest::newRow("no engine") << QString() << u"您提交的EngineTypeLabel没有对应的引擎版本"_s
                               << u"The server has no engine of this type and version."_s;
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void LinkisRunsTest::sentences()
{
    QFETCH(QString, code);
    QFETCH(QString, said);
    QFETCH(QString, sentence);
    QCOMPARE(texts::sentenceOf(code, said), sentence);
}

void LinkisRunsTest::paramsAreLeftOut()
{
    QCOMPARE(withoutParams(R"({"paramsJson":"{\"password\":\"x\"}","status":"a","paramsJson" : null})"),
        QByteArray(R"({"paramsJson":"***","status":"a","paramsJson" : null})"));
    QCOMPARE(withoutParams(R"({"paramsJson":"{\"passw)"), QByteArray(R"({"paramsJson":"***")"));
}

QTEST_GUILESS_MAIN(LinkisRunsTest)
#include "tst_linkisruns.moc"
