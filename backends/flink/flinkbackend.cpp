// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"

#include "backends/flink/flinkconnection.h"
#include "backends/http/settingsform.h"

#include <QFile>

namespace millrace::flink {

using namespace Qt::StringLiterals;

HttpSettings httpSettings(const FormValues& values, const Secrets& secrets)
{
    return settingsform::settingsOf(values, secrets);
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
    values.insert(fields::gateway, settingsform::addressFromUrl(url, values));
    return values;
}

QByteArray FlinkBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/flink.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
