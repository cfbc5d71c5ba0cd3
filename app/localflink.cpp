// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localflink.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// The script stops what it started when it is interrupted; it gets this long before it is killed.
constexpr int s_patienceMs = 30'000;

QStringList arguments(const QString& verb)
{
    QStringList words{verb, u"--json"_s};
    if (verb == "start"_L1) {
        words << u"--progress"_s << u"json"_s;
    }
    return words;
}

} // namespace

std::optional<LocalFlinkAddresses> LocalFlinkAddresses::fromJson(const QJsonObject& json)
{
    LocalFlinkAddresses addresses{.version = json["version"_L1].toString(),
        .gateway = json["gateway"_L1].toString(),
        .jobManager = json["jobManager"_L1].toString(),
        .home = json["home"_L1].toString(),
        .savepoints = json["savepoints"_L1].toString()};
    if (addresses.gateway.isEmpty() || addresses.jobManager.isEmpty()) {
        return std::nullopt;
    }
    const QJsonArray processes = json["processes"_L1].toArray();
    for (const auto& process : processes) {
        addresses.logs << process.toObject()["log"_L1].toString();
    }
    return addresses;
}

LocalFlink::LocalFlink(QString script, QObject* parent) : QObject(parent), m_script(std::move(script)) { }

LocalFlink::~LocalFlink()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->terminate();
        if (!m_process->waitForFinished(s_patienceMs)) {
            m_process->kill();
            m_process->waitForFinished();
        }
    }
}

QString LocalFlink::findScript()
{
    QStringList folders;
    if (qEnvironmentVariableIsSet("MILLRACE_SCRIPTS")) {
        folders << qEnvironmentVariable("MILLRACE_SCRIPTS");
    }
    const QString bin = QCoreApplication::applicationDirPath();
    folders << bin + u"/../../../scripts"_s << bin + u"/../share/millrace/scripts"_s;
    for (const QString& folder : std::as_const(folders)) {
        const QFileInfo script(QDir(folder), u"local-flink"_s);
        if (script.isFile() && script.isExecutable()) {
            return script.canonicalFilePath();
        }
    }
    return {};
}

void LocalFlink::refresh()
{
    if (!m_process) {
        launch(u"status"_s, m_state);
    }
}

void LocalFlink::start()
{
    if (m_state == State::Running || m_state == State::Starting) {
        return;
    }
    launch(u"start"_s, State::Starting);
}

void LocalFlink::stop()
{
    if (m_state == State::Running) {
        launch(u"stop"_s, State::Stopping);
    } else if (m_state == State::Starting && m_operation) {
        m_operation->cancel();
    }
}

void LocalFlink::stopAndWait()
{
    if (m_isOurs && m_state == State::Running) {
        stop();
    }
    if (m_process && (m_state == State::Starting || m_state == State::Stopping)) {
        if (m_state == State::Starting) {
            m_process->terminate();
        }
        m_process->waitForFinished(s_patienceMs);
    }
}

void LocalFlink::launch(const QString& verb, State during)
{
    if (m_script.isEmpty()) {
        setState(State::Stopped);
        if (verb != "status"_L1) {
            Q_EMIT failed({.kind = ErrorKind::Storage,
                .message = tr("The script local-flink was not found; set MILLRACE_SCRIPTS to the folder it lies in.")});
        }
        return;
    }
    if (m_process) {
        // A status question that is still out: the answer would come too late to matter.
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished();
        m_process->deleteLater();
    }
    m_process = new QProcess(this);
    m_lastWords.clear();
    connect(m_process, &QProcess::readyReadStandardError, this, &LocalFlink::readProgress);
    connect(m_process, &QProcess::finished, this,
        [this, verb](int exitCode, QProcess::ExitStatus status) { scriptEnded(verb, exitCode, status); });
    connect(m_process, &QProcess::errorOccurred, this, [this, verb](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_lastWords = m_process->errorString();
            scriptEnded(verb, -1, QProcess::CrashExit);
        }
    });
    if (verb != "status"_L1) {
        m_operation =
            new Operation(verb == "start"_L1 ? tr("Start the local Flink") : tr("Stop the local Flink"), this);
        connect(m_operation, &Operation::stateChanged, m_process, [process = m_process](Operation::State state) {
            if (state == Operation::State::Cancelling) {
                process->terminate();
            }
        });
        m_operation->start();
    }
    setState(during);
    m_process->start(m_script, arguments(verb), QIODevice::ReadOnly);
    if (m_operation) {
        Q_EMIT operationStarted(m_operation);
    }
}

void LocalFlink::readProgress()
{
    while (m_process) {
        m_process->setReadChannel(QProcess::StandardError);
        if (!m_process->canReadLine()) {
            break;
        }
        readProgressLine(m_process->readLine().trimmed());
    }
}

void LocalFlink::readProgressLine(const QByteArray& line)
{
    if (line.isEmpty()) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QString message = json.isEmpty() ? QString::fromUtf8(line) : json["message"_L1].toString();
    m_lastWords = message;
    if (m_operation) {
        const auto fraction = json["fraction"_L1];
        m_operation->setProgress(fraction.isDouble() ? std::optional(fraction.toDouble()) : std::nullopt, message);
        m_operation->appendLog(message);
    }
}

void LocalFlink::scriptEnded(const QString& verb, int exitCode, QProcess::ExitStatus status)
{
    readProgress();
    QProcess* process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    process->deleteLater();
    const QByteArray output = process->readAllStandardOutput();
    Operation* operation = std::exchange(m_operation, nullptr);

    const bool done = status == QProcess::NormalExit && exitCode == 0;
    if (verb == "stop"_L1) {
        m_isOurs = m_isOurs && !done;
        if (done) {
            m_addresses.reset();
        }
    } else {
        m_addresses = done ? LocalFlinkAddresses::fromJson(QJsonDocument::fromJson(output).object()) : std::nullopt;
        m_isOurs = m_isOurs || (verb == "start"_L1 && m_addresses);
    }
    Result<void> outcome;
    if (!done && verb != "status"_L1) {
        const QString what =
            verb == "start"_L1 ? tr("The local Flink did not start: %1") : tr("The local Flink did not stop: %1");
        outcome =
            failure(ErrorKind::Storage, what.arg(m_lastWords.isEmpty() ? tr("its script said nothing.") : m_lastWords));
    }
    setState(m_addresses ? State::Running : State::Stopped);
    if (operation) {
        operation->finish(outcome);
        if (operation->state() == Operation::State::Failed) {
            Q_EMIT failed(outcome.error());
        }
        operation->deleteLater();
    }
}

void LocalFlink::setState(State state)
{
    if (std::exchange(m_state, state) != state) {
        Q_EMIT stateChanged(state);
    }
}

} // namespace millrace
