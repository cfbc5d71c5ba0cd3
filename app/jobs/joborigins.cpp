// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/joborigins.h"

#include "app/editorcontroller.h"
#include "storage/historystore.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// Older runs than these have hardly a job left.
constexpr int s_historyRows = 1000;

/// Whether a statement leaves something in its session that later ones may need.
bool shapesSession(const StatementRun& run)
{
    return run.state() == RunState::Done && !run.info().isQuery && !run.info().hasContent && run.info().jobId.isEmpty();
}

/// All that the session was given before this run, and its statement.
QString scriptOf(const ScriptSession& session, const StatementRun& run)
{
    QString script;
    for (const StatementRun* earlier : session.runs()) {
        if (earlier == &run) {
            break;
        }
        if (shapesSession(*earlier)) {
            script += earlier->statement().text + u";\n"_s;
        }
    }
    return script + run.statement().text + u";\n"_s;
}

} // namespace

JobOrigins::JobOrigins(EditorController* editors, HistoryStore& history, QObject* parent)
    : QObject(parent), m_history(history)
{
    if (editors) {
        connect(editors, &EditorController::tabAdded, this, &JobOrigins::connectTab);
        for (ScriptTab* tab : editors->tabs()) {
            connectTab(tab);
        }
    }
}

void JobOrigins::connectTab(ScriptTab* tab)
{
    connect(
        tab->session(), &ScriptSession::runChanged, this, [this, tab](const StatementRun* run) { take(*tab, *run); });
}

void JobOrigins::take(const ScriptTab& tab, const StatementRun& run)
{
    const JobKey key{tab.session()->connectionId(), run.info().jobId};
    // A query's job lives as long as somebody looks at its rows: nobody starts that one again.
    if (key.isEmpty() || run.info().isQuery || m_scripts.contains(key)) {
        return;
    }
    m_statements.insert(key, run.statement().text);
    m_scripts.insert(key, scriptOf(*tab.session(), run));
    Q_EMIT found(key, run.statement().text);
}

void JobOrigins::load(const QString& connectionId)
{
    if (m_loaded.contains(connectionId)) {
        return;
    }
    m_loaded.insert(connectionId);
    const auto page = m_history.page({.connectionId = connectionId}, 0, s_historyRows);
    if (!page) {
        return; // the marks are a help; that the history cannot be read is said where it is shown
    }
    for (const HistoryEntry& entry : *page) {
        const JobKey key{connectionId, entry.jobId};
        if (!key.isEmpty() && !m_statements.contains(key)) {
            m_statements.insert(key, entry.statement);
            Q_EMIT found(key, entry.statement);
        }
    }
}

void JobOrigins::add(const JobKey& key, const QString& sql)
{
    m_statements.insert(key, sql);
    m_scripts.insert(key, sql);
    Q_EMIT found(key, sql);
}

QString JobOrigins::statement(const JobKey& key) const
{
    return m_statements.value(key);
}

QString JobOrigins::script(const JobKey& key) const
{
    const QString script = m_scripts.value(key);
    return script.isEmpty() ? m_statements.value(key) : script;
}

} // namespace millrace
