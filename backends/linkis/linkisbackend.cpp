// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisbackend.h"

#include "backends/linkis/linkisconnection.h"

#include <QFile>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

QString LinkisBackend::id() const
{
    return u"linkis"_s;
}

QString LinkisBackend::displayName() const
{
    return u"Apache Linkis"_s;
}

FormDescription LinkisBackend::form() const
{
    return {};
}

FormValues LinkisBackend::valuesForUrl(const QString& url) const
{
    return {{u"address"_s, url}};
}

QByteArray LinkisBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/linkis.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> LinkisBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    return std::make_unique<LinkisConnection>(std::move(profile), std::move(secrets));
}

} // namespace millrace::linkis
