// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/certificates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

QString nameOf(const QSslCertificate& certificate, bool issuer)
{
    for (const auto field : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const QStringList names = issuer ? certificate.issuerInfo(field) : certificate.subjectInfo(field);
        if (!names.isEmpty()) {
            return names.first();
        }
    }
    return {};
}

bool isPkcs12(const QString& file)
{
    return file.endsWith(".p12"_L1, Qt::CaseInsensitive) || file.endsWith(".pfx"_L1, Qt::CaseInsensitive);
}

Result<QByteArray> contentsOf(const QString& path)
{
    QFile file(expandedPath(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Tls,
            Texts::tr("%1 cannot be read: %2. Correct the path in the connection.").arg(path, file.errorString()));
    }
    return file.readAll();
}

Result<QList<QSslCertificate>> pemCertificates(const QString& path)
{
    const auto contents = contentsOf(path);
    if (!contents) {
        return failure(contents.error());
    }
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*contents, QSsl::Pem);
    if (certificates.isEmpty()) {
        return failure(ErrorKind::Tls, Texts::tr("%1 holds no certificate: choose a PEM file that has one.").arg(path));
    }
    return certificates;
}

QSslKey privateKey(const QByteArray& pem, const QByteArray& passphrase)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull()) {
            return key;
        }
    }
    return {};
}

Result<void> setClientCertificate(QSslConfiguration& configuration, const HttpLogin& login)
{
    const QByteArray passphrase = login.keyPassphrase.toUtf8();
    if (isPkcs12(login.certificateFile)) {
        QFile file(expandedPath(login.certificateFile));
        QSslKey key;
        QSslCertificate certificate;
        QList<QSslCertificate> chain;
        if (!file.open(QIODevice::ReadOnly)
            || !QSslCertificate::importPkcs12(&file, &key, &certificate, &chain, passphrase)) {
            return failure(ErrorKind::Tls,
                Texts::tr("%1 cannot be used as client certificate: check the file and its passphrase.")
                    .arg(login.certificateFile));
        }
        configuration.setLocalCertificateChain(QList<QSslCertificate>{certificate} + chain);
        configuration.setPrivateKey(key);
        return {};
    }
    auto chain = pemCertificates(login.certificateFile);
    if (!chain) {
        return failure(chain.error());
    }
    const QString keyFile = login.keyFile.isEmpty() ? login.certificateFile : login.keyFile;
    const auto pem = contentsOf(keyFile);
    if (!pem) {
        return failure(pem.error());
    }
    const QSslKey key = privateKey(*pem, passphrase);
    if (key.isNull()) {
        return failure(ErrorKind::Tls,
            Texts::tr(
                "%1 holds no private key that can be opened: choose the key of the client certificate and check its "
                "passphrase.")
                .arg(keyFile));
    }
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(key);
    return {};
}

} // namespace

QString expandedPath(const QString& path)
{
    return path.startsWith("~/"_L1) ? QDir::homePath() + path.mid(1) : path;
}

CertificateSummary summaryOf(const QSslCertificate& certificate)
{
    CertificateSummary summary;
    summary.subject = nameOf(certificate, false);
    summary.issuer = nameOf(certificate, true);
    summary.validFrom = certificate.effectiveDate().toUTC();
    summary.validUntil = certificate.expiryDate().toUTC();
    summary.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
    return summary;
}

Result<CertificateSummary> certificateSummary(const QString& file)
{
    if (isPkcs12(file)) {
        QFile device(expandedPath(file));
        QSslKey key;
        QSslCertificate certificate;
        if (device.open(QIODevice::ReadOnly) && QSslCertificate::importPkcs12(&device, &key, &certificate)) {
            return summaryOf(certificate);
        }
        return failure(ErrorKind::Tls, Texts::tr("%1 cannot be opened without its passphrase.").arg(file));
    }
    const auto certificates = pemCertificates(file);
    if (!certificates) {
        return failure(certificates.error());
    }
    return summaryOf(certificates->first());
}

Result<QSslConfiguration> tlsConfiguration(const HttpSettings& settings)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!settings.caFile.isEmpty()) {
        auto authorities = pemCertificates(settings.caFile);
        if (!authorities) {
            return failure(authorities.error());
        }
        configuration.setCaCertificates(*authorities);
    }
    if (settings.login.method == HttpLogin::Method::ClientCertificate) {
        if (auto set = setClientCertificate(configuration, settings.login); !set) {
            return failure(set.error());
        }
    }
    return configuration;
}

} // namespace millrace
