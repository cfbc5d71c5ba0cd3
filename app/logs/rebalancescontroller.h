// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

namespace millrace {

class LogsController;
class MainWindow;
class RebalancesPage;
class RebalanceWatch;
struct Services;

/// The page of Kafka's rebalances: reads broker logs in the background, goes on while they grow, saves what it found.
class RebalancesController : public QObject {
    Q_OBJECT

public:
    RebalancesController(MainWindow& window, LogsController& logs, Services& services, QObject* parent = nullptr);
    ~RebalancesController() override;

    [[nodiscard]] RebalancesPage* page() const { return m_page; }

    /// Files and patterns, of one or more brokers; shows the page.
    void open(const QStringList& files);

private:
    void chooseFiles();
    void read();
    void save(const QString& format);

    MainWindow& m_window;
    LogsController& m_logs;
    Services& m_services;
    RebalancesPage* m_page = nullptr;
    std::unique_ptr<RebalanceWatch> m_watch;
    QStringList m_files;
};

} // namespace millrace
