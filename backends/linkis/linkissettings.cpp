// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkissettings.h"

#include "backends/http/settingsform.h"

#include <QCoreApplication>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisForm)
};

void addAddress(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Gateway");
    form.push_back({.id = fields::address,
        .section = section,
        .label = Texts::tr("Address"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:9001"_s,
        .required = true,
        .check = checks::httpUrl});
    form.push_back({.id = fields::version,
        .section = section,
        .label = Texts::tr("Interface version"),
        .defaultValue = u"v1"_s,
        .help = Texts::tr("The part of the address behind /api/rest_j/; it must be that of the server."),
        .required = true});
    form.push_back({.id = fields::referer,
        .section = section,
        .label = Texts::tr("Referer"),
        .kind = FieldKind::Toggle,
        .defaultValue = u"true"_s,
        .caption = Texts::tr("Name the gateway itself, for servers that check it")});
    form.push_back({.id = fields::language,
        .section = section,
        .label = Texts::tr("Settings in"),
        .kind = FieldKind::Choice,
        .defaultValue = u"en"_s,
        .options = {{u"en"_s, u"English"_s}, {u"zh-CN"_s, u"中文"_s}}});
}

void addSignIn(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Login");
    const QString kept = Texts::tr("Kept in the system keychain.");
    const FormField::Condition byPassword{QString(fields::signIn), {u"password"_s}};
    const FormField::Condition byToken{QString(fields::signIn), {u"token"_s}};
    const FormField::Condition byCookie{QString(fields::signIn), {u"cookie"_s}};
    form.push_back({.id = fields::signIn,
        .section = section,
        .label = Texts::tr("Method"),
        .kind = FieldKind::Segments,
        .defaultValue = u"password"_s,
        .options = {{u"password"_s, Texts::tr("User and password")}, {u"token"_s, Texts::tr("Token")},
            {u"cookie"_s, Texts::tr("Cookie of a browser")}}});
    form.push_back({.id = fields::user,
        .section = section,
        .label = Texts::tr("User"),
        .help = Texts::tr("As the server spells it: tasks and their labels carry it."),
        .required = true});
    form.push_back({.id = fields::password,
        .section = section,
        .label = Texts::tr("Password"),
        .kind = FieldKind::Secret,
        .help = Texts::tr("Sent encrypted when the server asks for that. Kept in the system keychain."),
        .shownWhen = byPassword});
    form.push_back({.id = fields::token,
        .section = section,
        .label = Texts::tr("Token"),
        .kind = FieldKind::Secret,
        .help = kept,
        .shownWhen = byToken});
    form.push_back({.id = fields::cookie,
        .section = section,
        .label = Texts::tr("Cookie"),
        .kind = FieldKind::Secret,
        .placeholder = u"linkis_user_session_ticket_id_v1=…"_s,
        .help = Texts::tr("For servers whose login is elsewhere: copied from a browser that is logged in. Kept in the "
                          "system keychain."),
        .shownWhen = byCookie,
        .required = true});
    form.push_back({.id = fields::proxyUser,
        .section = section,
        .label = Texts::tr("Proxy user"),
        .help = Texts::tr("Work as this user; needs a validation code."),
        .shownWhen = byPassword});
    form.push_back({.id = fields::proxyCode,
        .section = section,
        .label = Texts::tr("Validation code"),
        .kind = FieldKind::Secret,
        .help = kept,
        .shownWhen = byPassword});
}

void addTaskDefaults(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Tasks");
    form.push_back({.id = fields::engine,
        .section = section,
        .label = Texts::tr("Engine"),
        .defaultValue = u"spark-3.2.1"_s,
        .placeholder = u"spark-3.2.1"_s,
        .help = Texts::tr("Type and version, as the server lists them; scripts can choose another.")});
    form.push_back({.id = fields::creator,
        .section = section,
        .label = Texts::tr("Creator"),
        .defaultValue = u"IDE"_s,
        .help = Texts::tr("Servers cut results of IDE at 5,000 rows."),
        .required = true});
}

} // namespace

FormDescription connectionForm()
{
    FormDescription form;
    form.title = Texts::tr("Linkis connection");
    addAddress(form.fields);
    addSignIn(form.fields);
    addTaskDefaults(form.fields);
    form.fields.push_back(settingsform::headersField(Texts::tr("Gateway")));
    settingsform::addTransport(form.fields);
    settingsform::addTimeouts(form.fields, 5, 60);
    return form;
}

LinkisSettings settingsOf(const FormValues& values, const Secrets& secrets)
{
    const auto value = [&](QLatin1StringView id) { return values.value(id).trimmed(); };
    LinkisSettings settings;
    settings.address = QUrl(value(fields::address), QUrl::StrictMode);
    settings.version = value(fields::version).isEmpty() ? u"v1"_s : value(fields::version);
    settings.user = value(fields::user);
    settings.password = secrets.value(fields::password);
    settings.token = secrets.value(fields::token).trimmed();
    settings.cookie = secrets.value(fields::cookie).trimmed();
    // From the command line a token may come without a word about the method.
    const bool onlyToken = !settings.token.isEmpty() && settings.password.isEmpty();
    settings.signIn = value(fields::signIn) == "cookie"_L1 ? LinkisSettings::SignIn::Cookie
        : value(fields::signIn) == "token"_L1 || onlyToken ? LinkisSettings::SignIn::Token
                                                           : LinkisSettings::SignIn::Password;
    settings.proxyUser = value(fields::proxyUser);
    settings.proxyCode = secrets.value(fields::proxyCode).trimmed();
    settings.creator = value(fields::creator).isEmpty() ? u"IDE"_s : value(fields::creator);
    settings.engine = value(fields::engine);
    settings.sendReferer = value(fields::referer) != "false"_L1;
    settings.language = value(fields::language);
    settings.http = settingsform::settingsOf(values, {});
    settings.http.login = {};
    settings.http.extraSecrets = {
        settings.password, settings.token, settings.proxyCode, settings.cookie.section(u'=', 1)};
    return settings;
}

} // namespace millrace::linkis
