// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectionpool.h"

#include "storage/connectionstore.h"
#include "storage/secretstore.h"

#include <QPointer>

namespace millrace {

ConnectionPool::ConnectionPool(
    const BackendRegistry& backends, ConnectionStore& store, SecretStore& secrets, QObject* parent)
    : QObject(parent), m_backends(backends), m_store(store), m_secrets(secrets)
{
    const auto forget = [this](const QString& id) { m_connections.remove(id); };
    connect(&m_store, &ConnectionStore::saved, this, forget);
    connect(&m_store, &ConnectionStore::removed, this, forget);
}

QCoro::Task<Result<std::shared_ptr<Connection>>> ConnectionPool::connection(QString profileId)
{
    if (const auto known = m_connections.value(profileId)) {
        co_return known;
    }
    const auto profile = m_store.find(profileId);
    if (!profile) {
        co_return failure(ErrorKind::Usage, tr("No connection is chosen: choose one in the bar above the text."));
    }
    const Backend* backend = m_backends.find(profile->system);
    if (!backend) {
        co_return failure(ErrorKind::Unsupported,
            tr("%1 is a connection to %2, which this version of Millrace does not know.")
                .arg(profile->name, profile->system));
    }
    const QPointer guard(this);
    const auto secrets = co_await m_secrets.read(profile->id, profile->name, secretFields(profile->system));
    if (!guard) {
        co_return failure(Error::cancelled());
    }
    if (!secrets) {
        co_return failure(secrets.error());
    }
    // Somebody else may have asked for the same one meanwhile.
    if (const auto known = m_connections.value(profileId)) {
        co_return known;
    }
    auto connection = make(*backend, *profile, *secrets);
    m_connections.insert(profileId, connection);
    co_return connection;
}

Result<std::shared_ptr<Connection>> ConnectionPool::unsaved(const ConnectionProfile& profile, const Secrets& secrets)
{
    const Backend* backend = m_backends.find(profile.system);
    if (!backend) {
        return failure(ErrorKind::Unsupported, tr("This version of Millrace does not know %1.").arg(profile.system));
    }
    return make(*backend, profile, secrets);
}

QStringList ConnectionPool::secretFields(const QString& system) const
{
    QStringList fields;
    if (const Backend* backend = m_backends.find(system)) {
        const FormDescription form = backend->form();
        for (const FormField& field : form.fields) {
            if (field.kind == FieldKind::Secret) {
                fields << field.id;
            }
        }
    }
    return fields;
}

std::shared_ptr<Connection> ConnectionPool::make(
    const Backend& backend, const ConnectionProfile& profile, const Secrets& secrets)
{
    std::shared_ptr<Connection> connection = backend.connect(profile, secrets);
    connect(connection.get(), &Connection::apiCalled, this,
        [this, name = profile.name](const ApiCall& call) { Q_EMIT apiCalled(name, call); });
    return connection;
}

} // namespace millrace
