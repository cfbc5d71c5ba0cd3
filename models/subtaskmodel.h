// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "models/jobdetailrows.h"

namespace millrace {

/// The subtasks of one vertex, by index.
class SubtaskModel : public JobRowsModel<SubtaskStatus> {
    Q_OBJECT

public:
    enum Column {
        Index,
        State,
        Busy,
        Backpressured,
        RecordsIn,
        RecordsOut,
        BytesIn,
        Watermark,
        Attempt,
        Host,
        ColumnCount
    };

    enum Role {
        SortRole = Qt::UserRole + 1, ///< a number or a text; unknown values are invalid
        ShareRole, ///< 0…1 for the columns that are drawn as bars
    };

    using JobRowsModel::JobRowsModel;

    void setSubtasks(std::vector<SubtaskStatus> subtasks);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const SubtaskStatus& subtask, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const SubtaskStatus& subtask, int column) const override;
    [[nodiscard]] QVariant cellValue(const SubtaskStatus& subtask, int column, int role) const override;
};

/// The most received by a subtask over the mean; 1 is even, nothing when it is not known or nothing came.
[[nodiscard]] std::optional<double> skewOf(const std::vector<SubtaskStatus>& subtasks);
/// The index of the subtask that received most; -1 when it is not known.
[[nodiscard]] int mostLoaded(const std::vector<SubtaskStatus>& subtasks);

} // namespace millrace
