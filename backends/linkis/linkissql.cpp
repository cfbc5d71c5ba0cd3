// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkissql.h"

#include "backends/linkis/linkisforms.h"
#include "backends/linkis/linkisresults.h"
#include "backends/linkis/linkistexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisSql)
};

Error failedTask(const json::Task& task)
{
    QString sentence = texts::sentenceOf(task.errorCode, task.errorText);
    if (sentence.isEmpty()) {
        sentence =
            Texts::tr("The task ended as %1, and the server does not say why: its log may.").arg(task.summary.rawState);
    }
    if (const QString advice = texts::adviceFor(task.errorCode); !advice.isEmpty()) {
        sentence += u' ' + advice;
    }
    const QString known = task.errorCode.isEmpty() || task.errorCode == "0"_L1
        ? Texts::tr("Task %1").arg(task.summary.id)
        : Texts::tr("Task %1, error %2").arg(task.summary.id, task.errorCode);
    return {.kind = ErrorKind::Sql, .message = sentence, .detail = known + u"\n\n"_s + task.errorText};
}

/// The sink that says that a task without result sets is done.
QCoro::Task<void> feedDone(std::shared_ptr<ResultSink> sink)
{
    LooseTable::Built done = okTable().build();
    sink->begin({.columns = done.columns, .isQuery = false, .timeZone = {}});
    sink->append(std::move(done.rows));
    co_return;
}

/// Watches a task to its end and brings its results.
QCoro::Task<Result<RunSummary>> watch(std::shared_ptr<LinkisClient> client, json::TaskHandle handle, RunRequest request,
    std::shared_ptr<ResultSink> sink, std::shared_ptr<QSet<QString>> letGo, CancellationToken token)
{
    RunSummary summary;
    summary.info.jobId = handle.taskId;
    if (request.onInfo) {
        request.onInfo(summary.info);
    }
    TaskObserver observer{request.onProgress, request.onLog, letGo};
    const Result<json::Task> ended = co_await awaitTask(client, handle, std::move(observer), token);
    if (!ended) {
        co_return failure(ended.error());
    }
    // Also of a task that failed: what it had written before stays.
    const bool isDone = ended->summary.state == JobState::Finished;
    RunRequest reading = request;
    const FetchedResults fetched = co_await fetchResults(client, *ended, std::move(reading), sink, token);
    if (!isDone) {
        co_return failure(failedTask(*ended));
    }
    if (fetched.problem) {
        Error problem = *fetched.problem;
        problem.kind =
            problem.kind == ErrorKind::Http ? ErrorKind::Sql : problem.kind; // the server answers, and refuses
        co_return failure(problem);
    }
    if (fetched.sets == 0) {
        co_await feedDone(sink);
    }
    summary.info.isQuery = fetched.sets > 0;
    summary.info.hasContent = fetched.sets > 0;
    summary.rows = fetched.rows;
    summary.capped = fetched.capped;
    co_return summary;
}

} // namespace

LinkisSql::LinkisSql(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

FormDescription LinkisSql::sessionForm() const
{
    return {.title = Texts::tr("Code on Linkis"), .fields = taskFields(*m_client)};
}

QCoro::Task<Result<void>> LinkisSql::prepareForm(CancellationToken token)
{
    return readServed(m_client, std::move(token));
}

ScriptLanguage LinkisSql::language(const FormValues& sessionValues) const
{
    return languageOf(engineFrom(sessionValues, m_client->settings()), sessionValues.value(taskfields::runType));
}

QCoro::Task<Result<std::shared_ptr<SqlSession>>> LinkisSql::openSession(SessionOptions options, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    const Result<void> done = co_await logIn(client, token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return std::make_shared<LinkisSession>(client, options.properties);
}

LinkisSession::LinkisSession(std::shared_ptr<LinkisClient> client, QMap<QString, QString> properties)
    : m_client(std::move(client)), m_properties(std::move(properties))
{
    // What comes is a result and no changelog.
    m_properties.insert(u"execution.runtime-mode"_s, u"batch"_s);
}

QString LinkisSession::id() const
{
    return m_client->user() + u'@' + engineFrom(m_properties, m_client->settings());
}

QString LinkisSession::server() const
{
    const QString engine = u"Linkis · "_s + engineFrom(m_properties, m_client->settings());
    const QDateTime until = m_client->sessionUntil();
    if (!until.isValid()) {
        return engine + u" · "_s + m_client->user();
    }
    return Texts::tr("%1 · %2, logged in until %3")
        .arg(engine, m_client->user(), QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat));
}

const QMap<QString, QString>& LinkisSession::properties() const
{
    return m_properties;
}

QCoro::Task<Result<RunSummary>> LinkisSession::run(
    RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    const std::shared_ptr<QSet<QString>> letGo = m_letGo;
    TaskOrder order = orderFrom(m_properties, client->settings());
    order.code = request.statement;
    const Result<json::TaskHandle> handle = co_await submitTask(client, std::move(order), token);
    if (!handle) {
        co_return failure(handle.error());
    }
    co_return co_await watch(client, *handle, std::move(request), std::move(sink), letGo, std::move(token));
}

QCoro::Task<Result<RunSummary>> LinkisSession::resume(
    QString jobId, RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    const std::shared_ptr<QSet<QString>> letGo = m_letGo;
    // The entrance may be another one by now: the history knows under which id it has the task.
    const Result<json::Task> known = co_await historyTask(client, jobId, token);
    if (!known) {
        co_return failure(known.error());
    }
    json::TaskHandle handle{jobId, known->execId};
    co_return co_await watch(client, std::move(handle), std::move(request), std::move(sink), letGo, std::move(token));
}

QCoro::Task<Result<QStringList>> LinkisSession::complete(QString, int, CancellationToken)
{
    co_return QStringList();
}

QCoro::Task<Result<void>> LinkisSession::refreshProperties(CancellationToken)
{
    co_return Result<void>();
}

QCoro::Task<void> LinkisSession::close()
{
    co_return;
}

void LinkisSession::letGo(const QString& jobId)
{
    m_letGo->insert(jobId);
}

} // namespace millrace::linkis
