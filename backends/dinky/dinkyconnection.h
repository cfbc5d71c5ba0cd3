// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

namespace millrace::dinky {

class DinkyClient;

/// A Dinky server of any version.
class DinkyConnection : public Connection {
    Q_OBJECT

public:
    DinkyConnection(
        ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent = nullptr);
    ~DinkyConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    std::shared_ptr<DinkyClient> m_client;
    std::unique_ptr<ApiConsole> m_console;
    bool m_records = false;
};

} // namespace millrace::dinky
