// SPDX-License-Identifier: GPL-3.0-or-later
// journaltyper FILE: opens the journal as a window does, types a number a few times a second into one tab and says on
// stdout what it typed and when a write was reported. It never ends by itself.
#include "storage/database.h"
#include "storage/workspacejournal.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace millrace;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    auto database = Database::open(QString::fromLocal8Bit(argv[1]));
    if (!database) {
        return 3;
    }
    auto journal = WorkspaceJournal::open(**database);
    if (!journal) {
        return 4;
    }
    std::printf("restored %zu\n", (*journal)->restored().size());
    int typed = 0;
    (*journal)->track(u"typed-tab"_s, journal->get(),
        {.state = [&] { return JournalTabState{.title = u"typed"_s, .modified = true, .cursor = {.line = typed + 1}}; },
            .text = [&] { return std::optional(QByteArray("typed " + QByteArray::number(typed))); }});
    QObject::connect(journal->get(), &WorkspaceJournal::written, journal->get(), [] {
        std::printf("written\n");
        std::fflush(stdout);
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        ++typed;
        (*journal)->textChanged(u"typed-tab"_s);
        std::printf("typed %d\n", typed);
        std::fflush(stdout);
    });
    timer.start(50);
    return QCoreApplication::exec();
}
