// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scripttab.h"

#include "app/connectionpool.h"
#include "core/jobsubmission.h"
#include "models/humantext.h"
#include "models/problemsmodel.h"
#include "storage/connectionstore.h"
#include "widgets/common/humanize.h"
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

QStringList names(const std::vector<CatalogEntry>& entries)
{
    QStringList names;
    for (const CatalogEntry& entry : entries) {
        names << entry.path.last();
    }
    return names;
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

QString ScriptTab::note(const StatementRun& run) const
{
    const Operation& operation = *run.operation();
    switch (run.state()) {
    case RunState::Running:
        if (const QString progress = run.progressText(); !progress.isEmpty()) {
            return tr("running %1 · %2").arg(shortClockText(operation.elapsedMs()), progress);
        }
        return run.info().isQuery ? tr("running %1 · %n row(s)", nullptr, static_cast<int>(run.rowCount()))
                                        .arg(shortClockText(operation.elapsedMs()))
                                  : tr("running %1").arg(shortClockText(operation.elapsedMs()));
    case RunState::Cancelling:
        return tr("cancelling %1").arg(shortClockText(operation.elapsedMs()));
    case RunState::Queued:
        return tr("waiting");
    case RunState::Cancelled:
        if (!operation.startedAt().isValid()) {
            return tr("cancelled before it began");
        }
        return tr("cancelled after %1").arg(durationText(operation.elapsedMs()));
    case RunState::Failed:
        return operation.error() ? operation.error()->message : QString();
    case RunState::Done:
        return run.isCapped() ? tr("stopped at the row cap of %1").arg(countText(m_target.rowCap)) : QString();
    case RunState::NotRun:
        break;
    }
    return {};
}

void ScriptTab::mark(StatementRun* run)
{
    if (const auto id = m_marks.constFind(run); id != m_marks.constEnd()) {
        editor()->updateMark(*id, run->state(), note(*run));
        Q_EMIT statementsChanged();
    }
}

StatementRun* ScriptTab::runOfStatement(int index) const
{
    const auto it = std::ranges::find_if(m_session->runs(), [this, index](StatementRun* run) {
        const auto id = m_marks.constFind(run);
        return id != m_marks.constEnd() && editor()->statementOfMark(*id) == index;
    });
    return it == m_session->runs().end() ? nullptr : *it;
}

void ScriptTab::updateClock()
{
    for (StatementRun* run : m_session->runs()) {
        if (run->isActive()) {
            mark(run);
        }
    }
    if (m_session->activeRuns() == 0) {
        m_clock.stop();
    }
}

void ScriptTab::runEnded(StatementRun* run)
{
    mark(run);
    setProblem(run);
    refreshRunBar();
    Q_EMIT tabInfoChanged();
}

void ScriptTab::setProblem(StatementRun* run)
{
    const auto error = run ? run->error() : std::nullopt;
    if (error) {
        const TextPosition begin = run->statement().begin;
        m_problemOfRun.insert(run,
            {.documentId = m_id,
                .file = m_page->title(),
                .origin = ProblemOrigin::Engine,
                .message = error->message,
                .range = error->range.value_or(TextRange{begin, begin}),
                .statementKind = isSql(editor()->scriptLanguage()) ? sql::toText(run->statement().kind)
                                                                   : languageName(editor()->scriptLanguage()),
                .foundBy = m_session->server().section(u' ', 0, 0),
                .foundAt = QDateTime::currentDateTimeUtc(),
                .stack = error->detail});
    }
    m_problems.clear();
    std::ranges::copy(m_problemOfRun, std::back_inserter(m_problems));
    if (m_jobProblem) {
        m_problems.push_back(*m_jobProblem);
    }
    editor()->setProblems(m_problems);
    Q_EMIT problemsChanged();
}

void ScriptTab::setJobProblem(const std::optional<Error>& error, const QString& foundBy)
{
    m_jobProblem.reset();
    if (error) {
        m_jobProblem = Problem{.documentId = m_id,
            .file = m_page->title(),
            .origin = ProblemOrigin::Engine,
            .message = error->message,
            .range = error->range.value_or(TextRange{{1, 1}, {1, 1}}),
            .statementKind = languageName(editor()->scriptLanguage()),
            .foundBy = foundBy,
            .foundAt = QDateTime::currentDateTimeUtc(),
            .stack = error->detail};
    }
    setProblem(nullptr);
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

QCoro::Task<void> ScriptTab::listCatalogs()
{
    const QPointer guard(this);
    if (m_session->state() != ScriptSession::State::Open || !m_session->hasPlace() || !m_session->canBrowse()) {
        co_return;
    }
    const auto catalogs = co_await m_session->children({});
    if (!guard || !catalogs) {
        co_return;
    }
    std::vector<CatalogEntry> onlyCatalogs = *catalogs;
    std::erase_if(onlyCatalogs, [](const CatalogEntry& entry) { return entry.kind != CatalogEntryKind::Catalog; });
    m_catalogs = names(onlyCatalogs);
    const CatalogEntry current{.kind = CatalogEntryKind::Catalog, .path = {m_session->catalog()}};
    const auto databases = co_await m_session->children(current);
    if (!guard) {
        co_return;
    }
    if (databases) {
        m_databases = names(*databases);
    }
    refreshRunBar();
}

QCoro::Task<void> ScriptTab::chooseCatalog(QString catalog, QString database)
{
    const QPointer guard(this);
    const auto done = co_await m_session->use(catalog, database);
    if (!guard) {
        co_return;
    }
    if (!done) {
        m_page->messageBar()->showError(done.error());
    }
    refreshRunBar();
    co_await listCatalogs();
}

QCoro::Task<void> ScriptTab::answerCompletion(CompletionRequest request)
{
    const QPointer guard(this);
    std::vector<CompletionItem> items;
    const std::shared_ptr<Connection> connection = plainConnection();
    JobSubmission* submission = connection ? connection->jobSubmission() : nullptr;
    if (submission && (submits() || !isSql(editor()->scriptLanguage()))) {
        const auto words = submission->words(request.statement, request.offset, m_page->title());
        for (const JobWord& word : words) {
            items.push_back({.text = word.text,
                .kind = CompletionKind::Option,
                .detail = word.detail,
                .documentation = word.documentation,
                .insert = word.insert});
        }
        editor()->setCompletions(request.generation, items);
        co_return;
    }
    const auto candidates = co_await m_session->complete(request.statement, request.offset);
    if (!guard || !m_page) {
        co_return;
    }
    for (const QString& candidate : candidates.value_or(QStringList())) {
        items.push_back({.text = candidate, .kind = CompletionKind::Name});
    }
    editor()->setCompletions(request.generation, items);
}

} // namespace millrace
