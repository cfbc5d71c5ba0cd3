// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"

#include "backends/flink/flinkconnection.h"

#include <QUrl>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

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

HttpSettings httpSettings(const FormValues& values, const Secrets& secrets)
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

QString FlinkBackend::id() const
{
    return u"flink"_s;
}

QString FlinkBackend::displayName() const
{
    return u"Flink"_s;
}

FormValues FlinkBackend::valuesForUrl(const QString& url) const
{
    FormValues values = form().defaults();
    QString address = url.trimmed();
    if (!address.contains("://"_L1)) {
        address.prepend("http://"_L1);
    }
    QUrl parsed(address);
    if (!parsed.userName().isEmpty()) {
        // A password in an address is dropped: secrets come from the keychain or the environment.
        values.insert(fields::login, u"basic"_s);
        values.insert(fields::user, parsed.userName());
        parsed.setUserInfo({});
        address = parsed.toString();
    }
    values.insert(fields::gateway, address);
    return values;
}

std::unique_ptr<Connection> FlinkBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    // Profiles keep what somebody typed; what they lack stands in the form.
    FormValues values = form().defaults();
    values.insert(profile.values);
    profile.values = values;
    return std::make_unique<FlinkConnection>(std::move(profile), std::move(secrets));
}

} // namespace millrace::flink
