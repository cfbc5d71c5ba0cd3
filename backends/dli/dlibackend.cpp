// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlibackend.h"

#include "backends/dli/dliconnection.h"
#include "backends/dli/dlisettings.h"
#include "backends/http/settingsform.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

namespace millrace::dli {

using namespace Qt::StringLiterals;

QString DliBackend::id() const
{
    return u"dli"_s;
}

QString DliBackend::displayName() const
{
    return u"Huawei DLI"_s;
}

FormDescription DliBackend::form() const
{
    return connectionForm();
}

FormValues DliBackend::valuesForUrl(const QString& url) const
{
    FormValues values = form().defaults();
    const QString address = settingsform::addressFromUrl(url, values);
    values.insert(fields::endpoint, address);
    // The name of a host of the service says its region, and where that region's IAM is.
    static const QRegularExpression s_host(u"^dli\\.([a-z0-9-]+)\\.(.+)$"_s);
    if (const auto host = s_host.match(QUrl(address).host()); host.hasMatch()) {
        values.insert(fields::region, host.captured(1));
        values.insert(fields::iamEndpoint, u"https://iam.%1.%2"_s.arg(host.captured(1), host.captured(2)));
    }
    return values;
}

std::vector<QuickOption> DliBackend::quickOptions() const
{
    return {{u"project"_s, fields::project, tr("Id of the project.")},
        {u"access-key"_s, fields::accessKey, tr("Access key; its secret key comes from MILLRACE_SECRET.")},
        {u"region"_s, fields::region, tr("Region, for finding the project.")},
        {u"iam-url"_s, fields::iamEndpoint, tr("Address of IAM, for finding the project.")},
        {u"token"_s, fields::signIn, tr("Log in with the token in MILLRACE_TOKEN."), u"token"_s},
        {u"MILLRACE_SECRET"_s, fields::secretKey, tr("Secret key.")},
        {u"MILLRACE_SECURITY_TOKEN"_s, fields::securityToken, tr("Security token of a temporary key.")},
        {u"MILLRACE_TOKEN"_s, fields::token, tr("Token, instead of keys.")}};
}

QByteArray DliBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/dli.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> DliBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    // Profiles keep what somebody typed; what they lack stands in the form.
    FormValues values = form().defaults();
    values.insert(profile.values);
    profile.values = values;
    return std::make_unique<DliConnection>(std::move(profile), std::move(secrets), apiDescription());
}

} // namespace millrace::dli
