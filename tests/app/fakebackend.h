// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogbrowser.h"
#include "core/connection.h"

#include <QStringList>

#include <memory>

namespace millrace::test {

/// What a fake session does with statements that begin with a text.
struct FakeAnswer {
    RunInfo info;
    int rows = 0;
    std::optional<Error> error;
    bool holds = false; ///< goes on until it is cancelled
};

/// What all fake sessions of a test share: what was asked, and what to answer.
struct FakeServer {
    QMap<QString, FakeAnswer> answers; ///< by the begin of the statement
    QStringList statements; ///< "<session>: <statement>"
    QStringList closed; ///< ids of ended sessions
    std::optional<Error> refuseSessions;
    int sessions = 0;
    int running = 0;
    std::vector<std::weak_ptr<SqlSession>> live;
};

/// The backend "fake": everything answers in the process, in order, from a FakeServer.
class FakeBackend : public Backend {
public:
    explicit FakeBackend(std::shared_ptr<FakeServer> server);

    QString id() const override;
    QString displayName() const override;
    FormDescription form() const override;
    FormValues valuesForUrl(const QString& url) const override;
    std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const override;

private:
    std::shared_ptr<FakeServer> m_server;
};

} // namespace millrace::test
