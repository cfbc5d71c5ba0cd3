// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisconnection.h"

#include "backends/linkis/envelope.h"
#include "backends/linkis/inventory/linkisinventory.h"
#include "backends/linkis/linkisclient.h"
#include "backends/linkis/linkisconsole.h"
#include "backends/linkis/linkisjobs.h"
#include "backends/linkis/linkissql.h"
#include "backends/linkis/linkistest.h"

#include <QMetaMethod>

namespace millrace::linkis {

LinkisConnection::LinkisConnection(
    ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent)
    : Connection(std::move(profile), parent),
      m_client(std::make_shared<LinkisClient>(settingsOf(this->profile().values, secrets), apiDescription)),
      m_sql(std::make_unique<LinkisSql>(m_client)), m_catalog(std::make_unique<LinkisCatalog>(m_client)),
      m_jobs(std::make_unique<LinkisJobs>(m_client)), m_control(std::make_unique<LinkisControl>(m_client)),
      m_logs(std::make_unique<LinkisLogs>(m_client)), m_submission(std::make_unique<LinkisSubmission>(m_client)),
      m_inventory(std::make_unique<LinkisInventory>(m_client)), m_console(std::make_unique<LinkisConsole>(m_client))
{
}

LinkisConnection::~LinkisConnection() = default;

QCoro::Task<ConnectionTest> LinkisConnection::test(
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    return testConnection(m_client, std::move(observer), std::move(token));
}

QMap<QString, std::vector<FormField::Option>> LinkisConnection::offeredValues() const
{
    QMap<QString, std::vector<FormField::Option>> offered;
    for (const QString& engine : m_client->served().engines) {
        offered[fields::engine].push_back({engine, engine});
    }
    for (const QString& creator : m_client->served().creators) {
        offered[fields::creator].push_back({creator, creator});
    }
    return offered;
}

SqlExecution* LinkisConnection::sqlExecution()
{
    return m_sql.get();
}

CatalogBrowser* LinkisConnection::catalogBrowser()
{
    return m_catalog.get();
}

JobMonitor* LinkisConnection::jobMonitor()
{
    return m_jobs.get();
}

JobControl* LinkisConnection::jobControl()
{
    return m_control.get();
}

JobLogs* LinkisConnection::jobLogs()
{
    return m_logs.get();
}

JobSubmission* LinkisConnection::jobSubmission()
{
    return m_submission.get();
}

Inventory* LinkisConnection::inventory()
{
    return m_inventory.get();
}

ApiConsole* LinkisConnection::apiConsole()
{
    return m_console.get();
}

void LinkisConnection::connectNotify(const QMetaMethod& signal)
{
    // Recording every exchange costs time: only while somebody looks.
    if (m_records || signal != QMetaMethod::fromSignal(&Connection::apiCalled)) {
        return;
    }
    m_records = true;
    connect(&m_client->http(), &HttpClient::exchanged, this, [this](ApiCall call) {
        call.responsePreview = QString::fromUtf8(withoutParams(call.responsePreview.toUtf8()));
        Q_EMIT apiCalled(call);
    });
}

} // namespace millrace::linkis
