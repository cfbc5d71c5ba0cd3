// SPDX-License-Identifier: GPL-3.0-or-later
// A log of a gigabyte: until its first screen is there, until it is indexed, searched and filtered, and the memory that
// all of it takes. MILLRACE_BENCH_LOG names a file to take instead of the one that is made.
#include "logs/logdocument.h"
#include "logs/logsearch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBytes = 1'000'000'000;

long residentKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:")) {
            return line.mid(8).trimmed().split(' ').first().toLong();
        }
    }
    return 0;
}

/// What a TaskManager of Flink writes, with an exception now and then.
void writeLog(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    qint64 size = 0;
    for (qint64 i = 0; size < kBytes; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray time = "2026-11-2" + QByteArray::number(i / 2'000'000 % 9) + ' '
            + QByteArray::number(10 + i / 200'000 % 10) + ':' + QByteArray::number(10 + i / 3'000 % 50) + ":10,"
            + QByteArray::number(100 + i % 900);
        QByteArray text = time + (i % 40 == 7 ? " WARN " : " INFO ")
            + " org.apache.flink.runtime.checkpoint.CheckpointCoordinator [] - Completed checkpoint " + number
            + " for job 2f1b3c4d5e6f708192a3b4c5d6e7f801 (8123 bytes, checkpointDuration=35 ms).\n";
        if (i % 20'000 == 19'999) {
            text += time + " ERROR org.apache.flink.runtime.taskmanager.Task [] - Source: orders (1/4)#" + number
                + " switched to FAILED.\njava.lang.RuntimeException: cannot read split " + number
                + "\n\tat org.example.Reader.read(Reader.java:42)\nCaused by: java.net.ConnectException: refused\n"
                  "\tat java.base/sun.nio.ch.Net.connect0(Native Method)\n\t... 3 more\n";
        }
        size += file.write(text);
    }
}

void waitFor(LogSearch& search, const LogQuery& query)
{
    QEventLoop loop;
    QObject::connect(&search, &LogSearch::changed, &loop, [&] {
        const LogMatches now = search.matches();
        if (now.query == query && now.progress >= 1) {
            loop.quit();
        }
    });
    search.setQuery(query);
    loop.exec();
}

void searchFor(LogSearch& search, const LogSnapshot& log, const char* title, const LogQuery& query)
{
    QElapsedTimer clock;
    clock.start();
    waitFor(search, query);
    const LogMatches found = search.matches();
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    std::printf("%-34s %6.3f s  %7.0f MB/s  %lld hits in %lld lines, %lld lines shown\n", title, seconds,
        double(log.bytes()) / 1e6 / seconds, static_cast<long long>(found.hitCount),
        static_cast<long long>(found.hits.count()), static_cast<long long>(found.visible.count()));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    QString path = qEnvironmentVariable("MILLRACE_BENCH_LOG");
    if (path.isEmpty()) {
        path = folder.filePath(u"taskmanager.log"_s);
        writeLog(path);
    }
    const long before = residentKb();
    QElapsedTimer clock;
    clock.start();
    LogDocument document(logOrigins({path}));
    QEventLoop loop;
    qint64 firstScreen = 0;
    QObject::connect(&document, &LogDocument::changed, &loop, [&] {
        const LogSnapshot log = document.snapshot();
        if (firstScreen == 0 && log.lines(0, 60, 4096).size() == 60) {
            firstScreen = clock.nsecsElapsed();
        }
        if (log.isComplete()) {
            loop.quit();
        }
    });
    loop.exec();
    const double indexed = double(clock.nsecsElapsed()) / 1e9;
    const LogSnapshot log = document.snapshot();
    std::printf(
        "%lld bytes, %lld lines\n", static_cast<long long>(log.bytes()), static_cast<long long>(log.lineCount()));
    std::printf("%-34s %6.3f s\n", "first screen", double(firstScreen) / 1e9);
    std::printf("%-34s %6.3f s  %7.0f MB/s\n", "index", indexed, double(log.bytes()) / 1e6 / indexed);
    LogSearch search;
    search.setLog(log);
    searchFor(search, log, "literal, rare", {.search = {.text = u"ConnectException"_s, .caseSensitive = true}});
    searchFor(search, log, "literal, in every line", {.search = {.text = u"checkpoint"_s, .caseSensitive = true}});
    searchFor(search, log, "literal without case", {.search = {.text = u"connectexception"_s}});
    searchFor(search, log, "expression with a fixed part",
        {.search = {.text = u"cannot read split \\d+9999"_s, .regex = true, .caseSensitive = true}});
    searchFor(search, log, "expression without", {.search = {.text = u"[Rr]efused|[Ff]ailed"_s, .regex = true}});
    searchFor(search, log, "only WARN and ERROR",
        {.levels = 1U << unsigned(LogLevel::Warn) | 1U << unsigned(LogLevel::Error)});
    const LogQuery context{.search = {.text = u"FAILED"_s}, .onlyMatches = true, .context = 3};
    searchFor(search, log, "only matches with 3 lines round them", context);
    std::printf("%-34s %6.1f MB\n", "memory added", double(residentKb() - before) / 1024);
    return 0;
}
