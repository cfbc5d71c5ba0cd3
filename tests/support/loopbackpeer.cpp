// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackpeer.h"

#include <QTimer>

#include <sys/socket.h>

#include <algorithm>

namespace millrace::test {

namespace {

QByteArray headOf(const Answer& answer, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    if (!answer.contentType.isEmpty()) {
        head += "Content-Type: " + answer.contentType + "\r\n";
    }
    for (const auto& [name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    head += answer.chunked ? QByteArray("Transfer-Encoding: chunked\r\n")
                           : "Content-Length: " + QByteArray::number(length) + "\r\n";
    return head + "\r\n";
}

QByteArray chunk(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray bodyOf(const Answer& answer)
{
    if (!answer.chunked) {
        return answer.body;
    }
    QByteArray result;
    for (qsizetype at = 0; at < answer.body.size(); at += 1000) {
        result += chunk(answer.body.mid(at, 1000));
    }
    return result + "0\r\n\r\n";
}

} // namespace

LoopbackPeer::LoopbackPeer(
    QTcpSocket* socket, int number, std::function<Answer(const ReceivedRequest&)> answer, QObject* parent)
    : QObject(parent), m_socket(socket), m_number(number), m_answer(std::move(answer))
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &LoopbackPeer::onReadyRead);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    onReadyRead();
}

void LoopbackPeer::cut()
{
    m_socket->abort();
}

bool LoopbackPeer::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void LoopbackPeer::onReadyRead()
{
    m_input += m_socket->readAll();
    ReceivedRequest request;
    while (!m_busy && takeRequest(request)) {
        request.connection = m_number;
        const Answer answer = m_answer(request);
        m_busy = true;
        const auto write = [this, answer, method = request.method] {
            m_busy = false;
            if (answer.trick == Answer::Trick::None) {
                send(answer, method);
            } else {
                sendTricked(answer);
            }
            QMetaObject::invokeMethod(this, &LoopbackPeer::onReadyRead, Qt::QueuedConnection);
        };
        if (answer.delayMs > 0) {
            QTimer::singleShot(answer.delayMs, this, write);
        } else {
            write();
        }
        request = {};
    }
}

bool LoopbackPeer::takeRequest(ReceivedRequest& request)
{
    const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return false;
    }
    QList<QByteArray> lines = m_input.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (m_input.size() < headEnd + 4 + length) {
        return false;
    }
    request.body = m_input.mid(headEnd + 4, length);
    m_input.remove(0, headEnd + 4 + length);
    return true;
}

void LoopbackPeer::send(const Answer& answer, const QByteArray& method)
{
    m_socket->write(headOf(answer, answer.body.size()));
    if (method != "HEAD") {
        m_socket->write(bodyOf(answer));
    }
}

void LoopbackPeer::sendTricked(const Answer& answer)
{
    using Trick = Answer::Trick;
    const QByteArray head = headOf(answer, answer.body.size());
    const QByteArray half = answer.body.left(answer.body.size() / 2);
    Answer inChunks = answer;
    inChunks.chunked = true;
    switch (answer.trick) {
    case Trick::None:
    case Trick::Hang:
        m_busy = true;
        break;
    case Trick::HangAfterHeaders:
        m_busy = true;
        m_socket->write(head + half);
        break;
    case Trick::Drip:
        m_busy = true;
        drip(head + answer.body);
        break;
    case Trick::CloseAtOnce:
        m_socket->disconnectFromHost();
        break;
    case Trick::Reset:
        reset();
        break;
    case Trick::CutHeaders:
        m_socket->write(head.left(head.size() / 2));
        closeAfterWriting();
        break;
    case Trick::CutBody:
        m_socket->write(head + half);
        closeAfterWriting();
        break;
    case Trick::LongerThanSaid:
        m_socket->write(head + answer.body + "surplus");
        break;
    case Trick::BadChunk:
        m_socket->write(headOf(inChunks, 0) + "zz\r\n" + answer.body + "\r\n0\r\n\r\n");
        closeAfterWriting();
        break;
    case Trick::CutChunk:
        m_socket->write(headOf(inChunks, 0) + chunk(half));
        closeAfterWriting();
        break;
    case Trick::NotHttp:
        m_socket->write("SSH-2.0-OpenSSH_9.2p1\r\n");
        closeAfterWriting();
        break;
    }
}

void LoopbackPeer::drip(QByteArray bytes)
{
    if (bytes.isEmpty()) {
        m_busy = false;
        onReadyRead();
        return;
    }
    m_socket->write(bytes.left(1));
    m_socket->flush();
    QTimer::singleShot(3, this, [this, rest = bytes.mid(1)] { drip(rest); });
}

void LoopbackPeer::reset()
{
    // Closing with a linger time of nought sends RST instead of FIN.
    const linger hard{.l_onoff = 1, .l_linger = 0};
    setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_socket->abort();
}

void LoopbackPeer::closeAfterWriting()
{
    m_busy = true;
    m_socket->disconnectFromHost();
}

} // namespace millrace::test
