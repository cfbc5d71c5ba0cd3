// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlisettings.h"

#include "backends/http/settingsform.h"

#include <QCoreApplication>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliForm)
};

FormField::Condition when(QLatin1StringView field, const QString& value)
{
    return {QString(field), {value}};
}

/// One region stands under another top-level domain.
QUrl serviceUrl(QLatin1StringView service, const QString& region)
{
    const QString domain = region == "eu-west-101"_L1 ? u"myhuaweicloud.eu"_s : u"myhuaweicloud.com"_s;
    return QUrl(u"https://%1.%2.%3"_s.arg(service, region, domain));
}

void addPlace(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Service");
    std::vector<FormField::Option> options;
    for (const QString& region : regions()) {
        options.push_back({region, region});
    }
    form.push_back({.id = fields::region,
        .section = section,
        .label = Texts::tr("Region"),
        .kind = FieldKind::Choice,
        .defaultValue = u"cn-north-4"_s,
        .options = options});
    form.push_back({.id = fields::endpoint,
        .section = section,
        .label = Texts::tr("Own address"),
        .kind = FieldKind::Url,
        .placeholder = u"https://dli.cn-north-4.myhuaweicloud.com"_s,
        .help = Texts::tr("Instead of the region's: for other clouds of the same make, or a server of your own."),
        .check = checks::httpUrl});
    form.push_back({.id = fields::iamEndpoint,
        .section = section,
        .label = Texts::tr("Own IAM address"),
        .kind = FieldKind::Url,
        .placeholder = u"https://iam.cn-north-4.myhuaweicloud.com"_s,
        .help = Texts::tr("Where projects are found and tokens are made. Empty: the region's, unless there is an own "
                          "address."),
        .check = checks::httpUrl});
    form.push_back({.id = fields::project,
        .section = section,
        .label = Texts::tr("Project id"),
        .help = Texts::tr("Empty: found through IAM by the region's name.")});
    form.push_back({.id = fields::queue,
        .section = section,
        .label = Texts::tr("Queue"),
        .placeholder = u"default"_s,
        .help = Texts::tr("Where SQL runs when a script names no other.")});
    form.push_back({.id = fields::language,
        .section = section,
        .label = Texts::tr("Messages"),
        .kind = FieldKind::Choice,
        .options = {
            {QString(), Texts::tr("As the service decides")}, {u"en-us"_s, u"English"_s}, {u"zh-cn"_s, u"中文"_s}}});
}

void addSignIn(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Login");
    const QString kept = Texts::tr("Kept in the system keychain.");
    form.push_back({.id = fields::signIn,
        .section = section,
        .label = Texts::tr("Method"),
        .kind = FieldKind::Segments,
        .defaultValue = u"keys"_s,
        .options = {{u"keys"_s, Texts::tr("Access key")}, {u"token"_s, Texts::tr("Token")},
            {u"password"_s, Texts::tr("User and password")}}});
    form.push_back({.id = fields::accessKey,
        .section = section,
        .label = Texts::tr("Access key (AK)"),
        .shownWhen = when(fields::signIn, u"keys"_s),
        .required = true});
    form.push_back({.id = fields::secretKey,
        .section = section,
        .label = Texts::tr("Secret key (SK)"),
        .kind = FieldKind::Secret,
        .help = kept,
        .shownWhen = when(fields::signIn, u"keys"_s)});
    form.push_back({.id = fields::securityToken,
        .section = section,
        .label = Texts::tr("Security token"),
        .kind = FieldKind::Secret,
        .placeholder = Texts::tr("only with temporary keys"),
        .shownWhen = when(fields::signIn, u"keys"_s)});
    form.push_back({.id = fields::token,
        .section = section,
        .label = Texts::tr("Token"),
        .kind = FieldKind::Secret,
        .help = Texts::tr("Made for the project; holds 24 hours. Kept in the system keychain."),
        .shownWhen = when(fields::signIn, u"token"_s)});
    form.push_back({.id = fields::account,
        .section = section,
        .label = Texts::tr("Account"),
        .shownWhen = when(fields::signIn, u"password"_s),
        .required = true});
    form.push_back({.id = fields::user,
        .section = section,
        .label = Texts::tr("IAM user"),
        .help = Texts::tr("A HUAWEI ID or a federated user cannot log in this way."),
        .shownWhen = when(fields::signIn, u"password"_s),
        .required = true});
    form.push_back({.id = fields::password,
        .section = section,
        .label = Texts::tr("Password"),
        .kind = FieldKind::Secret,
        .help = kept,
        .shownWhen = when(fields::signIn, u"password"_s)});
}

