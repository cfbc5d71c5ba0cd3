// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdetailtexts.h"
#include "widgets/jobdetail/jobtabpage.h"

class QAbstractButton;

namespace millrace {

class PanelTable;

/// What one can restart the job from.
class SavepointsTab : public JobTabPage {
    Q_OBJECT

public:
    explicit SavepointsTab(QWidget* parent = nullptr);

    void setSavepoints(const std::vector<SavepointInfo>& savepoints);
    void setLimits(const SavepointLimits& limits);
    /// Read-only connections offer nothing that changes a job.
    void setReadOnly(bool readOnly);
    void clear();

    [[nodiscard]] QString chosenLocation() const;

Q_SIGNALS:
    void restartRequested(const QString& location);
    void disposeRequested(const QString& location);

private:
    void refreshButtons();

    JobSavepointModel* m_model = nullptr;
    PanelTable* m_table = nullptr;
    QAbstractButton* m_restart = nullptr;
    QAbstractButton* m_dispose = nullptr;
    QAbstractButton* m_copy = nullptr;
    SavepointLimits m_limits;
    bool m_readOnly = false;
};

} // namespace millrace
