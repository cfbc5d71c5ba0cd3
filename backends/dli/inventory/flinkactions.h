// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"

#include <QHash>
#include <QJsonValue>

/// What can be done with Flink jobs, and how the answers for several of them read.
namespace millrace::dli::flinkactions {

std::vector<InventoryAction> all();

/// Those that a job of this type takes in this state.
QStringList actionsFor(const QString& jobType, const QString& status);

/// An answer for several jobs, in the order of the ids: a table of what became of each where one was refused. names is
/// by id.
struct ManyOutcome {
    int refused = 0;
    QString firstRefusal;
    TextTable table;
};

ManyOutcome manyOutcome(const QJsonValue& answer, const QStringList& ids, const QHash<QString, QString>& names);

} // namespace millrace::dli::flinkactions
