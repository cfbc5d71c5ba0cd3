// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/result.h"

namespace millrace {
class ConnectionStore;
class Database;
} // namespace millrace

namespace millrace::cli {

/// The saved connections, with the database they lie in.
struct SavedConnections {
    std::unique_ptr<Database> database;
    std::unique_ptr<ConnectionStore> store;

    SavedConnections();
    SavedConnections(SavedConnections&&) noexcept;
    ~SavedConnections();

    static Result<SavedConnections> open();
};

/// Which connection a command shall use.
struct ConnectionChoice {
    QString name; ///< of a saved connection
    QString url; ///< of one that is not saved
    QString system = QStringLiteral("flink"); ///< what url leads to
};

/// The profile that the choice means: a saved one, one made of the address, or, without either, the only saved one.
Result<ConnectionProfile> findProfile(const ConnectionChoice& choice, const BackendRegistry& backends);

/// The ids of a backend's secret fields.
QStringList secretFields(const Backend& backend);

/// Those of them that the form shows with these values: only they are ever looked up.
QStringList shownSecrets(const Backend& backend, const FormValues& values);

/// Makes the connection, with the secrets from the environment or the keychain.
QCoro::Task<Result<std::shared_ptr<Connection>>> openConnection(
    ConnectionProfile profile, const BackendRegistry& backends);

} // namespace millrace::cli
