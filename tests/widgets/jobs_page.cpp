// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"
#include "tests/widgets/guitest.h"
#include "widgets/jobs/freshnessstrip.h"
#include "widgets/jobs/jobfilterbar.h"
#include "widgets/jobs/jobglyph.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"
#include "widgets/panels/emptyview.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 17), QTime(12, 0), Qt::UTC);

JobSummary job(const QString& id, JobState state = JobState::Running)
{
    return {.id = id, .name = u"job "_s + id, .state = state, .rawState = toId(state), .start = noon.addSecs(-60)};
}

struct Fixture {
    Fixture()
    {
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        table.setNow(noon);
        table.setSources({{.id = u"a"_s,
            .name = u"shop"_s,
            .system = u"flink"_s,
            .systemName = u"Flink"_s,
            .environment = Environment::Production}});
        page.setModel(&model);
        page.resize(1200, 700);
    }

    void fill()
    {
        table.merge(u"a"_s, {job(u"1"_s), job(u"2"_s, JobState::Failed), job(u"3"_s, JobState::Restarting)}, noon);
    }

    JobTable table;
    JobTableModel model{table};
    JobsPage page;
};

} // namespace

class TestJobsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { failOnWarnings(); }

    void emptyPagesSaySo()
    {
        Fixture f;
        QVERIFY(showActive(f.page));
        auto* empty = f.page.findChild<EmptyView*>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"No jobs. Run an INSERT, and its job stands here."_s);
        f.table.setSources({});
        QVERIFY(empty->sentence().startsWith(u"No connection has jobs yet."_s));
        QSignalSpy wanted(&f.page, &JobsPage::addConnectionRequested);
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void enterOpensAndEscapeCloses()
    {
        Fixture f;
        f.fill();
        auto* detail = new QLabel(u"detail"_s);
        f.page.setDetailWidget(detail);
        QVERIFY(showActive(f.page));
        QVERIFY(!detail->isVisible());
        QSignalSpy current(&f.page, &JobsPage::currentJobChanged);
        f.page.setFocus();
        QTest::keyClick(&f.page, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.page.filterBar()->search()->hasFocus());
        QTest::keyClick(f.page.filterBar()->search(), Qt::Key_Down);
        QVERIFY(f.page.table()->hasFocus());
        QCOMPARE(f.page.currentJob().jobId, u"2"_s);
        QTest::keyClick(f.page.table(), Qt::Key_Down);
        QCOMPARE(f.page.currentJob().jobId, u"3"_s);
        QCOMPARE(current.count(), 2);
        QTest::keyClick(f.page.table(), Qt::Key_Return);
        QVERIFY(detail->isVisible());
        QTest::keyClick(f.page.table(), Qt::Key_Escape);
        QVERIFY(!detail->isVisible());
        QSignalSpy refresh(&f.page, &JobsPage::refreshRequested);
        QTest::keyClick(f.page.table(), Qt::Key_F5);
        QCOMPARE(refresh.count(), 1);
    }

    void typingFilters()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        QTest::keyClicks(f.page.filterBar()->search(), u"job 2"_s);
        QTRY_COMPARE(f.model.rowCount(), 1);
        QTest::keyClicks(f.page.filterBar()->search(), u"x"_s);
        auto* empty = f.page.findChild<EmptyView*>();
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"None of the 3 jobs fits the filter."_s);
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_COMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.page.filterBar()->search()->text(), QString());
    }

    void theMenuOfStatesFilters()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        auto* button = f.page.findChild<QPushButton*>(u"jobStates"_s);
        QMenu* menu = button->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->text() == "Only Failed"_L1) {
                action->trigger();
            }
        }
        QCOMPARE(f.model.rowCount(), 1);
        QCOMPARE(button->text(), u"State: Failed"_s);
    }

    void aClickOnTheHeadSorts()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        QHeaderView* header = f.page.table()->horizontalHeader();
        const int section = static_cast<int>(JobColumn::Name);
        const QPoint place(header->sectionViewportPosition(section) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(f.model.sortColumn(), JobColumn::Name);
        QCOMPARE(f.model.job(0)->job.id, u"1"_s);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(f.model.job(0)->job.id, u"3"_s);
    }

    void columnsAreRemembered()
    {
        Fixture f;
        f.fill();
        f.page.table()->setColumnShown(JobColumn::Restarts, false);
        f.page.table()->setColumnShown(JobColumn::Owner, true);
        f.page.table()->horizontalHeader()->moveSection(2, 0);
        f.page.table()->setColumnWidth(static_cast<int>(JobColumn::Owner), 77);
        f.model.sort(static_cast<int>(JobColumn::Started), Qt::DescendingOrder);
        Fixture other;
        other.page.restoreState(f.page.saveState());
        const JobsTable* table = other.page.table();
        QVERIFY(!table->isColumnShown(JobColumn::Restarts));
        QVERIFY(table->isColumnShown(JobColumn::Owner));
        QCOMPARE(table->columnWidth(static_cast<int>(JobColumn::Owner)), 77);
        QCOMPARE(table->horizontalHeader()->visualIndex(2), 0);
        QCOMPARE(other.model.sortColumn(), JobColumn::Started);
        QCOMPARE(other.model.sortOrder(), Qt::DescendingOrder);
        other.page.restoreState("rubbish");
        QVERIFY(table->isColumnShown(JobColumn::Owner));
    }

    void freshness_data()
    {
        QTest::addColumn<JobSource>("source");
        QTest::addColumn<QString>("text");
        QTest::newRow("asking") << JobSource{} << u"asking…"_s;
        QTest::newRow("fresh") << JobSource{.answeredAt = noon.addSecs(-3)} << u"3 s ago"_s;
        QTest::newRow("error") << JobSource{.answeredAt = noon.addSecs(-240),
            .error = u"HTTP 429"_s,
            .nextTry = noon.addSecs(40)}
                               << u"4 min ago: HTTP 429, next try in 40 s"_s;
        QTest::newRow("never answered") << JobSource{.error = u"Refused."_s, .nextTry = noon.addSecs(5)}
                                        << u"Refused., next try in 5 s"_s;
    }

    void freshness()
    {
        QFETCH(const JobSource, source);
        QTEST(FreshnessStrip::freshnessText(source, noon), "text");
    }

    void everyStateHasAShapeOfItsOwn()
    {
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        std::vector<QImage> shapes;
        for (int state = 0; state <= static_cast<int>(JobState::Suspended); ++state) {
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            JobSummary shown;
            shown.state = static_cast<JobState>(state);
            paintJobGlyph(painter, QRectF(0, 0, 16, 16), shown, false);
            painter.end();
            // Without its colours it must still differ from all others.
            shapes.push_back(image.convertToFormat(QImage::Format_Alpha8));
            for (std::size_t other = 0; other + 1 < shapes.size(); ++other) {
                QVERIFY2(shapes[other] != shapes.back(), qPrintable(toId(static_cast<JobState>(state))));
            }
        }
    }

    void itPaintsInEveryLook()
    {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
            Fixture f;
            applyTheme(*qApp, {.mode = mode});
            f.fill();
            f.table.setWatched(JobKey{u"a"_s, u"1"_s}, true);
            f.table.setStartedHere({u"a"_s, u"1"_s}, u"INSERT"_s);
            f.model.setFilter({.group = JobFilter::Group::State});
            QVERIFY(showActive(f.page));
            QVERIFY(!f.page.grab().isNull());
        }
    }
};

QTEST_MAIN(TestJobsPage)
#include "jobs_page.moc"
