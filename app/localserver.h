// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>

namespace millrace {

/// A server on this machine, started and stopped by a script of scripts/ that prints where it answers as JSON. One
/// process of the script at a time.
class LocalServer : public QObject {
    Q_OBJECT

public:
    enum class State { Unknown, Stopped, Starting, Running, Stopping };
    Q_ENUM(State)

    ~LocalServer() override;

    [[nodiscard]] State state() const { return m_state; }

    /// True when start() of this object brought it up, so that closing the program may take it down.
    [[nodiscard]] bool isOurs() const { return m_isOurs; }

    /// The work in hand, or null. Its log is what the script says while it works.
    [[nodiscard]] Operation* operation() const { return m_operation; }

    /// Asks the script whether one runs already; the state is Unknown until it has answered.
    void refresh();
    void start();
    void stop();
    /// Ends what start() of this object brought up and waits for it; for the program's own end.
    void stopAndWait();

Q_SIGNALS:
    void stateChanged(millrace::LocalServer::State state);
    /// A start or stop that failed; a cancelled one does not.
    void failed(const millrace::Error& error);
    void operationStarted(millrace::Operation* operation);

protected:
    /// What is said about this server.
    struct Sentences {
        QString start; ///< titles of operations
        QString stop;
        QString notStarted; ///< with %1 for why
        QString notStopped;
        QString missing; ///< the script was not found
    };

    LocalServer(QString script, Sentences sentences, QObject* parent);

    /// MILLRACE_SCRIPTS, else scripts/ beside the build folder, else share/millrace/scripts beside bin/. Empty if
    /// nowhere.
    static QString findScript(const QString& name);

    /// Takes in where it answers; false when the answer does not say that. An empty one: it is gone.
    virtual bool take(const QJsonObject& answer) = 0;

private:
    void launch(const QString& verb, State during);
    void readProgress();
    void readProgressLine(const QByteArray& line);
    void scriptEnded(const QString& verb, int exitCode, QProcess::ExitStatus status);
    void setState(State state);

    QString m_script;
    Sentences m_sentences;
    State m_state = State::Unknown;
    bool m_isOurs = false;
    Operation* m_operation = nullptr;
    QProcess* m_process = nullptr;
    QString m_lastWords;
};

} // namespace millrace
