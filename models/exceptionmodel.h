// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "models/jobdetailrows.h"

namespace millrace {

/// Failures with the same root cause, counted.
struct FailureGroup {
    QString rootCause;
    int count = 0;
    QDateTime first; ///< UTC
    QDateTime last; ///< UTC
    QStringList tasks; ///< which failed, each once
    QStringList locations; ///< where, each once
    QString text; ///< of the newest, with its stacks

    friend bool operator==(const FailureGroup&, const FailureGroup&) = default;
};

/// The group whose last failure is the newest comes first. Numbers and ids in a root cause ("attempt #3", "0x7f2a",
/// a UUID) do not make it another one; it is shown as the newest wrote it.
[[nodiscard]] std::vector<FailureGroup> groupFailures(const std::vector<JobFailure>& failures);
/// What root causes are compared by.
[[nodiscard]] QString failurePattern(const QString& rootCause);

class ExceptionModel : public JobRowsModel<FailureGroup> {
    Q_OBJECT

public:
    enum Column { RootCause, Count, First, Last, Task, Location, ColumnCount };

    using JobRowsModel::JobRowsModel;

    void setFailures(const std::vector<JobFailure>& failures);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const FailureGroup& group, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const FailureGroup& group, int column) const override;
};

} // namespace millrace
