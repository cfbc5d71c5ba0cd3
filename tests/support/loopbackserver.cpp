// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackserver.h"

#include "tests/support/loopbackpeer.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QUrlQuery>

#include <algorithm>

namespace millrace::test {

using namespace Qt::StringLiterals;

QByteArray ReceivedRequest::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QByteArray ReceivedRequest::path() const
{
    return target.split('?').first();
}

QByteArray ReceivedRequest::query(const QByteArray& key) const
{
    return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(QString::fromUtf8(key)).toUtf8();
}

Answer Answer::json(QByteArray body, int status)
{
    return {.status = status, .body = std::move(body)};
}

Answer Answer::html(QByteArray body, int status)
{
    return {.status = status, .body = std::move(body), .contentType = "text/html; charset=utf-8"};
}

Answer Answer::redirect(const QUrl& target, int status)
{
    return {.status = status, .contentType = {}, .headers = {{"Location", target.toEncoded()}}};
}

Answer Answer::tricked(Trick trick, QByteArray body)
{
    return {.body = std::move(body), .trick = trick};
}

class LoopbackServer::Private {
public:
    std::unique_ptr<QTcpServer> server;
    Handler handler = [](const ReceivedRequest&) { return Answer::json(R"({"errors":["Not found"]})", 404); };
    QMap<QByteArray, QList<Answer>> next;
    QList<ReceivedRequest> requests;
    int connections = 0;
    quint16 port = 0;
    bool tls = false;
};

LoopbackServer::LoopbackServer(QObject* parent) : QObject(parent), m_d(std::make_unique<Private>()) { }

LoopbackServer::~LoopbackServer()
{
    kill();
}

bool LoopbackServer::listen(quint16 port)
{
    m_d->server = std::make_unique<QTcpServer>();
    connect(m_d->server.get(), &QTcpServer::pendingConnectionAvailable, this, &LoopbackServer::addPeer);
    const bool listens = m_d->server->listen(QHostAddress::LocalHost, port);
    m_d->port = m_d->server->serverPort();
    return listens;
}

bool LoopbackServer::listenTls(const QString& certificate, const QString& key, const QString& clientCa)
{
    QFile certificateFile(certificate);
    QFile keyFile(key);
    if (!certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly)) {
        return false;
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromDevice(&certificateFile));
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    configuration.setPeerVerifyMode(clientCa.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!clientCa.isEmpty()) {
        configuration.setCaCertificates(QSslCertificate::fromPath(clientCa));
    }
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    m_d->tls = true;
    m_d->server = std::move(server);
    connect(m_d->server.get(), &QTcpServer::pendingConnectionAvailable, this, &LoopbackServer::addPeer);
    const bool listens = m_d->server->listen(QHostAddress::LocalHost, 0);
    m_d->port = m_d->server->serverPort();
    return listens;
}

void LoopbackServer::addPeer()
{
    while (QTcpSocket* socket = m_d->server->nextPendingConnection()) {
        const auto answer = [this](const ReceivedRequest& request) {
            m_d->requests.append(request);
            auto next = m_d->next.find(request.path());
            Answer answer = next != m_d->next.end() && !next->isEmpty() ? next->takeFirst() : m_d->handler(request);
            Q_EMIT requested(request.method, request.target);
            return answer;
        };
        new LoopbackPeer(socket, ++m_d->connections, answer, this);
    }
}

void LoopbackServer::kill()
{
    if (m_d->server) {
        m_d->server->close();
    }
    for (LoopbackPeer* peer : findChildren<LoopbackPeer*>()) {
        peer->cut();
    }
}

quint16 LoopbackServer::port() const
{
    return m_d->port;
}

QUrl LoopbackServer::url(const QString& path) const
{
    QUrl url(u"%1://127.0.0.1:%2"_s.arg(m_d->tls ? u"https"_s : u"http"_s).arg(m_d->port));
    url.setPath(path);
    return url;
}

void LoopbackServer::setHandler(Handler handler)
{
    m_d->handler = std::move(handler);
}

void LoopbackServer::answerNext(const QByteArray& path, Answer answer)
{
    m_d->next[path].append(std::move(answer));
}

const QList<ReceivedRequest>& LoopbackServer::requests() const
{
    return m_d->requests;
}

int LoopbackServer::requestCount(const QByteArray& path) const
{
    return int(
        std::ranges::count_if(m_d->requests, [&](const ReceivedRequest& request) { return request.path() == path; }));
}

int LoopbackServer::connectionCount() const
{
    return m_d->connections;
}

int LoopbackServer::openConnections() const
{
    const auto peers = findChildren<LoopbackPeer*>();
    return int(std::ranges::count_if(peers, [](const LoopbackPeer* peer) { return peer->isOpen(); }));
}

quint16 unusedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace millrace::test
