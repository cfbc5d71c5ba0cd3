// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackserver.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

bool openssl(const QString& folder, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    const bool done = process.waitForFinished(30000) && process.exitStatus() == QProcess::NormalExit;
    if (!done || process.exitCode() != 0) {
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')), process.readAll().constData());
        return false;
    }
    return true;
}

bool write(const QString& path, const QByteArray& contents)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
}

QString asn1Time(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

/// What `openssl ca` needs to sign with a start and an end of our choice, which `openssl x509` cannot.
const QByteArray s_configuration = R"([ca]
default_ca = ca_default
[ca_default]
new_certs_dir = .
database = index.txt
serial = serial
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
organizationName = optional
[req]
distinguished_name = dn
[dn]
[v3_ca]
basicConstraints = critical,CA:TRUE
keyUsage = keyCertSign
)";

bool makeCa(const QString& folder, const QString& name, const QString& subject)
{
    return openssl(folder,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"3650"_s, u"-config"_s,
            u"ca.cnf"_s, u"-extensions"_s, u"v3_ca"_s, u"-subj"_s, u"/O=Millrace Tests/CN="_s + subject, u"-keyout"_s,
            name + u".key"_s, u"-out"_s, name + u".pem"_s});
}

bool sign(const QString& folder, const QString& name, const QString& key, const QString& subject,
    const QString& alternatives, const QDateTime& from, const QDateTime& until)
{
    QStringList request{u"req"_s, u"-new"_s, u"-key"_s, key, u"-config"_s, u"ca.cnf"_s, u"-subj"_s, u"/CN="_s + subject,
        u"-out"_s, name + u".csr"_s};
    if (!alternatives.isEmpty()) {
        request << u"-addext"_s << u"subjectAltName="_s + alternatives;
    }
    return openssl(folder, request)
        && openssl(folder,
            {u"ca"_s, u"-batch"_s, u"-config"_s, u"ca.cnf"_s, u"-cert"_s, u"ca.pem"_s, u"-keyfile"_s, u"ca.key"_s,
                u"-in"_s, name + u".csr"_s, u"-out"_s, name + u".pem"_s, u"-notext"_s, u"-startdate"_s, asn1Time(from),
                u"-enddate"_s, asn1Time(until)});
}

} // namespace

TestCertificates TestCertificates::make(const QString& folder)
{
    const QDir dir(folder);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime yesterday = now.addDays(-1);
    const QString here = u"DNS:localhost,IP:127.0.0.1"_s;
    const bool made = write(dir.filePath(u"ca.cnf"_s), s_configuration) && write(dir.filePath(u"index.txt"_s), {})
        && write(dir.filePath(u"serial"_s), "1000\n") && makeCa(folder, u"ca"_s, u"Test Root"_s)
        && makeCa(folder, u"other"_s, u"Other Root"_s)
        && openssl(folder, {u"genrsa"_s, u"-out"_s, u"server.key"_s, u"2048"_s})
        && openssl(folder, {u"genrsa"_s, u"-out"_s, u"client.key"_s, u"2048"_s})
        && openssl(folder,
            {u"rsa"_s, u"-in"_s, u"client.key"_s, u"-aes128"_s, u"-passout"_s, u"pass:opensesame"_s, u"-out"_s,
                u"client-encrypted.key"_s})
        && sign(folder, u"server"_s, u"server.key"_s, u"localhost"_s, here, yesterday, now.addYears(10))
        && sign(folder, u"expired"_s, u"server.key"_s, u"localhost"_s, here, QDateTime(QDate(2019, 1, 1), QTime(0, 0)),
            QDateTime(QDate(2020, 1, 1), QTime(0, 0)))
        && sign(folder, u"expiring"_s, u"server.key"_s, u"localhost"_s, here, yesterday, now.addDays(12).addSecs(3600))
        && sign(folder, u"elsewhere"_s, u"server.key"_s, u"elsewhere.example"_s, u"DNS:elsewhere.example"_s, yesterday,
            now.addYears(10))
        && sign(folder, u"client"_s, u"client.key"_s, u"millrace-client"_s, {}, yesterday, now.addYears(10));
    if (!made) {
        return {};
    }
    return {.ca = dir.filePath(u"ca.pem"_s),
        .otherCa = dir.filePath(u"other.pem"_s),
        .serverCertificate = dir.filePath(u"server.pem"_s),
        .serverKey = dir.filePath(u"server.key"_s),
        .expiredCertificate = dir.filePath(u"expired.pem"_s),
        .expiringCertificate = dir.filePath(u"expiring.pem"_s),
        .wrongHostCertificate = dir.filePath(u"elsewhere.pem"_s),
        .clientCertificate = dir.filePath(u"client.pem"_s),
        .clientKey = dir.filePath(u"client.key"_s),
        .encryptedClientKey = dir.filePath(u"client-encrypted.key"_s)};
}

} // namespace millrace::test
