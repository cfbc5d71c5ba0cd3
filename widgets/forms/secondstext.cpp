// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/secondstext.h"

#include <QRegularExpression>

namespace millrace {

using namespace Qt::StringLiterals;

QString secondsText(qint64 seconds)
{
    if (seconds != 0 && seconds % 3600 == 0) {
        return QString::number(seconds / 3600) + " h"_L1;
    }
    if (seconds != 0 && seconds % 60 == 0) {
        return QString::number(seconds / 60) + " min"_L1;
    }
    return QString::number(seconds) + " s"_L1;
}

std::optional<qint64> parseSeconds(const QString& text)
{
    static const QRegularExpression s_duration(u"^\\s*(\\d{1,9})\\s*(s|sec|min|m|h)?\\s*$"_s);
    const auto match = s_duration.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(2);
    const qint64 factor = unit == "h"_L1 ? 3600 : unit.startsWith(u'm') ? 60 : 1;
    return match.captured(1).toLongLong() * factor;
}

} // namespace millrace
