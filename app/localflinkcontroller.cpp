// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localflinkcontroller.h"

#include "app/services.h"
#include "backends/flink/flinkbackend.h"
#include "storage/connectionstore.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_leastJava = 17;

/// "17.0.15" out of: openjdk version "17.0.15" 2025-04-15
QString javaVersion(const QString& output)
{
    static const QRegularExpression s_version(u"version \"([^\"]+)\""_s);
    return s_version.match(output).captured(1);
}

int majorVersion(const QString& version)
{
    const QStringList parts = version.split(u'.');
    // Up to 8 it was written 1.8.
    return parts.value(0) == "1"_L1 ? parts.value(1).toInt() : parts.value(0).toInt();
}

} // namespace

LocalFlinkController::LocalFlinkController(Services& services, QObject* parent)
    : QObject(parent), m_services(services), m_flink(*services.localFlink)
{
    connect(&m_flink, &LocalFlink::stateChanged, this, &LocalFlinkController::followState);
    connect(&m_flink, &LocalFlink::operationStarted, this, &LocalFlinkController::followOperation);
    connect(&m_flink, &LocalFlink::failed, this, [this](const Error& error) {
        m_waiting.clear();
        LocalFlinkStatus status = m_status;
        status.state = LocalFlinkStatus::State::Failed;
        status.message = error.message;
        setStatus(status);
        Q_EMIT logged(error.message, true);
        Q_EMIT failed(error);
    });
    lookForJava();
    m_flink.refresh();
}

LocalFlinkController::~LocalFlinkController()
{
    // Java may still be telling its version.
    for (auto* process : findChildren<QProcess*>()) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished();
    }
}

QString LocalFlinkController::connectionId()
{
    return u"local-flink"_s;
}

void LocalFlinkController::start()
{
    m_flink.start();
}

void LocalFlinkController::stop()
{
    m_flink.stop();
}

void LocalFlinkController::cancel()
{
    m_waiting.clear();
    m_flink.stop();
}

void LocalFlinkController::whenRunning(std::function<void()> callback)
{
    if (isRunning()) {
        callback();
        return;
    }
    m_waiting.push_back(std::move(callback));
    start();
}

void LocalFlinkController::followState(LocalFlink::State state)
{
    LocalFlinkStatus status;
    switch (state) {
    case LocalFlink::State::Unknown:
    case LocalFlink::State::Stopped:
        break;
    case LocalFlink::State::Starting:
        status.state = LocalFlinkStatus::State::Starting;
        break;
    case LocalFlink::State::Running:
        status.state = LocalFlinkStatus::State::Running;
        status.version = m_flink.addresses()->version;
        status.fetched = true;
        saveConnection();
        break;
    case LocalFlink::State::Stopping:
        status.state = LocalFlinkStatus::State::Stopping;
        break;
    }
    setStatus(status);
    if (isRunning()) {
        Q_EMIT logged(tr("The local Flink %1 answers at %2.").arg(status.version, m_flink.addresses()->gateway), false);
        for (const auto& callback : std::exchange(m_waiting, {})) {
            callback();
        }
    }
}

void LocalFlinkController::followOperation(Operation* operation)
{
    connect(
        operation, &Operation::progressChanged, this, [this](std::optional<double> progress, const QString& message) {
            LocalFlinkStatus status = m_status;
            status.progress = progress;
            status.message = message;
            setStatus(status);
        });
    connect(operation, &Operation::logAppended, this, [this](const QString& line) { Q_EMIT logged(line, false); });
    Q_EMIT operationStarted(operation);
}

void LocalFlinkController::saveConnection()
{
    const LocalFlinkAddresses& addresses = *m_flink.addresses();
    const Backend* backend = m_services.backends.find(u"flink");
    ConnectionProfile profile = m_services.connections->find(connectionId())
                                    .value_or(ConnectionProfile{.id = connectionId(),
                                        .name = m_services.connections->freeName(u"local"_s),
                                        .system = backend->id(),
                                        .values = backend->form().defaults()});
    const ConnectionProfile before = profile;
    profile.values.insert(flink::fields::gateway, addresses.gateway);
    profile.values.insert(flink::fields::jobManager, addresses.jobManager);
    if (profile == before && m_services.connections->find(connectionId())) {
        return;
    }
    if (const auto saved = m_services.connections->save(profile); !saved) {
        Q_EMIT failed(saved.error());
    }
}

void LocalFlinkController::lookForJava()
{
    const QString home = qEnvironmentVariable("JAVA_HOME");
    const QString java = home.isEmpty() ? QStandardPaths::findExecutable(u"java"_s)
                                        : QStandardPaths::findExecutable(u"java"_s, {home + u"/bin"_s});
    const QString advice = tr("Flink needs Java %1: install default-jre-headless.").arg(s_leastJava);
    if (java.isEmpty()) {
        m_java = {.state = JavaStatus::State::Missing, .advice = advice};
        Q_EMIT javaChanged(m_java);
        return;
    }
    auto* process = new QProcess(this);
    process->setProcessChannelMode(QProcess::MergedChannels);
    connect(process, &QProcess::finished, this, [this, process, advice] {
        const QString version = javaVersion(QString::fromUtf8(process->readAll()));
        const bool isGood = majorVersion(version) >= s_leastJava;
        m_java = {.state = isGood ? JavaStatus::State::Found : JavaStatus::State::TooOld,
            .version = version,
            .advice = isGood ? QString() : advice};
        process->deleteLater();
        Q_EMIT javaChanged(m_java);
    });
    process->start(java, {u"-version"_s});
}

void LocalFlinkController::setStatus(const LocalFlinkStatus& status)
{
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

} // namespace millrace
