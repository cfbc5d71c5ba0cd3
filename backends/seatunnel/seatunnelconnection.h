// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <memory>

namespace millrace::seatunnel {

/// A Zeta engine, in whichever dialect it answers. Calls that it started may outlive it.
class SeaTunnelConnection : public Connection {
    Q_OBJECT

public:
    SeaTunnelConnection(ConnectionProfile profile, Secrets secrets, QObject* parent = nullptr);
    ~SeaTunnelConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] JobMonitor* jobMonitor() override;
    [[nodiscard]] JobControl* jobControl() override;
    [[nodiscard]] Savepoints* savepoints() override;
    [[nodiscard]] Checkpoints* checkpoints() override;
    [[nodiscard]] JobLogs* jobLogs() override;
    [[nodiscard]] Metrics* metrics() override;
    [[nodiscard]] JobSubmission* jobSubmission() override;
    [[nodiscard]] Inventory* inventory() override;
    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    struct Capabilities;
    std::unique_ptr<Capabilities> m_d;
    bool m_records = false;
};

} // namespace millrace::seatunnel
