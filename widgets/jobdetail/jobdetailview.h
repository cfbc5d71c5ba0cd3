// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/exceptionmodel.h"
#include "widgets/jobdetail/jobdetailheader.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QStackedWidget;

namespace millrace {

class CheckpointsTab;
class ConfigurationTab;
class EmptyView;
class ExceptionsTab;
class FlameTab;
class JobDetailTabBar;
class JobLogsTab;
class JobTabPage;
class MessageBar;
class MetricsTab;
class OverviewTab;
class SavepointsTab;
class SqlTab;
class TimelineTab;

/// The parts of a job's detail, in the order of their tabs.
enum class JobTab {
    Overview,
    Checkpoints,
    Savepoints,
    Exceptions,
    Logs,
    Metrics,
    FlameGraph,
    Configuration,
    Timeline,
    Sql,
};

inline constexpr int jobTabCount = static_cast<int>(JobTab::Sql) + 1;

/// All that there is to see of one job. It shows what it is given and asks by signals for the rest; a tab that its
/// system cannot fill is not there.
class JobDetailView : public QWidget {
    Q_OBJECT

public:
    explicit JobDetailView(QWidget* parent = nullptr);
    ~JobDetailView() override;

    /// Another job: everything of the one before is forgotten. The tab stays when the new one has it.
    void setSubject(const JobDetailSubject& subject);
    /// No job: a sentence.
    void clear();
    /// Which tabs there are; Overview always is.
    void setTabs(const QSet<JobTab>& tabs);

    void setDetail(const JobDetail& detail);
    /// The state is old; why is said in the bar at the top. An empty sentence makes it fresh again.
    void setStale(const Error& error);
    void setFresh();
    /// The server does not know the job any more: the last picture stays, greyed.
    void setGone();

    [[nodiscard]] bool isGone() const { return m_gone; }

    [[nodiscard]] const JobDetailSubject& subject() const { return m_subject; }

    [[nodiscard]] const JobDetail& detail() const { return m_detail; }

    void setCurrentTab(JobTab tab);
    [[nodiscard]] JobTab currentTab() const;
    [[nodiscard]] bool hasTab(JobTab tab) const;
    void setTabCount(JobTab tab, int count);
    [[nodiscard]] JobTabPage* page(JobTab tab) const;
    void setExpanded(bool expanded);

    [[nodiscard]] OverviewTab* overview() const { return m_overview; }

    [[nodiscard]] CheckpointsTab* checkpoints() const { return m_checkpoints; }

    [[nodiscard]] SavepointsTab* savepoints() const { return m_savepoints; }

    [[nodiscard]] JobLogsTab* logs() const { return m_logs; }

    [[nodiscard]] MetricsTab* metrics() const { return m_metrics; }

    [[nodiscard]] FlameTab* flameGraph() const { return m_flame; }

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

Q_SIGNALS:
    /// Also when the view comes to be seen.
    void currentTabChanged(millrace::JobTab tab);
    void retryRequested(millrace::JobTab tab);
    void restartRequested(const QString& location);
    void disposeRequested(const QString& location);
    void openSqlRequested(const QString& sql);
    void logOfFailureRequested(const millrace::FailureGroup& group);
    void bundleRequested();
    void expandToggled(bool expanded);
    void closeRequested();
    /// It came to be seen, or is not seen any more.
    void seenChanged(bool seen);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addPage(JobTab tab, const QString& text, JobTabPage* page);
    void buildLayout();
    void connectTabs();
    void setFaded(bool faded);

    JobDetailSubject m_subject;
    JobDetail m_detail;
    bool m_gone = false;
    JobDetailHeader* m_header = nullptr;
    JobDetailTabBar* m_tabs = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyView* m_noJob = nullptr;
    QWidget* m_body = nullptr;
    QHash<JobTab, JobTabPage*> m_byTab;
    OverviewTab* m_overview = nullptr;
    CheckpointsTab* m_checkpoints = nullptr;
    SavepointsTab* m_savepoints = nullptr;
    ExceptionsTab* m_exceptions = nullptr;
    JobLogsTab* m_logs = nullptr;
    MetricsTab* m_metrics = nullptr;
    FlameTab* m_flame = nullptr;
    ConfigurationTab* m_configuration = nullptr;
    TimelineTab* m_timeline = nullptr;
    SqlTab* m_sql = nullptr;
};

} // namespace millrace
