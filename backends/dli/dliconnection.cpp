// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliconnection.h"

#include "backends/dli/dlichecker.h"
#include "backends/dli/dliclient.h"
#include "backends/dli/dliconsole.h"
#include "backends/dli/dlicontrol.h"
#include "backends/dli/dliinventory.h"
#include "backends/dli/dlijobs.h"
#include "backends/dli/dlisql.h"
#include "backends/dli/dlitest.h"

#include <QMetaMethod>

namespace millrace::dli {

DliConnection::DliConnection(
    ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent)
    : Connection(std::move(profile), parent),
      m_client(std::make_shared<DliClient>(settingsOf(this->profile().values, secrets), apiDescription)),
      m_sql(std::make_unique<DliSql>(m_client)), m_catalog(std::make_unique<DliCatalog>(m_client)),
      m_checker(std::make_unique<DliChecker>(m_client)), m_jobs(std::make_unique<DliJobs>(m_client)),
      m_control(std::make_unique<DliControl>(m_client)), m_savepoints(std::make_unique<DliSavepoints>(m_client)),
      m_logs(std::make_unique<DliLogs>(m_client)), m_metrics(std::make_unique<DliMetrics>(m_client)),
      m_submission(std::make_unique<DliSubmission>(m_client)), m_inventory(std::make_unique<DliInventory>(m_client)),
      m_console(std::make_unique<DliConsole>(m_client))
{
}

DliConnection::~DliConnection() = default;

QCoro::Task<ConnectionTest> DliConnection::test(std::function<void(const TestStep&)> observer, CancellationToken token)
{
    return testConnection(m_client, std::move(observer), std::move(token));
}

SqlExecution* DliConnection::sqlExecution()
{
    return m_sql.get();
}

CatalogBrowser* DliConnection::catalogBrowser()
{
    return m_catalog.get();
}

PlanExplainer* DliConnection::planExplainer()
{
    return m_checker.get();
}

JobMonitor* DliConnection::jobMonitor()
{
    return m_jobs.get();
}

JobControl* DliConnection::jobControl()
{
    return m_control.get();
}

Savepoints* DliConnection::savepoints()
{
    return m_savepoints.get();
}

JobLogs* DliConnection::jobLogs()
{
    return m_logs.get();
}

Metrics* DliConnection::metrics()
{
    return m_metrics.get();
}

JobSubmission* DliConnection::jobSubmission()
{
    return m_submission.get();
}

Inventory* DliConnection::inventory()
{
    return m_inventory.get();
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
