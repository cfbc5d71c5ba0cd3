// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/common/labels.h"
#include "widgets/start/startaction.h"
#include "widgets/start/startlink.h"
#include "widgets/start/startpage.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>
#include <QToolButton>

using namespace millrace;
using namespace Qt::StringLiterals;
using State = LocalFlinkStatus::State;

class StartPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init()
    {
        test::failOnWarnings();
        m_page = std::make_unique<StartPage>();
        m_page->resize(1200, 900);
    }

    void cleanup() { m_page.reset(); }

    void actionsByKeyboard()
    {
        QSignalSpy start(m_page.get(), &StartPage::startFlinkRequested);
        QSignalSpy add(m_page.get(), &StartPage::addConnectionRequested);
        QSignalSpy open(m_page.get(), &StartPage::openFileRequested);
        QVERIFY(test::showActive(*m_page));
        m_page->setFocus();
        QVERIFY2(action(u"startFlink"_s)->hasFocus(), "the first action is the focused one");
        QTest::keyClick(action(u"startFlink"_s), Qt::Key_Return);
        QTest::keyClick(action(u"startFlink"_s), Qt::Key_Down);
        QVERIFY(action(u"addConnection"_s)->hasFocus());
        QTest::keyClick(action(u"addConnection"_s), Qt::Key_Space);
        QTest::keyClick(action(u"addConnection"_s), Qt::Key_Down);
        QTest::keyClick(action(u"openFile"_s), Qt::Key_Enter);
        QTest::keyClick(action(u"openFile"_s), Qt::Key_Up);
        QVERIFY(action(u"addConnection"_s)->hasFocus());
        QCOMPARE(start.count(), 1);
        QCOMPARE(add.count(), 1);
        QCOMPARE(open.count(), 1);
    }

    void flinkStates_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("starts");
        QTest::addColumn<int>("cancels");
        QTest::newRow("stopped") << int(State::Stopped) << u"Start a local Flink"_s << 1 << 0;
        QTest::newRow("starting") << int(State::Starting) << u"Starting"_s << 0 << 1;
        QTest::newRow("running") << int(State::Running) << u"The local Flink runs"_s << 0 << 0;
        QTest::newRow("stopping") << int(State::Stopping) << u"Stopping"_s << 0 << 0;
        QTest::newRow("failed") << int(State::Failed) << u"Start the local Flink again"_s << 1 << 0;
    }

    void flinkStates()
    {
        QFETCH(int, state);
        QFETCH(QString, title);
        QSignalSpy start(m_page.get(), &StartPage::startFlinkRequested);
        QSignalSpy cancel(m_page.get(), &StartPage::cancelFlinkRequested);
        m_page->setFlinkState({.state = static_cast<State>(state),
            .version = u"2.3.0"_s,
            .message = u"The download was cut: try again."_s,
            .progress = 0.4});
        QVERIFY(test::showActive(*m_page));
        StartAction* first = action(u"startFlink"_s);
        QVERIFY2(first->text().startsWith(title), qPrintable(first->text()));
        QVERIFY(!m_page->grab().isNull());
        QTest::mouseClick(first, Qt::LeftButton);
        QTEST(int(start.count()), "starts");
        QTEST(int(cancel.count()), "cancels");
        const bool isBusy = state == int(State::Starting) || state == int(State::Stopping);
        QCOMPARE(button(u"runSample"_s)->isEnabled(), !isBusy);
        QCOMPARE(button(u"runSample"_s)->text(),
            state == int(State::Running) ? u"Run this"_s : u"Start Flink and run this"_s);
    }

    void missingJavaSaysWhatToDo()
    {
        m_page->setJavaState(
            {.state = JavaStatus::State::Missing, .advice = u"Install Java 17: apt install default-jre-headless."_s});
        QVERIFY(action(u"startFlink"_s)->accessibleDescription().contains(u"default-jre-headless"_s));
        m_page->setJavaState({.state = JavaStatus::State::Found, .version = u"17.0.15"_s});
        QVERIFY(!action(u"startFlink"_s)->accessibleDescription().contains(u"default-jre-headless"_s));
    }

    void samplesGoRound()
    {
        QVERIFY(test::showActive(*m_page));
        QSignalSpy run(m_page.get(), &StartPage::runSampleRequested);
        QSignalSpy open(m_page.get(), &StartPage::openSampleRequested);
        const auto samples = sampleScripts();
        QCOMPARE(samples.size(), std::size_t(5));
        auto* code = m_page->findChild<QTextEdit*>();
        for (std::size_t i = 0; i <= samples.size(); ++i) {
            const SampleScript& wanted = samples[i % samples.size()];
            QCOMPARE(m_page->currentSample().id, wanted.id);
            QCOMPARE(code->toPlainText(), wanted.text.trimmed());
            QTest::mouseClick(m_page->findChild<QToolButton*>(u"nextSample"_s), Qt::LeftButton);
        }
        QTest::mouseClick(m_page->findChild<QToolButton*>(u"previousSample"_s), Qt::LeftButton);
        QCOMPARE(m_page->currentSample().id, samples.front().id);
        QTest::mouseClick(button(u"runSample"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"openSample"_s), Qt::LeftButton);
        QCOMPARE(run.value(0).value(0).value<SampleScript>().id, samples.front().id);
        QCOMPARE(open.value(0).value(0).value<SampleScript>().text, samples.front().text);
    }

    void everySampleSaysWhatItShowsAndIsWhole()
    {
        for (const SampleScript& sample : sampleScripts()) {
            QVERIFY2(sample.text.startsWith(u"-- "_s), qPrintable(sample.id));
            QVERIFY(sample.text.trimmed().endsWith(u';'));
            QVERIFY(!sample.title.isEmpty());
            QVERIFY2(!sample.text.contains(u'\t'), qPrintable(sample.id));
        }
    }

    void linksAskForThemeAndLanguage()
    {
        QVERIFY(test::showActive(*m_page));
        QSignalSpy theme(m_page.get(), &StartPage::themeRequested);
        QSignalSpy language(m_page.get(), &StartPage::languageRequested);
        QSignalSpy palette(m_page.get(), &StartPage::paletteRequested);
        QTest::mouseClick(link(u"light"_s), Qt::LeftButton);
        QCOMPARE(theme.count(), 0);
        QVERIFY(link(u"light"_s)->isChecked());
        QTest::mouseClick(link(u"dark"_s), Qt::LeftButton);
        QCOMPARE(theme.value(0).value(0).toBool(), true);
        QVERIFY2(!link(u"dark"_s)->isChecked(), "it is on when setTheme() says so");
        m_page->setTheme(true);
        QVERIFY(link(u"dark"_s)->isChecked());
        QTest::mouseClick(link(u"language"_s), Qt::LeftButton);
        QCOMPARE(language.value(0).value(0).toString(), u"zh_CN"_s);
        m_page->setLanguage(u"zh_CN"_s);
        link(u"language"_s)->setFocus();
        QTest::keyClick(link(u"language"_s), Qt::Key_Return);
        QCOMPARE(language.value(1).value(0).toString(), u"en"_s);
        QTest::mouseClick(link(u"palette"_s), Qt::LeftButton);
        QCOMPARE(palette.count(), 1);
    }

    void droppedFilesAreOpened()
    {
        QVERIFY(test::showActive(*m_page));
        QSignalSpy dropped(m_page.get(), &StartPage::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/x/a.sql"_s), QUrl(u"http://host/b.sql"_s)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &event);
        QCOMPARE(dropped.value(0).value(0).toStringList(), QStringList{u"/x/a.sql"_s});
    }

    void fitsASmallWindow()
    {
        m_page->resize(900, 560);
        QVERIFY(test::showActive(*m_page));
        QVERIFY(m_page->minimumSizeHint().width() <= 900);
        for (const auto& name : {u"runSample"_s, u"openSample"_s}) {
            QVERIFY(button(name)->width() >= button(name)->sizeHint().width());
        }
    }

private:
    [[nodiscard]] StartAction* action(const QString& name) const { return m_page->findChild<StartAction*>(name); }

    [[nodiscard]] QPushButton* button(const QString& name) const { return m_page->findChild<QPushButton*>(name); }

    [[nodiscard]] StartLink* link(const QString& name) const { return m_page->findChild<StartLink*>(name); }

    std::unique_ptr<StartPage> m_page;
};

QTEST_MAIN(StartPageTest)
#include "start_page.moc"
