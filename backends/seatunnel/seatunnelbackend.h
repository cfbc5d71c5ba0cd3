// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Ids of the form's own fields, as profiles store them; backends/http/settingsform.h has the shared ones.
namespace fields {
inline constexpr QLatin1StringView v1{"v1"}; ///< address of a member
inline constexpr QLatin1StringView v2{"v2"}; ///< address of REST v2, with its context path
inline constexpr QLatin1StringView zone{"zone"}; ///< of the server: "Asia/Shanghai"; empty: found out
} // namespace fields

/// SeaTunnel Zeta: REST v1 and v2.
class SeaTunnelBackend : public Backend {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelBackend)

public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] FormValues valuesForUrl(const QString& url) const override;
    [[nodiscard]] QByteArray apiDescription() const override;
    [[nodiscard]] std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const override;
};

} // namespace millrace::seatunnel
