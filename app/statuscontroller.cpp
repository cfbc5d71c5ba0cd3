// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statuscontroller.h"

#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "app/resultscontroller.h"
#include "app/services.h"
#include "models/humantext.h"
#include "models/problemsmodel.h"
#include "results/resultstore.h"
#include "sql/outline.h"
#include "storage/connectionstore.h"
#include "widgets/common/humanize.h"
#include "widgets/editor/editordocument.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/statementlist.h"
#include "widgets/panels/statusbar.h"
#include "widgets/results/resultspane.h"

#include <QTimeZone>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_clockMs = 1000;
constexpr int s_soonMs = 50;
/// More statements than this are not listed: nobody reads them, and each keystroke would pay for them.
constexpr int s_mostListed = 2000;

StatusBarState::Session sessionState(ScriptSession::State state)
{
    switch (state) {
    case ScriptSession::State::None:
        return StatusBarState::Session::None;
    case ScriptSession::State::Opening:
        return StatusBarState::Session::Opening;
    case ScriptSession::State::Open:
        return StatusBarState::Session::Open;
    case ScriptSession::State::Lost:
        return StatusBarState::Session::Lost;
    }
    return StatusBarState::Session::None;
}

QString timeOf(const StatementRun& run)
{
    const qint64 elapsed = run.operation()->elapsedMs();
    switch (run.state()) {
    case RunState::Running:
    case RunState::Cancelling:
        return shortClockText(elapsed);
    case RunState::Done:
    case RunState::Cancelled:
        return durationText(elapsed);
    default:
        return {};
    }
}

} // namespace

StatusController::StatusController(MainWindow& window, EditorController& editors, ResultsController& results,
    StatusBar& statusBar, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_results(results), m_statusBar(statusBar),
      m_services(services), m_statements(new StatementList)
{
    m_window.setSideFoot(m_statements);
    m_window.setStatusLine(&m_statusBar);
    connect(m_statements, &StatementList::statementChosen, this, [this](int row) {
        if (const ScriptTab* tab = m_editors.current()) {
            tab->editor()->goToStatement(row);
            tab->editor()->setFocus();
        }
    });
    connect(&m_editors, &EditorController::tabAdded, this, &StatusController::connectTab);
    connect(&m_editors, &EditorController::currentChanged, this, &StatusController::refreshSoon);
    connect(&m_editors, &EditorController::tabRemoved, this, &StatusController::refreshSoon);
    connect(&m_results, &ResultsController::statusChanged, this, &StatusController::refreshSoon);
    connect(m_services.connections.get(), &ConnectionStore::changed, this, &StatusController::refreshSoon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(s_soonMs);
    connect(&m_soon, &QTimer::timeout, this, &StatusController::refresh);
    m_clock.setInterval(s_clockMs);
    connect(&m_clock, &QTimer::timeout, this, &StatusController::refreshSoon);
    m_clock.start();
    refreshSoon();
}

void StatusController::refreshSoon()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void StatusController::setPageParts(const QStringList& parts)
{
    if (m_pageParts != parts) {
        m_pageParts = parts;
        refreshSoon();
    }
}

void StatusController::connectTab(ScriptTab* tab)
{
    connect(tab, &ScriptTab::statementsChanged, this, &StatusController::refreshSoon);
    connect(tab, &ScriptTab::runBarChanged, this, &StatusController::refreshSoon);
    connect(tab, &ScriptTab::tabInfoChanged, this, &StatusController::refreshSoon);
    connect(tab->editor(), &SqlEditor::currentStatementChanged, this, &StatusController::refreshSoon);
    connect(tab->editor(), &CodeEditor::caretMoved, this, &StatusController::refreshSoon);
}

void StatusController::refresh()
{
    StatusBarState state;
    const ScriptTab* tab = m_editors.current();
    state.page = m_pageParts;
    if (tab && m_pageParts.isEmpty()) {
        describeSession(state, *tab);
        describeEditor(state, *tab);
        describeResult(state);
    }
    if (state.timeZone.isEmpty()) {
        state.timeZone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    }
    m_statusBar.setState(state);
    m_window.setWindowTitle(tab ? tab->page()->title() + u" — Millrace"_s : u"Millrace"_s);
    refreshStatements();
}

void StatusController::describeSession(StatusBarState& state, const ScriptTab& tab) const
{
    if (const auto profile = m_services.connections->find(tab.target().connectionId)) {
        state.connectionName = profile->name;
        state.environment = profile->environment;
    }
    const ScriptSession& session = *tab.session();
    state.session = sessionState(session.state());
    state.sessionMs = session.openedAt().isValid() ? session.openedAt().msecsTo(QDateTime::currentDateTimeUtc()) : 0;
    state.catalog = session.catalog();
    state.database = session.database();
    const bool hasPlace = tab.page()->runBar()->state().hasPlace;
    state.server = hasPlace ? QString() : session.server();
    if (!tab.submits() && hasPlace) { // else the job says it, or there is none
        state.mode =
            tab.target().streaming ? StatusBarState::RuntimeMode::Streaming : StatusBarState::RuntimeMode::Batch;
    }
    for (const StatementRun* run : session.runs()) {
        if (run->isActive() && run->state() != RunState::Queued) {
            ++state.running;
            state.runningMs = std::max(state.runningMs, run->operation()->elapsedMs());
        }
        state.memoryBytes = std::max<qint64>(state.memoryBytes, 0) + run->store()->memoryBytes();
    }
    const QString zone = session.timeZone();
    state.timeZone = zone == "default"_L1 ? QString() : zone;
}

void StatusController::describeEditor(StatusBarState& state, const ScriptTab& tab) const
{
    const TextFormat& format = tab.page()->document()->format();
    const TextPosition caret = tab.editor()->caretPosition();
    const ProblemCounts problems = m_results.problems().counts(tab.id());
    state.encoding = encodingName(format);
    state.lineEnd = lineEndName(format.lineEnd);
    state.line = caret.line;
    state.column = caret.column;
    state.errors = problems.errors;
    state.warnings = problems.warnings;
}

void StatusController::describeResult(StatusBarState& state) const
{
    const ResultsPane* pane = m_results.currentPane();
    const RunResultView* result = pane ? pane->result(pane->currentResult()) : nullptr;
    if (!result || !result->store) {
        return;
    }
    state.rows = result->store->rowCount();
    state.rowsAreChanges = result->streaming;
    state.selection = pane->selection().text();
}

void StatusController::refreshStatements()
{
    const ScriptTab* tab = m_editors.current();
    std::vector<StatementRow> rows;
    if (tab && !isSql(tab->editor()->scriptLanguage())) {
        // one piece, however long: its text is not read for a title
        const StatementRun* run = tab->runOfStatement(0);
        if (tab->editor()->statementCount() > 0) {
            rows.push_back({.title = tr("The whole text"),
                .line = tab->editor()->firstLine(0),
                .state = run ? run->state() : RunState::NotRun,
                .time = run ? timeOf(*run) : QString()});
        }
    } else if (tab) {
        const int count = std::min(tab->editor()->statementCount(), s_mostListed);
        rows.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            const StatementRun* run = tab->runOfStatement(i);
            rows.push_back({.title = sql::shortTitle(tab->editor()->statement(i).text),
                .line = tab->editor()->firstLine(i),
                .state = run ? run->state() : RunState::NotRun,
                .time = run ? timeOf(*run) : QString()});
        }
    }
    m_statements->setVisible(tab);
    m_statements->setRows(std::move(rows));
    m_statements->setCurrent(tab ? tab->editor()->currentStatement() : -1);
}

} // namespace millrace
