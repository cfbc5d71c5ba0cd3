// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/certificates.h"
#include "backends/http/httpsettings.h"
#include "core/apicall.h"
#include "core/cancellation.h"
#include "core/result.h"

#include <QCoroTask>

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace millrace {

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url; ///< absolute; only ever an address of the connection
    QByteArray body;
    QByteArray contentType; ///< empty: none is sent
    HttpHeaders headers; ///< of this request alone; they win over those of the settings
    QByteArray accept = "application/json";
    /// False: a status of 400 and more comes back as an Error. True: as a response, for callers that read its body.
    bool anyStatus = false;
    /// False: a redirect is the answer. For signed requests, which fit one address only.
    bool followRedirects = true;
    /// Replaces HttpSettings::readTimeout when set.
    std::optional<std::chrono::milliseconds> readTimeout;
    /// How much of the answer its record keeps.
    qsizetype previewBytes = 64 * 1024;
    /// Is given the body of a good answer (2xx) as it comes in, which then is not kept and may have any size; false
    /// ends the exchange as done. For files of which only a part is wanted.
    std::function<bool(QByteArrayView part)> onBody;
};

struct HttpResponse {
    int status = 0;
    QByteArray reason;
    HttpHeaders headers;
    QByteArray body;
    QUrl url; ///< of the last answer, after redirects
    qint64 elapsedMs = 0;
    std::optional<TlsInfo> tls;

    /// The first header of that name, any case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

class Redactor;

/// Sends HTTP/1.1 requests with the settings of one connection. Never shows anything, never throws, follows redirects
/// only within the origin, trusts only what the settings say. Lives in one thread; answers arrive from its
/// event loop, never from inside CancellationSource::cancel(). A request in flight ends as Cancelled when its token is
/// cancelled or the client goes.
class HttpClient : public QObject {
    Q_OBJECT

public:
    explicit HttpClient(HttpSettings settings, QObject* parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] const HttpSettings& settings() const;
    /// Knows the secrets of the settings.
    [[nodiscard]] const Redactor& redactor() const;

    /// The answer, or an Error whose sentence names host and port.
    QCoro::Task<Result<HttpResponse>> send(HttpRequest request, CancellationToken token);

Q_SIGNALS:
    /// Each exchange that was sent, redirects and failed ones included, when it has ended.
    void exchanged(const millrace::ApiCall& call);

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace millrace