DliSettings::SignIn signInFrom(const QString& id, const DliSettings& settings)
{
    if (id == "password"_L1) {
        return DliSettings::SignIn::Password;
    }
    // From the command line a token may come without a word about the method.
    const bool onlyToken = !settings.token.isEmpty() && settings.keys.accessKey.isEmpty();
    return id == "token"_L1 || onlyToken ? DliSettings::SignIn::Token : DliSettings::SignIn::Keys;
}

} // namespace

QStringList regions()
{
    return {u"cn-north-1"_s, u"cn-north-2"_s, u"cn-north-4"_s, u"cn-north-9"_s, u"cn-east-2"_s, u"cn-east-3"_s,
        u"cn-east-4"_s, u"cn-east-5"_s, u"cn-south-1"_s, u"cn-southwest-2"_s, u"ap-southeast-1"_s, u"ap-southeast-2"_s,
        u"ap-southeast-3"_s, u"ap-southeast-4"_s, u"af-north-1"_s, u"af-south-1"_s, u"la-north-2"_s, u"la-south-2"_s,
        u"na-mexico-1"_s, u"sa-brazil-1"_s, u"tr-west-1"_s, u"ae-ad-1"_s, u"me-east-1"_s, u"my-kualalumpur-1"_s,
        u"ru-moscow-1"_s, u"ru-northwest-2"_s, u"eu-west-0"_s, u"eu-west-101"_s};
}

FormDescription connectionForm()
{
    FormDescription form;
    form.title = Texts::tr("DLI connection");
    addPlace(form.fields);
    addSignIn(form.fields);
    settingsform::addTransport(form.fields);
    settingsform::addTimeouts(form.fields, 10, 60);
    return form;
}

DliSettings settingsOf(const FormValues& values, const Secrets& secrets)
{
    const auto value = [&](QLatin1StringView id) { return values.value(id).trimmed(); };
    const auto secret = [&](QLatin1StringView id) { return secrets.value(id).trimmed(); };
    DliSettings settings;
    settings.region = value(fields::region);
    const QString own = value(fields::endpoint);
    settings.endpoint = own.isEmpty() ? serviceUrl("dli"_L1, settings.region) : QUrl(own, QUrl::StrictMode);
    // The service's own library drops a path here, too: it would not be part of what is signed.
    settings.endpoint.setPath({});
    const QString iam = value(fields::iamEndpoint);
    if (!iam.isEmpty()) {
        settings.iamEndpoint = QUrl(iam, QUrl::StrictMode);
    } else if (own.isEmpty()) {
        settings.iamEndpoint = serviceUrl("iam"_L1, settings.region);
    }
    settings.project = value(fields::project);
    settings.keys = {value(fields::accessKey), secret(fields::secretKey), secret(fields::securityToken)};
    if (settings.keys.securityToken == settings.keys.secretKey) {
        // One variable of the environment may stand for every secret of a connection; a secret key is never sent.
        settings.keys.securityToken.clear();
    }
    settings.token = secret(fields::token);
    settings.account = value(fields::account);
    settings.user = value(fields::user);
    settings.password = secrets.value(fields::password);
    settings.signIn = signInFrom(value(fields::signIn), settings);
    settings.queue = value(fields::queue);
    settings.language = value(fields::language);
    settings.http = settingsform::settingsOf(values, {});
    settings.http.login = {};
    settings.http.extraSecrets = {
        settings.keys.secretKey, settings.keys.securityToken, settings.token, settings.password};
    return settings;
}

} // namespace millrace::dli
