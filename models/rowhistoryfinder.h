// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "models/rowhistory.h"

#include <QFutureWatcher>
#include <QObject>

namespace millrace {

/// Counts the changes of one row of a changelog, off the GUI thread. Only the last question is answered.
class RowHistoryFinder : public QObject {
    Q_OBJECT

public:
    explicit RowHistoryFinder(QObject* parent = nullptr);
    /// Cancels the question that is open.
    ~RowHistoryFinder() override;

    void find(const ResultSnapshot& snapshot, quint32 row);
    void cancel();

Q_SIGNALS:
    /// keyColumns may be empty: then nothing tells the rows apart, and changes is 0.
    void found(quint32 row, const std::vector<int>& keyColumns, qint64 changes);

private:
    struct Answer {
        quint32 row = 0;
        std::vector<int> keyColumns;
        qint64 changes = 0;
        bool cancelled = false;
    };

    CancellationSource m_cancel;
    QFutureWatcher<Answer> m_watcher;
};

} // namespace millrace
