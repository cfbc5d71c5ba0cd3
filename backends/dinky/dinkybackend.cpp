// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkybackend.h"

#include "backends/dinky/dinkyconnection.h"
#include "backends/dinky/dinkysettings.h"
#include "backends/http/settingsform.h"

#include <QFile>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

QString DinkyBackend::id() const
{
    return u"dinky"_s;
}

QString DinkyBackend::displayName() const
{
    return u"Dinky"_s;
}

FormDescription DinkyBackend::form() const
{
    return connectionForm();
}

FormValues DinkyBackend::valuesForUrl(const QString& url) const
{
    FormValues values = form().defaults();
    values.insert(fields::address, settingsform::addressFromUrl(url, values));
    return values;
}

std::vector<QuickOption> DinkyBackend::quickOptions() const
{
    return {{u"user"_s, fields::user, tr("User; the password comes from MILLRACE_SECRET."), {}},
        {u"tenant"_s, fields::tenant, tr("Tenant of the user, by id or code."), {}},
        {u"flink-address"_s, fields::flinkAddress, tr("JobManager as Dinky reaches it, HOST:PORT."), {}},
        {u"MILLRACE_SECRET"_s, fields::password, tr("Password."), {}}};
}

QByteArray DinkyBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/dinky.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> DinkyBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    // Profiles keep what somebody typed; what they lack stands in the form.
    FormValues values = form().defaults();
    values.insert(profile.values);
    profile.values = values;
    return std::make_unique<DinkyConnection>(std::move(profile), std::move(secrets), apiDescription());
}

} // namespace millrace::dinky
