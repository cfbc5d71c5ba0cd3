// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editorcontroller.h"

#include "app/actionregistry.h"
#include "app/dialogs.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "storage/workspacejournal.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/editordocument.h"
#include "widgets/editor/editorpage.h"

#include <QAction>
#include <QFileInfo>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// What a text in this language is saved under.
QString suffixOf(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Python:
        return u".py"_s;
    case ScriptLanguage::Scala:
        return u".scala"_s;
    case ScriptLanguage::Shell:
        return u".sh"_s;
    case ScriptLanguage::Json:
        return u".json"_s;
    case ScriptLanguage::Hocon:
        return u".conf"_s;
    case ScriptLanguage::HiveSql:
        return u".hql"_s;
    case ScriptLanguage::FlinkSql:
    case ScriptLanguage::SparkSql:
        break;
    }
    return u".sql"_s;
}

JournalTabState journalState(const ScriptTab& tab)
{
    const EditorPage* page = tab.page();
    const QString path = page->document()->path();
    const QFileInfo file(path);
    const auto caret = tab.editor()->caretPosition();
    return {.title = path.isEmpty() ? page->title() : QString(),
        .filePath = path,
        .fileModified = path.isEmpty() ? QDateTime() : file.lastModified().toUTC(),
        .modified = page->isModified(),
        .cursor = caret,
        .anchor = caret,
        .firstVisibleLine = tab.editor()->firstVisibleLine(),
        .connectionId = tab.target().connectionId,
        .mode = tab.target().streaming ? u"streaming"_s : u"batch"_s,
        .rowCap = tab.target().rowCap,
        .session = tab.session()->options(),
        .runs = tab.runsToKeep()};
}

