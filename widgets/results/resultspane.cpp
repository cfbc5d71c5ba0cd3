// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/resultspane.h"

#include "core/operation.h"
#include "models/resultexport.h"
#include "widgets/panels/emptyview.h"
#include "widgets/results/resultbar.h"
#include "widgets/results/resultpage.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int rateMs = 1000;

bool isLive(const RunResultView& view)
{
    return view.streaming && (view.state == RunState::Running || view.state == RunState::Cancelling);
}

QString filterOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return QStringLiteral("JSON (*.json)");
    case ExportFormat::JsonLines:
        return QStringLiteral("JSON Lines (*.jsonl)");
    default:
        return QStringLiteral("CSV (*.csv)");
    }
}

} // namespace

ResultsPane::ResultsPane(QWidget* parent)
    : QWidget(parent), m_bar(new ResultBar), m_stack(new QStackedWidget),
      m_empty(new EmptyView(tr("No results yet. Run a statement with Ctrl+Enter and its rows show here.")))
{
    setObjectName(u"resultsPane"_s);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    m_bar->hide();
    m_rateTimer.setInterval(rateMs);
    connect(&m_rateTimer, &QTimer::timeout, this, &ResultsPane::measureRates);
    connectBar();
}

ResultsPane::~ResultsPane() = default;

void ResultsPane::connectBar()
{
    connect(m_bar->tabs(), &ResultTabs::chosen, this, &ResultsPane::setCurrentResult);
    connect(m_bar->tabs(), &ResultTabs::closed, this, [this](const QString& id) {
        removeResult(id);
        Q_EMIT resultClosed(id);
    });
    connect(m_bar->tabs(), &ResultTabs::pinToggled, this, [this](const QString& id) {
        if (Entry* found = entry(id)) {
            found->view.pinned = !found->view.pinned;
            refreshBar();
            Q_EMIT pinnedChanged(id, found->view.pinned);
        }
    });
    connect(m_bar, &ResultBar::pauseToggled, this, &ResultsPane::togglePause);
    connect(m_bar, &ResultBar::filterChanged, this, [this](const QString& text) {
        if (Entry* found = entry(m_current)) {
            found->page->setFilter(text);
        }
    });
    connect(m_bar, &ResultBar::copyRequested, this, [this] {
        if (Entry* found = entry(m_current)) {
            found->page->copy();
        }
    });
    connect(m_bar, &ResultBar::exportRequested, this, &ResultsPane::chooseExportFile);
}

void ResultsPane::connectPage(ResultPage* page, const QString& id)
{
    connect(page, &ResultPage::rowsArrived, this, [this, id](qint64 rows) {
        Q_EMIT rowsArrived(id, rows);
        if (id == m_current) {
            refreshBar();
        }
    });
    connect(page, &ResultPage::pausedChanged, this, &ResultsPane::refreshBar);
    connect(page, &ResultPage::selectionChanged, this, [this, id](const SelectionSummary& summary) {
        if (id == m_current) {
            Q_EMIT selectionChanged(summary);
        }
    });
    connect(page, &ResultPage::modeWanted, this, [this](Mode mode) {
        setMode(mode);
        Q_EMIT modeRequested(mode);
    });
    connect(page, &ResultPage::filterProblem, m_bar, &ResultBar::setFilterProblem);
    connect(page, &ResultPage::filterColumnChanged, this, [this, page] {
        m_bar->setFilterColumn(page->filterColumn());
        if (!page->filterColumn().isEmpty()) {
            m_bar->focusFilter();
        }
    });
    connect(page, &ResultPage::actionTriggered, this, [this, id](const QString& action) {
        if (action == "rerun"_L1) {
            Q_EMIT rerunRequested(id);
        } else if (action == "statement"_L1) {
            Q_EMIT statementActivated(id);
        }
    });
    page->installEventFilter(this);
}

ResultsPane::Entry* ResultsPane::entry(const QString& id)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry& e) { return e.view.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const ResultsPane::Entry* ResultsPane::entry(const QString& id) const
{
    return const_cast<ResultsPane*>(this)->entry(id);
}

void ResultsPane::setResult(const RunResultView& result)
{
    Entry* known = entry(result.id);
    if (!known) {
        auto* page = new ResultPage;
        page->setMode(m_mode);
        m_stack->addWidget(page);
        const auto before = std::ranges::find(m_entries, result.after, [](const Entry& e) { return e.view.id; });
        const bool follows = !result.after.isEmpty() && before != m_entries.end();
        m_entries.insert(follows ? before + 1 : m_entries.begin(), Entry{.view = result, .page = page});
        connectPage(page, result.id);
        page->setView(result);
        if (follows) {
            refreshBar();
        } else {
            setCurrentResult(result.id);
        }
    } else {
        // Pinning is done here; a controller need not know of it.
        const bool pinned = known->view.pinned;
        known->view = result;
        known->view.pinned = pinned || result.pinned;
        known->page->setView(known->view);
        refreshBar();
    }
    if (isLive(result) && !m_rateTimer.isActive()) {
        m_sinceRates.start();
        m_rateTimer.start();
    }
}

void ResultsPane::removeAt(std::size_t index)
{
    const auto at = m_entries.begin() + static_cast<std::ptrdiff_t>(index);
    ResultPage* page = at->page;
    const bool wasCurrent = at->view.id == m_current;
    m_entries.erase(at);
    page->disconnect(this);
    m_stack->removeWidget(page);
    page->deleteLater();
    if (wasCurrent) {
        m_current.clear();
        setCurrentResult(m_entries.empty() ? QString() : m_entries[std::min(index, m_entries.size() - 1)].view.id);
    } else {
        refreshBar();
    }
}

void ResultsPane::removeResult(const QString& id)
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].view.id == id) {
            removeAt(i);
            return;
        }
    }
}

