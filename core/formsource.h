// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/form.h"
#include "core/result.h"

#include <QCoroTask>

#include <QMap>

#include <vector>

namespace millrace {

/// Stands beside a capability whose form hangs on what the server says: its version, its clusters, its folders. Asked
/// before that form is shown.
class FormSource {
public:
    virtual ~FormSource() = default;

    /// Asks the server for what the form offers. Without an answer the form is as it was: fields to fill in instead of
    /// lists to choose from.
    virtual QCoro::Task<Result<void>> prepareForm(CancellationToken token) = 0;
};

/// Stands beside a Connection that learns values for fields of its own form while it is tested: tenants, projects.
class ValueSource {
public:
    virtual ~ValueSource() = default;

    /// By field id, as the last test() found them.
    [[nodiscard]] virtual QMap<QString, std::vector<FormField::Option>> offeredValues() const = 0;
};

} // namespace millrace
