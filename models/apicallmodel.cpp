// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apicallmodel.h"

#include "models/humantext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

bool isFailed(const ApiCall& call)
{
    return call.status == 0 || call.status >= 400;
}

ApiCallModel::ApiCallModel(QObject* parent, int capacity)
    : QAbstractTableModel(parent), m_capacity(std::max(1, capacity))
{
}

void ApiCallModel::append(const ApiCall& call)
{
    if (rowCount() >= m_capacity) {
        beginRemoveRows({}, 0, 0);
        m_calls.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_calls.push_back(call);
    endInsertRows();
}

void ApiCallModel::clear()
{
    if (m_calls.empty()) {
        return;
    }
    beginResetModel();
    m_calls.clear();
    endResetModel();
}

int ApiCallModel::rowOf(qint64 id) const
{
    const auto found =
        std::find_if(m_calls.begin(), m_calls.end(), [id](const ApiCall& call) { return call.id == id; });
    return found == m_calls.end() ? -1 : static_cast<int>(found - m_calls.begin());
}

int ApiCallModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int ApiCallModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ApiCallModel::displayText(const ApiCall& call, int column)
{
    switch (column) {
    case Time:
        return clockTimeText(call.startedAt.toLocalTime());
    case Method:
        return call.method;
    case Url:
        return call.url;
    case Status:
        return call.status == 0 ? tr("no answer") : QString::number(call.status);
    case Duration:
        return QString::number(call.elapsedMs);
    case Size:
        return sizeText(call.responseBytes);
    default:
        return {};
    }
}

QVariant ApiCallModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ApiCall& shown = call(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Time) {
            return isoText(shown.startedAt);
        }
        if (index.column() == Size) {
            return tr("%1 bytes").arg(countText(shown.responseBytes));
        }
        return shown.error.isEmpty() ? displayText(shown, index.column()) : shown.error;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Duration || index.column() == Size
                ? Qt::AlignRight | Qt::AlignVCenter
                : Qt::AlignLeft | Qt::AlignVCenter);
    case FailedRole:
        return isFailed(shown);
    case IdRole:
        return shown.id;
    case SearchRole:
        return QString(shown.method + u' ' + shown.url + u' ' + QString::number(shown.status));
    default:
        return {};
    }
}

QVariant ApiCallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            section >= Duration ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Url:
        return tr("Address");
    case Status:
        return tr("Status");
    case Duration:
        return tr("ms");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace millrace
