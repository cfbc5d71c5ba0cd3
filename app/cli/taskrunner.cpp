// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/taskrunner.h"

#include "app/cli/console.h"
#include "app/cli/eventloop.h"
#include "app/cli/exitstatus.h"
#include "app/cli/interrupts.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace millrace::cli {

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TaskRunner)
};

/// How long a server has to take note of a cancel before the command goes without its answer.
constexpr auto s_taskPatience = std::chrono::seconds(5);

QCoro::Task<void> driveTask(
    const std::function<QCoro::Task<int>(CancellationToken)>& task, CancellationToken token, int& status)
{
    status = co_await task(token);
    QCoreApplication::exit();
}

[[noreturn]] void leave()
{
    note(Texts::tr("The server does not answer: leaving. What was asked of it may still happen."));
    std::fflush(stdout);
    std::_Exit(Cancelled); // requests are still under way; nothing is left that their answers could reach
}

} // namespace

int runTask(const std::function<QCoro::Task<int>(CancellationToken)>& task)
{
    int status = Failed;
    const CancellationSource cancellation;
    QObject context;
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::interrupted, &context, [&] {
        cancellation.cancel();
        QTimer::singleShot(s_taskPatience, &context, leave);
    });
    QTimer::singleShot(0, &context, [&] { driveTask(task, cancellation.token(), status); });
    runEventLoop();
    return status;
}

} // namespace millrace::cli
