// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakegateway.h"

namespace millrace::test {

/// What a session of the fake gateway holds.
struct FakeSession {
    QMap<QString, QString> properties;
    QString catalog = QStringLiteral("default_catalog");
    QString database = QStringLiteral("default_database");
    QStringList tables{QStringLiteral("orders"), QStringLiteral("big_orders")};
    QStringList views{QStringLiteral("big_orders")};
};

struct FakeOperation {
    QString session;
    FakeStatement statement;
    qint64 nextToken = 0;
    int notReadyLeft = -1; ///< -1: not yet counted for this page
    QString status = QStringLiteral("RUNNING");
};

/// The inside of FakeGateway.
class FakeGatewayState {
public:
    LoopbackServer server;
    QStringList versions{QStringLiteral("V1"), QStringLiteral("V2"), QStringLiteral("V3"), QStringLiteral("V4")};
    QString product = QStringLiteral("2.3.0");
    QByteArray authorization;
    QMap<QString, FakeStatement> scripts; ///< by normalised prefix
    QMap<QString, FakeSession> sessions;
    QMap<QString, FakeOperation> operations;
    QMap<QString, QString> jobs;
    QStringList statements;
    QStringList cancelled;
    QStringList complaints;
    int heartbeats = 0;
    int winterOffset = 0;
    int summerOffset = 0;

    Answer answer(const ReceivedRequest& request);
    void dropSession(const QString& handle);

    /// What a statement without a script does; changes the session as it should.
    FakeStatement builtIn(FakeSession& session, const QString& sent);

private:
    Answer jobManager(const ReceivedRequest& request, const QStringList& path);
    Answer gateway(const ReceivedRequest& request, int version, const QStringList& path);
    Answer openSession(const ReceivedRequest& request);
    Answer inSession(const ReceivedRequest& request, int version, const QStringList& path);
    Answer submit(const ReceivedRequest& request, const QString& session);
    Answer inOperation(const ReceivedRequest& request, int version, const QStringList& path);
    Answer result(const ReceivedRequest& request, int version, const QString& id, qint64 token);
    Answer newPage(int version, const QString& id, bool plainText);
    QByteArray page(int version, const QString& id, qint64 token, bool plainText) const;
    Answer cancel(const QString& id);
    Answer close(const QString& id);
    void endJob(const FakeStatement& statement);
    void complain(const ReceivedRequest& request, const QString& what);
    QJsonObject body(const ReceivedRequest& request);
    Answer notFound(const ReceivedRequest& request);

    [[nodiscard]] FakeStatement zoneProbe() const;
    FakeStatement show(FakeSession& session, const QString& statement) const;
    static FakeStatement describe(const QString& table);
};

/// Upper case, without comments in front, white space as one blank, without a final semicolon.
QString normalised(const QString& statement);
QString withoutLeadingComments(QString statement);

} // namespace millrace::test
