// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectionscontroller.h"

#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/dialogs.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "core/formsource.h"
#include "models/connectionlistmodel.h"
#include "models/localflinkstatus.h"
#include "storage/connectionstore.h"
#include "storage/secretstore.h"
#include "widgets/connections/connectionspanel.h"
#include "widgets/editor/editortabs.h"
#include "widgets/forms/connectionpage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

std::vector<SystemChoice> systemChoices(const BackendRegistry& backends)
{
    std::vector<SystemChoice> choices;
    for (const Backend* backend : backends.all()) {
        choices.push_back({backend->id(), backend->displayName(), backend->form(),
            [backend](const QString& url) { return backend->valuesForUrl(url); }});
    }
    return choices;
}

} // namespace

ConnectionsController::ConnectionsController(MainWindow& window, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_services(services), m_model(new ConnectionListModel(this)),
      m_panel(new ConnectionsPanel(m_model))
{
    QMap<QString, QString> names;
    for (const Backend* backend : m_services.backends.all()) {
        names.insert(backend->id(), backend->displayName());
    }
    m_model->setSystemNames(names);
    refreshList();
    connect(m_services.connections.get(), &ConnectionStore::changed, this, &ConnectionsController::refreshList);
    connect(m_services.connections.get(), &ConnectionStore::failed, this, &ConnectionsController::failed);
    connect(&m_window, &MainWindow::activated, this, [this] { std::ignore = m_services.connections->refresh(); });
    m_window.addSidePanel(u"connections"_s, "network-connect"_L1, tr("Connections"), m_panel);
    connect(m_window.actions().action("connection.add"_L1), &QAction::triggered, this,
        &ConnectionsController::addConnection);
    connect(m_window.tabs(), &EditorTabs::closeRequested, this, [this](QWidget* widget) {
        // A page of others may be gone by now: it is only compared.
        const auto found = std::ranges::find(m_pages, widget);
        if (found != m_pages.end()) {
            ConnectionPage* page = *found;
            if (mayClose(page)) {
                close(page);
            }
        }
    });
    m_window.addCloseQuery([this] {
        return std::ranges::all_of(QList(m_pages), [this](ConnectionPage* page) { return mayClose(page); });
    });
    connectPanel();
}

ConnectionsController::~ConnectionsController()
{
    for (const auto& test : std::as_const(m_tests)) {
        test->cancellation.cancel();
    }
}

void ConnectionsController::connectPanel()
{
    connect(m_panel, &ConnectionsPanel::addRequested, this, &ConnectionsController::addConnection);
    connect(m_panel, &ConnectionsPanel::editRequested, this, &ConnectionsController::edit);
    connect(m_panel, &ConnectionsPanel::openTabRequested, this, &ConnectionsController::openTabRequested);
    connect(m_panel, &ConnectionsPanel::testRequested, this, [this](const QString& id) {
        if (const auto profile = m_services.connections->find(id)) {
            open(*profile)->test();
        }
    });
    connect(m_panel, &ConnectionsPanel::duplicateRequested, this, &ConnectionsController::duplicate);
    connect(m_panel, &ConnectionsPanel::deleteRequested, this, &ConnectionsController::remove);
    connect(
        m_panel, &ConnectionsPanel::startLocalFlinkRequested, this, &ConnectionsController::startLocalFlinkRequested);
    connect(m_panel, &ConnectionsPanel::stopLocalFlinkRequested, this, &ConnectionsController::stopLocalFlinkRequested);
    connect(
        m_panel, &ConnectionsPanel::cancelLocalFlinkRequested, this, &ConnectionsController::cancelLocalFlinkRequested);
    connect(m_panel, &ConnectionsPanel::showLocalFlinkLogRequested, this,
        &ConnectionsController::showLocalFlinkLogRequested);
}

void ConnectionsController::refreshList()
{
    m_model->setConnections(m_services.connections->all());
}

void ConnectionsController::setLocalFlink(const LocalFlinkStatus& status)
{
    m_panel->setLocalFlink(status);
}

void ConnectionsController::addConnection()
{
    const Backend* first = m_services.backends.all().front();
    open({.system = first->id(), .values = first->form().defaults()});
}

void ConnectionsController::edit(const QString& connectionId)
{
    if (const auto profile = m_services.connections->find(connectionId)) {
        open(*profile);
    }
}

ConnectionPage* ConnectionsController::open(const ConnectionProfile& profile)
{
    for (ConnectionPage* page : std::as_const(m_pages)) {
        if (!profile.id.isEmpty() && page->connectionId() == profile.id) {
            m_window.tabs()->setCurrentPage(page);
            m_window.showTabs();
            return page;
        }
    }
    auto* page = new ConnectionPage(systemChoices(m_services.backends));
    m_pages << page;
    page->edit(profile);
    connectPage(page);
    m_window.tabs()->addPage(page, {});
    m_window.showTabs();
    updateTab(page);
    loadStoredSecrets(page, profile);
    return page;
}

void ConnectionsController::connectPage(ConnectionPage* page)
{
    page->form()->setSecretPlace(m_services.secrets->placeText());
    page->form()->setNameCheck(
        [this, page](const QString& name) { return m_services.connections->nameProblem(name, page->connectionId()); });
    connect(m_services.secrets.get(), &SecretStore::placeChanged, page,
        [this, page] { page->form()->setSecretPlace(m_services.secrets->placeText()); });
    connect(page, &ConnectionPage::titleChanged, this, [this, page] { updateTab(page); });
    connect(page, &ConnectionPage::saveRequested, this,
        [this, page](const ConnectionProfile& profile, const Secrets& secrets) { save(page, profile, secrets); });
    connect(page, &ConnectionPage::testRequested, this,
        [this, page](const ConnectionProfile& profile, const Secrets& secrets) { test(page, profile, secrets); });
    connect(page, &ConnectionPage::testCancelRequested, this, [this, page] {
        if (const auto test = m_tests.value(page)) {
            test->cancellation.cancel();
        }
    });
    connect(page, &ConnectionPage::showCallsRequested, this, &ConnectionsController::showCallsRequested);
    connect(page, &ConnectionPage::copyAsCurlRequested, this, [this, page] {
        QStringList commands;
        if (const auto test = m_tests.value(page)) {
            for (const ApiCall& call : std::as_const(test->calls)) {
                commands << call.toCurl();
            }
        }
        QGuiApplication::clipboard()->setText(commands.join(u'\n'));
    });
}

void ConnectionsController::updateTab(ConnectionPage* page)
{
    m_window.tabs()->setInfo(page,
        {.title = page->title(),
            .toolTip = page->title(),
            .icon = u"network-connect"_s,
            .environment = page->environment(),
            .modified = page->isDirty()});
    m_model->setDirty(page->connectionId(), page->isDirty());
}

bool ConnectionsController::mayClose(ConnectionPage* page)
{
    if (!page->isDirty()) {
        return true;
    }
    m_window.tabs()->setCurrentPage(page);
    return dialogs::ask(&m_window, tr("The changes to %1 are not saved.").arg(page->title()),
        tr("Closing the page loses them."), tr("Discard them"));
}

void ConnectionsController::close(ConnectionPage* page)
{
    m_model->setDirty(page->connectionId(), false);
    if (const auto test = m_tests.take(page)) {
        test->cancellation.cancel();
    }
    m_pages.removeOne(page);
    m_window.tabs()->removePage(page);
    page->deleteLater();
}

void ConnectionsController::duplicate(const QString& connectionId)
{
    if (auto profile = m_services.connections->find(connectionId)) {
        profile->id.clear();
        profile->name = m_services.connections->freeName(profile->name);
        open(*profile);
    }
}

void ConnectionsController::remove(const QString& connectionId)
{
    const auto profile = m_services.connections->find(connectionId);
    if (!profile
        || !dialogs::ask(&m_window, tr("Delete the connection %1?").arg(profile->name),
            tr("Its secrets go too. Scripts, history and whatever runs on the cluster stay."), tr("Delete"))) {
        return;
    }
    for (ConnectionPage* page : QList(m_pages)) {
        if (page->connectionId() == connectionId) {
            close(page);
        }
    }
    if (const auto removed = m_services.connections->remove(connectionId); !removed) {
        Q_EMIT failed(removed.error());
        return;
    }
    forgetSecrets(connectionId, profile->system);
}

QCoro::Task<void> ConnectionsController::forgetSecrets(QString connectionId, QString system)
{
    const QPointer guard(this);
    const auto removed = co_await m_services.secrets->remove(connectionId, m_services.pool->secretFields(system));
    if (guard && !removed) {
        Q_EMIT failed(removed.error());
    }
}

QCoro::Task<void> ConnectionsController::loadStoredSecrets(QPointer<ConnectionPage> page, ConnectionProfile profile)
{
    if (profile.id.isEmpty()) {
        co_return;
    }
    const auto secrets =
        co_await m_services.secrets->read(profile.id, profile.name, m_services.pool->secretFields(profile.system));
    if (page && secrets && !page->isDirty()) {
        page->edit(profile, secrets->keys());
    }
}

QCoro::Task<void> ConnectionsController::save(QPointer<ConnectionPage> page, ConnectionProfile profile, Secrets secrets)
{
    const QPointer guard(this);
    const QString oldId = page->connectionId();
    auto saved = m_services.connections->save(std::move(profile));
    if (!saved) {
        page->setSaveFailed(saved.error());
        co_return;
    }
    const auto kept = co_await m_services.secrets->write(saved->id, secrets);
    if (!guard || !page) {
        co_return;
    }
    if (!kept) {
        page->setSaveFailed(kept.error());
        co_return;
    }
    const auto stored =
        co_await m_services.secrets->read(saved->id, saved->name, m_services.pool->secretFields(saved->system));
    if (!guard || !page) {
        co_return;
    }
    m_model->setDirty(oldId, false);
    page->setSaved(*saved, stored ? stored->keys() : secrets.keys());
    m_panel->select(saved->id);
    updateTab(page);
}

QCoro::Task<void> ConnectionsController::test(QPointer<ConnectionPage> page, ConnectionProfile profile, Secrets typed)
{
    const QPointer guard(this);
    const auto run = std::make_shared<Test>();
    m_tests.insert(page, run);
    page->beginTest();
    Secrets secrets;
    if (!profile.id.isEmpty()) {
        const auto stored =
            co_await m_services.secrets->read(profile.id, profile.name, m_services.pool->secretFields(profile.system));
        secrets = stored.value_or(Secrets());
    }
    secrets.insert(typed);
    if (!guard || !page) {
        co_return;
    }
    auto connection = m_services.pool->unsaved(profile, secrets);
    if (!connection) {
        page->setSaveFailed(connection.error());
        page->setTestCancelled();
        co_return;
    }
    run->connection = *connection;
    connect(run->connection.get(), &Connection::apiCalled, page, [page, run = run.get()](const ApiCall& call) {
        run->calls << call;
        page->setCallCount(static_cast<int>(run->calls.size()));
    });
    const auto observer = [page](const TestStep& step) {
        if (page) {
            page->addTestStep(step);
        }
    };
    const ConnectionTest result = co_await run->connection->test(observer, run->cancellation.token());
    if (!guard || !page) {
        co_return;
    }
    if (run->cancellation.isCancelled()) {
        page->setTestCancelled();
    } else {
        page->finishTest(result);
        if (const ValueSource* source = run->connection->valueSource()) {
            const QMap<QString, std::vector<FormField::Option>> offered = source->offeredValues();
            for (auto it = offered.begin(); it != offered.end(); ++it) {
                page->form()->offerValues(it.key(), *it);
            }
        }
    }
}

} // namespace millrace
