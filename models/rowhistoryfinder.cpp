// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowhistoryfinder.h"

#include <QtConcurrent>

namespace millrace {

namespace {

/// Updates that are looked at to tell the key; more rarely teach anything.
constexpr int keyPairs = 20'000;

} // namespace

RowHistoryFinder::RowHistoryFinder(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Answer answer = m_watcher.result();
        if (!answer.cancelled) {
            Q_EMIT found(answer.row, answer.keyColumns, answer.changes);
        }
    });
}

RowHistoryFinder::~RowHistoryFinder()
{
    cancel();
    m_watcher.disconnect(this);
}

void RowHistoryFinder::find(const ResultSnapshot& snapshot, quint32 row)
{
    cancel();
    m_cancel = CancellationSource();
    m_watcher.setFuture(QtConcurrent::run([snapshot, row, token = m_cancel.token()] {
        Answer answer{.row = row, .keyColumns = guessKeyColumns(snapshot, keyPairs, token)};
        if (!answer.keyColumns.empty()) {
            const auto rows = rowsLike(snapshot, row, answer.keyColumns, token);
            answer.changes = rows ? static_cast<qint64>(rows->size()) : 0;
        }
        answer.cancelled = token.isCancelled();
        return answer;
    }));
}

void RowHistoryFinder::cancel()
{
    m_cancel.cancel();
}

} // namespace millrace
