// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/planlink.h"
#include "sql/planoperator.h"

#include <QRandomGenerator>
#include <QTest>

using namespace millrace;
using namespace millrace::sql;
using namespace Qt::StringLiterals;

class PlanLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void operators_data();
    void operators();
    void tables_data();
    void tables();
    void lines();
    void links_data();
    void links();
    void nodeAt();
    void anyText();
};

void PlanLinkTest::operators_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("attributes");
    QTest::addColumn<QString>("title");
    QTest::newRow("scan") << u"TableSourceScan(table=[[c, d, orders]], fields=[a, b])"_s << u"TableSourceScan"_s
                          << u"table=[c, d, orders] fields=a, b"_s << u"Source: orders"_s;
    QTest::newRow("join") << u"Join(joinType=[LeftOuterJoin], where=[(a = b)], select=[a, b])"_s << u"Join"_s
                          << u"joinType=LeftOuterJoin where=(a = b) select=a, b"_s << u"LeftOuterJoin: a = b"_s;
    QTest::newRow("brackets in brackets")
        << u"IntervalJoin(windowBounds=[isRowTime=true, lower=-1], where=[f(a=[x], b)])"_s << u"IntervalJoin"_s
        << u"windowBounds=isRowTime=true, lower=-1 where=f(a=[x], b)"_s << u"IntervalJoin: f(a=[x], b)"_s;
    QTest::newRow("quotes") << u"Calc(select=[CASE((c = 'it's, [a] (b)'), '=[x], fields=[', c) AS kind])"_s << u"Calc"_s
                            << u"select=CASE((c = 'it's, [a] (b)'), '=[x], fields=[', c) AS kind"_s << u"Calc"_s;
    QTest::newRow("no attributes") << u"ConstraintEnforcer[NotNullEnforcer(fields=[a])]"_s << u"ConstraintEnforcer"_s
                                   << QString() << u"ConstraintEnforcer"_s;
    QTest::newRow("empty") << QString() << QString() << QString() << QString();
    QTest::newRow("cut") << u"Join(joinType=[Inn"_s << u"Join"_s << u"joinType=[Inn"_s << u"[InnJoin"_s;
}

void PlanLinkTest::operators()
{
    QFETCH(QString, text);
    QFETCH(QString, type);
    QFETCH(QString, attributes);
    QFETCH(QString, title);
    const PlanOperator step = planOperator(text);
    QStringList all;
    for (const NamedText& attribute : step.attributes) {
        all << attribute.name + u'=' + attribute.value;
    }
    QCOMPARE(step.type, type);
    QCOMPARE(all.join(u' '), attributes);
    QCOMPARE(planTitle(step), title);
}

void PlanLinkTest::tables_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("table");
    QTest::newRow("list") << u"[c, d, orders]"_s << u"orders"_s;
    QTest::newRow("dots") << u"c.d.orders"_s << u"orders"_s;
    QTest::newRow("pushed") << u"[c, d, orders, project=[a, b], metadata=[]]"_s << u"orders"_s;
    QTest::newRow("empty") << QString() << QString();
}

void PlanLinkTest::tables()
{
    QFETCH(QString, value);
    QFETCH(QString, table);
    QCOMPARE(planTable(value), table);
}

void PlanLinkTest::lines()
{
    const auto found = planLines(u"A(x=[1]): rowcount = 2.0, cumulative cost = {1 rows}\n:- B\n:  +- C(a\nb)\n"
                                 "+- D(y=[1])(reuse_id=[3])\n\nE\n+- Reused(reference_id=[3])\n");
    QCOMPARE(found.size(), std::size_t(6));
    QCOMPARE(found[0], (PlanLine{u"A(x=[1])"_s, u"rowcount = 2.0, cumulative cost = {1 rows}"_s, -1, 0, 0}));
    QCOMPARE(found[1].parent, 0);
    QCOMPARE(found[2], (PlanLine{u"C(a\nb)"_s, {}, 1, 0, 0}));
    QCOMPARE(found[3], (PlanLine{u"D(y=[1])"_s, {}, 0, 3, 0}));
    QCOMPARE(found[4].parent, -1);
    QCOMPARE(found[5].reference, 3);
    QCOMPARE(found[5].parent, 4);
}

