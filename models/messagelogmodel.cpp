// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagelogmodel.h"

#include "models/humantext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

QString messageLevelText(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Debug:
        return QCoreApplication::translate("millrace::MessageLevel", "debug");
    case MessageLevel::Info:
        return QCoreApplication::translate("millrace::MessageLevel", "info");
    case MessageLevel::Warning:
        return QCoreApplication::translate("millrace::MessageLevel", "warning");
    case MessageLevel::Error:
        return QCoreApplication::translate("millrace::MessageLevel", "error");
    }
    return {};
}

MessageLogModel::MessageLogModel(QObject* parent, int capacity)
    : QAbstractTableModel(parent), m_capacity(std::max(1, capacity))
{
}

void MessageLogModel::append(const LogMessage& message)
{
    append(std::vector<LogMessage>{message});
}

void MessageLogModel::append(std::vector<LogMessage> messages)
{
    const auto capacity = static_cast<std::size_t>(m_capacity);
    if (messages.size() > capacity) {
        const auto surplus = messages.size() - capacity;
        m_dropped += static_cast<qint64>(surplus);
        messages.erase(messages.begin(), messages.begin() + static_cast<std::ptrdiff_t>(surplus));
    }
    if (messages.empty()) {
        return;
    }
    const int added = static_cast<int>(messages.size());
    makeRoom(added);
    beginInsertRows({}, rowCount(), rowCount() + added - 1);
    std::move(messages.begin(), messages.end(), std::back_inserter(m_messages));
    endInsertRows();
}

void MessageLogModel::makeRoom(int wanted)
{
    const int surplus = rowCount() + wanted - m_capacity;
    if (surplus <= 0) {
        return;
    }
    const int going = std::min(rowCount(), std::max(surplus, m_capacity / 10));
    beginRemoveRows({}, 0, going - 1);
    m_messages.erase(m_messages.begin(), m_messages.begin() + going);
    endRemoveRows();
    m_dropped += going;
}

void MessageLogModel::clear()
{
    if (m_messages.empty()) {
        return;
    }
    beginResetModel();
    m_messages.clear();
    m_dropped = 0;
    endResetModel();
}

QString MessageLogModel::plainText(int row) const
{
    const LogMessage& line = message(row);
    return clockTimeText(line.time.toLocalTime()) + u' ' + messageLevelText(line.level) + u' '
        + (line.source.isEmpty() ? QString() : line.source + u' ') + line.text;
}

int MessageLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int MessageLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LogMessage& line = message(index.row());
    if (role == LevelRole) {
        return QVariant::fromValue(line.level);
    }
    if (role == SearchRole) {
        return QString(line.source + u' ' + line.text);
    }
    if (role == Qt::ToolTipRole) {
        return index.column() == Time ? isoText(line.time) : line.text.left(4000);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Time:
        return clockTimeText(line.time.toLocalTime());
    case Level:
        return messageLevelText(line.level);
    case Source:
        return line.source;
    case Text:
        return oneLine(line.text, 2000);
    default:
        return {};
    }
}

QVariant MessageLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Source:
        return tr("Source");
    case Text:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace millrace
