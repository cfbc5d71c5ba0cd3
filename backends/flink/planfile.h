// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planexplainer.h"

namespace millrace::flink {

/// A plan that was kept in a file, told by what is in it: what COMPILE PLAN wrote, the JSON execution plan of EXPLAIN,
/// the JobManager's answer to /jobs/:id/plan, or the text of EXPLAIN (also as a table that Flink's SQL client printed
/// around it). An Error of kind Usage that says so when it is none of them.
Result<Explanation> readPlanFile(const QByteArray& bytes);

} // namespace millrace::flink
