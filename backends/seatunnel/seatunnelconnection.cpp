// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/seatunnelconnection.h"

#include "backends/http/settingsform.h"
#include "backends/seatunnel/seatunnelbackend.h"
#include "backends/seatunnel/seatunneltest.h"
#include "backends/seatunnel/zetaconsole.h"
#include "backends/seatunnel/zetacontrol.h"
#include "backends/seatunnel/zetainventory.h"
#include "backends/seatunnel/zetajobs.h"
#include "backends/seatunnel/zetasubmission.h"
#include "backends/seatunnel/zetawatch.h"

#include <QMetaMethod>

namespace millrace::seatunnel {

namespace {

QUrl address(const FormValues& values, QLatin1StringView field)
{
    const QString text = values.value(field).trimmed();
    return text.isEmpty() || checks::httpUrl(text, values) ? QUrl() : QUrl(text, QUrl::StrictMode);
}

std::shared_ptr<ZetaClient> clientFor(const FormValues& values, const Secrets& secrets)
{
    return std::make_shared<ZetaClient>(address(values, fields::v1), address(values, fields::v2),
        settingsform::settingsOf(values, secrets), values.value(fields::zone).trimmed());
}

} // namespace

struct SeaTunnelConnection::Capabilities {
    explicit Capabilities(std::shared_ptr<ZetaClient> shared) : client(std::move(shared)) { }

    std::shared_ptr<ZetaClient> client;
    ZetaJobs jobs{client};
    ZetaControl control{client};
    ZetaSavepoints savepoints{client};
    ZetaCheckpoints checkpoints{client};
    ZetaLogs logs{client};
    ZetaMetrics metrics{client};
    ZetaSubmission submission{client};
    ZetaInventory inventory{client};
    ZetaConsole console{client};
};

SeaTunnelConnection::SeaTunnelConnection(ConnectionProfile profile, Secrets secrets, QObject* parent)
    : Connection(std::move(profile), parent),
      m_d(std::make_unique<Capabilities>(clientFor(this->profile().values, secrets)))
{
}

SeaTunnelConnection::~SeaTunnelConnection() = default;

QCoro::Task<ConnectionTest> SeaTunnelConnection::test(
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    return testConnection(m_d->client, std::move(observer), std::move(token));
}

JobMonitor* SeaTunnelConnection::jobMonitor()
{
    return &m_d->jobs;
}

JobControl* SeaTunnelConnection::jobControl()
{
    return &m_d->control;
}

Savepoints* SeaTunnelConnection::savepoints()
{
    return &m_d->savepoints;
}

Checkpoints* SeaTunnelConnection::checkpoints()
{
    return &m_d->checkpoints;
}

JobLogs* SeaTunnelConnection::jobLogs()
{
    return &m_d->logs;
}

Metrics* SeaTunnelConnection::metrics()
{
    return &m_d->metrics;
}

JobSubmission* SeaTunnelConnection::jobSubmission()
{
    return &m_d->submission;
}

Inventory* SeaTunnelConnection::inventory()
{
    return &m_d->inventory;
}

ApiConsole* SeaTunnelConnection::apiConsole()
{
    return &m_d->console;
}

void SeaTunnelConnection::connectNotify(const QMetaMethod& signal)
{
    // Recording every exchange costs time: only while somebody looks.
    if (m_records || signal != QMetaMethod::fromSignal(&Connection::apiCalled)) {
        return;
    }
    m_records = true;
    for (const Dialect dialect : {Dialect::V1, Dialect::V2}) {
        connect(&m_d->client->http(dialect), &HttpClient::exchanged, this, &Connection::apiCalled);
    }
}

} // namespace millrace::seatunnel
