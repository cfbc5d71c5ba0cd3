// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localserver.h"

#include <QStringList>

#include <optional>

namespace millrace {

/// Where a local Flink answers, as scripts/local-flink prints it.
struct LocalFlinkAddresses {
    QString version;
    QString gateway;
    QString jobManager;
    QString home;
    QString savepoints;
    QStringList logs;

    /// Nothing when one of the two addresses is missing.
    static std::optional<LocalFlinkAddresses> fromJson(const QJsonObject& json);
};

/// The Flink on this machine, started and stopped by scripts/local-flink.
class LocalFlink : public LocalServer {
    Q_OBJECT

public:
    /// script is the path of local-flink; see findScript().
    explicit LocalFlink(QString script, QObject* parent = nullptr);

    static QString findScript();

    [[nodiscard]] const std::optional<LocalFlinkAddresses>& addresses() const { return m_addresses; }

protected:
    bool take(const QJsonObject& answer) override;

private:
    std::optional<LocalFlinkAddresses> m_addresses;
};

} // namespace millrace
