// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apidescription.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// Quotes are written as ', since moc stumbles over raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A file with these paths.
QByteArray file(const QByteArray& paths, const QByteArray& more = {})
{
    return json("{'openapi':'3.1.0','info':{'title':'Shop'},'paths':{" + paths + "}" + more + "}");
}

ApiDescription described(const QByteArray& paths, const QByteArray& more = {})
{
    auto description = ApiDescription::read(file(paths, more));
    if (!description) {
        qWarning("%s", qPrintable(description.error().message));
        return {};
    }
    return *description;
}

const ApiParameter* parameter(const ApiOperation& operation, const QString& name)
{
    const auto found = std::ranges::find(operation.parameters, name, &ApiParameter::name);
    return found == operation.parameters.end() ? nullptr : &*found;
}

QStringList ids(const ApiDescription& description)
{
    QStringList ids;
    for (const ApiOperation& operation : description.operations()) {
        ids << (operation.dialect.isEmpty() ? operation.id : operation.id + u'@' + operation.dialect);
    }
    return ids;
}

const char* const s_orders =
    "'/orders/{id}/items/{n}':{'parameters':[{'name':'id','in':'path','schema':{'type':'string'}},"
    "{'name':'deep','in':'query','schema':{'type':'boolean'}}],"
    "'get':{'operationId':'orders.item','tags':['Orders'],'summary':'One item','description':'All of it.',"
    "'parameters':[{'name':'n','in':'path','required':true,'schema':{'type':'integer'}},"
    "{'name':'deep','in':'query','description':'How deep','schema':{'type':'string','enum':['no','all']}},"
    "{'name':'field','in':'query','schema':{'type':'array','items':{'type':'string','enum':['a','b']}}},"
    "{'name':'X-Shop','in':'header','schema':{'type':'string','default':'main'}},"
    "{'name':'session','in':'cookie','schema':{'type':'string'}}]}}";

} // namespace

