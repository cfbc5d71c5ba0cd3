// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/connectionopener.h"

#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/secretstore.h"

#include <QCoreApplication>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ConnectionOpener)
};

QString namesOf(const std::vector<ConnectionProfile>& profiles)
{
    QStringList names;
    for (const ConnectionProfile& profile : profiles) {
        names << profile.name;
    }
    return names.join(u", "_s);
}

Result<ConnectionProfile> unsavedProfile(const ConnectionChoice& choice, const BackendRegistry& backends)
{
    const Backend* backend = backends.find(choice.system);
    if (!backend) {
        return failure(
            ErrorKind::Usage, Texts::tr("This version of Millrace does not know the system %1.").arg(choice.system));
    }
    ConnectionProfile profile;
    profile.name = choice.url;
    profile.system = choice.system;
    profile.values = backend->form().defaults();
    // A bare host:port is what people type.
    const QString url = choice.url.contains(u"://"_s) ? choice.url : u"http://"_s + choice.url;
    profile.values.insert(backend->valuesForUrl(url));
    const QMap<QString, QString> problems = backend->form().problems(profile.values);
    if (!problems.isEmpty()) {
        return failure(ErrorKind::Usage, Texts::tr("%1 is no address: %2").arg(choice.url, problems.first()));
    }
    return profile;
}

} // namespace

SavedConnections::SavedConnections() = default;
SavedConnections::SavedConnections(SavedConnections&&) noexcept = default;
SavedConnections::~SavedConnections() = default;

Result<SavedConnections> SavedConnections::open()
{
    auto database = Database::open(Database::defaultFile());
    if (!database) {
        return failure(database.error());
    }
    SavedConnections saved;
    saved.database = std::move(*database);
    saved.store = std::make_unique<ConnectionStore>(*saved.database);
    return saved;
}

Result<ConnectionProfile> findProfile(const ConnectionChoice& choice, const BackendRegistry& backends)
{
    if (!choice.url.isEmpty() && !choice.name.isEmpty()) {
        return failure(ErrorKind::Usage, Texts::tr("Give a saved connection or an address, not both."));
    }
    if (!choice.url.isEmpty()) {
        return unsavedProfile(choice, backends);
    }
    const auto saved = SavedConnections::open();
    if (!saved) {
        return failure(saved.error());
    }
    const std::vector<ConnectionProfile>& all = saved->store->all();
    if (choice.name.isEmpty()) {
        if (all.size() == 1) {
            return all.front();
        }
        return failure(ErrorKind::Usage,
            all.empty()
                ? Texts::tr("No connection is saved: give --url URL and --system SYSTEM.")
                : Texts::tr("Several connections are saved: choose one with --connection (%1).").arg(namesOf(all)));
    }
    if (const auto profile = saved->store->findByName(choice.name)) {
        return *profile;
    }
    return failure(ErrorKind::Usage,
        all.empty() ? Texts::tr("There is no connection “%1”: none is saved.").arg(choice.name)
                    : Texts::tr("There is no connection “%1”. Saved are: %2.").arg(choice.name, namesOf(all)));
}

QStringList secretFields(const Backend& backend)
{
    QStringList fields;
    const FormDescription form = backend.form();
    for (const FormField& field : form.fields) {
        if (field.kind == FieldKind::Secret) {
            fields << field.id;
        }
    }
    return fields;
}

QStringList shownSecrets(const Backend& backend, const FormValues& values)
{
    QStringList fields;
    const FormDescription form = backend.form();
    for (const FormField& field : form.fields) {
        if (field.kind == FieldKind::Secret && form.isShown(field, values)) {
            fields << field.id;
        }
    }
    return fields;
}

QCoro::Task<Result<std::shared_ptr<Connection>>> openConnection(
    ConnectionProfile profile, const BackendRegistry& backends)
{
    const Backend* backend = backends.find(profile.system);
    if (!backend) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("%1 is a connection to %2, which this version of Millrace does not know.")
                .arg(profile.name, profile.system));
    }
    Secrets secrets;
    const QStringList fields = shownSecrets(*backend, profile.values);
    if (!profile.id.isEmpty() && !fields.isEmpty()) {
        SecretStore store;
        auto found = co_await store.read(profile.id, profile.name, fields);
        if (!found) {
            co_return failure(found.error());
        }
        secrets = *found;
    }
    std::shared_ptr<Connection> connection = backend->connect(std::move(profile), secrets);
    co_return connection;
}

} // namespace millrace::cli
