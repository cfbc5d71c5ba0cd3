// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apicontroller.h"

#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/dialogs.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "core/apiconsole.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "widgets/api/apianswerview.h"
#include "widgets/api/apiconsolepage.h"
#include "widgets/api/apirequestview.h"
#include "widgets/common/messagebar.h"

#include <QAction>
#include <QPointer>
#include <QSaveFile>
#include <QUrl>

#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_stateKey = u"api.page"_s;

/// The exchange of one console call among all that a connection makes meanwhile, as pollers do.
class ExchangeOf {
public:
    explicit ExchangeOf(const ApiRequest& request)
        : m_method(QString::fromLatin1(request.operation.method)),
          m_path(QUrl::fromPercentEncoding(request.path.toUtf8()))
    {
    }

    void see(const ApiCall& call)
    {
        if (call.method != m_method) {
            return;
        }
        const bool isExact = QUrl(call.url).path(QUrl::FullyDecoded).endsWith(m_path);
        if (isExact || !m_isExact) {
            m_curl = call.toCurl();
            m_isExact = isExact;
        }
    }

    [[nodiscard]] const QString& curl() const { return m_curl; }

private:
    QString m_method;
    QString m_path;
    QString m_curl;
    bool m_isExact = false;
};

/// "jobs.overview.json"; the ending by what the answer says of itself.
QString fileNameFor(const QString& operation, const ApiAnswer& answer)
{
    QByteArray type;
    for (const auto& [name, value] : answer.headers) {
        if (name.compare("content-type", Qt::CaseInsensitive) == 0) {
            type = value.toLower();
        }
    }
    const auto ending = type.contains("json") ? ".json"_L1
        : type.contains("html")               ? ".html"_L1
        : type.contains("text")               ? ".txt"_L1
                                              : ".bin"_L1;
    QString name = operation;
    name.replace(u'/', u'-');
    return name + ending;
}

} // namespace

