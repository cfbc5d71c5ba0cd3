// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logreader.h"

#include <QMutex>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace millrace {

/// A log that is open: its first lines are there at once, the rest is read behind, and what is written to it later
/// follows. Belongs to the thread that made it; snapshots go anywhere.
class LogDocument : public QObject {
    Q_OBJECT

public:
    /// One log, or several to be merged by time.
    explicit LogDocument(std::vector<LogOrigin> origins, QObject* parent = nullptr);
    ~LogDocument() override;

    /// The log as it was known last.
    [[nodiscard]] LogSnapshot snapshot() const;

    [[nodiscard]] const QString& title() const { return m_title; }

    [[nodiscard]] bool isMerged() const { return m_merged; }

    /// Looks for news now, not when the clock says so.
    void poll();
    /// Whether it looks for news by itself; it does unless told otherwise.
    void setFollowing(bool following);

    [[nodiscard]] bool isFollowing() const { return m_clock.isActive(); }

Q_SIGNALS:
    /// snapshot() is another one, at most ten times a second.
    void changed();

private:
    void run();
    void publish();

    std::unique_ptr<LogReader> m_reader; ///< only in the worker while m_running
    mutable QMutex m_mutex;
    LogSnapshot m_snapshot;
    QString m_title;
    QTimer m_clock;
    std::atomic<bool> m_stopping = false;
    bool m_running = false;
    bool m_merged = false;
    QThreadPool m_pool;
};

/// Finds files that belong together among those that a person named: rotated ones become one log, oldest first.
[[nodiscard]] std::vector<LogOrigin> logOrigins(const QStringList& files);

} // namespace millrace
