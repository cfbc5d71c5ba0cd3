// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/multipart.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Multipart)
};

/// A name inside the quotes of a header.
QByteArray headerText(QString text)
{
    return text.remove(u'\r').remove(u'\n').replace(u'"', u"%22"_s).toUtf8();
}

} // namespace

Result<Multipart> multipart(const QList<QPair<QString, QString>>& texts, const QList<QPair<QString, QString>>& files)
{
    const QByteArray boundary = "millrace-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    Multipart result;
    result.contentType = "multipart/form-data; boundary=" + boundary;
    for (const auto& [name, value] : texts) {
        result.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + headerText(name) + "\"\r\n\r\n"
            + value.toUtf8() + "\r\n";
    }
    for (const auto& [name, path] : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::Storage, Texts::tr("%1 cannot be read: %2").arg(path, file.errorString()));
        }
        result.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + headerText(name)
            + "\"; filename=\"" + headerText(QFileInfo(path).fileName())
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.readAll() + "\r\n";
    }
    result.body += "--" + boundary + "--\r\n";
    return result;
}

} // namespace millrace
