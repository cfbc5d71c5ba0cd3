// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacejournal.h"

namespace millrace {

/// One change of a text: removed bytes at start are replaced.
struct TextPatch {
    qsizetype start = 0;
    qsizetype removed = 0;
    QByteArray inserted;

    friend bool operator==(const TextPatch&, const TextPatch&) = default;
};

/// The one patch between two texts: what is left between their common beginning and their common end.
TextPatch patchBetween(const QByteArray& before, const QByteArray& after);
/// Nothing when the patch does not fit the text.
std::optional<QByteArray> applyPatch(const QByteArray& text, const TextPatch& patch);

QString toJson(const JournalTabState& state);
JournalTabState tabStateFromJson(const QString& json);

/// The tabs of a workspace in their order.
Result<std::vector<JournalTab>> readTabs(Database& database, const QString& workspace);

/// Gives the tabs of every workspace whose window is gone to this one. lockFolder holds a file for each living window.
Result<void> adoptTabs(Database& database, const QString& workspace, const QString& lockFolder);

} // namespace millrace
