// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/editorcontroller.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/services.h"
#include "backends/flink/flinkbackend.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/settings.h"
#include "storage/workspacejournal.h"
#include "tests/support/fakegateway.h"
#include "widgets/common/activitybar.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/editorpage.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/problemsview.h"
#include "widgets/results/resultspane.h"
#include "widgets/start/startpage.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// The whole program on a fake gateway, with the files of this test alone. Made anew for each test function.
class Fixture {
public:
    Fixture()
    {
        auto services = Services::open();
        // The real script would look for a Flink on this machine.
        services->localFlink = std::make_unique<LocalFlink>(QString());
        services->localSeaTunnel.reset();
        m_services = services.get();
        program = std::make_unique<Program>(*qApp, std::move(services));
    }

    void addConnection(const FakeGateway& gateway)
    {
        const flink::FlinkBackend backend;
        FormValues values = backend.form().defaults();
        values.insert(backend.valuesForUrl(gateway.url().toString()));
        QVERIFY(
            m_services->connections->save({.name = u"fake"_s, .system = backend.id(), .values = values}).has_value());
    }

    bool show(const QStringList& files = {})
    {
        program->show({.files = files});
        return QTest::qWaitForWindowExposed(&program->window());
    }

    void trigger(QLatin1StringView id) const
    {
        QAction* action = program->window().actions().action(id);
        QTRY_VERIFY2(action->isEnabled(), id.data());
        action->trigger();
    }

    BottomDock* dock() const { return program->window().findChild<BottomDock*>(); }

    std::unique_ptr<Program> program;

private:
    Services* m_services = nullptr;
};

/// Answers the next modal question by pressing the button with this role; says whether one came.
class ModalAnswer {
public:
    explicit ModalAnswer(QMessageBox::ButtonRole role) : m_role(role)
    {
        m_timer.setInterval(10);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                for (QAbstractButton* button : box->buttons()) {
                    if (box->buttonRole(button) == m_role) {
                        asked = true;
                        m_timer.stop();
                        button->click();
                        return;
                    }
                }
            }
        });
        m_timer.start();
    }

    bool asked = false;

