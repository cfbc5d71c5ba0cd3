// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <chrono>

namespace millrace {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// How to log in; sent with every request, to the addresses of the connection and nowhere else.
struct HttpLogin {
    enum class Method { None, Basic, Bearer, ClientCertificate };

    Method method = Method::None;
    QString user;
    QString password;
    QString token;
    QString certificateFile; ///< PEM, or PKCS #12 when it ends in .p12 or .pfx
    QString keyFile; ///< PEM; empty when the certificate file holds the key too
    QString keyPassphrase;
};

struct HttpProxy {
    enum class Kind { System, None, Manual };

    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;
};

/// Everything that a connection says about transport.
struct HttpSettings {
    HttpHeaders headers; ///< sent with every request
    HttpLogin login;
    QStringList extraSecrets; ///< of a login that the backend does itself: hidden wherever they turn up
    QString caFile; ///< PEM; when set, nothing else is trusted. Empty: what the system trusts
    bool checkHostName = true;
    HttpProxy proxy;
    std::chrono::milliseconds connectTimeout{5000}; ///< until the request is on its way
    std::chrono::milliseconds readTimeout{30000}; ///< without a byte of the answer
    qint64 maxBodyBytes = 256 * 1024 * 1024;

    /// The secrets in here, for redaction.
    [[nodiscard]] QStringList secrets() const;
};

} // namespace millrace
