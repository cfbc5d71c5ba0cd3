// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resultscontroller.h"

#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "models/problemsmodel.h"
#include "results/resultstore.h"
#include "widgets/editor/editorpage.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/problemsview.h"
#include "widgets/results/resultspane.h"

#include <QAction>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// Results that were not pinned and are older than this many are dropped when a new one comes.
constexpr int s_keptResults = 20;

RunResultView viewOf(const StatementRun& run, const ScriptTab& tab)
{
    const bool hasRows = run.info().isQuery || run.info().hasContent || run.rowCount() > 0;
    return {.id = run.id(),
        .title = run.title(),
        .number = run.statement().index + 1,
        .part = run.furtherStores().empty() ? 0 : 1,
        .after = {},
        .statement = run.statement().text,
        .state = run.state(),
        .store = hasRows ? run.store() : nullptr,
        .isQuery = run.info().isQuery,
        .streaming = run.isStreaming() && run.info().isQuery,
        .cap = run.info().isQuery && sql::isQuery(run.statement().kind) ? tab.target().rowCap : 0,
        .capped = run.isCapped(),
        .elapsedMs = run.operation()->startedAt().isValid() ? run.operation()->elapsedMs() : -1,
        .jobId = run.info().jobId,
        .error = run.error()};
}

/// Further results of a run have its id and their number for theirs: "id:2".
QString idOf(const StatementRun& run, int part)
{
    return part < 2 ? run.id() : run.id() + u':' + QString::number(part);
}

int partOf(const QString& resultId)
{
    return std::max(1, resultId.section(u':', 1).toInt());
}

/// A result after the first: what it has of its own is its rows.
RunResultView viewOfPart(const StatementRun& run, const ScriptTab& tab, int part, const QString& after)
{
    RunResultView view = viewOf(run, tab);
    view.id = idOf(run, part);
    view.part = part;
    view.after = after;
    view.store = run.furtherStores().at(part);
    view.capped = view.cap > 0 && run.isCapped() && view.store->rowCount() >= view.cap;
    view.error.reset(); // stands at the first one
    view.state = run.isActive() ? run.state() : RunState::Done;
    return view;
}

StatementRun* runById(const ScriptTab& tab, const QString& resultId)
{
    const QString id = resultId.section(u':', 0, 0);
    const auto& runs = tab.session()->runs();
    const auto it = std::ranges::find_if(runs, [&id](const StatementRun* run) { return run->id() == id; });
    return it == runs.end() ? nullptr : *it;
}

/// Whether the pane still shows anything of the run.
bool isShown(const ResultsPane& pane, const StatementRun& run)
{
    return std::ranges::any_of(pane.resultIds(), [&](const QString& id) { return id.section(u':', 0, 0) == run.id(); });
}

} // namespace

