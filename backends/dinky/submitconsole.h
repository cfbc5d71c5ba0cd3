// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "core/cancellation.h"

#include <functional>
#include <memory>

namespace millrace::dinky {

/// The console of a task's submission while it goes on: pushed over server-sent events by 1.x, asked for by 0.7. Needs
/// a login. Goes with the object; end() lets the last lines come.
class SubmitConsole {
public:
    using Observer = std::function<void(const QString& lines)>;

    /// onLog is called in the caller's thread, with what is new each time.
    SubmitConsole(std::shared_ptr<DinkyClient> client, QString taskId, Observer onLog);
    ~SubmitConsole();

    /// Returns when the server pushes, or does not seem to: then the submission goes on without its console.
    QCoro::Task<void> begin(CancellationToken token);
    /// Waits a moment for the rest, and stops listening.
    QCoro::Task<void> end(CancellationToken token);

private:
    struct State;

    static QCoro::Task<void> follow(std::shared_ptr<State> state);
    static QCoro::Task<void> poll(std::shared_ptr<State> state);
    static QCoro::Task<void> subscribe(std::shared_ptr<State> state);

    std::shared_ptr<State> m_state;
};

/// What is new in a log that comes whole each time: `sent` is what was given already, and becomes the whole.
QString newLines(QString& sent, const QString& whole);

} // namespace millrace::dinky
