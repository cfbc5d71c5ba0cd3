// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobdetail/jobtabpage.h"

namespace millrace {

class LogsPage;

/// The logs of a job and of what it runs on: the same page as for every other log.
class JobLogsTab : public JobTabPage {
    Q_OBJECT

public:
    explicit JobLogsTab(QWidget* parent = nullptr);

    [[nodiscard]] LogsPage* logs() const { return m_logs; }

    void clear();

private:
    LogsPage* m_logs = nullptr;
};

} // namespace millrace
