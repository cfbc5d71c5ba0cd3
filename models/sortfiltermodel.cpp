// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sortfiltermodel.h"

#include "models/rowhistory.h"

#include <QElapsedTimer>
#include <QtConcurrent>

#include <algorithm>

namespace millrace {

namespace {

/// Everything that one computing needs, so that it touches no model.
struct Input {
    ResultSnapshot snapshot;
    RowIndex base;
    GridArrangement arrangement;
    CancellationToken token;
};

std::optional<RowIndex> arrange(Input input)
{
    const GridArrangement& wanted = input.arrangement;
    std::optional<RowIndex> rows = std::move(input.base);
    if (wanted.likeRow) {
        rows = rowsLike(input.snapshot, *wanted.likeRow, wanted.likeColumns, input.token, &*rows);
    }
    if (rows && !wanted.filter.isEmpty()) {
        rows = filterRows(input.snapshot, wanted.filter, input.token, &*rows);
    }
    if (rows && !wanted.sort.empty()) {
        rows = sortRows(input.snapshot, std::move(*rows), wanted.sort, input.token);
    } else if (rows && wanted.newestFirst) {
        std::reverse(rows->begin(), rows->end());
    }
    return rows;
}

} // namespace

SortFilterModel::SortFilterModel(QObject* parent) : GridModel(parent)
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &SortFilterModel::finish);
}

SortFilterModel::~SortFilterModel()
{
    m_watcher.disconnect(this);
    m_cancel.cancel();
    // A future whose result was taken would be waited for in vain.
    if (m_running) {
        m_watcher.waitForFinished();
    }
}

void SortFilterModel::setSource(GridModel* source)
{
    beginResetModel();
    for (const QMetaObject::Connection& connection : m_connections) {
        disconnect(connection);
    }
    m_connections.clear();
    m_cancel.cancel();
    m_source = source;
    m_plain = true;
    m_rows.clear();
    schemaChanged();
    connectSource();
    ++m_sourceGeneration;
    endResetModel();
    if (!m_wanted.isPlain()) {
        setStale(true);
        refresh();
    }
}

void SortFilterModel::connectSource()
{
    if (!m_source) {
        return;
    }
    const GridModel* source = m_source;
    m_connections = {
        connect(source, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) {
                if (m_plain) {
                    beginInsertRows({}, first, last);
                }
            }),
        connect(
            source, &QAbstractItemModel::rowsInserted, this, [this] { m_plain ? endInsertRows() : sourceChanged(); }),
        connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                if (m_plain) {
                    beginRemoveRows({}, first, last);
                }
            }),
        connect(
            source, &QAbstractItemModel::rowsRemoved, this, [this] { m_plain ? endRemoveRows() : sourceChanged(); }),
        connect(source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                if (m_plain) {
                    Q_EMIT dataChanged(index(first.row(), first.column()), index(last.row(), last.column()), roles);
                } else {
                    sourceChanged();
                }
            }),
        connect(source, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] {
                if (m_plain) {
                    beginResetModel();
                }
            }),
        connect(source, &QAbstractItemModel::modelReset, this,
            [this] {
                schemaChanged();
                m_plain ? endResetModel() : sourceChanged();
            }),
    };
}

void SortFilterModel::sourceChanged()
{
    ++m_sourceGeneration;
    setStale(true);
}

void SortFilterModel::setArrangement(const GridArrangement& arrangement)
{
    if (m_wanted == arrangement) {
        return;
    }
    m_wanted = arrangement;
    m_cancel.cancel();
    if (m_wanted.isPlain()) {
        showPlain();
        return;
    }
    setStale(true);
    refresh();
}

void SortFilterModel::refresh()
{
    if (m_stale && !m_running && m_source && !m_wanted.isPlain()) {
        start();
    }
}

void SortFilterModel::start()
{
    m_cancel = CancellationSource();
    m_startedGeneration = m_sourceGeneration;
    setRunning(true);
    Input input{.snapshot = m_source->snapshot(),
        .base = m_source->storeRows(),
        .arrangement = m_wanted,
        .token = m_cancel.token()};
    m_watcher.setFuture(QtConcurrent::run([input = std::move(input)]() mutable {
        QElapsedTimer timer;
        timer.start();
        Outcome outcome{.rows = std::nullopt, .snapshot = input.snapshot};
        outcome.rows = arrange(std::move(input));
        outcome.elapsedMs = timer.elapsed();
        return outcome;
    }));
}

