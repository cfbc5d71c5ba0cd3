// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logs/remotelog.h"

#include <QDir>
#include <QPointer>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_chunk = 4 << 20;
constexpr int s_pollMs = 1500;
constexpr int s_longestPauseMs = 30'000;

} // namespace

RemoteLog::RemoteLog(std::shared_ptr<Connection> connection, LogSource source, QObject* parent)
    : QObject(parent), m_connection(std::move(connection)), m_source(std::move(source)),
      m_file(QDir::tempPath() + u"/millrace-remote-XXXXXX.log"_s)
{
    m_file.open();
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &RemoteLog::fetch);
    fetch();
}

RemoteLog::~RemoteLog()
{
    m_cancellation.cancel();
}

void RemoteLog::fetch()
{
    if (!m_running && !m_complete && m_connection->jobLogs() != nullptr) {
        m_running = true;
        m_clock.stop();
        run();
    }
}

QCoro::Task<void> RemoteLog::run()
{
    const QPointer<RemoteLog> self(this);
    const std::shared_ptr<Connection> connection = m_connection;
    const CancellationToken token = m_cancellation.token();
    bool more = true;
    while (more) {
        LogSource source = m_source;
        const qint64 from = m_next;
        const Result<LogChunk> answer = co_await connection->jobLogs()->read(std::move(source), from, s_chunk, token);
        if (!self) {
            co_return;
        }
        more = take(answer);
    }
    m_running = false;
    if (!m_complete) {
        m_clock.start(std::min(s_longestPauseMs, s_pollMs << std::min(m_failures, 5)));
    }
}

bool RemoteLog::take(const Result<LogChunk>& answer)
{
    if (!answer) {
        if (!answer.error().isCancelled() && m_failures++ == 0) {
            Q_EMIT failed(answer.error());
        }
        return false;
    }
    m_failures = 0;
    if (answer->restarted && m_any) {
        m_file.write(tr("----- Here the log began anew on the server. -----").toUtf8() + '\n');
    }
    m_any = m_any || !answer->bytes.isEmpty();
    m_file.write(answer->bytes);
    m_file.flush();
    const bool moved = answer->next != m_next;
    m_next = answer->next;
    m_complete = answer->complete && answer->atEnd;
    return !answer->atEnd && (moved || !answer->bytes.isEmpty());
}

} // namespace millrace
