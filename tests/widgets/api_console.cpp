// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "models/jsontablemodel.h"
#include "models/jsontreemodel.h"
#include "widgets/api/apianswerview.h"
#include "widgets/api/apiconsolepage.h"
#include "widgets/api/apirequestview.h"
#include "widgets/api/jsontreeview.h"
#include "widgets/common/messagebar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// Quotes are single here; moc does not read raw strings.
constexpr auto s_document =
    "{'openapi':'3.1.0','info':{'title':'Shop','version':'1'},'paths':{"
    " '/jobs':{'get':{'operationId':'jobs','tags':['Jobs'],'summary':'All jobs'}},"
    " '/jobs/{jid}':{'get':{'operationId':'job','tags':['Jobs'],'summary':'One job','parameters':["
    "   {'name':'jid','in':'path','required':true,'schema':{'type':'string'}},"
    "   {'name':'depth','in':'query','schema':{'type':'integer'}}]},"
    "  'delete':{'operationId':'job.delete','tags':['Jobs'],'summary':'Takes it away','parameters':["
    "   {'name':'jid','in':'path','required':true,'schema':{'type':'string'}}]}},"
    " '/submit':{'post':{'operationId':'submit','tags':['Submit'],'summary':'A new job','requestBody':{'required':true,"
    "   'content':{'application/json':{'schema':{'type':'object'},'example':{'name':'orders'}}}}}}"
    "}}";

ApiConsolePage::Choice choice(const QString& id, bool readOnly = false, Environment environment = {})
{
    return {.id = id, .name = u"conn "_s + id, .system = u"Shop"_s, .environment = environment, .readOnly = readOnly};
}

ApiAnswer answer(const QByteArray& body, int status = 200)
{
    return {.status = status,
        .headers = {{"Content-Type", "application/json"}, {"X-Trace", "t-1"}},
        .body = body,
        .elapsedMs = 34,
        .sent = u"GET http://shop/jobs\nAuthorization: ***"_s};
}

/// A page with two connections on what answers as the controller does.
class Fixture {
public:
    explicit Fixture(const QList<ApiConsolePage::Choice>& choices = {choice(u"1"_s), choice(u"2"_s)})
    {
        description = *ApiDescription::read(QByteArray(s_document).replace('\'', '"'));
        QObject::connect(&page, &ApiConsolePage::describeRequested, &page,
            [this](const QString& id) { page.setDescription(id, description, u"v1"_s); });
        QObject::connect(&page, &ApiConsolePage::sendRequested, &page, [this](const ApiRequest& request) {
            requests.push_back(request);
            page.beginCall();
        });
        page.setConnections(choices);
        page.resize(1200, 700);
    }

    bool show() { return test::showActive(page); }

    template <typename Child> Child* part(const char* name)
    {
        return page.findChild<Child*>(QString::fromLatin1(name));
    }

    QLineEdit* field(const QString& parameter)
    {
        return page.findChild<QWidget*>(u"field-"_s + parameter)->findChild<QLineEdit*>();
    }

    QPushButton* sendButton() { return part<QPushButton>("sendCall"); }

    /// Chooses a call as a person does: searches and goes down.
    bool choose(const QString& text, const QString& id)
    {
        QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
        auto* search = part<QLineEdit>("callSearch");
        if (!search->hasFocus()) {
            return false;
        }
        QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(search, text);
        QTest::keyClick(search, Qt::Key_Down);
        return page.request()->operation().id == id;
    }

    ApiDescription description;
    std::vector<ApiRequest> requests;
    ApiConsolePage page;
};

} // namespace

class TestApiConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { test::failOnWarnings(); }

    void aCallIsFoundFilledInAndSentByKeys()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.choose(u"/jobs/"_s, u"job"_s));
        QTest::keyClick(f.part<QTreeView>("callTree"), Qt::Key_Return);
        QVERIFY(f.field(u"jid"_s)->hasFocus());
        QTest::keyClicks(f.field(u"jid"_s), u"a b"_s);
        QTest::keyClick(f.field(u"jid"_s), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.requests.size(), std::size_t(1));
        QCOMPARE(f.requests[0].path, u"/jobs/a%20b"_s);
        QVERIFY(f.page.isRunning());
        QVERIFY(!f.sendButton()->isEnabled());
        QVERIFY(f.part<QPushButton>("cancelCall")->isVisible());
        QVERIFY(f.part<QWidget>("answerWaiting")->isVisible());
        f.page.endCall(answer(R"({"jobs":[{"id":"1","name":"a"},{"id":"2","extra":3}],"total":2})"),
            u"curl -sS -X GET 'http://shop/jobs'"_s);
        QVERIFY(f.sendButton()->isEnabled());
        QVERIFY(!f.part<QPushButton>("cancelCall")->isVisible());
        QCOMPARE(f.page.log()->rowCount(), 1);
    }

    void wordsFindACallInAnyOrder()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.choose(u"away DELETE"_s, u"job.delete"_s));
        QVERIFY(f.choose(u"new  submit"_s, u"submit"_s));
        QVERIFY(!f.choose(u"submit away"_s, u"job.delete"_s));
        QCOMPARE(f.part<QTreeView>("callTree")->model()->rowCount(), 0);
    }

    void theSearchIsFoundFromTheConnections()
    {
        Fixture f;
        QVERIFY(f.show());
        auto* connections = f.part<QComboBox>("apiConnections");
        connections->setFocus();
        QTest::keyClick(connections, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.part<QLineEdit>("callSearch")->hasFocus());
    }

    void itsDivisionIsRemembered()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        auto* columns = f.part<QSplitter>("apiColumns");
        columns->setSizes({420, 780});
        const QByteArray state = f.page.saveState();
        Fixture again;
        again.page.restoreState(state);
        QVERIFY(again.show());
        QCOMPARE(again.part<QSplitter>("apiColumns")->sizes(), columns->sizes());
        // What some other version wrote, or nothing, changes nothing.
        again.page.restoreState(QByteArray("nonsense"));
        QCOMPARE(again.part<QSplitter>("apiColumns")->sizes(), columns->sizes());
    }

    void theAnswerIsATreeATableAndText()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        QVERIFY(f.sendButton()->isEnabled());
        QTest::mouseClick(f.sendButton(), Qt::LeftButton);
        const QByteArray body = R"({"jobs":[{"id":"1","name":"a"},{"id":"2","extra":3.10}],"total":2})";
        f.page.endCall(answer(body), u"curl x"_s);
        auto* tabs = f.part<QTabWidget>("answerTabs");
        QCOMPARE(tabs->currentIndex(), int(ApiAnswerView::Tree));
        QCOMPARE(f.part<JsonTreeView>("answerTree")->tree()->rowCount(), 2);
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
        auto* table = f.part<QTableView>("answerTable");
        QVERIFY(table->isVisible());
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->columnCount(), 3);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1\ta\t"_s);
        tabs->setCurrentIndex(ApiAnswerView::Raw);
        auto* text = f.part<QPlainTextEdit>("answerText");
        QVERIFY(text->toPlainText().contains(u"3.10"_s) && text->toPlainText().count(u'\n') > 5);
        QTest::keyClick(f.part<QWidget>("answerManner"), Qt::Key_Right);
        QCOMPARE(text->toPlainText(), QString::fromUtf8(body));
        QVERIFY(f.part<QPlainTextEdit>("answerHeaders")->toPlainText().contains(u"X-Trace: t-1"_s));
        QVERIFY(f.part<QLabel>("answerFigures")->text().startsWith(u"34 ms"_s));
        QTest::mouseClick(f.part<QToolButton>("copyCallAsCurl"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"curl x"_s);
        QSignalSpy saves(&f.page, &ApiConsolePage::saveRequested);
        QTest::mouseClick(f.part<QToolButton>("saveAnswer"), Qt::LeftButton);
        QCOMPARE(saves.count(), 1);
    }

    void anAnswerThatIsNoJsonIsText()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        auto* tabs = f.part<QTabWidget>("answerTabs");
        f.page.send();
        f.page.endCall(answer("<html>Bad gateway</html>", 502), {});
        QCOMPARE(tabs->currentIndex(), int(ApiAnswerView::Raw));
        QVERIFY(!tabs->isTabEnabled(ApiAnswerView::Tree) && !tabs->isTabEnabled(ApiAnswerView::Table));
        QVERIFY(!f.part<QToolButton>("copyCallAsCurl")->isEnabled());
        f.page.send();
        f.page.endCall(answer(QByteArray("PK\0\1", 4)), {});
        QVERIFY(f.part<QPlainTextEdit>("answerText")->toPlainText().isEmpty());
        f.page.send();
        f.page.endCall(answer("[1,2]"), {});
        QCOMPARE(tabs->currentIndex(), int(ApiAnswerView::Tree));
        QVERIFY(!tabs->isTabEnabled(ApiAnswerView::Table));
    }

    void aLongTextIsCutAndSaysSo()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        f.page.send();
        const QByteArray body = "[" + QByteArray("{\"n\":1},").repeated(300000) + "{}]";
        f.page.endCall(answer(body), {});
        QVERIFY(f.part<QPlainTextEdit>("answerText")->toPlainText().size() <= 1024 * 1024);
        QVERIFY(f.page.answer()->answer()->body == body);
        QVERIFY(!f.part<QTabWidget>("answerTabs")->findChild<QWidget*>(u"answerManner"_s)->isVisibleTo(&f.page));
        QCOMPARE(f.part<QTableView>("answerTable")->model()->rowCount(), 500);
    }

    void whatIsMissingStandsAtTheField()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"job"_s));
        QTest::keyClicks(f.field(u"depth"_s), u"deep"_s);
        QTest::mouseClick(f.sendButton(), Qt::LeftButton);
        QVERIFY(f.requests.empty());
        QVERIFY(f.field(u"jid"_s)->hasFocus());
        auto* row = f.part<QWidget>("field-jid");
        QVERIFY(row->findChild<QLabel*>(u"problem"_s)->isVisible());
        QVERIFY(f.part<QWidget>("field-depth")->findChild<QLabel*>(u"problem"_s)->isVisible());
        f.field(u"depth"_s)->clear();
        QTest::keyClicks(f.field(u"depth"_s), u"2"_s);
        // Filled in, but it would lead elsewhere: that is said above.
        QTest::keyClicks(f.field(u"jid"_s), u".."_s);
        QTest::mouseClick(f.sendButton(), Qt::LeftButton);
        QVERIFY(f.requests.empty());
        QVERIFY(f.page.messageBar()->hasMessage());
        f.field(u"jid"_s)->clear();
        QTest::keyClicks(f.field(u"jid"_s), u"7"_s);
        QTest::mouseClick(f.sendButton(), Qt::LeftButton);
        QCOMPARE(f.requests.size(), std::size_t(1));
        QVERIFY(!f.page.messageBar()->hasMessage());
    }

    void aReadOnlyConnectionDoesNotSendChanges()
    {
        Fixture f({choice(u"1"_s, true), choice(u"2"_s, false, Environment::Production)});
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"job.delete"_s));
        QVERIFY(!f.sendButton()->isEnabled());
        QVERIFY(f.part<QLabel>("sendReason")->text().contains(u"read only"_s));
        QTest::keyClicks(f.field(u"jid"_s), u"7"_s);
        QTest::keyClick(f.field(u"jid"_s), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.requests.empty());
        QVERIFY(f.page.showCall(u"jobs"_s));
        QVERIFY(f.sendButton()->isEnabled());
        QVERIFY(f.part<QLabel>("sendReason")->text().isEmpty());
        auto* connections = f.part<QComboBox>("apiConnections");
        connections->setFocus();
        QTest::keyClick(connections, Qt::Key_Down);
        QCOMPARE(f.page.currentConnection(), u"2"_s);
        QVERIFY(f.page.showCall(u"job.delete"_s));
        QVERIFY(f.sendButton()->isEnabled());
        QVERIFY(f.part<QLabel>("sendReason")->text().contains(u"asked"_s));
    }

    void aCallIsCancelled()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        QSignalSpy cancels(&f.page, &ApiConsolePage::cancelRequested);
        f.page.send();
        QTest::mouseClick(f.part<QPushButton>("cancelCall"), Qt::LeftButton);
        QTest::keyClick(&f.page, Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(cancels.count(), 2);
        f.page.endCall(failure(Error::cancelled()), {});
        QVERIFY(!f.page.messageBar()->hasMessage());
        QVERIFY(f.sendButton()->isEnabled());
        QCOMPARE(f.page.log()->rowCount(), 1);
    }

    void anErrorOffersToTryAgain()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        f.page.send();
        f.page.endCall(failure(ErrorKind::Network, u"Nobody answers at shop."_s), {});
        QCOMPARE(f.page.messageBar()->message().text, u"Nobody answers at shop."_s);
        auto* retry = f.part<QAbstractButton>("messageAction.send");
        QVERIFY(retry && retry->isVisible());
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(f.requests.size(), std::size_t(2));
        QVERIFY(!f.page.messageBar()->hasMessage());
    }

    void theVersionIsAskedForAgain()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"job"_s));
        QTest::keyClicks(f.field(u"jid"_s), u"7"_s);
        QPointer<QLineEdit> field = f.field(u"jid"_s);
        f.page.setDescribeError(u"1"_s, {.message = u"No answer."_s});
        QSignalSpy asked(&f.page, &ApiConsolePage::describeRequested);
        QTest::mouseClick(f.part<QAbstractButton>("messageAction.describe"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        // The form stays as it is under the person's hands.
        QVERIFY(field);
        QCOMPARE(field->text(), u"7"_s);
        f.page.setDescribeError(u"2"_s, {.message = u"Of another one."_s});
        QVERIFY(!f.page.messageBar()->hasMessage());
    }

    void whatWasTypedIsRememberedPerCallAndConnection()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"job"_s));
        QTest::keyClicks(f.field(u"jid"_s), u"secret"_s);
        QVERIFY(f.page.showCall(u"submit"_s));
        auto* body = f.part<QPlainTextEdit>("body");
        QVERIFY(body->toPlainText().contains(u"orders"_s));
        body->setFocus();
        QTest::keyClick(body, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(body, u"{}"_s);
        QVERIFY(f.page.showCall(u"job"_s));
        QCOMPARE(f.field(u"jid"_s)->text(), u"secret"_s);
        f.page.setCurrentConnection(u"2"_s);
        QCOMPARE(f.page.request()->operation().id, u"job"_s);
        QCOMPARE(f.field(u"jid"_s)->text(), QString());
        f.page.setCurrentConnection(u"1"_s);
        QCOMPARE(f.field(u"jid"_s)->text(), u"secret"_s);
        QVERIFY(f.page.showCall(u"submit"_s));
        QCOMPARE(f.part<QPlainTextEdit>("body")->toPlainText(), u"{}"_s);
        QTest::mouseClick(f.part<QToolButton>("forgetCalls"), Qt::LeftButton);
        QVERIFY(f.page.showCall(u"job"_s));
        QCOMPARE(f.field(u"jid"_s)->text(), QString());
    }

    void aClickOnALastCallBringsItBack()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"job"_s));
        QTest::keyClicks(f.field(u"jid"_s), u"first"_s);
        f.page.send();
        f.page.endCall(answer(R"({"a":1})"), {});
        f.page.setCurrentConnection(u"2"_s);
        QVERIFY(f.page.showCall(u"jobs"_s));
        f.page.send();
        f.page.endCall(answer(R"([])"), {});
        auto* calls = f.part<QTableView>("lastCalls");
        QTest::mouseClick(
            calls->viewport(), Qt::LeftButton, {}, calls->visualRect(calls->model()->index(1, 1)).center());
        QCOMPARE(f.page.currentConnection(), u"1"_s);
        QCOMPARE(f.page.request()->operation().id, u"job"_s);
        QCOMPARE(f.field(u"jid"_s)->text(), u"first"_s);
        QCOMPARE(f.page.answer()->answer()->body, QByteArray(R"({"a":1})"));
    }

    void anAnswerToAnotherCallDoesNotComeBetween()
    {
        Fixture f;
        QVERIFY(f.show());
        QVERIFY(f.page.showCall(u"jobs"_s));
        f.page.send();
        QVERIFY(f.page.showCall(u"job"_s));
        QVERIFY(!f.sendButton()->isEnabled());
        QVERIFY(f.part<QLabel>("sendReason")->text().contains(u"jobs"_s));
        f.page.endCall(answer("[]"), {});
        QVERIFY(!f.page.answer()->answer());
        QVERIFY(f.page.showCall(u"jobs"_s));
        QVERIFY(f.page.answer()->answer().has_value());
    }

    void withoutConnectionsItOffersOne()
    {
        Fixture f(QList<ApiConsolePage::Choice>{});
        QVERIFY(f.show());
        QSignalSpy adds(&f.page, &ApiConsolePage::addConnectionRequested);
        QAbstractButton* add = nullptr;
        for (auto* button : f.page.findChildren<QAbstractButton*>()) {
            add = button->isVisible() && button->text().contains(u"Add"_s) ? button : add;
        }
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(adds.count(), 1);
        f.page.setConnections({choice(u"9"_s)});
        QCOMPARE(f.page.currentConnection(), u"9"_s);
        QVERIFY(f.page.showCall(u"jobs"_s));
    }
};

QTEST_MAIN(TestApiConsole)
#include "api_console.moc"
