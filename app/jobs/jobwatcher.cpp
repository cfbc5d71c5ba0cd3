// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobwatcher.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace millrace {

using namespace Qt::StringLiterals;

JobWatcher::JobWatcher(JobTable& table, QObject* parent) : QObject(parent), m_table(table)
{
    connect(&m_table, &JobTable::jobMoved, this, &JobWatcher::jobMoved);
}

QString JobWatcher::event(const JobRow& before, const JobRow& after) const
{
    const JobSummary& job = after.job;
    if (!after.listed) {
        return before.listed ? tr("%1 is not listed any more").arg(job.name) : QString();
    }
    if (job.state != before.job.state) {
        switch (job.state) {
        case JobState::Failed:
            return tr("%1 failed").arg(job.name);
        case JobState::Restarting:
            return tr("%1 restarts").arg(job.name);
        case JobState::Finished:
            return tr("%1 finished").arg(job.name);
        case JobState::Cancelled:
            return tr("%1 was stopped").arg(job.name);
        default:
            break;
        }
    }
    // Between two answers a job may have failed and come back.
    if (before.job.restarts && job.restarts && *job.restarts > *before.job.restarts) {
        return tr("%1 has restarted").arg(job.name);
    }
    return {};
}

void JobWatcher::jobMoved(const JobRow& before, const JobRow& after)
{
    if (!after.watched) {
        return;
    }
    const QString title = event(before, after);
    if (title.isEmpty()) {
        return;
    }
    const QString where = m_table.sourceOf(after).name;
    Q_EMIT happened(after.key, title, after.job.failure.isEmpty() ? where : where + u'\n' + after.job.failure);
    if (!m_lookedAt) {
        Q_EMIT unseenChanged(++m_unseen);
    }
}

void JobWatcher::setLookedAt(bool lookedAt)
{
    m_lookedAt = lookedAt;
    if (lookedAt && m_unseen > 0) {
        m_unseen = 0;
        Q_EMIT unseenChanged(0);
    }
}

void notifyDesktop(const QString& title, const QString& text)
{
    // Without the variable Qt would start a bus of its own, and wait for it.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        return;
    }
    const QString service = u"org.freedesktop.Notifications"_s;
    QDBusMessage message =
        QDBusMessage::createMethodCall(service, u"/org/freedesktop/Notifications"_s, service, u"Notify"_s);
    constexpr uint newNotification = 0;
    constexpr int asTheDesktopHasIt = -1;
    message.setArguments({u"Millrace"_s, newNotification, u"millrace"_s, title, text.toHtmlEscaped(), QStringList(),
        QVariantMap(), asTheDesktopHasIt});
    QDBusConnection::sessionBus().send(message);
}

} // namespace millrace
