// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"

#include <QMutex>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace millrace {

/// Analyses broker logs in a worker and goes on as they grow. Belongs to the thread that made it.
class RebalanceWatch : public QObject {
    Q_OBJECT

public:
    /// files may be patterns; those of one broker are put in order.
    RebalanceWatch(const QStringList& files, RebalanceOptions options, QObject* parent = nullptr);
    ~RebalanceWatch() override;

    /// What is known so far.
    [[nodiscard]] std::shared_ptr<const RebalanceReport> report() const;
    /// How much of what is there was read, 0 to 1.
    [[nodiscard]] double progress() const;
    /// Whether it goes on looking; it does unless told otherwise.
    void setLive(bool live);

    [[nodiscard]] bool isLive() const { return m_clock.isActive(); }

Q_SIGNALS:
    /// report() is another one, at most twice a second.
    void changed();

private:
    struct Worker;

    void poll();
    void run();
    void publish();

    std::unique_ptr<Worker> m_worker; ///< only in the worker while m_running
    mutable QMutex m_mutex;
    std::shared_ptr<const RebalanceReport> m_report;
    double m_progress = 0;
    QTimer m_clock;
    std::atomic<bool> m_stopping = false;
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace millrace
