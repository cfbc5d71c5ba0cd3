// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkpointmodel.h"

#include "models/humantext.h"

#include <QCoreApplication>
#include <QDate>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Checkpoints)
};

QString acksText(int done, int all)
{
    return all > 0 ? u"%1/%2"_s.arg(done).arg(all) : dashText();
}

/// Within the history a time of day will do; older days say which.
QString triggeredText(const QDateTime& at)
{
    if (!at.isValid()) {
        return dashText();
    }
    const QDateTime local = at.toLocalTime();
    return local.date() == QDate::currentDate() ? local.toString(u"HH:mm:ss"_s)
                                                : momentText(at, QDateTime::currentDateTimeUtc());
}

} // namespace

CheckpointParts partsOf(const std::vector<CheckpointTask>& tasks)
{
    CheckpointParts parts;
    for (const CheckpointTask& task : tasks) {
        parts.alignmentMs = std::max(parts.alignmentMs, task.alignmentMs);
        parts.syncMs = std::max(parts.syncMs, task.syncMs);
        parts.asyncMs = std::max(parts.asyncMs, task.asyncMs);
    }
    return parts;
}

void CheckpointModel::setHistory(const std::vector<Checkpoint>& history)
{
    std::vector<CheckpointRow> next;
    next.reserve(history.size());
    QSet<qint64> seen;
    seen.reserve(static_cast<qsizetype>(history.size()));
    for (const Checkpoint& checkpoint : history) {
        if (!seen.contains(checkpoint.id)) {
            seen.insert(checkpoint.id);
            next.push_back({.checkpoint = checkpoint, .parts = m_parts.value(checkpoint.id)});
        }
    }
    merge(std::move(next), [](const CheckpointRow& row) { return row.checkpoint.id; });
}

