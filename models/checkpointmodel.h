// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "models/jobdetailrows.h"

#include <QHash>

namespace millrace {

/// What the time of a checkpoint went into: the slowest of its tasks.
struct CheckpointParts {
    qint64 alignmentMs = -1;
    qint64 syncMs = -1;
    qint64 asyncMs = -1;

    friend bool operator==(const CheckpointParts&, const CheckpointParts&) = default;
};

[[nodiscard]] CheckpointParts partsOf(const std::vector<CheckpointTask>& tasks);

struct CheckpointRow {
    Checkpoint checkpoint;
    CheckpointParts parts;

    friend bool operator==(const CheckpointRow&, const CheckpointRow&) = default;
};

/// The history of a job's checkpoints, newest first. What was once learnt of a checkpoint's parts is kept.
class CheckpointModel : public JobRowsModel<CheckpointRow> {
    Q_OBJECT

public:
    enum Column {
        Id,
        State,
        Triggered,
        Duration,
        FullSize,
        Incremental,
        Alignment,
        InFlight,
        Acks,
        Failure,
        ColumnCount
    };

    enum Role { StateRole = Qt::UserRole + 1, IdRole };

    using JobRowsModel::JobRowsModel;

    void setHistory(const std::vector<Checkpoint>& history);
    void setParts(qint64 checkpointId, const CheckpointParts& parts);
    /// Another job: what was learnt is forgotten.
    void clear();

    /// The newest finished checkpoint whose parts are not known, among the newest `most`; nothing when all are.
    [[nodiscard]] std::optional<qint64> nextWithoutParts(int most) const;
    [[nodiscard]] int rowOf(qint64 checkpointId) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const CheckpointRow& row, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const CheckpointRow& row, int column) const override;
    [[nodiscard]] QVariant cellValue(const CheckpointRow& row, int column, int role) const override;

    QHash<qint64, CheckpointParts> m_parts;
};

/// How each vertex took part in one checkpoint.
struct CheckpointTaskRow {
    CheckpointTask task;
    QString title; ///< of the vertex

    friend bool operator==(const CheckpointTaskRow&, const CheckpointTaskRow&) = default;
};

class CheckpointTaskModel : public JobRowsModel<CheckpointTaskRow> {
    Q_OBJECT

public:
    enum Column { Vertex, Acks, LastAck, Duration, Size, Alignment, Sync, Async, ColumnCount };

    using JobRowsModel::JobRowsModel;

    void setTasks(std::vector<CheckpointTaskRow> tasks);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] QString cellText(const CheckpointTaskRow& row, int column) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
    [[nodiscard]] bool isRightAligned(int column) const override;
    [[nodiscard]] QString cellToolTip(const CheckpointTaskRow& row, int column) const override;
};

/// "Completed", "Failed", "In progress", in the user's language.
[[nodiscard]] QString checkpointStateText(Checkpoint::State state);
/// "chk-3987", or the end of a savepoint's path: short enough for a line.
[[nodiscard]] QString checkpointName(const Checkpoint& checkpoint);
/// The value of the first of these names in a configuration, in any case; empty when there is none.
[[nodiscard]] QString valueNamed(const std::vector<NamedText>& texts, const QStringList& names);

} // namespace millrace
