// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "models/jsontreemodel.h"
#include "widgets/api/apibodyeditor.h"
#include "widgets/api/apicalllog.h"
#include "widgets/api/apiform.h"
#include "widgets/api/jsontreeview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

using Place = ApiParameter::Place;

ApiOperation uploadCall()
{
    ApiOperation call{.id = u"upload"_s, .method = "POST", .path = u"/jars/{jarId}"_s};
    call.parameters = {
        {.name = u"parallelism"_s, .place = Place::Query, .type = u"integer"_s, .description = u"How many."_s},
        {.name = u"jarId"_s, .place = Place::Path, .required = true, .example = u"a.jar"_s},
        {.name = u"mode"_s, .place = Place::Query, .options = {u"fast"_s, u"slow"_s}},
        {.name = u"kind"_s, .place = Place::Query, .required = true, .options = {u"a"_s, u"b"_s}},
        {.name = u"dry"_s, .place = Place::Query, .type = u"boolean"_s},
        {.name = u"tag"_s, .place = Place::Query, .isList = true},
        {.name = u"X-User"_s, .place = Place::Header},
        {.name = u"jarfile"_s, .place = Place::Form, .required = true, .type = u"file"_s},
    };
    return call;
}

QByteArray nestedArray(int count)
{
    QByteArray json = "{\"before\":1,\"list\":[";
    for (int i = 0; i < count; ++i) {
        json += QByteArray::number(i) + (i + 1 < count ? "," : "");
    }
    return json + "],\"after\":[2]}";
}

ApiSent sentCall(const QString& id, qsizetype bytes)
{
    ApiSent sent{.connectionId = u"c"_s, .operationId = id};
    sent.answer = ApiAnswer{.status = 200, .body = QByteArray(bytes, 'x')};
    return sent;
}

} // namespace

