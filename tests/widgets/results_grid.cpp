// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "models/resultmodel.h"
#include "resultfixture.h"
#include "widgets/results/griddelegate.h"

#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionViewItem>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

struct GridFixture {
    std::shared_ptr<ResultStore> store = sampleChanges();
    ChangelogModel changes;
    SortFilterModel model;
    ResultGrid grid;

    GridFixture()
    {
        model.setSource(&changes);
        changes.sync(store->snapshot());
        grid.setGridModel(&model);
        grid.resize(900, 300);
    }

    [[nodiscard]] bool show()
    {
        const bool shown = showActive(grid);
        grid.fitColumns();
        grid.setFocus();
        return shown;
    }

    [[nodiscard]] QPoint place(int row, int column) const
    {
        return grid.visualRect(grid.model()->index(row, column)).center();
    }

    void click(int row, int column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, modifiers, place(row, column));
    }
};

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class ResultsGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void looksOfCells()
    {
        const GridFixture f;
        QCOMPARE(lookOf(f.model, 2, GridModel::Op),
            (CellLook{.text = u"−U"_s,
                .ground = Token::OpUpdateBeforeBg,
                .ink = Token::OpUpdateBefore,
                .alignment = Qt::AlignCenter,
                .bold = true}));
        QCOMPARE(lookOf(f.model, 3, GridModel::Op).text, u"+U"_s);
        QCOMPARE(lookOf(f.model, 0, GridModel::Number).alignment, Qt::AlignRight | Qt::AlignVCenter);
        const CellLook null = lookOf(f.model, 4, 3);
        QCOMPARE(null.text, u"NULL"_s);
        QVERIFY(null.italic);
        QCOMPARE(null.ink, Token::TextDim);
        QCOMPARE(lookOf(f.model, 2, 3).ink, Token::TextDim);
        QCOMPARE(lookOf(f.model, 3, 3).ink, Token::Text);
        QCOMPARE(lookOf(f.model, 3, 5).alignment, Qt::AlignRight | Qt::AlignVCenter);
    }

    void cellsArePaintedInTheirColours()
    {
        const GridFixture f;
        const GridDelegate delegate;
        QImage image(120, 24, QImage::Format_RGB32);
        image.fill(currentTheme().color(Token::Surface));
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        delegate.paint(&painter, option, f.model.index(3, GridModel::Op));
        painter.end();
        QCOMPARE(image.pixelColor(2, 2), currentTheme().color(Token::OpUpdateAfterBg));
        int ink = 0;
        for (int x = 40; x < 80; ++x) {
            for (int y = 4; y < 20; ++y) {
                ink += image.pixelColor(x, y) != currentTheme().color(Token::OpUpdateAfterBg) ? 1 : 0;
            }
        }
        QVERIFY2(ink > 20, "the sign of the change must be readable");
    }

    void rowsHaveOneHeight()
    {
        GridFixture f;
        QVERIFY(f.show());
        for (int row = 0; row < f.model.rowCount(); ++row) {
            QCOMPARE(f.grid.rowHeight(row), measure::tableRow);
        }
    }

    void keysMoveTheCursorAndCopy()
    {
        GridFixture f;
        QVERIFY(f.show());
        f.click(0, 3);
        QCOMPARE(f.grid.currentStoreRow(), std::optional<quint32>(0));
        QTest::keyClick(&f.grid, Qt::Key_Down);
        QTest::keyClick(&f.grid, Qt::Key_Right);
        QCOMPARE(f.grid.currentDataColumn(), 1);
        QTest::keyClick(&f.grid, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(), u"1"_s);
        QTest::keyClick(&f.grid, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(clipboardText(), u"orders\n1"_s);
        QTest::keyClick(&f.grid, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&f.grid, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&f.grid, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(), u"1\t5.50\n1\t10.00"_s);
        QTest::keyClick(&f.grid, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(f.grid.currentStoreRow(), std::optional<quint32>(6));
    }

    void aClickOnTheNumberTakesTheRow()
    {
        GridFixture f;
        QVERIFY(f.show());
        QSignalSpy summary(&f.grid, &ResultGrid::selectionSummaryChanged);
        f.click(1, GridModel::Number);
        QTest::keyClick(&f.grid, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(), u"Mitte\t1\t5.50"_s);
        QTRY_VERIFY(!summary.isEmpty());
        QTRY_COMPARE(f.grid.selection().cells, 3);
        QTRY_COMPARE(f.grid.selection().sum, u"6.50"_s);
    }

    void copyFormats()
    {
        GridFixture f;
        QVERIFY(f.show());
        f.click(3, GridModel::Number);
        f.grid.copyAs(ExportFormat::Csv);
        QCOMPARE(clipboardText().trimmed(), u"op,shop,orders,revenue\r\n+U,Altona,2,12.25"_s);
        f.grid.copyAs(ExportFormat::JsonLines);
        QVERIFY(clipboardText().contains(u"\"revenue\":12.25"_s));
    }

    void hiddenAndMovedColumnsAreCopiedAsShown()
    {
        GridFixture f;
        QVERIFY(f.show());
        f.grid.horizontalHeader()->moveSection(5, 3);
        f.grid.horizontalHeader()->hideSection(4);
        f.click(0, GridModel::Number);
        f.grid.copyWithHeaders();
        QCOMPARE(clipboardText(), u"revenue\tshop\n10.00\tAltona"_s);
    }

    void manyCellsAreCopiedBehindTheGuiThread()
    {
        GridFixture f;
        std::vector<ShopRow> rows(20'000, ShopRow{.shop = "x", .orders = 1, .revenue = "1.00"});
        feed(*f.store, rows);
        f.changes.sync(f.store->snapshot());
        QVERIFY(f.show());
        QGuiApplication::clipboard()->setText(u"before"_s);
        QSignalSpy copied(&f.grid, &ResultGrid::copied);
        f.grid.selectAll();
        f.grid.copy();
        QTRY_COMPARE(copied.count(), 1);
        QCOMPARE(copied.at(0).at(0).toLongLong(), 20'007);
        QCOMPARE(clipboardText().count(u'\n'), 20'006);
    }

    void headsSortUpDownAndBack()
    {
        GridFixture f;
        QVERIFY(f.show());
        QHeaderView* header = f.grid.horizontalHeader();
        const auto clickHead = [&](int column) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                QPoint(
                    header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2));
        };
        clickHead(4);
        QTRY_COMPARE(columnTexts(f.grid, 4).first(), u"1"_s);
        QTRY_COMPARE(columnTexts(f.grid, 4).last(), u"7"_s);
        clickHead(4);
        QTRY_COMPARE(columnTexts(f.grid, 4).first(), u"7"_s);
        QVERIFY(header->isSortIndicatorShown());
        clickHead(4);
        QTRY_COMPARE(columnTexts(f.grid, 0).first(), u"1"_s);
        QVERIFY(!header->isSortIndicatorShown());
        clickHead(GridModel::Number);
        QTRY_COMPARE(columnTexts(f.grid, 0).first(), u"7"_s);
    }

    void theMenuOffersWhatFits()
    {
        GridFixture f;
        QVERIFY(f.show());
        f.click(3, 4);
        QContextMenuEvent event(QContextMenuEvent::Mouse, f.place(3, 4), f.grid.viewport()->mapToGlobal(f.place(3, 4)));
        QApplication::sendEvent(f.grid.viewport(), &event);
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())));
        QSignalSpy history(&f.grid, &ResultGrid::historyRequested);
        QStringList texts;
        for (QAction* action : menu->actions()) {
            texts.append(action->text());
            if (action->text() == u"History of This Row"_s) {
                QVERIFY(action->isEnabled());
                action->trigger();
            }
        }
        menu->close();
        QVERIFY(texts.contains(u"Copy"_s));
        QVERIFY(texts.contains(u"Copy With Headers"_s));
        QCOMPARE(history.count(), 1);
        QCOMPARE(history.at(0).at(0).toUInt(), 3U);
    }

    void theEndStaysInSight()
    {
        GridFixture f;
        feed(*f.store, std::vector<ShopRow>(500, ShopRow{.shop = "x", .orders = 1}));
        f.changes.sync(f.store->snapshot());
        QVERIFY(f.show());
        QVERIFY(!f.grid.isAtEnd());
        f.grid.scrollToEnd();
        QVERIFY(f.grid.isAtEnd());
        QCOMPARE(f.grid.rowAt(f.grid.viewport()->height() - 2), f.model.rowCount() - 1);
    }
};

QTEST_MAIN(ResultsGridTest)
#include "results_grid.moc"
