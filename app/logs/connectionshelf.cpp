// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logs/connectionshelf.h"

#include <QPointer>

#include <algorithm>

namespace millrace {

ConnectionShelf::ConnectionShelf(std::shared_ptr<Connection> connection, QString jobId, QObject* parent)
    : LogShelf(parent), m_connection(std::move(connection)), m_jobId(std::move(jobId))
{
    refresh();
}

ConnectionShelf::~ConnectionShelf()
{
    m_cancellation.cancel();
}

QString ConnectionShelf::emptySentence() const
{
    const QString name = m_connection->profile().name;
    if (m_connection->jobLogs() == nullptr) {
        return tr("%1 offers no logs.").arg(name);
    }
    return m_listed ? tr("%1 has no log here yet. Look again once something runs.").arg(name)
                    : tr("Asking %1 for its logs …").arg(name);
}

QList<LogEntry> ConnectionShelf::entries() const
{
    QList<LogEntry> entries;
    for (const LogSource& source : m_sources) {
        entries += LogEntry{.id = source.id,
            .title = source.title,
            .group = source.group,
            .bytes = source.bytes,
            .modifiedAt = source.modifiedAt};
    }
    return entries;
}

void ConnectionShelf::refresh()
{
    if (m_connection->jobLogs() != nullptr && !m_listing) {
        m_listing = true;
        list();
    }
}

QCoro::Task<void> ConnectionShelf::list()
{
    const QPointer<ConnectionShelf> self(this);
    const std::shared_ptr<Connection> connection = m_connection;
    const CancellationToken token = m_cancellation.token();
    QString jobId = m_jobId;
    const Result<std::vector<LogSource>> sources = co_await connection->jobLogs()->sources(std::move(jobId), token);
    if (!self) {
        co_return;
    }
    m_listing = false;
    if (sources) {
        m_listed = true;
        m_sources = *sources;
        Q_EMIT changed();
    } else if (!sources.error().isCancelled()) {
        Q_EMIT failed(sources.error());
    }
}

std::optional<LogOrigin> ConnectionShelf::originOf(const QString& id)
{
    const auto source = std::ranges::find(m_sources, id, &LogSource::id);
    if (source == m_sources.end()) {
        return std::nullopt;
    }
    RemoteLog*& log = m_logs[id];
    if (log == nullptr) {
        log = new RemoteLog(m_connection, *source, this);
        connect(log, &RemoteLog::failed, this, &LogShelf::failed);
    }
    return LogOrigin{.name = source->title, .files = {log->path()}};
}

} // namespace millrace
