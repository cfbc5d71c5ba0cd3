// SPDX-License-Identifier: GPL-3.0-or-later
#include "dagfixture.h"
#include "guitest.h"
#include "widgets/dag/graphminimap.h"
#include "widgets/dag/graphview.h"

#include <QAccessible>
#include <QMenu>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// Shown, with the graph of the shop laid out.
bool open(GraphView& view, const Graph& graph = shopGraph(), QSize size = {900, 700})
{
    view.resize(size);
    view.setGraph(graph);
    return showActive(view) && QTest::qWaitFor([&] { return view.isLaidOut(); }, 20'000);
}

void clickNode(GraphView& view, const QString& id)
{
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.nodeRect(id).center().toPoint());
}

QColor colorAt(GraphView& view, QPointF point)
{
    return view.grab().toImage().pixelColor(point.toPoint());
}

Graph chainOf(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i) {
        GraphNode node;
        node.id = QString::number(i);
        node.title = u"Step %1"_s.arg(i);
        graph.nodes.push_back(node);
        if (i > 0) {
            graph.edges.push_back({QString::number(i - 1), QString::number(i), {}, {}});
        }
    }
    return graph;
}

} // namespace

class DagViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void aClickSelectsAndADoubleClickActivates()
    {
        GraphView view;
        QVERIFY(open(view));
        QSignalSpy selected(&view, &GraphView::nodeSelected);
        QSignalSpy activated(&view, &GraphView::nodeActivated);
        clickNode(view, u"join"_s);
        QCOMPARE(view.selectedNode(), u"join"_s);
        QCOMPARE(selected.takeLast()[0].toString(), u"join"_s);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.nodeRect(u"agg"_s).center().toPoint());
        QCOMPARE(activated.count(), 1);
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(view.selectedNode(), QString());
    }

    void keysWalkAlongTheEdges()
    {
        GraphView view;
        QVERIFY(open(view));
        QSignalSpy activated(&view, &GraphView::nodeActivated);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.selectedNode(), u"orders"_s);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selectedNode(), u"calc"_s);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selectedNode(), u"agg"_s);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.selectedNode(), u"join"_s);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.selectedNode(), u"sink"_s);
        QTest::keyClick(&view, Qt::Key_Home);
        const bool usersAtTheRight = view.nodeRect(u"users"_s).left() > view.nodeRect(u"orders"_s).left();
        QTest::keyClick(&view, usersAtTheRight ? Qt::Key_Right : Qt::Key_Left);
        QCOMPARE(view.selectedNode(), u"users"_s);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.selectedNode(), QString());
    }

    void figuresMoveNothing()
    {
        GraphView view;
        view.setLive(true);
        QVERIFY(open(view));
        const GraphGeometry before = view.scene().geometry;
        const QRectF place = view.nodeRect(u"join"_s);
        const QPointF ground = place.topLeft() + QPointF(6, place.height() / 2);
        const QColor cold = colorAt(view, ground);
        const QColor other = colorAt(view, view.nodeRect(u"sink"_s).topLeft() + QPointF(6, 20));
        QSignalSpy laidOut(&view, &GraphView::laidOut);
        view.setStatuses({statusOf(u"join"_s, 0.97), statusOf(u"sink"_s, 0.05), statusOf(u"nobody"_s, 1)});
        QCOMPARE(colorAt(view, ground), themeOf(&view).color(Token::Heat4));
        QVERIFY(cold != themeOf(&view).color(Token::Heat4));
        QCOMPARE(colorAt(view, view.nodeRect(u"sink"_s).topLeft() + QPointF(6, 20)), other);
        view.setStatuses({statusOf(u"join"_s, 0.3)});
        QCOMPARE(colorAt(view, ground), themeOf(&view).color(Token::Heat1));
        view.setGraph(shopGraph());
        QVERIFY(view.scene().geometry == before);
        QCOMPARE(view.nodeRect(u"join"_s), place);
        QCOMPARE(laidOut.count(), 0);
    }

    void theHeatTellsWhatIsAskedFor()
    {
        GraphScene scene;
        scene.setGraph(shopGraph());
        scene.now = QDateTime::currentDateTimeUtc();
        scene.mostPerSecond = 100'000;
        VertexStatus status = statusOf(u"join"_s, 0.44, 0.52);
        status.watermark = scene.now.addSecs(-1121);
        QCOMPARE(figuresOf(scene, status).heat, 2);
        QVERIFY(figuresOf(scene, status).figure.contains(u"52"_s));
        QVERIFY(figuresOf(scene, status).worry.contains(u"18 min"_s));
        scene.heat = GraphHeat::Rate;
        QCOMPARE(figuresOf(scene, status).heat, 1);
        scene.heat = GraphHeat::Watermark;
        QCOMPARE(figuresOf(scene, status).heat, 3);
        scene.heat = GraphHeat::Backpressure;
        QCOMPARE(figuresOf(scene, status).heat, 2);
        status.state = JobState::Failed;
        QVERIFY(figuresOf(scene, status).failed);
        QCOMPARE(figuresOf(scene, {}).figure, QString());
    }

    void theWheelZoomsAtThePointer()
    {
        GraphView view;
        QVERIFY(open(view));
        const QPointF at = view.nodeRect(u"join"_s).center();
        QWheelEvent wheel(
            at, view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        const double before = view.zoom();
        QApplication::sendEvent(&view, &wheel);
        QVERIFY(view.zoom() > before);
        QVERIFY((view.nodeRect(u"join"_s).center() - at).manhattanLength() < 3);
        QTest::keyClick(&view, Qt::Key_0);
        QCOMPARE(view.zoom(), 1.0);
        QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.zoom() < 1);
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(std::abs(view.zoom() - 1) < 0.01);
    }

    void draggingMovesAndSelectsNothing_data()
    {
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::addColumn<bool>("space");
        QTest::newRow("left") << Qt::LeftButton << false;
        QTest::newRow("middle") << Qt::MiddleButton << false;
        QTest::newRow("space") << Qt::LeftButton << true;
    }

    void draggingMovesAndSelectsNothing()
    {
        QFETCH(const Qt::MouseButton, button);
        QFETCH(const bool, space);
        GraphView view;
        QVERIFY(open(view));
        view.setFocus();
        const QRectF before = view.nodeRect(u"join"_s);
        const QPoint from = before.center().toPoint();
        if (space) {
            QTest::keyPress(&view, Qt::Key_Space);
        }
        QTest::mousePress(&view, button, {}, from);
        QMouseEvent move(QEvent::MouseMove, from + QPoint(60, 40), view.mapToGlobal(from + QPoint(60, 40)),
            Qt::NoButton, button, Qt::NoModifier);
        QApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, button, {}, from + QPoint(60, 40));
        if (space) {
            QTest::keyRelease(&view, Qt::Key_Space);
        }
        QCOMPARE(view.nodeRect(u"join"_s).topLeft() - before.topLeft(), QPointF(60, 40));
        QCOMPARE(view.selectedNode(), QString());
    }

    void findGoesFromMatchToMatch()
    {
        GraphView view;
        QVERIFY(open(view));
        QCOMPARE(view.find(u"KAFKA"_s), 2);
        QCOMPARE(view.selectedNode(), u"orders"_s);
        QTest::keyClick(&view, Qt::Key_F3);
        QCOMPARE(view.selectedNode(), u"users"_s);
        QTest::keyClick(&view, Qt::Key_F3);
        QCOMPARE(view.foundPosition(), 1);
        QTest::keyClick(&view, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(view.foundPosition(), 2);
        QCOMPARE(view.find(u"no such thing"_s), 0);
        QCOMPARE(view.findNext(), 0);
        QSignalSpy search(&view, &GraphView::searchRequested);
        QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(search.count(), 1);
    }

    void foldsKeepWhatWasClickedInPlace()
    {
        GraphView view;
        QVERIFY(open(view));
        view.resetZoom();
        const QPointF place = view.nodeRect(u"join"_s).center();
        view.collapseUpstream(u"join"_s);
        QTRY_VERIFY(view.isLaidOut());
        QCOMPARE(view.scene().graph.nodes.size(), size_t{4});
        QVERIFY((view.nodeRect(u"join"_s).center() - place).manhattanLength() < 3);
        view.selectNode(u"orders"_s);
        QVERIFY(view.selectedNode() != u"orders"_s);
        QCOMPARE(view.selectedMembers(), (QStringList{u"orders"_s, u"calc"_s, u"users"_s}));
        view.expand(view.selectedNode());
        QTRY_VERIFY(view.isLaidOut());
        QCOMPARE(view.scene().graph.nodes.size(), size_t{6});
        view.setFocusNode(u"users"_s);
        QTRY_COMPARE(view.scene().graph.nodes.size(), size_t{4});
        view.expandAll();
        view.setChainsCollapsed(true);
        QTRY_VERIFY(view.isLaidOut());
        QCOMPARE(view.scene().graph.nodes.size(), size_t{5});
        view.setStatuses({statusOf(u"v1"_s, 0.5)});
        QVERIFY(view.scene().statuses[0].has_value());
    }

    void theMenuOfANodeFolds()
    {
        GraphView view;
        QVERIFY(open(view));
        QSignalSpy menus(&view, &GraphView::menuAboutToShow);
        const QPoint at = view.nodeRect(u"agg"_s).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.mapToGlobal(at));
        QApplication::sendEvent(&view, &event);
        auto* menu = view.findChild<QMenu*>();
        QVERIFY(menu);
        QCOMPARE(menus.count(), 1);
        QCOMPARE(menus[0][1].toString(), u"agg"_s);
        menu->actions().at(0)->trigger();
        menu->close();
        QTRY_VERIFY(view.isLaidOut());
        QCOMPARE(view.scene().graph.nodes.size(), size_t{3});
    }

    void marksColourAndSign()
    {
        GraphView view;
        QVERIFY(open(view));
        view.setMarks({{u"agg"_s, GraphMark::Added}, {u"sink"_s, GraphMark::Removed}});
        const auto ground = [&](const QString& id) {
            const QRectF rect = view.nodeRect(id);
            return colorAt(view, rect.topLeft() + QPointF(8, rect.height() / 2));
        };
        QCOMPARE(ground(u"agg"_s), themeOf(&view).color(Token::OpInsertBg));
        QCOMPARE(ground(u"sink"_s), themeOf(&view).color(Token::OpDeleteBg));
        QCOMPARE(ground(u"join"_s), themeOf(&view).color(Token::Heat0));
    }

    void theOverviewGoesThere()
    {
        GraphView view;
        QVERIFY(open(view, chainOf(60)));
        auto* minimap = view.findChild<GraphMinimap*>();
        QTRY_VERIFY(minimap->isVisible());
        QVERIFY(!QRectF(view.rect()).intersects(view.nodeRect(u"59"_s)));
        QTest::mouseClick(minimap, Qt::LeftButton, {}, QPoint(minimap->width() / 2, minimap->height() - 10));
        QVERIFY(QRectF(view.rect()).intersects(view.nodeRect(u"59"_s)));
        view.setMinimapShown(false);
        QVERIFY(minimap->isHidden());
        view.setMinimapShown(true);
        view.fit();
        QVERIFY(minimap->isHidden());
        QVERIFY(QRectF(view.rect()).contains(view.nodeRect(u"0"_s)));
        view.selectNode(u"30"_s);
        view.resetZoom();
        view.selectNode(u"0"_s);
        QVERIFY(QRectF(view.rect()).contains(view.nodeRect(u"0"_s)));
    }

    void screenReadersGetAnOutline()
    {
        GraphView view;
        QVERIFY(open(view));
        view.setStatuses({statusOf(u"join"_s, 0.97)});
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(accessible);
        QAccessibleTextInterface* text = accessible->textInterface();
        QVERIFY(text);
        const QString all = text->text(0, text->characterCount());
        QCOMPARE(all.count(u'\n'), 6);
        QVERIFY(all.contains(u"busy 97"_s));
        text->setCursorPosition(static_cast<int>(all.indexOf(u"GroupAggregate,"_s)) + 3);
        QCOMPARE(view.selectedNode(), u"agg"_s);
        QCOMPARE(text->cursorPosition(), static_cast<int>(all.indexOf(u"GroupAggregate,"_s)));
        QVERIFY(text->characterRect(text->cursorPosition()).isValid());
    }

    void theOddOnesAreShown_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("nothing") << 0;
        QTest::newRow("one node") << 1;
        QTest::newRow("long names") << 2;
        QTest::newRow("loops and missing ends") << 3;
        QTest::newRow("5,000 nodes") << 4;
    }

    void theOddOnesAreShown()
    {
        QFETCH(const int, which);
        Graph graph = which == 0 ? Graph() : chainOf(which == 4 ? 5000 : which == 1 ? 1 : 3);
        if (which == 2) {
            for (GraphNode& node : graph.nodes) {
                node.title = QString(10'000, u'W');
                node.description = QString(100'000, u'x');
                node.type = node.title;
            }
            graph.edges[0].description = QString(10'000, u'h');
        } else if (which == 3) {
            graph.edges.push_back({u"1"_s, u"1"_s, u"HASH"_s, {}});
            graph.edges.push_back({u"2"_s, u"0"_s, u"HASH"_s, {}});
            graph.edges.push_back({u"2"_s, u"elsewhere"_s, u"HASH"_s, {}});
        }
        GraphView view;
        view.setEmptyText(u"No plan yet."_s);
        QVERIFY(open(view, graph));
        view.fit();
        QVERIFY(!view.grab().isNull());
        view.setFocus();
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Left, Qt::Key_End, Qt::Key_Home}) {
            QTest::keyClick(&view, key);
        }
        QCOMPARE(view.selectedNode(), graph.isEmpty() ? QString() : u"0"_s);
        QVERIFY(!view.grab().isNull());
        view.setGraph({});
        QTRY_VERIFY(view.isLaidOut());
        QCOMPARE(view.selectedNode(), QString());
    }

    void theLookMayChange()
    {
        GraphView view;
        QVERIFY(open(view));
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::HighContrast, ThemeMode::Light}) {
            applyTheme(*qApp, {.mode = mode});
            QTRY_COMPARE(colorAt(view, {2, 2}), themeOf(&view).color(Token::Surface));
            QCOMPARE(
                colorAt(view, view.nodeRect(u"sink"_s).topLeft() + QPointF(6, 20)), themeOf(&view).color(Token::Heat0));
        }
    }
};

QTEST_MAIN(DagViewTest)
#include "dag_view.moc"
