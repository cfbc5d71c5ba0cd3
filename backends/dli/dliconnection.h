// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

namespace millrace::dli {

class DliClient;

/// A project of the service.
class DliConnection : public Connection {
    Q_OBJECT

public:
    DliConnection(
        ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent = nullptr);
    ~DliConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    std::shared_ptr<DliClient> m_client;
    std::unique_ptr<ApiConsole> m_console;
    bool m_records = false;
};

} // namespace millrace::dli
