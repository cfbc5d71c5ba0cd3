// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliconnection.h"

#include "backends/dli/dliclient.h"
#include "backends/dli/dliconsole.h"
#include "backends/dli/dlitest.h"

#include <QMetaMethod>

namespace millrace::dli {

DliConnection::DliConnection(
    ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent)
    : Connection(std::move(profile), parent),
      m_client(std::make_shared<DliClient>(settingsOf(this->profile().values, secrets), apiDescription)),
      m_console(std::make_unique<DliConsole>(m_client))
{
}

DliConnection::~DliConnection() = default;

QCoro::Task<ConnectionTest> DliConnection::test(std::function<void(const TestStep&)> observer, CancellationToken token)
{
    return testConnection(m_client, std::move(observer), std::move(token));
}

ApiConsole* DliConnection::apiConsole()
{
    return m_console.get();
}

void DliConnection::connectNotify(const QMetaMethod& signal)
{
    // Recording every exchange costs time: only while somebody looks.
    if (m_records || signal != QMetaMethod::fromSignal(&Connection::apiCalled)) {
        return;
    }
    m_records = true;
    connect(&m_client->http(), &HttpClient::exchanged, this, &Connection::apiCalled);
}

} // namespace millrace::dli
