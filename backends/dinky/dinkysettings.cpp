// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkysettings.h"

#include "backends/http/settingsform.h"

#include <QCoreApplication>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyForm)
};

void addServer(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Server");
    form.push_back({.id = fields::address,
        .section = section,
        .label = Texts::tr("Address"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8888"_s,
        .required = true,
        .check = checks::httpUrl});
    form.push_back({.id = fields::dialect,
        .section = section,
        .label = Texts::tr("Version"),
        .kind = FieldKind::Choice,
        .defaultValue = u"auto"_s,
        .help = Texts::tr("1.x dropped executeSql, executeJar and getJobData of 0.6 and 0.7."),
        .options = {{u"auto"_s, Texts::tr("Ask the server")}, {u"0.7"_s, u"0.6, 0.7"_s}, {u"1.x"_s, u"1.x"_s}}});
    form.push_back({.id = fields::flinkAddress,
        .section = section,
        .label = Texts::tr("Flink address"),
        .placeholder = u"127.0.0.1:8081"_s,
        .help = Texts::tr("JobManager as the server reaches it: for running SQL, cancelling and savepoints."),
        .check = checks::hostAndPort});
}

void addSignIn(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Login");
    form.push_back({.id = fields::user,
        .section = section,
        .label = Texts::tr("User"),
        .help = Texts::tr("Empty: only the OpenAPI, which asks nobody for a login. A login here ends the user's other "
                          "one: the browser is logged out.")});
    form.push_back(
        {.id = fields::password, .section = section, .label = Texts::tr("Password"), .kind = FieldKind::Secret});
    form.push_back({.id = fields::tenant,
        .section = section,
        .label = Texts::tr("Tenant"),
        .help = Texts::tr("Id or code; after a test they stand in the list. Empty: the first of the user.")});
}

} // namespace

FormDescription connectionForm()
{
    FormDescription form;
    form.title = Texts::tr("Dinky connection");
    addServer(form.fields);
    form.fields.push_back(settingsform::headersField(Texts::tr("Server")));
    addSignIn(form.fields);
    settingsform::addTransport(form.fields);
    settingsform::addTimeouts(form.fields, 5, 60);
    return form;
}

DinkySettings settingsOf(const FormValues& values, const Secrets& secrets)
{
    const auto value = [&](QLatin1StringView id) { return values.value(id).trimmed(); };
    DinkySettings settings;
    settings.address = QUrl(value(fields::address), QUrl::StrictMode);
    const QString dialect = value(fields::dialect);
    settings.dialect = dialect == "0.7"_L1 || dialect == "1.x"_L1 ? dialect : QString();
    settings.user = value(fields::user);
    settings.password = secrets.value(fields::password);
    settings.tenant = value(fields::tenant);
    settings.flinkAddress = value(fields::flinkAddress);
    settings.http = settingsform::settingsOf(values, {});
    settings.http.login = {};
    settings.http.extraSecrets = {settings.password};
    return settings;
}

} // namespace millrace::dinky
