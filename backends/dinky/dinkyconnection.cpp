// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyconnection.h"

namespace millrace::dinky {

DinkyConnection::DinkyConnection(ConnectionProfile profile, Secrets secrets, QObject* parent)
    : Connection(std::move(profile), parent), m_secrets(std::move(secrets))
{
}

QCoro::Task<ConnectionTest> DinkyConnection::test(std::function<void(const TestStep&)>, CancellationToken)
{
    co_return ConnectionTest{};
}

} // namespace millrace::dinky
