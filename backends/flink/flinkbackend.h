// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"
#include "core/connection.h"

#include <QCoreApplication>

namespace millrace::flink {

/// Ids of the form's fields, as profiles store them.
namespace fields {
inline constexpr QLatin1StringView gateway{"gateway"};
inline constexpr QLatin1StringView jobManager{"jobManager"};
inline constexpr QLatin1StringView headers{"headers"};
inline constexpr QLatin1StringView login{"login"}; ///< none, basic, bearer, certificate
inline constexpr QLatin1StringView user{"user"};
inline constexpr QLatin1StringView password{"password"}; ///< secret
inline constexpr QLatin1StringView token{"token"}; ///< secret
inline constexpr QLatin1StringView certificateFile{"certificateFile"};
inline constexpr QLatin1StringView keyFile{"keyFile"};
inline constexpr QLatin1StringView keyPassphrase{"keyPassphrase"}; ///< secret
inline constexpr QLatin1StringView caFile{"caFile"};
inline constexpr QLatin1StringView checkHostName{"checkHostName"};
inline constexpr QLatin1StringView proxy{"proxy"}; ///< system, none, manual
inline constexpr QLatin1StringView proxyAddress{"proxyAddress"};
inline constexpr QLatin1StringView connectTimeout{"connectTimeout"}; ///< seconds
inline constexpr QLatin1StringView readTimeout{"readTimeout"}; ///< seconds
inline constexpr QLatin1StringView sessionIdle{"sessionIdle"}; ///< seconds
} // namespace fields

/// Apache Flink: a SQL Gateway, and a JobManager when its address is given.
class FlinkBackend : public Backend {
    Q_DECLARE_TR_FUNCTIONS(FlinkBackend)

public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] FormValues valuesForUrl(const QString& url) const override;
    [[nodiscard]] QByteArray apiDescription() const override;
    [[nodiscard]] std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const override;
};

/// What the form's values mean to the transport.
HttpSettings httpSettings(const FormValues& values, const Secrets& secrets);

} // namespace millrace::flink
