// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/statementrun.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

// 15 January and 15 July 2025, noon in UTC.
constexpr qint64 s_winter = 1736942400;
constexpr qint64 s_summer = 1752580800;

bool fits(const QTimeZone& zone, int winter, int summer)
{
    return zone.isValid() && zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(s_winter, Qt::UTC)) == winter
        && zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(s_summer, Qt::UTC)) == summer;
}

} // namespace

QString zoneOfOffsets(int winter, int summer)
{
    if (winter == 0 && summer == 0) {
        return u"UTC"_s;
    }
    const QTimeZone here = QTimeZone::systemTimeZone();
    if (fits(here, winter, summer)) {
        return QString::fromLatin1(here.id());
    }
    if (winter == summer) {
        return QString::fromLatin1(QTimeZone(winter).id());
    }
    for (const char* known : {"Europe/Berlin", "Europe/London", "Europe/Helsinki", "America/New_York",
             "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage", "Australia/Sydney",
             "Pacific/Auckland", "America/Santiago", "America/Halifax"}) {
        if (fits(QTimeZone(known), winter, summer)) {
            return QString::fromLatin1(known);
        }
    }
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (fits(QTimeZone(id), winter, summer)) {
            return QString::fromLatin1(id);
        }
    }
    return {};
}

QCoro::Task<QString> sessionZone(std::shared_ptr<SessionCore> core, CancellationToken token)
{
    if (const auto zone = core->zone()) {
        co_return *zone;
    }
    if (core->client()->gatewayZone) {
        co_return *core->client()->gatewayZone;
    }
    // "default" is the zone of the gateway's JVM, which nothing tells. The planner works out constants in that zone, so
    // an EXPLAIN, which starts no job, shows two instants as they look there.
    const QString statement = u"EXPLAIN SELECT CAST(TO_TIMESTAMP_LTZ(%1, 3) AS STRING), "
                              "CAST(TO_TIMESTAMP_LTZ(%2, 3) AS STRING)"_s.arg(s_winter * 1000)
                                  .arg(s_summer * 1000);
    const Result<TextTable> table = co_await fetchTable(core, statement, std::move(token));
    if (!table || table->rows.empty()) {
        co_return QString();
    }
    static const QRegularExpression s_instants(
        u"'(2025-01-1\\d \\d\\d:\\d\\d:\\d\\d)[.\\d]*'.*?'(2025-07-1\\d \\d\\d:\\d\\d:\\d\\d)[.\\d]*'"_s);
    const auto match = s_instants.match(table->rows.front().value(0));
    if (!match.hasMatch()) {
        co_return QString();
    }
    const auto offset = [&match](int group, qint64 instant) {
        QDateTime local = QDateTime::fromString(match.captured(group), u"yyyy-MM-dd HH:mm:ss"_s);
        local.setTimeSpec(Qt::UTC);
        return int(local.toSecsSinceEpoch() - instant);
    };
    const QString zone = zoneOfOffsets(offset(1, s_winter), offset(2, s_summer));
    if (!zone.isEmpty()) {
        core->client()->gatewayZone = zone;
    }
    co_return zone;
}

} // namespace millrace::flink
