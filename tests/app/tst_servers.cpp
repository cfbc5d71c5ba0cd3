// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/inventory/inventorycontroller.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/services.h"
#include "core/inventory.h"
#include "models/inventorymodel.h"
#include "models/operationlistmodel.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/settings.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/editortabs.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorypage.h"
#include "widgets/inventory/inventorysheet.h"
#include "widgets/inventory/inventorytable.h"

#include <QCoroFuture>
#include <QCoroTimer>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <chrono>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// What all connections of a test share: what there is, what goes wrong, what was asked.
struct FakeStore {
    std::vector<InventoryItem> jars;
    std::optional<Error> listError;
    std::optional<Error> actError;
    bool holdsAction = false; ///< an action goes on until it is cancelled
    bool holdsList = false;
    QStringList asked; ///< "items jars", "detail jars a", "delete a,b", "upload x.jar"
    std::vector<std::shared_ptr<QPromise<void>>> held;

    void release()
    {
        holdsList = false;
        const auto promises = std::exchange(held, {});
        for (const auto& promise : promises) {
            promise->finish();
        }
    }

    int count(const QString& what) const { return static_cast<int>(asked.count(what)); }
};

InventoryItem jar(const QString& id)
{
    return {.id = id,
        .name = id + u".jar"_s,
        .cells = {id + u".jar"_s},
        .actions = {u"delete"_s, u"plan"_s, u"open"_s, u"rename"_s}};
}

class FakeStoreConnection : public Connection, public Inventory {
public:
    FakeStoreConnection(ConnectionProfile profile, std::shared_ptr<FakeStore> store)
        : Connection(std::move(profile)), m_store(std::move(store))
    {
    }

    Inventory* inventory() override { return profile().values.value(u"none"_s).isEmpty() ? this : nullptr; }

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)>, CancellationToken) override
    {
        co_return ConnectionTest{};
    }

    std::vector<InventoryKind> kinds() const override
    {
        InventoryKind jars{.id = u"jars"_s, .title = u"Jars"_s, .columns = {u"Name"_s}, .emptyText = u"No jar."_s};
        FormDescription form;
        form.fields.push_back({.id = u"file"_s, .label = u"File"_s, .required = true});
        jars.actions.push_back({.id = u"upload"_s, .text = u"Upload…"_s, .form = form, .onItems = false});
        jars.actions.push_back({.id = u"delete"_s, .text = u"Delete"_s, .confirm = u"Delete %1?"_s, .many = true});
        jars.actions.push_back({.id = u"plan"_s, .text = u"Plan"_s, .changes = false});
        jars.actions.push_back({.id = u"open"_s, .text = u"Open"_s, .changes = false});
        jars.actions.push_back({.id = u"rename"_s, .text = u"Rename…"_s, .asks = true});
        InventoryKind files{.id = u"files"_s, .title = u"Files"_s, .columns = {u"Name"_s}, .isTree = true};
        return {jars, files};
    }

    QCoro::Task<Result<std::vector<InventoryItem>>> items(
        QString kind, QString parent, CancellationToken token) override
    {
        const auto store = m_store;
        store->asked << u"items "_s + kind + parent;
        const std::optional<Error> error = store->listError;
        if (store->holdsList) {
            const auto promise = std::make_shared<QPromise<void>>();
            promise->start();
            store->held.push_back(promise);
            const auto freed = token.onCancel([promise] { promise->finish(); });
            co_await promise->future();
        } else {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        }
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (error) {
            co_return failure(*error);
        }
        if (kind == u"jars"_s) {
            co_return store->jars;
        }
        std::vector<InventoryItem> files;
        files.push_back({.id = parent + u"/x"_s, .name = u"x"_s, .cells = {u"x"_s}, .hasChildren = parent.isEmpty()});
        co_return files;
    }

    QCoro::Task<Result<std::vector<InventoryPart>>> detail(QString kind, QString itemId, CancellationToken) override
    {
        const auto store = m_store;
        store->asked << u"detail "_s + kind + u' ' + itemId;
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        std::vector<InventoryPart> parts;
        std::vector<NamedText> facts{{u"Id"_s, itemId}};
        parts.push_back({u"Facts"_s, std::move(facts), {}});
        co_return parts;
    }

    QCoro::Task<Result<FormDescription>> form(QString, QString action, QStringList itemIds, CancellationToken) override
    {
        const auto store = m_store;
        store->asked << u"form "_s + action + u' ' + itemIds.join(u',');
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        if (store->actError) {
            co_return failure(*store->actError);
        }
        FormDescription form;
        form.fields.push_back({.id = u"name"_s, .label = u"Name"_s, .defaultValue = itemIds.value(0)});
        co_return form;
    }

    QCoro::Task<Result<InventoryOutcome>> act(QString kind, QString action, QStringList itemIds, FormValues values,
        ProgressObserver progress, CancellationToken token) override
    {
        const auto store = m_store;
        progress(u"at it"_s);
        if (store->holdsAction) {
            const auto promise = std::make_shared<QPromise<void>>();
            promise->start();
            const auto freed = token.onCancel([promise] { promise->finish(); });
            co_await promise->future();
            co_return failure(Error::cancelled());
        }
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        store->asked << QString(action + u' ' + (itemIds + values.values()).join(u','));
        if (store->actError) {
            co_return failure(*store->actError);
        }
        InventoryOutcome outcome{.message = QString(u"Done: "_s + action + u" in "_s + kind)};
        if (action == u"plan"_s) {
            outcome.parts.push_back({u"Plan"_s, Graph{.nodes = {{.id = u"1"_s, .title = u"Source"_s}}}, {}});
            outcome.changed = false;
        }
        if (action == u"open"_s) {
            if (m_onLog) {
                m_onLog(u"a line of the server"_s);
            }
            outcome.script = InventoryScript{
                .name = itemIds.value(0), .text = u"SELECT 1"_s, .saveAction = u"save"_s, .saveField = u"text"_s};
        }
        if (action == u"delete"_s) {
            std::erase_if(store->jars, [&itemIds](const InventoryItem& item) { return itemIds.contains(item.id); });
        }
        co_return outcome;
    }

