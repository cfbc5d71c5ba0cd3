// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>

namespace millrace {

/// A log that can be opened.
struct LogEntry {
    QString id;
    QString title; ///< "flink-root-taskexecutor-0.log"
    QString group; ///< where it is from: "TaskManager tm-1 (host)", a folder
    qint64 bytes = -1; ///< -1: not known
    QDateTime modifiedAt; ///< UTC; invalid when not known

    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

/// The logs of a place, in its order.
class LogEntryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, RemarkRole };

    explicit LogEntryModel(QObject* parent = nullptr);

    /// What is there already stays where it is, with its selection; only its numbers change.
    void setEntries(const QList<LogEntry>& entries);

    [[nodiscard]] const QList<LogEntry>& entries() const { return m_entries; }

    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<LogEntry> m_entries;
};

} // namespace millrace
