// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/api/apicontroller.h"
#include "app/connectionpool.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "core/apiconsole.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/settings.h"
#include "tests/widgets/guitest.h"
#include "widgets/api/apianswerview.h"
#include "widgets/api/apiconsolepage.h"
#include "widgets/api/apirequestview.h"
#include "widgets/common/messagebar.h"

#include "tests/support/inflight.h"

#include <QCoroTimer>

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// Quotes are single here; moc does not read raw strings.
constexpr auto s_document = "{'openapi':'3.1.0','info':{'title':'Shop','version':'1'},'paths':{"
                            "'/jobs':{'get':{'operationId':'jobs','tags':['Jobs'],'summary':'All'},"
                            "'delete':{'operationId':'jobs.delete','tags':['Jobs'],'summary':'None'}},"
                            "'/new':{'get':{'operationId':'new','x-millrace-dialect':'v2','tags':['Jobs']}},"
                            "'/old':{'get':{'operationId':'old','x-millrace-dialect':'v1','tags':['Jobs']}}}}";

/// What a fake server answers, and what it was asked.
struct FakeShop {
    Result<QString> dialect = u"v1"_s;
    Result<ApiAnswer> answer =
        ApiAnswer{.status = 200, .headers = {{"Content-Type", "application/json"}}, .body = "{}"};
    bool holds = false; ///< answers when cancelled
    QStringList sent;
    int asked = 0; ///< for the dialect
    test::InFlight inFlight;
};

class FakeShopConnection : public Connection, public ApiConsole {
public:
    FakeShopConnection(ConnectionProfile profile, std::shared_ptr<FakeShop> shop)
        : Connection(std::move(profile)), m_shop(std::move(shop))
    {
    }

    ApiConsole* apiConsole() override { return this; }

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)>, CancellationToken) override
    {
        co_return ConnectionTest{};
    }

    QCoro::Task<Result<QString>> dialect(CancellationToken) override
    {
        const auto shop = m_shop;
        ++shop->asked;
        const auto call = shop->inFlight.enter();
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        co_return shop->dialect;
    }

    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) override
    {
        const auto shop = m_shop;
        shop->sent << QString::fromLatin1(request.operation.method) + u' ' + request.path;
        const QPointer<FakeShopConnection> self(this);
        const auto call = shop->inFlight.enter();
        do {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        } while (shop->holds && !token.isCancelled());
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        // A poller of the same connection comes between.
        if (self) {
            Q_EMIT self->apiCalled({.method = u"GET"_s, .url = u"http://shop"_s + request.path});
            Q_EMIT self->apiCalled({.method = u"GET"_s, .url = u"http://shop/overview"_s});
        }
        co_return shop->answer;
    }

private:
    std::shared_ptr<FakeShop> m_shop;
};

class FakeShopBackend : public Backend {
public:
    explicit FakeShopBackend(std::shared_ptr<FakeShop> shop) : m_shop(std::move(shop)) { }

    QString id() const override { return u"shop"_s; }

    QString displayName() const override { return u"Shop"_s; }

    FormDescription form() const override { return {}; }

    FormValues valuesForUrl(const QString&) const override { return {}; }

    QByteArray apiDescription() const override { return QByteArray(s_document).replace('\'', '"'); }

    std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets) const override
    {
        return std::make_unique<FakeShopConnection>(std::move(profile), m_shop);
    }

private:
    std::shared_ptr<FakeShop> m_shop;
};

/// The page in its window, on a fake shop.
class Fixture {
public:
    explicit Fixture(Environment environment = Environment::Development, bool readOnly = false)
        : services(Services::open())
    {
        services->backends.add(std::make_unique<FakeShopBackend>(shop));
        connectionId =
            services->connections
                ->save({.name = u"corner"_s, .system = u"shop"_s, .environment = environment, .readOnly = readOnly})
                ->id;
        window = std::make_unique<MainWindow>(*services->settings);
        controller = std::make_unique<ApiController>(*window, *services);
        page = controller->page();
    }

    ~Fixture()
    {
        controller.reset();
        window.reset();
        shop->holds = false;
        std::ignore = shop->inFlight.drain();
    }

    bool show() const
    {
        window->actions().action("view.api"_L1)->trigger();
        return test::showActive(*window) && page->isVisible()
            && QTest::qWaitFor([this] { return shop->asked > 0 && page->showCall(u"jobs"_s); });
    }

    void send(const QString& call) const
    {
        QVERIFY(page->showCall(call));
        auto* button = page->findChild<QPushButton*>(u"sendCall"_s);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::shared_ptr<FakeShop> shop = std::make_shared<FakeShop>();
    std::unique_ptr<Services> services;
    QString connectionId;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ApiController> controller;
    ApiConsolePage* page = nullptr;
};

/// Answers the next question by its button with this text; closes it whatever happens.
void answerQuestion(const QString& button, QString* seen)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, button, seen] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box) {
            return;
        }
        timer->deleteLater();
        timer->stop();
        *seen = box->text();
        for (QAbstractButton* each : box->buttons()) {
            if (each->text() == button) {
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
        box->reject();
    });
    timer->start(5);
}

} // namespace

