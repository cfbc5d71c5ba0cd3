// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localseatunnel.h"

namespace millrace {

using namespace Qt::StringLiterals;

LocalSeaTunnel::LocalSeaTunnel(QString script, QObject* parent)
    : LocalServer(std::move(script),
        {.start = tr("Start the local SeaTunnel"),
            .stop = tr("Stop the local SeaTunnel"),
            .notStarted = tr("The local SeaTunnel did not start: %1"),
            .notStopped = tr("The local SeaTunnel did not stop: %1"),
            .missing = tr("The script local-seatunnel was not found; set MILLRACE_SCRIPTS to the folder it lies in.")},
        parent)
{
}

QString LocalSeaTunnel::findScript()
{
    return LocalServer::findScript(u"local-seatunnel"_s);
}

bool LocalSeaTunnel::take(const QJsonObject& answer)
{
    m_address = answer["v1"_L1].toString();
    m_version = answer["version"_L1].toString();
    return !m_address.isEmpty();
}

} // namespace millrace
