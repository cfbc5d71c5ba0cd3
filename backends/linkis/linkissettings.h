// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"
#include "core/connection.h"

#include <QUrl>

namespace millrace::linkis {

/// Ids of the form's fields, as profiles store them.
namespace fields {
inline constexpr QLatin1StringView address{"address"};
inline constexpr QLatin1StringView version{"version"}; ///< "v1"
inline constexpr QLatin1StringView signIn{"signIn"}; ///< password, token, cookie
inline constexpr QLatin1StringView user{"user"};
inline constexpr QLatin1StringView password{"password"}; ///< secret
inline constexpr QLatin1StringView token{"token"}; ///< secret
inline constexpr QLatin1StringView cookie{"cookie"}; ///< secret
inline constexpr QLatin1StringView proxyUser{"proxyUser"};
inline constexpr QLatin1StringView proxyCode{"proxyCode"}; ///< secret
inline constexpr QLatin1StringView creator{"creator"};
inline constexpr QLatin1StringView engine{"engine"};
inline constexpr QLatin1StringView referer{"referer"};
inline constexpr QLatin1StringView language{"language"};
} // namespace fields

/// What a connection's form says about the gateway.
struct LinkisSettings {
    enum class SignIn { Password, Token, Cookie };

    QUrl address;
    QString version;
    SignIn signIn = SignIn::Password;
    QString user;
    QString password;
    QString token;
    QString cookie; ///< "name=value; …" of a session that a browser has
    QString proxyUser;
    QString proxyCode;
    QString creator;
    QString engine; ///< "spark-3.2.1"
    bool sendReferer = false;
    QString language;
    HttpSettings http;
};

LinkisSettings settingsOf(const FormValues& values, const Secrets& secrets);

FormDescription connectionForm();

} // namespace millrace::linkis
