// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planexplainer.h"

namespace millrace::flink {

/// EXPLAIN with all details that the gateway's version and mode know.
class FlinkExplainer : public PlanExplainer {
public:
    QCoro::Task<Result<Explanation>> explain(
        std::shared_ptr<SqlSession> session, QString statement, CancellationToken token) override;
};

/// A statement as EXPLAIN takes it: one line with EXPLAIN before it, and places in it as they were.
class ExplainStatement {
public:
    /// details: "ESTIMATED_COST, CHANGELOG_MODE"; empty asks for the plain plan.
    ExplainStatement(const QString& statement, const QString& details);

    [[nodiscard]] const QString& text() const { return m_sent; }

    /// An error of the sent text as one of the statement, with its range.
    [[nodiscard]] Error located(Error error) const;

private:
    QString m_statement;
    QString m_sent;
    int m_shift = 0; ///< lines before the statement
};

} // namespace millrace::flink
