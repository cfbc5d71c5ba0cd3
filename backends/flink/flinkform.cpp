// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkForm)
};

QString tr(const char* text)
{
    return FormTexts::tr(text);
}

FormField::Condition when(QLatin1StringView field, const QStringList& values)
{
    return {QString(field), values};
}

void addAddresses(std::vector<FormField>& fields)
{
    const QString section = tr("Addresses");
    fields.push_back({.id = fields::gateway,
        .section = section,
        .label = tr("SQL Gateway"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8083"_s,
        .required = true,
        .check = checks::httpUrl});
    fields.push_back({.id = fields::jobManager,
        .section = section,
        .label = tr("JobManager"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8081"_s,
        .help = tr("For jobs, savepoints and logs; SQL works without it."),
        .check = checks::httpUrl});
    fields.push_back({.id = fields::headers,
        .section = section,
        .label = tr("Extra headers"),
        .kind = FieldKind::Headers,
        .placeholder = u"X-Team: shop-data"_s,
        .check = checks::headerLines});
}

void addLogin(std::vector<FormField>& fields)
{
    const QString section = tr("Login");
    const auto certificate = when(fields::login, {u"certificate"_s});
    fields.push_back({.id = fields::login,
        .section = section,
        .label = tr("Method"),
        .kind = FieldKind::Segments,
        .defaultValue = u"none"_s,
        .options = {{u"none"_s, tr("None")}, {u"basic"_s, tr("Basic")}, {u"bearer"_s, tr("Bearer token")},
            {u"certificate"_s, tr("Client certificate")}}});
    fields.push_back({.id = fields::user,
        .section = section,
        .label = tr("User"),
        .shownWhen = when(fields::login, {u"basic"_s}),
        .required = true});
    fields.push_back({.id = fields::password,
        .section = section,
        .label = tr("Password"),
        .kind = FieldKind::Secret,
        .help = tr("Kept in the system keychain."),
        .shownWhen = when(fields::login, {u"basic"_s})});
    fields.push_back({.id = fields::token,
        .section = section,
        .label = tr("Token"),
        .kind = FieldKind::Secret,
        .help = tr("Kept in the system keychain."),
        .shownWhen = when(fields::login, {u"bearer"_s})});
    fields.push_back({.id = fields::certificateFile,
        .section = section,
        .label = tr("Certificate"),
        .kind = FieldKind::File,
        .help = tr("PEM, or PKCS #12 with its key."),
        .shownWhen = certificate,
        .required = true});
    fields.push_back({.id = fields::keyFile,
        .section = section,
        .label = tr("Private key"),
        .kind = FieldKind::File,
        .help = tr("Only when the certificate's file does not hold it."),
        .shownWhen = certificate});
    fields.push_back({.id = fields::keyPassphrase,
        .section = section,
        .label = tr("Passphrase"),
        .kind = FieldKind::Secret,
        .help = tr("Kept in the system keychain."),
        .shownWhen = certificate});
}

void addTransport(std::vector<FormField>& fields)
{
    const QString section = tr("TLS and proxy");
    fields.push_back({.id = fields::caFile,
        .section = section,
        .label = tr("Trusted CA"),
        .kind = FieldKind::File,
        .help = tr("Empty: what this computer trusts. A file replaces that.")});
    fields.push_back({.id = fields::checkHostName,
        .section = section,
        .label = tr("Check host name"),
        .kind = FieldKind::Toggle,
        .defaultValue = u"true"_s,
        .caption = tr("Compare the certificate with the address")});
    fields.push_back({.id = fields::proxy,
        .section = section,
        .label = tr("Proxy"),
        .kind = FieldKind::Choice,
        .defaultValue = u"system"_s,
        .options = {{u"system"_s, tr("System settings")}, {u"none"_s, tr("None")}, {u"manual"_s, tr("Own proxy")}}});
    fields.push_back({.id = fields::proxyAddress,
        .section = section,
        .label = tr("Proxy address"),
        .placeholder = u"host:3128"_s,
        .shownWhen = when(fields::proxy, {u"manual"_s}),
        .required = true,
        .check = checks::hostAndPort});
}

void addTimeouts(std::vector<FormField>& fields)
{
    const QString section = tr("Time-outs");
    const auto add = [&](QLatin1StringView id, const QString& label, const QString& value, qint64 least, qint64 most) {
        fields.push_back({.id = id,
            .section = section,
            .label = label,
            .kind = FieldKind::Seconds,
            .defaultValue = value,
            .required = true,
            .check = checks::wholeNumber(least, most)});
    };
    add(fields::connectTimeout, tr("Connect"), u"5"_s, 1, 600);
    add(fields::readTimeout, tr("Read"), u"30"_s, 1, 3600);
    add(fields::sessionIdle, tr("Session idle"), u"600"_s, 10, 86400);
}

} // namespace

FormDescription FlinkBackend::form() const
{
    FormDescription form;
    form.title = flink::tr("Flink connection");
    addAddresses(form.fields);
    addLogin(form.fields);
    addTransport(form.fields);
    addTimeouts(form.fields);
    return form;
}

} // namespace millrace::flink
