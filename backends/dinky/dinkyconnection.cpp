// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyconnection.h"

#include "backends/dinky/dinkyclient.h"
#include "backends/dinky/dinkyconsole.h"
#include "backends/dinky/dinkycontrol.h"
#include "backends/dinky/dinkyexplain.h"
#include "backends/dinky/dinkyinventory.h"
#include "backends/dinky/dinkyjobs.h"
#include "backends/dinky/dinkysql.h"
#include "backends/dinky/dinkytest.h"

#include <QMetaMethod>

namespace millrace::dinky {

DinkyConnection::DinkyConnection(
    ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent)
    : Connection(std::move(profile), parent),
      m_client(std::make_shared<DinkyClient>(settingsOf(this->profile().values, secrets), apiDescription)),
      m_sql(std::make_unique<DinkySql>(m_client)), m_explainer(std::make_unique<DinkyExplainer>(m_client)),
      m_jobs(std::make_unique<DinkyJobs>(m_client)), m_control(std::make_unique<DinkyControl>(m_client)),
      m_savepoints(std::make_unique<DinkySavepoints>(m_client)),
      m_checkpoints(std::make_unique<DinkyCheckpoints>(m_client)), m_logs(std::make_unique<DinkyLogs>(m_client)),
      m_submission(std::make_unique<DinkySubmission>(m_client)),
      m_inventory(std::make_unique<DinkyInventory>(m_client)), m_console(std::make_unique<DinkyConsole>(m_client))
{
}

DinkyConnection::~DinkyConnection() = default;

QCoro::Task<ConnectionTest> DinkyConnection::test(
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    return testConnection(m_client, std::move(observer), std::move(token));
}

QMap<QString, std::vector<FormField::Option>> DinkyConnection::offeredValues() const
{
    std::vector<FormField::Option> tenants;
    for (const DinkyClient::Tenant& tenant : m_client->tenants()) {
        tenants.push_back({tenant.code, QStringLiteral("%1 (%2)").arg(tenant.code, tenant.id)});
    }
    return {{QString(fields::tenant), tenants}};
}

SqlExecution* DinkyConnection::sqlExecution()
{
    return m_sql.get();
}

PlanExplainer* DinkyConnection::planExplainer()
{
    return m_explainer.get();
}

JobMonitor* DinkyConnection::jobMonitor()
{
    return m_jobs.get();
}

JobControl* DinkyConnection::jobControl()
{
    return m_control.get();
}

Savepoints* DinkyConnection::savepoints()
{
    return m_savepoints.get();
}

Checkpoints* DinkyConnection::checkpoints()
{
    return m_checkpoints.get();
}

JobLogs* DinkyConnection::jobLogs()
{
    return m_logs.get();
}

JobSubmission* DinkyConnection::jobSubmission()
{
    return m_submission.get();
}

Inventory* DinkyConnection::inventory()
{
    return m_inventory.get();
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
