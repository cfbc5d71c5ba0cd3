// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkexplain.h"
#include "backends/flink/planfile.h"
#include "backends/flink/planjson.h"
#include "backends/flink/plantext.h"
#include "backends/flink/plantree.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;

namespace {

QJsonArray recorded(const QString& name)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/flink/plans/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

QJsonObject entry(const QString& file, const QString& name)
{
    for (const QJsonValue& each : recorded(file)) {
        if (each[u"name"].toString() == name) {
            return each.toObject();
        }
    }
    return {};
}

QString explainText(const QString& name, const QString& version = u"2.3.0"_s)
{
    return entry(u"explain-"_s + version, name)[u"explain"].toString();
}

/// One line a node and an edge.
QString dump(const Graph& graph)
{
    QString text;
    for (const GraphNode& node : graph.nodes) {
        text += u"%1 %2 x%3"_s.arg(node.id, node.title, QString::number(node.parallelism));
        text += node.changelogMode.isEmpty() ? QString() : QString(u" ["_s + node.changelogMode + u']');
        text += node.upsertKeys.isEmpty() ? QString() : QString(u" key "_s + node.upsertKeys.join(u' '));
        text += node.advice.isEmpty() ? u"\n"_s : u" advice\n"_s;
    }
    for (const GraphEdge& edge : graph.edges) {
        text += u"%1 -> %2 %3 %4"_s.arg(edge.from, edge.to, edge.ship, edge.description).trimmed() + u'\n';
    }
    return text;
}

bool isSound(const Graph& graph)
{
    QStringList ids;
    for (const GraphNode& node : graph.nodes) {
        if (node.id.isEmpty() || ids.contains(node.id)) {
            return false;
        }
        ids << node.id;
    }
    return std::ranges::all_of(
        graph.edges, [&ids](const GraphEdge& edge) { return ids.contains(edge.from) && ids.contains(edge.to); });
}

} // namespace

class FlinkPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAnswer_data();
    void everyAnswer();
    void joinOfThree();
    void statementSet();
    void reusedInput();
    void batchPlan();
    void treeWithoutJson();
    void compiled_data();
    void compiled();
    void compiledDetails();
    void jobPlan();
    void sentStatements_data();
    void sentStatements();
    void foreignFiles_data();
    void foreignFiles();
    void ownOutput();
    void garbled_data();
    void garbled();
};

void FlinkPlanTest::everyAnswer_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& version : {u"2.3.0"_s, u"1.20.3"_s}) {
        for (const QJsonValue& each : recorded(u"explain-"_s + version)) {
            QTest::newRow(qPrintable(version + u' ' + each[u"name"].toString())) << each[u"explain"].toString();
        }
    }
}

void FlinkPlanTest::everyAnswer()
{
    QFETCH(QString, text);
    const auto explanation = readExplanation(text);
    QVERIFY(explanation);
    QVERIFY(isSound(explanation->graph));
    QVERIFY(isSound(explanation->logical));
    QCOMPARE(explanation->texts.size(), std::size_t(4));
    QVERIFY(!explanation->json.isEmpty());
    const bool isBatch = !text.contains("With Advice"_L1);
    int known = 0;
    for (const GraphNode& node : explanation->graph.nodes) {
        QVERIFY2(!node.type.isEmpty() && !node.title.isEmpty(), qPrintable(node.description));
        QVERIFY(node.parallelism >= 1);
        known += node.changelogMode.isEmpty() ? 0 : 1;
    }
    if (!isBatch) {
        QVERIFY2(known * 2 > int(explanation->graph.nodes.size()), qPrintable(dump(explanation->graph)));
    }
    // What the text says without its JSON is the same plan.
    const auto fromTree = readExplanation(text.first(text.indexOf("== Physical Execution Plan"_L1)));
    QVERIFY(fromTree);
    QVERIFY(isSound(fromTree->graph));
    QVERIFY(!fromTree->graph.isEmpty());
}

void FlinkPlanTest::joinOfThree()
{
    const auto explanation = readExplanation(explainText(u"join of three with an aggregate"_s));
    QVERIFY(explanation);
    const Graph& graph = explanation->graph;
    const auto aggregate = std::ranges::find(graph.nodes, u"GroupAggregate"_s, &GraphNode::type);
    QVERIFY(aggregate != graph.nodes.end());
    QCOMPARE(aggregate->title, u"GroupAggregate by country"_s);
    QCOMPARE(aggregate->changelogMode, u"I,UA"_s);
    QCOMPARE(aggregate->upsertKeys, QStringList{u"[country]"_s});
    QCOMPARE(aggregate->advice.size(), 1);
    QVERIFY(aggregate->advice.front().startsWith("You might want to enable local-global"_L1));
    QVERIFY(explanation->advice.isEmpty());
    const auto edge = std::ranges::find(graph.edges, aggregate->id, &GraphEdge::to);
    QCOMPARE(edge->ship, u"HASH"_s);
    QCOMPARE(edge->description, u"hash[country]"_s);
    const auto joins = std::ranges::count(graph.nodes, u"Join"_s, &GraphNode::type);
    QCOMPARE(joins, 2);
    QCOMPARE(std::ranges::count(graph.nodes, u"TableSourceScan"_s, &GraphNode::type), 3);
}

