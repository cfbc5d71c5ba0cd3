// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <memory>

namespace millrace::flink {

class GatewayClient;

/// A SQL Gateway, with its JobManager when the profile names one. Sessions that it opened may outlive it.
class FlinkConnection : public Connection {
    Q_OBJECT

public:
    FlinkConnection(ConnectionProfile profile, Secrets secrets, QObject* parent = nullptr);
    ~FlinkConnection() override;

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)> observer, CancellationToken token) override;

    [[nodiscard]] SqlExecution* sqlExecution() override;
    [[nodiscard]] CatalogBrowser* catalogBrowser() override;
    [[nodiscard]] PlanExplainer* planExplainer() override;
    [[nodiscard]] JobMonitor* jobMonitor() override;
    [[nodiscard]] VertexInspector* vertexInspector() override;
    [[nodiscard]] JobControl* jobControl() override;
    [[nodiscard]] Savepoints* savepoints() override;
    [[nodiscard]] Checkpoints* checkpoints() override;
    [[nodiscard]] JobLogs* jobLogs() override;
    [[nodiscard]] Metrics* metrics() override;
    [[nodiscard]] FlameGraphs* flameGraphs() override;
    [[nodiscard]] JobSubmission* jobSubmission() override;
    [[nodiscard]] Inventory* inventory() override;
    [[nodiscard]] ApiConsole* apiConsole() override;

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    class Sql;
    struct Jobs;

    std::shared_ptr<GatewayClient> m_client;
    std::unique_ptr<Sql> m_sql;
    std::unique_ptr<CatalogBrowser> m_catalogs;
    std::unique_ptr<PlanExplainer> m_explainer;
    std::unique_ptr<Jobs> m_jobs;
    bool m_records = false;
};

} // namespace millrace::flink
