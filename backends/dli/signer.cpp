// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>
#include <map>

namespace millrace::dli::signer {

namespace {

const QByteArray s_algorithm = "SDK-HMAC-SHA256";

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray headerOf(const HttpHeaders& headers, const QByteArray& name)
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

/// Lower-case name to trimmed value, sorted.
std::map<QByteArray, QByteArray> headersToSign(const HttpHeaders& headers)
{
    std::map<QByteArray, QByteArray> chosen;
    for (const auto& [name, value] : headers) {
        if (!name.contains('_')) {
            chosen.insert_or_assign(name.toLower(), value.trimmed());
        }
    }
    return chosen;
}

QByteArray canonicalPath(const QString& path)
{
    QByteArray text = encoded(path, "/");
    if (!text.endsWith('/')) {
        text += '/';
    }
    return text;
}

QByteArray bodyHash(const Request& request)
{
    const QByteArray given = headerOf(request.headers, "X-Sdk-Content-Sha256");
    return given.isEmpty() || request.body.isEmpty() ? sha256(request.body) : given;
}

} // namespace

QByteArray encoded(const QString& text, const QByteArray& keep)
{
    return QUrl::toPercentEncoding(text, keep);
}

QByteArray encodedQuery(Query query)
{
    // By code points, which the order of UTF-8 bytes is and that of UTF-16 units is not.
    std::ranges::stable_sort(
        query, {}, [](const auto& item) { return std::pair(item.first.toUtf8(), item.second.toUtf8()); });
    QByteArray text;
    for (const auto& [name, value] : query) {
        if (!text.isEmpty()) {
            text += '&';
        }
        text += encoded(name) + '=' + encoded(value);
    }
    return text;
}

QByteArray signedHeaders(const HttpHeaders& headers)
{
    QByteArray names;
    for (const auto& [name, value] : headersToSign(headers)) {
        names += names.isEmpty() ? name : ';' + name;
    }
    return names;
}

QByteArray canonicalRequest(const Request& request)
{
    QByteArray block;
    for (const auto& [name, value] : headersToSign(request.headers)) {
        block += name + ':' + value + '\n';
    }
    const QByteArrayList parts{request.method.toUpper(), canonicalPath(request.path), encodedQuery(request.query),
        block, signedHeaders(request.headers), bodyHash(request)};
    return parts.join('\n');
}

QByteArray stringToSign(const QByteArray& date, const QByteArray& canonicalRequest)
{
    return s_algorithm + '\n' + date + '\n' + sha256(canonicalRequest);
}

QByteArray authorization(const Request& request, const Keys& keys)
{
    const QByteArray text = stringToSign(headerOf(request.headers, "X-Sdk-Date"), canonicalRequest(request));
    const QByteArray signature =
        QMessageAuthenticationCode::hash(text, keys.secretKey.toUtf8(), QCryptographicHash::Sha256).toHex();
    return s_algorithm + " Access=" + keys.accessKey.toUtf8() + ", SignedHeaders=" + signedHeaders(request.headers)
        + ", Signature=" + signature;
}

QByteArray dateText(const QDateTime& when)
{
    return when.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

} // namespace millrace::dli::signer
