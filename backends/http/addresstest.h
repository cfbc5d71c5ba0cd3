// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"
#include "core/cancellation.h"
#include "core/connectiontest.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QUrl>

#include <functional>

namespace millrace {

struct Error;

/// A connection test while it goes on: collects the steps and tells of each. Lives in the frame of a coroutine.
class TestRun {
public:
    explicit TestRun(std::function<void(const TestStep&)> observer);

    /// Starts the clock of a step.
    void begin();
    /// Ends it.
    void end(const QString& title, const QString& detail, TestStep::State state = TestStep::State::Ok);
    /// Ends it badly: what builds on it need not be tried.
    void fail(const QString& title, const Error& error);
    /// A step that was not taken, and why.
    void skip(const QString& title, const QString& why, TestStep::State state = TestStep::State::NotTried);
    void can(const QString& capability, bool available, const QString& reason);

    [[nodiscard]] bool hasFailed() const { return m_failed; }

    [[nodiscard]] TestStep::State worst() const { return m_result.worst(); }

    /// The test with its verdict and the time that it took.
    ConnectionTest finish(const QString& verdict, const QString& advice);

private:
    void add(const TestStep& step);

    std::function<void(const TestStep&)> m_observer;
    ConnectionTest m_result;
    QElapsedTimer m_step;
    QElapsedTimer m_whole;
    bool m_failed = false;
};

/// The first steps of every test: finds the host, connects to its port, shakes hands over TLS, warns of certificates
/// that end soon. run outlives the call.
QCoro::Task<void> testAddress(TestRun& run, HttpSettings settings, QUrl url, CancellationToken token);

} // namespace millrace
