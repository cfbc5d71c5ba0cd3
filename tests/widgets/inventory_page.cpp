// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorymodel.h"
#include "tests/widgets/guitest.h"
#include "widgets/common/messagebar.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorypage.h"
#include "widgets/inventory/inventorysheet.h"
#include "widgets/inventory/inventorytable.h"
#include "widgets/jobdetail/jobdetailtabbar.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<InventoryKind> kinds()
{
    InventoryKind jars{.id = u"jars"_s,
        .title = u"Jars"_s,
        .columns = {u"Name"_s, u"Size"_s},
        .emptyText = u"No jar has been uploaded yet."_s};
    jars.actions.push_back({.id = u"upload"_s, .text = u"Upload…"_s, .onItems = false});
    jars.actions.push_back({.id = u"plan"_s, .text = u"Plan"_s, .changes = false});
    jars.actions.push_back({.id = u"delete"_s, .text = u"Delete"_s, .confirm = u"Delete %1?"_s, .many = true});
    InventoryKind files{.id = u"files"_s, .title = u"Files"_s, .columns = {u"Name"_s}, .isTree = true};
    return {jars, files};
}

InventoryItem jar(const QString& id, const QStringList& actions = {u"plan"_s, u"delete"_s})
{
    return {.id = id, .name = id + u".jar"_s, .cells = {id + u".jar"_s, u"1 MB"_s}, .actions = actions};
}

struct Fixture {
    explicit Fixture(bool readOnly = false)
    {
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        page.resize(1000, 640);
        page.setSources({{.id = u"1"_s, .name = u"shop"_s, .system = u"Flink"_s, .readOnly = readOnly},
            {.id = u"2"_s, .name = u"bank"_s, .system = u"DLI"_s, .environment = Environment::Production}});
        page.setCurrentSource(u"1"_s);
        page.setKinds(kinds(), u"jars"_s);
    }

    void fill()
    {
        page.model()->merge({}, {jar(u"a"_s), jar(u"b"_s, {u"plan"_s}), jar(u"c"_s)});
        page.setAnswered(true);
    }

    template <typename Child> Child* part(const char* name) const
    {
        return page.findChild<Child*>(QString::fromLatin1(name));
    }

    QAction* action(const char* id) const { return part<QAction>(QByteArray("inventoryAction.").append(id)); }

    QPushButton* button(const char* id) const { return part<QPushButton>(QByteArray("inventoryButton.").append(id)); }

    InventoryPage page;
};

void clickRow(InventoryTable* table, int row, Qt::KeyboardModifiers modifiers = {})
{
    const QRect place = table->visualRect(table->model()->index(row, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, place.center());
}

} // namespace

class TestInventoryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { failOnWarnings(); }

    void emptyPagesSaySo()
    {
        Fixture f;
        QVERIFY(showActive(f.page));
        auto* empty = f.part<EmptyView>("inventoryEmpty");
        QVERIFY(empty->isVisible());
        QVERIFY(empty->sentence().startsWith(u"Asking"_s));
        f.page.setAnswered(true);
        QCOMPARE(empty->sentence(), u"No jar has been uploaded yet."_s);
        f.page.setSources({});
        auto* none = f.part<EmptyView>("inventoryNoSource");
        QVERIFY(none->isVisible());
        QSignalSpy wanted(&f.page, &InventoryPage::addConnectionRequested);
        QTest::mouseClick(none->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void actionsFollowTheChoice()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        QVERIFY(f.button("upload")->isEnabled());
        QVERIFY(!f.button("delete")->isEnabled());
        QCOMPARE(f.button("delete")->toolTip(), u"Choose an item first."_s);
        clickRow(f.page.table(), 0);
        QVERIFY(f.button("delete")->isEnabled());
        QVERIFY(f.button("plan")->isEnabled());
        clickRow(f.page.table(), 2, Qt::ControlModifier);
        QVERIFY(f.button("delete")->isEnabled());
        QVERIFY(f.button("plan")->toolTip().contains(u"one item at a time"_s));
        QSignalSpy requested(&f.page, &InventoryPage::actionRequested);
        QTest::mouseClick(f.button("delete"), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.front().at(0).toString(), u"delete"_s);
        QCOMPARE(requested.front().at(1).toStringList(), (QStringList{u"a"_s, u"c"_s}));
        clickRow(f.page.table(), 1);
        QCOMPARE(f.button("delete")->toolTip(), u"b.jar does not allow this now."_s);
        // The server may say otherwise with its next answer.
        f.page.model()->merge({}, {jar(u"a"_s), jar(u"b"_s), jar(u"c"_s)});
        QVERIFY(f.button("delete")->isEnabled());
        QTest::mouseClick(f.button("upload"), Qt::LeftButton);
        QCOMPARE(requested.back().at(1).toStringList(), QStringList());
    }

    void readOnlyConnectionsOnlyLook()
    {
        Fixture f(true);
        f.fill();
        QVERIFY(showActive(f.page));
        clickRow(f.page.table(), 0);
        QVERIFY(!f.button("upload")->isEnabled());
        QVERIFY(f.button("upload")->toolTip().startsWith(u"shop is read-only"_s));
        QVERIFY(!f.button("delete")->isEnabled());
        QVERIFY(f.button("plan")->isEnabled());
    }

    void theKeyboardIsEnough()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        f.page.table()->setFocus();
        QSignalSpy shown(&f.page, &InventoryPage::shownItemChanged);
        QTest::keyClick(f.page.table(), Qt::Key_Down);
        QTest::keyClick(f.page.table(), Qt::Key_Down);
        QTRY_COMPARE(f.page.shownItem(), f.page.table()->currentId());
        QCOMPARE(shown.count(), 1);
        QTest::keyClick(f.page.table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u".jar\t1 MB"_s));
        QTest::keyClick(f.page.table(), Qt::Key_Escape);
        QVERIFY(!f.page.isDetailShown());
        QCOMPARE(f.page.shownItem(), QString());
        QTest::keyClick(f.page.table(), Qt::Key_Return);
        QVERIFY(f.page.isDetailShown());
        QVERIFY(!f.page.shownItem().isEmpty());
        QSignalSpy refreshed(&f.page, &InventoryPage::refreshRequested);
        QTest::keyClick(f.page.table(), Qt::Key_F5);
        QCOMPARE(refreshed.count(), 1);
        QTest::keyClick(f.page.table(), Qt::Key_F, Qt::ControlModifier);
        auto* search = f.part<QLineEdit>("inventorySearch");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"c.j"_s);
        QCOMPARE(f.page.table()->model()->rowCount(), 1);
        QTest::keyClicks(search, u"nope"_s);
        auto* empty = f.part<EmptyView>("inventoryEmpty");
        QVERIFY(empty->sentence().startsWith(u"None of the 3"_s));
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(f.page.table()->model()->rowCount(), 3);
    }

    void kindsAndConnectionsAreChosen()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        QSignalSpy kind(&f.page, &InventoryPage::kindChosen);
        auto* list = f.part<QListWidget>("inventoryKinds");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
        QCOMPARE(kind.count(), 1);
        QCOMPARE(f.page.currentKind(), u"files"_s);
        QCOMPARE(f.page.model()->rowCount(), 0);
        QTRY_VERIFY(!f.action("delete"));
        QSignalSpy source(&f.page, &InventoryPage::sourceChosen);
        auto* combo = f.part<QComboBox>("inventoryConnection");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(source.count(), 1);
        QCOMPARE(f.page.currentSource().name, u"bank"_s);
    }

    void branchesOpenWhenAnswered()
    {
        Fixture f;
        f.page.setKinds(kinds(), u"files"_s);
        QVERIFY(showActive(f.page));
        QSignalSpy wanted(f.page.model(), &InventoryModel::childrenWanted);
        f.page.model()->merge({}, {{.id = u"/"_s, .name = u"root"_s, .hasChildren = true}});
        f.page.setAnswered(true);
        QCOMPARE(wanted.count(), 0);
        f.page.table()->setFocus();
        f.page.table()->setCurrentId(u"/"_s);
        QTest::keyClick(f.page.table(), Qt::Key_Right);
        QCOMPARE(wanted.count(), 1);
        f.page.model()->merge(u"/"_s, {{.id = u"/x"_s, .name = u"x"_s}});
        const QModelIndex root = f.page.table()->model()->index(0, 0);
        QVERIFY(f.page.table()->isExpanded(root));
        QCOMPARE(f.page.table()->model()->rowCount(root), 1);
        f.page.collapse(u"/"_s);
        QVERIFY(!f.page.table()->isExpanded(root));
    }

    void partsHaveTheirTabs()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        InventoryDetail* detail = f.page.detail();
        detail->showLoading(u"a"_s, u"a.jar"_s);
        QCOMPARE(detail->title(), u"a.jar"_s);
        const std::vector<NamedText> facts{{u"Name"_s, u"a"_s}, {u"Long"_s, QString(200, u'x')}};
        const std::vector<InventoryPart> parts{{u"Facts"_s, facts, {}},
            {u"Table"_s, TextTable{{u"k"_s}, std::vector<QStringList>(20, {u"v"_s})}, {}},
            {u"Plan"_s, Graph{.nodes = {{.id = u"1"_s, .title = u"Source"_s}}}, {}},
            {u"Text"_s, u"{\"a\": [1]}"_s, u"json"_s}, {u"SQL"_s, u"SELECT 1"_s, u"sql"_s},
            {u"None"_s, TextTable{}, {}}};
        detail->showParts(u"a.jar"_s, parts);
        auto* tabs = f.part<JobDetailTabBar>("inventoryDetailTabs");
        QVERIFY(tabs);
        auto* table = detail->currentPart()->findChild<PanelTable*>();
        table->selectRow(1);
        QVERIFY(detail->currentPart()->findChild<QPlainTextEdit*>()->isVisible());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QVERIFY(detail->currentPart()->findChild<QLineEdit*>());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        QVERIFY(qobject_cast<GraphPanel*>(detail->currentPart()));
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(qobject_cast<QPlainTextEdit*>(detail->currentPart())->toPlainText().contains(u'\n'));
        // Asked again, the tab stays; another item begins with its first one.
        detail->showParts(u"a.jar"_s, parts);
        QVERIFY(qobject_cast<QPlainTextEdit*>(detail->currentPart()));
        detail->showLoading(u"b"_s, u"b.jar"_s);
        QCOMPARE(detail->partCount(), 0);
        QSignalSpy again(detail, &InventoryDetail::refreshRequested);
        detail->showError({.kind = ErrorKind::Http, .message = u"It is gone."_s});
        Q_EMIT detail->findChild<MessageBar*>(u"inventoryDetailMessages"_s)->actionTriggered(u"retry"_s);
        QCOMPARE(again.count(), 1);
    }

    void sheetsCheckTheirFields()
    {
        Fixture f;
        QVERIFY(showActive(f.page));
        FormDescription form;
        form.fields.push_back({.id = u"name"_s, .label = u"Name"_s, .required = true});
        form.fields.push_back({.id = u"slots"_s,
            .label = u"Slots"_s,
            .kind = FieldKind::Number,
            .defaultValue = u"2"_s,
            .check = checks::wholeNumber(1, 8)});
        auto* sheet = new InventorySheet({.title = u"New queue"_s, .button = u"Create"_s, .form = form}, &f.page);
        QSignalSpy accepted(sheet, &InventorySheet::accepted);
        sheet->open();
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QVERIFY(sheet->isVisible());
        QTest::keyClicks(field, u"q1"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        const auto values = accepted.front().front().value<FormValues>();
        QCOMPARE(values, (FormValues{{u"name"_s, u"q1"_s}, {u"slots"_s, u"2"_s}}));
        QVERIFY(!sheet->isVisible());
    }

    void enterOnWhatJustOpenedTakesNothingAway()
    {
        Fixture f;
        QVERIFY(showActive(f.page));
        auto* sheet =
            new InventorySheet({.title = u"Delete"_s, .button = u"Delete"_s, .question = u"Delete a.jar?"_s}, &f.page);
        QSignalSpy accepted(sheet, &InventorySheet::accepted);
        sheet->open();
        QTRY_VERIFY(sheet->findChild<QPushButton*>(u"sheetLeave"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
    }

    void dangerWantsItsButtonAndTheName()
    {
        Fixture f;
        QVERIFY(showActive(f.page));
        auto* sheet = new InventorySheet({.title = u"Delete"_s,
                                             .button = u"Delete"_s,
                                             .question = u"Delete a.jar?"_s,
                                             .toType = u"a.jar"_s,
                                             .environment = Environment::Production},
            &f.page);
        QSignalSpy accepted(sheet, &InventorySheet::accepted);
        sheet->open();
        auto* typed = sheet->findChild<QLineEdit*>(u"typedName"_s);
        auto* go = sheet->findChild<QPushButton*>(u"sheetGo"_s);
        QTRY_VERIFY(typed->hasFocus());
        QVERIFY(!go->isEnabled());
        QCOMPARE(sheet->findChild<QLabel*>(u"sheetQuestion"_s)->text(), u"Delete a.jar?"_s);
        QTest::keyClicks(typed, u"a.ja"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QTest::keyClicks(typed, u"r"_s);
        QVERIFY(go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
    }

    void sizesAreRemembered()
    {
        QByteArray state;
        {
            Fixture f;
            QVERIFY(showActive(f.page));
            f.page.setDetailShown(false);
            state = f.page.saveState();
        }
        Fixture f;
        f.page.restoreState(QByteArray("damaged"));
        QVERIFY(f.page.isDetailShown());
        f.page.restoreState(state);
        QVERIFY(!f.page.isDetailShown());
    }

    void menusTellTheReasons()
    {
        Fixture f;
        f.fill();
        QVERIFY(showActive(f.page));
        clickRow(f.page.table(), 1);
        Q_EMIT f.page.table()->menuRequested(f.page.mapToGlobal(QPoint(40, 40)));
        auto* menu = f.part<QMenu>("inventoryMenu");
        QVERIFY(menu && menu->isVisible() && menu->toolTipsVisible());
        QVERIFY(menu->actions().contains(f.action("delete")));
        QVERIFY(!f.action("delete")->isEnabled());
        menu->close();
    }

    void everyLookPaints()
    {
        Fixture f;
        f.page.model()->merge({}, {jar(u"a"_s), jar(u"b"_s)});
        f.page.model()->merge(
            {}, {jar(u"a"_s), {.id = u"r"_s, .name = u"r"_s, .cells = {u"r"_s}, .state = JobState::Running}});
        f.page.setAnswered(true);
        QVERIFY(showActive(f.page));
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
            applyTheme(*qApp, {.mode = mode});
            const QImage fresh = f.page.grab().toImage();
            f.page.table()->setStale(true);
            QVERIFY(f.page.grab().toImage() != fresh);
            f.page.table()->setStale(false);
        }
        applyTheme(*qApp, {.mode = ThemeMode::Light});
    }
};

QTEST_MAIN(TestInventoryPage)
#include "inventory_page.moc"
