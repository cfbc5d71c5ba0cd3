// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localflink.h"

#include <QJsonArray>

namespace millrace {

using namespace Qt::StringLiterals;

std::optional<LocalFlinkAddresses> LocalFlinkAddresses::fromJson(const QJsonObject& json)
{
    LocalFlinkAddresses addresses{.version = json["version"_L1].toString(),
        .gateway = json["gateway"_L1].toString(),
        .jobManager = json["jobManager"_L1].toString(),
        .home = json["home"_L1].toString(),
        .savepoints = json["savepoints"_L1].toString()};
    if (addresses.gateway.isEmpty() || addresses.jobManager.isEmpty()) {
        return std::nullopt;
    }
    const QJsonArray processes = json["processes"_L1].toArray();
    for (const auto& process : processes) {
        addresses.logs << process.toObject()["log"_L1].toString();
    }
    return addresses;
}

LocalFlink::LocalFlink(QString script, QObject* parent)
    : LocalServer(std::move(script),
        {.start = tr("Start the local Flink"),
            .stop = tr("Stop the local Flink"),
            .notStarted = tr("The local Flink did not start: %1"),
            .notStopped = tr("The local Flink did not stop: %1"),
            .missing = tr("The script local-flink was not found; set MILLRACE_SCRIPTS to the folder it lies in.")},
        parent)
{
}

QString LocalFlink::findScript()
{
    return LocalServer::findScript(u"local-flink"_s);
}

bool LocalFlink::take(const QJsonObject& answer)
{
    m_addresses = LocalFlinkAddresses::fromJson(answer);
    return m_addresses.has_value();
}

} // namespace millrace
