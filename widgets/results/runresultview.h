// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/statementmark.h"
#include "results/resultstore.h"

#include <QString>

#include <memory>
#include <optional>

namespace millrace {

/// One run as the results pane shows it. A controller makes it and gives a newer one whenever something changed; the
/// rows themselves are heard of through the store.
struct RunResultView {
    QString id; ///< of the run; stable, never shown
    QString title; ///< "SELECT s.shop_name …"
    int number = 0; ///< of the statement in its script, from 1; 0 hides it
    int part = 0; ///< among the results of one run, from 1; 0: it brought one only
    QString after; ///< the result of the same run that this one stands behind; empty: it comes to the front
    QString statement; ///< whole, for the tooltip and for copying
    RunState state = RunState::Queued;
    std::shared_ptr<ResultStore> store; ///< null while there is none, and for statements without rows
    bool isQuery = false;
    bool streaming = false; ///< rows are changes and go on arriving
    qint64 cap = 0; ///< rows after which fetching stops; 0: none
    bool capped = false; ///< the cap was reached
    qint64 elapsedMs = -1; ///< -1: not started
    QString jobId;
    std::optional<Error> error;
    bool pinned = false;
};

} // namespace millrace
