// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/humantext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr QChar narrowSpace(0x202F);

/// Three figures at most, without trailing zeros after the point: 17.4, 8.62, 312.
QString threeFigures(double value)
{
    const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0')) {
            text.chop(1);
        }
        if (text.endsWith(u'.')) {
            text.chop(1);
        }
    }
    return text;
}

template <std::size_t N> QString scaled(double value, double step, const std::array<QLatin1StringView, N>& units)
{
    std::size_t unit = 0;
    // 999.7 would read as a four-figure 1000.
    while (unit + 1 < N && value >= step - 0.5) {
        value /= step;
        ++unit;
    }
    const QString number = value >= 999.5 ? QString::number(std::llround(value)) : threeFigures(value);
    return units[unit].isEmpty() ? number : number + narrowSpace + units[unit];
}

} // namespace

QString countText(qint64 count)
{
    QString digits = QString::number(count);
    const qsizetype first = count < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3) {
        digits.insert(at, narrowSpace);
    }
    return digits;
}

QString rateText(double perSecond)
{
    return scaled(std::max(0.0, perSecond), 1000.0, std::array{""_L1, "k"_L1, "M"_L1, "G"_L1});
}

QString sizeText(qint64 bytes)
{
    return bytes < 0
        ? dashText()
        : scaled(static_cast<double>(bytes), 1024.0, std::array{"B"_L1, "KB"_L1, "MB"_L1, "GB"_L1, "TB"_L1});
}

QString durationText(qint64 milliseconds)
{
    if (milliseconds < 0) {
        return dashText();
    }
    const qint64 seconds = milliseconds / 1000;
    if (milliseconds > 0 && milliseconds < 100) {
        return QCoreApplication::translate("millrace::HumanText", "%1 s")
            .arg(QString::number(static_cast<double>(milliseconds) / 1000.0, 'f', milliseconds < 10 ? 3 : 2));
    }
    if (milliseconds < 59'950) {
        return QCoreApplication::translate("millrace::HumanText", "%1 s")
            .arg(QString::number(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    }
    const qint64 minutes = (milliseconds + 500) / 60'000;
    if (minutes < 60) {
        return QCoreApplication::translate("millrace::HumanText", "%1 min").arg(std::max<qint64>(1, minutes));
    }
    if (seconds < 24 * 3600) {
        return QCoreApplication::translate("millrace::HumanText", "%1 h %2 min")
            .arg(seconds / 3600)
            .arg(seconds % 3600 / 60);
    }
    return QCoreApplication::translate("millrace::HumanText", "%1 d %2 h")
        .arg(seconds / 86'400)
        .arg(seconds % 86'400 / 3600);
}

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    return u"%1:%2:%3"_s.arg(seconds / 3600, 2, 10, QChar(u'0'))
        .arg(seconds % 3600 / 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString clockTimeText(const QDateTime& at)
{
    return at.isValid() ? at.toString(u"HH:mm:ss.zzz"_s) : dashText();
}

QString momentText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid()) {
        return dashText();
    }
    const QDateTime local = at.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today) {
        return local.toString(u"HH:mm"_s);
    }
    if (local.date().year() == today.year()) {
        //: A time in this year, in the format of QLocale::toString
        const QString format = QCoreApplication::translate("millrace::HumanText", "d MMM HH:mm");
        return QLocale().toString(local, format);
    }
    return local.date().toString(Qt::ISODate);
}

QString isoText(const QDateTime& at)
{
    if (!at.isValid()) {
        return {};
    }
    const QDateTime local = at.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString oneLine(const QString& text, int maxLength)
{
    // Folding a long text to cut it right after would be work for nothing.
    QString line = (text.size() > 4 * maxLength ? text.left(4 * maxLength) : text).simplified();
    if (line.size() > maxLength) {
        line.truncate(std::max(0, maxLength - 1));
        line += QChar(0x2026);
    }
    return line;
}

QString dashText()
{
    return QString(QChar(0x2014));
}

} // namespace millrace
