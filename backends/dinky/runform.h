// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

namespace millrace::dinky {

class DinkyClient;

/// Ids of the fields of a gateway configuration of 0.7; each stands at one place of the object that is sent.
namespace gatewayfields {
inline constexpr QLatin1StringView flinkConfigPath{"gateway.flinkConfigPath"};
inline constexpr QLatin1StringView flinkLibPath{"gateway.flinkLibPath"};
inline constexpr QLatin1StringView yarnConfigPath{"gateway.yarnConfigPath"};
inline constexpr QLatin1StringView appId{"gateway.appId"};
inline constexpr QLatin1StringView queue{"gateway.queue"};
inline constexpr QLatin1StringView kubernetesNamespace{"gateway.namespace"};
inline constexpr QLatin1StringView image{"gateway.image"};
inline constexpr QLatin1StringView kubernetesCluster{"gateway.kubernetesCluster"};
inline constexpr QLatin1StringView serviceAccount{"gateway.serviceAccount"};
inline constexpr QLatin1StringView configuration{"gateway.configuration"};
inline constexpr QLatin1StringView jarPath{"gateway.jarPath"};
inline constexpr QLatin1StringView jarClass{"gateway.jarClass"};
inline constexpr QLatin1StringView jarArguments{"gateway.jarArguments"};
} // namespace gatewayfields

/// The fields of a run, as far as the version of the server has use for them, with what connection and server say
/// already.
FormDescription runForm(const DinkyClient& client);

/// The form of a job: a text, a task of the server, or (0.7) a jar.
FormDescription submitForm(const DinkyClient& client);

/// Ids of submitForm() beside those of runForm().
namespace submitfields {
inline constexpr QLatin1StringView what{"what"}; ///< "text", "task", "jar"
inline constexpr QLatin1StringView task{"taskId"};
inline constexpr QLatin1StringView again{"again"};
inline constexpr QLatin1StringView folder{"folder"};
} // namespace submitfields

} // namespace millrace::dinky
