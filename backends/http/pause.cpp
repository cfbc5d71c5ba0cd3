// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/pause.h"

#include "backends/http/completion.h"

#include <QCoroFuture>

#include <QTimer>

namespace millrace {

QCoro::Task<void> pauseFor(std::chrono::milliseconds time, CancellationToken token)
{
    Completion<bool> done;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [done] { done.complete(true); });
    timer.start(time);
    const CancellationSubscription subscription = token.onCancel([done] { done.complete(false); });
    const QFuture<bool> future = done.future();
    co_await future;
}

} // namespace millrace
