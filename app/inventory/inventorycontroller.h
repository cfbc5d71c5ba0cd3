// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/inventoryactions.h"
#include "core/cancellation.h"

#include <QObject>

#include <memory>
#include <optional>

namespace millrace {

class InventoryPage;
class MainWindow;
struct Services;

/// The page of servers: fills it from the connection that is looked at, asks for nothing while it is not seen, and does
/// what people ask of the things on it.
class InventoryController : public QObject {
    Q_OBJECT

public:
    InventoryController(MainWindow& window, Services& services, QObject* parent = nullptr);
    ~InventoryController() override;

    [[nodiscard]] InventoryPage* page() const { return m_page; }

    /// Brings the page up with this connection.
    void show(const QString& connectionId);
    /// What the page shows of this kind is old: it is read again when it is seen.
    void invalidate(const QString& connectionId, const QString& kind);

Q_SIGNALS:
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// An action ended badly while the page is not in front.
    void failed(const millrace::Error& error);
    /// An action has stopped jobs with a savepoint.
    void savepointsTaken(const QString& connectionId, const QStringList& jobIds, const QStringList& names);
    /// A text of the server is to be gone on with in the editor.
    void scriptOpened(const QString& connectionId, const QString& kind, const QString& itemId,
        const millrace::InventoryScript& script);
    /// Lines that a server logged while an action went on.
    void logged(const QString& connectionName, const QString& lines);

private:
    void connectPage();
    void connectActions();
    void fillSources();
    [[nodiscard]] bool hasInventory(const ConnectionProfile& profile) const;
    void chooseSource(const QString& id);
    void remember();
    void look();
    [[nodiscard]] bool isSeen() const;

    QCoro::Task<void> open(quint64 generation, QString connectionId);
    void refresh();
    QCoro::Task<void> askItems(quint64 generation, std::shared_ptr<Connection> connection);
    QCoro::Task<void> askChildren(std::shared_ptr<Connection> connection, QString parent);
    QCoro::Task<void> askDetail(quint64 generation, std::shared_ptr<Connection> connection, QString item);
    void showDetail(bool again);
    void failItems(const Error& error);
    void act(const QString& actionId, const QStringList& ids);
    void finish(const InventoryActions::Request& request, const InventoryOutcome& outcome);
    void reportFailure(const InventoryActions::Request& request, const Error& error);
    [[nodiscard]] bool isShown(const InventoryActions::Request& request) const;

    MainWindow& m_window;
    Services& m_services;
    InventoryPage* m_page = nullptr;
    InventoryActions* m_actions = nullptr;
    std::shared_ptr<Connection> m_connection;
    QString m_opened; ///< id of the connection that the page was filled from, or is about to be
    QString m_detailOf; ///< the item whose detail was asked for
    CancellationSource m_listCancel;
    CancellationSource m_branchCancel; ///< of what was opened in the tree
    CancellationSource m_detailCancel;
    quint64 m_generation = 0; ///< of the connection and the kind
    quint64 m_detailGeneration = 0;
    std::optional<InventoryActions::Request> m_retry; ///< the action that failed last
};

} // namespace millrace
