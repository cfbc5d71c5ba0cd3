// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/lineset.h"
#include "logs/logpattern.h"
#include "logs/logsnapshot.h"

#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace millrace {

/// What of a log is wanted. The default is all of it.
struct LogQuery {
    static constexpr unsigned kAllLevels = (1U << kLogLevels) - 1;

    LogSearchText search;
    unsigned levels = kAllLevels; ///< 1 << level; lines that continue a record have its level
    qint64 fromMs = kNoTime; ///< as the log writes it; records before are left out
    qint64 toMs = kNoTime; ///< records from then on are left out
    bool onlyMatches = false; ///< lines with a match and context lines round them, else matches are only marked
    int context = 0;

    [[nodiscard]] bool isFilter() const
    {
        return levels != kAllLevels || fromMs != kNoTime || toMs != kNoTime || (onlyMatches && !search.isEmpty());
    }

    friend bool operator==(const LogQuery&, const LogQuery&) = default;
};

/// What a query found so far.
struct LogMatches {
    LogQuery query;
    LineSet visible; ///< only when the query filters
    LineSet hits; ///< lines with a match
    qint64 hitCount = 0;
    qint64 lines = 0; ///< looked at so far
    double progress = 1;
    int generation = 0;
    QString error; ///< the search is no regular expression
};

/// Runs one query over a log in a worker and goes on as the log grows. A new query ends the old one.
class LogSearch : public QObject {
    Q_OBJECT

public:
    explicit LogSearch(QObject* parent = nullptr);
    ~LogSearch() override;

    /// The log as it is now. Call it with each newer snapshot; another generation starts the query again.
    void setLog(const LogSnapshot& log);
    void setQuery(const LogQuery& query);

    [[nodiscard]] const LogQuery& query() const { return m_query; }

    [[nodiscard]] LogMatches matches() const;

Q_SIGNALS:
    /// matches() is another one, at most ten times a second.
    void changed();

private:
    struct Work;

    void start();
    void run();
    void publish(const Work& work, double progress);

    LogQuery m_query;
    mutable QMutex m_mutex;
    LogSnapshot m_log; ///< what the worker takes next; guarded, as are the next two
    LogMatches m_matches;
    bool m_restart = true;
    std::atomic<bool> m_interrupted = false;
    bool m_running = false;
    bool m_again = false;
    std::unique_ptr<Work> m_work; ///< only in the worker while m_running
    QThreadPool m_pool;
};

} // namespace millrace
