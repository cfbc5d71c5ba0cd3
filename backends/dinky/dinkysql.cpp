// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkysql.h"

#include "backends/dinky/readoffers.h"
#include "backends/dinky/rowwatch.h"
#include "backends/dinky/runform.h"
#include "sql/statements.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
using sql::StatementKind;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkySql)
};

/// The INSERTs of a statement set, which the server wants by themselves, with useStatementSet.
QStringList insertsOf(const QString& set)
{
    static const QRegularExpression s_head(u"^\\s*(?:EXECUTE\\s+)?(?:BEGIN\\s+)?STATEMENT\\s+SET\\s*(?:BEGIN|;)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression s_tail(u"\\bEND\\s*;?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    QString inner = set;
    inner.remove(s_head).remove(s_tail);
    QStringList inserts;
    for (const sql::Statement& statement : sql::splitStatements(QStringView(inner))) {
        inserts.append(statement.text(QStringView(inner)).toString());
    }
    return inserts;
}

bool isShown(StatementKind kind)
{
    return sql::isReadOnly(kind) && !sql::isQuery(kind) && !sql::changesSession(kind) && !sql::isClientCommand(kind);
}

/// An error whose place may be in what stands before the statement.
Error located(Error error, const QString& statement)
{
    if (error.kind == ErrorKind::Sql) {
        Error placed = json::sqlFault(error.detail.isEmpty() ? error.message : error.detail, statement);
        error.range = placed.range;
    }
    return error;
}

} // namespace

std::optional<Error> firstFault(const std::vector<json::ExplainedSql>& rows, const QString& statement)
{
    for (const json::ExplainedSql& row : rows) {
        if (!row.ok) {
            const bool isLast = &row == &rows.back();
            return json::sqlFault(row.error, isLast ? statement : QString());
        }
    }
    return std::nullopt;
}

