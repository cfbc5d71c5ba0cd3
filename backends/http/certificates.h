// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>

class QSslConfiguration;
class QSslCertificate;

namespace millrace {

/// What a form or a test says about a certificate.
struct CertificateSummary {
    QString subject; ///< common name, or the organisation when there is none
    QString issuer;
    QDateTime validFrom; ///< UTC
    QDateTime validUntil; ///< UTC
    QString fingerprint; ///< SHA-256, upper-case hex with colons

    friend bool operator==(const CertificateSummary&, const CertificateSummary&) = default;
};

/// The TLS session that an answer came over.
struct TlsInfo {
    QString protocol; ///< "TLS 1.3"
    CertificateSummary peer;

    friend bool operator==(const TlsInfo&, const TlsInfo&) = default;
};

CertificateSummary summaryOf(const QSslCertificate& certificate);

/// Reads the first certificate of a PEM file, or of a PKCS #12 file that needs no passphrase. A leading ~/ is the home
/// folder.
Result<CertificateSummary> certificateSummary(const QString& file);

/// The configuration that the settings ask for, or a Tls error that names the file which does not do.
Result<QSslConfiguration> tlsConfiguration(const HttpSettings& settings);

/// A path as typed: ~/ is the home folder.
QString expandedPath(const QString& path);

} // namespace millrace
