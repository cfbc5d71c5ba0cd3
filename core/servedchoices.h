// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QCoroTask>

namespace millrace {

/// What a capability with a form (SqlExecution, JobSubmission) is beside it where the form offers what the server has:
/// engines, queues, clusters. Asked for with dynamic_cast.
class ServedChoices {
public:
    virtual ~ServedChoices() = default;

    /// Reads what there is to choose from; the form offers it afterwards. Without an answer the form still works.
    virtual QCoro::Task<Result<void>> readChoices(CancellationToken token) = 0;
};

} // namespace millrace
