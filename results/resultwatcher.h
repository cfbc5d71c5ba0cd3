// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"

#include <QObject>
#include <QTimer>

namespace millrace {

/// Tells the thread it lives in, at most once a frame, that a store has a schema or more rows.
class ResultWatcher : public QObject {
    Q_OBJECT

public:
    explicit ResultWatcher(std::shared_ptr<ResultStore> store, QObject* parent = nullptr);
    ~ResultWatcher() override;

    [[nodiscard]] const std::shared_ptr<ResultStore>& store() const { return m_store; }

    /// The newest snapshot that was told of.
    [[nodiscard]] const ResultSnapshot& snapshot() const { return m_snapshot; }

    /// While paused nothing is told; the store goes on collecting. Resuming tells at once.
    void setPaused(bool paused);

    [[nodiscard]] bool isPaused() const { return m_paused; }

    /// Takes what is there now, without waiting for the frame. For the end of a run.
    void flush();

Q_SIGNALS:
    /// Comes once, before the first rowsArrived().
    void schemaArrived();
    /// Rows [first, end) are new; end is snapshot().rowCount().
    void rowsArrived(qint64 first, qint64 end);

private:
    void schedule();

    std::shared_ptr<ResultStore> m_store;
    ResultSnapshot m_snapshot;
    QTimer m_frame;
    bool m_paused = false;
    bool m_hasSchema = false;
};

} // namespace millrace
