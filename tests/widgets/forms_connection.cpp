// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/forms/connectionpage.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldrow.h"
#include "widgets/forms/testpanel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

FormDescription formWithEverything()
{
    return {.title = u"Flink"_s,
        .fields = {{.id = u"gateway"_s,
                       .section = u"Addresses"_s,
                       .label = u"SQL Gateway"_s,
                       .kind = FieldKind::Url,
                       .required = true,
                       .check = checks::httpUrl},
            {.id = u"jobManager"_s,
                .section = u"Addresses"_s,
                .label = u"JobManager"_s,
                .kind = FieldKind::Url,
                .check = checks::httpUrl},
            {.id = u"login"_s,
                .section = u"Login"_s,
                .label = u"Method"_s,
                .kind = FieldKind::Segments,
                .defaultValue = u"none"_s,
                .options = {{u"none"_s, u"None"_s}, {u"basic"_s, u"Basic"_s}}},
            {.id = u"user"_s,
                .section = u"Login"_s,
                .label = u"User"_s,
                .shownWhen = FormField::Condition{u"login"_s, {u"basic"_s}},
                .required = true},
            {.id = u"password"_s,
                .section = u"Login"_s,
                .label = u"Password"_s,
                .kind = FieldKind::Secret,
                .shownWhen = FormField::Condition{u"login"_s, {u"basic"_s}},
                .required = true},
            {.id = u"timeout"_s,
                .section = u"Time-outs"_s,
                .label = u"Connect"_s,
                .kind = FieldKind::Seconds,
                .defaultValue = u"5"_s,
                .check = checks::wholeNumber(1, 600)}}};
}

FormDescription otherForm()
{
    return {.title = u"Dinky"_s,
        .fields = {{.id = u"address"_s,
            .section = u"Addresses"_s,
            .label = u"Address"_s,
            .kind = FieldKind::Url,
            .required = true}}};
}

const ConnectionProfile s_saved{.id = u"id"_s,
    .name = u"prod"_s,
    .system = u"flink"_s,
    .environment = Environment::Production,
    .values = {{u"gateway"_s, u"https://h:8083"_s}, {u"login"_s, u"basic"_s}, {u"user"_s, u"svc"_s},
        {u"fieldOfALaterVersion"_s, u"kept"_s}}};

} // namespace

