// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkForm)
};

FormField::Condition when(QLatin1StringView field, const QStringList& values)
{
    return {QString(field), values};
}

void addAddresses(std::vector<FormField>& fields)
{
    const QString section = FormTexts::tr("Addresses");
    fields.push_back({.id = fields::gateway,
        .section = section,
        .label = FormTexts::tr("SQL Gateway"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8083"_s,
        .required = true,
        .check = checks::httpUrl});
    fields.push_back({.id = fields::jobManager,
        .section = section,
        .label = FormTexts::tr("JobManager"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8081"_s,
        .help = FormTexts::tr("For jobs, savepoints and logs; SQL works without it."),
        .check = checks::httpUrl});
    fields.push_back({.id = fields::headers,
        .section = section,
        .label = FormTexts::tr("Extra headers"),
        .kind = FieldKind::Headers,
        .placeholder = u"X-Team: shop-data"_s,
        .check = checks::headerLines});
}

void addLogin(std::vector<FormField>& fields)
{
    const QString section = FormTexts::tr("Login");
    const auto certificate = when(fields::login, {u"certificate"_s});
    fields.push_back({.id = fields::login,
        .section = section,
        .label = FormTexts::tr("Method"),
        .kind = FieldKind::Segments,
        .defaultValue = u"none"_s,
        .options = {{u"none"_s, FormTexts::tr("None")}, {u"basic"_s, FormTexts::tr("Basic")},
            {u"bearer"_s, FormTexts::tr("Bearer token")}, {u"certificate"_s, FormTexts::tr("Client certificate")}}});
    fields.push_back({.id = fields::user,
        .section = section,
        .label = FormTexts::tr("User"),
        .shownWhen = when(fields::login, {u"basic"_s}),
        .required = true});
    fields.push_back({.id = fields::password,
        .section = section,
        .label = FormTexts::tr("Password"),
        .kind = FieldKind::Secret,
        .help = FormTexts::tr("Kept in the system keychain."),
        .shownWhen = when(fields::login, {u"basic"_s})});
    fields.push_back({.id = fields::token,
        .section = section,
        .label = FormTexts::tr("Token"),
        .kind = FieldKind::Secret,
        .help = FormTexts::tr("Kept in the system keychain."),
        .shownWhen = when(fields::login, {u"bearer"_s})});
    fields.push_back({.id = fields::certificateFile,
        .section = section,
        .label = FormTexts::tr("Certificate"),
        .kind = FieldKind::File,
        .help = FormTexts::tr("PEM, or PKCS #12 with its key."),
        .shownWhen = certificate,
        .required = true});
    fields.push_back({.id = fields::keyFile,
        .section = section,
        .label = FormTexts::tr("Private key"),
        .kind = FieldKind::File,
        .help = FormTexts::tr("Only when the certificate's file does not hold it."),
        .shownWhen = certificate});
    fields.push_back({.id = fields::keyPassphrase,
        .section = section,
        .label = FormTexts::tr("Passphrase"),
        .kind = FieldKind::Secret,
        .help = FormTexts::tr("Kept in the system keychain."),
        .shownWhen = certificate});
}

void addTransport(std::vector<FormField>& fields)
{
    const QString section = FormTexts::tr("TLS and proxy");
    fields.push_back({.id = fields::caFile,
        .section = section,
        .label = FormTexts::tr("Trusted CA"),
        .kind = FieldKind::File,
        .help = FormTexts::tr("Empty: what this computer trusts. A file replaces that.")});
    fields.push_back({.id = fields::checkHostName,
        .section = section,
        .label = FormTexts::tr("Check host name"),
        .kind = FieldKind::Toggle,
        .defaultValue = u"true"_s,
        .caption = FormTexts::tr("Compare the certificate with the address")});
    fields.push_back({.id = fields::proxy,
        .section = section,
        .label = FormTexts::tr("Proxy"),
        .kind = FieldKind::Choice,
        .defaultValue = u"system"_s,
        .options = {{u"system"_s, FormTexts::tr("System settings")}, {u"none"_s, FormTexts::tr("None")},
            {u"manual"_s, FormTexts::tr("Own proxy")}}});
    fields.push_back({.id = fields::proxyAddress,
        .section = section,
        .label = FormTexts::tr("Proxy address"),
        .placeholder = u"host:3128"_s,
        .shownWhen = when(fields::proxy, {u"manual"_s}),
        .required = true,
        .check = checks::hostAndPort});
}

void addTimeouts(std::vector<FormField>& fields)
{
    const QString section = FormTexts::tr("Time-outs");
    const auto add = [&](QLatin1StringView id, const QString& label, const QString& value, qint64 least, qint64 most) {
        fields.push_back({.id = id,
            .section = section,
            .label = label,
            .kind = FieldKind::Seconds,
            .defaultValue = value,
            .required = true,
            .check = checks::wholeNumber(least, most)});
    };
    add(fields::connectTimeout, FormTexts::tr("Connect"), u"5"_s, 1, 600);
    add(fields::readTimeout, FormTexts::tr("Read"), u"30"_s, 1, 3600);
    add(fields::sessionIdle, FormTexts::tr("Session idle"), u"600"_s, 10, 86400);
}

} // namespace

FormDescription FlinkBackend::form() const
{
    FormDescription form;
    form.title = FormTexts::tr("Flink connection");
    addAddresses(form.fields);
    addLogin(form.fields);
    addTransport(form.fields);
    addTimeouts(form.fields);
    return form;
}

} // namespace millrace::flink
