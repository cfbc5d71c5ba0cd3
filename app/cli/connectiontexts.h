// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <optional>
#include <vector>

namespace millrace::cli {

/// Name, system, environment, access and address in columns.
QString connectionsAsTable(const std::vector<ConnectionProfile>& profiles);
/// [{"name","system","environment","readOnly","values"}]; secrets are in no profile.
QString connectionsAsJson(const std::vector<ConnectionProfile>& profiles);

/// A line of stdin; from a terminal it is asked for and not shown. Nothing at the end of the input.
std::optional<QString> readSecret(const QString& field);

/// Puts secrets into the keychain; says so when there is none, for then they would be lost.
QCoro::Task<int> keepSecrets(QString connectionId, Secrets secrets);
QCoro::Task<int> forgetSecrets(QString connectionId, QStringList fields);

/// Tries a connection and prints each step as it is done, or all of them as one JSON object.
QCoro::Task<int> testConnection(
    ConnectionProfile profile, const BackendRegistry& backends, bool asJson, CancellationToken token);

} // namespace millrace::cli