class ConnectionTestPage : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init()
    {
        test::failOnWarnings();
        const SystemChoice flink{u"flink"_s, u"Flink"_s, formWithEverything(), [](const QString& url) {
                                     return FormValues{{u"gateway"_s, url}};
                                 }};
        const SystemChoice dinky{u"dinky"_s, u"Dinky"_s, otherForm(), {}};
        m_page = std::make_unique<ConnectionPage>(std::vector{flink, dinky});
        m_page->resize(1200, 800);
        QVERIFY(test::showActive(*m_page));
    }

    void cleanup() { m_page.reset(); }

    void newOneIsNotRedAllOver()
    {
        QCOMPARE(m_page->title(), u"New connection"_s);
        QVERIFY(!button(u"save"_s)->isEnabled());
        QVERIFY(!m_page->form()->areProblemsShown());
        QCOMPARE(label(u"problems"_s)->text(), u"2 fields are still empty"_s);
        QVERIFY(!m_page->isDirty());
        QVERIFY(button(u"test"_s)->isEnabled());
    }

    void typingMakesItSaveable()
    {
        QSignalSpy save(m_page.get(), &ConnectionPage::saveRequested);
        type(u"general.name"_s, u"local"_s);
        QCOMPARE(m_page->title(), u"local"_s);
        QVERIFY(m_page->isDirty());
        type(u"gateway"_s, u"http://localhost:8083"_s);
        QVERIFY(button(u"save"_s)->isEnabled());
        QTest::mouseClick(button(u"save"_s), Qt::LeftButton);
        QCOMPARE(save.count(), 1);
        const auto profile = save.at(0).at(0).value<ConnectionProfile>();
        QCOMPARE(profile.name, u"local"_s);
        QCOMPARE(profile.system, u"flink"_s);
        QCOMPARE(profile.environment, Environment::Development);
        QCOMPARE(profile.values.value(u"gateway"_s), u"http://localhost:8083"_s);
        QCOMPARE(profile.values.value(u"timeout"_s), u"5"_s);
        QVERIFY2(!profile.values.contains(u"password"_s), "no secret in a profile");
        QVERIFY(save.at(0).at(1).value<Secrets>().isEmpty());

        ConnectionProfile stored = profile;
        stored.id = u"id"_s;
        m_page->setSaved(stored, {});
        QVERIFY(!m_page->isDirty());
        QVERIFY(!button(u"save"_s)->isEnabled());
        QVERIFY(!row(u"general.system"_s));
    }

    void errorsStandAtTheirFieldAndAreCounted()
    {
        ConnectionProfile profile = s_saved;
        profile.values.insert(u"jobManager"_s, u"https://h:80810"_s);
        profile.values.insert(u"timeout"_s, u"900"_s);
        m_page->edit(profile, {u"password"_s});
        QVERIFY2(m_page->form()->areProblemsShown(), "a saved one shows its errors at once");
        QCOMPARE(label(u"problems"_s)->text(), u"2 fields need a change"_s);
        QCOMPARE(button(u"firstProblem"_s)->text(), u"First: JobManager"_s);
        auto* problem = row(u"jobManager"_s)->findChild<QLabel*>(u"problem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"80810 is not a port"_s));
        QVERIFY(!row(u"gateway"_s)->findChild<QLabel*>(u"problem"_s)->isVisible());
        QVERIFY(!button(u"save"_s)->isEnabled());

        QTest::mouseClick(button(u"firstProblem"_s), Qt::LeftButton);
        QVERIFY(row(u"jobManager"_s)->editor()->control()->hasFocus());
        type(u"jobManager"_s, u"https://h:8081"_s);
        QVERIFY(!problem->isVisible());
        QVERIFY(label(u"problems"_s)->text().startsWith(u"1 field"_s));
        QCOMPARE(button(u"firstProblem"_s)->text(), u"First: Connect"_s);
    }

    void aSavedOneIsCleanAndKeepsWhatItDoesNotKnow()
    {
        m_page->edit(s_saved, {u"password"_s});
        QVERIFY(!m_page->isDirty());
        QCOMPARE(m_page->environment(), Environment::Production);
        QCOMPARE(m_page->connectionId(), u"id"_s);
        QCOMPARE(m_page->form()->profile().values.value(u"fieldOfALaterVersion"_s), u"kept"_s);
        QVERIFY(m_page->form()->problemLabels().isEmpty());
        QSignalSpy titles(m_page.get(), &ConnectionPage::titleChanged);
        type(u"user"_s, u"other"_s);
        QVERIFY(m_page->isDirty());
        QVERIFY(titles.count() > 0);
        QTest::mouseClick(button(u"revert"_s), Qt::LeftButton);
        QVERIFY(!m_page->isDirty());
        QCOMPARE(row(u"user"_s)->editor()->value(), u"svc"_s);
    }

    void hiddenFieldsKeepWhatWasTyped()
    {
        m_page->edit(s_saved);
        QVERIFY(row(u"user"_s)->isVisible());
        auto* method = row(u"login"_s)->editor()->control();
        method->setFocus();
        QTest::keyClick(method, Qt::Key_Left);
        QVERIFY(!row(u"user"_s)->isVisible());
        QVERIFY2(m_page->form()->problemLabels().isEmpty(), "a hidden field has no problem");
        QCOMPARE(m_page->form()->profile().values.value(u"user"_s), u"svc"_s);
        QTest::keyClick(method, Qt::Key_Right);
        QVERIFY(row(u"user"_s)->isVisible());
        QCOMPARE(row(u"user"_s)->editor()->value(), u"svc"_s);
        QCOMPARE(m_page->form()->problemLabels(), QStringList{u"Password"_s});
    }

    void anotherSystemAndBackLosesNothing()
    {
        type(u"gateway"_s, u"http://typed:1"_s);
        type(u"general.name"_s, u"mine"_s);
        chooseSystem(1);
        QCOMPARE(m_page->form()->system().id, u"dinky"_s);
        QVERIFY(row(u"address"_s));
        QVERIFY(!row(u"gateway"_s));
        QCOMPARE(m_page->form()->profile().name, u"mine"_s);
        QVERIFY2(!m_page->findChild<QPushButton*>(u"fillFromUrl"_s)->isVisible(), "this system cannot");
        type(u"address"_s, u"http://dinky:2"_s);
        chooseSystem(0);
        QCOMPARE(row(u"gateway"_s)->editor()->value(), u"http://typed:1"_s);
        chooseSystem(1);
        QCOMPARE(m_page->form()->profile().values, (FormValues{{u"address"_s, u"http://dinky:2"_s}}));
    }

    void secretsAreToldApart()
    {
        m_page->edit(s_saved, {u"password"_s});
        m_page->form()->setSecretPlace(u"Kept in the system keychain."_s);
        QCOMPARE(row(u"password"_s)->findChild<QLabel*>(u"help"_s)->text(), u"Kept in the system keychain."_s);
        QVERIFY(m_page->form()->changedSecrets().isEmpty());
        QTest::mouseClick(row(u"password"_s)->findChild<QPushButton*>(u"replace"_s), Qt::LeftButton);
        QTest::keyClicks(row(u"password"_s)->editor()->control(), u"s3cret"_s);
        QCOMPARE(m_page->form()->changedSecrets(), (Secrets{{u"password"_s, u"s3cret"_s}}));
        QVERIFY(m_page->isDirty());
        const auto values = m_page->form()->profile().values;
        QVERIFY(!values.values().contains(u"s3cret"_s));
    }

    void takenNameIsSaidAtTheName()
    {
        m_page->form()->setNameCheck([](const QString& name) {
            return name == u"taken"_s ? std::optional(u"Another connection is called taken."_s) : std::nullopt;
        });
        m_page->edit(s_saved, {u"password"_s});
        type(u"general.name"_s, u"taken"_s);
        QVERIFY(row(u"general.name"_s)->isProblemShown());
        QCOMPARE(button(u"firstProblem"_s)->text(), u"First: Name"_s);
    }

    void environmentIsChosenByKeyboard()
    {
        auto* segments = row(u"general.environment"_s)->editor()->control();
        segments->setFocus();
        QTest::keyClick(segments, Qt::Key_Right);
        QCOMPARE(m_page->environment(), Environment::Test);
        QVERIFY(row(u"general.environment"_s)->findChild<QLabel*>(u"help"_s)->text().contains(u"Violet"_s));
        QTest::keyClick(segments, Qt::Key_Right);
        QCOMPARE(m_page->environment(), Environment::Production);
    }

    void fillsFromAnAddress()
    {
        auto* fill = m_page->findChild<QPushButton*>(u"fillFromUrl"_s);
        auto* url = m_page->findChild<QLineEdit*>(u"fillUrl"_s);
        QTest::mouseClick(fill, Qt::LeftButton);
        QVERIFY(url->hasFocus());
        QTest::keyClick(url, Qt::Key_Escape);
        QVERIFY(!url->isVisible());
        QTest::mouseClick(fill, Qt::LeftButton);
        QTest::keyClicks(url, u"http://gw:8083"_s);
        QTest::keyClick(url, Qt::Key_Return);
        QVERIFY(!url->isVisible());
        QCOMPARE(row(u"gateway"_s)->editor()->value(), u"http://gw:8083"_s);
    }

    void saveWithProblemsGoesToTheFirst()
    {
        QSignalSpy save(m_page.get(), &ConnectionPage::saveRequested);
        m_page->save();
        QCOMPARE(save.count(), 0);
        QVERIFY(m_page->form()->areProblemsShown());
        QVERIFY(row(u"general.name"_s)->editor()->control()->hasFocus());
    }

    void failedSaveIsSaidAndLosesNothing()
    {
        m_page->edit(s_saved, {u"password"_s});
        type(u"user"_s, u"other"_s);
        m_page->setSaveFailed({.kind = ErrorKind::Storage, .message = u"The disk is full."_s});
        QCOMPARE(label(u"problems"_s)->text(), u"The disk is full."_s);
        QVERIFY(m_page->isDirty());
        QVERIFY(button(u"save"_s)->isEnabled());
        type(u"user"_s, u"another"_s);
        QVERIFY(label(u"problems"_s)->text().isEmpty());
    }

    void testShowsStepsAsTheyCome()
    {
        m_page->edit(s_saved, {u"password"_s});
        QSignalSpy test(m_page.get(), &ConnectionPage::testRequested);
        QSignalSpy cancel(m_page.get(), &ConnectionPage::testCancelRequested);
        QTest::mouseClick(button(u"test"_s), Qt::LeftButton);
        QCOMPARE(test.count(), 1);
        m_page->beginTest();
        QCOMPARE(button(u"test"_s)->text(), u"Cancel test"_s);
        m_page->addTestStep({.title = u"Find h"_s, .elapsedMs = 3});
        m_page->addTestStep({.title = u"Connect"_s, .state = TestStep::State::Failed});
        QCOMPARE(m_page->findChildren<QWidget*>(u"step"_s).size(), 2);
        QTest::mouseClick(button(u"test"_s), Qt::LeftButton);
        QCOMPARE(cancel.count(), 1);
        m_page->setTestCancelled();
        QCOMPARE(button(u"test"_s)->text(), u"Test"_s);
        QCOMPARE(m_page->findChildren<QWidget*>(u"step"_s).size(), 2);

        m_page->beginTest();
        m_page->setCallCount(6);
        m_page->finishTest({.finishedAt = QDateTime::currentDateTimeUtc(),
            .elapsedMs = 181,
            .steps = {{.title = u"Find h"_s}, {.title = u"Jobs"_s, .state = TestStep::State::NotTried}},
            .capabilities = {{u"SQL execution"_s, true, {}}, {u"Jobs"_s, false, u"needs the JobManager"_s}},
            .verdict = u"SQL works; jobs do not yet."_s,
            .advice = u"Correct the address."_s});
        QCOMPARE(button(u"test"_s)->text(), u"Test again"_s);
        QCOMPARE(m_page->findChildren<QWidget*>(u"step"_s).size(), 2);
        QCOMPARE(m_page->findChildren<QWidget*>(u"capability"_s).size(), 2);
        QVERIFY(m_page->findChild<QWidget*>(u"banner"_s));
        QSignalSpy calls(m_page.get(), &ConnectionPage::showCallsRequested);
        const auto buttons = m_page->findChildren<QPushButton*>();
        const auto show = std::ranges::find(buttons, u"Show the 6 calls"_s, &QPushButton::text);
        QVERIFY(show != buttons.end());
        QTest::mouseClick(*show, Qt::LeftButton);
        QCOMPARE(calls.count(), 1);
    }

    void everyControlHasANameAndComesByTab()
    {
        m_page->edit(s_saved, {u"password"_s});
        row(u"general.name"_s)->editor()->control()->setFocus();
        QSet<QWidget*> seen;
        for (int i = 0; i < 40; ++i) {
            QWidget* focused = QApplication::focusWidget();
            QVERIFY(focused);
            seen.insert(focused);
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        for (const auto& id : {u"gateway"_s, u"login"_s, u"user"_s, u"timeout"_s}) {
            QWidget* control = row(id)->editor()->control();
            QVERIFY2(seen.contains(control), qPrintable(id));
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(id));
        }
        QVERIFY(seen.contains(button(u"test"_s)));
    }

private:
    [[nodiscard]] FieldRow* row(const QString& id) const
    {
        return m_page->findChild<FieldRow*>(QString(u"field-"_s + id));
    }

    [[nodiscard]] QPushButton* button(const QString& name) const { return m_page->findChild<QPushButton*>(name); }

    [[nodiscard]] TextLabel* label(const QString& name) const { return m_page->findChild<TextLabel*>(name); }

    void type(const QString& id, const QString& text) const
    {
        auto* line = qobject_cast<QLineEdit*>(row(id)->editor()->control());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    void chooseSystem(int index) const
    {
        auto* combo = qobject_cast<QComboBox*>(row(u"general.system"_s)->editor()->control());
        combo->setFocus();
        QTest::keyClick(combo, index > combo->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
    }

    std::unique_ptr<ConnectionPage> m_page;
};

QTEST_MAIN(ConnectionTestPage)
#include "forms_connection.moc"
