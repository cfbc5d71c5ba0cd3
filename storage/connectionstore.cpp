// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connectionstore.h"

#include "storage/database.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// What makes two names the same.
QString nameKey(const QString& name)
{
    return name.trimmed().toCaseFolded();
}

QString toJson(const FormValues& values)
{
    QJsonObject object;
    for (auto it = values.begin(); it != values.end(); ++it) {
        object.insert(it.key(), it.value());
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

FormValues valuesFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    FormValues values;
    for (auto it = object.begin(); it != object.end(); ++it) {
        values.insert(it.key(), it.value().toString());
    }
    return values;
}

} // namespace

ConnectionStore::ConnectionStore(Database& database, QObject* parent) : QObject(parent), m_database(database)
{
    if (const auto loaded = load(); !loaded) {
        // Nobody can listen yet.
        QMetaObject::invokeMethod(
            this, [this, error = loaded.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    }
}

Result<void> ConnectionStore::load()
{
    m_foreignVersion = m_database.foreignVersion();
    auto rows = m_database.run(
        u"SELECT id, name, system, environment, read_only, field_values FROM connections ORDER BY name_key"_s);
    if (!rows) {
        return failure(rows.error());
    }
    m_profiles.clear();
    while (rows->next()) {
        m_profiles.push_back({.id = rows->value(0).toString(),
            .name = rows->value(1).toString(),
            .system = rows->value(2).toString(),
            .environment = environmentFromId(rows->value(3).toString()),
            .readOnly = rows->value(4).toBool(),
            .values = valuesFromJson(rows->value(5).toString())});
    }
    return {};
}

std::optional<ConnectionProfile> ConnectionStore::find(const QString& id) const
{
    const auto it = std::ranges::find(m_profiles, id, &ConnectionProfile::id);
    return it == m_profiles.end() ? std::nullopt : std::optional(*it);
}

std::optional<ConnectionProfile> ConnectionStore::findByName(const QString& name) const
{
    const auto it = std::ranges::find_if(
        m_profiles, [key = nameKey(name)](const ConnectionProfile& profile) { return nameKey(profile.name) == key; });
    return it == m_profiles.end() ? std::nullopt : std::optional(*it);
}

QString ConnectionStore::freeName(const QString& base) const
{
    QString name = base.trimmed();
    for (int number = 2; findByName(name); ++number) {
        name = base.trimmed() + u' ' + QString::number(number);
    }
    return name;
}

std::optional<QString> ConnectionStore::nameProblem(const QString& name, const QString& id) const
{
    if (name.trimmed().isEmpty()) {
        return tr("The connection has no name: give it one.");
    }
    const auto other = findByName(name);
    if (other && other->id != id) {
        return tr("Another connection is called %1: use a name of its own.").arg(other->name);
    }
    return std::nullopt;
}

Result<ConnectionProfile> ConnectionStore::save(ConnectionProfile profile)
{
    if (const auto read = refresh(); !read) {
        return failure(read.error());
    }
    profile.name = profile.name.trimmed();
    if (const auto problem = nameProblem(profile.name, profile.id)) {
        return failure(ErrorKind::Usage, *problem);
    }
    if (profile.id.isEmpty()) {
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    const auto done =
        m_database.run(u"INSERT INTO connections (id, name, name_key, system, environment, read_only, field_values) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                       "name_key = excluded.name_key, system = excluded.system, environment = excluded.environment, "
                       "read_only = excluded.read_only, field_values = excluded.field_values"_s,
            {profile.id, profile.name, nameKey(profile.name), profile.system, toId(profile.environment),
                profile.readOnly, toJson(profile.values)});
    if (!done) {
        return failure(done.error());
    }
    if (const auto read = load(); !read) {
        return failure(read.error());
    }
    Q_EMIT changed();
    Q_EMIT saved(profile.id);
    return profile;
}

Result<void> ConnectionStore::remove(const QString& id)
{
    if (const auto done = m_database.run(u"DELETE FROM connections WHERE id = ?"_s, {id}); !done) {
        return failure(done.error());
    }
    const bool wasThere = find(id).has_value();
    if (const auto read = load(); !read) {
        return failure(read.error());
    }
    if (wasThere) {
        Q_EMIT changed();
        Q_EMIT removed(id);
    }
    return {};
}

Result<void> ConnectionStore::refresh()
{
    if (m_database.foreignVersion() == m_foreignVersion) {
        return {};
    }
    const std::vector<ConnectionProfile> before = m_profiles;
    const auto read = load();
    if (read && m_profiles != before) {
        Q_EMIT changed();
    }
    return read;
}

} // namespace millrace
