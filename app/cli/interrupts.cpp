// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupts.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace millrace::cli {

namespace {

constexpr std::array handled{SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> wakeUp{-1, -1};

/// Only what a signal handler may do: the next signal takes its default way, and the event loop hears of this one.
void onSignal(int number)
{
    for (const int each : handled) {
        std::signal(each, SIG_DFL);
    }
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[1], &byte, 1);
}

} // namespace

Interrupts::Interrupts(QObject* parent) : QObject(parent)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (::pipe2(wakeUp.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT interrupted();
    });
    for (const int each : handled) {
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(each, &action, nullptr);
    }
}

Interrupts::~Interrupts()
{
    for (const int each : handled) {
        std::signal(each, SIG_DFL);
    }
    m_notifier.reset();
    for (int& descriptor : wakeUp) {
        if (descriptor >= 0) {
            ::close(descriptor);
            descriptor = -1;
        }
    }
}

} // namespace millrace::cli
