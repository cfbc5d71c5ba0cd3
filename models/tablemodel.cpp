// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablemodel.h"

#include "models/rowhistory.h"

#include <QtConcurrent>

#include <algorithm>

namespace millrace {

namespace {

/// Tints start anew at most this often, so that a busy cell does not flicker.
constexpr qint64 tintStepMs = 250;

} // namespace

/// Passes what happens to the view on to whoever watches the model.
class TableModel::Listener : public TableViewListener {
public:
    explicit Listener(TableModel* model) : m_model(model) { }

    void aboutToRemove(int first, int last) override { m_model->beginRemoveRows({}, first, last); }

    void removed() override { m_model->endRemoveRows(); }

    void aboutToInsert(int first, int last) override { m_model->beginInsertRows({}, first, last); }

    void inserted() override { m_model->endInsertRows(); }

    void changed(int first, int last) override
    {
        Q_EMIT m_model->dataChanged(m_model->index(first, 0), m_model->index(last, m_model->columnCount() - 1));
    }

    void aboutToReset() override { m_model->beginResetModel(); }

    void reset() override { m_model->endResetModel(); }

private:
    TableModel* m_model;
};

TableModel::TableModel(QObject* parent, std::vector<int> keyColumns)
    : GridModel(parent), m_table(std::make_shared<ChangelogTable>(std::move(keyColumns)))
{
    m_clock.start();
    connect(&m_replay, &QFutureWatcher<Replay>::finished, this, &TableModel::showReplay);
}

TableModel::~TableModel()
{
    m_replay.disconnect(this);
    // A future whose result was taken would be waited for in vain.
    if (m_running) {
        m_replay.waitForFinished();
    }
}

void TableModel::sync(const ResultSnapshot& snapshot)
{
    if (m_shown.columnCount() == 0 && snapshot.columnCount() > 0) {
        beginResetModel();
        m_shown = snapshot;
        schemaChanged();
        endResetModel();
    }
    if (snapshot.rowCount() >= m_wanted.rowCount()) {
        m_wanted = snapshot;
    }
    startReplay();
}

void TableModel::setLimit(std::optional<qint64> changes)
{
    if (m_limit != changes) {
        m_limit = changes;
        startReplay();
    }
}

bool TableModel::isIdle() const
{
    const qint64 target = std::min(m_limit.value_or(m_wanted.rowCount()), m_wanted.rowCount());
    return !m_running && m_table->changeCount() == m_wanted.rowCount() && m_view.changeCount() == target;
}

void TableModel::startReplay()
{
    if (m_running || isIdle()) {
        return;
    }
    m_running = true;
    const bool follow = m_following && !m_limit;
    m_following = !m_limit;
    m_replay.setFuture(
        QtConcurrent::run([table = m_table, snapshot = m_wanted, limit = m_limit, from = m_view.changeCount(), follow] {
            table->apply(snapshot);
            TableDelta delta = table->takeDelta();
            if (!follow) {
                // The view does not stand where the last delta ended: go there from where it does.
                delta = table->deltaBetween(from, std::min(limit.value_or(table->changeCount()), table->changeCount()));
            }
            return Replay{snapshot, std::move(delta)};
        }));
}

void TableModel::showReplay()
{
    m_running = false;
    const Replay replay = m_replay.future().takeResult();
    const qint64 before = m_view.changeCount();
    m_shown = replay.snapshot;
    Listener listener(this);
    noteFresh(before);
    m_view.apply(replay.delta, &listener);
    Q_EMIT shown(m_view.changeCount());
    startReplay();
}

void TableModel::noteFresh(qint64 before)
{
    const qint64 now = m_clock.elapsed();
    while (!m_fresh.empty() && now - m_fresh.front().since > tintMs) {
        m_fresh.pop_front();
    }
    // Looking back is no change, and neither is the first that one sees.
    if (m_limit || before == 0) {
        m_fresh.clear();
    } else if (m_fresh.empty() || now - m_fresh.back().since >= tintStepMs) {
        m_fresh.push_back({.since = now, .firstRow = before});
    }
}

std::optional<RowKind> TableModel::recentChange(int row, int column) const
{
    const int data = dataColumn(column);
    const auto fresh = std::find_if(m_fresh.begin(), m_fresh.end(),
        [now = m_clock.elapsed()](const Fresh& candidate) { return now - candidate.since <= tintMs; });
    if (data < 0 || fresh == m_fresh.end()) {
        return std::nullopt;
    }
    const quint32 stored = storeRow(row);
    if (stored < fresh->firstRow || m_shown.kind(stored) != RowKind::UpdateAfter) {
        return std::nullopt;
    }
    const std::optional<quint32> old = otherHalf(m_shown, stored);
    if (!old || sameCell(m_shown.cell(*old, data), m_shown.cell(stored, data))) {
        return std::nullopt;
    }
    return RowKind::UpdateAfter;
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_view.rowCount();
}

} // namespace millrace
