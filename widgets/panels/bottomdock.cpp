// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/bottomdock.h"

#include "widgets/panels/apicallsview.h"
#include "widgets/panels/docktabbar.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/logview.h"
#include "widgets/panels/planview.h"
#include "widgets/panels/problemsview.h"
#include "widgets/results/resultspane.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

bool showsResults(BottomDock::Tab tab)
{
    return tab == BottomDock::Tab::Results || tab == BottomDock::Tab::Changelog;
}

ResultsPane::Mode modeOf(BottomDock::Tab tab)
{
    return tab == BottomDock::Tab::Changelog ? ResultsPane::Mode::Changelog : ResultsPane::Mode::Table;
}

} // namespace

BottomDock::BottomDock(QWidget* parent)
    : QWidget(parent), m_tabs(new DockTabBar), m_stack(new QStackedWidget),
      m_noResults(new EmptyView(tr("No results yet. Run a statement with Ctrl+Enter and its rows show here."))),
      m_plan(new PlanView), m_problems(new ProblemsView), m_log(new LogView), m_apiCalls(new ApiCallsView)
{
    setObjectName(u"bottomDock"_s);
    // In the order of Tab.
    m_tabs->addTab(tr("Results"), u"results"_s);
    m_tabs->addTab(tr("Changelog"), u"changelog"_s);
    m_tabs->addTab(tr("Plan"), u"plan"_s);
    m_tabs->addTab(tr("Problems"), u"problems"_s);
    m_tabs->addTab(tr("Log"), u"log"_s);
    m_tabs->addTab(tr("API calls"), u"apiCalls"_s);
    for (QWidget* page : std::initializer_list<QWidget*>{m_noResults, m_plan, m_problems, m_log, m_apiCalls}) {
        m_stack->addWidget(page);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    m_body = m_stack;
    connect(m_tabs, &DockTabBar::tabClicked, this, &BottomDock::tabClicked);
    connect(m_tabs, &DockTabBar::foldClicked, this, [this] { setFolded(!m_folded); });
    connect(m_tabs, &DockTabBar::closeClicked, this, &BottomDock::closeRequested);
    connect(m_problems, &ProblemsView::apiCallRequested, this, [this](qint64 id) {
        if (m_apiCalls->select(id)) {
            setCurrentTab(Tab::ApiCalls);
        }
    });
    refreshBody();
}

void BottomDock::tabClicked(int index)
{
    setCurrentTab(static_cast<Tab>(index));
}

void BottomDock::setResultsPane(ResultsPane* pane)
{
    if (m_pane == pane) {
        return;
    }
    if (m_pane) {
        m_pane->disconnect(this);
        m_stack->removeWidget(m_pane);
        m_pane->setParent(nullptr);
    }
    m_pane = pane;
    if (m_pane) {
        m_stack->addWidget(m_pane);
        m_pane->setMode(modeOf(m_current));
        connect(m_pane, &ResultsPane::liveChanged, this, &BottomDock::refreshLive);
        connect(m_pane, &ResultsPane::modeRequested, this, [this](ResultsPane::Mode mode) {
            setCurrentTab(mode == ResultsPane::Mode::Changelog ? Tab::Changelog : Tab::Results);
        });
        connect(m_pane, &QObject::destroyed, this, [this] {
            m_pane = nullptr;
            refreshBody();
        });
    }
    refreshBody();
    refreshLive();
}

void BottomDock::setCurrentTab(Tab tab)
{
    setFolded(false);
    if (m_current == tab) {
        return;
    }
    m_current = tab;
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    if (m_pane && showsResults(tab)) {
        m_pane->setMode(modeOf(tab));
    }
    refreshBody();
    Q_EMIT currentTabChanged(tab);
}

void BottomDock::refreshBody()
{
    QWidget* page = m_noResults;
    switch (m_current) {
    case Tab::Results:
    case Tab::Changelog:
        page = m_pane ? static_cast<QWidget*>(m_pane) : m_noResults;
        break;
    case Tab::Plan:
        page = m_plan;
        break;
    case Tab::Problems:
        page = m_problems;
        break;
    case Tab::Log:
        page = m_log;
        break;
    case Tab::ApiCalls:
        page = m_apiCalls;
        break;
    }
    m_stack->setCurrentWidget(page);
}

void BottomDock::refreshLive()
{
    const bool live = m_pane && m_pane->hasLiveChangelog();
    m_tabs->setBadge(static_cast<int>(Tab::Changelog), {.chip = live ? tr("live") : QString()});
}

void BottomDock::setBadge(Tab tab, int count, bool red)
{
    m_tabs->setBadge(static_cast<int>(tab), {.count = count, .red = red});
}

void BottomDock::setFolded(bool folded)
{
    if (m_folded == folded) {
        return;
    }
    m_folded = folded;
    m_body->setVisible(!folded);
    m_tabs->setFolded(folded);
    setMaximumHeight(folded ? foldedHeight() : QWIDGETSIZE_MAX);
    Q_EMIT foldedChanged(folded);
}

int BottomDock::foldedHeight() const
{
    return m_tabs->sizeHint().height();
}

} // namespace millrace
