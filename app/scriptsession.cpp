// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scriptsession.h"

#include "app/connectionpool.h"
#include "results/resultstore.h"
#include "results/valueformat.h"

#include <QCoroSignal>

#include <algorithm>
#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_modeKey = "execution.runtime-mode"_L1;

QString modeText(bool streaming)
{
    return streaming ? u"streaming"_s : u"batch"_s;
}

QString quotedName(const QString& name)
{
    QString escaped = name;
    return u'`' + escaped.replace(u'`', u"``"_s) + u'`';
}

/// Closes a session that nobody waits for any more; holds it until the server has answered.
QCoro::Task<void> closeDetached(std::shared_ptr<SqlSession> session)
{
    co_await session->close();
}

bool changesCatalog(sql::StatementKind kind)
{
    return sql::isDdl(kind) || kind == sql::StatementKind::Use || kind == sql::StatementKind::UseCatalog
        || kind == sql::StatementKind::LoadModule || kind == sql::StatementKind::UnloadModule;
}

} // namespace

ScriptSession::ScriptSession(ConnectionPool& pool, QObject* parent) : QObject(parent), m_pool(pool) { }

ScriptSession::~ScriptSession()
{
    // Nobody listens any more; the runs' own destruction must not look like news.
    blockSignals(true);
    drop();
}

QString ScriptSession::server() const
{
    return m_session ? m_session->server() : QString();
}

QString ScriptSession::timeZone() const
{
    return m_session ? m_session->properties().value(u"table.local-time-zone"_s) : QString();
}

bool ScriptSession::isStreaming() const
{
    return !m_session || m_session->properties().value(s_modeKey).toLower() != modeText(false);
}

int ScriptSession::activeRuns() const
{
    return static_cast<int>(std::ranges::count_if(m_runs, &StatementRun::isActive));
}

void ScriptSession::setConnection(const QString& profileId)
{
    if (profileId == m_connectionId) {
        return;
    }
    drop();
    m_connectionId = profileId;
    m_options.clear(); // they belong to the other system's form
    Q_EMIT settingsChanged();
}

void ScriptSession::setOptions(const FormValues& options)
{
    if (options == m_options) {
        return;
    }
    m_options = options;
    drop();
    Q_EMIT settingsChanged();
}

void ScriptSession::renew()
{
    drop();
}

QCoro::Task<void> ScriptSession::close()
{
    const std::shared_ptr<SqlSession> session = m_session;
    cancelAll();
    if (session) {
        co_await session->close();
    }
}

QCoro::Task<Result<void>> ScriptSession::open()
{
    const QPointer guard(this);
    while (guard && m_state == State::Opening) {
        co_await qCoro(this, &ScriptSession::stateChanged);
    }
    if (!guard) {
        co_return failure(Error::cancelled());
    }
    if (m_state == State::Open) {
        co_return {};
    }
    setState(State::Opening);
    const auto opened = co_await openNow();
    if (!guard) {
        co_return failure(Error::cancelled());
    }
    if (!opened) {
        setState(State::None);
        if (!opened.error().isCancelled()) {
            Q_EMIT failed(opened.error());
        }
    }
    co_return opened;
}

