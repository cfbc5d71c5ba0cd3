// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scriptsession.h"

#include "app/connectionpool.h"
#include "results/resultstore.h"

#include <QCoroSignal>

#include <algorithm>
#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_modeKey = "execution.runtime-mode"_L1;

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
    if (m_session && !m_session->hasCurrentPlace()) {
        return false; // each statement is a job of its own, and what it brings is a result and no changelog
    }
    return !m_session || m_session->properties().value(s_modeKey).compare("batch"_L1, Qt::CaseInsensitive) != 0;
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
    leave();
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
    leave();
    Q_EMIT settingsChanged();
}

void ScriptSession::renew()
{
    leave();
}

QCoro::Task<void> ScriptSession::close()
{
    const std::shared_ptr<SqlSession> session = m_session;
    letRunsGo();
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
    letRunsGo();
    cancelAll();
    m_lifetime.cancel();
    if (m_session) {
        m_session->disconnect(this);
        closeDetached(std::exchange(m_session, nullptr));
    }
    forgetPlace();
}

void ScriptSession::forgetPlace()
{
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
    const auto refused = run->resumedJob().isEmpty() ? refusal(run->statement()) : std::nullopt;
    if (refused) {
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
    RunRequest request = requestFor(run, options);
    const CancellationToken token = run->operation()->cancellation();
    run->setSession(session);
    if (!run->resumedJob().isEmpty()) {
        co_return co_await watchAgain(run, session, std::move(request));
    }
    co_return co_await session->run(std::move(request), run->store(), token);
}

RunRequest ScriptSession::requestFor(QPointer<StatementRun> run, const RunOptions& options)
{
    const QPointer guard(this);
    const ScriptStatement& statement = run->statement();
    return {.statement = statement.text,
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
                    run->setProgress(progress);
                }
            },
        .onNextResult = [run](int number) -> std::shared_ptr<ResultSink> {
            return run ? run->addStore(number) : nullptr;
        },
        .onLog =
            [guard](const QString& lines) {
                if (guard) {
                    Q_EMIT guard->logged(lines);
                }
            }};
}

std::optional<Error> ScriptSession::refusal(const ScriptStatement& statement) const
{
    if (sql::isClientCommand(statement.kind)) {
        return Error{.kind = ErrorKind::Usage,
            .message = tr("%1 belongs to Flink's SQL client and means nothing to a gateway: leave it out.")
                           .arg(sql::toText(statement.kind))};
    }
    if (m_connection->profile().readOnly && !sql::isReadOnly(statement.kind)) {
        const QString name = m_connection->profile().name;
        return Error{.kind = ErrorKind::Usage,
            .message = statement.kind == sql::StatementKind::Unknown
                ? tr("%1 is read only, and nobody knows what this text does, so it was not sent: change that in its "
                     "form if you must.")
                      .arg(name)
                : tr("%1 is read only, so %2 was not sent: change that in its form if you must.")
                      .arg(name, sql::toText(statement.kind))};
    }
    return std::nullopt;
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

void ScriptSession::setState(State state)
{
    if (std::exchange(m_state, state) != state) {
        Q_EMIT stateChanged(state);
    }
}

} // namespace millrace
