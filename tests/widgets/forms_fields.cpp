// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/common/buttons.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldrow.h"
#include "widgets/forms/secondstext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace millrace;
using namespace Qt::StringLiterals;

class FieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init()
    {
        test::failOnWarnings();
        m_window = std::make_unique<QWidget>();
        m_window->resize(700, 300);
        new QVBoxLayout(m_window.get());
    }

    void cleanup() { m_window.reset(); }

    void seconds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("shown");
        QTest::newRow("bare") << u"5"_s << 5 << u"5 s"_s;
        QTest::newRow("seconds") << u" 90s "_s << 90 << u"90 s"_s;
        QTest::newRow("minutes") << u"10 min"_s << 600 << u"10 min"_s;
        QTest::newRow("even minutes") << u"120"_s << 120 << u"2 min"_s;
        QTest::newRow("hours") << u"2h"_s << 7200 << u"2 h"_s;
        QTest::newRow("none") << u"0"_s << 0 << u"0 s"_s;
        QTest::newRow("word") << u"soon"_s << -1 << u""_s;
        QTest::newRow("negative") << u"-5"_s << -1 << u""_s;
        QTest::newRow("fraction") << u"1.5 h"_s << -1 << u""_s;
        QTest::newRow("too long") << u"12345678901"_s << -1 << u""_s;
        QTest::newRow("empty") << u""_s << -1 << u""_s;
    }

    void seconds()
    {
        QFETCH(QString, typed);
        const auto parsed = parseSeconds(typed);
        QTEST(parsed ? int(*parsed) : -1, "seconds");
        if (parsed) {
            QTEST(secondsText(*parsed), "shown");
        }
    }

    void line()
    {
        FieldEditor* editor = make({.id = u"x"_s, .kind = FieldKind::Url});
        QSignalSpy edited(editor, &FieldEditor::edited);
        editor->setValue(u"http://h"_s);
        QCOMPARE(edited.count(), 0);
        QTest::keyClicks(editor->control(), u" x"_s);
        QVERIFY(edited.count() > 0);
        auto* control = qobject_cast<QLineEdit*>(editor->control());
        control->setText(u"  http://h:1  "_s);
        QCOMPARE(editor->value(), u"http://h:1"_s);
        editor->setInvalid(true);
        QVERIFY(control->property("millraceInvalid").toBool());
    }

    void secondsField()
    {
        FieldEditor* editor = make({.id = u"x"_s, .kind = FieldKind::Seconds});
        editor->setValue(u"600"_s);
        auto* control = qobject_cast<QLineEdit*>(editor->control());
        QCOMPARE(control->text(), u"10 min"_s);
        QCOMPARE(editor->value(), u"600"_s);
        control->selectAll();
        QTest::keyClicks(control, u"90"_s);
        QTest::keyClick(control, Qt::Key_Return);
        QCOMPARE(control->text(), u"90 s"_s);
        control->selectAll();
        QTest::keyClicks(control, u"soon"_s);
        QTest::keyClick(control, Qt::Key_Return);
        QCOMPARE(editor->value(), u"soon"_s);
        QCOMPARE(control->text(), u"soon"_s);
    }

    void linesGrow()
    {
        FieldEditor* editor = make({.id = u"x"_s, .kind = FieldKind::Headers});
        QSignalSpy edited(editor, &FieldEditor::edited);
        const int oneLine = editor->height();
        QVERIFY(oneLine >= 26 && oneLine <= 32);
        editor->setValue(u"A: b\nC: d\nE: f"_s);
        QCOMPARE(edited.count(), 0);
        QVERIFY(editor->height() > oneLine + 20);
        auto* text = qobject_cast<QPlainTextEdit*>(editor->control());
        text->moveCursor(QTextCursor::End);
        QTest::keyClicks(text, u"g"_s);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(editor->value(), u"A: b\nC: d\nE: fg"_s);
        QTest::keyClick(text, Qt::Key_Tab);
        QVERIFY2(!editor->value().contains(u'\t'), "Tab goes on to the next field");
        editor->setInvalid(true);
        QVERIFY(!editor->grab().isNull());
    }

    void choiceSegmentsAndToggle()
    {
        const std::vector<FormField::Option> options{{u"a"_s, u"Alpha"_s}, {u"b"_s, u"Beta"_s}};
        FieldEditor* choice = make({.id = u"x"_s, .kind = FieldKind::Choice, .options = options});
        FieldEditor* segments = make({.id = u"y"_s, .kind = FieldKind::Segments, .options = options});
        FieldEditor* toggle = make({.id = u"z"_s, .kind = FieldKind::Toggle, .caption = u"On"_s});
        for (FieldEditor* editor : {choice, segments}) {
            QCOMPARE(editor->value(), u"a"_s);
            editor->setValue(u"b"_s);
            QCOMPARE(editor->value(), u"b"_s);
        }
        QSignalSpy chosen(choice, &FieldEditor::edited);
        QTest::keyClick(choice->control(), Qt::Key_Up);
        QCOMPARE(choice->value(), u"a"_s);
        QCOMPARE(chosen.count(), 1);
        choice->setValue(u"no such option"_s);
        QCOMPARE(choice->value(), u"a"_s);
        QSignalSpy segmented(segments, &FieldEditor::edited);
        QTest::keyClick(segments->control(), Qt::Key_Left);
        QCOMPARE(segments->value(), u"a"_s);
        QCOMPARE(segmented.count(), 1);
        QCOMPARE(toggle->value(), u"false"_s);
        QSignalSpy toggled(toggle, &FieldEditor::edited);
        QTest::keyClick(toggle->control(), Qt::Key_Space);
        QCOMPARE(toggle->value(), u"true"_s);
        QCOMPARE(toggled.count(), 1);
    }

    void fileIsChosenAndShownFromHome()
    {
        FieldEditor* editor = make({.id = u"x"_s, .label = u"Trusted CA"_s, .kind = FieldKind::File});
        QString asked;
        setFileChooser([&asked](QWidget*, const QString& title, const QString&) {
            asked = title;
            return QString(QDir::homePath() + u"/pki/ca.pem"_s);
        });
        QSignalSpy edited(editor, &FieldEditor::edited);
        QTest::mouseClick(editor->findChild<QPushButton*>(u"choose"_s), Qt::LeftButton);
        QCOMPARE(asked, u"Trusted CA"_s);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(qobject_cast<QLineEdit*>(editor->control())->text(), u"~/pki/ca.pem"_s);
        QCOMPARE(editor->value(), QString(QDir::homePath() + u"/pki/ca.pem"_s));
        setFileChooser([](QWidget*, const QString&, const QString&) { return QString(); });
        QTest::mouseClick(editor->findChild<QPushButton*>(u"choose"_s), Qt::LeftButton);
        QCOMPARE(edited.count(), 1);
    }

    void secretIsNeverShown()
    {
        auto* secret = qobject_cast<SecretEditor*>(make({.id = u"x"_s, .kind = FieldKind::Secret}));
        auto* line = qobject_cast<QLineEdit*>(secret->control());
        auto* replace = secret->findChild<QPushButton*>(u"replace"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QVERIFY(!replace->isVisible());
        QVERIFY(!secret->change());
        QTest::keyClicks(line, u"p w"_s);
        QCOMPARE(secret->change(), std::optional(u"p w"_s));

        secret->setStored(true);
        QVERIFY(replace->isVisible());
        QVERIFY(line->isReadOnly());
        QVERIFY(!secret->change());
        QVERIFY2(!secret->value().isEmpty(), "a required secret that is stored is there");
        QTest::mouseClick(replace, Qt::LeftButton);
        QVERIFY(line->hasFocus());
        QCOMPARE(secret->change(), std::optional(QString()));
        QTest::keyClicks(line, u"new"_s);
        QCOMPARE(secret->change(), std::optional(u"new"_s));
        QTest::mouseClick(replace, Qt::LeftButton);
        QVERIFY2(!secret->change(), "the old one is kept");
    }

    void problemWaitsUntilTheFieldWasLeft()
    {
        auto* row = new FieldRow({.id = u"x"_s, .label = u"Port"_s, .help = u"Where it listens."_s});
        auto* other = new QLineEdit;
        m_window->layout()->addWidget(row);
        m_window->layout()->addWidget(other);
        QVERIFY(test::showActive(*m_window));
        auto* problem = row->findChild<QLabel*>(u"problem"_s);
        auto* help = row->findChild<QLabel*>(u"help"_s);
        row->setProblem(u"Port is missing."_s);
        QVERIFY(!problem->isVisible());
        QVERIFY(help->isVisible());
        row->editor()->control()->setFocus();
        QTest::keyClicks(row->editor()->control(), u"x"_s);
        QVERIFY(!problem->isVisible());
        other->setFocus();
        QVERIFY(problem->isVisible());
        QVERIFY(!help->isVisible());
        QCOMPARE(row->editor()->control()->accessibleDescription(), u"Port is missing."_s);
        QCOMPARE(row->editor()->control()->accessibleName(), u"Port"_s);
        row->setProblem({});
        QVERIFY(!problem->isVisible());
        QVERIFY(help->isVisible());
    }

private:
    FieldEditor* make(const FormField& field)
    {
        FieldEditor* editor = makeFieldEditor(field, m_window.get());
        m_window->layout()->addWidget(editor);
        if (!test::showActive(*m_window)) {
            QTest::qFail("the window did not come up", __FILE__, __LINE__);
        }
        editor->control()->setFocus();
        return editor;
    }

    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(FieldsTest)
#include "forms_fields.moc"
