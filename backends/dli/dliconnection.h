// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

namespace millrace::dli {

class DliClient;

/// A project of the service.
class DliConnection : public Connection {
    Q_OBJECT

public:
    DliConnection(
        ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent = nullptr);
    ~DliConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] SqlExecution* sqlExecution() override;
    [[nodiscard]] CatalogBrowser* catalogBrowser() override;
    [[nodiscard]] PlanExplainer* planExplainer() override;
    [[nodiscard]] JobMonitor* jobMonitor() override;
    [[nodiscard]] JobControl* jobControl() override;
    [[nodiscard]] Savepoints* savepoints() override;
    [[nodiscard]] JobLogs* jobLogs() override;
    [[nodiscard]] Metrics* metrics() override;
    [[nodiscard]] JobSubmission* jobSubmission() override;
    [[nodiscard]] Inventory* inventory() override;
    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    std::shared_ptr<DliClient> m_client;
    std::unique_ptr<SqlExecution> m_sql;
    std::unique_ptr<CatalogBrowser> m_catalog;
    std::unique_ptr<PlanExplainer> m_checker;
    std::unique_ptr<JobMonitor> m_jobs;
    std::unique_ptr<JobControl> m_control;
    std::unique_ptr<Savepoints> m_savepoints;
    std::unique_ptr<JobLogs> m_logs;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<JobSubmission> m_submission;
    std::unique_ptr<Inventory> m_inventory;
    std::unique_ptr<ApiConsole> m_console;
    bool m_records = false;
};

} // namespace millrace::dli
