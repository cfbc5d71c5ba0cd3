// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/subtaskmodel.h"

#include "models/humantext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

QString shareText(const std::optional<double>& share)
{
    return share ? QString::number(std::lround(*share * 100)) : dashText();
}

QString countOf(const std::optional<qint64>& count)
{
    return count ? rateText(static_cast<double>(*count)) : dashText();
}

template <typename T> QVariant known(const std::optional<T>& value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

void SubtaskModel::setSubtasks(std::vector<SubtaskStatus> subtasks)
{
    std::stable_sort(subtasks.begin(), subtasks.end(),
        [](const SubtaskStatus& one, const SubtaskStatus& other) { return one.index < other.index; });
    // An index that comes twice is a newer attempt of the same subtask.
    const auto end = std::unique(subtasks.begin(), subtasks.end(),
        [](const SubtaskStatus& one, const SubtaskStatus& other) { return one.index == other.index; });
    subtasks.erase(end, subtasks.end());
    merge(std::move(subtasks), [](const SubtaskStatus& subtask) { return subtask.index; });
}

int SubtaskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SubtaskModel::cellText(const SubtaskStatus& subtask, int column) const
{
    switch (column) {
    case Index:
        return QString::number(subtask.index);
    case State:
        return subtask.rawState;
    case Busy:
        return shareText(subtask.busy);
    case Backpressured:
        return shareText(subtask.backpressured);
    case RecordsIn:
        return countOf(subtask.recordsIn);
    case RecordsOut:
        return countOf(subtask.recordsOut);
    case BytesIn:
        return sizeText(subtask.bytesIn.value_or(-1));
    case Watermark:
        return subtask.watermark ? subtask.watermark->toLocalTime().toString(u"HH:mm:ss"_s) : dashText();
    case Attempt:
        return QString::number(subtask.attempt);
    case Host:
        return subtask.host.isEmpty() ? dashText() : subtask.host;
    default:
        return {};
    }
}

QString SubtaskModel::columnTitle(int column) const
{
    switch (column) {
    case Index:
        return tr("#");
    case State:
        return tr("State");
    case Busy:
        return tr("Busy %");
    case Backpressured:
        return tr("Waits %");
    case RecordsIn:
        return tr("In");
    case RecordsOut:
        return tr("Out");
    case BytesIn:
        return tr("Bytes in");
    case Watermark:
        return tr("Watermark");
    case Attempt:
        return tr("Attempt");
    case Host:
        return tr("Host");
    default:
        return {};
    }
}

bool SubtaskModel::isRightAligned(int column) const
{
    return (column >= RecordsIn && column <= BytesIn) || column == Attempt;
}

QString SubtaskModel::cellToolTip(const SubtaskStatus& subtask, int column) const
{
    switch (column) {
    case RecordsIn:
        return subtask.recordsIn ? countText(*subtask.recordsIn) : QString();
    case RecordsOut:
        return subtask.recordsOut ? countText(*subtask.recordsOut) : QString();
    case BytesIn:
        return subtask.bytesIn ? tr("%1 bytes").arg(countText(*subtask.bytesIn)) : QString();
    case Watermark:
        return subtask.watermark ? isoText(*subtask.watermark) : QString();
    case Host:
        return subtask.taskManager.isEmpty() ? subtask.host : QString(subtask.host + u'\n' + subtask.taskManager);
    default:
        return cellText(subtask, column);
    }
}

QVariant SubtaskModel::cellValue(const SubtaskStatus& subtask, int column, int role) const
{
    if (role == ShareRole) {
        return column == Busy         ? known(subtask.busy)
            : column == Backpressured ? known(subtask.backpressured)
                                      : QVariant();
    }
    if (role != SortRole) {
        return {};
    }
    switch (column) {
    case Index:
        return subtask.index;
    case Busy:
        return known(subtask.busy);
    case Backpressured:
        return known(subtask.backpressured);
    case RecordsIn:
        return known(subtask.recordsIn);
    case RecordsOut:
        return known(subtask.recordsOut);
    case BytesIn:
        return known(subtask.bytesIn);
    case Watermark:
        return known(subtask.watermark);
    case Attempt:
        return subtask.attempt;
    default:
        return cellText(subtask, column);
    }
}

std::optional<double> skewOf(const std::vector<SubtaskStatus>& subtasks)
{
    double sum = 0;
    double most = 0;
    for (const SubtaskStatus& subtask : subtasks) {
        if (!subtask.recordsIn) {
            return std::nullopt;
        }
        sum += static_cast<double>(*subtask.recordsIn);
        most = std::max(most, static_cast<double>(*subtask.recordsIn));
    }
    return sum > 0 ? std::optional(most * static_cast<double>(subtasks.size()) / sum) : std::nullopt;
}

int mostLoaded(const std::vector<SubtaskStatus>& subtasks)
{
    const auto most =
        std::max_element(subtasks.begin(), subtasks.end(), [](const SubtaskStatus& one, const SubtaskStatus& other) {
            return one.recordsIn.value_or(-1) < other.recordsIn.value_or(-1);
        });
    return most == subtasks.end() || !most->recordsIn ? -1 : most->index;
}

} // namespace millrace
