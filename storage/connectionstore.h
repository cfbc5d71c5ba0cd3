// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/result.h"

#include <QObject>

#include <optional>
#include <vector>

namespace millrace {

class Database;

/// The saved connections, ordered by name. Secrets are not among them: see SecretStore.
class ConnectionStore : public QObject {
    Q_OBJECT

public:
    /// Reads all connections. database outlives the store.
    explicit ConnectionStore(Database& database, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<ConnectionProfile>& all() const { return m_profiles; }

    [[nodiscard]] std::optional<ConnectionProfile> find(const QString& id) const;
    /// Names differ by more than case, as the command line takes them.
    [[nodiscard]] std::optional<ConnectionProfile> findByName(const QString& name) const;
    /// base, or "base 2", "base 3", … when that is taken.
    [[nodiscard]] QString freeName(const QString& base) const;
    /// The sentence that tells why a connection with this id cannot have this name; nothing when it can.
    [[nodiscard]] std::optional<QString> nameProblem(const QString& name, const QString& id) const;

    /// Adds the profile, or replaces the one with its id. An empty id is filled in. Gives what was saved.
    Result<ConnectionProfile> save(ConnectionProfile profile);
    /// Removing one that is not there is no error.
    Result<void> remove(const QString& id);

    /// Reads anew when another window changed something; call it when the window becomes active.
    Result<void> refresh();

Q_SIGNALS:
    /// Whatever changed: all() is new.
    void changed();
    void saved(const QString& id);
    void removed(const QString& id);
    /// The connections could not be read.
    void failed(const millrace::Error& error);

private:
    Result<void> load();

    Database& m_database;
    std::vector<ConnectionProfile> m_profiles;
    qint64 m_foreignVersion = -1;
};

} // namespace millrace
