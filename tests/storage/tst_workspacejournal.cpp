// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/workspacejournal.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// A tab as a window would have it.
struct FakeTab {
    JournalTabState state;
    std::optional<QByteArray> text;
    int textReads = 0;
    std::unique_ptr<QObject> widget = std::make_unique<QObject>();
};

JournalSource sourceOf(FakeTab& tab)
{
    return {.state = [&tab] { return tab.state; },
        .text =
            [&tab] {
                ++tab.textReads;
                return tab.text;
            }};
}

} // namespace

class TestWorkspaceJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"m.db"_s);
        m_database = std::move(*Database::open(m_file));
        m_journal = open();
    }

    void cleanup()
    {
        m_journal.reset();
        m_database.reset();
    }

    void firstStartIsEmpty() { QVERIFY(m_journal->restored().empty()); }

    void tabsComeBackInOrder()
    {
        FakeTab one{.state = {.title = u"Untitled 1"_s, .modified = true, .cursor = {.line = 3, .column = 4}},
            .text = "SELECT 1;\n-- 上海"};
        FakeTab two{.state = {.title = u"b.sql"_s, .filePath = u"/b.sql"_s, .mode = u"batch"_s}};
        FakeTab empty{.state = {.title = u"Untitled 2"_s}, .text = QByteArray()};
        m_journal->track(u"1"_s, one.widget.get(), sourceOf(one));
        m_journal->track(u"2"_s, two.widget.get(), sourceOf(two));
        m_journal->track(u"3"_s, empty.widget.get(), sourceOf(empty));
        for (const auto& id : {u"1"_s, u"2"_s, u"3"_s}) {
            m_journal->textChanged(id);
        }
        m_journal->setOrder({u"3"_s, u"2"_s, u"1"_s}, u"2"_s);
        restart();

        const auto& tabs = m_journal->restored();
        QCOMPARE(tabs.size(), std::size_t(3));
        QCOMPARE(tabs[0].id, u"3"_s);
        QCOMPARE(tabs[0].text, std::optional(QByteArray()));
        QCOMPARE(tabs[1].id, u"2"_s);
        QCOMPARE(tabs[1].text, std::nullopt);
        QCOMPARE(tabs[1].state, two.state);
        QVERIFY(tabs[1].active);
        QVERIFY(!tabs[0].active && !tabs[2].active);
        QCOMPARE(tabs[2].state, one.state);
        QCOMPARE(tabs[2].text, one.text);
    }

    void untouchedRestoredTabsStay()
    {
        FakeTab tab{.state = {.title = u"kept"_s}, .text = "text"};
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        m_journal->textChanged(u"1"_s);
        restart();
        restart();
        restart();
        QCOMPARE(m_journal->restored().size(), std::size_t(1));
        QCOMPARE(m_journal->restored().front().text, tab.text);
    }

    void closedTabsAreForgotten()
    {
        FakeTab tab{.state = {.title = u"x"_s}, .text = "text"};
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        m_journal->textChanged(u"1"_s);
        QVERIFY(m_journal->flush());
        m_journal->textChanged(u"1"_s);
        m_journal->forget(u"1"_s);
        restart();
        QVERIFY(m_journal->restored().empty());
    }

    void typingReadsTheTextSeldomAndWritesWithinASecond()
    {
        FakeTab tab{.state = {.title = u"x"_s}, .text = ""};
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        QSignalSpy written(m_journal.get(), &WorkspaceJournal::written);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 500; ++i) {
            tab.text->append('x');
            m_journal->textChanged(u"1"_s);
        }
        QCOMPARE(tab.textReads, 0);
        QTRY_COMPARE(written.count(), 1);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(tab.textReads, 1);
    }

    void longTextsAreWrittenAsPatches()
    {
        FakeTab tab{.state = {.title = u"long"_s}, .text = QByteArray("SELECT 1;\n").repeated(100'000)};
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        for (int i = 0; i < 12; ++i) {
            tab.text->insert(70'000 * i, QByteArray("keystroke ") + QByteArray::number(i));
            tab.text->remove(70'000 * i + 100, 3);
            m_journal->textChanged(u"1"_s);
            QVERIFY(m_journal->flush());
        }
        auto rows = m_database->run(u"SELECT count(*), coalesce(sum(length(inserted)), 0) FROM tab_patches"_s);
        QVERIFY(rows && rows->next());
        QVERIFY(rows->value(0).toInt() > 0);
        rows->finish();
        restart();
        QCOMPARE(m_journal->restored().front().text, tab.text);

        // Emptied, and long again.
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        tab.text = "";
        m_journal->textChanged(u"1"_s);
        QVERIFY(m_journal->flush());
        tab.text = QByteArray("y").repeated(300'000);
        m_journal->textChanged(u"1"_s);
        QVERIFY(m_journal->flush());
        tab.text->append("z");
        m_journal->textChanged(u"1"_s);
        restart();
        QCOMPARE(m_journal->restored().front().text, tab.text);
    }

    void savedTabDropsItsText()
    {
        FakeTab tab{.state = {.title = u"x"_s, .modified = true}, .text = QByteArray(300'000, 'x')};
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        m_journal->textChanged(u"1"_s);
        QVERIFY(m_journal->flush());
        tab.text->append("y");
        m_journal->textChanged(u"1"_s);
        QVERIFY(m_journal->flush());
        tab.text.reset();
        tab.state.filePath = u"/x.sql"_s;
        m_journal->textChanged(u"1"_s);
        restart();
        QCOMPARE(m_journal->restored().front().text, std::nullopt);
        QCOMPARE(m_journal->restored().front().state.filePath, u"/x.sql"_s);
    }

    void aLivingWindowKeepsItsTabs()
    {
        FakeTab mine{.state = {.title = u"mine"_s}, .text = "mine"};
        m_journal->track(u"1"_s, mine.widget.get(), sourceOf(mine));
        m_journal->textChanged(u"1"_s);
        QVERIFY(m_journal->flush());

        auto second = open();
        QVERIFY(second->restored().empty());
        FakeTab theirs{.state = {.title = u"theirs"_s}, .text = "theirs"};
        second->track(u"2"_s, theirs.widget.get(), sourceOf(theirs));
        second->textChanged(u"2"_s);
        second->setOrder({u"2"_s}, u"2"_s);
        second.reset();
        m_journal.reset();

        const auto both = open();
        QCOMPARE(both->restored().size(), std::size_t(2));
        QCOMPARE(std::ranges::count_if(both->restored(), &JournalTab::active), 1);
    }

    void deadTabsAreNotAsked()
    {
        {
            FakeTab tab{.state = {.title = u"x"_s}, .text = "text"};
            m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
            m_journal->textChanged(u"1"_s);
            QVERIFY(m_journal->flush());
            m_journal->textChanged(u"1"_s);
        }
        restart();
        QCOMPARE(m_journal->restored().front().text, std::optional(QByteArray("text")));
    }

    void fullDiskIsSaidAndTriedAgain()
    {
        FakeTab tab{.state = {.title = u"x"_s}, .text = "text"};
        m_journal->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        // Another writer that holds the lock for good is what a test can do in place of a full disk.
        QVERIFY(m_database->run(u"BEGIN IMMEDIATE"_s));
        QSignalSpy failed(m_journal.get(), &WorkspaceJournal::failed);
        QSignalSpy written(m_journal.get(), &WorkspaceJournal::written);
        m_journal->textChanged(u"1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QCOMPARE(failed.at(0).at(0).value<Error>().kind, ErrorKind::Storage);
        QCOMPARE(written.count(), 0);
        QVERIFY(m_database->run(u"COMMIT"_s));
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 20'000);
        restart();
        QCOMPARE(m_journal->restored().front().text, tab.text);
    }

    void killedWindowLosesNothingThatWasReported()
    {
        m_journal.reset();
        for (int round = 0; round < 3; ++round) {
            QProcess typer;
            typer.start(QStringLiteral(JOURNAL_TYPER), {m_file});
            QVERIFY(typer.waitForStarted());
            QByteArray output;
            QTRY_VERIFY2_WITH_TIMEOUT(
                (output += typer.readAllStandardOutput()).count("written\n") >= 2, output, 20'000);

            // While it lives, its tab is its own.
            QVERIFY(open()->restored().empty());

            typer.kill();
            QVERIFY(typer.waitForFinished());
            output += typer.readAllStandardOutput();
            const int lastTyped = output.mid(output.lastIndexOf("typed ") + 6).split('\n').first().toInt();

            auto journal = open();
            QCOMPARE(journal->restored().size(), std::size_t(1));
            const JournalTab& tab = journal->restored().front();
            QVERIFY(tab.text && tab.text->startsWith("typed "));
            const int kept = tab.text->mid(6).toInt();
            QCOMPARE(tab.state.cursor.line, kept + 1);
            QVERIFY2(kept > 0 && kept <= lastTyped, *tab.text);
            // 50 ms a keystroke: what is missing was typed within the last second.
            QVERIFY2(lastTyped - kept <= 20, qPrintable(QString::number(lastTyped - kept)));
            journal->forget(tab.id);
            QVERIFY(journal->flush());
        }
    }

    void twoProcessesTypeAtOnce()
    {
        m_journal.reset();
        QProcess one;
        QProcess two;
        for (QProcess* typer : {&one, &two}) {
            typer->start(QStringLiteral(JOURNAL_TYPER), {m_file});
            QVERIFY(typer->waitForStarted());
        }
        for (QProcess* typer : {&one, &two}) {
            QByteArray output;
            QTRY_VERIFY2_WITH_TIMEOUT(
                (output += typer->readAllStandardOutput()).count("written\n") >= 3, output, 20'000);
        }
        for (QProcess* typer : {&one, &two}) {
            QCOMPARE(typer->state(), QProcess::Running);
            typer->kill();
            QVERIFY(typer->waitForFinished());
        }
    }

    void inMemoryDatabaseIsNoError()
    {
        const auto memory = Database::inMemory();
        auto journal = WorkspaceJournal::open(*memory);
        QVERIFY(journal);
        FakeTab tab{.state = {.title = u"x"_s}, .text = "text"};
        (*journal)->track(u"1"_s, tab.widget.get(), sourceOf(tab));
        (*journal)->textChanged(u"1"_s);
        QVERIFY((*journal)->flush());
    }

private:
    std::unique_ptr<WorkspaceJournal> open() { return std::move(*WorkspaceJournal::open(*m_database)); }

    void restart()
    {
        m_journal.reset();
        m_journal = open();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WorkspaceJournal> m_journal;
};

QTEST_GUILESS_MAIN(TestWorkspaceJournal)
#include "tst_workspacejournal.moc"
