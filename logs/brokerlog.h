// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/clienterrors.h"
#include "logs/coordinatorstate.h"
#include "logs/jsonlogline.h"
#include "logs/linesplitter.h"
#include "logs/logclock.h"
#include "logs/logrecord.h"

#include <map>
#include <string>

namespace millrace {

/// Reads the bytes of one log (one broker, or several that a collector mixed) and keeps what its coordinators said.
class BrokerLog {
public:
    explicit BrokerLog(const RebalanceOptions& options);

    void beginFile(int file);
    void feed(std::string_view bytes);
    /// A last line without a line break counts only if it is whole: a log that is being written ends anywhere.
    void endFile();

    [[nodiscard]] const std::map<int, CoordinatorState>& coordinators() const { return m_coordinators; }

    [[nodiscard]] const ClientErrorCounter& clientErrors() const { return m_errors; }

    [[nodiscard]] qint64 lines() const { return m_line; }

    [[nodiscard]] qint64 coordinatorLines() const { return m_coordinatorLines; }

    [[nodiscard]] const std::map<std::string, qint64>& unknownTypes() const { return m_unknownTypes; }

    /// First and last time stamp in UTC, kNoTime without any.
    [[nodiscard]] qint64 from() const { return m_from; }

    [[nodiscard]] qint64 to() const;

private:
    void line(std::string_view text);
    void stampedLine(std::string_view text, const LogLayout::Place& place);
    void jsonLine(std::string_view text);
    void dmsRecord(const JsonLogLine& json);
    void continuation(std::string_view text);
    void record(const LogRecord& record);
    void apply(const CoordinatorEvent& event, qint64 utc, int broker);
    void noteTime(const LogStamp& stamp);

    QStringList m_groups;
    LineSplitter m_splitter;
    LogLayout m_layout;
    LogLayout m_innerLayout; ///< of lines that stand in JSON
    LogClock m_clock;
    ClientErrorCounter m_errors;
    std::map<int, CoordinatorState> m_coordinators;
    std::map<std::string, qint64> m_unknownTypes;
    std::string m_startText; ///< the last start line, as long as lines may continue it
    std::string m_startContext;
    bool m_startInJson = false;
    std::string m_scratch;
    LogStamp m_lastStamp;
    bool m_haveStamp = false;
    qint64 m_from = kNoTime;
    qint64 m_to = kNoTime; ///< of the files before this one
    qint64 m_line = 0;
    qint64 m_coordinatorLines = 0;
    int m_file = -1;
    int m_lastBroker = -1;
};

} // namespace millrace
