// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>

#include <deque>
#include <vector>

namespace millrace {

enum class MessageLevel { Debug, Info, Warning, Error };

/// One line of the program's own log: what it did, what a run or a local Flink said.
struct LogMessage {
    QDateTime time; ///< UTC
    MessageLevel level = MessageLevel::Info;
    QString source; ///< a connection's name, "local Flink", "Millrace"
    QString text; ///< one line or several; redacted

    friend bool operator==(const LogMessage&, const LogMessage&) = default;
};

/// The newest lines of the log, oldest first. When it is full, the oldest tenth goes at once, so that a flood of lines
/// does not move every row at each of them.
class MessageLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Level, Source, Text, ColumnCount };

    enum Role { LevelRole = Qt::UserRole + 1, SearchRole };

    explicit MessageLogModel(QObject* parent = nullptr, int capacity = 20'000);

    void append(const LogMessage& message);
    void append(std::vector<LogMessage> messages);
    void clear();

    [[nodiscard]] const LogMessage& message(int row) const { return m_messages[static_cast<std::size_t>(row)]; }

    /// How many lines were dropped because there were too many.
    [[nodiscard]] qint64 dropped() const { return m_dropped; }

    /// "14:22:05.404 warning shop-test text", as it is copied.
    [[nodiscard]] QString plainText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void makeRoom(int wanted);

    std::deque<LogMessage> m_messages;
    int m_capacity;
    qint64 m_dropped = 0;
};

[[nodiscard]] QString messageLevelText(MessageLevel level);

} // namespace millrace
