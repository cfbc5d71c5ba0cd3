// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobdetailvertexmodel.h"

#include "models/humantext.h"
#include "models/jobtabletext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

QString shareText(const std::optional<double>& share)
{
    return share ? QString::number(std::lround(*share * 100)) : dashText();
}

QString rateOf(const std::optional<double>& rate)
{
    return rate ? rateText(*rate) : dashText();
}

QString countOf(const std::optional<qint64>& count)
{
    return count ? rateText(static_cast<double>(*count)) : dashText();
}

QString exactly(const std::optional<qint64>& count)
{
    return count ? countText(*count) : QString();
}

template <typename T> QVariant known(const std::optional<T>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QString titleOfNode(const GraphNode& node)
{
    return !node.title.isEmpty() ? node.title : !node.type.isEmpty() ? node.type : node.id;
}

} // namespace

void VertexModel::setVertices(const Graph& graph, const std::vector<VertexStatus>& statuses)
{
    QHash<QString, const VertexStatus*> byId;
    for (const VertexStatus& status : statuses) {
        byId.insert(status.id, &status);
    }
    std::vector<VertexRow> next;
    QSet<QString> seen;
    for (const GraphNode& node : graph.nodes) {
        if (const VertexStatus* status = byId.value(node.id); status && !seen.contains(node.id)) {
            seen.insert(node.id);
            next.push_back({.title = titleOfNode(node), .status = *status});
        }
    }
    // Those that the graph does not draw come last.
    for (const VertexStatus& status : statuses) {
        if (!seen.contains(status.id)) {
            seen.insert(status.id);
            next.push_back({.title = status.id, .status = status});
        }
    }
    merge(std::move(next), [](const VertexRow& row) { return row.status.id; });
}

int VertexModel::rowOf(const QString& vertexId) const
{
    const auto found = std::find_if(
        rows().begin(), rows().end(), [&vertexId](const VertexRow& row) { return row.status.id == vertexId; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

int VertexModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString VertexModel::cellText(const VertexRow& row, int column) const
{
    const VertexStatus& status = row.status;
    switch (column) {
    case Name:
        return oneLine(row.title, 300);
    case State:
        return jobStateText(status.state, status.rawState);
    case Parallelism:
        return status.parallelism > 0 ? QString::number(status.parallelism) : dashText();
    case Busy:
        return shareText(status.busy);
    case Backpressured:
        return shareText(status.backpressured);
    case InRate:
        return rateOf(status.recordsInPerSecond);
    case OutRate:
        return rateOf(status.recordsOutPerSecond);
    case RecordsIn:
        return countOf(status.recordsIn);
    case RecordsOut:
        return countOf(status.recordsOut);
    case BytesIn:
        return sizeText(status.bytesIn.value_or(-1));
    case BytesOut:
        return sizeText(status.bytesOut.value_or(-1));
    case Watermark:
        return status.watermark ? momentText(*status.watermark, QDateTime::currentDateTimeUtc()) : dashText();
    case Skew:
        return status.skew ? tr("%1 ×").arg(QString::number(*status.skew, 'f', 1)) : dashText();
    case Duration:
        return durationText(status.durationMs);
    default:
        return {};
    }
}

QString VertexModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return tr("Vertex");
    case State:
        return tr("State");
    case Parallelism:
        return tr("Parallelism");
    case Busy:
        return tr("Busy %");
    case Backpressured:
        return tr("Waits %");
    case InRate:
        return tr("In /s");
    case OutRate:
        return tr("Out /s");
    case RecordsIn:
        return tr("In");
    case RecordsOut:
        return tr("Out");
    case BytesIn:
        return tr("Bytes in");
    case BytesOut:
        return tr("Bytes out");
    case Watermark:
        return tr("Watermark");
    case Skew:
        return tr("Skew");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

bool VertexModel::isRightAligned(int column) const
{
    return column == Parallelism || column >= InRate;
}

QString VertexModel::cellToolTip(const VertexRow& row, int column) const
{
    switch (column) {
    case Name:
        return row.title.left(4000);
    case State:
        return row.status.rawState;
    case RecordsIn:
        return exactly(row.status.recordsIn);
    case RecordsOut:
        return exactly(row.status.recordsOut);
    case BytesIn:
        return exactly(row.status.bytesIn);
    case BytesOut:
        return exactly(row.status.bytesOut);
    case Watermark:
        return row.status.watermark ? isoText(*row.status.watermark) : QString();
    case Skew:
        return tr("What the most loaded subtask received over the mean; 1 is even.");
    default:
        return cellText(row, column);
    }
}

QVariant VertexModel::cellValue(const VertexRow& row, int column, int role) const
{
    switch (role) {
    case IdRole:
        return row.status.id;
    case StateRole:
        return static_cast<int>(row.status.state);
    case ShareRole:
        return column == Busy         ? known(row.status.busy)
            : column == Backpressured ? known(row.status.backpressured)
                                      : QVariant();
    default:
        return {};
    }
}

} // namespace millrace
