// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

#include <functional>

namespace millrace::dli {

/// How an action becomes a call of the service.
struct ActionCall {
    /// What goes on after the call was answered, when the answer alone is not yet what was asked for.
    using Follow = std::function<QCoro::Task<Result<InventoryOutcome>>(
        std::shared_ptr<DliClient> client, QString target, QJsonObject answer, CancellationToken token)>;

    InventoryAction action;
    QString operation;
    /// Item ids go into this parameter of the call, one call each; empty: only into the body.
    QString idParameter;
    /// Form fields that are parameters and not part of the body, by field id and wire name.
    std::vector<std::pair<QString, QString>> parameters;
    /// The body, from the form and the item's id; null: none.
    std::function<QJsonObject(const FormValues&, const QString& itemId)> bodyOf;
    QString done; ///< the sentence for it; %1 stands for the name
    Follow follow; ///< null: nothing
};

/// One more question for the detail of an item.
struct DetailCall {
    QString title;
    QString operation;
    QString parameter; ///< takes the item's id
    std::function<InventoryPart(const QJsonObject& answer)> partOf;
};

/// One kind of things and the calls behind it.
struct KindCalls {
    InventoryKind kind;
    QString listOperation;
    std::vector<std::pair<QString, QString>> listParameters; ///< wire name and value
    QString arrayName; ///< where the items stand in the answer
    QString idMember;
    QString nameMember;
    QString stateMember; ///< empty: things without a state
    std::vector<QString> cellMembers; ///< in the order of the kind's columns
    QString detailOperation; ///< empty: the item of the list is all there is
    QString detailParameter;
    /// Parts beside the facts; null: none. What they show does not stand among the facts.
    std::function<Parts(const QJsonObject& answer)> moreParts;
    std::vector<DetailCall> detailCalls;
    std::vector<ActionCall> actions;
    /// Which of the actions this item takes now; null: all.
    std::function<QStringList(const QJsonObject& item, QStringList all)> actionsOf;
};

/// A kind that is told by such a table.
class TableKind : public KindHandler {
public:
    TableKind(std::shared_ptr<DliClient> client, KindCalls calls);

    [[nodiscard]] const InventoryKind& kind() const override { return m_calls.kind; }

    QCoro::Task<Result<Items>> items(QString parent, CancellationToken token) override;
    QCoro::Task<Result<Parts>> detail(QString itemId, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(ActRequest request, CancellationToken token) override;

private:
    [[nodiscard]] InventoryItem itemOf(const QJsonObject& object) const;
    QCoro::Task<Result<InventoryOutcome>> actOnOne(
        ActionCall call, FormValues values, QString target, CancellationToken token);

    std::shared_ptr<DliClient> m_client;
    KindCalls m_calls;
    QHash<QString, QJsonObject> m_listed; ///< as last listed, by id
};

/// The kinds that need nothing but their table.
std::vector<KindCalls> inventoryTable();
KindCalls sparkBatches();
KindCalls enhancedConnections();

/// Beginnings of such tables.
ActionCall createCall(const QString& operation, const QString& text, std::vector<FormField> fields);
ActionCall itemCall(
    const QString& operation, const QString& text, const QString& idParameter, std::vector<FormField> fields = {});
ActionCall eraseCall(const QString& operation, const QString& idParameter, const QString& confirm);

} // namespace millrace::dli