void ResultsPane::removeUnpinned()
{
    for (std::size_t i = m_entries.size(); i-- > 0;) {
        if (!m_entries[i].view.pinned) {
            removeAt(i);
        }
    }
}

void ResultsPane::clear()
{
    while (!m_entries.empty()) {
        removeAt(m_entries.size() - 1);
    }
}

void ResultsPane::setCurrentResult(const QString& id)
{
    if (m_current == id && !id.isEmpty()) {
        return;
    }
    m_current = entry(id) ? id : QString();
    showCurrent();
    Q_EMIT currentResultChanged(m_current);
    Q_EMIT selectionChanged(selection());
}

void ResultsPane::setRunning(bool running)
{
    m_empty->setSentence(running ? ResultPage::tr("Running. Rows show here as soon as the server sends them.")
                                 : tr("No results yet. Run a statement with Ctrl+Enter and its rows show here."));
}

QString ResultsPane::currentResult() const
{
    return m_current;
}

const RunResultView* ResultsPane::result(const QString& id) const
{
    const Entry* found = entry(id);
    return found ? &found->view : nullptr;
}

QStringList ResultsPane::resultIds() const
{
    QStringList ids;
    for (const Entry& e : m_entries) {
        ids.append(e.view.id);
    }
    return ids;
}

void ResultsPane::setMode(Mode mode)
{
    if (m_mode == mode) {
        return;
    }
    m_mode = mode;
    for (const Entry& e : m_entries) {
        e.page->setMode(mode);
    }
}

void ResultsPane::showCurrent()
{
    const Entry* current = entry(m_current);
    m_stack->setCurrentWidget(current ? static_cast<QWidget*>(current->page) : m_empty);
    m_bar->setFilterText(current ? current->page->filterText() : QString());
    m_bar->setFilterColumn(current ? current->page->filterColumn() : QString());
    m_bar->setFilterProblem({});
    m_bar->clearRate();
    refreshBar();
}

void ResultsPane::refreshBar()
{
    std::vector<ResultTab> tabs;
    for (const Entry& e : m_entries) {
        tabs.push_back({.id = e.view.id,
            .title = e.view.title,
            .number = e.view.number,
            .part = e.view.part,
            .toolTip = e.view.statement.left(2000),
            .state = e.view.state,
            .pinned = e.view.pinned});
    }
    m_bar->tabs()->setTabs(std::move(tabs), m_current);
    m_bar->setVisible(!m_entries.empty());
    const Entry* current = entry(m_current);
    const bool live = current && isLive(current->view);
    m_bar->setState(live || (current && current->page->isPaused()), current && current->page->isPaused(),
        current && current->page->receivedRows() > 0);
    if (live != m_live) {
        m_live = live;
        Q_EMIT liveChanged(live);
    }
}

void ResultsPane::measureRates()
{
    const double seconds = static_cast<double>(std::max<qint64>(1, m_sinceRates.restart())) / 1000.0;
    bool anyLive = false;
    for (Entry& e : m_entries) {
        if (!e.view.store) {
            continue;
        }
        const qint64 rows = e.view.store->rowCount();
        e.rate = static_cast<double>(rows - e.countedRows) / seconds;
        e.countedRows = rows;
        anyLive = anyLive || isLive(e.view);
        if (e.view.id == m_current) {
            m_bar->setRate(e.rate);
            Q_EMIT rateChanged(m_current, e.rate);
        }
    }
    if (!anyLive) {
        m_rateTimer.stop();
    }
}

bool ResultsPane::hasLiveChangelog() const
{
    const Entry* current = entry(m_current);
    return current && isLive(current->view);
}

SelectionSummary ResultsPane::selection() const
{
    const Entry* current = entry(m_current);
    return current ? current->page->selection() : SelectionSummary();
}

double ResultsPane::changesPerSecond() const
{
    const Entry* current = entry(m_current);
    return current ? current->rate : 0;
}

void ResultsPane::focusFilter()
{
    m_bar->focusFilter();
}

void ResultsPane::toggleRecord()
{
    if (Entry* current = entry(m_current)) {
        current->page->toggleRecord();
    }
}

void ResultsPane::togglePause()
{
    if (Entry* current = entry(m_current)) {
        current->page->setPaused(!current->page->isPaused());
    }
}

bool ResultsPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F11) {
        focusFilter();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ResultsPane::chooseExportFile(ExportFormat format)
{
    auto* dialog = new QFileDialog(this, tr("Write Rows to a File"), QString(), filterOf(format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"exportFile"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(toId(format));
    dialog->selectFile(u"result."_s + toId(format));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, format](const QString& path) { exportRows(format, path); });
    dialog->open();
}

void ResultsPane::exportRows(ExportFormat format, const QString& path)
{
    const Entry* current = entry(m_current);
    if (!current) {
        return;
    }
    ExportJob job{.title = tr("Write %1").arg(QFileInfo(path).fileName()),
        .path = path,
        .snapshot = current->page->snapshot(),
        .rows = current->page->arrangedRows(),
        .options = {.format = format, .rowKinds = m_mode == Mode::Changelog}};
    Q_EMIT exportStarted(std::shared_ptr<Operation>(startExport(std::move(job))));
}

} // namespace millrace
