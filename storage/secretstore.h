// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QCoroTask>

#include <QObject>
#include <QProcessEnvironment>

#include <memory>
#include <optional>

namespace millrace {

/// Where secrets lie; the seam that tests replace.
class Keychain {
public:
    virtual ~Keychain() = default;

    /// Nothing when there is no such entry. Kind Unsupported when no keychain service answers at all.
    virtual QCoro::Task<Result<std::optional<QString>>> read(QString key) = 0;
    virtual QCoro::Task<Result<void>> write(QString key, QString secret) = 0;
    /// Removing what is not there is no error.
    virtual QCoro::Task<Result<void>> remove(QString key) = 0;
};

/// The desktop's own keychain: Secret Service, KWallet, …
std::unique_ptr<Keychain> systemKeychain();

/// The secrets of connections, by field of their form. They come from the environment first, then from what this window
/// was told, then from the keychain. Without a keychain service they are kept in memory until Millrace closes; they are
/// never written to a file.
class SecretStore : public QObject {
    Q_OBJECT

public:
    enum class Place { Unknown, Keychain, MemoryOnly };

    explicit SecretStore(std::unique_ptr<Keychain> keychain = systemKeychain(),
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(), QObject* parent = nullptr);

    /// MILLRACE_SECRET_<NAME>: the name in capitals, everything but A–Z and 0–9 as _.
    static QString environmentName(const QString& connectionName);

    /// The secrets that exist among fields; absent ones are left out. MILLRACE_SECRET_<NAME>_<FIELD> goes before
    /// MILLRACE_SECRET_<NAME>, which stands for every field. That no keychain answers is no error here: place() tells.
    QCoro::Task<Result<Secrets>> read(QString connectionId, QString connectionName, QStringList fields);
    /// Keeps each secret; an empty one removes it. After success place() says where they lie.
    QCoro::Task<Result<void>> write(QString connectionId, Secrets secrets);
    /// Forgets these fields of a connection that was removed.
    QCoro::Task<Result<void>> remove(QString connectionId, QStringList fields);

    [[nodiscard]] Place place() const { return m_place; }

    /// "Kept in the system keychain.", or that it is kept until Millrace closes and why.
    [[nodiscard]] QString placeText() const;

Q_SIGNALS:
    void placeChanged();

private:
    void setPlace(Place place);

    std::shared_ptr<Keychain> m_keychain;
    QProcessEnvironment m_environment;
    QMap<QString, QString> m_memory; ///< key to secret, when the keychain does not answer
    Place m_place = Place::Unknown;
};

} // namespace millrace
