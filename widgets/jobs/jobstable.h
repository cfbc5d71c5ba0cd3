// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobkey.h"
#include "models/jobtabletext.h"
#include "widgets/panels/paneltable.h"

namespace millrace {

class JobTableModel;

/// The head of the job table: a click sorts, a drag moves or resizes, the right button chooses columns.
class JobsHeader : public PanelHeaderView {
    Q_OBJECT

public:
    explicit JobsHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// The rows of the Jobs page. Columns can be chosen, moved and resized; all of that is remembered by saveState().
class JobsTable : public PanelTable {
    Q_OBJECT

public:
    explicit JobsTable(QWidget* parent = nullptr);

    /// model outlives the table.
    void setJobs(JobTableModel* model);

    [[nodiscard]] JobKey currentJob() const;
    void setCurrentJob(const JobKey& key);
    [[nodiscard]] std::vector<JobKey> chosenJobs() const;

    void setColumnShown(JobColumn column, bool shown);
    [[nodiscard]] bool isColumnShown(JobColumn column) const;
    /// Columns and order as on the first day.
    void resetColumns();

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void chosenJobsChanged();
    void menuRequested(const QPoint& globalPlace);
    void columnsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitName();
    void showColumnMenu(const QPoint& place);
    void copyChosen();

    JobTableModel* m_jobs = nullptr;
};

} // namespace millrace
