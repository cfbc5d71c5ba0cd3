// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operationlistmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace {

QString operationStateText(Operation::State state)
{
    switch (state) {
    case Operation::State::Queued:
        return QCoreApplication::translate("millrace::Operation", "Queued");
    case Operation::State::Running:
        return QCoreApplication::translate("millrace::Operation", "Running");
    case Operation::State::Cancelling:
        return QCoreApplication::translate("millrace::Operation", "Cancelling");
    case Operation::State::Succeeded:
        return QCoreApplication::translate("millrace::Operation", "Done");
    case Operation::State::Failed:
        return QCoreApplication::translate("millrace::Operation", "Failed");
    case Operation::State::Cancelled:
        return QCoreApplication::translate("millrace::Operation", "Cancelled");
    }
    return {};
}

void OperationListModel::add(Operation* operation)
{
    if (!operation || rowOf(operation) >= 0) {
        return;
    }
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), Entry{.operation = operation, .identity = operation});
    endInsertRows();
    connect(operation, &Operation::stateChanged, this, [this, operation] {
        changed(operation);
        announceActive();
    });
    connect(
        operation, &Operation::progressChanged, this, [this, operation](std::optional<double>, const QString& message) {
            const int row = rowOf(operation);
            if (row >= 0 && !message.isEmpty()) {
                m_entries[static_cast<std::size_t>(row)].message = message;
            }
            changed(operation);
        });
    // It is half destroyed by then; its address is only compared.
    connect(operation, &QObject::destroyed, this, [this](QObject* gone) {
        forget(rowOf(gone));
        announceActive();
    });
    announceActive();
}

void OperationListModel::removeFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        Operation* finished = operation(row);
        if (finished && finished->isFinished()) {
            disconnect(finished, nullptr, this, nullptr);
            forget(row);
        }
    }
}

int OperationListModel::activeCount() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
        [](const Entry& entry) { return entry.operation && !entry.operation->isFinished(); }));
}

void OperationListModel::refreshElapsed()
{
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ElapsedRole});
    }
}

int OperationListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant OperationListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (!entry.operation) {
        return {};
    }
    const Operation::State state = entry.operation->state();
    switch (role) {
    case TitleRole:
        return entry.operation->title();
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(entry.operation->title(), operationStateText(state));
    case StateRole:
        return QVariant::fromValue(state);
    case ProgressRole:
        return entry.operation->progress() ? QVariant(*entry.operation->progress()) : QVariant();
    case MessageRole:
        return entry.operation->error() && state == Operation::State::Failed ? entry.operation->error()->message
                                                                             : entry.message;
    case ElapsedRole:
        return entry.operation->elapsedMs();
    case CanCancelRole:
        return state == Operation::State::Queued || state == Operation::State::Running;
    default:
        return {};
    }
}

int OperationListModel::rowOf(const QObject* operation) const
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [operation](const Entry& entry) { return entry.identity == operation; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void OperationListModel::changed(const QObject* operation)
{
    const int row = rowOf(operation);
    if (row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void OperationListModel::forget(int row)
{
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void OperationListModel::announceActive()
{
    const int active = activeCount();
    if (active != m_announcedActive) {
        m_announcedActive = active;
        Q_EMIT activeCountChanged(active);
    }
}

} // namespace millrace