std::optional<QByteArray> journalText(const ScriptTab& tab)
{
    const bool asInFile = !tab.page()->document()->path().isEmpty() && !tab.page()->isModified();
    if (asInFile) {
        return std::nullopt;
    }
    const std::string_view text = tab.editor()->utf8();
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

EditorController::EditorController(MainWindow& window, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_services(services)
{
    connectActions();
    connect(m_window.tabs(), &EditorTabs::currentChanged, this, [this] {
        updateActions();
        announceOrder();
        Q_EMIT currentChanged(current());
    });
    connect(m_window.tabs(), &EditorTabs::orderChanged, this, &EditorController::announceOrder);
    connect(m_window.tabs(), &EditorTabs::newTabRequested, this, [this] { newTab(); });
    connect(m_window.tabs(), &EditorTabs::closeRequested, this, [this](QWidget* page) {
        if (ScriptTab* tab = tabOf(page); tab && mayClose(tab)) {
            close(tab);
        }
    });
    connect(m_services.connections.get(), &ConnectionStore::changed, this, [this] {
        for (ScriptTab* tab : m_tabs) {
            tab->setTarget(tab->target());
        }
    });
    m_window.addCloseQuery([this] { return mayCloseAll(); });
    updateActions();
}

void EditorController::connectActions()
{
    const ActionRegistry& actions = m_window.actions();
    const auto on = [this, &actions](QLatin1StringView id, auto slot) {
        connect(actions.action(id), &QAction::triggered, this, slot);
    };
    const auto onTab = [this, on](QLatin1StringView id, auto slot) {
        on(id, [this, slot] {
            if (ScriptTab* tab = current()) {
                slot(tab);
            }
        });
    };
    on("file.new"_L1, [this] { newTab(); });
    on("file.open"_L1, [this] { chooseAndOpen(); });
    onTab("file.save"_L1, [this](ScriptTab* tab) { save(tab); });
    onTab("file.saveAs"_L1, [this](ScriptTab* tab) { saveAs(tab); });
    on("file.close"_L1, [this] {
        if (QWidget* page = m_window.tabs()->currentPage()) {
            Q_EMIT m_window.tabs()->closeRequested(page);
        }
    });
    onTab("edit.undo"_L1, [](ScriptTab* tab) { tab->editor()->undo(); });
    onTab("edit.redo"_L1, [](ScriptTab* tab) { tab->editor()->redo(); });
    onTab("edit.find"_L1, [](ScriptTab* tab) { tab->page()->showFind(); });
    onTab("edit.replace"_L1, [](ScriptTab* tab) { tab->page()->showReplace(); });
    constexpr std::pair<QLatin1StringView, EditorCommand> commands[] = {
        {"edit.comment"_L1, EditorCommand::ToggleComment}, {"edit.complete"_L1, EditorCommand::Complete},
        {"edit.nextStatement"_L1, EditorCommand::NextStatement},
        {"edit.previousStatement"_L1, EditorCommand::PreviousStatement}, {"view.zoomIn"_L1, EditorCommand::ZoomIn},
        {"view.zoomOut"_L1, EditorCommand::ZoomOut}, {"view.zoomReset"_L1, EditorCommand::ZoomReset}};
    for (const auto& [id, command] : commands) {
        onTab(id, [command](ScriptTab* tab) { tab->editor()->perform(command); });
    }
    onTab("run.statement"_L1, [](ScriptTab* tab) { tab->runCurrent(); });
    onTab("run.script"_L1, [](ScriptTab* tab) { tab->runScript(); });
    onTab("run.cancel"_L1, [](ScriptTab* tab) { tab->cancel(); });
    onTab("run.newSession"_L1, [](ScriptTab* tab) { tab->session()->renew(); });
}

ScriptTab* EditorController::tabOf(const QWidget* page) const
{
    const auto it = std::ranges::find_if(m_tabs, [page](const ScriptTab* tab) { return tab->page() == page; });
    return page && it != m_tabs.end() ? *it : nullptr;
}

ScriptTab* EditorController::current() const
{
    return tabOf(m_window.tabs()->currentPage());
}

ScriptTab* EditorController::find(const QString& tabId) const
{
    const auto it = std::ranges::find_if(m_tabs, [&tabId](const ScriptTab* tab) { return tab->id() == tabId; });
    return it == m_tabs.end() ? nullptr : *it;
}

ScriptTab::Target EditorController::defaultTarget() const
{
    if (const ScriptTab* front = current()) {
        return front->target();
    }
    const auto& all = m_services.connections->all();
    return {.connectionId = all.empty() ? QString() : all.front().id, .rowCap = m_services.settings->defaultRowCap()};
}

ScriptTab* EditorController::newTab(const QString& text, const QString& title)
{
    auto* tab = new ScriptTab(*m_services.connections, *m_services.pool, this);
    tab->page()->setUntitledName(title.isEmpty() ? tr("Untitled %1").arg(++m_untitled) : title);
    tab->setTarget(defaultTarget());
    if (!text.isEmpty()) {
        tab->page()->setText(text, false);
    }
    return addTab(tab, true);
}

ScriptTab* EditorController::openFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_fileOpener && m_fileOpener(absolute)) {
        return nullptr;
    }
    for (ScriptTab* tab : m_tabs) {
        if (tab->page()->document()->path() == absolute) {
            activate(tab);
            return tab;
        }
    }
    auto* tab = new ScriptTab(*m_services.connections, *m_services.pool, this);
    tab->setTarget(defaultTarget());
    Error problem;
    if (!tab->page()->open(absolute, &problem)) {
        delete tab;
        ScriptTab* place = current() ? current() : newTab();
        place->page()->messageBar()->showError(problem);
        return nullptr;
    }
    m_services.settings->addRecentFile(absolute);
    return addTab(tab, true);
}

ScriptTab* EditorController::addTab(ScriptTab* tab, bool makeCurrent)
{
    m_tabs.push_back(tab);
    connectTab(tab);
    tab->editor()->setOwnKeys(false);
    tab->page()->runBar()->setHints(
        m_window.actions().keysText("run.statement"_L1), m_window.actions().keysText("run.cancel"_L1));
    Q_EMIT tabAdded(tab);
    m_window.tabs()->addPage(tab->page(), tab->tabInfo(), makeCurrent);
    if (makeCurrent) {
        m_window.showTabs(); // a page may cover them
    }
    track(tab);
    tab->editor()->setFocus();
    return tab;
}

void EditorController::connectTab(ScriptTab* tab)
{
    connect(tab, &ScriptTab::tabInfoChanged, this, [this, tab] {
        m_window.tabs()->setInfo(tab->page(), tab->tabInfo());
        updateActions();
    });
    connect(tab, &ScriptTab::runBarChanged, this, &EditorController::updateActions);
    connect(tab, &ScriptTab::sessionRequested, m_window.actions().action("run.session"_L1), &QAction::trigger);
    connect(tab->page(), &EditorPage::savePathNeeded, this, [this, tab] { saveAs(tab); });
    connect(tab->editor(), &CodeEditor::filesDropped, this, [this](const QList<QUrl>& files) {
        for (const QUrl& file : files) {
            openFile(file.toLocalFile());
        }
    });
}

