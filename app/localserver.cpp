// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
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

LocalServer::LocalServer(QString script, Sentences sentences, QObject* parent)
    : QObject(parent), m_script(std::move(script)), m_sentences(std::move(sentences))
{
}

LocalServer::~LocalServer()
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

QString LocalServer::findScript(const QString& name)
{
    QStringList folders;
    if (qEnvironmentVariableIsSet("MILLRACE_SCRIPTS")) {
        folders << qEnvironmentVariable("MILLRACE_SCRIPTS");
    }
    const QString bin = QCoreApplication::applicationDirPath();
    folders << bin + u"/../../../scripts"_s << bin + u"/../share/millrace/scripts"_s;
    for (const QString& folder : std::as_const(folders)) {
        const QFileInfo script(QDir(folder), name);
        if (script.isFile() && script.isExecutable()) {
            return script.canonicalFilePath();
        }
    }
    return {};
}

void LocalServer::refresh()
{
    if (!m_process) {
        launch(u"status"_s, m_state);
    }
}

void LocalServer::start()
{
    if (m_state == State::Running || m_state == State::Starting) {
        return;
    }
    launch(u"start"_s, State::Starting);
}

void LocalServer::stop()
{
    if (m_state == State::Running) {
        launch(u"stop"_s, State::Stopping);
    } else if (m_state == State::Starting && m_operation) {
        m_operation->cancel();
    }
}

void LocalServer::stopAndWait()
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

void LocalServer::launch(const QString& verb, State during)
{
    if (m_script.isEmpty()) {
        setState(State::Stopped);
        if (verb != "status"_L1) {
            Q_EMIT failed({.kind = ErrorKind::Storage, .message = m_sentences.missing});
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
    connect(m_process, &QProcess::readyReadStandardError, this, &LocalServer::readProgress);
    connect(m_process, &QProcess::finished, this,
        [this, verb](int exitCode, QProcess::ExitStatus status) { scriptEnded(verb, exitCode, status); });
    connect(m_process, &QProcess::errorOccurred, this, [this, verb](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_lastWords = m_process->errorString();
            scriptEnded(verb, -1, QProcess::CrashExit);
        }
    });
    if (verb != "status"_L1) {
        m_operation = new Operation(verb == "start"_L1 ? m_sentences.start : m_sentences.stop, this);
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

void LocalServer::readProgress()
{
    while (m_process) {
        m_process->setReadChannel(QProcess::StandardError);
        if (!m_process->canReadLine()) {
            break;
        }
        readProgressLine(m_process->readLine().trimmed());
    }
}

void LocalServer::readProgressLine(const QByteArray& line)
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

void LocalServer::scriptEnded(const QString& verb, int exitCode, QProcess::ExitStatus status)
{
    readProgress();
    QProcess* process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    process->deleteLater();
    const QByteArray output = process->readAllStandardOutput();
    Operation* operation = std::exchange(m_operation, nullptr);

    const bool done = status == QProcess::NormalExit && exitCode == 0;
    bool isUp = m_state == State::Stopping;
    if (verb == "stop"_L1) {
        m_isOurs = m_isOurs && !done;
        if (done) {
            isUp = take({});
        }
    } else {
        isUp = take(done ? QJsonDocument::fromJson(output).object() : QJsonObject());
        m_isOurs = m_isOurs || (verb == "start"_L1 && isUp);
    }
    Result<void> outcome;
    if (!done && verb != "status"_L1) {
        const QString what = verb == "start"_L1 ? m_sentences.notStarted : m_sentences.notStopped;
        outcome =
            failure(ErrorKind::Storage, what.arg(m_lastWords.isEmpty() ? tr("its script said nothing.") : m_lastWords));
    }
    setState(isUp ? State::Running : State::Stopped);
    if (operation) {
        operation->finish(outcome);
        if (operation->state() == Operation::State::Failed) {
            Q_EMIT failed(outcome.error());
        }
        operation->deleteLater();
    }
}

void LocalServer::setState(State state)
{
    if (std::exchange(m_state, state) != state) {
        Q_EMIT stateChanged(state);
    }
}

} // namespace millrace
