// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/inventorycontroller.h"

#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "models/inventorymodel.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "widgets/common/activitybar.h"
#include "widgets/common/messagebar.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorypage.h"

#include <QAction>
#include <QJsonObject>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_page = u"servers"_s;
const QString s_stateKey = u"servers.page"_s;
const QString s_connectionKey = u"servers.connection"_s;
const QString s_kindsKey = u"servers.kinds"_s; ///< connection id to kind id
constexpr auto s_retryList = "retryList"_L1;
constexpr auto s_retryAction = "retryAction"_L1;
constexpr std::chrono::seconds s_noticeTime{12};

} // namespace

InventoryController::InventoryController(MainWindow& window, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_services(services), m_page(new InventoryPage),
      m_actions(new InventoryActions(this))
{
    window.addFullPage(s_page, "network-server"_L1, tr("Servers"), m_page);
    connectPage();
    connectActions();
    m_page->restoreState(services.settings->blob(s_stateKey));
    fillSources();
    showDetail(false);
}

InventoryController::~InventoryController()
{
    m_listCancel.cancel();
    m_branchCancel.cancel();
    m_detailCancel.cancel();
}

void InventoryController::connectPage()
{
    connect(m_page, &InventoryPage::sourceChosen, this, &InventoryController::chooseSource);
    connect(m_page, &InventoryPage::kindChosen, this, [this] {
        // What went wrong with another kind is no news of this one.
        m_retry.reset();
        m_page->messageBar()->clear();
        m_branchCancel.cancel();
        m_branchCancel = CancellationSource();
        remember();
        refresh();
    });
    connect(m_page, &InventoryPage::refreshRequested, this, [this] {
        refresh();
        showDetail(true);
    });
    connect(m_page->bar(), &InventoryBar::cancelRequested, this, [this] { m_listCancel.cancel(); });
    connect(m_page, &InventoryPage::shownItemChanged, this, [this] { showDetail(false); });
    connect(m_page->detail(), &InventoryDetail::refreshRequested, this, [this] { showDetail(true); });
    connect(m_page->model(), &InventoryModel::childrenWanted, this, [this](const QString& parent) {
        if (m_connection) {
            askChildren(m_connection, parent);
        }
    });
    connect(m_page, &InventoryPage::addConnectionRequested, m_window.actions().action("connection.add"_L1),
        &QAction::trigger);
    connect(m_window.activityBar(), &ActivityBar::currentChanged, this, &InventoryController::look);
    ConnectionStore* store = m_services.connections.get();
    connect(store, &ConnectionStore::changed, this, &InventoryController::fillSources);
    connect(store, &ConnectionStore::saved, this, [this](const QString& id) {
        // Its address or its login may be another one now.
        if (id == m_opened) {
            m_opened.clear();
            look();
        }
    });
    connect(&m_window, &MainWindow::closing, this, [this] {
        m_services.settings->setBlob(s_stateKey, m_page->saveState());
        m_listCancel.cancel();
        m_branchCancel.cancel();
        m_detailCancel.cancel();
    });
}

void InventoryController::connectActions()
{
    connect(m_page, &InventoryPage::actionRequested, this, &InventoryController::act);
    connect(m_page->messageBar(), &MessageBar::actionTriggered, this, [this](const QString& id) {
        m_page->messageBar()->clear();
        if (id == s_retryAction && m_retry && m_connection && isShown(*m_retry)) {
            m_actions->open(*m_retry, m_connection, m_page);
        } else if (id == s_retryList && !m_connection) {
            m_opened.clear();
            look();
        } else if (id == s_retryList) {
            refresh();
        }
    });
    connect(m_page->messageBar(), &MessageBar::closed, this, [this] { m_retry.reset(); });
    connect(m_actions, &InventoryActions::operationStarted, this, &InventoryController::operationStarted);
    connect(m_actions, &InventoryActions::done, this, &InventoryController::finish);
    connect(m_actions, &InventoryActions::failed, this, &InventoryController::reportFailure);
}

bool InventoryController::hasInventory(const ConnectionProfile& profile) const
{
    const Backend* backend = m_services.backends.find(profile.system);
    // What a system can do does not hang on a login, so nobody is asked for a secret here.
    const std::unique_ptr<Connection> sample = backend ? backend->connect(profile, {}) : nullptr;
    return sample && sample->inventory();
}

void InventoryController::fillSources()
{
    std::vector<InventorySource> sources;
    for (const ConnectionProfile& profile : m_services.connections->all()) {
        if (hasInventory(profile)) {
            sources.push_back({.id = profile.id,
                .name = profile.name,
                .system = m_services.backends.find(profile.system)->displayName(),
                .environment = profile.environment,
                .readOnly = profile.readOnly});
        }
    }
    m_page->setSources(sources);
    if (m_page->currentSource().id.isEmpty() && !sources.empty()) {
        const QString last = m_services.settings->value(s_connectionKey).toString();
        const bool known = std::ranges::find(sources, last, &InventorySource::id) != sources.end();
        m_page->setCurrentSource(known ? last : sources.front().id);
    }
    look();
}

void InventoryController::show(const QString& connectionId)
{
    m_page->setCurrentSource(connectionId);
    m_window.showFullPage(s_page);
    chooseSource(connectionId);
}

void InventoryController::invalidate(const QString& connectionId, const QString& kind)
{
    if (connectionId == m_opened && kind == m_page->currentKind() && m_connection) {
        refresh();
        showDetail(true);
    }
}

void InventoryController::chooseSource(const QString& id)
{
    m_services.settings->setValue(s_connectionKey, id);
    look();
}

void InventoryController::remember()
{
    QJsonObject kinds = m_services.settings->value(s_kindsKey).toObject();
    kinds.insert(m_opened, m_page->currentKind());
    m_services.settings->setValue(s_kindsKey, kinds);
}

bool InventoryController::isSeen() const
{
    return m_window.activityBar()->current() == s_page;
}

void InventoryController::look()
{
    const QString id = m_page->currentSource().id;
    if (!isSeen() || id == m_opened) {
        return;
    }
    m_opened = id;
    m_connection.reset();
    m_listCancel.cancel();
    m_branchCancel.cancel();
    m_branchCancel = CancellationSource();
    m_retry.reset();
    m_page->messageBar()->clear();
    m_page->setKinds({}, {});
    ++m_generation;
    if (!id.isEmpty()) {
        open(m_generation, id);
    }
}

QCoro::Task<void> InventoryController::open(quint64 generation, QString connectionId)
{
    const QPointer guard(this);
    m_page->bar()->setLoading(true);
    auto connection = co_await m_services.pool->connection(connectionId);
    if (!guard || generation != m_generation) {
        co_return;
    }
    if (!connection || !(*connection)->inventory()) {
        m_page->bar()->setLoading(false);
        failItems(connection ? Error{.kind = ErrorKind::Unsupported,
                      .message = tr("This system tells nothing of what its server keeps.")}
                             : connection.error());
        co_return;
    }
    m_connection = *connection;
    m_connection->inventory()->setLogObserver([guard, name = m_connection->profile().name](const QString& lines) {
        if (guard) {
            Q_EMIT guard->logged(name, lines);
        }
    });
    const QString kind = m_services.settings->value(s_kindsKey).toObject().value(connectionId).toString();
    m_page->setKinds(m_connection->inventory()->kinds(), kind);
    refresh();
}

void InventoryController::refresh()
{
    m_listCancel.cancel();
    m_listCancel = CancellationSource();
    ++m_generation;
    if (m_connection && !m_page->currentKind().isEmpty()) {
        m_page->bar()->setLoading(true);
        askItems(m_generation, m_connection);
    } else if (!m_connection) {
        // The connection itself could not be had: try that again.
        m_opened.clear();
        look();
    }
}

QCoro::Task<void> InventoryController::askItems(quint64 generation, std::shared_ptr<Connection> connection)
{
    const QPointer guard(this);
    const CancellationToken token = m_listCancel.token();
    const QString kind = m_page->currentKind();
    QStringList branches{QString()};
    branches += m_page->model()->loadedBranches();
    for (const QString& branch : std::as_const(branches)) {
        auto items = co_await connection->inventory()->items(kind, branch, token);
        if (!guard || generation != m_generation) {
            co_return;
        }
        if (!items && branch.isEmpty()) {
            m_page->bar()->setLoading(false);
            failItems(items.error());
            co_return;
        }
        // A branch that went meanwhile is gone from the tree already, with all below it.
        if (items) {
            m_page->model()->merge(branch, std::move(*items));
        }
        if (branch.isEmpty()) {
            m_page->bar()->setAnswered(QDateTime::currentDateTimeUtc());
            m_page->setAnswered(true);
            if (m_page->messageBar()->hasMessage() && m_page->messageBar()->message().kind == MessageBar::Kind::Error
                && !m_retry) {
                m_page->messageBar()->clear();
            }
        }
    }
    m_page->bar()->setLoading(false);
}

void InventoryController::failItems(const Error& error)
{
    if (!error.isCancelled() && !m_retry) {
        m_page->messageBar()->showError(error, {{s_retryList, tr("Retry")}});
    }
    m_page->bar()->setFailed();
    m_page->setAnswered(false);
}

QCoro::Task<void> InventoryController::askChildren(std::shared_ptr<Connection> connection, QString parent)
{
    const QPointer guard(this);
    const CancellationToken token = m_branchCancel.token();
    const QString kind = m_page->currentKind();
    auto items = co_await connection->inventory()->items(kind, parent, token);
    if (!guard || kind != m_page->currentKind() || connection != m_connection) {
        co_return;
    }
    if (items) {
        m_page->model()->merge(parent, std::move(*items));
        co_return;
    }
    m_page->model()->giveUp(parent);
    m_page->collapse(parent);
    if (!items.error().isCancelled()) {
        m_retry.reset();
        m_page->messageBar()->showError(items.error(), {{s_retryList, tr("Retry")}});
    }
}

void InventoryController::showDetail(bool again)
{
    const QString id = m_page->shownItem();
    if (id == m_detailOf && !again && !id.isEmpty()) {
        return;
    }
    m_detailCancel.cancel();
    m_detailCancel = CancellationSource();
    ++m_detailGeneration;
    m_detailOf = id;
    const InventoryItem* item = m_page->model()->find(id);
    if (!item || !m_connection) {
        m_detailOf.clear();
        m_page->detail()->showNothing(tr("Choose an item, and what is known of it stands here."));
        return;
    }
    m_page->detail()->showLoading(id, item->name);
    askDetail(m_detailGeneration, m_connection, id);
}

QCoro::Task<void> InventoryController::askDetail(
    quint64 generation, std::shared_ptr<Connection> connection, QString item)
{
    const QPointer guard(this);
    const CancellationToken token = m_detailCancel.token();
    const QString kind = m_page->currentKind();
    const InventoryItem* known = m_page->model()->find(item);
    const QString title = known ? known->name : item;
    auto parts = co_await connection->inventory()->detail(kind, item, token);
    if (!guard || generation != m_detailGeneration) {
        co_return;
    }
    if (parts) {
        m_page->detail()->showParts(title, *parts);
    } else {
        m_page->detail()->showError(parts.error());
    }
}

void InventoryController::act(const QString& actionId, const QStringList& ids)
{
    const InventoryKind& kind = m_page->model()->kind();
    const auto action = std::ranges::find(kind.actions, actionId, &InventoryAction::id);
    if (action == kind.actions.end() || !m_connection) {
        return;
    }
    QStringList names;
    for (const QString& id : ids) {
        const InventoryItem* item = m_page->model()->find(id);
        names << (item ? item->name : id);
    }
    m_actions->open({.source = m_page->currentSource(), .kind = kind.id, .action = *action, .ids = ids, .names = names},
        m_connection, m_page);
}

bool InventoryController::isShown(const InventoryActions::Request& request) const
{
    return request.source.id == m_opened && request.kind == m_page->currentKind();
}

void InventoryController::finish(const InventoryActions::Request& request, const InventoryOutcome& outcome)
{
    m_retry.reset();
    if (request.action.id == "stop-savepoint"_L1) {
        Q_EMIT savepointsTaken(request.source.id, request.ids, request.names);
    }
    if (outcome.script) {
        Q_EMIT scriptOpened(request.source.id, request.kind, request.ids.value(0), *outcome.script);
    }
    if (!isShown(request) || outcome.message.isEmpty()) {
        return;
    }
    m_page->messageBar()->showMessage({.text = outcome.message, .timeout = s_noticeTime});
    if (!outcome.parts.empty()) {
        // It stands until another item is chosen or this one is asked for again.
        m_page->setDetailShown(true);
        m_detailCancel.cancel();
        ++m_detailGeneration;
        const QString what = plainText(request.action);
        m_page->detail()->showParts(
            request.names.isEmpty() ? what : tr("%1: %2").arg(what, namesText(request.names)), outcome.parts);
    }
    if (outcome.changed) {
        refresh();
        if (outcome.parts.empty()) {
            showDetail(true);
        }
    }
}

void InventoryController::reportFailure(const InventoryActions::Request& request, const Error& error)
{
    if (error.isCancelled()) {
        // It may have been done in part before the word came.
        if (isShown(request)) {
            refresh();
        }
        return;
    }
    if (!isSeen() || !isShown(request)) {
        Q_EMIT failed(error);
        return;
    }
    m_retry = request;
    m_page->messageBar()->showError(error, {{s_retryAction, tr("Try again")}});
    refresh();
}

} // namespace millrace
