// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/connection.h"
#include "core/joblogs.h"

#include <QCoroTask>
#include <QObject>
#include <QTemporaryFile>
#include <QTimer>

#include <memory>

namespace millrace {

/// Brings a log of a server into a temporary file, piece by piece, and goes on as it grows. What was fetched stays when
/// the server begins it anew.
class RemoteLog : public QObject {
    Q_OBJECT

public:
    RemoteLog(std::shared_ptr<Connection> connection, LogSource source, QObject* parent = nullptr);
    ~RemoteLog() override;

    /// Where its text lies, to be followed.
    [[nodiscard]] QString path() const { return m_file.fileName(); }

    [[nodiscard]] const LogSource& source() const { return m_source; }

    /// Asks for more now; later it asks by itself.
    void fetch();

Q_SIGNALS:
    /// Once for each row of failures; it goes on trying.
    void failed(const millrace::Error& error);

private:
    QCoro::Task<void> run();
    /// Whether to ask again at once.
    bool take(const Result<LogChunk>& answer);

    std::shared_ptr<Connection> m_connection;
    LogSource m_source;
    QTemporaryFile m_file;
    CancellationSource m_cancellation;
    QTimer m_clock;
    qint64 m_next = 0;
    int m_failures = 0;
    bool m_running = false;
    bool m_complete = false;
    bool m_any = false;
};

} // namespace millrace