void FlinkPlanTest::statementSet()
{
    const auto explanation = readExplanation(explainText(u"statement set"_s));
    QVERIFY(explanation);
    QCOMPARE(dump(explanation->graph),
        u"1 Source: orders x1 [I]\n2 Calc x1 [I]\n3 WatermarkAssigner x1 [I]\n4 Calc x1 [I]\n5 Calc x1 [I]\n"
        "6 Sink: big_sink x1 [NONE]\n7 Sink: log_sink x1 [NONE]\n"
        "1 -> 2 FORWARD\n2 -> 3 FORWARD\n3 -> 4 FORWARD\n3 -> 5 FORWARD\n5 -> 6 FORWARD\n4 -> 7 FORWARD\n"_s);
}

void FlinkPlanTest::reusedInput()
{
    const QString text = explainText(u"self join"_s);
    const auto explanation = readExplanation(text.first(text.indexOf("== Physical Execution Plan"_L1)));
    QVERIFY(explanation);
    QCOMPARE(dump(explanation->graph),
        u"1 Source: orders x0 [I]\n2 Calc x0 [I]\n3 WatermarkAssigner x0 [I]\n4 Calc x0 [I]\n"
        "5 Join: (shop_id = shop_id0) AND (amount < amount0) x0 [I]\n6 Calc x0 [I]\n"
        "1 -> 2\n2 -> 3\n3 -> 4\n4 -> 5 HASH hash[shop_id]\n4 -> 5 HASH hash[shop_id]\n5 -> 6\n"_s);
}

void FlinkPlanTest::batchPlan()
{
    const auto explanation = readExplanation(explainText(u"batch hash join"_s));
    QVERIFY(explanation);
    const auto hashed = std::ranges::count(explanation->graph.edges, u"HASH"_s, &GraphEdge::ship);
    QCOMPARE(hashed, 2);
    QCOMPARE(std::ranges::count(explanation->graph.edges, u"hash[item]"_s, &GraphEdge::description), 2);
}

void FlinkPlanTest::treeWithoutJson()
{
    const auto explanation = readExplanation(
        u"== Optimized Execution Plan ==\nSink(table=[c.d.t], fields=[a])\n+- Union(all=[true], union=[a])\n"
        "   :- Exchange(distribution=[single])\n   :  +- Values(tuples=[[{ 1 }]])\n   +- Reused(reference_id=[7])\n"_s);
    QVERIFY(explanation);
    QCOMPARE(dump(explanation->graph), u"1 Values x0\n2 Union x0\n3 Sink: t x0\n1 -> 2 GLOBAL single\n2 -> 3\n"_s);
}

void FlinkPlanTest::compiled_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("name");
    for (const QString& version : {u"2.3.0"_s, u"1.20.3"_s}) {
        for (const QJsonValue& each : recorded(u"compiled-"_s + version)) {
            QTest::newRow(qPrintable(version + u' ' + each[u"name"].toString())) << version << each[u"name"].toString();
        }
    }
}

void FlinkPlanTest::compiled()
{
    QFETCH(QString, version);
    QFETCH(QString, name);
    const QJsonObject both = entry(u"compiled-"_s + version, name);
    const auto plan = readPlanFile(QJsonDocument(both[u"compiled"].toObject()).toJson());
    QVERIFY(plan);
    QVERIFY(isSound(plan->graph));
    QVERIFY(std::ranges::none_of(plan->graph.nodes, [](const GraphNode& node) { return node.type == u"Exchange"; }));
    const auto job = readPlanFile(QJsonDocument(both[u"jobPlan"].toObject()).toJson());
    QVERIFY(job);
    QVERIFY(isSound(job->graph));
    QCOMPARE(
        std::ranges::count_if(plan->graph.nodes, [](const GraphNode& n) { return n.title.startsWith("Sink: "_L1); }),
        name == u"set" ? 2 : 1);
}

void FlinkPlanTest::compiledDetails()
{
    const auto plan = planjson::compiledPlan(entry(u"compiled-2.3.0"_s, u"aggregate"_s)[u"compiled"].toObject());
    QVERIFY(plan);
    const auto aggregate = std::ranges::find(plan->nodes, u"GroupAggregate"_s, &GraphNode::type);
    const auto property = [&aggregate](const QString& name) {
        const auto found = std::ranges::find(aggregate->properties, name, &NamedText::name);
        return found == aggregate->properties.end() ? QString() : found->value;
    };
    QCOMPARE(property(u"state"_s), u"groupAggregateState (ttl 0 ms)"_s);
    QCOMPARE(property(u"table.exec.mini-batch.enabled"_s), u"false"_s);
    QVERIFY(property(u"plan id"_s).endsWith("_stream-exec-group-aggregate_1"_L1));
    const auto sink = std::ranges::find(plan->nodes, u"Sink"_s, &GraphNode::type);
    QCOMPARE(sink->upsertKeys, QStringList{u"[shop_id]"_s});
}

