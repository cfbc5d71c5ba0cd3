// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlibackend.h"

#include "backends/dli/dliconnection.h"

#include <QFile>

namespace millrace::dli {

using namespace Qt::StringLiterals;

QString DliBackend::id() const
{
    return u"dli"_s;
}

QString DliBackend::displayName() const
{
    return u"Huawei DLI"_s;
}

FormDescription DliBackend::form() const
{
    return {};
}

FormValues DliBackend::valuesForUrl(const QString& url) const
{
    return {{u"address"_s, url}};
}

QByteArray DliBackend::apiDescription() const
{
    QFile file(u":/millrace/openapi/dli.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> DliBackend::connect(ConnectionProfile profile, Secrets secrets) const
{
    return std::make_unique<DliConnection>(std::move(profile), std::move(secrets));
}

} // namespace millrace::dli
