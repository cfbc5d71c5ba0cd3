// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/loosetable.h"

#include <QJsonObject>

namespace millrace::dli {

/// The rows of an answer: schema is a list of maps of one name and one type each, in the order of the columns, whose
/// names may repeat; rows are lists of JSON values. Numbers beyond 2^53 stay exact as far as the parser keeps them.
LooseTable tableOf(const QJsonObject& answer);

} // namespace millrace::dli