void FlinkPlanTest::jobPlan()
{
    const auto plan = planjson::jobPlan(entry(u"compiled-2.3.0"_s, u"aggregate"_s)[u"jobPlan"].toObject());
    QVERIFY(plan);
    QCOMPARE(plan->nodes.size(), std::size_t(2));
    QCOMPARE(plan->edges.size(), std::size_t(1));
    QCOMPARE(plan->edges.front().ship, u"HASH"_s);
    for (const GraphNode& node : plan->nodes) {
        QVERIFY(!node.description.contains("<br/>"_L1));
    }
}

void FlinkPlanTest::sentStatements_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("sent");
    QTest::newRow("query") << u"SELECT 1"_s << u"EXPLAIN X\nSELECT 1"_s;
    QTest::newRow("set") << u"EXECUTE STATEMENT SET\nBEGIN INSERT INTO a SELECT 1; END"_s
                         << u"EXPLAIN X\n        STATEMENT SET\nBEGIN INSERT INTO a SELECT 1; END"_s;
    QTest::newRow("older set") << u"BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END"_s
                               << u"EXPLAIN X\n        STATEMENT SET BEGIN INSERT INTO a SELECT 1; END"_s;
    QTest::newRow("compile") << u"COMPILE PLAN 'f' FOR INSERT INTO a SELECT 1"_s
                             << u"EXPLAIN X\n                     INSERT INTO a SELECT 1"_s;
    QTest::newRow("explain") << u"EXPLAIN PLAN FOR SELECT 1"_s << u"EXPLAIN PLAN FOR SELECT 1"_s;
}

void FlinkPlanTest::sentStatements()
{
    QFETCH(QString, statement);
    QFETCH(QString, sent);
    QCOMPARE(ExplainStatement(statement, u"X"_s).text(), sent);
}

void FlinkPlanTest::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("SELECT 1");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("array") << QByteArray("[1, 2]");
    QTest::newRow("other nodes") << QByteArray(R"({"nodes":[1,"a",null]})");
    QTest::newRow("cut") << QByteArray(R"({"nodes":[{"id":1,"type")");
    QTest::newRow("heads only") << QByteArray("== Abstract Syntax Tree ==\n\n== Optimized Execution Plan ==\n");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00== \x01", 8);
}

void FlinkPlanTest::foreignFiles()
{
    QFETCH(QByteArray, bytes);
    const auto plan = readPlanFile(bytes);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Usage);
    QVERIFY(plan.error().message.startsWith("This is no plan"_L1));
}

void FlinkPlanTest::ownOutput()
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/flink/plans/own.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto plan = readPlanFile(file.readAll());
    QVERIFY(plan);
    QCOMPARE(dump(plan->graph), u"1 Source: t x2\n2 Sink: u x1\n1 -> 2 REBALANCE\n"_s);
}

void FlinkPlanTest::garbled_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("join") << u"join of three with an aggregate"_s;
    QTest::newRow("set") << u"statement set of the older form"_s;
    QTest::newRow("quotes") << u"case, cast and quotes"_s;
}

/// Cut and changed at random: whatever is read is sound, and nothing crashes or hangs.
void FlinkPlanTest::garbled()
{
    QFETCH(QString, name);
    const QString text = explainText(name);
    QVERIFY(!text.isEmpty());
    QRandomGenerator random(20260101);
    const QString letters = u"[](){}=,'\n+-: \"19aR"_s;
    for (int round = 0; round < 300; ++round) {
        QString garbled = text;
        for (int change = random.bounded(8); change >= 0; --change) {
            const auto at = random.bounded(int(garbled.size()));
            switch (random.bounded(4)) {
            case 0:
                garbled.truncate(at + 1);
                break;
            case 1:
                garbled.remove(at, random.bounded(200));
                break;
            case 2:
                garbled.insert(at, garbled.sliced(random.bounded(int(garbled.size()))).left(random.bounded(400)));
                break;
            default:
                garbled[at] = letters[random.bounded(int(letters.size()))];
            }
            if (garbled.isEmpty()) {
                garbled = u"x"_s;
            }
        }
        garbled.replace(u"reference_id=[1]"_s, u"reference_id=[%1]"_s.arg(random.bounded(3)));
        if (const auto explanation = readExplanation(garbled)) {
            QVERIFY(isSound(explanation->graph));
            QVERIFY(isSound(explanation->logical));
        }
        std::ignore = readPlanFile(garbled.toUtf8());
    }
}

QTEST_GUILESS_MAIN(FlinkPlanTest)
#include "tst_flinkplan.moc"
