// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/sessioncore.h"
#include "core/sqlexecution.h"

namespace millrace::flink {

/// SqlSession::run(): submits the statement, fetches its pages and feeds them to the sink, and leaves nothing behind at
/// the gateway or on the cluster.
QCoro::Task<Result<RunSummary>> runStatement(
    std::shared_ptr<SessionCore> core, RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token);

struct TextTable {
    QStringList columns;
    std::vector<QStringList> rows; ///< NULL is a null QString
};

/// Runs one of our own small statements (SHOW, DESCRIBE, EXPLAIN) and gives all of its rows.
QCoro::Task<Result<TextTable>> fetchTable(
    std::shared_ptr<SessionCore> core, QString statement, CancellationToken token);

/// The zone in which this session shows TIMESTAMP_LTZ: its setting, or else the gateway's own zone, which is asked for
/// once. An empty text when that could not be found out.
QCoro::Task<QString> sessionZone(std::shared_ptr<SessionCore> core, CancellationToken token);

/// The zone that has these offsets to UTC, in seconds, at the two probes of localzone.cpp.
QString zoneOfOffsets(int winter, int summer);

} // namespace millrace::flink
