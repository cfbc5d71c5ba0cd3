// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobspage.h"

#include "models/jobtablemodel.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/jobs/freshnessstrip.h"
#include "widgets/jobs/jobfilterbar.h"
#include "widgets/jobs/jobstable.h"
#include "widgets/panels/emptyview.h"

#include <QDataStream>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 s_stateVersion = 1;

} // namespace

JobsPage::JobsPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"jobsPage"_s);
    buildLayout();
}

JobsPage::~JobsPage() = default;

void JobsPage::buildLayout()
{
    m_filterBar = new JobFilterBar;
    m_freshness = new FreshnessStrip;
    m_messages = new MessageBar;
    m_table = new JobsTable;
    m_empty = new EmptyView({});
    m_empty->setObjectName(u"jobsEmpty"_s);
    auto* body = new QWidget;
    m_body = new QStackedLayout(body);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    m_top = new QWidget;
    auto* top = new QVBoxLayout(m_top);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(0);
    top->addWidget(m_filterBar);
    top->addWidget(m_freshness);
    top->addWidget(m_messages);
    top->addWidget(body, 1);
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->setObjectName(u"jobsRows"_s);
    m_rows->setHandleWidth(1);
    m_rows->setChildrenCollapsible(false);
    m_rows->addWidget(m_top);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rows);
    connect(m_empty, &EmptyView::actionTriggered, this, [this] {
        if (m_hasSources) {
            m_filterBar->setFilter({.ended = JobFilter::Ended::All});
            Q_EMIT m_filterBar->filterEdited(m_filterBar->filter());
        } else {
            Q_EMIT addConnectionRequested();
        }
    });
    connect(m_filterBar, &JobFilterBar::leftDownwards, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid() && m_model && m_model->rowCount() > 0) {
            m_table->selectRow(m_model->isGroup(0) ? 1 : 0);
        }
    });
}

void JobsPage::setModel(JobTableModel* model)
{
    m_model = model;
    m_table->setJobs(model);
    m_filterBar->setFilter(model->filter());
    connectTable();
    refreshEmpty();
}

void JobsPage::connectTable()
{
    const auto count = [this] {
        m_freshness->setCount(m_model->shownJobs(), m_model->table().jobCount());
        refreshEmpty();
    };
    const auto freshen = [this] { m_freshness->setSources(m_model->table().sources(), m_model->table().now()); };
    const JobTable* jobs = &m_model->table();
    connect(m_filterBar, &JobFilterBar::filterEdited, m_model, &JobTableModel::setFilter);
    connect(m_model, &JobTableModel::countChanged, this, count);
    connect(jobs, &JobTable::changed, this, count);
    connect(jobs, &JobTable::clockMoved, this, freshen);
    connect(jobs, &JobTable::sourceChanged, this, freshen);
    const auto readSources = [this, freshen] {
        std::vector<JobSource> sources;
        for (const JobSource* source : m_model->table().sources()) {
            sources.push_back(*source);
        }
        setHasSources(!sources.empty());
        m_filterBar->setSources(sources);
        freshen();
    };
    connect(jobs, &JobTable::sourcesChanged, this, readSources);
    connect(m_table, &JobsTable::chosenJobsChanged, this, &JobsPage::chosenJobsChanged);
    connect(m_table, &JobsTable::menuRequested, this, &JobsPage::menuRequested);
    connect(m_table, &PanelTable::currentRowChanged, this, &JobsPage::rememberCurrent);
    connect(m_table, &PanelTable::rowActivated, this, [this] {
        rememberCurrent();
        setDetailShown(true);
    });
    // A removed row takes the current index along without the view's saying so.
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobsPage::rememberCurrent, Qt::QueuedConnection);
    readSources();
    count();
}

void JobsPage::rememberCurrent()
{
    const JobKey key = m_table->currentJob();
    // A job that a filter hides stays open; one that is chosen takes its place.
    if (key == m_current || key.isEmpty()) {
        return;
    }
    m_current = key;
    Q_EMIT currentJobChanged(m_current);
}

void JobsPage::setDetailWidget(QWidget* widget)
{
    delete m_detail;
    m_detail = widget;
    if (widget) {
        m_rows->addWidget(widget);
        m_rows->setStretchFactor(0, 1);
        m_rows->setStretchFactor(1, 1);
        widget->setVisible(m_detailShown);
    }
}

void JobsPage::setDetailShown(bool shown)
{
    if (m_detailShown == shown) {
        return;
    }
    m_detailShown = shown;
    if (!shown) {
        setDetailMaximized(false);
    }
    if (m_detail) {
        m_detail->setVisible(shown);
    }
    if (!shown) {
        m_table->setFocus();
    }
    Q_EMIT detailShownChanged(shown);
    if (shown) {
        m_table->scrollTo(m_table->currentIndex());
    }
}

bool JobsPage::isDetailShown() const
{
    return m_detailShown;
}

void JobsPage::setDetailMaximized(bool maximized)
{
    m_maximized = maximized && m_detail;
    m_top->setVisible(!m_maximized);
}

bool JobsPage::isDetailMaximized() const
{
    return m_maximized;
}

JobKey JobsPage::currentJob() const
{
    return m_current;
}

void JobsPage::setCurrentJob(const JobKey& key)
{
    m_table->setCurrentJob(key);
    rememberCurrent();
}

std::vector<JobKey> JobsPage::chosenJobs() const
{
    return m_table->chosenJobs();
}

void JobsPage::setHasSources(bool has)
{
    m_hasSources = has;
    refreshEmpty();
}

void JobsPage::refreshEmpty()
{
    const bool none = !m_model || m_model->shownJobs() == 0;
    if (!m_hasSources) {
        m_empty->setSentence(tr("No connection has jobs yet. Add one, and its jobs stand here."));
        m_empty->setAction(tr("Add a connection"));
    } else if (m_model && m_model->table().jobCount() > 0) {
        m_empty->setSentence(tr("None of the %n jobs fits the filter.", nullptr, m_model->table().jobCount()));
        m_empty->setAction(tr("Show all jobs"));
    } else {
        m_empty->setSentence(tr("No jobs. Run an INSERT, and its job stands here."));
        m_empty->setAction({});
    }
    m_body->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_table);
}

void JobsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_filterBar->focusSearch();
    } else if (event->key() == Qt::Key_F5) {
        Q_EMIT refreshRequested();
    } else if (event->key() == Qt::Key_Escape && m_detailShown) {
        setDetailShown(false);
    } else {
        QWidget::keyPressEvent(event);
    }
}

QByteArray JobsPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << s_stateVersion << m_rows->saveState() << m_table->saveState();
    return state;
}

void JobsPage::restoreState(const QByteArray& state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray rows;
    QByteArray table;
    in >> version >> rows >> table;
    if (version != s_stateVersion || in.status() != QDataStream::Ok) {
        return;
    }
    m_rows->restoreState(rows);
    m_rows->setHandleWidth(1);
    m_rows->setChildrenCollapsible(false);
    m_table->restoreState(table);
}

} // namespace millrace
