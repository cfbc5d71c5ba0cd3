// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/settingsform.h"

#include <QCoreApplication>
#include <QUrl>

namespace millrace::settingsform {

using namespace Qt::StringLiterals;
namespace fields = httpfields;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SettingsForm)
};

FormField::Condition when(QLatin1StringView field, const QStringList& values)
{
    return {QString(field), values};
}

HttpHeaders headers(const QString& lines)
{
    HttpHeaders headers;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0) {
            headers.append({line.left(colon).trimmed().toLatin1(), line.mid(colon + 1).trimmed().toUtf8()});
        }
    }
    return headers;
}

HttpLogin::Method loginMethod(const QString& id)
{
    if (id == "basic"_L1) {
        return HttpLogin::Method::Basic;
    }
    if (id == "bearer"_L1) {
        return HttpLogin::Method::Bearer;
    }
    return id == "certificate"_L1 ? HttpLogin::Method::ClientCertificate : HttpLogin::Method::None;
}

HttpProxy proxyOf(const QString& kind, const QString& address)
{
    if (kind == "manual"_L1) {
        const QUrl url(u"http://"_s + address.section(u"://"_s, -1));
        return {.kind = HttpProxy::Kind::Manual, .host = url.host(), .port = quint16(url.port(0))};
    }
    return {.kind = kind == "none"_L1 ? HttpProxy::Kind::None : HttpProxy::Kind::System};
}

} // namespace

FormField headersField(const QString& section)
{
    return {.id = fields::headers,
        .section = section,
        .label = Texts::tr("Extra headers"),
        .kind = FieldKind::Headers,
        .placeholder = u"X-Team: shop-data"_s,
        .check = checks::headerLines};
}

void addLogin(std::vector<FormField>& form)
{
    const QString section = Texts::tr("Login");
    const auto certificate = when(fields::login, {u"certificate"_s});
    form.push_back({.id = fields::login,
        .section = section,
        .label = Texts::tr("Method"),
        .kind = FieldKind::Segments,
        .defaultValue = u"none"_s,
        .options = {{u"none"_s, Texts::tr("None")}, {u"basic"_s, Texts::tr("Basic")},
            {u"bearer"_s, Texts::tr("Bearer token")}, {u"certificate"_s, Texts::tr("Client certificate")}}});
    form.push_back({.id = fields::user,
        .section = section,
        .label = Texts::tr("User"),
        .shownWhen = when(fields::login, {u"basic"_s}),
        .required = true});
    form.push_back({.id = fields::password,
        .section = section,
        .label = Texts::tr("Password"),
        .kind = FieldKind::Secret,
        .help = Texts::tr("Kept in the system keychain."),
        .shownWhen = when(fields::login, {u"basic"_s})});
    form.push_back({.id = fields::token,
        .section = section,
        .label = Texts::tr("Token"),
        .kind = FieldKind::Secret,
        .help = Texts::tr("Kept in the system keychain."),
        .shownWhen = when(fields::login, {u"bearer"_s})});
    form.push_back({.id = fields::certificateFile,
        .section = section,
        .label = Texts::tr("Certificate"),
        .kind = FieldKind::File,
        .help = Texts::tr("PEM, or PKCS #12 with its key."),
        .shownWhen = certificate,
        .required = true});
    form.push_back({.id = fields::keyFile,
        .section = section,
        .label = Texts::tr("Private key"),
        .kind = FieldKind::File,
        .help = Texts::tr("Only when the certificate's file does not hold it."),
        .shownWhen = certificate});
    form.push_back({.id = fields::keyPassphrase,
        .section = section,
        .label = Texts::tr("Passphrase"),
        .kind = FieldKind::Secret,
        .help = Texts::tr("Kept in the system keychain."),
        .shownWhen = certificate});
}

void addTransport(std::vector<FormField>& form)
{
    const QString section = Texts::tr("TLS and proxy");
    form.push_back({.id = fields::caFile,
        .section = section,
        .label = Texts::tr("Trusted CA"),
        .kind = FieldKind::File,
        .help = Texts::tr("Empty: what this computer trusts. A file replaces that.")});
    form.push_back({.id = fields::checkHostName,
        .section = section,
        .label = Texts::tr("Check host name"),
        .kind = FieldKind::Toggle,
        .defaultValue = u"true"_s,
        .caption = Texts::tr("Compare the certificate with the address")});
    form.push_back({.id = fields::proxy,
        .section = section,
        .label = Texts::tr("Proxy"),
        .kind = FieldKind::Choice,
        .defaultValue = u"system"_s,
        .options = {{u"system"_s, Texts::tr("System settings")}, {u"none"_s, Texts::tr("None")},
            {u"manual"_s, Texts::tr("Own proxy")}}});
    form.push_back({.id = fields::proxyAddress,
        .section = section,
        .label = Texts::tr("Proxy address"),
        .placeholder = u"host:3128"_s,
        .shownWhen = when(fields::proxy, {u"manual"_s}),
        .required = true,
        .check = checks::hostAndPort});
}

FormField timeoutField(QLatin1StringView id, const QString& label, int seconds, qint64 least, qint64 most)
{
    return {.id = id,
        .section = Texts::tr("Time-outs"),
        .label = label,
        .kind = FieldKind::Seconds,
        .defaultValue = QString::number(seconds),
        .required = true,
        .check = checks::wholeNumber(least, most)};
}

void addTimeouts(std::vector<FormField>& form, int connectSeconds, int readSeconds)
{
    form.push_back(timeoutField(fields::connectTimeout, Texts::tr("Connect"), connectSeconds, 1, 600));
    form.push_back(timeoutField(fields::readTimeout, Texts::tr("Read"), readSeconds, 1, 3600));
}

HttpSettings settingsOf(const FormValues& values, const Secrets& secrets)
{
    const auto value = [&](QLatin1StringView id) { return values.value(id).trimmed(); };
    const auto seconds = [&](QLatin1StringView id, int otherwise) {
        const int number = value(id).toInt();
        return std::chrono::seconds(number > 0 ? number : otherwise);
    };
    HttpSettings settings;
    settings.headers = headers(value(fields::headers));
    settings.login = {.method = loginMethod(value(fields::login)),
        .user = value(fields::user),
        .password = secrets.value(fields::password),
        .token = secrets.value(fields::token).trimmed(),
        .certificateFile = value(fields::certificateFile),
        .keyFile = value(fields::keyFile),
        .keyPassphrase = secrets.value(fields::keyPassphrase)};
    settings.caFile = value(fields::caFile);
    settings.checkHostName = value(fields::checkHostName) != "false"_L1;
    settings.proxy = proxyOf(value(fields::proxy), value(fields::proxyAddress));
    settings.connectTimeout = seconds(fields::connectTimeout, 5);
    settings.readTimeout = seconds(fields::readTimeout, 30);
    return settings;
}

QString addressFromUrl(const QString& url, FormValues& values)
{
    QString address = url.trimmed();
    if (!address.contains("://"_L1)) {
        address.prepend("http://"_L1);
    }
    QUrl parsed(address);
    if (!parsed.userName().isEmpty()) {
        values.insert(fields::login, u"basic"_s);
        values.insert(fields::user, parsed.userName());
        parsed.setUserInfo({});
        address = parsed.toString();
    }
    return address;
}

} // namespace millrace::settingsform
