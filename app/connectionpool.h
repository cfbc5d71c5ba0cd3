// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <memory>

namespace millrace {

class ConnectionStore;
class SecretStore;

/// The saved connections that are in use. A connection is made when it is first asked for, with its secrets, and shared
/// from then on; when its profile is saved or removed, the next one to ask gets a new one, and those who hold the old
/// one keep it to the end of their work.
class ConnectionPool : public QObject {
    Q_OBJECT

public:
    /// All three outlive the pool.
    ConnectionPool(
        const BackendRegistry& backends, ConnectionStore& store, SecretStore& secrets, QObject* parent = nullptr);

    QCoro::Task<Result<std::shared_ptr<Connection>>> connection(QString profileId);

    /// A connection from values that are not saved (yet), as the form's Test needs it.
    Result<std::shared_ptr<Connection>> unsaved(const ConnectionProfile& profile, const Secrets& secrets);

    /// The secret fields of a system's form.
    [[nodiscard]] QStringList secretFields(const QString& system) const;

Q_SIGNALS:
    /// An HTTP exchange of any connection of the pool.
    void apiCalled(const QString& connectionName, const millrace::ApiCall& call);

private:
    std::shared_ptr<Connection> make(const Backend& backend, const ConnectionProfile& profile, const Secrets& secrets);

    const BackendRegistry& m_backends;
    ConnectionStore& m_store;
    SecretStore& m_secrets;
    QHash<QString, std::shared_ptr<Connection>> m_connections;
};

} // namespace millrace
