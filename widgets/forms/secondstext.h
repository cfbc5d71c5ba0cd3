// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace millrace {

/// "5 s", "90 s", "10 min", "2 h": the largest unit that needs no fraction.
QString secondsText(qint64 seconds);

/// Seconds of "5", "5 s", "10min", "1 h"; nothing when it is no such text.
std::optional<qint64> parseSeconds(const QString& text);

} // namespace millrace
