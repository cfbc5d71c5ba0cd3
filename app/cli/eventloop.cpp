// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventloop.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadPool>

namespace millrace::cli {

void runEventLoop()
{
    QCoreApplication::exec();
    QThreadPool::globalInstance()->waitForDone();
    // Answers that have arrived let go of what they held, which in turn waits to be deleted: a few rounds reach the
    // end.
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace millrace::cli
