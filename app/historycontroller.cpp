// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/historycontroller.h"

#include "app/dialogs.h"
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "models/historymodel.h"
#include "storage/connectionstore.h"
#include "storage/historystore.h"
#include "widgets/panels/historyview.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_pageRows = 200;

RunState runState(HistoryEntry::State state)
{
    switch (state) {
    case HistoryEntry::State::Running:
        return RunState::Running;
    case HistoryEntry::State::Succeeded:
        return RunState::Done;
    case HistoryEntry::State::Failed:
        return RunState::Failed;
    case HistoryEntry::State::Cancelled:
        return RunState::Cancelled;
    }
    return RunState::NotRun;
}

HistoryEntry::State historyState(RunState state)
{
    switch (state) {
    case RunState::Done:
        return HistoryEntry::State::Succeeded;
    case RunState::Failed:
        return HistoryEntry::State::Failed;
    case RunState::Cancelled:
        return HistoryEntry::State::Cancelled;
    default:
        return HistoryEntry::State::Running;
    }
}

HistoryRow toRow(const HistoryEntry& entry)
{
    return {.id = entry.id,
        .startedAt = entry.startedAt,
        .statement = entry.statement,
        .statementKind = entry.statementKind,
        .connectionName = entry.connectionName,
        .durationMs = entry.durationMs,
        .rows = entry.rows,
        .state = runState(entry.state),
        .error = entry.error,
        .jobId = entry.jobId};
}

std::vector<HistoryRow> toRows(const std::vector<HistoryEntry>& entries)
{
    std::vector<HistoryRow> rows;
    rows.reserve(entries.size());
    for (const HistoryEntry& entry : entries) {
        rows.push_back(toRow(entry));
    }
    return rows;
}

} // namespace

HistoryController::HistoryController(MainWindow& window, EditorController& editors, Services& services, QObject* parent)
    : QObject(parent), m_editors(editors), m_services(services), m_model(new HistoryModel(this)),
      m_view(new HistoryView)
{
    m_view->setModel(m_model);
    window.addSidePanel(u"history"_s, "view-history"_L1, tr("History"), m_view);
    connect(&m_editors, &EditorController::tabAdded, this, &HistoryController::connectTab);
    connect(m_view, &HistoryView::searchChanged, this, &HistoryController::fill);
    connect(m_view, &HistoryView::openRequested, this, [this](const HistoryRow& row) {
        // The text is put into a tab; whoever wants to run it presses Run.
        m_editors.newTab(row.statement + u";\n"_s);
    });
    connect(m_view, &HistoryView::clearRequested, this, [this] {
        if (dialogs::ask(m_view, tr("Clear the history?"), tr("All runs of the past are forgotten, in every window."),
                tr("Clear"))) {
            if (const auto cleared = m_services.history->clear(); !cleared) {
                Q_EMIT failed(cleared.error());
            }
        }
    });
    connect(m_model, &HistoryModel::moreWanted, this, &HistoryController::appendPage);
    HistoryStore* store = m_services.history.get();
    const auto upsert = [this](const HistoryEntry& entry) {
        if (m_view->searchText().isEmpty()) {
            m_model->upsert(toRow(entry));
        }
    };
    connect(store, &HistoryStore::added, this, upsert);
    connect(store, &HistoryStore::updated, this, upsert);
    connect(store, &HistoryStore::cleared, m_model, &HistoryModel::clear);
    fill();
}

void HistoryController::connectTab(ScriptTab* tab)
{
    ScriptSession* session = tab->session();
    connect(session, &ScriptSession::runChanged, this, [this, tab](StatementRun* run) {
        if (run->state() == RunState::Running && !m_entries.contains(run)) {
            add(tab, run);
        }
    });
    connect(session, &ScriptSession::runFinished, this, &HistoryController::update);
    connect(session, &ScriptSession::runRemoved, this, [this](StatementRun* run) { m_entries.remove(run); });
}

void HistoryController::add(ScriptTab* tab, StatementRun* run)
{
    const auto profile = m_services.connections->find(tab->target().connectionId);
    HistoryEntry entry{.startedAt = run->operation()->startedAt(),
        .connectionId = tab->target().connectionId,
        .connectionName = profile ? profile->name : QString(),
        .statement = run->statement().text,
        .statementKind = sql::toText(run->statement().kind)};
    const auto id = m_services.history->add(entry);
    if (!id) {
        Q_EMIT failed(id.error());
        return;
    }
    entry.id = *id;
    m_entries.insert(run, entry);
}

void HistoryController::update(StatementRun* run)
{
    const auto it = m_entries.find(run);
    if (it == m_entries.end()) {
        return;
    }
    HistoryEntry entry = *it;
    m_entries.erase(it);
    entry.durationMs = run->operation()->elapsedMs();
    entry.rows = run->info().isQuery || run->info().hasContent ? run->rowCount() : -1;
    entry.state = historyState(run->state());
    entry.error = run->operation()->error() ? run->operation()->error()->message : QString();
    entry.jobId = run->info().jobId;
    if (const auto written = m_services.history->update(entry); !written) {
        Q_EMIT failed(written.error());
    }
}

void HistoryController::fill()
{
    const auto page = m_services.history->page({.text = m_view->searchText()}, 0, s_pageRows);
    if (page) {
        m_model->setRows(toRows(*page), static_cast<int>(page->size()) == s_pageRows);
    } else {
        Q_EMIT failed(page.error());
    }
}

void HistoryController::appendPage(qint64 beforeId)
{
    const auto page = m_services.history->page({.text = m_view->searchText()}, beforeId, s_pageRows);
    if (page) {
        m_model->appendPage(toRows(*page), static_cast<int>(page->size()) == s_pageRows);
    } else {
        Q_EMIT failed(page.error());
    }
}

} // namespace millrace