ApiController::ApiController(MainWindow& window, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_services(services), m_page(new ApiConsolePage)
{
    window.addFullPage(u"api"_s, "code-block"_L1, tr("API console"), m_page);
    connect(m_page, &ApiConsolePage::describeRequested, this, &ApiController::describe);
    connect(m_page, &ApiConsolePage::sendRequested, this, &ApiController::send);
    connect(m_page, &ApiConsolePage::cancelRequested, this, [this] { m_cancellation.cancel(); });
    connect(m_page, &ApiConsolePage::saveRequested, this, &ApiController::saveAnswer);
    connect(m_page, &ApiConsolePage::addConnectionRequested, this,
        [this] { m_window.actions().action("connection.add"_L1)->trigger(); });
    ConnectionStore* store = m_services.connections.get();
    connect(store, &ConnectionStore::changed, this, &ApiController::fillConnections);
    // Its address may be another server's now.
    connect(store, &ConnectionStore::saved, this, [this](const QString& id) {
        m_dialects.remove(id);
        m_page->forgetDescription(id);
    });
    m_page->restoreState(services.settings->blob(s_stateKey));
    connect(&m_window, &MainWindow::closing, this,
        [this] { m_services.settings->setBlob(s_stateKey, m_page->saveState()); });
    fillConnections();
}

ApiController::~ApiController()
{
    m_cancellation.cancel();
}

void ApiController::fillConnections()
{
    QList<ApiConsolePage::Choice> choices;
    for (const ConnectionProfile& profile : m_services.connections->all()) {
        const Backend* backend = m_services.backends.find(profile.system);
        if (backend && !backend->apiDescription().isEmpty()) {
            choices.push_back({.id = profile.id,
                .name = profile.name,
                .system = backend->displayName(),
                .environment = profile.environment,
                .readOnly = profile.readOnly});
        }
    }
    m_page->setConnections(choices);
}

QCoro::Task<void> ApiController::describe(QString connectionId)
{
    const auto profile = m_services.connections->find(connectionId);
    const Backend* backend = profile ? m_services.backends.find(profile->system) : nullptr;
    if (!backend) {
        co_return;
    }
    if (!m_descriptions.contains(profile->system)) {
        const auto description = ApiDescription::read(backend->apiDescription());
        if (!description) {
            m_page->setDescribeError(connectionId, description.error());
            co_return;
        }
        m_descriptions.insert(profile->system, *description);
    }
    const ApiDescription description = m_descriptions.value(profile->system);
    if (m_dialects.contains(connectionId)) {
        m_page->setDescription(connectionId, description, m_dialects.value(connectionId));
        co_return;
    }
    // The newest calls until the server says which it has, or for good when it does not answer.
    m_page->setDescription(connectionId, description, {});
    if (m_asking.contains(connectionId)) {
        co_return;
    }
    m_asking.insert(connectionId);
    const QPointer<ApiController> self(this);
    const auto connection = co_await m_services.pool->connection(connectionId);
    if (!self) {
        co_return;
    }
    if (!connection) {
        m_asking.remove(connectionId);
        m_page->setDescribeError(connectionId, connection.error());
        co_return;
    }
    ApiConsole* console = (*connection)->apiConsole();
    if (!console) {
        m_asking.remove(connectionId);
        co_return;
    }
    const auto dialect = co_await console->dialect(CancellationToken());
    if (!self) {
        co_return;
    }
    m_asking.remove(connectionId);
    if (!dialect) {
        m_page->setDescribeError(connectionId, dialect.error());
        co_return;
    }
    m_dialects.insert(connectionId, *dialect);
    if (!dialect->isEmpty()) {
        m_page->setDescription(connectionId, description, *dialect);
    }
}

bool ApiController::maySend(const ConnectionProfile& profile, const ApiOperation& operation)
{
    if (!operation.isChanging() || (profile.environment != Environment::Production && !profile.readOnly)) {
        return true;
    }
    return !profile.readOnly
        && dialogs::ask(m_page,
            tr("Send %1 (%2 %3) to %4?")
                .arg(operation.id, QString::fromLatin1(operation.method), operation.path, profile.name),
            tr("%1 is a production connection, and this call may change something there.").arg(profile.name),
            tr("Send"));
}

QCoro::Task<void> ApiController::send(ApiRequest request)
{
    const QPointer<ApiController> self(this);
    const auto profile = m_services.connections->find(m_page->currentConnection());
    if (!profile || !maySend(*profile, request.operation) || !self) {
        co_return;
    }
    const CancellationSource cancellation;
    m_cancellation = cancellation;
    m_page->beginCall();
    const auto connection = co_await m_services.pool->connection(profile->id);
    if (!self) {
        co_return;
    }
    if (!connection || cancellation.isCancelled()) {
        m_page->endCall(failure(connection ? Error::cancelled() : connection.error()), {});
        co_return;
    }
    ApiConsole* console = (*connection)->apiConsole();
    if (!console) {
        m_page->endCall(
            failure(ErrorKind::Unsupported, tr("%1 takes no calls as it is set up.").arg(profile->name)), {});
        co_return;
    }
    const auto exchange = std::make_shared<ExchangeOf>(request);
    const auto watch = connect(
        connection->get(), &Connection::apiCalled, this, [exchange](const ApiCall& call) { exchange->see(call); });
    auto answer = co_await console->call(std::move(request), cancellation.token());
    if (!self) {
        co_return;
    }
    disconnect(watch);
    m_page->endCall(std::move(answer), exchange->curl());
}

void ApiController::saveAnswer()
{
    // A copy: another call may be chosen while the dialog is open.
    const std::optional<ApiAnswer> answer = m_page->answer()->answer();
    if (!answer) {
        return;
    }
    const QString path = dialogs::saveAnswer(m_page, fileNameFor(m_page->request()->operation().id, *answer));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(answer->body);
    }
    if (!file.commit()) {
        m_page->messageBar()->showError(
            {.kind = ErrorKind::Storage, .message = tr("%1 cannot be written: %2.").arg(path, file.errorString())});
        return;
    }
    m_page->messageBar()->showMessage(
        {.text = tr("The answer is in %1.").arg(path), .timeout = std::chrono::seconds(8)});
}

} // namespace millrace
