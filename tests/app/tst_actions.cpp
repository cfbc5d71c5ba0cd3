// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/actiontable.h"
#include "widgets/common/icons.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>
#include <QWidget>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyActionIsWhole()
    {
        QWidget window;
        const ActionRegistry registry(&window);
        QSet<QString> ids;
        for (const QAction* action : registry.all()) {
            QVERIFY2(!action->objectName().isEmpty() && !action->text().isEmpty(), qPrintable(action->text()));
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids << action->objectName();
        }
        for (const ActionSpec& spec : actionTable()) {
            QVERIFY2(!*spec.icon || hasIcon(QLatin1StringView(spec.icon)), spec.icon);
        }
    }

    void noTwoAnswerToTheSameKeys()
    {
        QWidget window;
        ActionRegistry registry(&window);
        QVERIFY(registry.conflicts().empty());
        registry.applyOverrides({{u"file.new"_s, {u"Ctrl+O"_s}}});
        QCOMPARE(registry.conflicts().size(), std::size_t(1));
    }

    void overridesReplaceAndTakeAway()
    {
        QWidget window;
        ActionRegistry registry(&window);
        registry.applyOverrides({{u"run.statement"_s, {u"F5"_s}}, {u"run.cancel"_s, {}}, {u"no.such"_s, {u"F9"_s}}});
        QCOMPARE(registry.action("run.statement"_L1)->shortcut(), QKeySequence(Qt::Key_F5));
        QVERIFY(registry.action("run.cancel"_L1)->shortcuts().isEmpty());
    }

    void everyActionStandsInAMenu()
    {
        QWidget window;
        const ActionRegistry registry(&window);
        QMenuBar bar;
        registry.fillMenus(&bar);
        QSet<QAction*> placed;
        for (const QAction* menu : bar.actions()) {
            for (QAction* action : menu->menu()->actions()) {
                placed << action;
            }
        }
        for (QAction* action : registry.all()) {
            QVERIFY2(placed.contains(action), qPrintable(action->objectName()));
        }
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
