// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gridmodel.h"
#include "results/changelogtable.h"
#include "results/tableview.h"

#include <QElapsedTimer>
#include <QFutureWatcher>

#include <deque>

namespace millrace {

/// The table that a changelog describes, kept up to date by replaying it off the GUI thread: one replay at a time, its
/// outcome announced as the rows that came, went and changed. Any earlier state can be shown by a limit.
class TableModel : public GridModel {
    Q_OBJECT

public:
    explicit TableModel(QObject* parent = nullptr, std::vector<int> keyColumns = {});
    /// Waits for a replay that runs, which is a matter of milliseconds.
    ~TableModel() override;

    /// Takes a newer snapshot of always the same store; its changes show when they have been replayed.
    void sync(const ResultSnapshot& snapshot);
    /// Shows the table as it was after this many changes; nothing follows the newest.
    void setLimit(std::optional<qint64> changes);

    [[nodiscard]] std::optional<qint64> limit() const { return m_limit; }

    /// The shown table stands after this many changes.
    [[nodiscard]] qint64 shownChanges() const { return m_view.changeCount(); }

    /// Nothing is being replayed and nothing waits to be.
    [[nodiscard]] bool isIdle() const;

    /// Changes that did not fit the table.
    [[nodiscard]] ChangelogProblems problems() const { return m_table->problems(); }

    [[nodiscard]] const ResultSnapshot& snapshot() const override { return m_shown; }

    [[nodiscard]] quint32 storeRow(int row) const override { return m_view.at(row); }

    [[nodiscard]] RowIndex storeRows() const override { return m_view.rows(); }

    [[nodiscard]] std::optional<RowKind> recentChange(int row, int column) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

    /// How long a changed cell keeps its tint.
    static constexpr int tintMs = 600;

Q_SIGNALS:
    /// A replay has been shown.
    void shown(qint64 changes);

private:
    class Listener;

    struct Replay {
        ResultSnapshot snapshot;
        TableDelta delta;
    };

    void startReplay();
    void showReplay();
    void noteFresh(qint64 before);

    std::shared_ptr<ChangelogTable> m_table;
    TableView m_view;
    ResultSnapshot m_shown; ///< covers every row of m_view
    ResultSnapshot m_wanted; ///< the newest that is known
    std::optional<qint64> m_limit;
    QFutureWatcher<Replay> m_replay;
    bool m_running = false;
    bool m_following = true; ///< the view stands where takeDelta() goes on

    struct Fresh {
        qint64 since = 0; ///< of m_clock
        qint64 firstRow = 0;
    };

    QElapsedTimer m_clock;
    std::deque<Fresh> m_fresh;
};

} // namespace millrace
