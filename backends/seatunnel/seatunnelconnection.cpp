// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/seatunnelconnection.h"

namespace millrace::seatunnel {

SeaTunnelConnection::SeaTunnelConnection(ConnectionProfile profile, Secrets secrets, QObject* parent)
    : Connection(std::move(profile), parent), m_secrets(std::move(secrets))
{
}

QCoro::Task<ConnectionTest> SeaTunnelConnection::test(std::function<void(const TestStep&)>, CancellationToken)
{
    co_return ConnectionTest{};
}

} // namespace millrace::seatunnel
