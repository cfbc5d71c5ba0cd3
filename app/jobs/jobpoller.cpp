// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobpoller.h"

#include "app/connectionpool.h"
#include "models/jobtable.h"

#include <QPointer>

#include <algorithm>

namespace millrace {

JobPoller::JobPoller(ConnectionPool& pool, JobTable& table, QString connectionId, const PollPace& pace, QObject* parent)
    : QObject(parent), m_pool(pool), m_table(table), m_connectionId(std::move(connectionId)), m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &JobPoller::poll);
}

JobPoller::~JobPoller()
{
    m_cancel.cancel();
}

void JobPoller::poll()
{
    m_timer.stop();
    // Each call has a token of its own: to give one up must not touch the next.
    m_cancel.cancel();
    m_cancel = CancellationSource();
    m_underWay = true;
    ask(++m_generation, m_cancel.token());
}

void JobPoller::stop()
{
    ++m_generation;
    m_cancel.cancel();
    m_timer.stop();
    m_underWay = false;
}

void JobPoller::setAttention(Attention attention)
{
    if (m_attention == attention) {
        return;
    }
    m_attention = attention;
    if (m_underWay) {
        return;
    }
    if (attention == Attention::Full && m_errors == 0) {
        poll(); // what stands there is as old as an unseen answer may be
    } else if (m_timer.isActive()) {
        schedule();
    }
}

QCoro::Task<void> JobPoller::ask(quint64 generation, CancellationToken token)
{
    const QPointer guard(this);
    auto connection = co_await m_pool.connection(m_connectionId);
    if (!guard || generation != m_generation) {
        co_return;
    }
    if (!connection) {
        fail(connection.error());
        co_return;
    }
    // Held across the call: the pool may forget it meanwhile.
    const std::shared_ptr<Connection> held = *connection;
    JobMonitor* monitor = held->jobMonitor();
    if (!monitor) {
        stop();
        Q_EMIT unsupported();
        co_return;
    }
    auto list = co_await monitor->jobs({}, token);
    if (!guard || generation != m_generation) {
        co_return;
    }
    if (list) {
        take(std::move(*list), held);
    } else {
        fail(list.error());
    }
}

void JobPoller::take(JobList list, const std::shared_ptr<Connection>& connection)
{
    m_underWay = false;
    m_errors = 0;
    m_connection = connection;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_table.merge(m_connectionId, std::move(list.jobs), now);
    updateSource([&list, &now](JobSource& source) {
        source.answeredAt = now;
        source.error.clear();
        source.errorDetail.clear();
        source.nextTry = {};
        source.warnings = list.warnings;
    });
    schedule();
    Q_EMIT answered();
}

void JobPoller::fail(const Error& error)
{
    m_underWay = false;
    if (error.isCancelled()) {
        return;
    }
    ++m_errors;
    schedule();
    updateSource([this, &error](JobSource& source) {
        source.error = error.message;
        source.errorDetail = error.detail;
        source.nextTry = QDateTime::currentDateTimeUtc().addMSecs(m_timer.remainingTime());
    });
    Q_EMIT answered();
}

void JobPoller::schedule()
{
    int wait = m_attention == Attention::Full ? m_pace.seen
        : m_attention == Attention::Side      ? m_pace.inactive
                                              : m_pace.unseen;
    if (m_errors > 0) {
        const int doublings = std::min(m_errors - 1, 10);
        wait = static_cast<int>(std::min<qint64>(qint64(m_pace.firstRetry) << doublings, m_pace.lastRetry));
    }
    m_timer.start(wait);
    if (m_errors == 0) {
        updateSource([wait](JobSource& source) { source.staleAfterMs = 3LL * wait + 5'000; });
    }
}

void JobPoller::updateSource(const std::function<void(JobSource&)>& change)
{
    if (const JobSource* known = m_table.findSource(m_connectionId)) {
        JobSource source = *known;
        change(source);
        m_table.updateSource(source);
    }
}

} // namespace millrace
