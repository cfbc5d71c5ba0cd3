// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/servertexts.h"

#include "app/connectionpool.h"
#include "app/dialogs.h"
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/editortabs.h"

#include <QJsonObject>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_key = u"editor.serverTexts"_s; ///< tab id to origin
constexpr std::chrono::seconds s_noticeTime{8};

QJsonObject toJson(const ServerTexts::Origin& origin)
{
    return {{u"connection"_s, origin.connectionId}, {u"kind"_s, origin.kind}, {u"item"_s, origin.itemId},
        {u"action"_s, origin.action}, {u"field"_s, origin.field}};
}

ServerTexts::Origin fromJson(const QJsonObject& object)
{
    return {.connectionId = object.value("connection"_L1).toString(),
        .kind = object.value("kind"_L1).toString(),
        .itemId = object.value("item"_L1).toString(),
        .action = object.value("action"_L1).toString(),
        .field = object.value("field"_L1).toString()};
}

} // namespace

ServerTexts::ServerTexts(MainWindow& window, EditorController& editors, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_services(services)
{
    const QJsonObject kept = services.settings->value(s_key).toObject();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        m_origins.insert(it.key(), fromJson(it->toObject()));
    }
    editors.setSaver([this](ScriptTab* tab) { return save(tab); });
    connect(&editors, &EditorController::tabRemoved, this, [this](ScriptTab* tab) {
        m_sending.remove(tab->id());
        m_closing.remove(tab->id());
        if (m_origins.remove(tab->id()) > 0) {
            remember();
        }
    });
    // Heard after the editors have asked about the text: what they sent off for that stays open until it is saved.
    connect(window.tabs(), &EditorTabs::closeRequested, this, [this](QWidget* page) {
        for (const QString& id : std::as_const(m_sending)) {
            if (const ScriptTab* tab = m_editors.find(id); tab && tab->page() == page) {
                m_closing.insert(id);
            }
        }
    });
}

void ServerTexts::remember()
{
    QJsonObject all;
    for (auto it = m_origins.begin(); it != m_origins.end(); ++it) {
        all.insert(it.key(), toJson(*it));
    }
    m_services.settings->setValue(s_key, all);
}

std::optional<ServerTexts::Origin> ServerTexts::originOf(const QString& tabId) const
{
    const auto it = m_origins.find(tabId);
    return it == m_origins.end() ? std::nullopt : std::optional(*it);
}

void ServerTexts::open(
    const QString& connectionId, const QString& kind, const QString& itemId, const InventoryScript& script)
{
    const Origin origin{.connectionId = connectionId,
        .kind = kind,
        .itemId = itemId,
        .action = script.saveAction,
        .field = script.saveField};
    ScriptTab* tab = m_editors.find(m_origins.key(origin));
    const bool isNew = !tab;
    if (isNew) {
        tab = m_editors.newTab(script.text, script.name);
        tab->setConnection(connectionId);
        m_origins.insert(tab->id(), origin);
        remember();
    } else if (!tab->page()->isModified()) {
        // The server may have another text by now; what was typed here is never lost to it.
        tab->page()->setText(script.text, false);
    }
    m_editors.activate(tab);
    m_window.showTabs();
}

bool ServerTexts::save(ScriptTab* tab)
{
    const std::optional<Origin> origin = originOf(tab->id());
    if (!origin || origin->action.isEmpty()) {
        return false;
    }
    const auto profile = m_services.connections->find(origin->connectionId);
    if (!profile) {
        tab->page()->messageBar()->showMessage(
            {.text = tr("The connection that this text came from was removed: save it as a file.")});
        return false;
    }
    if (profile->readOnly) {
        tab->page()->messageBar()->showMessage(
            {.text = tr("%1 is read only: save the text as a file, or allow changes in the connection.")
                         .arg(profile->name)});
        return true;
    }
    const bool isProduction = profile->environment == Environment::Production;
    if (isProduction
        && !dialogs::ask(&m_window, tr("Save %1 on the production server %2?").arg(tab->page()->title(), profile->name),
            tr("The text that is there now is replaced."), tr("Save"))) {
        return true;
    }
    send(tab, *origin);
    return true;
}

QCoro::Task<void> ServerTexts::send(QPointer<ScriptTab> tab, Origin origin)
{
    const QPointer guard(this);
    const QString title = tab->page()->title();
    const QString text = tab->editor()->text();
    const QString tabId = tab->id();
    m_sending.insert(tabId);
    const auto operation = std::make_shared<Operation>(tr("Save %1").arg(title));
    Q_EMIT operationStarted(operation);
    operation->start();
    const auto connection = co_await m_services.pool->connection(origin.connectionId);
    Result<InventoryOutcome> outcome = failure(Error::cancelled());
    if (connection && (*connection)->inventory()) {
        const std::shared_ptr<Connection> held = *connection;
        const FormValues values{{origin.field, text}};
        const QStringList items{origin.itemId};
        const CancellationToken token = operation->cancellation();
        ProgressObserver progress = [operation](const QString& message) { operation->setProgress({}, message); };
        outcome =
            co_await held->inventory()->act(origin.kind, origin.action, items, values, std::move(progress), token);
    } else if (!connection) {
        outcome = failure(connection.error());
    }
    operation->finish(outcome ? Result<void>() : failure(outcome.error()));
    if (!guard || !tab) {
        co_return;
    }
    m_sending.remove(tabId);
    const bool closes = m_closing.remove(tabId);
    if (!outcome) {
        if (!outcome.error().isCancelled()) {
            tab->page()->messageBar()->showError(outcome.error());
        }
        co_return;
    }
    if (tab->editor()->text() == text) {
        tab->page()->setSavedElsewhere();
    }
    const auto profile = m_services.connections->find(origin.connectionId);
    tab->page()->messageBar()->showMessage(
        {.text = profile ? tr("Saved on %1.").arg(profile->name) : tr("Saved."), .timeout = s_noticeTime});
    Q_EMIT saved(origin.connectionId, origin.kind);
    if (closes) {
        Q_EMIT m_window.tabs()->closeRequested(tab->page());
    }
}

} // namespace millrace
