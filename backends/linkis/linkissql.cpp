// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkissql.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrentRun>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisSql)
};

const QString s_engine = u"engine"_s;
const QString s_creator = u"creator"_s;
const QString s_runType = u"runType"_s;
const QString s_runtime = u"runtime"_s;
const QString s_startup = u"startup"_s;
const QString s_variables = u"variables"_s;

/// Lines of "name = value" as an object.
QJsonObject objectOf(const QString& lines)
{
    QJsonObject object;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (!name.isEmpty()) {
            object.insert(name, line.section(u'=', 1).trimmed());
        }
    }
    return object;
}

/// What has been fed to a sink so far.
struct Feed {
    std::shared_ptr<ResultSink> sink;
    std::vector<ResultColumn> columns; ///< of the first page: later ones keep them
    qint64 rows = 0;
    bool begun = false;
};

/// The page's rows under the columns that began the result. Where a type does not fit any more, NULL would be a lie:
/// such a page counts as one that cannot be shown.
bool sameColumns(const std::vector<ResultColumn>& a, const std::vector<ResultColumn>& b)
{
    return a.size() == b.size()
        && std::ranges::equal(
            a, b, {}, [](const ResultColumn& column) { return storageOf(column.type.root); },
            [](const ResultColumn& column) { return storageOf(column.type.root); });
}

/// All columns as text, so that no later page can hold what does not fit.
LooseTable asTexts(const LooseTable& table)
{
    std::vector<ResultColumn> columns = table.columns();
    for (ResultColumn& column : columns) {
        if (storageOf(column.type.root) != ColumnStorage::Text) {
            column.type = typeFromForeignName(u"string"_s);
        }
    }
    return table.withColumns(columns);
}

QCoro::Task<bool> feedPage(Feed* feed, LooseTable table, bool morePages, qint64 maxRows)
{
    const bool staysText = morePages || feed->begun;
    const QFuture<std::shared_ptr<LooseTable::Built>> building =
        QtConcurrent::run([table = std::move(table), staysText] {
            return std::make_shared<LooseTable::Built>(staysText ? asTexts(table).build() : table.build());
        });
    const std::shared_ptr<LooseTable::Built> batch = co_await building;
    if (maxRows > 0 && feed->rows + batch->rows.rowCount() > maxRows) {
        batch->rows.truncate(maxRows - feed->rows);
    }
    if (feed->begun && !sameColumns(feed->columns, batch->columns)) {
        co_return false;
    }
    feed->rows += batch->rows.rowCount();
    const bool begins = !feed->begun;
    feed->begun = true;
    if (begins) {
        feed->columns = batch->columns;
    }
    const std::shared_ptr<ResultSink> sink = feed->sink;
    const QFuture<void> storing = QtConcurrent::run([sink, batch, begins] {
        if (begins) {
            sink->begin({.columns = batch->columns, .isQuery = true, .timeZone = {}});
        }
        sink->append(std::move(batch->rows));
    });
    co_await storing;
    co_return true;
}

QCoro::Task<Result<void>> feedSet(
    std::shared_ptr<LinkisClient> client, Feed* feed, QString path, qint64 maxRows, CancellationToken token)
{
    for (int page = 1;; ++page) {
        Result<json::ResultPage> opened = co_await openResult(client, path, page, token);
        if (!opened) {
            co_return failure(opened.error());
        }
        if (!opened->prohibited.isEmpty()) {
            co_return failure(
                ErrorKind::Http, Texts::tr("The server does not show this result: %1").arg(opened->prohibited));
        }
        const bool isLast = opened->isLast;
        LooseTable table = std::move(opened->table);
        const bool fitted = co_await feedPage(feed, std::move(table), !isLast, maxRows);
        if (!fitted) {
            co_return failure(ErrorKind::Protocol, Texts::tr("The pages of the result have different columns."));
        }
        if (isLast || (maxRows > 0 && feed->rows >= maxRows)) {
            co_return Result<void>();
        }
    }
}

Error failedTask(const json::Task& task)
{
    QString sentence = task.errorText.section(u'\n', 0, 0).simplified();
    if (sentence.isEmpty()) {
        sentence =
            Texts::tr("The task ended as %1, and the server does not say why: its log may.").arg(task.summary.rawState);
    }
    return {.kind = ErrorKind::Sql,
        .message = sentence,
        .detail = Texts::tr("Task %1, error %2").arg(task.summary.id, task.errorCode) + u"\n\n"_s + task.errorText};
}

