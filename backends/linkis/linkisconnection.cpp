// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisconnection.h"

namespace millrace::linkis {

LinkisConnection::LinkisConnection(ConnectionProfile profile, Secrets secrets, QObject* parent)
    : Connection(std::move(profile), parent), m_secrets(std::move(secrets))
{
}

QCoro::Task<ConnectionTest> LinkisConnection::test(std::function<void(const TestStep&)>, CancellationToken)
{
    co_return ConnectionTest{};
}

} // namespace millrace::linkis
