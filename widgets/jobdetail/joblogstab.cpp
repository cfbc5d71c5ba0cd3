// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/joblogstab.h"

#include "logs/logdocument.h"
#include "widgets/logs/logspage.h"

using namespace Qt::StringLiterals;

namespace millrace {

JobLogsTab::JobLogsTab(QWidget* parent)
    : JobTabPage(tr("The server offers no logs for this job."), parent), m_logs(new LogsPage)
{
    setObjectName(u"logsTab"_s);
    setContent(m_logs);
    setHasContent(true);
}

void JobLogsTab::clear()
{
    m_logs->showDocument(nullptr);
    m_logs->setEntries({});
}

} // namespace millrace