void SortFilterModel::finish()
{
    Outcome outcome = m_watcher.future().takeResult();
    setRunning(false);
    m_lastElapsedMs = outcome.elapsedMs;
    if (!outcome.rows || m_cancel.isCancelled()) {
        // Something else is wanted by now, or of another source.
        refresh();
        return;
    }
    show(std::move(*outcome.rows), outcome.snapshot);
    setStale(m_sourceGeneration != m_startedGeneration);
    Q_EMIT arranged();
}

void SortFilterModel::show(RowIndex rows, const ResultSnapshot& snapshot)
{
    if (m_plain) {
        beginResetModel();
        m_plain = false;
        m_rows = std::move(rows);
        m_snapshot = snapshot;
        endResetModel();
        return;
    }
    m_snapshot = snapshot;
    const bool appended = rows.size() >= m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), rows.begin());
    if (appended) {
        appendRows(rows);
    } else {
        rearrange(std::move(rows));
    }
}

void SortFilterModel::showPlain()
{
    setStale(false);
    if (!m_plain) {
        beginResetModel();
        m_plain = true;
        m_rows = {};
        m_snapshot = {};
        endResetModel();
    }
    Q_EMIT arranged();
}

void SortFilterModel::appendRows(const RowIndex& rows)
{
    if (rows.size() == m_rows.size()) {
        return;
    }
    const auto first = static_cast<std::ptrdiff_t>(m_rows.size());
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin() + first, rows.end());
    endInsertRows();
}

/// Another order and another set of rows. The number of rows is made right at the end of the list first or last, and
/// between that everything is a change of layout, so that the selection goes where its rows go.
void SortFilterModel::rearrange(RowIndex rows)
{
    const int wanted = static_cast<int>(rows.size());
    const int before = static_cast<int>(m_rows.size());
    if (wanted > before) {
        beginInsertRows({}, before, wanted - 1);
        m_rows.resize(rows.size(), rows.back());
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList held = persistentIndexList();
    std::vector<std::pair<quint32, int>> places; // store row to new shown row
    for (const QModelIndex& index : held) {
        places.emplace_back(m_rows[static_cast<std::size_t>(index.row())], -1);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    const auto placeOf = [&places](quint32 row) {
        const auto found = std::lower_bound(places.begin(), places.end(), std::pair(row, -1),
            [](const auto& a, const auto& b) { return a.first < b.first; });
        return found != places.end() && found->first == row ? found : places.end();
    };
    for (std::size_t row = 0; row < rows.size() && !places.empty(); ++row) {
        if (const auto place = placeOf(rows[row]); place != places.end()) {
            place->second = static_cast<int>(row);
        }
    }
    QModelIndexList moved;
    for (const QModelIndex& index : held) {
        const auto place = placeOf(m_rows[static_cast<std::size_t>(index.row())]);
        // The rows added above stand for none: two indexes of one place would lose each other.
        const bool gone = place->second < 0 || index.row() >= before;
        moved.append(gone ? QModelIndex() : this->index(place->second, index.column()));
    }
    m_rows.swap(rows);
    const int surplus = before - wanted;
    if (surplus > 0) {
        // Rows to be taken away below; what they show meanwhile does not matter.
        m_rows.resize(static_cast<std::size_t>(before), rows.front());
    }
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged();
    if (surplus > 0) {
        beginRemoveRows({}, wanted, before - 1);
        m_rows.resize(static_cast<std::size_t>(wanted));
        endRemoveRows();
    }
}

void SortFilterModel::setStale(bool stale)
{
    if (m_stale != stale) {
        m_stale = stale;
        Q_EMIT staleChanged(stale);
    }
}

void SortFilterModel::setRunning(bool running)
{
    if (m_running != running) {
        m_running = running;
        Q_EMIT busyChanged(running);
    }
}

const ResultSnapshot& SortFilterModel::snapshot() const
{
    static const ResultSnapshot none;
    return !m_source ? none : m_plain ? m_source->snapshot() : m_snapshot;
}

quint32 SortFilterModel::storeRow(int row) const
{
    return m_plain ? m_source->storeRow(row) : m_rows[static_cast<std::size_t>(row)];
}

RowIndex SortFilterModel::storeRows() const
{
    return !m_source ? RowIndex() : m_plain ? m_source->storeRows() : m_rows;
}

int SortFilterModel::shownRowOf(quint32 row) const
{
    return m_plain && m_source ? m_source->shownRowOf(row) : GridModel::shownRowOf(row);
}

std::optional<RowKind> SortFilterModel::recentChange(int row, int column) const
{
    return m_plain && m_source ? m_source->recentChange(row, column) : std::nullopt;
}

int SortFilterModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_source) {
        return 0;
    }
    return m_plain ? m_source->rowCount() : static_cast<int>(m_rows.size());
}

} // namespace millrace
