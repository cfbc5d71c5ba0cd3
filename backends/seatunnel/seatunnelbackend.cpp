// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/seatunnelbackend.h"

#include "backends/seatunnel/seatunnelconnection.h"

#include <QFile>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

QString SeaTunnelBackend::id() const
{
    return u"seatunnel"_s;
}

QString SeaTunnelBackend::displayName() const
{
    return u"Apache SeaTunnel"_s;
}

FormDescription SeaTunnelBackend::form() const
{
    return {};
}

FormValues SeaTunnelBackend::valuesForUrl(const QString& url) const
{
    return {{u"address"_s, url}};
}

QByteArray SeaTunnelBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/seatunnel.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> SeaTunnelBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    return std::make_unique<SeaTunnelConnection>(std::move(profile), std::move(secrets));
}

} // namespace millrace::seatunnel
