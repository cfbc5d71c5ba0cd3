// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyconnection.h"

#include "backends/dinky/dinkyclient.h"
#include "backends/dinky/dinkyconsole.h"
#include "backends/dinky/dinkytest.h"

#include <QMetaMethod>

namespace millrace::dinky {

DinkyConnection::DinkyConnection(
    ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent)
    : Connection(std::move(profile), parent),
      m_client(std::make_shared<DinkyClient>(settingsOf(this->profile().values, secrets), apiDescription)),
      m_console(std::make_unique<DinkyConsole>(m_client))
{
}

DinkyConnection::~DinkyConnection() = default;

QCoro::Task<ConnectionTest> DinkyConnection::test(
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    return testConnection(m_client, std::move(observer), std::move(token));
}

ApiConsole* DinkyConnection::apiConsole()
{
    return m_console.get();
}

void DinkyConnection::connectNotify(const QMetaMethod& signal)
{
    // Recording every exchange costs time: only while somebody looks.
    if (m_records || signal != QMetaMethod::fromSignal(&Connection::apiCalled)) {
        return;
    }
    m_records = true;
    connect(&m_client->http(), &HttpClient::exchanged, this, &Connection::apiCalled);
}

} // namespace millrace::dinky
