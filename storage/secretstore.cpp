// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secretstore.h"

#include <QPointer>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString& connectionId, const QString& field)
{
    return connectionId + u'/' + field;
}

/// ASCII letters and digits in capitals, anything else as _.
QString shellName(const QString& text)
{
    QString name;
    for (const QChar character : text.toUpper()) {
        const bool isPlain = (character >= u'A' && character <= u'Z') || (character >= u'0' && character <= u'9');
        name += isPlain ? character : QChar(u'_');
    }
    return name;
}

} // namespace

SecretStore::SecretStore(std::unique_ptr<Keychain> keychain, QProcessEnvironment environment, QObject* parent)
    : QObject(parent), m_keychain(std::move(keychain)), m_environment(std::move(environment))
{
}

QString SecretStore::environmentName(const QString& connectionName)
{
    return "MILLRACE_SECRET_"_L1 + shellName(connectionName);
}

QCoro::Task<Result<Secrets>> SecretStore::read(QString connectionId, QString connectionName, QStringList fields)
{
    const QPointer<SecretStore> self(this);
    const std::shared_ptr<Keychain> keychain = m_keychain;
    const QString forAll = environmentName(connectionName);
    Secrets secrets;
    for (const QString& field : fields) {
        const QString forField = forAll + u'_' + shellName(field);
        if (m_environment.contains(forField) || m_environment.contains(forAll)) {
            secrets.insert(field, m_environment.value(m_environment.contains(forField) ? forField : forAll));
            continue;
        }
        const QString key = keyOf(connectionId, field);
        if (const auto kept = m_memory.constFind(key); kept != m_memory.constEnd()) {
            secrets.insert(field, *kept);
            continue;
        }
        if (m_place == Place::MemoryOnly) {
            continue; // asking a bus that does not answer costs time at every connect
        }
        const auto found = co_await keychain->read(key);
        if (!self) {
            co_return failure(Error::cancelled());
        }
        if (found) {
            setPlace(Place::Keychain);
            if (*found) {
                secrets.insert(field, **found);
            }
        } else if (found.error().kind == ErrorKind::Unsupported) {
            setPlace(Place::MemoryOnly);
        } else {
            co_return failure(found.error());
        }
    }
    co_return secrets;
}

QCoro::Task<Result<void>> SecretStore::write(QString connectionId, Secrets secrets)
{
    const QPointer<SecretStore> self(this);
    const std::shared_ptr<Keychain> keychain = m_keychain;
    for (auto it = secrets.constBegin(); it != secrets.constEnd(); ++it) {
        const QString key = keyOf(connectionId, it.key());
        // Writing asks the keychain even after it was absent: it may have been started since.
        // Two statements, since GCC 12 destroys the task of a co_await on a conditional expression twice.
        Result<void> written;
        if (it->isEmpty()) {
            written = co_await keychain->remove(key);
        } else {
            written = co_await keychain->write(key, it.value());
        }
        if (!self) {
            co_return failure(Error::cancelled());
        }
        if (written) {
            m_memory.remove(key);
            setPlace(Place::Keychain);
        } else if (written.error().kind == ErrorKind::Unsupported) {
            if (it->isEmpty()) {
                m_memory.remove(key);
            } else {
                m_memory.insert(key, it.value());
            }
            setPlace(Place::MemoryOnly);
        } else {
            co_return failure(written.error());
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> SecretStore::remove(QString connectionId, QStringList fields)
{
    Secrets gone;
    for (const QString& field : fields) {
        gone.insert(field, QString());
    }
    return write(connectionId, gone);
}

QString SecretStore::placeText() const
{
    switch (m_place) {
    case Place::Keychain:
        return tr("Kept in the system keychain.");
    case Place::MemoryOnly:
        return tr("Kept until Millrace closes: no system keychain answers.");
    case Place::Unknown:
        break;
    }
    return tr("Goes to the system keychain, never into a file.");
}

void SecretStore::setPlace(Place place)
{
    if (m_place != place) {
        m_place = place;
        Q_EMIT placeChanged();
    }
}

} // namespace millrace