class TestApiDescription : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsAnOperation()
    {
        const ApiDescription description = described(s_orders);
        QCOMPARE(description.title(), u"Shop"_s);
        const ApiOperation* item = description.find(u"orders.item", {});
        QVERIFY(item);
        QCOMPARE(item->method, QByteArray("GET"));
        QCOMPARE(item->path, u"/orders/{id}/items/{n}"_s);
        QCOMPARE(item->tag, u"Orders"_s);
        QCOMPARE(item->summary, u"One item"_s);
        QCOMPARE(item->description, u"All of it."_s);
        QVERIFY(item->bodyType.isEmpty());
        QVERIFY(!item->isChanging());
        QCOMPARE(item->parameters.size(), std::size_t(5)); // the cookie is none

        QVERIFY(parameter(*item, u"id"_s)->required); // parts of the path always are
        QCOMPARE(parameter(*item, u"n"_s)->type, u"integer"_s);
        const ApiParameter* deep = parameter(*item, u"deep"_s); // the operation's own goes before the path's
        QCOMPARE(deep->options, (QStringList{u"no"_s, u"all"_s}));
        QCOMPARE(deep->description, u"How deep"_s);
        const ApiParameter* field = parameter(*item, u"field"_s);
        QVERIFY(field->isList && !field->required);
        QCOMPARE(field->options, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(parameter(*item, u"X-Shop"_s)->example, u"main"_s);
        QVERIFY(!description.find(u"orders.none", {}));
    }

    void readsForms()
    {
        const ApiDescription description =
            described("'/upload':{'post':{'operationId':'upload','requestBody':{'required':true,'content':"
                      "{'multipart/form-data':{'schema':{'required':['jar'],'properties':{"
                      "'jar':{'type':'array','items':{'type':'string','format':'binary'}},"
                      "'note':{'type':['string','null'],'description':'A note','examples':['hello']}}}}}}}}");
        const ApiOperation* upload = description.find(u"upload", {});
        QVERIFY(upload->isForm() && upload->isChanging() && upload->bodyRequired);
        QCOMPARE(upload->bodyType, QByteArray("multipart/form-data"));
        const ApiParameter* jar = parameter(*upload, u"jar"_s);
        QVERIFY(jar->required && jar->isList && jar->place == ApiParameter::Place::Form);
        QCOMPARE(jar->type, u"file"_s);
        const ApiParameter* note = parameter(*upload, u"note"_s);
        QCOMPARE(note->type, u"string"_s);
        QCOMPARE(note->example, u"hello"_s);
    }

    void readsReferences()
    {
        const ApiDescription description = described(
            "'/a':{'post':{'operationId':'a','parameters':[{'$ref':'#/components/parameters/P'}],"
            "'requestBody':{'$ref':'#/components/requestBodies/B'}}}",
            ",'components':{'parameters':{'P':{'name':'p','in':'query','schema':{'$ref':'#/components/schemas/x~1y'}}},"
            "'requestBodies':{'B':{'content':{'application/x-www-form-urlencoded':{'schema':"
            "{'$ref':'#/components/schemas/F'}}}}},"
            "'schemas':{'x/y':{'$ref':'#/components/schemas/I'},'I':{'type':'integer'},"
            "'Loop':{'$ref':'#/components/schemas/Loop'},"
            "'F':{'properties':{'f':{'$ref':'#/components/schemas/I'},'l':{'$ref':'#/components/schemas/Loop'}}}}}");
        const ApiOperation* a = description.find(u"a", {});
        QCOMPARE(parameter(*a, u"p"_s)->type, u"integer"_s);
        QCOMPARE(parameter(*a, u"f"_s)->type, u"integer"_s);
        QCOMPARE(parameter(*a, u"l"_s)->type, u"string"_s); // endless, and yet read
    }

    void bodyExamples_data()
    {
        QTest::addColumn<QByteArray>("media");
        QTest::addColumn<QByteArray>("example");
        QTest::newRow("given") << QByteArray("{'example':{'a':1}}") << QByteArray("{\n    \"a\": 1\n}\n");
        QTest::newRow("of several") << QByteArray("{'examples':{'one':{'value':[1]}}}") << QByteArray("[\n    1\n]\n");
        QTest::newRow("text") << QByteArray("{'example':'env {}'}") << QByteArray("env {}");
        QTest::newRow("from the schema")
            << QByteArray("{'schema':{'properties':{'n':{'type':'integer'},'s':{'type':'string','example':'x'},"
                          "'l':{'type':'array','items':{'type':'boolean'}},'e':{'enum':['u','v']}}}}")
            << QByteArray(
                   "{\n    \"e\": \"u\",\n    \"l\": [\n        false\n    ],\n    \"n\": 0,\n    \"s\": \"x\"\n}\n");
        QTest::newRow("nothing known") << QByteArray("{}") << QByteArray();
    }

    void bodyExamples()
    {
        QFETCH(QByteArray, media);
        const ApiDescription description = described("'/a':{'put':{'operationId':'a','requestBody':{'content':"
                                                     "{'application/xml':{},'application/json':"
            + media + "}}}}");
        const ApiOperation* a = description.find(u"a", {});
        QCOMPARE(a->bodyType, QByteArray("application/json"));
        QVERIFY(!a->isForm() && !a->bodyRequired);
        QTEST(a->bodyExample, "example");
    }

    void findsTheDialect_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("path");
        QTest::newRow("newest by number") << u""_s << u"/v10/info"_s;
        QTest::newRow("first") << u"v1"_s << u"/v1/info"_s;
        QTest::newRow("second") << u"v9"_s << u"/v9/info"_s;
        QTest::newRow("unknown") << u"v3"_s << QString();
    }

    void findsTheDialect()
    {
        const auto info = [](const QByteArray& version) -> QByteArray {
            return "'/" + version + "/info':{'get':{'operationId':'info" + version
                + "','x-millrace-operation':'info','x-millrace-dialect':'" + version + "'}}";
        };
        const ApiDescription description = described(info("v10") + "," + info("v1") + "," + info("v9"));
        QFETCH(QString, dialect);
        const ApiOperation* found = description.find(u"info", dialect);
        QTEST(found ? found->path : QString(), "path");
    }

    void theCommonOneServesEveryDialect()
    {
        const ApiDescription description =
            described("'/a':{'get':{'operationId':'a'}},'/b':{'get':{'operationId':'a2','x-millrace-operation':'a',"
                      "'x-millrace-dialect':'0.7'}}");
        QCOMPARE(description.find(u"a", u"0.7")->path, u"/b"_s);
        QCOMPARE(description.find(u"a", u"1.0")->path, u"/a"_s);
    }

    void ordersByTagNameAndVersion()
    {
        const ApiDescription description = described(
            "'/1':{'get':{'operationId':'z','tags':['Last']}},'/2':{'get':{'operationId':'b','tags':['First']}},"
            "'/3':{'get':{'operationId':'a','tags':['First'],'x-millrace-dialect':'v10'}},"
            "'/4':{'get':{'operationId':'a','tags':['First'],'x-millrace-dialect':'v2'}},"
            "'/5':{'get':{'operationId':'m'}}",
            ",'tags':[{'name':'First'},{'name':'Last'}]");
        QCOMPARE(ids(description), (QStringList{u"a@v2"_s, u"a@v10"_s, u"b"_s, u"z"_s, u"m"_s}));
    }

    void twoCallsOfOnePath()
    {
        const ApiDescription description =
            described("'/run':{'post':{'operationId':'run'}},'/run#batch':{'post':{'operationId':'runBatch'}}");
        QCOMPARE(description.find(u"runBatch", {})->path, u"/run"_s);
    }

    void refusesBadFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("cut") << QByteArray("{\"paths\":{") << u"no JSON"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"no paths"_s;
        QTest::newRow("no name") << file("'/a':{'get':{}}") << u"/a has no operationId"_s;
    }

    void refusesBadFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto description = ApiDescription::read(bytes);
        QVERIFY(!description);
        QVERIFY2(description.error().message.contains(says), qPrintable(description.error().message));
    }

    void fillsIn()
    {
        const ApiDescription description = described(s_orders);
        QMultiMap<QString, QString> values;
        values.insert(u"field"_s, u"b"_s);
        values.insert(u"field"_s, u"a"_s);
        values.insert(u"field"_s, u""_s);
        values.insert(u"n"_s, u"7"_s);
        values.insert(u"id"_s, u"a/b c?{n}%订"_s);
        values.insert(u"X-Shop"_s, u"side"_s);
        const auto request = prepareCall(*description.find(u"orders.item", {}), values, {});
        QVERIFY(request);
        QCOMPARE(request->path, u"/orders/a%2Fb%20c%3F%7Bn%7D%25%E8%AE%A2/items/7"_s);
        using Pairs = QList<QPair<QString, QString>>;
        QCOMPARE(request->query, (Pairs{{u"field"_s, u"b"_s}, {u"field"_s, u"a"_s}, {u"field"_s, u""_s}}));
        QCOMPARE(request->headers, (Pairs{{u"X-Shop"_s, u"side"_s}}));
        QVERIFY(request->form.isEmpty() && request->body.isEmpty());
    }

    void listsInAPathAreJoined()
    {
        const ApiDescription description = described("'/a/{ids}':{'get':{'operationId':'a','parameters':[{'name':'ids',"
                                                     "'in':'path','schema':{'type':'array'}}]}}");
        QMultiMap<QString, QString> values{{u"ids"_s, u"1"_s}};
        values.insert(u"ids"_s, u"2,3"_s);
        QCOMPARE(prepareCall(*description.find(u"a", {}), values, {})->path, u"/a/1,2%2C3"_s);
    }

    void refusesWhatCannotBeSent_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says"); ///< empty: it is fine
        const QByteArray none;
        QTest::newRow("fine") << u"item"_s << QStringList{u"id=1"_s} << none << QString();
        QTest::newRow("missing") << u"item"_s << QStringList() << none << u"item needs the parameter id."_s;
        QTest::newRow("unknown") << u"item"_s << QStringList{u"id=1"_s, u"x=2"_s} << none
                                 << u"item has no parameter x. It takes: id, tag, H."_s;
        QTest::newRow("unknown of none") << u"ping"_s << QStringList{u"x=2"_s} << none
                                         << u"ping takes no parameters, also not x."_s;
        QTest::newRow("twice") << u"item"_s << QStringList{u"id=1"_s, u"id=2"_s} << none
                               << u"item takes the parameter id only once."_s;
        QTest::newRow("a list twice") << u"item"_s << QStringList{u"id=1"_s, u"tag=a"_s, u"tag=b"_s} << none
                                      << QString();
        QTest::newRow("empty part of the path")
            << u"item"_s << QStringList{u"id="_s} << none << u"item needs a value for the parameter id."_s;
        QTest::newRow("dot") << u"item"_s << QStringList{u"id=."_s} << none << u"cannot be “.”"_s;
        QTest::newRow("dots") << u"item"_s << QStringList{u"id=.."_s} << none << u"cannot be “..”"_s;
        QTest::newRow("three dots") << u"item"_s << QStringList{u"id=..."_s} << none << QString();
        QTest::newRow("header of two lines")
            << u"item"_s << QStringList{u"id=1"_s, u"H=a\r\nEvil: b"_s} << none << u"H is a header"_s;
        QTest::newRow("body too much") << u"item"_s << QStringList{u"id=1"_s} << QByteArray("{}")
                                       << u"item takes no body."_s;
        QTest::newRow("body") << u"run"_s << QStringList() << QByteArray("{}") << QString();
        QTest::newRow("no body") << u"run"_s << QStringList() << none << u"run needs a body."_s;
        QTest::newRow("body need not be") << u"edit"_s << QStringList() << none << QString();
        QTest::newRow("form") << u"form"_s << QStringList{u"a=1"_s} << none << QString();
        QTest::newRow("form without a field") << u"form"_s << QStringList() << none << u"form needs the parameter a."_s;
        QTest::newRow("form and body") << u"form"_s << QStringList{u"a=1"_s} << QByteArray("x")
                                       << u"made of its parameters: a, b"_s;
    }

    void refusesWhatCannotBeSent()
    {
        const ApiDescription description = described(
            "'/item/{id}':{'get':{'operationId':'item','parameters':[{'name':'id','in':'path'},"
            "{'name':'tag','in':'query','schema':{'type':'array'}},{'name':'H','in':'header'}]}},"
            "'/ping':{'get':{'operationId':'ping'}},"
            "'/run':{'post':{'operationId':'run','requestBody':{'required':true,'content':{'application/json':{}}}},"
            "'patch':{'operationId':'edit','requestBody':{'content':{'application/json':{}}}}},"
            "'/form':{'post':{'operationId':'form','requestBody':{'required':true,'content':{"
            "'application/x-www-form-urlencoded':{'schema':{'required':['a'],'properties':{'a':{},'b':{}}}}}}}}");
        QFETCH(QString, operation);
        QFETCH(QStringList, given);
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        QMultiMap<QString, QString> values;
        for (const QString& each : given) {
            values.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
        }
        const auto request = prepareCall(*description.find(operation, {}), values, body);
        QCOMPARE(request.has_value(), says.isEmpty());
        if (!request) {
            QCOMPARE(request.error().kind, ErrorKind::Usage);
            QVERIFY2(request.error().message.contains(says), qPrintable(request.error().message));
        }
    }

    void fillsForms()
    {
        const ApiDescription description = described(
            "'/form':{'post':{'operationId':'form','requestBody':{'content':{'multipart/form-data':{'schema':{"
            "'properties':{'files':{'type':'array','items':{'format':'binary'}},'name':{}}}}}}}}");
        QMultiMap<QString, QString> values{{u"files"_s, u"/a.jar"_s}, {u"name"_s, u"n"_s}};
        values.insert(u"files"_s, u"/b.jar"_s);
        const auto request = prepareCall(*description.find(u"form", {}), values, {});
        using Pairs = QList<QPair<QString, QString>>;
        QCOMPARE(request->form, (Pairs{{u"files"_s, u"/a.jar"_s}, {u"files"_s, u"/b.jar"_s}, {u"name"_s, u"n"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestApiDescription)
#include "tst_apidescription.moc"
