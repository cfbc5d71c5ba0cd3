// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace millrace::test {

/// What a client sent.
struct ReceivedRequest {
    QByteArray method;
    QByteArray target; ///< path and query as they came
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; ///< which TCP connection it came over, from 1 on

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< any case
    [[nodiscard]] QByteArray path() const;
    [[nodiscard]] QByteArray query(const QByteArray& key) const;
};

/// What the server does with a request: an answer, or one of the things that go wrong on real networks.
struct Answer {
    enum class Trick {
        None,
        Hang, ///< takes the request and says nothing
        HangAfterHeaders, ///< headers and half of the body, then nothing
        Drip, ///< a byte every few milliseconds
        CloseAtOnce, ///< orderly close without a byte
        Reset, ///< TCP reset without a byte
        CutHeaders, ///< closes in the middle of the headers
        CutBody, ///< closes in the middle of the body, against its Content-Length
        LongerThanSaid, ///< more bytes than Content-Length
        BadChunk, ///< chunked, with a size that is no number
        CutChunk, ///< chunked, closed without the last chunk
        NotHttp, ///< an SSH banner
    };

    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    Trick trick = Trick::None;
    int delayMs = 0;
    bool chunked = false; ///< in pieces instead of with a Content-Length

    static Answer json(QByteArray body, int status = 200);
    static Answer html(QByteArray body, int status = 200);
    static Answer redirect(const QUrl& target, int status = 302);
    static Answer tricked(Trick trick, QByteArray body = "{}");
};

/// Files for TLS, made by the openssl command in a folder: a CA, and what it signed. Empty paths when openssl failed.
struct TestCertificates {
    QString ca;
    QString otherCa; ///< signed none of the below
    QString serverCertificate, serverKey; ///< localhost and 127.0.0.1, ten years
    QString expiredCertificate; ///< the same key, ended in 2020
    QString expiringCertificate; ///< the same key, ends in 12 days
    QString wrongHostCertificate; ///< the same key, for elsewhere.example
    QString clientCertificate, clientKey; ///< CN=millrace-client
    QString encryptedClientKey; ///< the client key under the passphrase "opensesame"

    static TestCertificates make(const QString& folder);

    [[nodiscard]] bool isValid() const { return !clientCertificate.isEmpty(); }
};

/// An HTTP/1.1 server on 127.0.0.1 that misbehaves on request and remembers what it was asked. Runs in the caller's
/// event loop; destroying it closes every connection.
class LoopbackServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<Answer(const ReceivedRequest&)>;

    explicit LoopbackServer(QObject* parent = nullptr);
    ~LoopbackServer() override;

    bool listen(quint16 port = 0);
    bool listenTls(const QString& certificate, const QString& key, const QString& clientCa = {});
    /// Closes the port and cuts every connection, as if the process had been killed. listen() with the old port
    /// starts it again.
    void kill();

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QString& path = {}) const;

    /// Answers everything that has no answer of its own; the default says 404.
    void setHandler(Handler handler);
    /// The next request for that path (without its query) gets this answer, whatever its method. Answers queue up.
    void answerNext(const QByteArray& path, Answer answer);

    [[nodiscard]] const QList<ReceivedRequest>& requests() const;
    [[nodiscard]] int requestCount(const QByteArray& path) const;
    [[nodiscard]] int connectionCount() const; ///< ever accepted
    [[nodiscard]] int openConnections() const; ///< now

Q_SIGNALS:
    void requested(const QByteArray& method, const QByteArray& target);

private:
    void addPeer();

    class Private;
    std::unique_ptr<Private> m_d;
};

/// A port on 127.0.0.1 on which nobody listens.
quint16 unusedPort();

} // namespace millrace::test
