// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logs/logshelf.h"
#include "app/logs/remotelog.h"

namespace millrace {

/// The logs that a connection offers, of one job or of the whole system.
class ConnectionShelf : public LogShelf {
    Q_OBJECT

public:
    /// jobId may be empty. Asks for the list at once.
    ConnectionShelf(std::shared_ptr<Connection> connection, QString jobId, QObject* parent = nullptr);
    ~ConnectionShelf() override;

    [[nodiscard]] QList<LogEntry> entries() const override;
    void refresh() override;
    [[nodiscard]] QString emptySentence() const override;

    [[nodiscard]] bool isListed() const { return m_listed; }

protected:
    [[nodiscard]] std::optional<LogOrigin> originOf(const QString& id) override;

private:
    QCoro::Task<void> list();

    std::shared_ptr<Connection> m_connection;
    QString m_jobId;
    std::vector<LogSource> m_sources;
    QHash<QString, RemoteLog*> m_logs;
    CancellationSource m_cancellation;
    bool m_listing = false;
    bool m_listed = false;
};

} // namespace millrace
