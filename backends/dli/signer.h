// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpsettings.h"

#include <QDateTime>

/// SDK-HMAC-SHA256, the signature of Huawei Cloud's API gateway, as its own client library makes it. All texts are
/// given decoded: the path on the wire and the one that is signed come from the same words.
namespace millrace::dli::signer {

using Query = QList<QPair<QString, QString>>;

struct Keys {
    QString accessKey;
    QString secretKey;
    QString securityToken; ///< of temporary keys; empty for lasting ones
};

/// What is signed. headers hold host and x-sdk-date and whatever else shall be safe from changes on the way; those with
/// an underscore in their name are sent, but not signed.
struct Request {
    QByteArray method;
    QString path; ///< decoded
    Query query; ///< decoded
    HttpHeaders headers;
    QByteArray body;
};

/// UTF-8, with everything percent-encoded but letters, digits, - _ . ~ and what keep holds.
QByteArray encoded(const QString& text, const QByteArray& keep = {});

/// Sorted by name and then by value, as it is sent and as it is signed.
QByteArray encodedQuery(Query query);

QByteArray signedHeaders(const HttpHeaders& headers);
QByteArray canonicalRequest(const Request& request);
QByteArray stringToSign(const QByteArray& date, const QByteArray& canonicalRequest);
/// The value of the header Authorization.
QByteArray authorization(const Request& request, const Keys& keys);

/// 20240613T021533Z
QByteArray dateText(const QDateTime& when);

} // namespace millrace::dli::signer
