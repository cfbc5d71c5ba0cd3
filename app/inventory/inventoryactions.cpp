// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/inventoryactions.h"

#include "widgets/inventory/inventorysheet.h"

namespace millrace {

using namespace Qt::StringLiterals;

InventoryActions::InventoryActions(QObject* parent) : QObject(parent) { }

InventoryActions::~InventoryActions() = default;

void InventoryActions::open(const Request& request, std::shared_ptr<Connection> connection, QWidget* host)
{
    if (request.action.asks) {
        prepare(request, std::move(connection), host);
    } else {
        ask(request, std::move(connection), host);
    }
}

QCoro::Task<void> InventoryActions::prepare(
    Request request, std::shared_ptr<Connection> connection, QPointer<QWidget> host)
{
    const QPointer guard(this);
    const auto operation =
        std::make_shared<Operation>(tr("%1: reading what there is to choose").arg(plainText(request.action)));
    Q_EMIT operationStarted(operation);
    operation->start();
    const CancellationToken token = operation->cancellation();
    auto form = co_await connection->inventory()->form(request.kind, request.action.id, request.ids, token);
    operation->finish(form ? Result<void>() : failure(form.error()));
    if (!guard || !host) {
        co_return;
    }
    if (!form) {
        Q_EMIT failed(request, form.error());
        co_return;
    }
    request.action.form = std::move(*form);
    ask(request, connection, host);
}

void InventoryActions::ask(const Request& request, std::shared_ptr<Connection> connection, QWidget* host)
{
    const InventoryAction& action = request.action;
    const QString toType = nameToType(action, request.source, request.names);
    QString question = questionText(action, request.names);
    if (action.form.fields.empty() && question.isEmpty() && toType.isEmpty()) {
        run(request, std::move(connection));
        return;
    }
    if (action.form.fields.empty() && question.isEmpty()) {
        question = request.names.isEmpty()
            ? tr("%1 on the production server %2?").arg(plainText(action), request.source.name)
            : tr("%1: %2?").arg(plainText(action), namesText(request.names));
    }
    QString title = action.form.title.isEmpty() ? plainText(action) : action.form.title;
    if (action.onItems && question.isEmpty() && !request.names.isEmpty()) {
        title = tr("%1: %2").arg(title, namesText(request.names));
    }
    auto* sheet = new InventorySheet({.title = title,
                                         .remark = request.source.name,
                                         .button = plainText(action),
                                         .form = action.form,
                                         .values = request.values,
                                         .question = question,
                                         .toType = toType,
                                         .environment = request.source.environment},
        host);
    connect(sheet, &InventorySheet::accepted, this,
        [this, request, connection = std::move(connection)](const FormValues& values) {
            Request ready = request;
            ready.values = values;
            run(std::move(ready), connection);
        });
    sheet->open();
}

QCoro::Task<void> InventoryActions::run(Request request, std::shared_ptr<Connection> connection)
{
    const QPointer guard(this);
    const QString what = request.names.isEmpty() ? request.source.name : namesText(request.names);
    const auto operation = std::make_shared<Operation>(tr("%1: %2").arg(plainText(request.action), what));
    Q_EMIT operationStarted(operation);
    operation->start();
    ProgressObserver progress = [operation](const QString& message) { operation->setProgress({}, message); };
    Inventory* inventory = connection->inventory();
    const CancellationToken token = operation->cancellation();
    auto outcome = co_await inventory->act(
        request.kind, request.action.id, request.ids, request.values, std::move(progress), token);
    if (outcome) {
        operation->finish({});
    } else {
        operation->finish(failure(outcome.error()));
    }
    if (!guard) {
        co_return;
    }
    if (outcome) {
        Q_EMIT done(request, *outcome);
    } else {
        Q_EMIT failed(request, outcome.error());
    }
}

} // namespace millrace