ResultsController::ResultsController(MainWindow& window, EditorController& editors, BottomDock& dock, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_dock(dock), m_problems(new ProblemsModel(this))
{
    m_dock.problems()->setModel(m_problems);
    connect(m_dock.problems(), &ProblemsView::problemActivated, this, &ResultsController::goTo);
    connect(m_problems, &ProblemsModel::countsChanged, this, [this] {
        m_dock.setBadge(BottomDock::Tab::Problems, m_problems->counts().total(), m_problems->counts().errors > 0);
        Q_EMIT statusChanged();
    });
    connect(&m_dock, &BottomDock::closeRequested, this, [this] { m_window.setBottomDockShown(false); });
    connect(&m_editors, &EditorController::tabAdded, this, &ResultsController::addTab);
    connect(&m_editors, &EditorController::tabRemoved, this, &ResultsController::removeTab);
    connect(&m_editors, &EditorController::currentChanged, this, &ResultsController::showTab);
    connectActions();
}

ResultsController::~ResultsController()
{
    // The pane in front belongs to the dock, the others to nobody but us.
    m_dock.setResultsPane(nullptr);
    qDeleteAll(m_panes);
}

void ResultsController::connectActions()
{
    const ActionRegistry& actions = m_window.actions();
    connect(actions.action("view.results"_L1), &QAction::triggered, this,
        [this] { m_window.setBottomDockShown(!m_window.isBottomDockShown()); });
    connect(actions.action("view.record"_L1), &QAction::triggered, this, [this] {
        if (ResultsPane* pane = currentPane()) {
            pane->toggleRecord();
        }
    });
    connect(actions.action("run.pause"_L1), &QAction::triggered, this, [this] {
        if (ResultsPane* pane = currentPane()) {
            pane->togglePause();
        }
    });
    connect(actions.action("edit.nextProblem"_L1), &QAction::triggered, this, &ResultsController::goToNextProblem);
}

ResultsPane* ResultsController::currentPane() const
{
    return m_panes.value(m_editors.current());
}

void ResultsController::addTab(ScriptTab* tab)
{
    auto* pane = new ResultsPane;
    m_panes.insert(tab, pane);
    connectPane(tab, pane);
    connect(tab->session(), &ScriptSession::runAdded, this, [this, tab](StatementRun* run) { runAdded(tab, run); });
    connect(tab->session(), &ScriptSession::runChanged, this, [this, tab](StatementRun* run) { runChanged(tab, run); });
    connect(
        tab->session(), &ScriptSession::runFinished, this, [this, tab](StatementRun* run) { runFinished(tab, run); });
    connect(tab, &ScriptTab::problemsChanged, this, [this, tab] { refreshProblems(tab); });
    connect(tab, &ScriptTab::tabInfoChanged, this,
        [this, tab] { m_problems->renameDocument(tab->id(), tab->page()->title()); });
}

void ResultsController::connectPane(ScriptTab* tab, ResultsPane* pane)
{
    connect(pane, &ResultsPane::resultClosed, this, [tab, pane](const QString& id) {
        StatementRun* run = runById(*tab, id);
        if (run && isShown(*pane, *run)) {
            run->dropStore(partOf(id)); // the others of the run stay
        } else if (run) {
            run->operation()->cancel();
            tab->session()->forget(run);
        }
    });
    connect(pane, &ResultsPane::cancelRequested, this, [tab](const QString& id) {
        if (StatementRun* run = runById(*tab, id)) {
            run->operation()->cancel();
        }
    });
    connect(pane, &ResultsPane::rerunRequested, this, [tab](const QString& id) {
        if (const StatementRun* run = runById(*tab, id)) {
            tab->runText(run->statement().text);
        }
    });
    connect(pane, &ResultsPane::statementActivated, this, [this, tab](const QString& id) {
        if (const StatementRun* run = runById(*tab, id); run && run->statement().index >= 0) {
            m_editors.activate(tab);
            tab->editor()->goTo(run->statement().begin);
        }
    });
    connect(pane, &ResultsPane::exportStarted, this, &ResultsController::exportStarted);
    connect(pane, &ResultsPane::rowsArrived, this, &ResultsController::statusChanged);
    connect(pane, &ResultsPane::currentResultChanged, this, &ResultsController::statusChanged);
    connect(pane, &ResultsPane::selectionChanged, this, &ResultsController::statusChanged);
}

void ResultsController::removeTab(ScriptTab* tab)
{
    m_problems->removeDocument(tab->id());
    ResultsPane* pane = m_panes.take(tab);
    if (m_dock.resultsPane() == pane) {
        m_dock.setResultsPane(nullptr);
    }
    tab->session()->disconnect(this);
    tab->disconnect(this);
    delete pane;
}

void ResultsController::showTab(ScriptTab* tab)
{
    m_window.setBottomDockFits(tab);
    m_dock.setResultsPane(m_panes.value(tab));
    m_dock.problems()->setCurrentDocument(tab ? tab->id() : QString());
    Q_EMIT statusChanged();
}

void ResultsController::runAdded(ScriptTab* tab, StatementRun* run)
{
    ResultsPane* pane = m_panes.value(tab);
    // A statement's new run takes the place of its last one, unless that was pinned.
    const QStringList ids = pane->resultIds();
    for (const QString& id : ids) {
        StatementRun* old = runById(*tab, id);
        const bool isSame = old && !old->isActive() && old->statement().text == run->statement().text;
        const bool isTooMuch = old && !old->isActive() && ids.indexOf(id) >= s_keptResults;
        if ((isSame || isTooMuch) && !pane->result(id)->pinned) {
            pane->removeResult(id);
            if (!isShown(*pane, *old)) {
                tab->session()->forget(old);
            }
        }
    }
    if (tab == m_editors.current()) {
        m_window.setBottomDockShown(true);
    }
}

void ResultsController::runChanged(ScriptTab* tab, StatementRun* run)
{
    ResultsPane* pane = m_panes.value(tab);
    pane->setRunning(tab->session()->activeRuns() > 0);
    const bool isKnown = isShown(*pane, *run);
    // A statement that only sets something needs no result tab; an error is told by Problems and at its place.
    const bool isWorthShowing = run->info().isQuery || run->info().hasContent;
    if (isKnown || isWorthShowing) {
        showResults(tab, run);
        if (!isKnown && tab == m_editors.current()) {
            const bool isLive = run->isStreaming() && run->info().isQuery;
            if (m_dock.currentTab() != BottomDock::Tab::Changelog || !isLive) {
                m_dock.setCurrentTab(BottomDock::Tab::Results);
            }
        }
    }
    Q_EMIT statusChanged();
}

void ResultsController::showResults(ScriptTab* tab, StatementRun* run)
{
    ResultsPane* pane = m_panes.value(tab);
    const bool firstWasClosed = !pane->result(run->id()) && isShown(*pane, *run);
    if (!firstWasClosed) {
        pane->setResult(viewOf(*run, *tab));
    }
    QString after = run->id();
    for (const auto& [part, store] : run->furtherStores()) {
        pane->setResult(viewOfPart(*run, *tab, part, after));
        after = idOf(*run, part);
    }
}

void ResultsController::runFinished(ScriptTab* tab, StatementRun* run)
{
    runChanged(tab, run);
    if (run->state() == RunState::Failed && tab == m_editors.current()) {
        m_dock.setCurrentTab(BottomDock::Tab::Problems);
    }
}

void ResultsController::refreshProblems(ScriptTab* tab)
{
    m_problems->setProblems(tab->id(), ProblemOrigin::Engine, tab->problems());
    if (!tab->problems().empty() && tab == m_editors.current()) {
        m_dock.problems()->select(tab->problems().back());
    }
}

void ResultsController::goTo(const Problem& problem)
{
    if (ScriptTab* tab = m_editors.find(problem.documentId)) {
        m_editors.activate(tab);
        tab->editor()->goTo(problem.range.begin);
    }
}

void ResultsController::goToNextProblem()
{
    const ScriptTab* tab = m_editors.current();
    const int row = tab ? m_problems->next(tab->id(), tab->editor()->caretPosition()) : -1;
    if (row >= 0) {
        const Problem problem = m_problems->problem(row);
        m_dock.problems()->select(problem);
        goTo(problem);
    }
}

} // namespace millrace
