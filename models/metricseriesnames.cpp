// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricseriesnames.h"

#include "models/metricseries.h"

namespace millrace {

void MetricNameModel::setNames(const QStringList& names)
{
    if (m_names == names) {
        return;
    }
    m_names = names;
    m_known = QSet<QString>(names.begin(), names.end());
    refresh();
}

void MetricNameModel::setSearch(const QString& text)
{
    if (m_search != text) {
        m_search = text;
        refresh();
    }
}

void MetricNameModel::setChosen(const QStringList& names)
{
    m_chosen = names;
    if (!m_shown.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    }
}

QStringList MetricNameModel::chosenHere() const
{
    QStringList here;
    for (const QString& name : m_chosen) {
        if (m_known.contains(name)) {
            here.append(name);
        }
    }
    return here;
}

void MetricNameModel::refresh()
{
    const QStringList shown = searchMetrics(m_names, m_search);
    if (shown == m_shown) {
        return;
    }
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

int MetricNameModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant MetricNameModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QString& name = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return name;
    case Qt::CheckStateRole:
        return static_cast<int>(m_chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    default:
        return {};
    }
}

bool MetricNameModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const QString name = m_shown[index.row()];
    const bool wanted = value.toInt() == Qt::Checked;
    if (wanted == m_chosen.contains(name)) {
        return false;
    }
    if (wanted) {
        m_chosen.append(name);
    } else {
        m_chosen.removeAll(name);
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

Qt::ItemFlags MetricNameModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace millrace