void EditorController::track(ScriptTab* tab)
{
    WorkspaceJournal* journal = m_services.journal.get();
    if (!journal) {
        return;
    }
    journal->track(
        tab->id(), tab, {.state = [tab] { return journalState(*tab); }, .text = [tab] { return journalText(*tab); }});
    const QString id = tab->id();
    connect(tab->editor(), &QsciScintilla::textChanged, this, [journal, id] { journal->textChanged(id); });
    const auto stateChanged = [journal, id] { journal->stateChanged(id); };
    connect(tab->editor(), &CodeEditor::caretMoved, this, stateChanged);
    connect(tab, &ScriptTab::targetChanged, this, stateChanged);
    connect(tab->page(), &EditorPage::modifiedChanged, this, [journal, id] {
        journal->textChanged(id);
        journal->stateChanged(id);
    });
    journal->textChanged(id);
    journal->stateChanged(id);
    announceOrder();
}

void EditorController::restore()
{
    if (!m_services.journal) {
        return;
    }
    QString active;
    for (const JournalTab& saved : m_services.journal->restored()) {
        restoreTab(saved);
        if (saved.active) {
            active = saved.id;
        }
    }
    if (ScriptTab* tab = find(active)) {
        m_window.tabs()->setCurrentPage(tab->page()); // the page that was over them stays
        tab->editor()->setFocus();
    }
}

QCoro::Task<void> EditorController::closeSessions()
{
    std::vector<QCoro::Task<void>> closing;
    for (ScriptTab* tab : m_tabs) {
        closing.push_back(tab->session()->close());
    }
    for (auto& task : closing) {
        co_await task;
    }
}

void EditorController::restoreTab(const JournalTab& saved)
{
    auto* tab = new ScriptTab(*m_services.connections, *m_services.pool, this);
    const JournalTabState& state = saved.state;
    tab->setId(saved.id);
    tab->page()->setUntitledName(state.title.isEmpty() ? QFileInfo(state.filePath).fileName() : state.title);
    m_untitled = std::max(m_untitled, state.title.section(u' ', -1).toInt());
    Error problem;
    const bool opened = !state.filePath.isEmpty() && tab->page()->open(state.filePath, &problem);
    if (saved.text) {
        tab->editor()->selectAll();
        if (opened) {
            tab->editor()->replaceRange(0, tab->editor()->textLength(), QString::fromUtf8(*saved.text));
        } else {
            tab->page()->setText(QString::fromUtf8(*saved.text), state.modified);
        }
    }
    if (!opened && !state.filePath.isEmpty()) {
        tab->page()->messageBar()->showError(problem);
    }
    tab->setTarget({.connectionId = state.connectionId,
        .streaming = state.mode != "batch"_L1,
        .rowCap = state.rowCap < 0 ? m_services.settings->defaultRowCap() : state.rowCap});
    tab->restoreSession(state.session, state.runs);
    tab->editor()->goTo(state.cursor);
    tab->editor()->setFirstVisibleLine(state.firstVisibleLine);
    addTab(tab, false);
}

void EditorController::activate(ScriptTab* tab)
{
    m_window.tabs()->setCurrentPage(tab->page());
    m_window.showTabs();
    tab->editor()->setFocus();
}

void EditorController::chooseAndOpen()
{
    const QStringList recent = m_services.settings->recentFiles();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath();
    for (const QString& path : dialogs::openFiles(&m_window, folder)) {
        openFile(path);
    }
}

bool EditorController::save(ScriptTab* tab)
{
    if (!tab->page()->document()->path().isEmpty()) {
        return tab->page()->save();
    }
    if (m_saver && m_saver(tab)) {
        return false; // not yet: the tab says when it is
    }
    return saveAs(tab);
}

bool EditorController::saveAs(ScriptTab* tab)
{
    const QString path = tab->page()->document()->path();
    const QString title = tab->page()->title();
    const QString name =
        languageOfSuffix(QFileInfo(title).suffix()) ? title : title + suffixOf(tab->editor()->scriptLanguage());
    const QString chosen = dialogs::saveFile(&m_window, path.isEmpty() ? name : path);
    if (chosen.isEmpty() || !tab->page()->save(chosen)) {
        return false;
    }
    m_services.settings->addRecentFile(chosen);
    return true;
}

