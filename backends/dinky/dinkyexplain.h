// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "core/planexplainer.h"

namespace millrace::dinky {

/// explainSql for the faults and texts, getStreamGraph for the graph, getJobPlan for its vertices.
class DinkyExplainer : public PlanExplainer {
public:
    explicit DinkyExplainer(std::shared_ptr<DinkyClient> client);

    QCoro::Task<Result<Explanation>> explain(
        std::shared_ptr<SqlSession> session, QString statement, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

} // namespace millrace::dinky