private:
    std::shared_ptr<FakeStore> m_store;
};

class FakeStoreBackend : public Backend {
public:
    explicit FakeStoreBackend(std::shared_ptr<FakeStore> store) : m_store(std::move(store)) { }

    QString id() const override { return u"store"_s; }

    QString displayName() const override { return u"Store"_s; }

    FormDescription form() const override { return {}; }

    FormValues valuesForUrl(const QString&) const override { return {}; }

    std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets) const override
    {
        return std::make_unique<FakeStoreConnection>(std::move(profile), m_store);
    }

private:
    std::shared_ptr<FakeStore> m_store;
};

/// The whole program with one server that has two jars, and a connection that has no inventory.
class Fixture {
public:
    explicit Fixture(Environment environment = Environment::Development, bool readOnly = false)
    {
        auto services = Services::open();
        services->localFlink = std::make_unique<LocalFlink>(QString());
        services->localSeaTunnel.reset();
        services->backends.add(std::make_unique<FakeStoreBackend>(store));
        store->jars = {jar(u"a"_s), jar(u"b"_s)};
        connectionId =
            services->connections
                ->save({.name = u"shop"_s, .system = u"store"_s, .environment = environment, .readOnly = readOnly})
                ->id;
        std::ignore =
            services->connections->save({.name = u"bare"_s, .system = u"store"_s, .values = {{u"none"_s, u"true"_s}}});
        program = std::make_unique<Program>(*qApp, std::move(services));
    }

    bool open()
    {
        program->show({});
        if (!QTest::qWaitForWindowExposed(&program->window())) {
            return false;
        }
        program->window().showFullPage(u"servers"_s);
        return QTest::qWaitFor([this] { return page()->model()->rowCount() > 0; });
    }

    InventoryPage* page() const { return program->window().findChild<InventoryPage*>(); }

    template <typename Child> Child* part(const char* name) const
    {
        return page()->findChild<Child*>(QString::fromLatin1(name));
    }

    QPushButton* button(const char* id) const { return part<QPushButton>(QByteArray("inventoryButton.").append(id)); }

    InventorySheet* sheet() const { return page()->findChild<InventorySheet*>(); }

    QString said() const
    {
        return page()->messageBar()->hasMessage() ? page()->messageBar()->message().text : QString();
    }

