// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetavalues.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>
#include <QVersionNumber>

#include <cmath>

namespace millrace::seatunnel::values {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this backend: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnel)
};

// Hazelcast's flake ids: 41 bits of milliseconds since 2018, 6 bits of sequence, 16 bits of the node.
constexpr int s_idTimeShift = 22;
constexpr qint64 s_idEpoch = 1'514'764'800'000;
constexpr qint64 s_quarterHour = 15LL * 60 * 1000;
// A member reserves ids ten minutes ahead, and its clock may be a little off the one that named the job.
constexpr qint64 s_idSlack = 2LL * 60 * 1000;

Result<QJsonDocument> document(const QByteArray& body)
{
    if (body.trimmed().isEmpty()) {
        return failure(notUnderstood(Texts::tr("it is empty"), body));
    }
    QJsonParseError problem;
    QJsonDocument parsed = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return failure(
            notUnderstood(Texts::tr("no JSON at byte %1, %2").arg(problem.offset).arg(problem.errorString()), body));
    }
    return parsed;
}

} // namespace

std::vector<NamedText> named(const QJsonObject& object)
{
    std::vector<NamedText> list;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QString shown = textOf(it.value());
        if (it.value().isObject()) {
            shown = QString::fromUtf8(QJsonDocument(it.value().toObject()).toJson(QJsonDocument::Compact));
        } else if (it.value().isArray()) {
            shown = QString::fromUtf8(QJsonDocument(it.value().toArray()).toJson(QJsonDocument::Compact));
        }
        list.push_back({it.key(), shown});
    }
    return list;
}

std::optional<double> number(const QString& text)
{
    static const QRegularExpression s_number(u"^\\s*(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\s*([KMGT]?|%|ms|s)\\s*$"_s);
    const auto match = s_number.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const double value = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    const qsizetype power = unit.size() == 1 ? QStringView(u"KMGT").indexOf(unit.at(0)) + 1 : 0;
    return value * std::pow(1024.0, double(power));
}

Result<QJsonObject> object(const QByteArray& body)
{
    const auto parsed = document(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    if (!parsed->isObject()) {
        return failure(notUnderstood(Texts::tr("it is no JSON object"), body));
    }
    return parsed->object();
}

Result<QJsonArray> array(const QByteArray& body)
{
    const auto parsed = document(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    if (!parsed->isArray()) {
        return failure(notUnderstood(Texts::tr("it is no JSON list"), body));
    }
    return parsed->array();
}

Error notUnderstood(const QString& what, const QByteArray& body)
{
    return {.kind = ErrorKind::Protocol,
        .message =
            Texts::tr("The answer was not understood (%1): is this the address of a SeaTunnel engine?").arg(what),
        .detail = QString::fromUtf8(body.left(4096))};
}

QDateTime time(const QString& text, int offsetSeconds)
{
    QDateTime local = QDateTime::fromString(text.trimmed(), u"yyyy-MM-dd HH:mm:ss"_s);
    if (!local.isValid()) {
        return {};
    }
    local.setTimeSpec(Qt::UTC);
    return local.addSecs(-offsetSeconds);
}

QDateTime epoch(const QJsonValue& value)
{
    const qint64 ms = textOf(value).toLongLong();
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

std::optional<int> zoneOffset(const QString& jobId, const QString& createTime)
{
    const qint64 id = jobId.toLongLong();
    const QDateTime created = time(createTime, 0);
    if (id <= 0 || !created.isValid()) {
        return std::nullopt;
    }
    const qint64 ahead = created.toMSecsSinceEpoch() - ((id >> s_idTimeShift) + s_idEpoch) + s_idSlack;
    const qint64 quarters = qint64(std::floor(double(ahead) / double(s_quarterHour)));
    const qint64 seconds = quarters * s_quarterHour / 1000;
    constexpr qint64 furthest = 14LL * 60 * 60;
    // Somebody's own number leads far away from the time of its job.
    return std::abs(seconds) <= furthest ? std::optional(int(seconds)) : std::nullopt;
}

QString zoneName(int offsetSeconds)
{
    const int minutes = std::abs(offsetSeconds) / 60;
    return offsetSeconds == 0 ? u"UTC"_s
                              : u"UTC%1%2:%3"_s.arg(QChar(offsetSeconds < 0 ? u'-' : u'+'))
                                    .arg(minutes / 60, 2, 10, QChar(u'0'))
                                    .arg(minutes % 60, 2, 10, QChar(u'0'));
}

bool isAtLeast(const QString& version, const QString& wanted)
{
    return QVersionNumber::fromString(version) >= QVersionNumber::fromString(wanted);
}

} // namespace millrace::seatunnel::values
