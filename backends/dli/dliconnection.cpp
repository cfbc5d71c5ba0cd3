// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliconnection.h"

namespace millrace::dli {

DliConnection::DliConnection(ConnectionProfile profile, Secrets secrets, QObject* parent)
    : Connection(std::move(profile), parent), m_secrets(std::move(secrets))
{
}

QCoro::Task<ConnectionTest> DliConnection::test(std::function<void(const TestStep&)>, CancellationToken)
{
    co_return ConnectionTest{};
}

} // namespace millrace::dli
