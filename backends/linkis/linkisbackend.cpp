// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisbackend.h"

#include "backends/http/settingsform.h"
#include "backends/linkis/linkisconnection.h"
#include "backends/linkis/linkissettings.h"

#include <QFile>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

QString LinkisBackend::id() const
{
    return u"linkis"_s;
}

QString LinkisBackend::displayName() const
{
    return u"Apache Linkis"_s;
}

FormDescription LinkisBackend::form() const
{
    return connectionForm();
}

FormValues LinkisBackend::valuesForUrl(const QString& url) const
{
    FormValues values = form().defaults();
    values.insert(fields::address, settingsform::addressFromUrl(url, values));
    return values;
}

std::vector<QuickOption> LinkisBackend::quickOptions() const
{
    return {{u"user"_s, fields::user, tr("User; the password comes from MILLRACE_SECRET."), {}},
        {u"engine"_s, fields::engine, tr("Engine type and version."), {}},
        {u"creator"_s, fields::creator, tr("Creator of tasks."), {}},
        {u"token"_s, fields::signIn, tr("Log in with the token in MILLRACE_TOKEN."), u"token"_s},
        {u"MILLRACE_SECRET"_s, fields::password, tr("Password."), {}},
        {u"MILLRACE_TOKEN"_s, fields::token, tr("Token, instead of a password."), {}}};
}

QByteArray LinkisBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/linkis.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> LinkisBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    // Profiles keep what somebody typed; what they lack stands in the form.
    FormValues values = form().defaults();
    values.insert(profile.values);
    profile.values = values;
    return std::make_unique<LinkisConnection>(std::move(profile), std::move(secrets), apiDescription());
}

} // namespace millrace::linkis
