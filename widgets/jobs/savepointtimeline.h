// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/ledgerentry.h"

#include <QListView>

#include <vector>

class QStandardItemModel;

namespace millrace {

/// The savepoints and checkpoints of a job, newest first, along a line: time, age, size, note, the SQL they were taken
/// with. A first row may stand for the savepoint that is taken when the job stops.
class SavepointTimeline : public QListView {
    Q_OBJECT

public:
    enum class Show { All, Savepoints, Checkpoints };

    explicit SavepointTimeline(QWidget* parent = nullptr);

    /// withNow: the first row is "now". Keeps the chosen row where it is still there; else the first one is chosen.
    void setEntries(std::vector<LedgerEntry> entries, bool withNow, const QDateTime& now);
    /// Checkpoints that failed stand greyed among the entries with the reason, and cannot be chosen.
    void setFailed(std::vector<Checkpoint> failed);
    void setShow(Show show);
    /// False when there is none at this place.
    bool choose(const QString& location);

    /// Null for the row "now", or when nothing is chosen.
    [[nodiscard]] const LedgerEntry* chosen() const;
    [[nodiscard]] bool isNowChosen() const;

Q_SIGNALS:
    void chosenChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fill();
    void addEntry(const LedgerEntry& entry);
    void addFailed(const Checkpoint& checkpoint);
    [[nodiscard]] QString timeText(const QDateTime& at) const;
    [[nodiscard]] bool isShown(const LedgerEntry& entry) const;

    std::vector<LedgerEntry> m_entries; ///< newest first
    std::vector<Checkpoint> m_failed; ///< newest first
    QDateTime m_now;
    bool m_withNow = false;
    bool m_filling = false;
    Show m_show = Show::All;
    QStandardItemModel* m_model = nullptr;
};

} // namespace millrace
