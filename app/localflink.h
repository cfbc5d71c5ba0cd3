// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>

#include <memory>
#include <optional>

namespace millrace {

/// Where a local Flink answers, as scripts/local-flink prints it.
struct LocalFlinkAddresses {
    QString version;
    QString gateway;
    QString jobManager;
    QString home;
    QString savepoints;
    QStringList logs;

    /// Nothing when one of the two addresses is missing.
    static std::optional<LocalFlinkAddresses> fromJson(const QJsonObject& json);
};

/// The Flink on this machine, started and stopped by scripts/local-flink. One process of the script at a time.
class LocalFlink : public QObject {
    Q_OBJECT

public:
    enum class State { Unknown, Stopped, Starting, Running, Stopping };
    Q_ENUM(State)

    /// script is the path of local-flink; see findScript().
    explicit LocalFlink(QString script, QObject* parent = nullptr);
    ~LocalFlink() override;

    /// MILLRACE_SCRIPTS, else scripts/ beside the build folder, else share/millrace/scripts beside bin/. Empty if
    /// nowhere.
    static QString findScript();

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] const std::optional<LocalFlinkAddresses>& addresses() const { return m_addresses; }

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
    void stateChanged(millrace::LocalFlink::State state);
    /// A start or stop that failed; a cancelled one does not.
    void failed(const millrace::Error& error);
    void operationStarted(millrace::Operation* operation);

private:
    void launch(const QString& verb, State during);
    void readProgress();
    void readProgressLine(const QByteArray& line);
    void scriptEnded(const QString& verb, int exitCode, QProcess::ExitStatus status);
    void setState(State state);

    QString m_script;
    State m_state = State::Unknown;
    std::optional<LocalFlinkAddresses> m_addresses;
    bool m_isOurs = false;
    Operation* m_operation = nullptr;
    QProcess* m_process = nullptr;
    QString m_lastWords;
};

} // namespace millrace
