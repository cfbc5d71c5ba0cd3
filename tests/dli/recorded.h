// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace millrace::test {

/// A file of what the service's own client library sent and accepted.
inline QByteArray recordedFile(const QString& name)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/dli/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Its lines, one JSON object each.
inline std::vector<QJsonObject> recordedLines(const QString& name)
{
    std::vector<QJsonObject> objects;
    for (const QByteArray& line : recordedFile(name).split('\n')) {
        if (!line.isEmpty()) {
            objects.push_back(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

} // namespace millrace::test
