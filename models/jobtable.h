// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/job.h"
#include "models/jobkey.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <vector>

namespace millrace {

/// A connection that has jobs, and how fresh what we know of them is.
struct JobSource {
    QString id; ///< of the profile
    QString name;
    QString system; ///< "flink"
    QString systemName; ///< "Flink"
    Environment environment = Environment::Development;
    bool readOnly = false;
    QDateTime answeredAt; ///< UTC; invalid before the first answer
    qint64 staleAfterMs = 20'000; ///< an answer older than this is shown as old
    QString error; ///< why the last call failed; empty when it did not
    QString errorDetail;
    QDateTime nextTry; ///< UTC
    QStringList warnings; ///< of the last answer

    [[nodiscard]] bool isStale(const QDateTime& now) const
    {
        return answeredAt.isValid() && (!error.isEmpty() || answeredAt.msecsTo(now) > staleAfterMs);
    }

    friend bool operator==(const JobSource&, const JobSource&) = default;
};

/// One job as the table knows it.
struct JobRow {
    JobKey key;
    JobSummary job;
    QString foldedName; ///< to sort by
    int source = 0; ///< index of its connection, see JobTable::source()
    QDateTime lastListed; ///< UTC; when it was last in the server's list, once it is not any more
    bool listed = true; ///< false: it lived when it was last seen, and the server does not list it any more
    bool watched = false;
    QString startedHere; ///< the statement or file that started it from this program; empty: somebody else did
};

/// How bad a state is: smaller comes first.
[[nodiscard]] int stateRank(const JobSummary& job);

/// The jobs of all connections, merged by id from one answer to the next. A job keeps its slot as long as it is here; a
/// slot that became free is used again in a later change.
class JobTable : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Connections that are not named any more go with their jobs.
    void setSources(const std::vector<JobSource>& sources);
    /// Freshness of one connection.
    void updateSource(const JobSource& source);
    /// The answer of a connection: all jobs that it lists now. One that lived and is missing stays and is marked as not
    /// listed; one that had ended is forgotten, as the server has.
    void merge(const QString& connectionId, std::vector<JobSummary> jobs, const QDateTime& answeredAt);
    /// Forgets a job that is not listed any more; does nothing with one that is.
    void forget(const JobKey& key);
    void setWatched(const JobKey& key, bool watched);
    void setWatched(const QSet<JobKey>& keys);
    void setStartedHere(const JobKey& key, const QString& what);
    /// What "2 s ago" is counted from.
    void setNow(const QDateTime& now);

    [[nodiscard]] const QDateTime& now() const { return m_now; }

    [[nodiscard]] int slotCount() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] bool isUsed(int slot) const { return m_used[static_cast<std::size_t>(slot)]; }

    [[nodiscard]] const JobRow& row(int slot) const { return m_rows[static_cast<std::size_t>(slot)]; }

    /// -1 when there is none.
    [[nodiscard]] int slotOf(const JobKey& key) const { return m_slotByKey.value(key, -1); }

    [[nodiscard]] const JobRow* find(const JobKey& key) const;

    [[nodiscard]] const JobSource& source(int index) const { return m_sources[static_cast<std::size_t>(index)]; }

    [[nodiscard]] const JobSource& sourceOf(const JobRow& row) const { return source(row.source); }

    [[nodiscard]] const JobSource* findSource(const QString& connectionId) const;
    /// Those that are there now, in the order in which they were given.
    [[nodiscard]] std::vector<const JobSource*> sources() const;

    [[nodiscard]] int jobCount() const { return static_cast<int>(m_slotByKey.size()); }

    [[nodiscard]] const QSet<JobKey>& watched() const { return m_watched; }

Q_SIGNALS:
    /// These slots were filled, changed or became free.
    void changed(const std::vector<int>& touched);
    void sourcesChanged();
    void sourceChanged(const QString& connectionId);
    void clockMoved();
    /// State or restarts of a job differ from the last answer; also when it is not listed any more or is again.
    void jobMoved(const millrace::JobRow& before, const millrace::JobRow& after);

private:
    int add(const JobKey& key, int source);
    void release(int slot);
    [[nodiscard]] int sourceIndex(const QString& connectionId) const;

    std::vector<JobSource> m_sources; ///< never shrinks, so that rows may hold an index
    std::vector<bool> m_sourceUsed;
    std::vector<int> m_sourceOrder;
    std::vector<JobRow> m_rows;
    std::vector<bool> m_used;
    std::vector<int> m_free;
    QHash<JobKey, int> m_slotByKey;
    QSet<JobKey> m_watched; ///< of jobs that were not seen yet, too
    QHash<JobKey, QString> m_startedHere;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

} // namespace millrace

Q_DECLARE_METATYPE(millrace::JobRow)
