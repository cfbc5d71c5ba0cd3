// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkconnection.h"

#include "backends/flink/clusterinventory.h"
#include "backends/flink/flinkapiconsole.h"
#include "backends/flink/flinkbackend.h"
#include "backends/flink/flinkcatalog.h"
#include "backends/flink/flinkexplain.h"
#include "backends/flink/flinksession.h"
#include "backends/flink/flinktest.h"
#include "backends/flink/jobcontrol.h"
#include "backends/flink/joblogs.h"
#include "backends/flink/jobmetrics.h"
#include "backends/flink/jobmonitor.h"
#include "backends/flink/jobsubmission.h"

#include <QMetaMethod>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

QUrl address(const FormValues& values, QLatin1StringView field)
{
    const QString text = values.value(field).trimmed();
    return text.isEmpty() || checks::httpUrl(text, values) ? QUrl() : QUrl(text, QUrl::StrictMode);
}

QCoro::Task<Result<std::shared_ptr<SqlSession>>> open(
    std::shared_ptr<GatewayClient> client, SessionOptions options, CancellationToken token)
{
    if (client->gateway().isEmpty()) {
        co_return failure(ErrorKind::Usage,
            QCoreApplication::translate(
                "Flink", "This connection has no valid address of a SQL Gateway: correct it in the connection."));
    }
    const auto core = co_await openSession(client, options.name, options.properties, token);
    if (!core) {
        co_return failure(core.error());
    }
    co_return std::make_shared<FlinkSession>(*core);
}

} // namespace

class FlinkConnection::Sql : public SqlExecution {
public:
    explicit Sql(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<std::shared_ptr<SqlSession>>> openSession(
        SessionOptions options, CancellationToken token) override
    {
        return open(m_client, std::move(options), std::move(token));
    }

private:
    std::shared_ptr<GatewayClient> m_client;
};

/// What the JobManager and the gateway do with jobs. Without its address each call says what to fill in.
struct FlinkConnection::Jobs {
    explicit Jobs(const std::shared_ptr<GatewayClient>& client)
        : monitor(client), vertices(client), control(client), savepoints(client), checkpoints(client), logs(client),
          metrics(client), flames(client), submission(client), inventory(client), console(client)
    {
    }

    FlinkJobMonitor monitor;
    FlinkVertexInspector vertices;
    FlinkJobControl control;
    FlinkSavepoints savepoints;
    FlinkCheckpoints checkpoints;
    FlinkJobLogs logs;
    FlinkMetrics metrics;
    FlinkFlameGraphs flames;
    FlinkJobSubmission submission;
    FlinkInventory inventory;
    FlinkApiConsole console;
};

FlinkConnection::FlinkConnection(ConnectionProfile profile, Secrets secrets, QObject* parent)
    : Connection(std::move(profile), parent)
{
    const FormValues& values = this->profile().values;
    const int idle = values.value(fields::sessionIdle).toInt();
    m_client = std::make_shared<GatewayClient>(address(values, fields::gateway), address(values, fields::jobManager),
        httpSettings(values, secrets), std::chrono::seconds(idle > 0 ? idle : 600));
    m_sql = std::make_unique<Sql>(m_client);
    m_catalogs = std::make_unique<FlinkCatalog>();
    m_explainer = std::make_unique<FlinkExplainer>();
    m_jobs = std::make_unique<Jobs>(m_client);
}

FlinkConnection::~FlinkConnection() = default;

QCoro::Task<ConnectionTest> FlinkConnection::test(
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    const FormValues& values = profile().values;
    const QString jobManager = values.value(fields::jobManager).trimmed();
    const QString problem = checks::httpUrl(jobManager, values).value_or(QString());
    return testConnection(m_client, problem, std::move(observer), std::move(token));
}

SqlExecution* FlinkConnection::sqlExecution()
{
    return m_sql.get();
}

CatalogBrowser* FlinkConnection::catalogBrowser()
{
    return m_catalogs.get();
}

PlanExplainer* FlinkConnection::planExplainer()
{
    return m_explainer.get();
}

JobMonitor* FlinkConnection::jobMonitor()
{
    return &m_jobs->monitor;
}

VertexInspector* FlinkConnection::vertexInspector()
{
    return &m_jobs->vertices;
}

JobControl* FlinkConnection::jobControl()
{
    return &m_jobs->control;
}

Savepoints* FlinkConnection::savepoints()
{
    return &m_jobs->savepoints;
}

Checkpoints* FlinkConnection::checkpoints()
{
    return &m_jobs->checkpoints;
}

JobLogs* FlinkConnection::jobLogs()
{
    return &m_jobs->logs;
}

Metrics* FlinkConnection::metrics()
{
    return &m_jobs->metrics;
}

FlameGraphs* FlinkConnection::flameGraphs()
{
    return &m_jobs->flames;
}

JobSubmission* FlinkConnection::jobSubmission()
{
    return &m_jobs->submission;
}

Inventory* FlinkConnection::inventory()
{
    return &m_jobs->inventory;
}

ApiConsole* FlinkConnection::apiConsole()
{
    return &m_jobs->console;
}

void FlinkConnection::connectNotify(const QMetaMethod& signal)
{
    // Recording every exchange costs time: only while somebody looks.
    if (m_records || signal != QMetaMethod::fromSignal(&Connection::apiCalled)) {
        return;
    }
    m_records = true;
    connect(&m_client->http(), &HttpClient::exchanged, this, &Connection::apiCalled);
}

} // namespace millrace::flink