void PlanLinkTest::links_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QStringList>("parts");
    const QString query = u"INSERT INTO `db`.revenue\nSELECT s.country, SUM(o.amount) AS total -- all\n"
                          "FROM orders AS o LEFT JOIN shops s ON o.shop_id = s.id\n"
                          "JOIN rates AS r ON o.currency = r.currency\n"
                          "WHERE o.amount > 5 GROUP BY s.country"_s;
    QTest::newRow("source") << query << u"TableSourceScan(table=[[c, d, shops]])"_s << QStringList{u"shops"_s};
    QTest::newRow("sink") << query << u"Sink(table=[c.db.revenue])"_s << QStringList{u"`db`.revenue"_s};
    QTest::newRow("join") << query << u"Join(joinType=[InnerJoin], where=[(currency = currency0)])"_s
                          << QStringList{u"JOIN rates AS r ON o.currency = r.currency"_s};
    QTest::newRow("left join") << query << u"Join(joinType=[LeftOuterJoin], where=[(shop_id = id)])"_s
                               << QStringList{u"LEFT JOIN shops s ON o.shop_id = s.id"_s};
    QTest::newRow("aggregate") << query << u"GroupAggregate(groupBy=[country], select=[country, SUM(amount)])"_s
                               << QStringList{u"GROUP BY s.country"_s};
    QTest::newRow("filter") << query << u"Calc(select=[a], where=[(amount > 5)])"_s
                            << QStringList{u"WHERE o.amount > 5"_s};
    QTest::newRow("twice") << u"SELECT * FROM orders a, orders b"_s << u"TableSourceScan(table=[[c, d, orders]])"_s
                           << QStringList{u"orders"_s, u"orders"_s};
    QTest::newRow("view") << u"SELECT * FROM big"_s << u"TableSourceScan(table=[[c, d, orders]])"_s << QStringList();
    QTest::newRow("window") << u"SELECT 1 FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE))"_s
                            << u"WindowTableFunction(window=[TUMBLE(time_col=[ts], size=[1 min])])"_s
                            << QStringList{u"TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE)"_s};
    QTest::newRow("over") << u"SELECT SUM(a) OVER (PARTITION BY b ORDER BY c) FROM t"_s
                          << u"OverAggregate(partitionBy=[b], orderBy=[c ASC])"_s
                          << QStringList{u"SUM(a) OVER (PARTITION BY b ORDER BY c)"_s};
    QTest::newRow("union") << u"SELECT a FROM t UNION ALL SELECT a FROM u"_s << u"Union(all=[true])"_s
                           << QStringList{u"UNION ALL"_s};
    QTest::newRow("values") << u"VALUES (1), (2)"_s << u"Values(tuples=[[{ 1 }]])"_s
                            << QStringList{u"VALUES (1), (2)"_s};
    QTest::newRow("nothing") << QString() << u"Calc(select=[a])"_s << QStringList();
}

void PlanLinkTest::links()
{
    QFETCH(QString, statement);
    QFETCH(QString, step);
    QFETCH(QStringList, parts);
    Graph graph;
    graph.nodes.push_back(planNode(u"1"_s, step));
    QStringList found;
    for (const PlanLink& link : planLinks(graph, statement)) {
        QCOMPARE(link.node, u"1"_s);
        found << statement.sliced(link.begin, link.end - link.begin);
    }
    QCOMPARE(found, parts);
}

void PlanLinkTest::nodeAt()
{
    const std::vector<PlanLink> links{{u"outer"_s, 0, 30}, {u"inner"_s, 10, 14}};
    QCOMPARE(planNodeAt(links, 12), u"inner"_s);
    QCOMPARE(planNodeAt(links, 14), u"inner"_s);
    QCOMPARE(planNodeAt(links, 20), u"outer"_s);
    QCOMPARE(planNodeAt(links, 31), QString());
}

/// Whatever stands in the statement, every link is a part of it.
void PlanLinkTest::anyText()
{
    const QStringList words{u"SELECT"_s, u"FROM"_s, u"JOIN"_s, u"ON"_s, u"("_s, u")"_s, u"GROUP BY"_s, u"OVER"_s,
        u"TABLE"_s, u"INTO"_s, u"orders"_s, u","_s, u"/*+"_s, u"*/"_s, u"LATERAL"_s, u"'x"_s, u"`"_s, u";"_s, u"."_s,
        u"VALUES"_s, u"UNION"_s, u"DISTINCT"_s, u"MATCH_RECOGNIZE"_s, u"LEFT"_s, u"TUMBLE"_s};
    Graph graph;
    for (const QString& step : {u"TableSourceScan(table=[[c, d, orders]])"_s, u"Sink(table=[c.d.orders])"_s,
             u"Join(where=[(a = b)])"_s, u"GroupAggregate(groupBy=[a])"_s, u"OverAggregate(partitionBy=[a])"_s,
             u"Match(x=[1])"_s, u"Union"_s, u"Values"_s, u"Calc(select=[a])"_s, u"WatermarkAssigner"_s}) {
        graph.nodes.push_back(planNode(QString::number(graph.nodes.size()), step));
    }
    graph.edges = {{u"0"_s, u"9"_s, {}, {}}, {u"9"_s, u"9"_s, {}, {}}};
    QRandomGenerator random(11);
    for (int round = 0; round < 2000; ++round) {
        QString statement;
        for (int i = random.bounded(25); i > 0; --i) {
            statement += words[random.bounded(int(words.size()))] + u' ';
        }
        for (const PlanLink& link : planLinks(graph, statement)) {
            QVERIFY2(0 <= link.begin && link.begin < link.end && link.end <= statement.size(), qPrintable(statement));
        }
    }
}

QTEST_GUILESS_MAIN(PlanLinkTest)
#include "tst_sql_planlink.moc"
