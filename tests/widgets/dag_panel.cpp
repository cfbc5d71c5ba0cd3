// SPDX-License-Identifier: GPL-3.0-or-later
#include "dagfixture.h"
#include "guitest.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/dag/graphexport.h"
#include "widgets/dag/graphfacts.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/dag/graphsvg.h"

#include <QImage>
#include <QLineEdit>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

bool open(GraphPanel& panel)
{
    panel.resize(1300, 700);
    panel.setGraph(shopGraph());
    return showActive(panel) && QTest::qWaitFor([&] { return panel.view()->isLaidOut(); }, 20'000);
}

QStringList textsIn(const QWidget* widget)
{
    QStringList texts;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        texts << label->text();
    }
    return texts;
}

/// Elements by name, after reading to the end; nothing when it is no XML.
QHash<QString, int> elementsOf(const QByteArray& svg)
{
    QHash<QString, int> counts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            ++counts[reader.name().toString()];
        }
    }
    return reader.hasError() ? QHash<QString, int>() : counts;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DagPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void theSideTellsTheFacts()
    {
        GraphPanel panel;
        QVERIFY(open(panel));
        auto* facts = panel.findChild<GraphFacts*>();
        QVERIFY(facts->isHidden());
        const QPoint join = panel.view()->nodeRect(u"join"_s).center().toPoint();
        QTest::mouseClick(panel.view(), Qt::LeftButton, {}, join);
        QVERIFY(facts->isVisible());
        QVERIFY(textsIn(facts).contains(u"[id]"_s));
        QVERIFY(textsIn(facts).contains(u"user_id = id"_s));
        QVERIFY(textsIn(facts).contains(u"Advice: State grows without bound."_s));
        panel.setStatuses({statusOf(u"join"_s, 0.97)});
        QVERIFY(textsIn(facts).contains(u"97 %"_s));
        panel.setStatuses({statusOf(u"join"_s, 0.42)});
        QVERIFY(textsIn(facts).contains(u"42 %"_s));
        QTest::mouseClick(facts->findChild<QToolButton*>(u"graphFactsClose"_s), Qt::LeftButton);
        QVERIFY(facts->isHidden());
        QCOMPARE(panel.view()->selectedNode(), QString());
        panel.setFactsEnabled(false);
        panel.view()->selectNode(u"sink"_s);
        QVERIFY(facts->isHidden());
    }

    void theSearchCounts()
    {
        GraphPanel panel;
        QVERIFY(open(panel));
        panel.view()->setFocus();
        QTest::keyClick(panel.view(), Qt::Key_F, Qt::ControlModifier);
        auto* search = panel.findChild<QLineEdit*>(u"graphSearch"_s);
        auto* count = panel.findChild<TextLabel*>(u"graphFoundCount"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"source"_s);
        QTRY_COMPARE(count->text(), u"1 of 2"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(count->text(), u"2 of 2"_s);
        QCOMPARE(panel.view()->selectedNode(), u"users"_s);
        QTest::keyClicks(search, u"zzz"_s);
        QTRY_COMPARE(count->text(), u"no match"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(count->isHidden());
        QVERIFY(panel.view()->hasFocus());
    }

    void theToolsDoWhatTheySay()
    {
        GraphPanel panel;
        QVERIFY(open(panel));
        const auto click = [&](const QString& name) {
            QTest::mouseClick(panel.findChild<QToolButton*>(name), Qt::LeftButton);
        };
        const double before = panel.view()->zoom();
        click(u"graphZoomOut"_s);
        QVERIFY(panel.view()->zoom() < before);
        click(u"graphZoomIn"_s);
        click(u"graphFit"_s);
        QCOMPARE(panel.view()->zoom(), before);
        click(u"graphMinimapShown"_s);
        QVERIFY(!panel.view()->isMinimapShown());
        click(u"graphChains"_s);
        QTRY_VERIFY(panel.view()->isLaidOut());
        QCOMPARE(panel.view()->scene().graph.nodes.size(), size_t{5});
        auto* everything = panel.findChild<QToolButton*>(u"graphShowAll"_s);
        QVERIFY(everything->isHidden());
        panel.view()->setFocusNode(u"users"_s);
        QVERIFY(everything->isVisible());
        click(u"graphShowAll"_s);
        QTRY_VERIFY(panel.view()->isLaidOut());
        QCOMPARE(panel.view()->scene().graph.nodes.size(), size_t{6});
        auto* heat = panel.findChild<SegmentedControl*>(u"graphHeat"_s);
        QVERIFY(heat->isHidden());
        panel.setLive(true);
        QVERIFY(heat->isVisible());
        QTest::mouseClick(heat, Qt::LeftButton, {}, QPoint(heat->width() - 10, heat->height() / 2));
        QCOMPARE(panel.view()->scene().heat, GraphHeat::Watermark);
    }

    void withoutDotABarSaysSo()
    {
        GraphPanel panel;
        GraphLayoutOptions options;
        const QTemporaryDir folder;
        options.dot = folder.filePath(u"none"_s);
        panel.view()->setLayoutOptions(options);
        QSignalSpy notes(panel.view(), &GraphView::noteChanged);
        QVERIFY(open(panel));
        QCOMPARE(notes.count(), 1);
        const auto* bar = panel.findChild<MessageBar*>();
        QVERIFY(bar->hasMessage());
        QVERIFY(bar->message().text.contains(u"Graphviz"_s));
        panel.view()->setLayoutOptions({});
        QTRY_VERIFY(!bar->hasMessage());
    }

    void filesAreWrittenByTheirEnding()
    {
        GraphPanel panel;
        panel.setTitle(u"shop"_s);
        QVERIFY(open(panel));
        const QTemporaryDir folder;
        QSignalSpy written(&panel, &GraphPanel::exported);
        QSignalSpy failed(&panel, &GraphPanel::exportFailed);
        for (const QString& ending : {u"svg"_s, u"png"_s, u"dot"_s, u"json"_s}) {
            panel.exportTo(folder.filePath(u"shop."_s + ending));
        }
        QCOMPARE(written.count(), 4);
        QVERIFY(elementsOf(contentOf(folder.filePath(u"shop.svg"_s))).value(u"text"_s) >= 12);
        const QImage picture(folder.filePath(u"shop.png"_s));
        const QSizeF size = panel.view()->scene().geometry.size + QSizeF(48, 48);
        QCOMPARE(picture.size(), (size * 2).toSize());
        QVERIFY(contentOf(folder.filePath(u"shop.dot"_s)).startsWith("digraph {"));
        QVERIFY(contentOf(folder.filePath(u"shop.json"_s)).startsWith("{\"nodes\":["));
        panel.exportTo(folder.filePath(u"shop.doc"_s));
        panel.exportTo(folder.filePath(u"missing/shop.svg"_s));
        QCOMPARE(failed.count(), 2);
        QVERIFY(panel.findChild<MessageBar*>()->hasMessage());
    }

    void thePaintPathIsTheSame()
    {
        GraphPanel panel;
        QVERIFY(open(panel));
        panel.view()->resetZoom();
        const QImage screen = panel.view()->grab().toImage();
        const QImage picture = graphexport::image(panel.view()->scene(), themeOf(&panel));
        // The same point of a box, on the screen and at twice the size with its margin.
        const QRectF box = panel.view()->nodeRect(u"join"_s);
        const QRectF inScene = panel.view()->scene().geometry.nodes[3];
        for (const QPointF& inside : {QPointF(5, 5), QPointF(5, 40), QPointF(200, 60)}) {
            QCOMPARE(picture.pixelColor(((inScene.topLeft() + inside + QPointF(24, 24)) * 2).toPoint()),
                screen.pixelColor((box.topLeft() + inside).toPoint()));
        }
    }

    void paperTakesAllOfIt()
    {
        GraphPanel panel;
        QVERIFY(open(panel));
        const QTemporaryDir folder;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"shop.pdf"_s));
        graphexport::print(panel.view()->scene(), printer, u"shop"_s);
        QVERIFY(contentOf(folder.filePath(u"shop.pdf"_s)).startsWith("%PDF"));
    }

    void aPictureWithoutAWindow()
    {
        const Result<QByteArray> svg = graphAsSvg(shopGraph());
        QVERIFY(svg);
        const QHash<QString, int> elements = elementsOf(*svg);
        QCOMPARE(elements.value(u"svg"_s), 1);
        QVERIFY(elements.value(u"text"_s) >= 12);
        QVERIFY(svg->contains("GroupAggregate"));
        QCOMPARE(*graphAsSvg(shopGraph()), *svg);
        QVERIFY(graphAsSvg({}));
    }

    void nothingIsCutAtAnyWidth()
    {
        GraphPanel panel;
        panel.setLive(true);
        QVERIFY(open(panel));
        for (const int width : {1500, 1000, 760, 640}) {
            panel.resize(std::max(width, panel.minimumSizeHint().width()), 600);
            QTRY_VERIFY(panel.view()->width() <= panel.width());
            for (const QToolButton* button : panel.findChildren<QToolButton*>()) {
                QVERIFY2(button->objectName().isEmpty() || !button->isVisible()
                        || button->width() >= button->minimumSizeHint().width(),
                    qPrintable(button->objectName()));
            }
        }
    }
};

QTEST_MAIN(DagPanelTest)
#include "dag_panel.moc"
