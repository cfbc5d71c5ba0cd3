// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/seatunnelbackend.h"

#include "backends/http/settingsform.h"
#include "backends/seatunnel/seatunnelconnection.h"

#include <QFile>
#include <QTimeZone>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelForm)
};

std::optional<QString> timeZone(const QString& value, const FormValues&)
{
    if (value.isEmpty() || QTimeZone(value.toUtf8()).isValid()) {
        return std::nullopt;
    }
    return FormTexts::tr("This is no time zone: write it like Asia/Shanghai or UTC+08:00.");
}

} // namespace

QString SeaTunnelBackend::id() const
{
    return u"seatunnel"_s;
}

QString SeaTunnelBackend::displayName() const
{
    return u"SeaTunnel"_s;
}

FormDescription SeaTunnelBackend::form() const
{
    FormDescription form;
    form.title = FormTexts::tr("SeaTunnel connection");
    const QString section = FormTexts::tr("Addresses");
    form.fields.push_back({.id = fields::v2,
        .section = section,
        .label = FormTexts::tr("REST v2"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:8080/context"_s,
        .help = FormTexts::tr(
            "From 2.3.9 on, with its context path. One address is enough; this one is used where both are given."),
        .check = checks::httpUrl});
    form.fields.push_back({.id = fields::v1,
        .section = section,
        .label = FormTexts::tr("Member (REST v1)"),
        .kind = FieldKind::Url,
        .placeholder = u"http://host:5801"_s,
        .help = FormTexts::tr("The port of any member. It knows no login and is never sent one."),
        .check = checks::httpUrl});
    form.fields.push_back({.id = fields::zone,
        .section = section,
        .label = FormTexts::tr("Time zone"),
        .placeholder = u"Asia/Shanghai"_s,
        .help = FormTexts::tr("Of the server, which does not tell it. Empty: found out from its job ids."),
        .check = timeZone});
    form.fields.push_back(settingsform::headersField(section));
    settingsform::addLogin(form.fields);
    settingsform::addTransport(form.fields);
    settingsform::addTimeouts(form.fields);
    return form;
}

FormValues SeaTunnelBackend::valuesForUrl(const QString& url) const
{
    FormValues values = form().defaults();
    const QString address = settingsform::addressFromUrl(url, values);
    // An address alone does not tell what answers there: both are given, and the first call finds out.
    values.insert(fields::v1, address);
    if (!address.contains("/hazelcast/rest/"_L1)) {
        values.insert(fields::v2, address);
    }
    return values;
}

QByteArray SeaTunnelBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/seatunnel.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> SeaTunnelBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    // Profiles keep what somebody typed; what they lack stands in the form.
    FormValues values = form().defaults();
    values.insert(profile.values);
    profile.values = values;
    return std::make_unique<SeaTunnelConnection>(std::move(profile), std::move(secrets));
}

} // namespace millrace::seatunnel
