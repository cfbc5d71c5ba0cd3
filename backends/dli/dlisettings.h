// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/signer.h"
#include "core/connection.h"

#include <QUrl>

namespace millrace::dli {

/// Ids of the form's fields, as profiles store them.
namespace fields {
inline constexpr QLatin1StringView region{"region"};
inline constexpr QLatin1StringView endpoint{"endpoint"};
inline constexpr QLatin1StringView iamEndpoint{"iamEndpoint"};
inline constexpr QLatin1StringView project{"project"};
inline constexpr QLatin1StringView signIn{"signIn"}; ///< keys, token, password
inline constexpr QLatin1StringView accessKey{"accessKey"};
inline constexpr QLatin1StringView secretKey{"secretKey"}; ///< secret
inline constexpr QLatin1StringView securityToken{"securityToken"}; ///< secret
inline constexpr QLatin1StringView token{"token"}; ///< secret
inline constexpr QLatin1StringView account{"account"};
inline constexpr QLatin1StringView user{"user"};
inline constexpr QLatin1StringView password{"password"}; ///< secret
inline constexpr QLatin1StringView queue{"queue"};
inline constexpr QLatin1StringView language{"language"}; ///< zh-cn, en-us
} // namespace fields

/// What a connection's form says about the service.
struct DliSettings {
    enum class SignIn { Keys, Token, Password };

    QUrl endpoint; ///< without a path
    QUrl iamEndpoint; ///< empty when neither region nor address name one
    QString region;
    QString project; ///< empty: found through IAM
    SignIn signIn = SignIn::Keys;
    signer::Keys keys;
    QString token;
    QString account;
    QString user;
    QString password;
    QString queue;
    QString language;
    HttpSettings http;
};

DliSettings settingsOf(const FormValues& values, const Secrets& secrets);

FormDescription connectionForm();

/// The regions that the service's own library knows.
QStringList regions();

} // namespace millrace::dli
