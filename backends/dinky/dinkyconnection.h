// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/formsource.h"

namespace millrace::dinky {

class DinkyClient;

/// A Dinky server of any version.
class DinkyConnection : public Connection, public ValueSource {
    Q_OBJECT

public:
    DinkyConnection(
        ConnectionProfile profile, Secrets secrets, const QByteArray& apiDescription, QObject* parent = nullptr);
    ~DinkyConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] const ValueSource* valueSource() const override { return this; }

    [[nodiscard]] QMap<QString, std::vector<FormField::Option>> offeredValues() const override;

    [[nodiscard]] SqlExecution* sqlExecution() override;
    [[nodiscard]] PlanExplainer* planExplainer() override;
    [[nodiscard]] JobMonitor* jobMonitor() override;
    [[nodiscard]] JobControl* jobControl() override;
    [[nodiscard]] Savepoints* savepoints() override;
    [[nodiscard]] Checkpoints* checkpoints() override;
    [[nodiscard]] JobLogs* jobLogs() override;
    [[nodiscard]] JobSubmission* jobSubmission() override;
    [[nodiscard]] Inventory* inventory() override;
    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    std::shared_ptr<DinkyClient> m_client;
    std::unique_ptr<SqlExecution> m_sql;
    std::unique_ptr<PlanExplainer> m_explainer;
    std::unique_ptr<JobMonitor> m_jobs;
    std::unique_ptr<JobControl> m_control;
    std::unique_ptr<Savepoints> m_savepoints;
    std::unique_ptr<Checkpoints> m_checkpoints;
    std::unique_ptr<JobLogs> m_logs;
    std::unique_ptr<JobSubmission> m_submission;
    std::unique_ptr<Inventory> m_inventory;
    std::unique_ptr<ApiConsole> m_console;
    bool m_records = false;
};

} // namespace millrace::dinky
