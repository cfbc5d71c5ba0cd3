// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancontroller.h"

#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "backends/flink/planfile.h"
#include "models/planoperators.h"
#include "sql/outline.h"
#include "sql/planlink.h"
#include "sql/positions.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/plandiffview.h"
#include "widgets/panels/planmark.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QRegularExpression>
#include <QScopedValueRollback>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// Plans of a tab that are kept to choose and to compare from.
constexpr std::size_t s_keptPlans = 12;

/// What a server says of a name that it does not know, in words that say what to do.
Error withHint(Error error)
{
    static const QRegularExpression missing(u"Object '([^']+)' not found"_s);
    const QRegularExpressionMatch match = missing.match(error.message);
    if (match.hasMatch()) {
        error.message = QCoreApplication::translate("millrace::PlanController",
            "%1 is not known in this session, so the statement cannot be explained: run its CREATE statement first, or "
            "correct the name.")
                            .arg(match.captured(1));
    }
    return error;
}

} // namespace

PlanController::PlanController(
    MainWindow& window, EditorController& editors, BottomDock& dock, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_dock(dock), m_services(services), m_view(dock.plan())
{
    connectActions();
    connect(&m_editors, &EditorController::tabAdded, this, &PlanController::addTab);
    connect(&m_editors, &EditorController::tabRemoved, this, &PlanController::removeTab);
    connect(&m_editors, &EditorController::currentChanged, this, &PlanController::showTab);
    connect(m_view, &PlanView::planChosen, this, [this](const QString& id) {
        m_plans[m_editors.current()].current = id;
        showTab(m_editors.current());
    });
    connect(m_view, &PlanView::nodeSelected, this, &PlanController::markOrigin);
    connect(m_view, &PlanView::explainRequested, this, &PlanController::explainCurrent);
    connect(m_view, &PlanView::compareRequested, this, &PlanController::compare);
    connect(m_view, &PlanView::cancelRequested, this, [this] { m_work.cancel(); });
    m_editors.setFileOpener(
        [this](const QString& path) { return path.endsWith(".json"_L1, Qt::CaseInsensitive) && openPlanFile(path); });
    updateActions();
}

void PlanController::connectActions()
{
    const ActionRegistry& actions = m_window.actions();
    connect(actions.action("run.explain"_L1), &QAction::triggered, this, &PlanController::explainCurrent);
    connect(actions.action("run.explainScript"_L1), &QAction::triggered, this, &PlanController::explainScript);
    connect(actions.action("run.compare"_L1), &QAction::triggered, this, &PlanController::compare);
}

void PlanController::addTab(ScriptTab* tab)
{
    m_marks.insert(tab, new PlanMark(tab->editor()));
    auto* button = new ActionButton(tr("Explain"));
    button->setObjectName(u"explain"_s);
    button->setIcon(themedIcon(button, "vcs-branch"_L1));
    button->setFocusPolicy(Qt::TabFocus);
    const ActionRegistry& actions = m_window.actions();
    button->setToolTip(tr("See what the statement would do (%1)").arg(actions.keysText("run.explain"_L1)));
    auto* menu = new QMenu(button);
    menu->addAction(actions.action("run.explain"_L1));
    menu->addAction(actions.action("run.explainScript"_L1));
    menu->addAction(actions.action("run.compare"_L1));
    button->setMenu(menu);
    tab->page()->runBar()->addWidget(button);
    connect(tab, &ScriptTab::runBarChanged, button,
        [tab, button] { button->setEnabled(tab->page()->runBar()->state().canRun); });
    connect(tab, &ScriptTab::runBarChanged, this, &PlanController::updateActions);
    connect(tab->editor(), &CodeEditor::caretMoved, this, [this, tab] { followCaret(tab); });
}

void PlanController::removeTab(ScriptTab* tab)
{
    tab->disconnect(this);
    m_marks.remove(tab);
    m_plans.remove(tab);
}

void PlanController::showTab(ScriptTab* tab)
{
    const TabPlans& plans = m_plans[tab];
    std::vector<ShownPlan> shown;
    std::ranges::transform(plans.entries, std::back_inserter(shown), &Entry::plan);
    m_view->clearMessage();
    m_view->setPlans(shown, plans.current);
    updateActions();
}

void PlanController::updateActions()
{
    const ScriptTab* tab = m_editors.current();
    const bool canExplain = tab && tab->page()->runBar()->state().canRun;
    m_window.actions().action("run.explain"_L1)->setEnabled(canExplain);
    m_window.actions().action("run.explainScript"_L1)->setEnabled(canExplain);
}

void PlanController::openDock()
{
    m_window.setBottomDockFits(true);
    m_window.setBottomDockShown(true);
    m_dock.setCurrentTab(BottomDock::Tab::Plan);
}

void PlanController::explainCurrent()
{
    ScriptTab* tab = m_editors.current();
    if (!tab) {
        return;
    }
    std::vector<SqlEditor::StatementText> statements = tab->editor()->selectedStatements();
    if (const int current = tab->editor()->currentStatement(); statements.empty() && current >= 0) {
        statements.push_back(tab->editor()->statement(current));
    }
    explain(statements);
}

void PlanController::explainScript()
{
    if (ScriptTab* tab = m_editors.current()) {
        explain(tab->editor()->allStatements());
    }
}

void PlanController::explain(const std::vector<SqlEditor::StatementText>& statements)
{
    ScriptTab* tab = m_editors.current();
    if (!tab || statements.empty() || !tab->page()->runBar()->state().canRun) {
        return;
    }
    openDock();
    std::vector<SqlEditor::StatementText> wanted;
    std::ranges::copy_if(statements, std::back_inserter(wanted),
        [](const SqlEditor::StatementText& statement) { return sql::isExplainable(statement.kind); });
    if (wanted.empty()) {
        showError({.kind = ErrorKind::Usage,
            .message = tr("%1 has no plan: put the caret into a query, an INSERT or a statement set.")
                           .arg(sql::toText(statements.front().kind))});
        return;
    }
    explainAll(tab, std::move(wanted));
}

QCoro::Task<void> PlanController::explainAll(QPointer<ScriptTab> tab, std::vector<SqlEditor::StatementText> statements)
{
    const QPointer guard(this);
    m_work.cancel();
    m_work = CancellationSource();
    const CancellationToken token = m_work.token();
    m_view->clearMessage();
    tab->setJobProblem(std::nullopt);
    QString first;
    for (const SqlEditor::StatementText& statement : statements) {
        const QString title = sql::shortTitle(statement.text);
        m_view->setBusy(tr("explaining %1").arg(title));
        const bool streaming = tab->target().streaming;
        Result<Explanation> explanation = co_await tab->session()->explain(statement.text, streaming, token);
        if (!guard || !tab) {
            co_return;
        }
        if (token.isCancelled() || !explanation) {
            if (!token.isCancelled() && !explanation.error().isCancelled()) {
                showError(withHint(explanation.error()));
                markFault(tab, explanation.error(), statement);
            }
            break;
        }
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        first = first.isEmpty() ? id : first;
        auto shared = std::make_shared<const Explanation>(std::move(*explanation));
        keep(tab, {{id, title, std::move(shared)}, statement.text});
    }
    if (!token.isCancelled() || m_work.isCancelled()) {
        m_view->setBusy({});
    }
    if (!first.isEmpty()) {
        m_plans[tab].current = first;
        if (tab == m_editors.current()) {
            showTab(tab);
        }
    }
}

/// What the server has against a statement stands at its place in the script, too.
void PlanController::markFault(ScriptTab* tab, Error error, const SqlEditor::StatementText& statement)
{
    if (error.kind == ErrorKind::Sql) {
        error.range =
            error.range ? sql::toScript(*error.range, statement.begin) : TextRange{statement.begin, statement.begin};
        tab->setJobProblem(error, tab->session()->server().section(u' ', 0, 0));
    }
}

void PlanController::keep(ScriptTab* tab, Entry entry)
{
    std::vector<Entry>& entries = m_plans[tab].entries;
    entries.insert(entries.begin(), std::move(entry));
    if (entries.size() > s_keptPlans) {
        entries.pop_back();
    }
}

void PlanController::showError(const Error& error)
{
    m_view->setBusy({});
    m_view->showError(error);
}

bool PlanController::openPlanFile(const QString& path)
{
    const Result<NamedPlan> plan = planOfFile(path);
    if (!plan) {
        return false;
    }
    QFile file(path);
    std::ignore = file.open(QIODevice::ReadOnly);
    Result<Explanation> explanation = flink::readPlanFile(file.readAll());
    if (!explanation) {
        return false;
    }
    explanation->graph = plan->graph;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    ScriptTab* tab = m_editors.current();
    keep(tab, {{id, plan->title, std::make_shared<const Explanation>(std::move(*explanation))}, {}});
    m_plans[tab].current = id;
    showTab(tab);
    openDock();
    return true;
}

const PlanController::Entry* PlanController::currentEntry() const
{
    const auto plans = m_plans.constFind(m_editors.current());
    if (plans == m_plans.constEnd()) {
        return nullptr;
    }
    const auto entry = std::ranges::find(
        plans->entries, plans->current, [](const Entry& each) -> const QString& { return each.plan.id; });
    return entry == plans->entries.end() ? nullptr : &*entry;
}

std::optional<SqlEditor::StatementText> PlanController::statementOf(const SqlEditor& editor, const Entry& entry)
{
    const auto matches = [&editor, &entry](
                             int index) { return index >= 0 && editor.statement(index).text == entry.statement; };
    if (matches(editor.currentStatement())) {
        return editor.statement(editor.currentStatement());
    }
    for (int index = 0; index < editor.statementCount(); ++index) {
        if (matches(index)) {
            return editor.statement(index);
        }
    }
    return std::nullopt;
}

void PlanController::markOrigin(const QString& node)
{
    ScriptTab* tab = m_editors.current();
    const Entry* entry = currentEntry();
    if (!tab || !entry || entry->statement.isEmpty()) {
        return;
    }
    std::vector<std::pair<int, int>> ranges;
    QStringList parts;
    const auto statement = statementOf(*tab->editor(), *entry);
    for (const sql::PlanLink& link : sql::planLinks(entry->plan.explanation->graph, entry->statement)) {
        if (link.node != node || !statement) {
            continue;
        }
        const TextRange inScript = sql::toScript(
            sql::LineIndex(statement->text).range(statement->text, link.begin, link.end), statement->begin);
        ranges.emplace_back(tab->editor()->byteOfPosition(inScript.begin), tab->editor()->byteOfPosition(inScript.end));
        parts << entry->statement.sliced(link.begin, link.end - link.begin).simplified();
    }
    if (!m_following) {
        m_marks.value(tab)->show(ranges);
    }
    if (node.isEmpty()) {
        m_view->setOrigin({});
    } else if (!statement) {
        m_view->setOrigin(tr("The statement was changed since it was explained."));
    } else if (parts.isEmpty()) {
        m_view->setOrigin(tr("No part of the SQL was found for this step (best effort)."));
    } else {
        m_view->setOrigin(tr("From the SQL (best effort): %1").arg(parts.join(u" · "_s)));
    }
}

void PlanController::followCaret(ScriptTab* tab)
{
    const bool isSeen = tab == m_editors.current() && m_dock.currentTab() == BottomDock::Tab::Plan
        && m_view->isVisible() && !m_view->showsDiff();
    const Entry* entry = isSeen ? currentEntry() : nullptr;
    if (!entry || entry->statement.isEmpty() || m_following) {
        return;
    }
    const int current = tab->editor()->currentStatement();
    if (current < 0) {
        return;
    }
    const SqlEditor::StatementText statement = tab->editor()->statement(current);
    TextPosition caret = tab->editor()->caretPosition();
    if (statement.text != entry->statement || caret < statement.begin) {
        return;
    }
    caret.column -= caret.line == statement.begin.line ? statement.begin.column - 1 : 0;
    caret.line -= statement.begin.line - 1;
    const auto offset = static_cast<int>(sql::offsetAt(statement.text, caret));
    const QString node = sql::planNodeAt(sql::planLinks(entry->plan.explanation->graph, statement.text), offset);
    if (!node.isEmpty() && node != m_view->graph()->view()->selectedNode()) {
        const QScopedValueRollback guard(m_following, true);
        m_marks.value(tab)->show({});
        m_view->graph()->view()->selectNode(node);
    }
}

} // namespace millrace
