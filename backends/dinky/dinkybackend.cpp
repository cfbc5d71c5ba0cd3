// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkybackend.h"

#include "backends/dinky/dinkyconnection.h"

#include <QFile>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

QString DinkyBackend::id() const
{
    return u"dinky"_s;
}

QString DinkyBackend::displayName() const
{
    return u"Dinky"_s;
}

FormDescription DinkyBackend::form() const
{
    return {};
}

FormValues DinkyBackend::valuesForUrl(const QString& url) const
{
    return {{u"address"_s, url}};
}

QByteArray DinkyBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/dinky.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> DinkyBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    return std::make_unique<DinkyConnection>(std::move(profile), std::move(secrets));
}

} // namespace millrace::dinky
