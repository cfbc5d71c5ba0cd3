// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scripttab.h"

#include "app/connectionpool.h"
#include "core/jobsubmission.h"
#include "models/problemsmodel.h"
#include "storage/connectionstore.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/codescan.h"
#include "widgets/editor/editordocument.h"
#include "widgets/editor/editorpage.h"

#include <QFileInfo>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// The clock at a running statement; its rows come at the same pace.
constexpr int s_clockMs = 500;

std::vector<ScriptStatement> toScript(const std::vector<SqlEditor::StatementText>& statements)
{
    std::vector<ScriptStatement> script;
    script.reserve(statements.size());
    for (const auto& statement : statements) {
        script.push_back(
            {.text = statement.text, .kind = statement.kind, .begin = statement.begin, .index = statement.index});
    }
    return script;
}

} // namespace

ScriptTab::ScriptTab(const ConnectionStore& connections, ConnectionPool& pool, QObject* parent)
    : QObject(parent), m_connections(connections), m_pool(pool),
      m_id(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_page(new EditorPage),
      m_session(new ScriptSession(pool, this))
{
    connectRunBar();
    connectSession();
    connectEditor();
    m_clock.setInterval(s_clockMs);
    connect(&m_clock, &QTimer::timeout, this, &ScriptTab::updateClock);
    m_languageLater.setSingleShot(true);
    m_languageLater.setInterval(0);
    connect(&m_languageLater, &QTimer::timeout, this, &ScriptTab::updateLanguage);
    refreshRunBar();
}

ScriptTab::~ScriptTab()
{
    m_session->disconnect(this);
    if (m_page && !m_page->parent()) {
        delete m_page;
    }
}

SqlEditor* ScriptTab::editor() const
{
    return m_page->editor();
}

std::optional<ConnectionProfile> ScriptTab::profile() const
{
    return m_connections.find(m_target.connectionId);
}

void ScriptTab::connectRunBar()
{
    RunBar* bar = m_page->runBar();
    connect(bar, &RunBar::runRequested, this, &ScriptTab::runCurrent);
    connect(bar, &RunBar::cancelRequested, this, &ScriptTab::cancel);
    connect(bar, &RunBar::connectionChosen, this, &ScriptTab::setConnection);
    connect(bar, &RunBar::catalogChosen, this, [this](const QString& catalog) { chooseCatalog(catalog, {}); });
    connect(bar, &RunBar::databaseChosen, this,
        [this](const QString& database) { chooseCatalog(m_session->catalog(), database); });
    connect(bar, &RunBar::streamingChosen, this, [this](bool streaming) {
        m_target.streaming = streaming;
        refreshRunBar();
        Q_EMIT targetChanged();
    });
    connect(bar, &RunBar::sessionRequested, this, &ScriptTab::sessionRequested);
    connect(bar, &RunBar::rowCapChosen, this, [this](qint64 rows) {
        m_target.rowCap = rows;
        refreshRunBar();
        Q_EMIT targetChanged();
    });
}

void ScriptTab::connectSession()
{
    connect(m_session, &ScriptSession::stateChanged, this, [this](ScriptSession::State state) {
        if (state == ScriptSession::State::Open) {
            if (m_leftRuns.empty()) {
                m_page->messageBar()->clear();
            }
            listCatalogs();
        }
        refreshRunBar();
    });
    connect(m_session, &ScriptSession::settingsChanged, this, [this] {
        // A SET in the script moves the switch, so that the next run does not undo it.
        if (m_session->state() == ScriptSession::State::Open && m_session->hasPlace()) {
            m_target.streaming = m_session->isStreaming();
        }
        m_languageLater.start();
        refreshRunBar();
        Q_EMIT targetChanged();
    });
    connect(m_session, &ScriptSession::catalogChanged, this, &ScriptTab::listCatalogs);
    connect(m_session, &ScriptSession::failed, this, &ScriptTab::showSessionError);
    connect(m_session, &ScriptSession::runChanged, this, &ScriptTab::mark);
    connect(m_session, &ScriptSession::runChanged, this, &ScriptTab::targetChanged);
    connect(m_session, &ScriptSession::runFinished, this, &ScriptTab::runEnded);
    connect(m_session, &ScriptSession::runRemoved, this, [this](StatementRun* run) {
        m_marks.remove(run);
        m_problemOfRun.remove(run);
    });
    connect(m_page->messageBar(), &MessageBar::actionTriggered, this, [this](const QString& id) {
        m_page->messageBar()->clear();
        if (id == "watchAgain"_L1) {
            watchAgain();
            return;
        }
        if (id == "newSession"_L1) {
            m_session->renew();
        }
        m_session->open();
    });
}

void ScriptTab::connectEditor()
{
    connect(editor(), &SqlEditor::statementRunRequested, this, &ScriptTab::runStatement);
    connect(editor(), &SqlEditor::statementsChanged, this, &ScriptTab::statementsChanged);
    connect(editor(), &SqlEditor::statementsChanged, this, &ScriptTab::refreshRunBar);
    connect(editor(), &SqlEditor::currentStatementChanged, this, &ScriptTab::refreshRunBar);
    connect(editor(), &SqlEditor::completionRequested, this, &ScriptTab::answerCompletion);
    connect(m_page, &EditorPage::titleChanged, this, [this] {
        // at once where the name says it: a large file need not be read as SQL first
        if (const auto language = languageOfSuffix(QFileInfo(m_page->title()).suffix())) {
            editor()->setLanguage(*language);
        }
        m_languageLater.start();
        Q_EMIT tabInfoChanged();
    });
    connect(m_page, &EditorPage::modifiedChanged, this, &ScriptTab::tabInfoChanged);
}

void ScriptTab::setTarget(const Target& target)
{
    m_target = target;
    m_session->setConnection(target.connectionId);
    const auto chosen = profile();
    m_page->setEnvironment(chosen ? std::optional(chosen->environment) : std::nullopt);
    m_languageLater.start();
    refreshRunBar();
    Q_EMIT tabInfoChanged();
    Q_EMIT targetChanged();
}

std::shared_ptr<Connection> ScriptTab::plainConnection() const
{
    const auto chosen = profile();
    if (chosen != m_plainProfile) {
        m_plainProfile = chosen;
        m_plain = chosen ? m_pool.unsaved(*chosen, {}).value_or(nullptr) : nullptr;
    }
    return m_plain;
}

void ScriptTab::updateLanguage()
{
    const auto bySuffix = languageOfSuffix(QFileInfo(m_page->title()).suffix());
    const std::shared_ptr<Connection> connection = plainConnection();
    SqlExecution* execution = connection ? connection->sqlExecution() : nullptr;
    const ScriptLanguage byConnection =
        execution ? execution->language(m_session->options()) : ScriptLanguage::FlinkSql;
    editor()->setLanguage(bySuffix.value_or(byConnection));
    refreshRunBar();
}

bool ScriptTab::submits() const
{
    return m_plain && m_plain->jobSubmission() && !m_plain->sqlExecution();
}

void ScriptTab::setConnection(const QString& connectionId)
{
    Target target = m_target;
    target.connectionId = connectionId;
    m_catalogs.clear();
    m_databases.clear();
    m_page->messageBar()->clear();
    setTarget(target);
}

EditorTabInfo ScriptTab::tabInfo() const
{
    const QString path = m_page->document()->path();
    return {.title = m_page->title(),
        .toolTip = path.isEmpty() ? m_page->title() : path,
        .environment = m_page->environment(),
        .modified = m_page->isModified(),
        .running = m_session->activeRuns() > 0};
}

void ScriptTab::runCurrent()
{
    if (submits()) {
        Q_EMIT submitRequested();
        return;
    }
    const auto selected = editor()->selectedStatements();
    if (!selected.empty()) {
        run(selected);
    } else if (const int current = editor()->currentStatement(); current >= 0) {
        runStatement(current);
    }
}

void ScriptTab::runStatement(int index)
{
    if (submits()) {
        Q_EMIT submitRequested();
    } else {
        run({editor()->statement(index)});
    }
}

void ScriptTab::runScript()
{
    if (submits()) {
        Q_EMIT submitRequested();
    } else {
        run(editor()->allStatements());
    }
}

void ScriptTab::runText(const QString& statement)
{
    m_session->run({{.text = statement, .kind = sql::kindOf(statement)}},
        {.streaming = m_target.streaming, .rowCap = m_target.rowCap});
}

void ScriptTab::run(const std::vector<SqlEditor::StatementText>& statements)
{
    if (statements.empty() || !m_page->runBar()->state().canRun) {
        return;
    }
    const auto script = toScript(statements);
    for (const auto& statement : script) {
        // The same statement again takes the place of its last run: what that said about it is over.
        for (StatementRun* old : m_marks.keys()) {
            const int place = editor()->statementOfMark(m_marks.value(old)); // -1: its text is gone
            if (!old->isActive() && (place == statement.index || place < 0)) {
                m_marks.remove(old);
                m_problemOfRun.remove(old);
            }
        }
    }
    const auto runs = m_session->run(script, {.streaming = m_target.streaming, .rowCap = m_target.rowCap});
    for (StatementRun* run : runs) {
        if (run->statement().index >= 0) {
            m_marks.insert(run, editor()->markStatement(run->statement().index, run->state()));
        }
        mark(run);
    }
    m_jobProblem.reset(); // of a text that may be another one by now
    setProblem(nullptr);
    m_clock.start();
    refreshRunBar();
    Q_EMIT tabInfoChanged();
}

void ScriptTab::cancel()
{
    m_session->cancelAll();
}

void ScriptTab::showSessionError(const Error& error)
{
    if (m_session->state() == ScriptSession::State::Lost) {
        m_page->messageBar()->showError(error, {{u"newSession"_s, tr("New session")}});
    } else {
        m_page->messageBar()->showError(error, {{u"retry"_s, tr("Try again")}});
    }
}

void ScriptTab::refreshRunBar()
{
    RunBarState state;
    for (const ConnectionProfile& profile : m_connections.all()) {
        state.connections.push_back({profile.id, profile.name, profile.environment, profile.system});
    }
    const bool isOpen = m_session->state() == ScriptSession::State::Open;
    const int active = m_session->activeRuns();
    state.connection = m_target.connectionId;
    state.catalogs = m_catalogs;
    state.catalog = m_session->catalog();
    state.databases = m_databases;
    state.database = m_session->database();
    state.canChooseCatalog = isOpen;
    state.streaming = m_target.streaming;
    state.rowCap = m_target.rowCap;
    const ScriptLanguage language = editor()->scriptLanguage();
    const bool isData = language == ScriptLanguage::Json || language == ScriptLanguage::Hocon;
    state.submits = submits();
    state.session = sessionText();
    state.hasPlace = state.session.isEmpty();
    state.explains = !m_plain || m_plain->planExplainer();
    state.language = isSql(language) ? QString() : languageName(language);
    state.canRun = profile().has_value() && editor()->statementCount() > 0 && (state.submits || !isData);
    if (!profile()) {
        state.runReason = tr("Choose a connection first.");
    } else if (editor()->statementCount() == 0) {
        state.runReason =
            state.submits ? tr("There is no text to submit yet.") : tr("There is no statement to run yet.");
    } else if (!state.canRun) {
        state.runReason =
            tr("%1 does not run %2: choose a connection that takes it as a job.").arg(profile()->name, state.language);
    }
    state.canCancel = active > 0;
    // What only waits for its turn is not being cancelled by itself.
    const bool isCancelled = std::ranges::any_of(
        m_session->runs(), [](const StatementRun* run) { return run->state() == RunState::Cancelling; });
    state.cancelling = isCancelled && std::ranges::all_of(m_session->runs(), [](const StatementRun* run) {
        return !run->isActive() || run->state() == RunState::Cancelling || run->state() == RunState::Queued;
    });
    m_page->runBar()->setState(state);
    Q_EMIT runBarChanged();
}

} // namespace millrace
