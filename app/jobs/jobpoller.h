// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/connectionprofile.h"
#include "core/jobmonitor.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <memory>

namespace millrace {

class Connection;
class ConnectionPool;
class JobTable;
struct JobSource;

/// How often connections are asked for their jobs, in milliseconds.
struct PollPace {
    int seen = 3'000; ///< while a person looks at the jobs
    int inactive = 10'000; ///< while the page shows in a window that is not the active one
    int unseen = 30'000;
    int firstRetry = 5'000; ///< after an error; twice as long after each further one
    int lastRetry = 120'000;
};

/// How much of a person's attention the jobs have.
enum class Attention {
    Full, ///< the page shows in the active window
    Side, ///< the page shows in another window than the active one
    Unseen,
};

/// Asks one connection for its jobs, again and again, and merges the answers into the table. One call at a time; an
/// answer that somebody no longer waits for is dropped.
class JobPoller : public QObject {
    Q_OBJECT

public:
    /// pool and table outlive the poller. It starts with poll().
    JobPoller(
        ConnectionPool& pool, JobTable& table, QString connectionId, const PollPace& pace, QObject* parent = nullptr);
    ~JobPoller() override;

    [[nodiscard]] const QString& connectionId() const { return m_connectionId; }

    /// The connection of the last answer; null before the first one.
    [[nodiscard]] const std::shared_ptr<Connection>& connection() const { return m_connection; }

    /// Asks at once. What is under way is given up.
    void poll();
    void setAttention(Attention attention);
    void stop();

    /// When the next call is made while nothing is under way; -1: never.
    [[nodiscard]] int waitMs() const { return m_timer.isActive() ? m_timer.remainingTime() : -1; }

Q_SIGNALS:
    /// The connection has no jobs to ask for: it needs no poller.
    void unsupported();
    /// An answer came, good or bad.
    void answered();

private:
    QCoro::Task<void> ask(quint64 generation, CancellationToken token);
    void take(JobList list, const std::shared_ptr<Connection>& connection);
    void fail(const Error& error);
    void schedule();
    void updateSource(const std::function<void(JobSource&)>& change);

    ConnectionPool& m_pool;
    JobTable& m_table;
    QString m_connectionId;
    PollPace m_pace;
    std::shared_ptr<Connection> m_connection;
    QTimer m_timer;
    CancellationSource m_cancel;
    quint64 m_generation = 0;
    int m_errors = 0; ///< since the last good answer
    bool m_underWay = false;
    Attention m_attention = Attention::Unseen;
};

} // namespace millrace