QCoro::Task<Result<void>> ScriptSession::openNow()
{
    const QPointer guard(this);
    m_lifetime = CancellationSource();
    const CancellationToken token = m_lifetime.token();
    const auto connection = co_await m_pool.connection(m_connectionId);
    if (!guard || token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!connection) {
        co_return failure(connection.error());
    }
    SqlExecution* execution = (*connection)->sqlExecution();
    if (!execution) {
        co_return failure(ErrorKind::Unsupported, tr("This connection cannot run SQL: choose another one."));
    }
    const std::shared_ptr<Connection> held = *connection;
    // Named, here and below: GCC 12 destroys a braced temporary in an awaited call twice.
    SessionOptions sessionOptions{.name = u"millrace"_s, .properties = m_options};
    auto session = co_await execution->openSession(std::move(sessionOptions), token);
    if (!session) {
        co_return failure(session.error());
    }
    if (!guard || token.isCancelled()) {
        closeDetached(*session);
        co_return failure(Error::cancelled());
    }
    m_connection = held;
    adopt(*session);
    co_await readPlace();
    if (!guard || token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    setState(State::Open);
    co_return Result<void>();
}

void ScriptSession::adopt(std::shared_ptr<SqlSession> session)
{
    m_session = std::move(session);
    m_openedAt = QDateTime::currentDateTimeUtc();
    connect(m_session.get(), &SqlSession::propertiesChanged, this, &ScriptSession::settingsChanged);
    connect(m_session.get(), &SqlSession::lost, this, [this](const Error& why) {
        setState(State::Lost);
        Q_EMIT failed(why);
    });
}

void ScriptSession::drop()
{
    cancelAll();
    m_lifetime.cancel();
    if (m_session) {
        m_session->disconnect(this);
        closeDetached(std::exchange(m_session, nullptr));
    }
    m_connection.reset();
    m_openedAt = {};
    m_catalog.clear();
    m_database.clear();
    setState(State::None);
}

std::vector<StatementRun*> ScriptSession::run(const std::vector<ScriptStatement>& statements, const RunOptions& options)
{
    std::vector<StatementRun*> added;
    Sequence sequence;
    for (const ScriptStatement& statement : statements) {
        StatementRun* run = addRun(statement, options);
        added.push_back(run);
        sequence.emplace_back(run);
    }
    runSequence(std::move(sequence), options);
    return added;
}

StatementRun* ScriptSession::addRun(const ScriptStatement& statement, const RunOptions& options)
{
    auto* run = new StatementRun(statement, this);
    run->setStreaming(options.streaming);
    m_runs.push_back(run);
    connect(run, &StatementRun::changed, this, &ScriptSession::runChanged);
    connect(run->operation(), &Operation::finished, this, [this, run] { Q_EMIT runFinished(run); });
    Q_EMIT runAdded(run);
    return run;
}

QCoro::Task<void> ScriptSession::runSequence(Sequence sequence, RunOptions options)
{
    const QPointer guard(this);
    bool stopped = false;
    bool begun = false;
    for (const QPointer<StatementRun>& run : sequence) {
        if (!run || !run->isActive()) {
            stopped = stopped || (run && run->state() == RunState::Cancelled);
            continue;
        }
        if (stopped) {
            run->operation()->cancel();
            continue;
        }
        // The bar's mode holds for the sequence as a whole; a SET inside it may change it for what follows.
        const bool isFirst = !std::exchange(begun, true);
        const auto outcome = co_await execute(run, options, isFirst);
        if (!guard || !run) {
            co_return;
        }
        run->finish(outcome);
        stopped = run->state() == RunState::Cancelled || (run->state() == RunState::Failed && options.stopOnError);
        if (run->state() == RunState::Done && sql::changesSession(run->statement().kind)) {
            co_await readPlace();
        }
        if (!guard) {
            co_return;
        }
        if (run && run->state() == RunState::Done && changesCatalog(run->statement().kind)) {
            Q_EMIT catalogChanged();
        }
    }
}

QCoro::Task<Result<RunSummary>> ScriptSession::execute(QPointer<StatementRun> run, RunOptions options, bool isFirst)
{
    const QPointer guard(this);
    run->start();
    if (const auto opened = co_await open(); !opened) {
        co_return failure(opened.error());
    }
    if (!guard || !run) {
        co_return failure(Error::cancelled());
    }
    if (const auto refused = refusal(run->statement())) {
        co_return failure(*refused);
    }
    if (isFirst) {
        if (const auto done = co_await setMode(options.streaming); !done) {
            co_return failure(done.error());
        }
    }
    // Held by value: the tab may leave the session while the statement runs.
    const std::shared_ptr<SqlSession> session = guard ? m_session : nullptr;
    if (!session || !run || !run->isActive()) {
        co_return failure(Error::cancelled());
    }
    run->setStreaming(isStreaming());
    const ScriptStatement& statement = run->statement();
    RunRequest request{.statement = statement.text,
        .maxRows = sql::isQuery(statement.kind) ? options.rowCap : 0,
        .onInfo =
            [run](const RunInfo& info) {
                if (run) {
                    run->setInfo(info);
                }
            },
        .onProgress =
            [run](const RunProgress& progress) {
                if (run) {
                    run->operation()->setProgress(progress.done, progress.message);
                }
            },
        .onLog =
            [guard](const QString& lines) {
                if (guard) {
                    Q_EMIT guard->logged(lines);
                }
            }};
    co_return co_await session->run(std::move(request), run->store(), run->operation()->cancellation());
}

std::optional<Error> ScriptSession::refusal(const ScriptStatement& statement) const
{
    if (sql::isClientCommand(statement.kind)) {
        return Error{.kind = ErrorKind::Usage,
            .message = tr("%1 belongs to Flink's SQL client and means nothing to a gateway: leave it out.")
                           .arg(sql::toText(statement.kind))};
    }
    if (m_connection->profile().readOnly && !sql::isReadOnly(statement.kind)) {
        return Error{.kind = ErrorKind::Usage,
            .message = tr("%1 is read only, so %2 was not sent: change that in its form if you must.")
                           .arg(m_connection->profile().name, sql::toText(statement.kind))};
    }
    return std::nullopt;
}

QCoro::Task<Result<void>> ScriptSession::setMode(bool streaming)
{
    const auto session = m_session;
    const QString mode = modeText(streaming);
    if (!session || session->properties().value(s_modeKey, u"streaming"_s).toLower() == mode) {
        co_return {};
    }
    RunRequest request{.statement = u"SET '%1' = '%2'"_s.arg(s_modeKey, mode)};
    const auto done = co_await session->run(std::move(request), std::make_shared<ResultStore>(), m_lifetime.token());
    if (!done) {
        co_return failure(done.error());
    }
    co_return {};
}

QCoro::Task<void> ScriptSession::readPlace()
{
    const QPointer guard(this);
    if (m_session && !m_session->hasCurrentPlace()) {
        Q_EMIT settingsChanged();
        co_return;
    }
    const auto catalog = co_await scalar(u"SHOW CURRENT CATALOG"_s);
    if (!guard) {
        co_return;
    }
    const auto database = co_await scalar(u"SHOW CURRENT DATABASE"_s);
    if (!guard) {
        co_return;
    }
    m_catalog = catalog.value_or(QString());
    m_database = database.value_or(QString());
    Q_EMIT settingsChanged();
}

QCoro::Task<Result<QString>> ScriptSession::scalar(QString statement)
{
    const auto session = m_session;
    if (!session) {
        co_return failure(Error::cancelled());
    }
    const auto store = std::make_shared<ResultStore>();
    RunRequest request{.statement = std::move(statement)};
    const auto done = co_await session->run(std::move(request), store, m_lifetime.token());
    if (!done) {
        co_return failure(done.error());
    }
    const ResultSnapshot rows = store->snapshot();
    if (rows.rowCount() == 0 || rows.columnCount() == 0) {
        co_return failure(ErrorKind::Protocol, tr("The server answered without a value."));
    }
    co_return ValueFormatter(rows.schema()).text(0, rows.cell(0, 0));
}

void ScriptSession::cancelAll()
{
    // A copy: a finished run may be forgotten by whoever hears of it.
    const auto runs = m_runs;
    for (StatementRun* run : runs) {
        if (run->isActive()) {
            run->operation()->cancel();
        }
    }
}

void ScriptSession::forget(StatementRun* run)
{
    if (run->isActive() || std::erase(m_runs, run) == 0) {
        return;
    }
    Q_EMIT runRemoved(run);
    run->deleteLater();
}

QCoro::Task<Result<void>> ScriptSession::use(QString catalog, QString database)
{
    const QPointer guard(this);
    if (const auto opened = co_await open(); !opened || !guard) {
        co_return opened;
    }
    QString statement = u"USE CATALOG "_s + quotedName(catalog);
    if (!database.isEmpty()) {
        statement = u"USE "_s + quotedName(catalog) + u'.' + quotedName(database);
    }
    const auto session = m_session;
    RunRequest request{.statement = statement};
    const auto done = co_await session->run(std::move(request), std::make_shared<ResultStore>(), m_lifetime.token());
    if (!done) {
        co_return failure(done.error());
    }
    if (guard) {
        co_await readPlace();
    }
    co_return {};
}

QCoro::Task<Result<std::vector<CatalogEntry>>> ScriptSession::children(CatalogEntry parent)
{
    const QPointer guard(this);
    if (const auto opened = co_await open(); !opened) {
        co_return failure(opened.error());
    }
    if (!guard || !canBrowse()) {
        co_return failure(ErrorKind::Unsupported, tr("This connection shows no catalogs."));
    }
    // The connection is held so that its capability outlives the call.
    const auto connection = m_connection;
    co_return co_await connection->catalogBrowser()->children(m_session, std::move(parent), m_lifetime.token());
}

QCoro::Task<Result<QStringList>> ScriptSession::complete(QString statement, int offset)
{
    const auto session = m_session;
    if (!session || m_state != State::Open) {
        co_return QStringList();
    }
    co_return co_await session->complete(std::move(statement), offset, m_lifetime.token());
}

QCoro::Task<Result<Explanation>> ScriptSession::explain(QString statement, bool streaming, CancellationToken token)
{
    const QPointer guard(this);
    if (const auto opened = co_await open(); !opened) {
        co_return failure(opened.error());
    }
    if (!guard || !m_connection || !m_connection->planExplainer()) {
        co_return failure(ErrorKind::Unsupported, tr("This connection explains no SQL."));
    }
    if (const auto done = co_await setMode(streaming); !done) {
        co_return failure(done.error());
    }
    // Both are held: the tab may leave them while the server thinks.
    const auto connection = guard ? m_connection : nullptr;
    const auto session = guard ? m_session : nullptr;
    if (!connection || !session) {
        co_return failure(Error::cancelled());
    }
    co_return co_await connection->planExplainer()->explain(session, std::move(statement), std::move(token));
}

void ScriptSession::setState(State state)
{
    if (std::exchange(m_state, state) != state) {
        Q_EMIT stateChanged(state);
    }
}

} // namespace millrace
