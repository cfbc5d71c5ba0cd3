// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "models/gridmodel.h"

#include <QFutureWatcher>
#include <QPointer>

namespace millrace {

/// What of a grid is shown, and in which order. Columns are those of the result.
struct GridArrangement {
    RowFilter filter;
    std::vector<SortKey> sort;
    bool newestFirst = false; ///< the order of arrival turned round; only without sort
    /// Only rows that agree with this row in these columns: the history of a row.
    std::optional<quint32> likeRow;
    std::vector<int> likeColumns;

    [[nodiscard]] bool isPlain() const
    {
        return filter.isEmpty() && sort.empty() && !newestFirst && !likeRow.has_value();
    }

    friend bool operator==(const GridArrangement&, const GridArrangement&) = default;
};

/// A sorted and filtered view of a grid model by an index of rows that is computed off the GUI thread. A plain
/// arrangement costs nothing: rows are passed through. While a new index is being computed the old one stays; rows that
/// came since wait for refresh().
class SortFilterModel : public GridModel {
    Q_OBJECT

public:
    explicit SortFilterModel(QObject* parent = nullptr);
    /// Cancels what is being computed and waits for it.
    ~SortFilterModel() override;

    void setSource(GridModel* source);

    [[nodiscard]] GridModel* source() const { return m_source; }

    /// Starts to compute; arranged() tells when it shows. A plain arrangement shows at once.
    void setArrangement(const GridArrangement& arrangement);

    [[nodiscard]] const GridArrangement& arrangement() const { return m_wanted; }

    /// Computes again when the source changed since; does nothing while one is being computed.
    void refresh();

    /// Rows of the source came, went or changed and the index does not know them yet.
    [[nodiscard]] bool isStale() const { return m_stale; }

    [[nodiscard]] bool isBusy() const { return m_running; }

    /// How long the last computing took.
    [[nodiscard]] qint64 lastElapsedMs() const { return m_lastElapsedMs; }

    [[nodiscard]] const ResultSnapshot& snapshot() const override;
    [[nodiscard]] quint32 storeRow(int row) const override;
    [[nodiscard]] RowIndex storeRows() const override;

    [[nodiscard]] int leadingColumns() const override { return m_source ? m_source->leadingColumns() : 0; }

    [[nodiscard]] int shownRowOf(quint32 row) const override;
    [[nodiscard]] std::optional<RowKind> recentChange(int row, int column) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

Q_SIGNALS:
    void staleChanged(bool stale);
    void busyChanged(bool busy);
    /// The arrangement that was asked for shows.
    void arranged();

private:
    struct Outcome {
        std::optional<RowIndex> rows;
        ResultSnapshot snapshot;
        qint64 elapsedMs = 0;
    };

    void connectSource();
    void sourceChanged();
    void setStale(bool stale);
    void setRunning(bool running);
    void start();
    void finish();
    void show(RowIndex rows, const ResultSnapshot& snapshot);
    void showPlain();
    void appendRows(const RowIndex& rows);
    void rearrange(RowIndex rows);

    QPointer<GridModel> m_source;
    std::vector<QMetaObject::Connection> m_connections;
    GridArrangement m_wanted;
    bool m_plain = true; ///< rows are passed through
    RowIndex m_rows;
    ResultSnapshot m_snapshot; ///< covers m_rows
    QFutureWatcher<Outcome> m_watcher;
    CancellationSource m_cancel;
    quint64 m_sourceGeneration = 0;
    quint64 m_startedGeneration = 0;
    qint64 m_lastElapsedMs = 0;
    bool m_running = false;
    bool m_stale = false;
};

} // namespace millrace
