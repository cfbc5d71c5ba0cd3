// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/humanize.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

QString percentText(double fraction)
{
    if (!std::isfinite(fraction)) {
        return dashText();
    }
    //: a share, such as "37 %"
    return QCoreApplication::translate("humanize", "%1 %").arg(std::lround(fraction * 100));
}

QString badgeText(int count)
{
    if (count <= 0) {
        return {};
    }
    return count > 99 ? u"99+"_s : QString::number(count);
}

QString shortClockText(qint64 milliseconds)
{
    const QString full = clockText(milliseconds);
    // "00:03:12" -> "03:12", "01:03:12" -> "1:03:12"
    if (full.startsWith("00:"_L1)) {
        return full.mid(3);
    }
    return full.startsWith(u'0') ? full.mid(1) : full;
}

QString ageText(qint64 milliseconds)
{
    if (milliseconds < 1000) {
        return QCoreApplication::translate("humanize", "now");
    }
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 60) {
        return QCoreApplication::translate("humanize", "%1 s ago").arg(seconds);
    }
    return QCoreApplication::translate("humanize", "%1 ago").arg(durationText(milliseconds));
}

} // namespace millrace
