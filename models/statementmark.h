// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace millrace {

/// How far a statement of a script has come.
enum class RunState { NotRun, Queued, Running, Cancelling, Done, Failed, Cancelled };

/// What the editor shows at a statement: its glyph and the text behind its first line (or the line of its error).
struct StatementMark {
    int statement = -1; ///< index in the script as it is now
    RunState state = RunState::NotRun;
    QString note; ///< "running 00:03:12 · 387 rows", or the error's sentence when state is Failed

    friend bool operator==(const StatementMark&, const StatementMark&) = default;
};

} // namespace millrace