private:
    QMessageBox::ButtonRole m_role;
    QTimer m_timer;
};

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        // Each function starts as on the first day.
        QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
        QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
        m_gateway = std::make_unique<FakeGateway>();
        QVERIFY(m_gateway->start());
    }

    void cleanup()
    {
        QCOMPARE(m_gateway->complaints(), QStringList());
        m_gateway.reset();
    }

    void theFirstStartOffersThreeThings()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        const auto* page = fixture.program->window().findChild<StartPage*>();
        QVERIFY(page && page->isVisible());
        QVERIFY(!fixture.program->window().isBottomDockShown());
        QVERIFY(!fixture.program->window().actions().action("run.statement"_L1)->isEnabled());
        fixture.trigger("file.new"_L1);
        QVERIFY(!page->isVisible());
        QVERIFY(fixture.program->editors().current());
    }

    void runsWhatIsTyped()
    {
        m_gateway->script(u"SELECT"_s, FakeStatement::counted(120, 50));
        Fixture fixture;
        fixture.addConnection(*m_gateway);
        QVERIFY(fixture.show());
        ScriptTab* tab = type(fixture, u"SELECT * FROM numbers;"_s);
        QTRY_VERIFY(fixture.program->window().isActiveWindow());
        QTRY_VERIFY(fixture.program->window().actions().action("run.statement"_L1)->isEnabled());
        QTest::keyClick(tab->editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(tab->session()->runs().size(), std::size_t(1));
        StatementRun* run = tab->session()->runs().front();
        QTRY_COMPARE(run->state(), RunState::Done);
        QCOMPARE(run->rowCount(), 120);
        QCOMPARE(tab->editor()->stateOf(0), RunState::Done);
        QTRY_VERIFY(fixture.dock()->resultsPane()->result(run->id()));
        QVERIFY(fixture.dock()->isVisible());
        QTRY_COMPARE(m_gateway->openOperations(), QStringList());
    }

    void anErrorStandsAtItsPlace()
    {
        m_gateway->script(u"SELECT nonsense"_s, FakeStatement::failing(stacks::unknownTable(u"nonsense"_s, 2, 6)));
        Fixture fixture;
        fixture.addConnection(*m_gateway);
        QVERIFY(fixture.show());
        ScriptTab* tab = type(fixture, u"-- a comment\n\nSELECT nonsense\nFROM nowhere;"_s);
        fixture.trigger("run.script"_L1);
        QTRY_COMPARE(tab->problems().size(), std::size_t(1));
        QCOMPARE(tab->problems().front().range.begin, (TextPosition{4, 6}));
        QCOMPARE(tab->editor()->stateOf(0), RunState::Failed);
        QTRY_COMPARE(fixture.dock()->currentTab(), BottomDock::Tab::Problems);
        QVERIFY(fixture.dock()->problems()->currentProblem());
        tab->editor()->goTo({1, 1});
        fixture.trigger("edit.nextProblem"_L1);
        QCOMPARE(tab->editor()->caretPosition(), (TextPosition{4, 6}));
    }

    void cancelReachesTheGateway()
    {
        FakeStatement endless = FakeStatement::counted(10, 5, true);
        endless.endless = true;
        m_gateway->script(u"SELECT"_s, endless);
        Fixture fixture;
        fixture.addConnection(*m_gateway);
        QVERIFY(fixture.show());
        ScriptTab* tab = type(fixture, u"SELECT * FROM stream"_s);
        fixture.trigger("run.statement"_L1);
        QTRY_COMPARE(tab->session()->runs().size(), std::size_t(1));
        QTRY_COMPARE(tab->session()->runs().front()->rowCount(), 10);
        fixture.trigger("run.cancel"_L1);
        QTRY_COMPARE(tab->session()->runs().front()->state(), RunState::Cancelled);
        QTRY_COMPARE(m_gateway->cancelledOperations().size(), 1);
        QTRY_COMPARE(m_gateway->openOperations(), QStringList());
        QCOMPARE(tab->session()->runs().front()->rowCount(), 10);
    }

    void aLostSessionIsRenewedByClick()
    {
        Fixture fixture;
        fixture.addConnection(*m_gateway);
        QVERIFY(fixture.show());
        ScriptTab* tab = type(fixture, u"SELECT 1"_s);
        fixture.trigger("run.statement"_L1);
        QTRY_COMPARE(tab->session()->state(), ScriptSession::State::Open);
        QTRY_COMPARE(tab->session()->activeRuns(), 0);
        m_gateway->expireAllSessions();
        fixture.trigger("run.statement"_L1);
        QTRY_COMPARE(tab->session()->state(), ScriptSession::State::Lost);
        MessageBar* bar = tab->page()->messageBar();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!bar->message().actions.empty());
        QPushButton* button = nullptr;
        for (auto* candidate : bar->findChildren<QPushButton*>()) {
            if (candidate->text() == bar->message().actions.front().text) {
                button = candidate;
            }
        }
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(tab->session()->state(), ScriptSession::State::Open);
        QCOMPARE(m_gateway->openSessions().size(), 1);
    }

    void closingDuringARunAsksAndLeavesNothingBehind()
    {
        FakeStatement endless = FakeStatement::counted(10, 5, true);
        endless.endless = true;
        m_gateway->script(u"SELECT"_s, endless);
        Fixture fixture;
        fixture.addConnection(*m_gateway);
        QVERIFY(fixture.show());
        ScriptTab* tab = type(fixture, u"SELECT * FROM stream"_s);
        fixture.trigger("run.statement"_L1);
        QTRY_COMPARE(m_gateway->openOperations().size(), 1);
        QTRY_VERIFY(tab->session()->activeRuns() == 1);
        {
            const ModalAnswer no(QMessageBox::RejectRole);
            QVERIFY(!fixture.program->window().close());
            QVERIFY(no.asked);
            QVERIFY(fixture.program->window().isVisible());
        }
        QSignalSpy ended(fixture.program.get(), &Program::ended);
        const ModalAnswer yes(QMessageBox::DestructiveRole);
        QVERIFY(fixture.program->window().close());
        QVERIFY(yes.asked);
        QTRY_VERIFY(!ended.isEmpty());
        QTRY_COMPARE(m_gateway->openOperations(), QStringList());
        QTRY_COMPARE(m_gateway->openSessions(), QStringList());
    }

    void bringsTheTabsBackAndRunsNothing()
    {
        {
            Fixture fixture;
            fixture.addConnection(*m_gateway);
            QVERIFY(fixture.show());
            ScriptTab* tab = type(fixture, u"INSERT INTO sink SELECT 1;\nSELECT 2;"_s);
            ScriptTab::Target target = tab->target();
            target.streaming = false;
            target.rowCap = 500;
            tab->setTarget(target);
            tab->editor()->goTo({2, 3});
            QVERIFY(fixture.program->window().close());
        }
        Fixture fixture;
        QVERIFY(fixture.show());
        QCOMPARE(fixture.program->editors().tabs().size(), std::size_t(1));
        const ScriptTab* tab = fixture.program->editors().current();
        QVERIFY(tab);
        QCOMPARE(tab->editor()->text(), u"INSERT INTO sink SELECT 1;\nSELECT 2;"_s);
        QCOMPARE(tab->editor()->caretPosition(), (TextPosition{2, 3}));
        QVERIFY(!tab->target().streaming);
        QCOMPARE(tab->target().rowCap, 500);
        QVERIFY(!tab->target().connectionId.isEmpty());
        // Nothing was even queued, so nothing can reach the server later.
        QVERIFY(tab->session()->runs().empty());
        QCOMPARE(tab->session()->state(), ScriptSession::State::None);
        QCOMPARE(m_gateway->statements(), QStringList());
    }

    void remembersThePlaceOfThings()
    {
        {
            Fixture fixture;
            QVERIFY(fixture.show());
            fixture.trigger("view.connections"_L1);
            fixture.program->window().resize(1100, 700);
            QVERIFY(fixture.program->window().close());
        }
        Fixture fixture;
        QVERIFY(fixture.show());
        QCOMPARE(fixture.program->window().activityBar()->current(), u"connections"_s);
        QCOMPARE(fixture.program->window().size(), QSize(1100, 700));
    }

    void aFileThatCannotBeReadIsSaid()
    {
        Fixture fixture;
        QVERIFY(fixture.show({u"/no/such/file.sql"_s}));
        const ScriptTab* tab = fixture.program->editors().current();
        QVERIFY(tab);
        QVERIFY(tab->page()->messageBar()->hasMessage());
        QCOMPARE(tab->page()->messageBar()->message().kind, MessageBar::Kind::Error);
    }

private:
    static ScriptTab* type(const Fixture& fixture, const QString& text)
    {
        ScriptTab* tab = fixture.program->editors().newTab();
        tab->page()->setText(text, true);
        tab->editor()->setFocus();
        fixture.program->window().activateWindow();
        return tab;
    }

    std::unique_ptr<FakeGateway> m_gateway;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
