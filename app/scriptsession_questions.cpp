// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the session beside the runs of the script: its mode, its place, names, plans.
#include "app/scriptsession.h"

#include "core/planexplainer.h"
#include "results/resultstore.h"
#include "results/valueformat.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_modeKey = "execution.runtime-mode"_L1;

QString quotedName(const QString& name)
{
    QString escaped = name;
    return u'`' + escaped.replace(u'`', u"``"_s) + u'`';
}

} // namespace

QCoro::Task<Result<void>> ScriptSession::setMode(bool streaming)
{
    const auto session = m_session;
    const QString mode = streaming ? u"streaming"_s : u"batch"_s;
    // Where every statement is a job of its own, a SET would be one too, and change nothing for the next.
    if (!session || !session->hasCurrentPlace()
        || session->properties().value(s_modeKey, u"streaming"_s).toLower() == mode) {
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

} // namespace millrace
