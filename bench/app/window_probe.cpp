// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the whole window from inside and prints one JSON object:
//   window_probe start FILE…            milliseconds from MILLRACE_BENCH_BEGIN (CLOCK_MONOTONIC, ns) to a typed letter
//   window_probe memory FILE…           resident megabytes when the files are open and nothing happens any more
//   window_probe stream GATEWAY ROWS    gaps between the event loop's beats while a query brings that many rows
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/scripttab.h"
#include "app/services.h"
#include "app/statementrun.h"
#include "core/form.h"
#include "storage/connectionstore.h"
#include "widgets/editor/sqleditor.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace millrace;

namespace {

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

int print(const QJsonObject& values)
{
    std::puts(QJsonDocument(values).toJson(QJsonDocument::Compact).constData());
    return 0;
}

int fail(const char* reason)
{
    std::fprintf(stderr, "window_probe: %s\n", reason);
    return 1;
}

/// A letter goes to whatever has the focus, as a person's would; it has to arrive in the editor.
int measureStart(Program& program, const QStringList& files)
{
    program.show({.files = files});
    MainWindow& window = program.window();
    if (!QTest::qWaitFor([&] { return window.windowHandle()->isExposed(); }, 20'000)) {
        return fail("the window was not shown");
    }
    window.activateWindow(); // there is no window manager on a virtual screen
    SqlEditor* editor = program.editors().current()->editor();
    if (!QTest::qWaitFor([&] { return editor->hasFocus(); }, 20'000)) {
        return fail("the editor did not get the focus");
    }
    const auto before = editor->length();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
    if (editor->length() != before + 1) {
        return fail("the letter did not arrive");
    }
    editor->viewport()->repaint();
    const double ms = static_cast<double>(nowNs() - qgetenv("MILLRACE_BENCH_BEGIN").toLongLong()) / 1e6;
    return print({{u"startMs"_s, ms}, {u"residentMb"_s, residentMegabytes()}});
}

int measureMemory(Program& program, const QStringList& files)
{
    program.show({.files = files});
    // Every tab is looked at once, so that none is left unbuilt.
    for (ScriptTab* tab : program.editors().tabs()) {
        program.editors().activate(tab);
        QTest::qWait(200);
    }
    QTest::qWait(2000);
    return print(
        {{u"tabs"_s, static_cast<int>(program.editors().tabs().size())}, {u"residentMb"_s, residentMegabytes()}});
}

QString saveConnection(Services& services, const QString& gateway)
{
    const Backend* backend = services.backends.find(u"flink"_s);
    ConnectionProfile profile;
    profile.id = u"bench"_s;
    profile.name = u"bench"_s;
    profile.system = u"flink"_s;
    profile.values = backend->form().defaults();
    profile.values.insert(backend->valuesForUrl(gateway));
    const auto saved = services.connections->save(profile);
    return saved ? saved->id : QString();
}

/// How late the event loop came to each beat: the time in which a click would have waited.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const qint64 now = nowNs();
            m_gaps.push_back(static_cast<double>(now - m_last) / 1e6);
            m_last = now;
        });
        m_last = nowNs();
        m_timer.start();
    }

    /// The gap that a share of the time falls below: a long gap counts for as long as it is.
    [[nodiscard]] double percentile(double share)
    {
        std::ranges::sort(m_gaps);
        double total = 0;
        for (const double gap : m_gaps) {
            total += gap;
        }
        double seen = 0;
        for (const double gap : m_gaps) {
            seen += gap;
            if (seen >= share * total) {
                return gap;
            }
        }
        return 0;
    }

private:
    QTimer m_timer;
    qint64 m_last = 0;
    std::vector<double> m_gaps;
};

int measureStream(Program& program, const QString& gateway, const QString& rows)
{
    program.show({});
    const QString connection = saveConnection(program.services(), gateway);
    const QString script = u"CREATE TEMPORARY TABLE numbers (id BIGINT, name STRING, amount DOUBLE) WITH ("
                           "'connector' = 'datagen', 'number-of-rows' = '%1', 'rows-per-second' = '100000000', "
                           "'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '%1', "
                           "'fields.name.length' = '20');\nSELECT * FROM numbers;\n"_s.arg(rows);
    ScriptTab* tab = program.editors().newTab(script);
    tab->setTarget({.connectionId = connection, .streaming = true, .rowCap = 0});
    std::vector<StatementRun*> runs;
    QObject::connect(tab->session(), &ScriptSession::runAdded, tab, [&](StatementRun* run) { runs.push_back(run); });
    const qint64 begin = nowNs();
    Heartbeat heartbeat;
    tab->runScript();
    const auto ended = [&] {
        return runs.size() == 2 && std::ranges::none_of(runs, [](const StatementRun* run) { return run->isActive(); });
    };
    if (!QTest::qWaitFor(ended, 600'000)) {
        return fail("the query did not end");
    }
    const double seconds = static_cast<double>(nowNs() - begin) / 1e9;
    if (runs.back()->rowCount() != rows.toLongLong()) {
        return fail("rows are missing");
    }
    return print({{u"rows"_s, rows.toInt()}, {u"seconds"_s, seconds}, {u"p99Ms"_s, heartbeat.percentile(0.99)},
        {u"maxMs"_s, heartbeat.percentile(1.0)}, {u"residentMb"_s, residentMegabytes()}});
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"millrace"_s);
    QCoreApplication::setOrganizationName(u"millrace"_s);
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.size() < 2) {
        return fail("usage: window_probe start|memory FILE…, or window_probe stream GATEWAY ROWS");
    }
    Program program(application, Services::open());
    if (words[0] == u"start"_s) {
        return measureStart(program, words.mid(1));
    }
    if (words[0] == u"memory"_s) {
        return measureMemory(program, words.mid(1));
    }
    return measureStream(program, words[1], words.value(2));
}
