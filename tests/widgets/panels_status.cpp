// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "widgets/panels/operationsindicator.h"
#include "widgets/panels/operationspopup.h"
#include "widgets/panels/statusbar.h"
#include "widgets/panels/statussegment.h"

#include <QListView>
#include <QSignalSpy>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

StatusBarState sample()
{
    StatusBarState state;
    state.connectionName = u"shop-test"_s;
    state.environment = Environment::Test;
    state.session = StatusBarState::Session::Open;
    state.sessionMs = 2'530'000;
    state.catalog = u"default_catalog"_s;
    state.database = u"default_database"_s;
    state.mode = StatusBarState::RuntimeMode::Streaming;
    state.running = 1;
    state.runningMs = 192'000;
    state.rows = 48'211;
    state.rowsAreChanges = true;
    state.memoryBytes = 84LL << 20;
    state.timeZone = u"Europe/Berlin"_s;
    state.encoding = u"UTF-8"_s;
    state.lineEnd = u"LF"_s;
    state.line = 26;
    state.column = 37;
    return state;
}

QString segment(const StatusBar& bar, const QString& name)
{
    const auto* found = bar.findChild<StatusSegment*>(name);
    return found && !found->isHidden() ? found->text() : u"<hidden>"_s;
}

} // namespace

class PanelsStatusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void everySegmentSaysItsPart()
    {
        StatusBar bar;
        bar.resize(1600, 24);
        QVERIFY(showActive(bar));
        bar.setState(sample());
        QCOMPARE(segment(bar, u"statusConnection"_s), u"shop-test · test"_s);
        QCOMPARE(segment(bar, u"statusSession"_s), u"Session open 00:42:10"_s);
        QCOMPARE(segment(bar, u"statusCatalog"_s), u"default_catalog.default_database"_s);
        QCOMPARE(segment(bar, u"statusMode"_s), u"Streaming"_s);
        QVERIFY(segment(bar, u"statusRunning"_s).endsWith(u" · 00:03:12"_s));
        QVERIFY(segment(bar, u"statusRows"_s).startsWith(u"48\u202f211 change"_s));
        QCOMPARE(segment(bar, u"statusMemory"_s), u"84\u202fMB"_s);
        QCOMPARE(segment(bar, u"statusEncoding"_s), u"UTF-8 · LF"_s);
        QCOMPARE(segment(bar, u"statusPosition"_s), u"Ln 26, Col 37"_s);
        QCOMPARE(segment(bar, u"statusProblems"_s), u"<hidden>"_s);
        QVERIFY(segment(bar, u"statusBell"_s) != u"<hidden>"_s);
    }

    void whatIsUnknownIsNotShown()
    {
        StatusBar bar;
        bar.resize(1600, 24);
        QVERIFY(showActive(bar));
        for (const QString& name : {u"statusConnection"_s, u"statusSession"_s, u"statusCatalog"_s, u"statusMode"_s,
                 u"statusRunning"_s, u"statusRows"_s, u"statusMemory"_s, u"statusZone"_s, u"statusPosition"_s}) {
            QCOMPARE(segment(bar, name), u"<hidden>"_s);
        }
        StatusBarState state = sample();
        state.selection = u"12 cells"_s;
        bar.setState(state);
        QCOMPARE(segment(bar, u"statusRows"_s), u"12 cells"_s);
        state.session = StatusBarState::Session::Lost;
        bar.setState(state);
        QCOMPARE(segment(bar, u"statusSession"_s), u"Session lost"_s);
    }

    void aNarrowWindowDropsTheLeastImportant()
    {
        StatusBar bar;
        bar.setState(sample());
        bar.resize(700, 24);
        QVERIFY(showActive(bar));
        QCOMPARE(segment(bar, u"statusMemory"_s), u"<hidden>"_s);
        QVERIFY(segment(bar, u"statusConnection"_s) != u"<hidden>"_s);
        QVERIFY(segment(bar, u"statusRunning"_s) != u"<hidden>"_s);
        for (const StatusSegment* part : bar.findChildren<StatusSegment*>()) {
            QVERIFY2(part->isHidden() || part->geometry().right() <= bar.width(), qPrintable(part->objectName()));
        }
        bar.resize(1600, 24);
        QTRY_VERIFY(segment(bar, u"statusMemory"_s) != u"<hidden>"_s);
        QVERIFY(bar.minimumSizeHint().width() < 200);
    }

    void segmentsAreButtons()
    {
        StatusBar bar;
        bar.resize(1600, 24);
        bar.setState(sample());
        QVERIFY(showActive(bar));
        QSignalSpy connection(&bar, &StatusBar::connectionClicked);
        QSignalSpy position(&bar, &StatusBar::positionClicked);
        QTest::mouseClick(bar.findChild<StatusSegment*>(u"statusConnection"_s), Qt::LeftButton);
        auto* place = bar.findChild<StatusSegment*>(u"statusPosition"_s);
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Space);
        QCOMPARE(connection.count(), 1);
        QCOMPARE(position.count(), 1);
    }

    void operationsShowAndCancel()
    {
        OperationListModel model;
        OperationsIndicator indicator;
        indicator.setModel(&model);
        QVERIFY(indicator.isHidden());
        Operation first(u"Write result.csv"_s);
        Operation second(u"Start local Flink"_s);
        model.add(&first);
        model.add(&second);
        first.start();
        second.start();
        QVERIFY(!indicator.isHidden());
        QVERIFY(showActive(indicator));
        QTest::mouseClick(&indicator, Qt::LeftButton);
        auto* popup = indicator.findChild<OperationsPopup*>();
        QTRY_VERIFY(popup->isVisible());
        auto* list = popup->findChild<QListView*>(u"operations"_s);
        QCOMPARE(list->model()->rowCount(), 2);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(first.state(), Operation::State::Cancelling);
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 18, row.center().y()));
        QCOMPARE(second.state(), Operation::State::Cancelling);
        first.finish(failure(Error::cancelled()));
        second.finish(failure(Error::cancelled()));
        popup->hide();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(indicator.isHidden());
    }
};

QTEST_MAIN(PanelsStatusTest)
#include "panels_status.moc"