class TestApiParts : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { test::failOnWarnings(); }

    void aFieldForEveryParameter()
    {
        const FormDescription form = apiForm(uploadCall());
        QStringList lines;
        for (const FormField& field : form.fields) {
            QString label = field.label;
            lines << u"%1|%2|%3|%4"_s.arg(field.section, label.remove(QChar(0x200B)), field.placeholder)
                         .arg(static_cast<int>(field.kind));
        }
        const auto kind = [](FieldKind of) { return QString::number(static_cast<int>(of)); };
        QCOMPARE(lines,
            (QStringList{u"Path|jarId *|for example a.jar|"_s + kind(FieldKind::Text),
                u"Query|parallelism||"_s + kind(FieldKind::Text), u"Query|mode||"_s + kind(FieldKind::Choice),
                u"Query|kind *||"_s + kind(FieldKind::Choice), u"Query|dry||"_s + kind(FieldKind::Choice),
                u"Query|tag||"_s + kind(FieldKind::Lines), u"Header|X-User||"_s + kind(FieldKind::Text),
                u"Form|jarfile *||"_s + kind(FieldKind::File)}));
        QCOMPARE(form.defaults().value(u"mode"_s), QString());
        QCOMPARE(form.defaults().value(u"kind"_s), u"a"_s);
        QCOMPARE(form.field(u"dry")->options.size(), std::size_t(3));
    }

    void emptyFieldsAreLeftOut()
    {
        const ApiOperation call = uploadCall();
        const auto values = apiValues(call,
            {{u"jarId"_s, u"x y"_s}, {u"mode"_s, QString()}, {u"tag"_s, u"one\n\n two \n"_s}, {u"unknown"_s, u"1"_s}});
        QCOMPARE(values.size(), qsizetype(3));
        QCOMPARE(values.value(u"jarId"_s), u"x y"_s);
        const auto request = prepareCall({.id = u"t"_s, .parameters = {call.parameters[5]}},
            apiValues({.parameters = {call.parameters[5]}}, {{u"tag"_s, u"one\ntwo"_s}}), {});
        QVERIFY(request);
        QCOMPARE(request->query.front().second, u"one"_s);
        QCOMPARE(request->query.back().second, u"two"_s);
    }

    void problemsNameTheParameter()
    {
        const FormDescription form = apiForm(uploadCall());
        const auto problems = apiProblems(form, {{u"parallelism"_s, u"many"_s}, {u"kind"_s, u"a"_s}});
        QCOMPARE(problems.keys(), (QStringList{u"jarId"_s, u"jarfile"_s, u"parallelism"_s}));
        QVERIFY(problems.value(u"jarId"_s).startsWith(u"jarId is missing"_s));
        QVERIFY(problems.value(u"parallelism"_s).contains(u"many"_s));
        QVERIFY(!apiProblems(form, {{u"parallelism"_s, u"-99999999999999999999"_s}}).contains(u"parallelism"_s));
    }

    void longArraysDeepInsideAreReadAsTheirEndComesIntoSight()
    {
        JsonTreeView view;
        view.resize(400, 300);
        QVERIFY(view.setJson(nestedArray(5000)));
        QVERIFY(test::showActive(view));
        JsonTreeModel* model = view.tree();
        const QModelIndex list = model->index(1, 0);
        QCOMPARE(list.data().toString(), u"list"_s);
        view.expand(list);
        QTRY_COMPARE(model->rowCount(list), 1000);
        // Layouts alone read nothing more.
        view.resize(420, 320);
        view.doItemsLayout();
        QCoreApplication::processEvents();
        QCOMPARE(model->rowCount(list), 1000);
        view.setFocus();
        for (int pieces = 2; pieces <= 5; ++pieces) {
            view.scrollTo(model->index(model->rowCount(list) - 1, 0, list));
            QTRY_COMPARE(model->rowCount(list), pieces * 1000);
        }
        view.scrollTo(model->index(4999, 0, list));
        QTRY_VERIFY(view.verticalScrollBar()->value() > 4900);
        QCOMPARE(model->rowCount(list), 5000);
        view.setCurrentIndex(model->index(4321, 0, list));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"4321"_s);
    }

    void aPageOfNumbersIsATree()
    {
        JsonTreeView view;
        QVERIFY(!view.setJson("<html>"));
        QCOMPARE(view.tree()->rowCount(), 0);
        QVERIFY(view.setJson("17"));
        QCOMPARE(view.tree()->rowCount(), 1);
    }

    void theLogKeepsTheNewest()
    {
        ApiCallLog log;
        QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 120; ++i) {
            log.add(sentCall(QString::number(i), 10));
        }
        QCOMPARE(log.rowCount(), 100);
        QCOMPARE(log.at(0)->operationId, u"119"_s);
        QVERIFY(log.last(u"c"_s, u"50"_s));
        QVERIFY(!log.last(u"other"_s, u"50"_s));
        log.add(sentCall(u"big"_s, 100 * 1024 * 1024));
        log.add(sentCall(u"bigger"_s, 100 * 1024 * 1024));
        // Both have no room together, and the last one always stays.
        QCOMPARE(log.rowCount(), 1);
        QCOMPARE(log.at(0)->operationId, u"bigger"_s);
        log.clear();
        QCOMPARE(log.rowCount(), 0);
        QVERIFY(!log.at(0));
    }

    void theLogSaysWhatCameOfACall()
    {
        ApiCallLog log;
        ApiSent failed{.connectionName = u"shop"_s, .operationId = u"a"_s};
        failed.error = Error{.message = u"Nobody answered."_s};
        log.add(failed);
        ApiSent cancelled{.connectionName = u"shop"_s, .operationId = u"b"_s};
        log.add(cancelled);
        log.add(sentCall(u"c"_s, 1));
        const auto remark = [&log](int row) {
            return log.index(row, ApiCallLog::Call).data(ApiCallLog::RemarkRole).toString();
        };
        QVERIFY(remark(0).contains(u"200"_s));
        QVERIFY(remark(1).contains(u"cancelled"_s) && remark(1).endsWith(u"shop"_s));
        QVERIFY(remark(2).contains(u"no answer"_s));
        QVERIFY(isGood(*log.at(0)) && !isGood(*log.at(1)) && !isGood(*log.at(2)));
    }

    void jsonIsPutInOrderOrExplained()
    {
        ApiBodyEditor body;
        body.setKind(u"application/json"_s, uR"({"a":1})"_s);
        QVERIFY(test::showActive(body));
        QSignalSpy edited(&body, &ApiBodyEditor::edited);
        body.setText(uR"({"n":1.0,"s":"é"})"_s);
        QCOMPARE(edited.count(), 0);
        auto* format = body.findChild<QPushButton*>(u"formatJson"_s);
        auto* note = body.findChild<QLabel*>(u"bodyNote"_s);
        QVERIFY(format->isEnabled());
        QTest::mouseClick(format, Qt::LeftButton);
        QVERIFY2(body.text().contains(u'\n') && body.text().contains(u"1.0"_s), qPrintable(body.text()));
        QCOMPARE(edited.count(), 1);
        QVERIFY(!note->isVisible());
        body.editor()->undo();
        QCOMPARE(body.text(), uR"({"n":1.0,"s":"é"})"_s);
        body.setText(u"{\n\"a\": ,\n}"_s);
        QTest::mouseClick(format, Qt::LeftButton);
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(u"line 2"_s), qPrintable(note->text()));
        QCOMPARE(body.text(), u"{\n\"a\": ,\n}"_s);
        QTest::mouseClick(body.findChild<QPushButton*>(u"insertExample"_s), Qt::LeftButton);
        QCOMPARE(body.text(), uR"({"a":1})"_s);
        QVERIFY(!note->isVisible());
        body.setKind(u"text/plain"_s, {});
        QVERIFY(!format->isVisible());
    }
};

QTEST_MAIN(TestApiParts)
#include "api_parts.moc"