FormField field(const QString& id, const QString& label, FieldKind kind, const QString& value, const QString& help = {})
{
    FormField made{.id = id, .label = label, .kind = kind, .defaultValue = value, .help = help};
    made.section = Texts::tr("Task");
    return made;
}

} // namespace

LinkisSql::LinkisSql(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

FormDescription LinkisSql::sessionForm() const
{
    FormDescription form;
    form.title = Texts::tr("Code on Linkis");
    const LinkisSettings& settings = m_client->settings();
    form.fields = {field(s_engine, Texts::tr("Engine"), FieldKind::Text, settings.engine,
                       Texts::tr("Type and version: spark-3.2.1, hive-3.1.3, shell-1, …")),
        field(s_runType, Texts::tr("Kind of code"), FieldKind::Text, {}, Texts::tr("Empty: what the engine takes.")),
        field(s_creator, Texts::tr("Creator"), FieldKind::Text, settings.creator),
        field(s_variables, Texts::tr("Variables"), FieldKind::Lines, {}, Texts::tr("name = value, one a line")),
        field(s_runtime, Texts::tr("Parameters of the task"), FieldKind::Lines, {},
            Texts::tr("name = value, one a line")),
        field(s_startup, Texts::tr("Parameters of the engine"), FieldKind::Lines, {},
            Texts::tr("name = value, one a line"))};
    return form;
}

ScriptLanguage LinkisSql::language(const FormValues& sessionValues) const
{
    const QString engine = sessionValues.value(s_engine);
    return languageOf(engine.isEmpty() ? m_client->settings().engine : engine, sessionValues.value(s_runType));
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
    if (m_properties.value(s_engine).isEmpty()) {
        m_properties.insert(s_engine, m_client->settings().engine);
    }
    if (m_properties.value(s_creator).isEmpty()) {
        m_properties.insert(s_creator, m_client->settings().creator);
    }
}

QString LinkisSession::id() const
{
    return m_client->user() + u'@' + m_properties.value(s_engine);
}

QString LinkisSession::server() const
{
    return u"Linkis · "_s + m_properties.value(s_engine);
}

const QMap<QString, QString>& LinkisSession::properties() const
{
    return m_properties;
}

TaskOrder LinkisSession::orderFor(const QString& code) const
{
    TaskOrder order;
    order.code = code;
    order.engine = m_properties.value(s_engine);
    order.creator = m_properties.value(s_creator);
    order.runType = m_properties.value(s_runType);
    if (order.runType.isEmpty()) {
        order.runType = runTypeOf(order.engine);
    }
    order.variables = objectOf(m_properties.value(s_variables));
    order.runtime = objectOf(m_properties.value(s_runtime));
    order.startup = objectOf(m_properties.value(s_startup));
    return order;
}

QCoro::Task<Result<RunSummary>> LinkisSession::run(
    RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    TaskOrder order = orderFor(request.statement);
    const Result<json::TaskHandle> handle = co_await submitTask(client, std::move(order), token);
    if (!handle) {
        co_return failure(handle.error());
    }
    RunSummary summary;
    summary.info.jobId = handle->taskId;
    if (request.onInfo) {
        request.onInfo(summary.info);
    }
    TaskObserver observer{request.onProgress, request.onLog};
    const Result<json::Task> ended = co_await awaitTask(client, *handle, std::move(observer), token);
    if (!ended) {
        co_return failure(ended.error());
    }
    const Result<std::vector<json::FileNode>> sets = co_await resultSetsOf(client, *ended, token);
    Feed feed{.sink = sink, .columns = {}};
    if (sets && !sets->empty()) {
        summary.info.isQuery = true;
        summary.info.hasContent = true;
        if (request.onInfo) {
            request.onInfo(summary.info);
        }
        // Also of a task that failed: what it had written before stays.
        const QString path = sets->back().path;
        const Result<void> fed = co_await feedSet(client, &feed, path, request.maxRows, token);
        if (!fed && ended->summary.state == JobState::Finished) {
            co_return failure(fed.error());
        }
    }
    if (ended->summary.state != JobState::Finished) {
        co_return failure(failedTask(*ended));
    }
    if (!sets) {
        co_return failure(sets.error());
    }
    if (!feed.begun) {
        LooseTable done = okTable();
        co_await feedPage(&feed, std::move(done), false, 0);
    }
    summary.rows = feed.rows;
    summary.capped = request.maxRows > 0 && feed.rows >= request.maxRows;
    co_return summary;
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

} // namespace millrace::linkis
