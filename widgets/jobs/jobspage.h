// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobkey.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QSplitter;
class QStackedLayout;
class QToolButton;

namespace millrace {

class EmptyView;
class FreshnessStrip;
class JobFilterBar;
class JobsTable;
class JobTableModel;
class MessageBar;

/// The jobs of all connections: filter row, freshness of each connection, table, and below it the detail of the current
/// job. What is done to jobs is asked for by signals.
class JobsPage : public QWidget {
    Q_OBJECT

public:
    explicit JobsPage(QWidget* parent = nullptr);
    ~JobsPage() override;

    /// model outlives the page.
    void setModel(JobTableModel* model);

    /// What stands below the table while a job is open; the page owns it from then on.
    void setDetailWidget(QWidget* widget);
    /// Enter and double click show the detail, Esc hides it.
    void setDetailShown(bool shown);
    [[nodiscard]] bool isDetailShown() const;
    /// The detail takes the whole page.
    void setDetailMaximized(bool maximized);
    [[nodiscard]] bool isDetailMaximized() const;

    /// The job whose row is the current one; empty when there is none.
    [[nodiscard]] JobKey currentJob() const;
    void setCurrentJob(const JobKey& key);
    /// The selected rows, from the top down.
    [[nodiscard]] std::vector<JobKey> chosenJobs() const;

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

    [[nodiscard]] JobFilterBar* filterBar() const { return m_filterBar; }

    [[nodiscard]] FreshnessStrip* freshness() const { return m_freshness; }

    [[nodiscard]] JobsTable* table() const { return m_table; }

    /// What to say while no connection could have jobs.
    void setHasSources(bool has);

    /// Heights, columns and their widths, to be remembered.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    /// Another job became the current one; empty when none is.
    void currentJobChanged(const millrace::JobKey& key);
    void chosenJobsChanged();
    void detailShownChanged(bool shown);
    /// F5.
    void refreshRequested();
    /// The menu of the rows is wanted here.
    void menuRequested(const QPoint& globalPlace);
    void addConnectionRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void connectTable();
    void refreshEmpty();
    void rememberCurrent();

    JobTableModel* m_model = nullptr;
    JobFilterBar* m_filterBar = nullptr;
    FreshnessStrip* m_freshness = nullptr;
    MessageBar* m_messages = nullptr;
    JobsTable* m_table = nullptr;
    EmptyView* m_empty = nullptr;
    QStackedLayout* m_body = nullptr;
    QSplitter* m_rows = nullptr;
    QWidget* m_top = nullptr;
    QPointer<QWidget> m_detail;
    JobKey m_current;
    bool m_hasSources = true;
    bool m_detailShown = false;
    bool m_maximized = false;
};

} // namespace millrace
