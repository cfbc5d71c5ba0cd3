// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"
#include "core/connection.h"

namespace millrace {

/// Ids of the fields that every system's form shares, as profiles store them.
namespace httpfields {
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
} // namespace httpfields

/// The parts of a connection's form that say how to reach a server. Each adds its fields at the end.
namespace settingsform {

FormField headersField(const QString& section);
/// Method with the fields of each: none, basic, bearer, certificate.
void addLogin(std::vector<FormField>& fields);
/// Trusted CA, host name check, proxy.
void addTransport(std::vector<FormField>& fields);
/// Connect and read; in seconds.
void addTimeouts(std::vector<FormField>& fields, int connectSeconds = 5, int readSeconds = 30);
/// One more time of that section.
FormField timeoutField(QLatin1StringView id, const QString& label, int seconds, qint64 least, qint64 most);

/// What the shared fields mean to the transport. A login that the form does not have is none.
HttpSettings settingsOf(const FormValues& values, const Secrets& secrets);

/// An address as --url gives it: http:// in front when there is no scheme; a user name goes into the login, and a
/// password is dropped, since secrets come from the keychain or the environment.
QString addressFromUrl(const QString& url, FormValues& values);

} // namespace settingsform

} // namespace millrace