DinkySql::DinkySql(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

FormDescription DinkySql::sessionForm() const
{
    return runForm(*m_client);
}

QCoro::Task<Result<void>> DinkySql::prepareForm(CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    co_return co_await readOffers(client, token);
}

QCoro::Task<Result<std::shared_ptr<SqlSession>>> DinkySql::openSession(SessionOptions options, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    // What the server has decides on what stands where nothing was chosen: the first cluster, or none.
    const Result<void> offers = co_await readOffers(client, token);
    if (!offers) {
        co_return failure(offers.error());
    }
    QMap<QString, QString> properties = runForm(*client).defaults();
    properties.insert(options.properties);
    co_return std::make_shared<DinkySession>(client, properties);
}

DinkySession::DinkySession(std::shared_ptr<DinkyClient> client, QMap<QString, QString> properties)
    : m_client(std::move(client)), m_properties(std::move(properties))
{
}

QString DinkySession::id() const
{
    return u"dinky@"_s + m_properties.value(runfields::type);
}

QString DinkySession::server() const
{
    const QString version = m_client->version().isEmpty() ? m_client->dialect() : m_client->version();
    return u"Dinky %1 · %2"_s.arg(version, m_properties.value(runfields::type));
}

const QMap<QString, QString>& DinkySession::properties() const
{
    return m_properties;
}

RunOrder DinkySession::orderFor(const QString& statement) const
{
    const StatementKind kind = sql::kindOf(QStringView(statement));
    QStringList statements = m_definitions;
    if (kind == StatementKind::StatementSet) {
        statements += insertsOf(statement);
    } else {
        statements.append(statement);
    }
    RunOrder order;
    order.statement = joined(statements);
    order.properties = m_properties;
    order.useResult = sql::isQuery(kind);
    order.useStatementSet = kind == StatementKind::StatementSet;
    return order;
}

QCoro::Task<Result<RunSummary>> DinkySession::define(
    QString statement, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const RunOrder order = orderFor(statement);
    const QJsonObject body = explainBody(order, client->isOld());
    const Result<Payload> answer = co_await call(client, u"explainSql"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const std::vector<json::ExplainedSql> rows = json::explainedSql(answer->data);
    if (const auto fault = firstFault(rows, statement)) {
        co_return failure(*fault);
    }
    m_definitions.append(statement);
    co_await feedDone(sink, u"OK"_s);
    RunSummary summary;
    summary.rows = 1;
    co_return summary;
}

QCoro::Task<Result<RunSummary>> DinkySession::show(
    RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (!client->isOld()) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr("Dinky 1.x gives no rows of SHOW and DESCRIBE: run them on a SQL Gateway."));
    }
    if (!client->canLogIn()) {
        co_return failure(ErrorKind::Auth,
            Texts::tr("Only a login sees the rows of SHOW and DESCRIBE: give a user in the connection."));
    }
    RunOrder order = orderFor(request.statement);
    order.maxRows = request.maxRows;
    const QJsonObject body = studioBody(order);
    const Result<HttpResponse> response = co_await callRaw(client, u"studio.executeSql"_s, {}, body, token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<Payload> answer = readAnswer(*response, client->http().redactor());
    if (!answer) {
        co_return failure(answer.error());
    }
    const json::JobResult result = json::jobResult(answer->data.toObject());
    if (!result.success) {
        co_return failure(json::sqlFault(result.error, request.statement));
    }
    const QByteArray rows = QJsonDocument(QJsonObject{{u"datas"_s, result.rows}}).toJson(QJsonDocument::Compact);
    Result<SelectResult> table = readSelectResult(rows);
    if (!table) {
        co_return failure(table.error());
    }
    SelectResult whole = std::move(*table);
    const Result<FetchedRows> fed = co_await feedWhole(std::move(whole), sink, request.maxRows);
    RunSummary summary;
    summary.info.hasContent = true;
    summary.rows = fed ? fed->rows : 0;
    summary.bytes = response->body.size();
    co_return summary;
}

QCoro::Task<Result<RunSummary>> DinkySession::run(
    RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const StatementKind kind = sql::kindOf(QStringView(request.statement));
    const bool isJob = sql::isQuery(kind) || sql::isDml(kind) || kind == StatementKind::CreateTableAs;
    if (isShown(kind)) {
        co_return co_await show(std::move(request), sink, token);
    }
    if (!isJob) {
        co_return co_await define(request.statement, sink, token);
    }
    RunOrder order = orderFor(request.statement);
    order.maxRows = request.maxRows;
    const qint64 mostRows = rowLimit(order);
    const bool isQuery = order.useResult;
    const auto quiet = std::chrono::seconds(std::max(1, m_properties.value(runfields::idleSeconds, u"60"_s).toInt()));
    const Result<json::JobResult> started = co_await execute(client, std::move(order), token);
    if (!started) {
        co_return failure(located(started.error(), request.statement));
    }
    RunSummary summary;
    summary.info.isQuery = isQuery;
    summary.info.hasContent = isQuery;
    summary.info.jobId = started->jobId;
    if (request.onInfo) {
        request.onInfo(summary.info);
    }
    if (!isQuery) {
        const QString said = started->jobId.isEmpty() ? u"OK"_s : started->jobId;
        co_await feedDone(sink, said);
        summary.rows = 1;
        co_return summary;
    }
    RowWatch watch{.client = client, .run = *started, .mostRows = mostRows, .quiet = quiet, .onProgress = {}};
    watch.onProgress = request.onProgress;
    const Result<FetchedRows> fetched = co_await fetchRows(std::move(watch), sink, token);
    if (!fetched) {
        co_return failure(fetched.error());
    }
    summary.rows = fetched->rows;
    summary.bytes = fetched->bytes;
    summary.capped = fetched->capped;
    co_return summary;
}

QCoro::Task<Result<QStringList>> DinkySession::complete(QString, int, CancellationToken)
{
    co_return QStringList();
}

QCoro::Task<Result<void>> DinkySession::refreshProperties(CancellationToken)
{
    co_return Result<void>();
}

QCoro::Task<void> DinkySession::close()
{
    co_return;
}

} // namespace millrace::dinky