bool EditorController::mayClose(ScriptTab* tab)
{
    const bool isEmpty = tab->page()->document()->path().isEmpty() && tab->editor()->textLength() == 0;
    if (tab->page()->isModified() && !isEmpty) {
        switch (dialogs::askToSave(&m_window, tab->page()->title())) {
        case dialogs::SaveAnswer::Save:
            if (!save(tab)) {
                return false;
            }
            break;
        case dialogs::SaveAnswer::Cancel:
            return false;
        case dialogs::SaveAnswer::Discard:
            break;
        }
    }
    if (const int active = tab->session()->activeRuns(); active > 0) {
        if (tab->session()->runsOutliveIt()) {
            return dialogs::ask(&m_window,
                tr("%n statement(s) still run in %1.", nullptr, active).arg(tab->page()->title()),
                tr("They go on at the server when the tab is closed; Jobs lists them."), tr("Close"));
        }
        return dialogs::ask(&m_window,
            tr("%n statement(s) still run in %1.", nullptr, active).arg(tab->page()->title()),
            tr("Closing the tab cancels them on the cluster and ends their session."), tr("Cancel them and close"));
    }
    return true;
}

bool EditorController::mayCloseAll()
{
    // Texts are safe in the journal and come back; only without one must each be asked about.
    if (!m_services.journal || !m_services.journal->flush()) {
        if (!std::ranges::all_of(m_tabs, [this](ScriptTab* tab) { return mayClose(tab); })) {
            return false;
        }
    }
    int active = 0;
    for (const ScriptTab* tab : m_tabs) {
        // What outlives its session is found again by the next window.
        active += tab->session()->runsOutliveIt() ? 0 : tab->session()->activeRuns();
    }
    return active == 0
        || dialogs::ask(&m_window, tr("%n statement(s) still run.", nullptr, active),
            tr("Closing Millrace cancels them on the cluster. Jobs that INSERT started go on."),
            tr("Cancel them and close"));
}

void EditorController::close(ScriptTab* tab)
{
    if (m_services.journal) {
        m_services.journal->forget(tab->id());
    }
    std::erase(m_tabs, tab);
    Q_EMIT tabRemoved(tab);
    EditorPage* page = tab->page();
    m_window.tabs()->removePage(page);
    delete tab;
    announceOrder();
}

void EditorController::announceOrder()
{
    if (!m_services.journal) {
        return;
    }
    QStringList ids;
    for (const QWidget* page : m_window.tabs()->pages()) {
        if (const ScriptTab* tab = tabOf(page)) {
            ids << tab->id();
        }
    }
    const ScriptTab* front = current();
    m_services.journal->setOrder(ids, front ? front->id() : QString());
}

void EditorController::updateActions()
{
    const ScriptTab* tab = current();
    const ActionRegistry& actions = m_window.actions();
    for (const QLatin1StringView id : {"file.save"_L1, "file.saveAs"_L1, "edit.undo"_L1, "edit.redo"_L1, "edit.find"_L1,
             "edit.replace"_L1, "edit.comment"_L1, "edit.complete"_L1, "edit.nextStatement"_L1,
             "edit.previousStatement"_L1, "view.zoomIn"_L1, "view.zoomOut"_L1, "view.zoomReset"_L1}) {
        actions.action(id)->setEnabled(tab);
    }
    const RunBarState bar = tab ? tab->page()->runBar()->state() : RunBarState();
    actions.action("run.statement"_L1)->setEnabled(bar.canRun);
    actions.action("run.script"_L1)->setEnabled(bar.canRun);
    actions.action("run.cancel"_L1)->setEnabled(bar.canCancel);
    actions.action("run.submit"_L1)->setEnabled(tab && !tab->target().connectionId.isEmpty());
    actions.action("run.session"_L1)->setEnabled(tab && !tab->target().connectionId.isEmpty());
    actions.action("run.newSession"_L1)->setEnabled(tab && tab->session()->state() != ScriptSession::State::None);
    actions.action("file.close"_L1)->setEnabled(m_window.tabs()->count() > 0);
}

} // namespace millrace
