// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinksession.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"
#include "backends/flink/statementrun.h"

#include <QCoreApplication>

namespace millrace::flink {

namespace {

QCoro::Task<Result<QStringList>> completeIn(
    std::shared_ptr<SessionCore> core, QString statement, int offset, CancellationToken token)
{
    const int version = core->client()->version();
    if (version < 2) {
        co_return failure(ErrorKind::Unsupported,
            QCoreApplication::translate("Flink", "This gateway completes nothing: that needs Flink 1.17 or newer."));
    }
    GatewayCall ask;
    ask.path = api::completeStatement(version, core->handle());
    ask.body = api::completeBody(statement, offset);
    const Result<QByteArray> body = co_await callIn(core, ask, std::move(token));
    if (!body) {
        co_return failure(body.error());
    }
    co_return json::candidates(*body);
}

} // namespace

FlinkSession::FlinkSession(std::shared_ptr<SessionCore> core) : m_core(std::move(core))
{
    connect(m_core.get(), &SessionCore::propertiesChanged, this, &SqlSession::propertiesChanged);
    connect(m_core.get(), &SessionCore::lost, this, &SqlSession::lost);
    connect(m_core.get(), &SessionCore::heartbeatDue, this, [this] { sendHeartbeat(m_core); });
}

FlinkSession::~FlinkSession()
{
    m_core->disconnect(this);
    if (!m_core->isClosing()) {
        closeSession(m_core); // goes on without us
    }
}

QString FlinkSession::id() const
{
    return m_core->handle();
}

QString FlinkSession::server() const
{
    return m_core->client()->serverText();
}

const QMap<QString, QString>& FlinkSession::properties() const
{
    return m_core->properties();
}

bool FlinkSession::isLost() const
{
    return m_core->isLost();
}

QCoro::Task<Result<RunSummary>> FlinkSession::run(
    RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    return runStatement(m_core, std::move(request), std::move(sink), std::move(token));
}

QCoro::Task<Result<QStringList>> FlinkSession::complete(QString statement, int offset, CancellationToken token)
{
    return completeIn(m_core, std::move(statement), offset, std::move(token));
}

QCoro::Task<Result<void>> FlinkSession::refreshProperties(CancellationToken token)
{
    return flink::refreshProperties(m_core, std::move(token));
}

QCoro::Task<void> FlinkSession::close()
{
    return closeSession(m_core);
}

} // namespace millrace::flink
