// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/completion.h"
#include "backends/http/httpclient.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

class QBuffer;

namespace millrace {

class HttpTransport;

/// One request and its answer, without redirects. Keeps the time itself, since Qt reports its transfer time-out as a
/// cancel, and tells time-out, cancel, trust and transport apart. Ends exactly once; deletes itself then.
class HttpExchange : public QObject {
    Q_OBJECT

public:
    HttpExchange(HttpTransport& transport, HttpRequest request);
    ~HttpExchange() override;

    /// Sends it. The future always gets a result.
    QFuture<Result<HttpResponse>> start(const CancellationToken& token);

    /// Ends it as Cancelled, now.
    void cancel();

Q_SIGNALS:
    void ended(const millrace::ApiCall& call);

private:
    [[nodiscard]] Result<QNetworkRequest> networkRequest() const;
    void connectReply();
    void onSent();
    void onHeaders();
    void onData();
    /// Keeps it or hands it on; false when there is enough.
    bool take(const QByteArray& part);
    [[nodiscard]] bool handsOn() const;
    void readHead();
    void onSslErrors(const QList<QSslError>& errors);
    void onFinished();
    void onTimeout();
    void finish(Result<HttpResponse> outcome);
    [[nodiscard]] Result<HttpResponse> outcomeOf();
    [[nodiscard]] ApiCall record(const Result<HttpResponse>& outcome) const;

    HttpTransport* m_transport;
    HttpRequest m_request;
    HttpHeaders m_sentHeaders;
    QPointer<QNetworkReply> m_reply;
    Completion<Result<HttpResponse>> m_completion;
    CancellationSubscription m_subscription;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QDateTime m_startedAt;
    HttpResponse m_response;
    qint64 m_received = 0;
    QList<QSslError> m_tlsErrors;
    bool m_connecting = false; ///< a socket of its own is being opened
    bool m_sent = false;
    bool m_done = false;
};

} // namespace millrace
