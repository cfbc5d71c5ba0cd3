// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobpoller.h"
#include "core/connection.h"

#include <QHash>
#include <QSet>

namespace millrace {

class ConnectionStore;

/// A poller for each saved connection that has jobs. Nothing is asked before somebody wants to know: start() asks all,
/// start(id) one.
class JobPolling : public QObject {
    Q_OBJECT

public:
    /// All outlive the object.
    JobPolling(const BackendRegistry& backends, ConnectionStore& connections, ConnectionPool& pool, JobTable& table,
        const PollPace& pace = {}, QObject* parent = nullptr);

    /// From now on all connections are asked, also those that are saved later.
    void start();
    /// From now on this one is asked.
    void start(const QString& connectionId);
    void setAttention(Attention attention);
    void refresh();
    void refresh(const QString& connectionId);
    void stop();

    /// The connection as the last good answer came from it; null without one.
    [[nodiscard]] std::shared_ptr<Connection> connection(const QString& connectionId) const;

Q_SIGNALS:
    void answered(const QString& connectionId);

private:
    void sync();
    [[nodiscard]] QString systemName(const QString& system) const;

    const BackendRegistry& m_backends;
    ConnectionStore& m_connections;
    ConnectionPool& m_pool;
    JobTable& m_table;
    PollPace m_pace;
    QHash<QString, JobPoller*> m_pollers;
    QSet<QString> m_wanted;
    QSet<QString> m_unsupported; ///< until their profile is saved again
    bool m_all = false;
    Attention m_attention = Attention::Unseen;
};

} // namespace millrace
