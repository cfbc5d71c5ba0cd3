// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/jobdetailview.h"

#include "models/graphtext.h"
#include "widgets/common/messagebar.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/jobdetail/checkpointstab.h"
#include "widgets/jobdetail/exceptionstab.h"
#include "widgets/jobdetail/flametab.h"
#include "widgets/jobdetail/jobdetailtabbar.h"
#include "widgets/jobdetail/joblogstab.h"
#include "widgets/jobdetail/jobtexttabs.h"
#include "widgets/jobdetail/metricstab.h"
#include "widgets/jobdetail/overviewtab.h"
#include "widgets/jobdetail/savepointstab.h"
#include "widgets/jobdetail/vertexpanel.h"
#include "widgets/panels/emptyview.h"

#include <QKeyEvent>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

JobDetailView::JobDetailView(QWidget* parent)
    : QWidget(parent), m_header(new JobDetailHeader), m_tabs(new JobDetailTabBar), m_messages(new MessageBar),
      m_pages(new QStackedWidget), m_noJob(new EmptyView(tr("Choose a job in the table to see what it does."))),
      m_body(new QWidget), m_overview(new OverviewTab), m_checkpoints(new CheckpointsTab),
      m_savepoints(new SavepointsTab), m_exceptions(new ExceptionsTab), m_logs(new JobLogsTab),
      m_metrics(new MetricsTab), m_flame(new FlameTab), m_configuration(new ConfigurationTab),
      m_timeline(new TimelineTab), m_sql(new SqlTab)
{
    setObjectName(u"jobDetail"_s);
    m_tabs->setObjectName(u"jobDetailTabs"_s);
    m_messages->setObjectName(u"jobDetailMessages"_s);
    addPage(JobTab::Overview, tr("Overview"), m_overview);
    addPage(JobTab::Checkpoints, tr("Checkpoints"), m_checkpoints);
    addPage(JobTab::Savepoints, tr("Savepoints"), m_savepoints);
    addPage(JobTab::Exceptions, tr("Exceptions"), m_exceptions);
    addPage(JobTab::Logs, tr("Logs"), m_logs);
    addPage(JobTab::Metrics, tr("Metrics"), m_metrics);
    addPage(JobTab::FlameGraph, tr("Flame graph"), m_flame);
    addPage(JobTab::Configuration, tr("Configuration"), m_configuration);
    addPage(JobTab::Timeline, tr("Timeline"), m_timeline);
    addPage(JobTab::Sql, tr("SQL"), m_sql);
    buildLayout();
    connectTabs();
    clear();
}

JobDetailView::~JobDetailView() = default;

void JobDetailView::addPage(JobTab tab, const QString& text, JobTabPage* page)
{
    m_tabs->addTab(static_cast<int>(tab), text);
    m_pages->addWidget(page);
    m_byTab.insert(tab, page);
    connect(page, &JobTabPage::retryRequested, this, [this, tab] { Q_EMIT retryRequested(tab); });
}

void JobDetailView::buildLayout()
{
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_header);
    body->addWidget(m_tabs);
    body->addWidget(m_messages);
    body->addWidget(m_pages, 1);
    auto* stack = new QStackedLayout(this);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_noJob);
    stack->addWidget(m_body);
}

void JobDetailView::connectTabs()
{
    connect(m_tabs, &JobDetailTabBar::chosen, this, [this](int id) { setCurrentTab(static_cast<JobTab>(id)); });
    connect(m_header, &JobDetailHeader::bundleRequested, this, &JobDetailView::bundleRequested);
    connect(m_header, &JobDetailHeader::expandToggled, this, &JobDetailView::expandToggled);
    connect(m_header, &JobDetailHeader::closeRequested, this, &JobDetailView::closeRequested);
    connect(m_messages, &MessageBar::actionTriggered, this, [this] { Q_EMIT retryRequested(currentTab()); });
    connect(m_savepoints, &SavepointsTab::restartRequested, this, &JobDetailView::restartRequested);
    connect(m_savepoints, &SavepointsTab::disposeRequested, this, &JobDetailView::disposeRequested);
    connect(m_checkpoints, &CheckpointsTab::restartRequested, this, &JobDetailView::restartRequested);
    connect(m_exceptions, &ExceptionsTab::logRequested, this, &JobDetailView::logOfFailureRequested);
    connect(m_sql, &SqlTab::openRequested, this, &JobDetailView::openSqlRequested);
    connect(m_overview->vertexPanel(), &VertexPanel::metricsRequested, this, [this](const QString& id) {
        setCurrentTab(JobTab::Metrics);
        m_metrics->chooseScope(MetricScope::Kind::Vertex, id);
    });
    connect(m_overview->vertexPanel(), &VertexPanel::flameGraphRequested, this, [this](const QString& id) {
        setCurrentTab(JobTab::FlameGraph);
        m_flame->chooseVertex(id);
    });
}

