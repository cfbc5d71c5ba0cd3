// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QCoroSignal>

#include <QFileInfo>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString& service()
{
    static const QString s_service = u"millrace"_s;
    return s_service;
}

/// Without a session bus there is nobody to ask, and QtKeychain may wait for an answer for ever.
bool hasSessionBus()
{
    constexpr const char* variable = "DBUS_SESSION_BUS_ADDRESS";
    if (qEnvironmentVariableIsSet(variable)) {
        return !qEnvironmentVariableIsEmpty(variable);
    }
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s);
}

Error noKeychain(const QString& detail)
{
    return {.kind = ErrorKind::Unsupported,
        .message = SecretStore::tr("No system keychain answers: start one, such as GNOME Keyring or KWallet."),
        .detail = detail};
}

/// Waits for a job of QtKeychain. Jobs delete themselves later, so what they say is read before this returns.
QCoro::Task<void> done(QKeychain::Job* job)
{
    job->setInsecureFallback(false);
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished);
}

Error keychainError(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.kind = ErrorKind::Auth,
            .message = SecretStore::tr("The system keychain refused access: unlock it, then try again."),
            .detail = job.errorString()};
    case QKeychain::CouldNotDeleteEntry:
        return {.kind = ErrorKind::Storage,
            .message = SecretStore::tr("The system keychain could not remove the secret: remove it there by hand."),
            .detail = job.errorString()};
    default:
        // Every other error means in practice that nobody answers on the bus.
        return noKeychain(job.errorString());
    }
}

class SystemKeychain : public Keychain {
public:
    QCoro::Task<Result<std::optional<QString>>> read(QString key) override
    {
        if (!hasSessionBus()) {
            co_return failure(noKeychain({}));
        }
        auto* job = new QKeychain::ReadPasswordJob(service());
        job->setKey(key);
        co_await done(job);
        if (job->error() == QKeychain::EntryNotFound) {
            co_return std::optional<QString>();
        }
        if (job->error() != QKeychain::NoError) {
            co_return failure(keychainError(*job));
        }
        co_return std::optional(job->textData());
    }

    QCoro::Task<Result<void>> write(QString key, QString secret) override
    {
        if (!hasSessionBus()) {
            co_return failure(noKeychain({}));
        }
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setKey(key);
        job->setTextData(secret);
        co_await done(job);
        if (job->error() != QKeychain::NoError) {
            co_return failure(keychainError(*job));
        }
        co_return Result<void>();
    }

    QCoro::Task<Result<void>> remove(QString key) override
    {
        if (!hasSessionBus()) {
            co_return failure(noKeychain({}));
        }
        auto* job = new QKeychain::DeletePasswordJob(service());
        job->setKey(key);
        co_await done(job);
        if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound) {
            co_return failure(keychainError(*job));
        }
        co_return Result<void>();
    }
};

} // namespace

std::unique_ptr<Keychain> systemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace millrace
