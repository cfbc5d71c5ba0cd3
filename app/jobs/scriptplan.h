// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/graph.h"
#include "core/result.h"

#include <QCoroTask>
#include <QString>

#include <memory>
#include <vector>

namespace millrace {

class Connection;

/// A statement on the way to the plan of a script.
struct PlanStep {
    bool explains = false; ///< else it prepares the session for those that follow
    QString statement;

    friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// What leads to the plan of the job that a script starts. Tables, views and functions are defined as temporary ones,
/// and nothing else is left that would outlive the session: explaining changes no catalog. Queries are left out, they
/// are no part of the job.
[[nodiscard]] std::vector<PlanStep> planStepsOf(const QString& script);

/// The plan of the job that the script would start, in a session of its own that is closed again. Starts nothing.
QCoro::Task<Result<Graph>> planOfScript(
    std::shared_ptr<Connection> connection, QString script, CancellationToken token);

} // namespace millrace
