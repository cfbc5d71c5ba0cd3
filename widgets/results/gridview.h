// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/results/resultgrid.h"

#include <QWidget>

namespace millrace {

class ChangelogModel;
class ResultModel;
class TableModel;

/// A grid with the models behind it. The two kinds below differ in which rows they show.
class GridView : public QWidget {
    Q_OBJECT

public:
    [[nodiscard]] ResultGrid* grid() const { return m_grid; }

    [[nodiscard]] SortFilterModel* model() const { return m_proxy; }

    /// Shows what is new. retracting: some row is no +I, so rows are changes of a table.
    virtual void sync(const ResultSnapshot& snapshot, bool retracting) = 0;
    /// Shows the state after this many changes; nothing follows the newest.
    virtual void setLimit(std::optional<qint64> limit) = 0;

    void setFilter(const RowFilter& filter);
    /// Shows only rows that agree with this one in these columns; nothing shows all.
    void setLike(std::optional<quint32> row, const std::vector<int>& columns);

Q_SIGNALS:
    /// Rows shown, or the order they are in, changed.
    void shownChanged();

protected:
    explicit GridView(QWidget* parent);

    void setSource(GridModel* source);
    /// Widths once there is something to measure, and once more when there is a screenful.
    void fitEarly();

private:
    void refreshSoon();

    SortFilterModel* m_proxy = nullptr;
    ResultGrid* m_grid = nullptr;
    QTimer m_refresh;
    int m_fits = 0;
};

/// Every change as it came, the newest in sight as long as the end was in sight.
class ChangelogView : public GridView {
    Q_OBJECT

public:
    explicit ChangelogView(QWidget* parent = nullptr);

    void sync(const ResultSnapshot& snapshot, bool retracting) override;
    void setLimit(std::optional<qint64> limit) override;

private:
    void fitNumbers();

    ChangelogModel* m_changes = nullptr;
    int m_digits = 0;
};

/// The rows of a result, and when they are changes, the table that they describe.
class ResultTableView : public GridView {
    Q_OBJECT

public:
    explicit ResultTableView(QWidget* parent = nullptr);

    void sync(const ResultSnapshot& snapshot, bool retracting) override;
    void setLimit(std::optional<qint64> limit) override;

    /// Changes that fit no row; 0 until the table has been replayed.
    [[nodiscard]] qint64 unmatchedChanges() const;

private:
    ResultModel* m_rows = nullptr;
    TableModel* m_table = nullptr;
    std::optional<qint64> m_limit;
};

} // namespace millrace
