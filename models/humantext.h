// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace millrace {

/// Numbers and times as people read them in the user interface. Exports and data cells never use these.

/// "48 211", grouped by a narrow no-break space.
QString countText(qint64 count);
/// At most three figures, in steps of 1000: "312", "17.4 k", "1.02 M". What is counted stands behind it.
QString rateText(double perSecond);
/// At most three figures, in steps of 1024 under Flink's own names: "84 MB", "8.62 GB".
QString sizeText(qint64 bytes);
/// "0.2 s", "41.2 s", "3 min", "6 d 4 h"; a dash when it is not known (below 0).
QString durationText(qint64 milliseconds);
/// A running clock: "00:03:12", "125:00:01".
QString clockText(qint64 milliseconds);
/// "14:22:05.404" in the zone of at.
QString clockTimeText(const QDateTime& at);
/// Today "14:22", this year "11 Mar 09:58", else "2025-11-03", in local time; a dash when at is not valid.
QString momentText(const QDateTime& at, const QDateTime& now);
/// Full ISO 8601 with zone, for tooltips.
QString isoText(const QDateTime& at);
/// One line of at most maxLength characters: white space folded, cut with …
QString oneLine(const QString& text, int maxLength);
/// What stands in an empty cell.
QString dashText();

} // namespace millrace
