// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

#include <chrono>
#include <optional>

namespace millrace {

class Redactor;
struct HttpResponse;

/// Sentences for what can go wrong between us and a server. Each names host and port.
namespace httperrors {

/// "gateway.example:8083"; the scheme's own port is written out too.
QString hostAndPort(const QUrl& url);

/// "http://gateway.example:8083"
QString origin(const QUrl& url);

/// A transport failure that was neither a time-out nor a cancel of ours.
Error transport(QNetworkReply::NetworkError code, const QString& text, const QUrl& url);
Error connectTimeout(const QUrl& url, std::chrono::milliseconds allowed);
Error readTimeout(const QUrl& url, std::chrono::milliseconds allowed);
Error untrusted(const QUrl& url, const QList<QSslError>& errors, bool hasCaFile);
Error redirectElsewhere(const QUrl& from, const QUrl& target);
Error redirectLoop(const QUrl& url);
Error tooLarge(const QUrl& url, qint64 cap);
Error cutShort(const QUrl& url, qint64 got, qint64 announced);

/// A status of 400 and more as an Error; the body, redacted, is its detail.
Error status(const HttpResponse& response, const Redactor& redactor);

/// The error that stands for an answer which is a web page or compressed where JSON was asked for; nothing when it may
/// be JSON.
std::optional<Error> notJson(const HttpResponse& response, const Redactor& redactor);

/// The <title> of a web page, or nothing.
QString pageTitle(const QByteArray& body);

} // namespace httperrors

} // namespace millrace
