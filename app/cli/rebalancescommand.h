// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace::cli {

/// millrace rebalances FILE… [--group G]… [--zone Z] [--format table|json|csv]: the rebalances of Kafka consumer groups
/// in broker logs, plain or .gz, and what they tell.
int rebalancesCommand(const QStringList& arguments);

} // namespace millrace::cli
