// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logbytestream.h"
#include "logs/logsnapshot.h"

#include <QTimeZone>

namespace millrace {

/// One log to be shown or merged: its files from the oldest to the newest, which is followed.
struct LogOrigin {
    QString name;
    QStringList files;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of stamps that name none; matters where logs are merged
};

/// Reads a log, or several merged by time, and keeps its index. For one thread at a time.
class LogReader {
public:
    virtual ~LogReader() = default;

    /// origins with more than one entry are merged, at most 16 of them.
    static std::unique_ptr<LogReader> make(std::vector<LogOrigin> origins);

    /// Reads on until nothing is left for now. step is called after each piece of about a megabyte; false ends it
    /// early. Says whether anything changed.
    virtual bool pump(const std::function<bool()>& step) = 0;

    [[nodiscard]] virtual LogSnapshot snapshot() = 0;

protected:
    [[nodiscard]] LogSnapshot makeSnapshot(
        std::vector<LogSegment> segments, double progress, const QString& problem, const QStringList& sources);

    LogIndexBuilder m_index;
    int m_generation = 0;
};

} // namespace millrace
