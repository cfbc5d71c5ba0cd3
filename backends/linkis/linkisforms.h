// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkistasks.h"
#include "core/form.h"

/// What a task is sent with beside its code: the same fields for scripts and for submitted files.
namespace millrace::linkis {

/// The fields of a task; the lists hold what the server has, as far as it was asked.
std::vector<FormField> taskFields(const LinkisClient& client);

/// The task that these values ask for; what they lack is taken from the connection.
TaskOrder orderFrom(const FormValues& values, const LinkisSettings& settings);

/// The kind of engine and its version that these values ask for: "spark-3.2.1".
QString engineFrom(const FormValues& values, const LinkisSettings& settings);

/// Reads creators and engine versions from the server and keeps them in the client.
QCoro::Task<Result<void>> readServed(std::shared_ptr<LinkisClient> client, CancellationToken token);

/// The form's own ids.
namespace taskfields {
inline constexpr QLatin1StringView engine{"engine"};
inline constexpr QLatin1StringView otherEngine{"otherEngine"};
inline constexpr QLatin1StringView creator{"creator"};
inline constexpr QLatin1StringView otherCreator{"otherCreator"};
inline constexpr QLatin1StringView runType{"runType"};
inline constexpr QLatin1StringView variables{"variables"};
inline constexpr QLatin1StringView runtime{"runtime"};
inline constexpr QLatin1StringView startup{"startup"};
/// What the choices engine and creator stand at when the text beside them counts.
inline constexpr QLatin1StringView other{"(other)"};
} // namespace taskfields

} // namespace millrace::linkis