void JobDetailView::setSubject(const JobDetailSubject& subject)
{
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_body);
    if (subject.key == m_subject.key) {
        m_subject = subject;
        m_header->setSubject(subject);
        m_header->setSummary(m_detail.summary);
        return;
    }
    m_subject = subject;
    m_detail = {};
    m_gone = false;
    setFaded(false);
    m_messages->clear();
    m_header->setSubject(subject);
    m_overview->clear();
    m_checkpoints->clear();
    m_savepoints->clear();
    m_exceptions->clear();
    m_logs->clear();
    m_metrics->clear();
    m_flame->clear();
    m_configuration->setTexts({}, {});
    m_timeline->setTimeline({});
    m_sql->setSql({});
    for (int tab = 0; tab < jobTabCount; ++tab) {
        m_tabs->setCount(tab, 0);
    }
    for (JobTabPage* page : std::as_const(m_byTab)) {
        page->clearError();
        page->setLoading(true);
    }
}

void JobDetailView::clear()
{
    m_subject = {};
    m_detail = {};
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_noJob);
}

void JobDetailView::setTabs(const QSet<JobTab>& tabs)
{
    for (auto page = m_byTab.cbegin(); page != m_byTab.cend(); ++page) {
        m_tabs->setTabShown(static_cast<int>(page.key()), tabs.contains(page.key()) || page.key() == JobTab::Overview);
    }
    m_overview->vertexPanel()->setLinks(tabs.contains(JobTab::Metrics), tabs.contains(JobTab::FlameGraph));
    if (!hasTab(currentTab())) {
        setCurrentTab(JobTab::Overview);
    }
}

bool JobDetailView::hasTab(JobTab tab) const
{
    return m_tabs->isTabShown(static_cast<int>(tab));
}

void JobDetailView::setTabCount(JobTab tab, int count)
{
    m_tabs->setCount(static_cast<int>(tab), count);
}

JobTabPage* JobDetailView::page(JobTab tab) const
{
    return m_byTab.value(tab);
}

void JobDetailView::setDetail(const JobDetail& detail)
{
    m_detail = detail;
    m_header->setSummary(detail.summary);
    m_overview->setDetail(detail);
    m_exceptions->setFailures(detail.failures);
    m_configuration->setTexts(detail.configuration, detail.facts);
    m_timeline->setTimeline(detail.timeline);
    m_sql->setSql(detail.sql);
    setTabCount(JobTab::Exceptions, m_exceptions->groupCount());
    QHash<QString, QString> titles;
    std::vector<NamedText> vertices;
    for (const GraphNode& node : detail.graph.nodes) {
        titles.insert(node.id, titleOf(node));
        vertices.push_back({.name = titleOf(node), .value = node.id});
    }
    m_checkpoints->setVertexTitles(titles);
    if (!vertices.empty()) {
        m_flame->setVertices(vertices);
    }
}

void JobDetailView::setStale(const Error& error)
{
    m_header->setStale(true);
    if (!m_messages->hasMessage() || m_messages->message().text != error.message) {
        m_messages->showError(error, {{.id = u"retry"_s, .text = tr("Retry")}});
    }
}

void JobDetailView::setFresh()
{
    m_header->setStale(false);
    m_gone = false;
    setFaded(false);
    if (m_messages->hasMessage()) {
        m_messages->clear();
    }
}

void JobDetailView::setGone()
{
    if (m_gone) {
        return;
    }
    m_gone = true;
    m_header->setStale(true);
    setFaded(true);
    m_messages->showMessage({.kind = MessageBar::Kind::Warning,
        .text = tr("The server does not know this job any more: what stands here is the last that was seen of it."),
        .actions = {{.id = u"retry"_s, .text = tr("Retry")}},
        .closable = false});
}

void JobDetailView::setFaded(bool faded)
{
    for (JobTabPage* page : std::as_const(m_byTab)) {
        page->setFaded(faded);
    }
}

void JobDetailView::setCurrentTab(JobTab tab)
{
    if (!hasTab(tab)) {
        return;
    }
    m_tabs->setCurrent(static_cast<int>(tab));
    if (m_pages->currentWidget() != m_byTab.value(tab)) {
        m_pages->setCurrentWidget(m_byTab.value(tab));
        Q_EMIT currentTabChanged(tab);
    }
}

JobTab JobDetailView::currentTab() const
{
    return static_cast<JobTab>(m_tabs->current());
}

void JobDetailView::setExpanded(bool expanded)
{
    m_header->setExpanded(expanded);
}

void JobDetailView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT seenChanged(true);
}

void JobDetailView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT seenChanged(false);
}

void JobDetailView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_subject.key.isEmpty()) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace millrace
