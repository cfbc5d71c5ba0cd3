// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/loosejson.h"

#include <QLocale>
#include <QVariant>

namespace millrace {

using namespace Qt::StringLiterals;

QString textOf(const QJsonValue& value)
{
    if (value.isDouble()) {
        const QVariant number = value.toVariant();
        return number.typeId() == QMetaType::LongLong
            ? QString::number(number.toLongLong())
            : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return value.toString();
}

qint64 numberOf(const QJsonValue& value)
{
    if (value.isDouble()) {
        return value.toInteger(qint64(value.toDouble()));
    }
    bool ok = false;
    const qint64 number = value.toString().toLongLong(&ok);
    return ok ? number : -1;
}

double realOf(const QJsonValue& value, double fallback)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    QString text = value.toString();
    if (text.endsWith(u'f')) {
        text.chop(1);
    }
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? number : fallback;
}

} // namespace millrace
