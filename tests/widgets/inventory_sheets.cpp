// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorysheet.h"
#include "widgets/jobs/diffview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

FormDescription form()
{
    FormField mode{.id = u"mode"_s, .section = u"Where"_s, .label = u"Mode"_s, .kind = FieldKind::Choice};
    mode.options = {{u"local"_s, u"local"_s}, {u"yarn"_s, u"yarn"_s}};
    mode.defaultValue = u"local"_s;
    FormField queue{.id = u"queue"_s, .section = u"Gateway"_s, .label = u"Queue"_s};
    queue.shownWhen = FormField::Condition{u"mode"_s, {u"yarn"_s}};
    FormField password{.id = u"password"_s, .section = u"Where"_s, .label = u"Password"_s, .kind = FieldKind::Secret};
    FormField name{.id = u"name"_s, .section = u"Job"_s, .label = u"Name"_s};
    return {.title = u"Session"_s, .fields = {mode, password, queue, name}};
}

struct Fixture {
    explicit Fixture(std::optional<FormPresets> presets)
    {
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        host.resize(900, 700);
        sheet =
            new InventorySheet({.title = u"Session"_s, .button = u"Use"_s, .form = form(), .presets = presets}, &host);
        sheet->open();
    }

    template <typename Child> Child* part(const char* name) const
    {
        return sheet->findChild<Child*>(QString::fromLatin1(name));
    }

    FieldEditor* editor(const char* id) const
    {
        return sheet->findChild<QWidget*>(QLatin1String("field-") + QLatin1String(id))->findChild<FieldEditor*>();
    }

    void choose(const QString& name) const
    {
        auto* combo = part<QComboBox>("presetChoice");
        combo->setFocus();
        combo->setCurrentIndex(combo->findText(name));
        Q_EMIT combo->activated(combo->currentIndex());
    }

    QWidget host;
    InventorySheet* sheet = nullptr;
};

} // namespace

class TestInventorySheets : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { failOnWarnings(); }

    void noPresetsNoRow()
    {
        Fixture f(std::nullopt);
        QVERIFY(!f.part<QWidget>("presets"));
    }

    void savedValuesAreChosen()
    {
        Fixture f(FormPresets{{u"production"_s, {{u"mode"_s, u"yarn"_s}, {u"queue"_s, u"etl"_s}, {u"name"_s, u""_s}}}});
        QVERIFY(showActive(f.host));
        QVERIFY(!f.editor("queue")->isVisible());
        f.choose(u"production"_s);
        QCOMPARE(f.editor("mode")->value(), u"yarn"_s);
        QCOMPARE(f.editor("queue")->value(), u"etl"_s);
        QVERIFY(f.editor("queue")->isVisible());
        // What is changed afterwards is not what was saved.
        f.editor("queue")->control()->setFocus();
        QTest::keyClicks(f.editor("queue")->control(), u"2"_s);
        QCOMPARE(f.part<QComboBox>("presetChoice")->currentData().toString(), QString());
    }

    void savingAsksForAName()
    {
        Fixture f(FormPresets{});
        QVERIFY(showActive(f.host));
        QSignalSpy saved(f.sheet, &InventorySheet::presetSaved);
        QSignalSpy accepted(f.sheet, &InventorySheet::accepted);
        f.editor("name")->setValue(u"orders"_s);
        QTest::mouseClick(f.part<QPushButton>("presetSaveAs"), Qt::LeftButton);
        auto* name = f.part<QLineEdit>("presetName");
        QVERIFY(name->isVisible());
        QVERIFY(!f.part<QPushButton>("presetSave")->isEnabled());
        QTest::keyClicks(name, u"test cluster"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0); // Enter saved the values and sent nothing
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved.front().front().toString(), u"test cluster"_s);
        const auto values = saved.front().at(1).value<FormValues>();
        QCOMPARE(values.value(u"name"_s), u"orders"_s);
        QVERIFY(!values.contains(u"password"_s));
        QCOMPARE(f.part<QComboBox>("presetChoice")->currentText(), u"test cluster"_s);
    }

    void escapeLeavesTheNaming()
    {
        Fixture f(FormPresets{});
        QVERIFY(showActive(f.host));
        QSignalSpy closed(f.sheet, &Sheet::closed);
        QTest::mouseClick(f.part<QPushButton>("presetSaveAs"), Qt::LeftButton);
        QTest::keyClick(f.part<QLineEdit>("presetName"), Qt::Key_Escape);
        QVERIFY(!f.part<QLineEdit>("presetName")->isVisible());
        QCOMPARE(closed.count(), 0);
    }

    void deletingForgets()
    {
        Fixture f(FormPresets{{u"a"_s, {{u"mode"_s, u"yarn"_s}, {u"queue"_s, u""_s}, {u"name"_s, u""_s}}}});
        QVERIFY(showActive(f.host));
        QVERIFY(!f.part<QPushButton>("presetDelete")->isEnabled());
        f.choose(u"a"_s);
        QSignalSpy deleted(f.sheet, &InventorySheet::presetDeleted);
        QTest::mouseClick(f.part<QPushButton>("presetDelete"), Qt::LeftButton);
        QCOMPARE(deleted.count(), 1);
        QCOMPARE(f.part<QComboBox>("presetChoice")->count(), 1);
    }

    void sectionsGoWithTheirFields()
    {
        Fixture f(std::nullopt);
        QVERIFY(showActive(f.host));
        const auto shown = [&f](const QString& title) {
            const QList<QLabel*> labels = f.sheet->findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->text() == title && label->isVisible(); });
        };
        QVERIFY(shown(u"Where"_s));
        QVERIFY(!shown(u"Gateway"_s));
        f.editor("mode")->setValue(u"yarn"_s);
        Q_EMIT f.editor("mode")->edited();
        QVERIFY(shown(u"Gateway"_s));
    }

    void textsHaveSuggestions()
    {
        const FormField field{.id = u"tenant"_s, .label = u"Tenant"_s};
        QWidget host;
        auto* editor = makeFieldEditor(field, &host);
        auto* line = qobject_cast<QLineEdit*>(editor->control());
        QVERIFY(line);
        QVERIFY(!line->findChild<QAction*>(u"options"_s));
        editor->setOptions({{u"Default"_s, u"Default (1)"_s}, {u"Second"_s, u"Second (2)"_s}});
        QVERIFY(showActive(host));
        line->setFocus();
        QSignalSpy edited(editor, &FieldEditor::edited);
        QTest::keyClick(line, Qt::Key_Down);
        auto* menu = host.findChild<QMenu*>(u"optionMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().at(1)->trigger();
        QCOMPARE(editor->value(), u"Second"_s);
        QCOMPARE(edited.count(), 1);
        menu->close();
    }

    void twoTextsAreLaidOverEachOther()
    {
        const InventoryPart part{u"Difference"_s,
            TextPair{.beforeName = u"Version 1"_s,
                .before = u"SELECT 1;\nSELECT 2"_s,
                .afterName = u"As it stands now"_s,
                .after = u"SELECT 1;\nSELECT 3"_s},
            {}};
        QWidget host;
        const QWidget* made = makeInventoryPart(part, u"orders"_s, &host);
        const auto* view = made->findChild<DiffView*>(u"inventoryDiff"_s);
        QVERIFY(view);
        QCOMPARE(view->diff().added, 1);
        QCOMPARE(view->diff().removed, 1);
    }
};

QTEST_MAIN(TestInventorySheets)
#include "inventory_sheets.moc"
