// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalance.h"

#include <QHash>
#include <QList>
#include <QString>

#include <string>
#include <string_view>

namespace millrace {

/// Exceptions of a log with the same root cause: the same class and the same message, but for its numbers and ids.
struct LogExceptionGroup {
    QString type; ///< "java.net.ConnectException"
    QString message; ///< of the first one, shortened; text from outside, show it as plain text
    qint64 count = 0;
    qint64 first = -1; ///< line of the record in which it was first written
    qint64 last = -1;
    qint64 firstMs = kNoTime; ///< as the log wrote it
    qint64 lastMs = kNoTime;
    QList<qint64> lines; ///< of the records, the first ones only
};

/// Finds stack traces while a log is read line by line. The root cause of a record is its last "Caused by:", or the
/// line in front of its first frame.
class LogExceptionCounter {
public:
    static constexpr qsizetype kMostGroups = 1000;
    static constexpr qsizetype kMostLines = 1000;

    /// begins says that a record begins with this line; localMs is its time or the one before.
    void line(qint64 number, std::string_view text, bool begins, qint64 localMs);

    /// The most frequent first; the record that has not ended yet counts.
    [[nodiscard]] QList<LogExceptionGroup> groups() const;

    /// Changes with each exception found.
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    void endRecord();
    static void note(QList<LogExceptionGroup>& groups, QHash<QString, qsizetype>& places, const std::string& cause,
        qint64 line, qint64 localMs);

    QList<LogExceptionGroup> m_groups;
    QHash<QString, qsizetype> m_places;
    std::string m_candidate; ///< the last line that may be the head of a trace
    std::string m_cause; ///< the root cause of this record so far; empty without a trace
    qint64 m_record = -1;
    qint64 m_recordMs = kNoTime;
    qint64 m_total = 0;
    bool m_candidateIsCause = false;
};

} // namespace millrace
