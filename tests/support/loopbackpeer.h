// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loopbackserver.h"

#include <QTcpSocket>

namespace millrace::test {

/// One connection of a LoopbackServer: takes requests apart and writes answers, the broken ones too.
class LoopbackPeer : public QObject {
    Q_OBJECT

public:
    LoopbackPeer(QTcpSocket* socket, int number, std::function<Answer(const ReceivedRequest&)> answer, QObject* parent);

    /// Closes without a word, as a killed process does.
    void cut();

    [[nodiscard]] bool isOpen() const;

private:
    void onReadyRead();
    [[nodiscard]] bool takeRequest(ReceivedRequest& request);
    void send(const Answer& answer, const QByteArray& method);
    void sendTricked(const Answer& answer);
    void drip(QByteArray bytes);
    void reset();
    void closeAfterWriting();

    QTcpSocket* m_socket;
    int m_number;
    std::function<Answer(const ReceivedRequest&)> m_answer;
    QByteArray m_input;
    bool m_busy = false; ///< an answer is on its way; the next request waits
};

} // namespace millrace::test
