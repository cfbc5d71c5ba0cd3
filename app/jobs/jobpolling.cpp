// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobpolling.h"

#include "app/connectionpool.h"
#include "models/jobtable.h"
#include "storage/connectionstore.h"

namespace millrace {

JobPolling::JobPolling(const BackendRegistry& backends, ConnectionStore& connections, ConnectionPool& pool,
    JobTable& table, const PollPace& pace, QObject* parent)
    : QObject(parent), m_backends(backends), m_connections(connections), m_pool(pool), m_table(table), m_pace(pace)
{
    connect(&m_connections, &ConnectionStore::changed, this, &JobPolling::sync);
    connect(&m_connections, &ConnectionStore::saved, this, [this](const QString& id) {
        m_unsupported.remove(id);
        sync();
        refresh(id);
    });
}

void JobPolling::start()
{
    if (!m_all) {
        m_all = true;
        sync();
    }
}

void JobPolling::start(const QString& connectionId)
{
    if (!m_wanted.contains(connectionId)) {
        m_wanted.insert(connectionId);
        sync();
    }
}

void JobPolling::setAttention(Attention attention)
{
    m_attention = attention;
    for (JobPoller* poller : std::as_const(m_pollers)) {
        poller->setAttention(attention);
    }
}

void JobPolling::refresh()
{
    for (JobPoller* poller : std::as_const(m_pollers)) {
        poller->poll();
    }
}

void JobPolling::refresh(const QString& connectionId)
{
    if (JobPoller* poller = m_pollers.value(connectionId)) {
        poller->poll();
    }
}

void JobPolling::stop()
{
    for (JobPoller* poller : std::as_const(m_pollers)) {
        poller->stop();
    }
}

std::shared_ptr<Connection> JobPolling::connection(const QString& connectionId) const
{
    const JobPoller* poller = m_pollers.value(connectionId);
    return poller ? poller->connection() : nullptr;
}

QString JobPolling::systemName(const QString& system) const
{
    const Backend* backend = m_backends.find(system);
    return backend ? backend->displayName() : system;
}

void JobPolling::sync()
{
    std::vector<JobSource> sources;
    QSet<QString> present;
    std::vector<JobPoller*> added;
    for (const ConnectionProfile& profile : m_connections.all()) {
        if ((!m_all && !m_wanted.contains(profile.id)) || m_unsupported.contains(profile.id)) {
            continue;
        }
        present.insert(profile.id);
        const JobSource* known = m_table.findSource(profile.id);
        JobSource source = known ? *known : JobSource{.id = profile.id};
        source.name = profile.name;
        source.system = profile.system;
        source.systemName = systemName(profile.system);
        source.environment = profile.environment;
        source.readOnly = profile.readOnly;
        sources.push_back(source);
        if (!m_pollers.contains(profile.id)) {
            auto* poller = new JobPoller(m_pool, m_table, profile.id, m_pace, this);
            m_pollers.insert(profile.id, poller);
            connect(poller, &JobPoller::answered, this, [this, id = profile.id] { Q_EMIT answered(id); });
            connect(
                poller, &JobPoller::unsupported, this,
                [this, id = profile.id] {
                    m_unsupported.insert(id);
                    sync();
                },
                Qt::QueuedConnection);
            added.push_back(poller);
        }
    }
    for (auto it = m_pollers.begin(); it != m_pollers.end();) {
        if (present.contains(it.key())) {
            ++it;
        } else {
            it.value()->stop();
            it.value()->deleteLater();
            it = m_pollers.erase(it);
        }
    }
    m_table.setSources(sources);
    for (JobPoller* poller : added) {
        poller->poll();
        poller->setAttention(m_attention);
    }
}

} // namespace millrace
