// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

/// What answers become when they are shown.
namespace millrace::dli {

/// A member of an answer as people call it; its own name when it has no better one.
QString labelOf(const QString& member);

/// All members but those named, under their labels; lists of texts joined, times readable.
std::vector<NamedText> labelledFacts(const QJsonObject& object, const QStringList& without = {});

/// One cell: names of a list of texts or of things with a name; times readable; other values as they are.
QString cellText(const QString& member, const QJsonValue& value);

/// A list of objects as a table with these members as columns.
TextTable tableOfList(const QJsonArray& list, const std::vector<QString>& members);

/// schema and rows of a result.
TextTable textTable(const QJsonObject& answer);

/// The whole answer as it came.
InventoryPart answerPart(const QJsonValue& answer);

/// The colour of what is no job: READY, ACTIVE, AVAILABLE, FAILED, …
JobState thingState(const QString& raw);

} // namespace millrace::dli
