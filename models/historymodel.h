// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statementmark.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>

#include <vector>

namespace millrace {

/// One run of the past, as the history shows it.
struct HistoryRow {
    qint64 id = 0;
    QDateTime startedAt; ///< UTC
    QString statement;
    QString statementKind;
    QString connectionName;
    qint64 durationMs = -1; ///< -1: not known
    qint64 rows = -1; ///< -1: no result
    RunState state = RunState::Done;
    QString error; ///< the sentence the person saw
    QString jobId;

    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

/// The runs of the past, newest first. It holds the pages it was given and asks for the next one by moreWanted() when a
/// view comes near the end.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Time, Statement, Connection, Duration, Rows, ColumnCount };

    enum Role { StateRole = Qt::UserRole + 1, IdRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Forgets everything and starts with these rows; hasMore says that an older page can be asked for.
    void setRows(std::vector<HistoryRow> rows, bool hasMore);
    /// The next page, older than all before.
    void appendPage(std::vector<HistoryRow> rows, bool hasMore);
    /// Puts a new run on top, or brings a known one up to date.
    void upsert(const HistoryRow& row);
    void clear();
    /// The time that "today" is counted from. Times shown change with it.
    void setNow(const QDateTime& now);

    [[nodiscard]] const HistoryRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// A page older than this id is wanted; answer with appendPage().
    void moreWanted(qint64 beforeId);

private:
    [[nodiscard]] QString displayText(const HistoryRow& row, int column) const;

    std::vector<HistoryRow> m_rows;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    bool m_hasMore = false;
    bool m_waiting = false;
};

/// The translated word of a state, for lists and screen readers.
[[nodiscard]] QString runStateText(RunState state);

} // namespace millrace
