// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localserver.h"

namespace millrace {

/// The SeaTunnel node on this machine, started and stopped by scripts/local-seatunnel.
class LocalSeaTunnel : public LocalServer {
    Q_OBJECT

public:
    /// script is the path of local-seatunnel; see findScript().
    explicit LocalSeaTunnel(QString script, QObject* parent = nullptr);

    static QString findScript();

    /// The member's address; empty while it does not run.
    [[nodiscard]] const QString& address() const { return m_address; }

    [[nodiscard]] const QString& version() const { return m_version; }

protected:
    bool take(const QJsonObject& answer) override;

private:
    QString m_address;
    QString m_version;
};

} // namespace millrace
