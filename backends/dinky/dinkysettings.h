// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"
#include "core/connection.h"

#include <QUrl>

namespace millrace::dinky {

/// Ids of the form's fields, as profiles store them.
namespace fields {
inline constexpr QLatin1StringView address{"address"};
inline constexpr QLatin1StringView dialect{"dialect"}; ///< auto, 0.7, 1.x
inline constexpr QLatin1StringView user{"user"};
inline constexpr QLatin1StringView password{"password"}; ///< secret
inline constexpr QLatin1StringView tenant{"tenant"}; ///< id or code; empty: the first
inline constexpr QLatin1StringView flinkAddress{"flinkAddress"}; ///< host:port of a JobManager
} // namespace fields

/// What a connection's form says about the server.
struct DinkySettings {
    QUrl address;
    QString dialect; ///< "0.7", "1.x"; empty: asked of the server
    QString user; ///< empty: only the calls that need no login
    QString password;
    QString tenant;
    QString flinkAddress;
    HttpSettings http;
};

DinkySettings settingsOf(const FormValues& values, const Secrets& secrets);

FormDescription connectionForm();

} // namespace millrace::dinky
