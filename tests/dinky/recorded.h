// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace millrace::test {

/// One recorded exchange.
struct Exchange {
    QString name;
    QString method;
    QString path;
    QJsonObject body; ///< of the request
    HttpResponse response;
    QJsonObject json; ///< of the answer; empty when it is none
};

/// All exchanges of a dialect's recording, "0.7" or "1.x".
inline std::vector<Exchange> recorded(const QString& dialect)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/dinky/%1.jsonl").arg(dialect));
    std::vector<Exchange> exchanges;
    if (!file.open(QIODevice::ReadOnly)) {
        return exchanges;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.isEmpty()) {
            continue;
        }
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto text = [&](const char* name) { return object.value(QLatin1StringView(name)).toString(); };
        Exchange each{text("name"), text("method"), text("path"), object.value(QLatin1StringView("body")).toObject(),
            {}, object.value(QLatin1StringView("json")).toObject()};
        each.response.status = object.value(QLatin1StringView("status")).toInt();
        each.response.body =
            each.json.isEmpty() ? text("text").toUtf8() : QJsonDocument(each.json).toJson(QJsonDocument::Compact);
        each.response.headers = {{"Content-Type", "application/json"}};
        each.response.url = QUrl(QStringLiteral("http://127.0.0.1:8888") + each.path);
        exchanges.push_back(std::move(each));
    }
    return exchanges;
}

inline Exchange recordedAs(const QString& dialect, const QString& name)
{
    for (Exchange& each : recorded(dialect)) {
        if (each.name == name) {
            return each;
        }
    }
    return {};
}

} // namespace millrace::test
