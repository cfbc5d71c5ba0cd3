// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/loopbackserver.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace millrace::test {

/// A Zeta engine's REST API without an engine, made from what real servers answered (tests/data/seatunnel): calls that
/// only tell are answered as recorded, jobs have a life of their own. Notes down what no client should send.
class FakeSeaTunnel : public QObject {
    Q_OBJECT

public:
    enum class Kind {
        V1, ///< 2.3.8 on the member's port
        V1Newer, ///< 2.3.13 on the member's port
        V2, ///< 2.3.13 on Jetty's
    };

    explicit FakeSeaTunnel(Kind kind = Kind::V2, QObject* parent = nullptr);

    bool start(quint16 port = 0);

    [[nodiscard]] LoopbackServer& server() { return m_server; }

    /// The address that a connection is given, with the context path.
    [[nodiscard]] QUrl url() const;

    /// "/seatunnel"; empty: none.
    void setContextPath(const QString& path) { m_context = path; }

    /// The Authorization header to ask for; empty: none.
    void setAuthorization(const QByteArray& value) { m_authorization = value; }

    /// A job was cancelled while it waited: the lists that hold it fail from now on.
    void setBroken(bool isBroken) { m_isBroken = isBroken; }

    /// Forgets every job, as a restarted engine does; savepoints stay.
    void restart() { m_jobs.clear(); }

    /// What clients did wrong, in sentences.
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }

    /// The last request that started or stopped something.
    [[nodiscard]] const ReceivedRequest& lastChange() const { return m_lastChange; }

private:
    struct Job {
        QString id;
        QString name;
        QString status = QStringLiteral("RUNNING");
        bool fromSavepoint = false;
        bool isStopping = false;
        QString endsAs;
        int polls = 0; ///< since it was told to stop
    };

    Answer answer(const ReceivedRequest& request);
    Answer answerCall(const ReceivedRequest& request, const QString& call, const QString& rest);
    Answer submit(const ReceivedRequest& request);
    Answer submitMany(const ReceivedRequest& request);
    Answer stop(const QByteArray& body);
    Answer stopMany(const QByteArray& body);
    Answer list(bool ended, const QString& status);
    Answer info(const QString& id);
    Answer recorded(const ReceivedRequest& request, const QString& callPath) const;
    [[nodiscard]] Answer missing(const QString& call) const;
    [[nodiscard]] QJsonObject jobObject(const Job& job, bool ended) const;
    Job* startJob(const QString& id, const QString& name, bool fromSavepoint);
    void advance(Job& job) const;
    void check(const ReceivedRequest& request);
    [[nodiscard]] QString prefix() const;
    [[nodiscard]] Answer fail(int status, const QString& message) const;

    Kind m_kind;
    LoopbackServer m_server;
    QString m_context;
    QByteArray m_authorization;
    bool m_isBroken = false;
    QStringList m_complaints;
    QMap<QString, Job> m_jobs;
    QStringList m_savepoints;
    ReceivedRequest m_lastChange;
    qint64 m_nextId = 1176967193527713793;
    QList<QJsonObject> m_records;
};

} // namespace millrace::test