class TestApi : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { test::failOnWarnings(); }

    void init()
    {
        QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
        QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    }

    void theVersionIsAskedOnceAndOnlyWhenSeen()
    {
        Fixture f;
        QCOMPARE(f.shop->asked, 0);
        QVERIFY(f.show());
        QTRY_VERIFY(f.page->showCall(u"old"_s) && !f.page->showCall(u"new"_s));
        f.window->showTabs();
        f.window->showFullPage(u"api"_s);
        QCOMPARE(f.shop->asked, 1);
        // Saved anew it may be another server.
        f.shop->dialect = u"v2"_s;
        QVERIFY(f.services->connections->save(*f.services->connections->find(f.connectionId)));
        QTRY_COMPARE(f.shop->asked, 2);
        QTRY_VERIFY(f.page->showCall(u"new"_s) && !f.page->showCall(u"old"_s));
    }

    void withoutAVersionTheNewestCallsAreThere()
    {
        Fixture f;
        f.shop->dialect = failure(ErrorKind::Network, u"Nobody answers."_s);
        QVERIFY(f.show());
        QTRY_COMPARE(f.page->messageBar()->message().text, u"Nobody answers."_s);
        QVERIFY(f.page->showCall(u"new"_s));
        f.shop->dialect = u"v2"_s;
        f.page->findChild<QAbstractButton*>(u"messageAction.describe"_s)->click();
        QTRY_COMPARE(f.shop->asked, 2);
        QVERIFY(!f.page->messageBar()->hasMessage());
    }

    void anAnswerComesWithItsCurl()
    {
        Fixture f;
        QVERIFY(f.show());
        f.send(u"jobs"_s);
        QTRY_VERIFY(f.page->answer()->answer().has_value());
        QCOMPARE(f.shop->sent, QStringList{u"GET /jobs"_s});
        QTest::mouseClick(f.page->findChild<QToolButton*>(u"copyCallAsCurl"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"http://shop/jobs"_s));
    }

    void aCallIsCancelled()
    {
        Fixture f;
        f.shop->holds = true;
        QVERIFY(f.show());
        f.send(u"jobs"_s);
        QVERIFY(f.page->isRunning());
        QTest::mouseClick(f.page->findChild<QPushButton*>(u"cancelCall"_s), Qt::LeftButton);
        QTRY_VERIFY(!f.page->isRunning());
        QVERIFY(!f.page->messageBar()->hasMessage());
        f.shop->holds = false;
        f.send(u"jobs"_s);
        QTRY_VERIFY(f.page->answer()->answer().has_value());
    }

    void theWindowClosesWhileACallIsOnItsWay()
    {
        const auto f = std::make_unique<Fixture>();
        const auto shop = f->shop;
        shop->holds = true;
        QVERIFY(f->show());
        f->send(u"jobs"_s);
        QTRY_COMPARE(shop->sent.size(), 1);
    }

    void anErrorIsShown()
    {
        Fixture f;
        f.shop->answer = failure(ErrorKind::Timeout, u"No answer in 30 s."_s);
        QVERIFY(f.show());
        f.send(u"jobs"_s);
        QTRY_COMPARE(f.page->messageBar()->message().text, u"No answer in 30 s."_s);
        QVERIFY(f.page->findChild<QAbstractButton*>(u"messageAction.send"_s));
    }

    void productionAsksFirst()
    {
        Fixture f(Environment::Production);
        QVERIFY(f.show());
        f.send(u"jobs"_s);
        QTRY_COMPARE(f.shop->sent, QStringList{u"GET /jobs"_s});
        QTRY_VERIFY(!f.page->isRunning());
        QString question;
        answerQuestion(u"Keep"_s, &question);
        f.send(u"jobs.delete"_s);
        QVERIFY2(question.contains(u"jobs.delete"_s) && question.contains(u"corner"_s), qPrintable(question));
        QCOMPARE(f.shop->sent.size(), 1);
        QVERIFY(!f.page->isRunning());
        answerQuestion(u"Send"_s, &question);
        f.send(u"jobs.delete"_s);
        QTRY_COMPARE(f.shop->sent.size(), 2);
        QTRY_VERIFY(!f.page->isRunning());
    }

    void aReadOnlyConnectionSendsNoChange()
    {
        Fixture f(Environment::Development, true);
        QVERIFY(f.show());
        QVERIFY(f.page->showCall(u"jobs.delete"_s));
        QVERIFY(!f.page->findChild<QPushButton*>(u"sendCall"_s)->isEnabled());
        // Even when the page were to ask for it.
        const auto description = ApiDescription::read(QByteArray(s_document).replace('\'', '"'));
        Q_EMIT f.page->sendRequested(*prepareCall(*description->find(u"jobs.delete", u""), {}, {}));
        QVERIFY(!f.page->isRunning());
        QVERIFY(f.shop->sent.isEmpty());
    }

    void theWholeAnswerIsSaved()
    {
        QTemporaryDir folder;
        Fixture f;
        const QByteArray body = "[\"" + QByteArray(3 * 1024 * 1024, 'x') + "\"]";
        f.shop->answer = ApiAnswer{.status = 200, .body = body};
        QVERIFY(f.show());
        f.send(u"jobs"_s);
        QTRY_VERIFY(f.page->answer()->answer().has_value());
        const QString path = folder.filePath(u"answer.json"_s);
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&timer, path] {
            if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
                timer.stop();
                dialog->findChild<QLineEdit*>(u"fileNameEdit"_s)->setText(path);
                QTest::keyClick(dialog->findChild<QLineEdit*>(u"fileNameEdit"_s), Qt::Key_Return);
            }
        });
        timer.start(5);
        QTest::mouseClick(f.page->findChild<QToolButton*>(u"saveAnswer"_s), Qt::LeftButton);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == body);
    }

    void onlySystemsWithCallsAreOffered()
    {
        Fixture f;
        QVERIFY(f.services->connections->save({.name = u"bare"_s, .system = u"unknown"_s}));
        QVERIFY(f.show());
        QCOMPARE(f.page->currentConnection(), f.connectionId);
        QVERIFY(f.services->connections->remove(f.connectionId));
        QVERIFY(f.page->currentConnection().isEmpty());
    }
};

QTEST_MAIN(TestApi)
#include "tst_api.moc"
