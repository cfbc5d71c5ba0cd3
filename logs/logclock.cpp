// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logclock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <limits>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDayMs = 86'400'000;
/// Threads may log a little out of order; only a larger step back means that the hour is being repeated.
constexpr qint64 kDisorderMs = 300'000;

} // namespace

LogClock::LogClock(const QTimeZone& zone)
    : m_zone(zone.isValid() ? zone : QTimeZone::utc()), m_fixed(!m_zone.hasTransitions()),
      m_lastUtc(std::numeric_limits<qint64>::min() / 2)
{
    if (m_fixed) {
        m_fixedOffsetMs = qint64(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC))) * 1000;
    }
}

void LogClock::loadSpans(qint64 localMs)
{
    m_localBegin = localMs - 200 * kDayMs;
    m_localEnd = localMs + 200 * kDayMs;
    m_spans.clear();
    qint64 at = m_localBegin - 2 * kDayMs;
    const qint64 end = m_localEnd + 2 * kDayMs;
    while (at < end) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        const QTimeZone::OffsetData next = m_zone.nextTransition(moment);
        const qint64 offsetMs = qint64(m_zone.offsetFromUtc(moment)) * 1000;
        const qint64 nextMs = next.atUtc.isValid() ? next.atUtc.toMSecsSinceEpoch() : end;
        const qint64 spanEnd = nextMs > at && nextMs < end ? nextMs : end;
        m_spans.push_back({at, spanEnd, offsetMs});
        at = spanEnd;
    }
}

qint64 LogClock::toUtc(const LogStamp& stamp)
{
    if (stamp.offsetSeconds) {
        return stamp.localMs - qint64(*stamp.offsetSeconds) * 1000;
    }
    if (m_fixed) {
        return stamp.localMs - m_fixedOffsetMs;
    }
    if (m_spans.empty() || stamp.localMs < m_localBegin || stamp.localMs >= m_localEnd) {
        loadSpans(stamp.localMs);
    }
    std::optional<qint64> first;
    std::optional<qint64> second;
    qint64 skipped = stamp.localMs - m_spans.front().offsetMs;
    for (const Span& span : m_spans) {
        const qint64 utc = stamp.localMs - span.offsetMs;
        if (utc >= span.utcEnd) {
            // In the hour that spring leaves out, the time before the change is carried on.
            skipped = utc;
        } else if (utc >= span.utcBegin) {
            (first ? second : first) = utc;
        }
    }
    m_repeating = second && (m_repeating || *first < m_lastUtc - kDisorderMs);
    m_lastUtc = m_repeating ? *second : first.value_or(skipped);
    return m_lastUtc;
}

Result<QTimeZone> parseTimeZone(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare("local"_L1, Qt::CaseInsensitive) == 0) {
        return QTimeZone::systemTimeZone();
    }
    static const QRegularExpression fixed(
        u"^(?:UTC|GMT|Z)?(?:([+-])(\\d{1,2})(?::?([0-5]\\d))?)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = fixed.match(trimmed);
    if (trimmed.isEmpty()) {
        // QTimeZone would take it for the local zone.
    } else if (match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
        if (seconds == 0) {
            return QTimeZone::utc();
        }
        const QTimeZone zone(match.captured(1) == "-"_L1 ? -seconds : seconds);
        if (zone.isValid()) {
            return zone;
        }
    } else if (const QTimeZone zone(trimmed.toUtf8()); zone.isValid()) {
        return zone;
    }
    return failure(ErrorKind::Usage,
        QCoreApplication::translate("LogClock",
            "%1 is not a time zone: write UTC, local, an offset such as +08:00, or a name such as Asia/Shanghai.")
            .arg(trimmed.isEmpty() ? u"“”"_s : trimmed));
}

QString logTimeText(qint64 utcMs, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s);
}

QString isoTimeText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString zoneLabel(const QTimeZone& zone)
{
    const QString id = QString::fromUtf8(zone.id());
    if (!id.startsWith("UTC"_L1) || zone.hasTransitions()) {
        return id;
    }
    // Qt writes "UTC+08" or "UTC+08:00", as it pleases.
    const int minutes = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)) / 60;
    return minutes == 0 ? u"UTC"_s
                        : u"UTC%1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
                              .arg(qAbs(minutes) / 60, 2, 10, QChar(u'0'))
                              .arg(qAbs(minutes) % 60, 2, 10, QChar(u'0'));
}

} // namespace millrace
