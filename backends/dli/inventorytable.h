// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"

#include <QJsonObject>

#include <functional>

namespace millrace::dli {

/// How an action of the inventory becomes a call of the service.
struct ActionCall {
    InventoryAction action;
    QString operation;
    /// Item ids go into this parameter of the call, one call each; empty: into the body by bodyOf.
    QString idParameter;
    /// Form fields that are parameters and not part of the body, by field id and wire name.
    std::vector<std::pair<QString, QString>> parameters;
    /// The body, from the form and what is chosen; null: none.
    std::function<QJsonObject(const FormValues&, const QStringList& itemIds)> bodyOf;
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
    std::vector<ActionCall> actions;
};

/// What the service keeps beside jobs and tables.
std::vector<KindCalls> inventoryTable();

} // namespace millrace::dli
