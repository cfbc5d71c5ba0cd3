// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/inventory.h"
#include "core/operation.h"
#include "models/inventorytext.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace millrace {

/// Does what people ask of the things of a server: asks first what is needed, then runs it as an operation.
class InventoryActions : public QObject {
    Q_OBJECT

public:
    /// One thing to do, with all that it needs, so that it can be done again as it was.
    struct Request {
        InventorySource source;
        QString kind;
        InventoryAction action;
        QStringList ids;
        QStringList names;
        FormValues values; ///< what was typed last time
    };

    explicit InventoryActions(QObject* parent = nullptr);
    ~InventoryActions() override;

    /// Asks over host where there is something to ask, else starts at once.
    void open(const Request& request, std::shared_ptr<Connection> connection, QWidget* host);

Q_SIGNALS:
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    void done(const millrace::InventoryActions::Request& request, const millrace::InventoryOutcome& outcome);
    /// Also when it was cancelled.
    void failed(const millrace::InventoryActions::Request& request, const millrace::Error& error);

private:
    /// Has the form filled by the server first.
    QCoro::Task<void> prepare(Request request, std::shared_ptr<Connection> connection, QPointer<QWidget> host);
    void ask(const Request& request, std::shared_ptr<Connection> connection, QWidget* host);
    QCoro::Task<void> run(Request request, std::shared_ptr<Connection> connection);
};

} // namespace millrace
