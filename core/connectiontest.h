// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace millrace {

/// One step of testing a connection, as the form's right side lists it.
struct TestStep {
    enum class State { Ok, Warning, Failed, NotTried };

    QString title; ///< "Connect to port 8083"
    QString detail; ///< "Flink 2.3.0 · v1, v2, v3, v4 answered · v4 used", or why it failed and what to do
    State state = State::Ok;
    qint64 elapsedMs = -1; ///< -1: not measured
};

/// Something a connection can do, cannot do now, and why not.
struct CapabilityState {
    QString title; ///< "SQL execution"
    bool available = false;
    QString reason; ///< "needs the JobManager"; empty when available
};

struct ConnectionTest {
    QDateTime finishedAt; ///< UTC
    qint64 elapsedMs = 0;
    std::vector<TestStep> steps;
    std::vector<CapabilityState> capabilities;
    QString verdict; ///< one sentence: "SQL works; jobs do not yet."
    QString advice; ///< what to do about it; empty when all is well

    [[nodiscard]] TestStep::State worst() const
    {
        TestStep::State worst = TestStep::State::Ok;
        for (const TestStep& step : steps) {
            if (step.state == TestStep::State::Failed || worst == TestStep::State::Failed) {
                worst = TestStep::State::Failed;
            } else if (step.state != TestStep::State::Ok) {
                worst = TestStep::State::Warning;
            }
        }
        return worst;
    }
};

} // namespace millrace