    std::shared_ptr<FakeStore> store = std::make_shared<FakeStore>();
    QString connectionId;
    std::unique_ptr<Program> program;
};

void click(QWidget* button)
{
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class TestServers : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
        QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    }

    void nothingIsAskedUnseen()
    {
        Fixture f;
        f.program->show({});
        QVERIFY(QTest::qWaitForWindowExposed(&f.program->window()));
        QCOMPARE(f.store->asked, QStringList());
        QVERIFY(f.open());
        QCOMPARE(f.store->asked, QStringList{u"items jars"_s});
        QCOMPARE(f.part<QComboBox>("inventoryConnection")->count(), 1);
    }

    void theItemIsShownAndAskedAgain()
    {
        Fixture f;
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"b"_s);
        QTRY_COMPARE(f.page()->detail()->partCount(), 1);
        QCOMPARE(f.page()->detail()->title(), u"b.jar"_s);
        f.store->jars = {jar(u"c"_s), jar(u"b"_s)};
        QTest::keyClick(f.page()->table(), Qt::Key_F5);
        QTRY_VERIFY(f.page()->model()->find(u"c"_s));
        QTRY_COMPARE(f.store->count(u"detail jars b"_s), 2);
        QCOMPARE(f.page()->table()->chosenIds(), QStringList{u"b"_s});
        QVERIFY(f.page()->bar()->freshness().startsWith(u"Asked"_s));
    }

    void branchesAreAskedForWhenOpened()
    {
        Fixture f;
        QVERIFY(f.open());
        auto* list = f.part<QAbstractItemView>("inventoryKinds");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(f.page()->model()->find(u"/x"_s));
        QCOMPARE(f.store->count(u"items files/x"_s), 0);
        f.page()->table()->setFocus();
        f.page()->table()->setCurrentId(u"/x"_s);
        QTest::keyClick(f.page()->table(), Qt::Key_Right);
        QTRY_VERIFY(f.page()->model()->find(u"/x/x"_s));
        // Asked again, open branches are asked for, too.
        QTest::keyClick(f.page()->table(), Qt::Key_F5);
        QTRY_COMPARE(f.store->count(u"items files/x"_s), 2);
        QVERIFY(f.page()->table()->isExpanded(f.page()->table()->model()->index(0, 0)));
    }

    void aFormIsFilledAndDone()
    {
        Fixture f;
        QVERIFY(f.open());
        QSignalSpy started(
            f.program->editors().findChild<InventoryController*>(), &InventoryController::operationStarted);
        click(f.button("upload"));
        QVERIFY(f.sheet() && f.sheet()->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"x.jar"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(f.said(), u"Done: upload in jars"_s);
        QVERIFY(f.store->asked.contains(u"upload x.jar"_s));
        QCOMPARE(started.count(), 1);
        QTRY_COMPARE(f.store->count(u"items jars"_s), 2);
        QTRY_VERIFY(!f.sheet());
    }

    void aFormThatHangsOnTheItemIsReadFirst()
    {
        Fixture f;
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"b"_s);
        f.part<QAction>("inventoryAction.rename")->trigger();
        QTRY_VERIFY(f.sheet());
        QCOMPARE(f.sheet()->values().value(u"name"_s), u"b"_s);
        QTest::keyClick(f.sheet(), Qt::Key_Return);
        QTRY_COMPARE(f.said(), u"Done: rename in jars"_s);
        QTRY_VERIFY(!f.sheet());
        f.store->actError = Error{.kind = ErrorKind::Http, .message = u"It is gone."_s};
        f.part<QAction>("inventoryAction.rename")->trigger();
        QTRY_COMPARE(f.said(), u"It is gone."_s);
        QVERIFY(!f.sheet());
    }

    void aTextIsOpenedAndSavedBack()
    {
        Fixture f;
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"a"_s);
        QSignalSpy logged(f.program->editors().findChild<InventoryController*>(), &InventoryController::logged);
        click(f.button("open"));
        QTRY_VERIFY(f.program->editors().current());
        ScriptTab* tab = f.program->editors().current();
        QCOMPARE(tab->page()->title(), u"a"_s);
        QCOMPARE(tab->target().connectionId, f.connectionId);
        QVERIFY(!tab->page()->isModified());
        QCOMPARE(logged.count(), 1);
        tab->editor()->append(u";"_s);
        QVERIFY(tab->page()->isModified());
        f.program->window().actions().action("file.save"_L1)->trigger();
        QTRY_VERIFY(f.store->asked.contains(u"save a,SELECT 1;"_s));
        QTRY_VERIFY(!tab->page()->isModified());
    }

    void aTabThatIsClosedGoesWhenTheServerHasItsText()
    {
        Fixture f;
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"a"_s);
        click(f.button("open"));
        QTRY_VERIFY(f.program->editors().current());
        const QPointer<ScriptTab> tab = f.program->editors().current();
        tab->editor()->append(u";"_s);
        QTimer::singleShot(0, this, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            box->defaultButton()->click(); // Save
        });
        Q_EMIT f.program->window().tabs()->closeRequested(tab->page());
        QTRY_VERIFY(!tab);
        QVERIFY(f.store->asked.contains(u"save a,SELECT 1;"_s));
    }

    void aTextThatIsRefusedStaysUnsaved()
    {
        Fixture f;
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"a"_s);
        click(f.button("open"));
        QTRY_VERIFY(f.program->editors().current());
        ScriptTab* tab = f.program->editors().current();
        tab->editor()->append(u";"_s);
        f.store->actError = Error{.kind = ErrorKind::Http, .message = u"It is published."_s};
        f.program->window().actions().action("file.save"_L1)->trigger();
        QTRY_COMPARE(tab->page()->messageBar()->message().text, u"It is published."_s);
        QVERIFY(tab->page()->isModified());
    }

    void whatGoesIsNamedFirst()
    {
        Fixture f;
        QVERIFY(f.open());
        f.page()->table()->setFocus();
        f.page()->table()->selectAll();
        click(f.button("delete"));
        QCOMPARE(f.sheet()->findChild<QLabel*>(u"sheetQuestion"_s)->text(), u"Delete a.jar and b.jar?"_s);
        QTest::keyClick(f.sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!f.sheet());
        QVERIFY(!f.store->asked.contains(u"delete a,b"_s));
        click(f.button("delete"));
        click(f.sheet()->findChild<QPushButton*>(u"sheetGo"_s));
        QTRY_COMPARE(f.page()->model()->rowCount(), 0);
        QVERIFY(f.store->asked.contains(u"delete a,b"_s));
    }

    void productionWantsTheNameTyped()
    {
        Fixture f(Environment::Production);
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"a"_s);
        click(f.button("delete"));
        auto* typed = f.sheet()->findChild<QLineEdit*>(u"typedName"_s);
        QTRY_VERIFY(typed->hasFocus());
        QVERIFY(!f.sheet()->findChild<QPushButton*>(u"sheetGo"_s)->isEnabled());
        QTest::keyClicks(typed, u"a.jar"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(f.store->asked.contains(u"delete a"_s));
    }

    void readOnlyConnectionsOnlyLook()
    {
        Fixture f(Environment::Development, true);
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"a"_s);
        QVERIFY(!f.button("delete")->isEnabled());
        QVERIFY(f.button("delete")->toolTip().contains(u"read-only"_s));
        click(f.button("plan"));
        QTRY_COMPARE(f.page()->detail()->title(), u"Plan: a.jar"_s);
        QCOMPARE(f.page()->detail()->partCount(), 1);
        QCOMPARE(f.store->count(u"items jars"_s), 1);
    }

    void whatFailedIsTriedAgainAsItWas()
    {
        Fixture f;
        f.store->actError = Error{.kind = ErrorKind::Http, .message = u"The disk is full."_s};
        QVERIFY(f.open());
        click(f.button("upload"));
        QTest::keyClicks(QApplication::focusWidget(), u"x.jar"_s);
        click(f.sheet()->findChild<QPushButton*>(u"sheetGo"_s));
        QTRY_COMPARE(f.said(), u"The disk is full."_s);
        // The list is read anew all the same, and the message stays.
        QTRY_COMPARE(f.store->count(u"items jars"_s), 2);
        QTRY_VERIFY(!f.sheet());
        QCOMPARE(f.said(), u"The disk is full."_s);
        f.store->actError.reset();
        Q_EMIT f.page()->messageBar()->actionTriggered(u"retryAction"_s);
        QVERIFY(f.sheet());
        QCOMPARE(f.sheet()->values().value(u"file"_s), u"x.jar"_s);
        click(f.sheet()->findChild<QPushButton*>(u"sheetGo"_s));
        QTRY_COMPARE(f.said(), u"Done: upload in jars"_s);
    }

    void eachOperationIsListedWhileItLasts()
    {
        Fixture f;
        QVERIFY(f.open());
        const auto* list = f.program->editors().findChild<OperationListModel*>();
        QVERIFY(list);
        f.page()->table()->setCurrentId(u"a"_s);
        // Later operations may lie where earlier ones did.
        for (int i = 1; i <= 5; ++i) {
            QSignalSpy active(list, &OperationListModel::activeCountChanged);
            click(f.button("plan"));
            QTRY_COMPARE(f.store->count(u"plan a"_s), i);
            QTRY_COMPARE(list->activeCount(), 0);
            QCOMPARE(active.count(), 2);
            for (int row = 0; row < list->rowCount(); ++row) {
                QVERIFY(list->operation(row));
            }
        }
    }

    void cancelledActionsAreNoError()
    {
        Fixture f;
        f.store->holdsAction = true;
        QVERIFY(f.open());
        f.page()->table()->setCurrentId(u"a"_s);
        std::shared_ptr<Operation> operation;
        connect(f.program->editors().findChild<InventoryController*>(), &InventoryController::operationStarted, this,
            [&operation](const std::shared_ptr<Operation>& started) { operation = started; });
        click(f.button("plan"));
        QTRY_VERIFY(operation && operation->state() == Operation::State::Running);
        operation->cancel();
        QTRY_COMPARE(operation->state(), Operation::State::Cancelled);
        QTRY_COMPARE(f.store->count(u"items jars"_s), 2);
        QCOMPARE(f.said(), QString());
    }

    void aListThatFailsStaysAndIsRetried()
    {
        Fixture f;
        QVERIFY(f.open());
        f.store->listError = Error{.kind = ErrorKind::Network, .message = u"Nobody is there."_s};
        QTest::keyClick(f.page()->table(), Qt::Key_F5);
        QTRY_COMPARE(f.said(), u"Nobody is there."_s);
        QVERIFY(f.page()->table()->isStale());
        QCOMPARE(f.page()->model()->rowCount(), 2);
        f.store->listError.reset();
        Q_EMIT f.page()->messageBar()->actionTriggered(u"retryList"_s);
        QTRY_VERIFY(!f.page()->table()->isStale());
        QCOMPARE(f.said(), QString());
    }

    void lateAnswersAreDropped()
    {
        Fixture f;
        QVERIFY(f.open());
        f.store->holdsList = true;
        QTest::keyClick(f.page()->table(), Qt::Key_F5);
        QTRY_COMPARE(f.store->held.size(), std::size_t(1));
        f.store->holdsList = false;
        auto* list = f.part<QAbstractItemView>("inventoryKinds");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(f.page()->model()->find(u"/x"_s));
        f.store->release();
        QCoreApplication::processEvents();
        QVERIFY(!f.page()->model()->find(u"a"_s));
        QCOMPARE(f.said(), QString());
    }

    void theLastPlaceIsRemembered()
    {
        {
            Fixture f;
            QVERIFY(f.open());
            auto* list = f.part<QAbstractItemView>("inventoryKinds");
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Down);
            f.page()->setDetailShown(false);
            QVERIFY(f.program->window().close());
        }
        const Settings settings;
        QCOMPARE(settings.value(u"servers.kinds"_s).toObject().size(), 1);
        QCOMPARE(settings.value(u"servers.kinds"_s).toObject().begin()->toString(), u"files"_s);
        QVERIFY(!settings.blob(u"servers.page"_s).isEmpty());
    }

    void theWindowGoesWhileItWaits()
    {
        const auto store = [] {
            Fixture f;
            if (!f.open()) {
                return std::shared_ptr<FakeStore>();
            }
            f.store->holdsList = true;
            QTest::keyClick(f.page()->table(), Qt::Key_F5);
            return f.store;
        }();
        QVERIFY(store);
        store->release();
        QCoreApplication::processEvents();
        QVERIFY(store->asked.size() >= 2);
    }
};

QTEST_MAIN(TestServers)
#include "tst_servers.moc"
