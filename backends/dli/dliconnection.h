// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

namespace millrace::dli {

class DliConnection : public Connection {
    Q_OBJECT

public:
    DliConnection(ConnectionProfile profile, Secrets secrets, QObject* parent = nullptr);

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

private:
    Secrets m_secrets;
};

} // namespace millrace::dli
