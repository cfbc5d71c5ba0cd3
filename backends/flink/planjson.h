// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

/// Plans that Flink writes as JSON, as graphs. Entries that cannot be read are left out; an Error of kind Protocol when
/// none can.
namespace millrace::flink::planjson {

/// {"nodes":[{"id","type","pact","contents","parallelism","predecessors":[{"id","ship_strategy","side"}]}]}: the
/// physical execution plan of EXPLAIN. Ids count from 1, since Flink's own go on over all that a session explained.
Result<Graph> executionPlan(const QJsonObject& plan);

/// {"flinkVersion","nodes":[{"id","type","description","state",…}],"edges":[{"source","target",…}]}: what COMPILE PLAN
/// writes. Ids are those of the plan, for it is by them that Flink finds the state again.
Result<Graph> compiledPlan(const QJsonObject& plan);

/// {"plan":{"jid","name","nodes":[{"id","parallelism","description","inputs":[…]}]}} of the JobManager's
/// /jobs/:id/plan; also the plan alone. The steps of a vertex stand in its description, a line each.
Result<Graph> jobPlan(const QJsonObject& plan);

/// {"nodes":[{"id","type","description","parallelism"}],"edges":[{"from","to","ship"}]}: what millrace explain prints.
Result<Graph> ownPlan(const QJsonObject& plan);

/// "[12]:Join(…)" without its number.
QString withoutNumber(const QString& contents);

} // namespace millrace::flink::planjson
