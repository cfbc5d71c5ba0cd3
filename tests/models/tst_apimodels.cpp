// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apioperationmodel.h"
#include "models/jsontablemodel.h"
#include "models/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// Quotes are written as ', since moc stumbles over raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// The tree as lines, everything opened.
QStringList dump(QAbstractItemModel& model, const QModelIndex& parent = {}, const QString& indent = {})
{
    while (model.canFetchMore(parent)) {
        model.fetchMore(parent);
    }
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString value =
            model.columnCount(parent) > 1 ? u" = "_s + index.siblingAtColumn(1).data().toString() : u""_s;
        lines << indent + index.data().toString() + value;
        lines += dump(model, index, indent + u"  "_s);
    }
    return lines;
}

} // namespace

class TestApiModels : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void indents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nested") << json("{'a':[1,{'b':'x,{y}'}],'c':{}}")
                                << json("{\n  'a': [\n    1,\n    {\n      'b': 'x,{y}'\n    }\n  ],\n  'c': {}\n}\n");
        QTest::newRow("numbers stay") << QByteArray("[1.0, 9007199254740993 ,1e400]")
                                      << QByteArray("[\n  1.0,\n  9007199254740993,\n  1e400\n]\n");
        QTest::newRow("escapes stay") << QByteArray("[\"\\\"\\u8ba2\\\\\"]")
                                      << QByteArray("[\n  \"\\\"\\u8ba2\\\\\"\n]\n");
        QTest::newRow("empty inside") << QByteArray("[ { } , [ ] ]") << QByteArray("[\n  {},\n  []\n]\n");
        QTest::newRow("no JSON") << QByteArray("<html>") << QByteArray("<html>");
        QTest::newRow("cut") << QByteArray("[1,") << QByteArray("[1,");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void indents()
    {
        QFETCH(QByteArray, text);
        QTEST(indentedJson(text), "expected");
    }

    void findsTheTable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("table"); ///< empty: none
        QTest::newRow("itself") << QByteArray("[{}]") << QByteArray("[{}]");
        QTest::newRow("a member") << json("{'n':1,'l':[1],'jobs':[{'a':1}]}") << json("[{'a':1}]");
        QTest::newRow("none") << json("{'n':[1,2]}") << QByteArray();
        QTest::newRow("a text") << json("'x'") << QByteArray();
        QTest::newRow("empty list") << QByteArray("[]") << QByteArray();
    }

    void findsTheTable()
    {
        QFETCH(QByteArray, text);
        const auto range = firstTable(text);
        const std::string_view found = range ? range->in(text) : std::string_view();
        QTEST(QByteArray(found.data(), qsizetype(found.size())), "table");
    }

    void showsATree()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch in the middle of a reset
        QVERIFY(model.setJson(json("{'jobs':[{'id':9007199254740993,'name':'a\\nb'},7],'none':null,'e':{}}")));
        QCOMPARE(dump(model),
            (QStringList{u"jobs = [{\"id\":9007199254740993,\"name\":\"a\\nb\"},7]"_s,
                u"  [0] = {\"id\":9007199254740993,\"name\":\"a\\nb\"}"_s, u"    id = 9007199254740993"_s,
                u"    name = a b"_s, u"  [1] = 7"_s, u"none = null"_s, u"e = {}"_s}));
        const QModelIndex jobs = model.index(0, 0);
        QVERIFY(jobs.data(JsonTreeModel::IsTableRole).toBool());
        const QModelIndex name = model.index(1, 0, model.index(0, 0, jobs));
        QCOMPARE(name.data(JsonTreeModel::PathRole).toString(), u"jobs[0].name"_s);
        QCOMPARE(name.data(JsonTreeModel::TextRole).toString(), u"a\nb"_s);

        QVERIFY(model.setJson(json(" 'alone' ")));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 1).data().toString(), u"alone"_s);
        QVERIFY(!model.setJson("<html>"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.hasChildren());
    }

    void readsLargeArraysInPieces()
    {
        QByteArray text = "[0";
        for (int i = 1; i < 2500; ++i) {
            text += ',' + QByteArray::number(i);
        }
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch in the middle of a reset
        QVERIFY(model.setJson(text + ']'));
        QVERIFY(model.hasChildren());
        model.fetchMore({});
        QVERIFY(model.rowCount() < 2500 && model.canFetchMore({}));
        QCOMPARE(dump(model).size(), 2500);
        QCOMPARE(model.index(2499, 1).data().toString(), u"2499"_s);
    }

    void showsATable()
    {
        JsonTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch in the middle of a reset
        const QByteArray text = json("[{'a':1,'b':'x'},{'c':[1]},{'a':null}]");
        model.setJson(text, *firstTable(text));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"c"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"x"_s);
        QVERIFY(!model.index(1, 0).data().isValid());
        QCOMPARE(model.index(1, 2).data().toString(), u"[1]"_s);
        QCOMPARE(model.index(2, 0).data().toString(), u"null"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void listsCallsOfOneVersion()
    {
        const auto description = ApiDescription::read(
            json("{'paths':{'/a':{'get':{'operationId':'a','tags':['One'],'summary':'First'},"
                 "'delete':{'operationId':'b','tags':['One']}},'/c':{'get':{'operationId':'c'}},"
                 "'/v1':{'get':{'operationId':'v1','x-millrace-operation':'v','x-millrace-dialect':'v1'}},"
                 "'/v2':{'get':{'operationId':'v2','x-millrace-operation':'v','x-millrace-dialect':'v2'}}}}"));
        QVERIFY(description);
        ApiOperationModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDescription(*description, u"v1"_s);
        QCOMPARE(dump(model), (QStringList{u"Other calls"_s, u"  c"_s, u"  v"_s, u"One"_s, u"  a"_s, u"  b"_s}));
        QCOMPARE(model.operationCount(), 4);
        QCOMPARE(model.indexOf(u"v"_s).data(ApiOperationModel::PathRole).toString(), u"/v1"_s);
        QVERIFY(model.indexOf(u"b"_s).data(ApiOperationModel::IsChangingRole).toBool());
        QVERIFY(!model.indexOf(u"zzz"_s).isValid());
        QVERIFY(!model.operation(model.index(0, 0)));
        model.setDescription(*description, {});
        QCOMPARE(model.indexOf(u"v"_s).data(ApiOperationModel::PathRole).toString(), u"/v2"_s);
    }
};

QTEST_GUILESS_MAIN(TestApiModels)
#include "tst_apimodels.moc"
