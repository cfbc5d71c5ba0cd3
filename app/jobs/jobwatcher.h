// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtable.h"

namespace millrace {

/// Tells when a watched job fails, restarts, ends or is not listed any more, and counts what nobody has looked at yet.
class JobWatcher : public QObject {
    Q_OBJECT

public:
    /// table outlives the watcher.
    explicit JobWatcher(JobTable& table, QObject* parent = nullptr);

    [[nodiscard]] int unseen() const { return m_unseen; }

    /// Somebody looks at the jobs: what happened before is seen, and what happens now is not counted.
    void setLookedAt(bool lookedAt);

Q_SIGNALS:
    /// For the desktop: one line, and what stands below it.
    void happened(const millrace::JobKey& key, const QString& title, const QString& text);
    void unseenChanged(int unseen);

private:
    void jobMoved(const JobRow& before, const JobRow& after);
    [[nodiscard]] QString event(const JobRow& before, const JobRow& after) const;

    JobTable& m_table;
    int m_unseen = 0;
    bool m_lookedAt = false;
};

/// Shows a notification of the desktop where it has them; does nothing where it has not.
void notifyDesktop(const QString& title, const QString& text);

} // namespace millrace
