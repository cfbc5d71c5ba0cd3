// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace millrace {

/// Readings of JSON from servers that send the same thing as a number in one call and as a text in the next.

/// A scalar as text: whole numbers exact up to 2^63, others with as few digits as give the same number again. Empty for
/// null, lists and objects.
QString textOf(const QJsonValue& value);

/// A whole number, or the text of one; -1 when it is none.
qint64 numberOf(const QJsonValue& value);

/// A number, or the text of one ("1.0", "1.0f"); fallback when it is none.
double realOf(const QJsonValue& value, double fallback);

} // namespace millrace
