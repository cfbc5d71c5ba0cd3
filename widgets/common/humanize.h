// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/humantext.h"

namespace millrace {

/// "37 %", whole; a dash when it is no number.
[[nodiscard]] QString percentText(double fraction);
/// "1" … "99", "99+"; empty for 0 and less.
[[nodiscard]] QString badgeText(int count);
/// The clock of narrow lists: "03:12", "1:03:12".
[[nodiscard]] QString shortClockText(qint64 milliseconds);
/// How old an answer is: "now", "12 s ago", "3 min ago".
[[nodiscard]] QString ageText(qint64 milliseconds);

} // namespace millrace
