// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/formsource.h"

namespace millrace::linkis {

class LinkisClient;

/// A Linkis gateway.
class LinkisConnection : public Connection, public ValueSource {
    Q_OBJECT

public:
    LinkisConnection(
        ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent = nullptr);
    ~LinkisConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] const ValueSource* valueSource() const override { return this; }

    [[nodiscard]] QMap<QString, std::vector<FormField::Option>> offeredValues() const override;

    [[nodiscard]] SqlExecution* sqlExecution() override;
    [[nodiscard]] CatalogBrowser* catalogBrowser() override;
    [[nodiscard]] JobMonitor* jobMonitor() override;
    [[nodiscard]] JobControl* jobControl() override;
    [[nodiscard]] JobLogs* jobLogs() override;
    [[nodiscard]] JobSubmission* jobSubmission() override;
    [[nodiscard]] Inventory* inventory() override;
    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    std::shared_ptr<LinkisClient> m_client;
    std::unique_ptr<SqlExecution> m_sql;
    std::unique_ptr<CatalogBrowser> m_catalog;
    std::unique_ptr<JobMonitor> m_jobs;
    std::unique_ptr<JobControl> m_control;
    std::unique_ptr<JobLogs> m_logs;
    std::unique_ptr<JobSubmission> m_submission;
    std::unique_ptr<Inventory> m_inventory;
    std::unique_ptr<ApiConsole> m_console;
    bool m_records = false;
};

} // namespace millrace::linkis