void CheckpointModel::setParts(qint64 checkpointId, const CheckpointParts& parts)
{
    m_parts.insert(checkpointId, parts);
    const int at = rowOf(checkpointId);
    if (at >= 0 && row(at).parts != parts) {
        mutableRows()[static_cast<std::size_t>(at)].parts = parts;
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
}

void CheckpointModel::clear()
{
    m_parts.clear();
    setHistory({});
}

std::optional<qint64> CheckpointModel::nextWithoutParts(int most) const
{
    for (int at = 0; at < std::min(most, rowCount()); ++at) {
        const Checkpoint& checkpoint = row(at).checkpoint;
        if (checkpoint.state == Checkpoint::State::Completed && !m_parts.contains(checkpoint.id)) {
            return checkpoint.id;
        }
    }
    return std::nullopt;
}

int CheckpointModel::rowOf(qint64 checkpointId) const
{
    const auto found = std::find_if(rows().begin(), rows().end(),
        [checkpointId](const CheckpointRow& row) { return row.checkpoint.id == checkpointId; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

int CheckpointModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CheckpointModel::cellText(const CheckpointRow& row, int column) const
{
    const Checkpoint& checkpoint = row.checkpoint;
    switch (column) {
    case Id:
        return QString::number(checkpoint.id);
    case State:
        return checkpoint.isSavepoint ? Texts::tr("%1, savepoint").arg(checkpointStateText(checkpoint.state))
                                      : checkpointStateText(checkpoint.state);
    case Triggered:
        return triggeredText(checkpoint.triggeredAt);
    case Duration:
        return durationText(checkpoint.durationMs);
    case FullSize:
        return sizeText(checkpoint.stateBytes);
    case Incremental:
        return sizeText(checkpoint.checkpointedBytes);
    case Alignment:
        return durationText(row.parts.alignmentMs);
    case InFlight:
        return sizeText(checkpoint.alignmentBytes);
    case Acks:
        return acksText(checkpoint.subtasksDone, checkpoint.subtasks);
    case Failure:
        return oneLine(checkpoint.failure, 400);
    default:
        return {};
    }
}

QString CheckpointModel::cellToolTip(const CheckpointRow& row, int column) const
{
    if (column == Triggered) {
        return isoText(row.checkpoint.triggeredAt);
    }
    return column == Failure ? row.checkpoint.failure : cellText(row, column);
}

QVariant CheckpointModel::cellValue(const CheckpointRow& row, int, int role) const
{
    switch (role) {
    case StateRole:
        return static_cast<int>(row.checkpoint.state);
    case IdRole:
        return row.checkpoint.id;
    default:
        return {};
    }
}

bool CheckpointModel::isRightAligned(int column) const
{
    return column >= Duration && column <= Acks;
}

QString CheckpointModel::columnTitle(int column) const
{
    switch (column) {
    case Id:
        return Texts::tr("Id");
    case State:
        return Texts::tr("State");
    case Triggered:
        return Texts::tr("Triggered");
    case Duration:
        return Texts::tr("Duration");
    case FullSize:
        return Texts::tr("Full size");
    case Incremental:
        return Texts::tr("Incremental");
    case Alignment:
        return Texts::tr("Alignment");
    case InFlight:
        return Texts::tr("In flight");
    case Acks:
        return Texts::tr("Acks");
    case Failure:
        return Texts::tr("Why it failed");
    default:
        return {};
    }
}

void CheckpointTaskModel::setTasks(std::vector<CheckpointTaskRow> tasks)
{
    merge(std::move(tasks), [](const CheckpointTaskRow& row) { return row.task.vertexId; });
}

int CheckpointTaskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CheckpointTaskModel::cellText(const CheckpointTaskRow& row, int column) const
{
    switch (column) {
    case Vertex:
        return oneLine(row.title.isEmpty() ? row.task.vertexId : row.title, 300);
    case Acks:
        return acksText(row.task.subtasksDone, row.task.subtasks);
    case LastAck:
        return triggeredText(row.task.lastAckAt);
    case Duration:
        return durationText(row.task.durationMs);
    case Size:
        return sizeText(row.task.stateBytes);
    case Alignment:
        return durationText(row.task.alignmentMs);
    case Sync:
        return durationText(row.task.syncMs);
    case Async:
        return durationText(row.task.asyncMs);
    default:
        return {};
    }
}

QString CheckpointTaskModel::cellToolTip(const CheckpointTaskRow& row, int column) const
{
    if (column == LastAck) {
        return isoText(row.task.lastAckAt);
    }
    return column == Vertex ? row.title.left(4000) : cellText(row, column);
}

bool CheckpointTaskModel::isRightAligned(int column) const
{
    return column != Vertex;
}

QString CheckpointTaskModel::columnTitle(int column) const
{
    switch (column) {
    case Vertex:
        return Texts::tr("Vertex");
    case Acks:
        return Texts::tr("Acks");
    case LastAck:
        return Texts::tr("Last ack");
    case Duration:
        return Texts::tr("Duration");
    case Size:
        return Texts::tr("State");
    case Alignment:
        return Texts::tr("Alignment");
    case Sync:
        return Texts::tr("Sync");
    case Async:
        return Texts::tr("Async");
    default:
        return {};
    }
}

QString checkpointStateText(Checkpoint::State state)
{
    switch (state) {
    case Checkpoint::State::InProgress:
        return Texts::tr("In progress");
    case Checkpoint::State::Completed:
        return Texts::tr("Completed");
    case Checkpoint::State::Failed:
        return Texts::tr("Failed");
    }
    return {};
}

QString checkpointName(const Checkpoint& checkpoint)
{
    const qsizetype slash = checkpoint.location.lastIndexOf(u'/');
    const QString last = checkpoint.location.mid(slash + 1);
    if (!last.isEmpty()) {
        return last;
    }
    return checkpoint.isSavepoint ? Texts::tr("savepoint %1").arg(checkpoint.id)
                                  : QString(u"chk-"_s + QString::number(checkpoint.id));
}

QString valueNamed(const std::vector<NamedText>& texts, const QStringList& names)
{
    for (const QString& name : names) {
        for (const NamedText& text : texts) {
            if (text.name.compare(name, Qt::CaseInsensitive) == 0) {
                return text.value;
            }
        }
    }
    return {};
}

} // namespace millrace
