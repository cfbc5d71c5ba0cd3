// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localseatunnelcontroller.h"

#include "app/actionregistry.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "backends/seatunnel/seatunnelbackend.h"
#include "storage/connectionstore.h"
#include "widgets/connections/localflinkbox.h"

#include <QAction>

namespace millrace {

using namespace Qt::StringLiterals;
using State = LocalFlinkStatus::State;

LocalSeaTunnelController::LocalSeaTunnelController(
    MainWindow& window, LocalFlinkBox& box, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_box(box), m_services(services), m_server(*services.localSeaTunnel)
{
    connectServer();
    connectWindow();
    setStatus({});
    m_server.refresh();
}

QString LocalSeaTunnelController::connectionId()
{
    return u"local-seatunnel"_s;
}

void LocalSeaTunnelController::connectServer()
{
    connect(&m_server, &LocalServer::stateChanged, this, &LocalSeaTunnelController::followState);
    connect(&m_server, &LocalServer::operationStarted, this, &LocalSeaTunnelController::followOperation);
    connect(&m_server, &LocalServer::failed, this, [this](const Error& error) {
        LocalFlinkStatus status = m_status;
        status.state = State::Failed;
        status.message = error.message;
        setStatus(status);
        Q_EMIT logged(error.message, true);
        Q_EMIT failed(error);
    });
}

void LocalSeaTunnelController::connectWindow()
{
    for (const auto& signal : {&LocalFlinkBox::stopRequested, &LocalFlinkBox::cancelRequested}) {
        connect(&m_box, signal, &m_server, &LocalServer::stop);
    }
    connect(&m_box, &LocalFlinkBox::startRequested, &m_server, &LocalServer::start);
    connect(&m_box, &LocalFlinkBox::logRequested, this, &LocalSeaTunnelController::logRequested);
    const ActionRegistry& actions = m_window.actions();
    connect(actions.action("seatunnel.start"_L1), &QAction::triggered, &m_server, &LocalServer::start);
    connect(actions.action("seatunnel.stop"_L1), &QAction::triggered, &m_server, &LocalServer::stop);
}

void LocalSeaTunnelController::followState(LocalServer::State state)
{
    LocalFlinkStatus status{.fetched = m_status.fetched};
    switch (state) {
    case LocalServer::State::Unknown:
    case LocalServer::State::Stopped:
        break;
    case LocalServer::State::Starting:
        status.state = State::Starting;
        break;
    case LocalServer::State::Running:
        status.state = State::Running;
        status.version = m_server.version();
        status.fetched = true;
        saveConnection();
        break;
    case LocalServer::State::Stopping:
        status.state = State::Stopping;
        break;
    }
    setStatus(status);
    if (status.state == State::Running) {
        Q_EMIT logged(tr("The local SeaTunnel %1 answers at %2.").arg(status.version, m_server.address()), false);
    }
}

void LocalSeaTunnelController::followOperation(Operation* operation)
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

void LocalSeaTunnelController::saveConnection()
{
    const Backend* backend = m_services.backends.find(u"seatunnel");
    const auto before = m_services.connections->find(connectionId());
    ConnectionProfile profile = before.value_or(ConnectionProfile{.id = connectionId(),
        .name = m_services.connections->freeName(u"local SeaTunnel"_s),
        .system = backend->id(),
        .values = backend->form().defaults()});
    profile.values.insert(seatunnel::fields::v1, m_server.address());
    if (profile == before) {
        return;
    }
    if (const auto saved = m_services.connections->save(profile); !saved) {
        Q_EMIT failed(saved.error());
    }
}

void LocalSeaTunnelController::setStatus(const LocalFlinkStatus& status)
{
    m_status = status;
    m_box.setStatus(status);
    const ActionRegistry& actions = m_window.actions();
    actions.action("seatunnel.start"_L1)->setEnabled(status.state == State::Stopped || status.state == State::Failed);
    actions.action("seatunnel.stop"_L1)->setEnabled(status.state == State::Running || status.state == State::Starting);
}

} // namespace millrace
