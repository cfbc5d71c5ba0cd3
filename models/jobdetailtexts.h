// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/jobcontrol.h"
#include "models/jobdetailrows.h"

namespace millrace {

/// A named text with the heading it stands under: configuration, environment, accumulators.
struct JobTextRow {
    QString section;
    NamedText text;
    int number = 0; ///< names may come twice

    friend bool operator==(const JobTextRow&, const JobTextRow&) = default;
};

/// What is known of a job as names and values.
class JobTextModel : public JobRowsModel<JobTextRow> {
    Q_OBJECT

public:
    enum Column { Name, Value, Section, ColumnCount };

    enum Role { SearchRole = Qt::UserRole + 1, FullTextRole };

    using JobRowsModel::JobRowsModel;

    void setTexts(const std::vector<NamedText>& configuration, const std::vector<NamedText>& facts);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const JobTextRow& row, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const JobTextRow& row, int column) const override;
    [[nodiscard]] QVariant cellValue(const JobTextRow& row, int column, int role) const override;
};

/// A state that a job was in, and for how long.
struct StateSpell {
    QString rawState;
    QDateTime from; ///< UTC
    QDateTime to; ///< UTC; invalid for the last one

    friend bool operator==(const StateSpell&, const StateSpell&) = default;
};

/// timeline is oldest first; so is what it gives.
[[nodiscard]] std::vector<StateSpell> spellsOf(const std::vector<StateChange>& timeline);

/// The states of a job, newest first.
class StateTimelineModel : public JobRowsModel<StateSpell> {
    Q_OBJECT

public:
    enum Column { State, From, Lasted, ColumnCount };

    using JobRowsModel::JobRowsModel;

    void setTimeline(const std::vector<StateChange>& timeline);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const StateSpell& spell, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const StateSpell& spell, int column) const override;
};

/// What one can restart a job from, newest first.
class JobSavepointModel : public JobRowsModel<SavepointInfo> {
    Q_OBJECT

public:
    enum Column { Kind, Taken, Age, Size, Format, State, Location, ColumnCount };

    using JobRowsModel::JobRowsModel;

    void setSavepoints(std::vector<SavepointInfo> savepoints);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const SavepointInfo& savepoint, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const SavepointInfo& savepoint, int column) const override;
};

} // namespace millrace
