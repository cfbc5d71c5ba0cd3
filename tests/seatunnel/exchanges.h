// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace millrace::test {

/// What a real server answered once.
struct Exchange {
    QString name; ///< "job-info-running"
    QByteArray method;
    QString path; ///< with its query
    int status = 0; ///< 0: it closed the connection
    QByteArray contentType;
    QByteArray body;
};

/// The recordings of one server: "2.3.8-v1", "2.3.13-hybrid-v2", …
inline std::vector<Exchange> exchangesOf(const QString& server)
{
    using namespace Qt::StringLiterals;
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/seatunnel/") + server + u".jsonl"_s);
    std::vector<Exchange> list;
    if (!file.open(QIODevice::ReadOnly)) {
        return list;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty()) {
            list.push_back({object.value("case"_L1).toString(), object.value("method"_L1).toString().toLatin1(),
                object.value("path"_L1).toString(), object.value("status"_L1).toInt(),
                object.value("contentType"_L1).toString().toLatin1(), object.value("body"_L1).toString().toUtf8()});
        }
    }
    return list;
}

} // namespace millrace::test
