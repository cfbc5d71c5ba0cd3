// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/common/activitybar.h"
#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/sparkline.h"
#include "widgets/common/spinner.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimer>

#include <cmath>

using namespace millrace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init() { test::failOnWarnings(); }

    void texts_data()
    {
        QTest::addColumn<QString>("got");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("per cent") << percentText(0.374) << u"37 %"_s;
        QTest::newRow("per cent of nothing") << percentText(std::nan("")) << dashText();
        QTest::newRow("no badge") << badgeText(0) << QString();
        QTest::newRow("below") << badgeText(-3) << QString();
        QTest::newRow("badge") << badgeText(99) << u"99"_s;
        QTest::newRow("full badge") << badgeText(100) << u"99+"_s;
        QTest::newRow("minutes") << shortClockText(192'000) << u"03:12"_s;
        QTest::newRow("an hour") << shortClockText(3'792'000) << u"1:03:12"_s;
        QTest::newRow("many hours") << shortClockText(45'192'000) << u"12:33:12"_s;
        QTest::newRow("just now") << ageText(300) << u"now"_s;
        QTest::newRow("seconds old") << ageText(12'400) << u"12 s ago"_s;
        QTest::newRow("minutes old") << ageText(185'000) << u"3 min ago"_s;
    }

    void texts()
    {
        QFETCH(QString, got);
        QFETCH(QString, wanted);
        QCOMPARE(got, wanted);
    }

    void measures()
    {
        QPushButton button(u"Save"_s);
        QLineEdit field;
        QComboBox combo;
        combo.addItem(u"one"_s);
        QSpinBox spin;
        for (const QWidget* widget : std::initializer_list<QWidget*>{&button, &field, &combo, &spin}) {
            QCOMPARE(widget->sizeHint().height(), measure::control);
        }
        ActionButton action(u"Run"_s);
        QCOMPARE(action.sizeHint().height(), measure::control);
        QTableWidget table(3, 3);
        table.show();
        QCOMPARE(table.horizontalHeader()->sizeHint().height(), measure::tableHeader);
        QVERIFY(table.verticalHeader()->minimumSectionSize() <= measure::tableRow);
    }

    void messageBarShowsAndAnswers()
    {
        QWidget window;
        auto* layout = new QHBoxLayout(&window);
        auto* bar = new MessageBar(&window);
        layout->addWidget(bar);
        QVERIFY(test::showActive(window));
        QVERIFY(bar->isHidden());
        QSignalSpy answered(bar, &MessageBar::actionTriggered);
        QSignalSpy closed(bar, &MessageBar::closed);
        bar->showError({.message = u"No answer."_s, .detail = u"HTTP 500"_s}, {{u"retry"_s, u"Retry"_s}});
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message().kind, MessageBar::Kind::Error);
        auto* details = bar->findChild<QPlainTextEdit*>();
        QVERIFY(details->isHidden());
        QTest::mouseClick(bar->findChild<QToolButton*>(u"messageDetails"_s), Qt::LeftButton);
        QVERIFY(details->isVisible());
        QCOMPARE(details->toPlainText(), u"HTTP 500"_s);
        QTest::mouseClick(bar->findChild<QPushButton*>(u"messageAction.retry"_s), Qt::LeftButton);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered.first().first().toString(), u"retry"_s);
        QTest::mouseClick(bar->findChild<QToolButton*>(u"messageClose"_s), Qt::LeftButton);
        QVERIFY(bar->isHidden());
        QCOMPARE(closed.count(), 1);
    }

    void errorsStayAndTimersBelongToTheirMessage()
    {
        MessageBar bar;
        bar.showMessage({.kind = MessageBar::Kind::Info, .text = u"short"_s, .timeout = 30ms});
        // the error replaces it before its time is over, and must not be taken away by the old timer
        bar.showMessage({.kind = MessageBar::Kind::Error, .text = u"stays"_s, .timeout = 1ms});
        QSignalSpy closed(&bar, &MessageBar::closed);
        bool later = false;
        QTimer::singleShot(120ms, this, [&] { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(bar.hasMessage());
        QCOMPARE(bar.message().text, u"stays"_s);
        QCOMPARE(closed.count(), 0);
        bar.showMessage({.kind = MessageBar::Kind::Info, .text = u"short"_s, .timeout = 10ms});
        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(!bar.hasMessage());
    }

    void activityBarHasOneCurrent()
    {
        ActivityBar bar;
        bar.add(u"catalog"_s, "server-database"_L1, u"Catalog"_s);
        bar.add(u"jobs"_s, "view-list-details"_L1, u"Jobs"_s);
        bar.add(u"settings"_s, "adjustlevels"_L1, u"Settings"_s, ActivityBar::Place::Bottom);
        bar.resize(44, 400);
        QVERIFY(test::showActive(bar));
        QSignalSpy changed(&bar, &ActivityBar::currentChanged);
        QSignalSpy triggered(&bar, &ActivityBar::triggered);
        const auto click = [&](const char* id) {
            QTest::mouseClick(bar.findChild<QToolButton*>("activity."_L1 + QLatin1StringView(id)), Qt::LeftButton);
        };
        click("catalog");
        QCOMPARE(bar.current(), u"catalog"_s);
        click("jobs");
        QCOMPARE(bar.current(), u"jobs"_s);
        click("settings");
        QCOMPARE(bar.current(), u"jobs"_s);
        click("jobs");
        QCOMPARE(bar.current(), QString());
        QCOMPARE(changed.count(), 3);
        QCOMPARE(triggered.count(), 4);
        bar.setBadge(u"jobs"_s, 120);
        QVERIFY(!bar.findChild<QToolButton*>(u"activity.jobs"_s)->accessibleDescription().isEmpty());
        QCOMPARE(bar.findChild<QToolButton*>(u"activity.jobs"_s)->accessibleName(), u"Jobs"_s);
    }

    void segmentsByKeyAndMouse()
    {
        SegmentedControl control;
        control.setSegments({{u"batch"_s, u"Batch"_s, {}}, {u"streaming"_s, u"Streaming"_s, {}}});
        QVERIFY(test::showActive(control));
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.setCurrent(u"streaming"_s);
        QCOMPARE(chosen.count(), 0); // by program: no signal
        control.setFocus();
        QTest::keyClick(&control, Qt::Key_Left);
        QCOMPARE(control.current(), u"batch"_s);
        QTest::keyClick(&control, Qt::Key_Left); // no further
        QTest::mouseClick(&control, Qt::LeftButton, {}, QPoint(control.width() - 10, control.height() / 2));
        QCOMPARE(control.current(), u"streaming"_s);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(control.accessibleDescription(), u"Streaming"_s);
    }

    void buttonsFoldToTheirIcon()
    {
        ActionButton button(u"Run"_s);
        button.setIcon(themedIcon(&button, "media-playback-start"_L1));
        const int wide = button.sizeHint().width();
        button.setHint(u"Ctrl+↵"_s);
        QVERIFY(button.sizeHint().width() > wide);
        button.setCompact(true);
        QVERIFY(button.sizeHint().width() < wide);
        QCOMPARE(button.minimumSizeHint(), button.sizeHint());
    }

    void labelsAreCutNotClipped()
    {
        ElidedLabel label(u"a rather long name of a table somewhere"_s);
        label.resize(60, 20);
        QVERIFY(label.sizeHint().width() > 60);
        QVERIFY(label.minimumSizeHint().width() <= 60);
        QVERIFY(!label.grab().isNull());
        Chip chip;
        QCOMPARE(chip.sizeHint(), QSize(0, 0));
        chip.setEnvironment(Environment::Production);
        QCOMPARE(chip.text(), u"prod"_s);
        QVERIFY(chip.sizeHint().width() > 20);
    }

    void oneClockForAllSpinners()
    {
        QWidget window;
        auto* layout = new QHBoxLayout(&window);
        auto* first = new Spinner(&window);
        layout->addWidget(first);
        layout->addWidget(new Spinner(&window));
        QVERIFY(!AnimationClock::instance().isTicking());
        QVERIFY(test::showActive(window));
        QTRY_VERIFY(AnimationClock::instance().isTicking());
        window.hide();
        QTRY_VERIFY(!AnimationClock::instance().isTicking());
        applyTheme(*qApp, {.mode = ThemeMode::Light, .reducedMotion = true});
        window.show();
        QCOMPARE(AnimationClock::instance().phase(), 0.0);
        QVERIFY(!AnimationClock::instance().isTicking());
        window.hide();
        applyTheme(*qApp, {.mode = ThemeMode::Light});
    }

    void sparklineKeepsTheNewest()
    {
        Sparkline line;
        line.setCapacity(3);
        for (const double value : {1.0, 2.0, 3.0, 4.0}) {
            line.push(value);
        }
        QCOMPARE(line.values(), (std::vector<double>{2, 3, 4}));
        line.clear();
        QVERIFY(line.values().empty());
        QVERIFY(!line.grab().isNull());
    }

    /// Paints every kind of control in every look and looks for a colour that no token and no mix of tokens explains:
    /// the style's own greys would show as pixels brighter than all grounds of a dark look.
    void darkControlsHaveNoLightGround()
    {
        applyTheme(*qApp, {.mode = ThemeMode::Dark});
        QWidget window;
        auto* layout = new QHBoxLayout(&window);
        auto* combo = new QComboBox;
        combo->addItem(u""_s);
        auto* check = new QCheckBox;
        for (QWidget* widget : std::initializer_list<QWidget*>{
                 new QPushButton, new QLineEdit, combo, new QSpinBox, check, new QTableWidget(2, 2)}) {
            layout->addWidget(widget);
        }
        window.resize(700, 200);
        QVERIFY(test::showActive(window));
        const QImage image = window.grab().toImage();
        int light = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                light += image.pixelColor(x, y).lightness() > 200 ? 1 : 0;
            }
        }
        // header digits and carets are light; grounds would be thousands
        QVERIFY2(light < 400, qPrintable(QString::number(light)));
        applyTheme(*qApp, {.mode = ThemeMode::Light});
    }
};

QTEST_MAIN(ControlsTest)
#include "common_controls.moc"
