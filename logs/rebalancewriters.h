// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"

#include <QByteArray>
#include <QString>

namespace millrace {

/// {"groups":[{"group","rebalances":[{"start","joined","assigned","generation","outcome","reason"}],"findings":[…]}]}
/// with times as ISO 8601 in UTC, null for what the log does not hold, and reason as the class ("join", …). Each
/// finding is {"id","severity","text","from","to","members","advice":[{"text","setting","price"}]}. Client errors, if
/// there are any, stand beside the groups:
/// "clientErrors":[{"id","count","first","last","sample","cause","remedy","remark"}].
[[nodiscard]] QByteArray rebalancesAsJson(const RebalanceReport& report);

/// One row per rebalance with all that is known of it (RFC 4180, CR LF), times as ISO 8601 in UTC, durations in
/// seconds.
[[nodiscard]] QByteArray rebalancesAsCsv(const RebalanceReport& report);

/// For a terminal: per group its numbers, an aligned table and the findings; then client errors and notes. Times are in
/// the display zone, which is named. Control characters of clients are shown as �, so that they cannot act.
[[nodiscard]] QString rebalancesAsTable(const RebalanceReport& report);

} // namespace millrace
