// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logclock.h"
#include "logs/logreader.h"

namespace millrace {

/// Several logs as one, record by record in the order of their times. The merged text lies in a temporary file, so that
/// it is searched, filtered and shown like any log. What comes later than newer records of others already have, which
/// happens while logs are followed, stands behind them.
class LogMerger : public LogReader {
public:
    explicit LogMerger(std::vector<LogOrigin> origins);
    ~LogMerger() override;

    bool pump(const std::function<bool()>& step) override;
    [[nodiscard]] LogSnapshot snapshot() override;

private:
    class Source;

    [[nodiscard]] Source* earliest();
    [[nodiscard]] bool write(std::string_view record, int source);
    [[nodiscard]] bool flush();

    std::vector<std::unique_ptr<Source>> m_sources;
    QStringList m_names;
    std::shared_ptr<LogFile> m_spool;
    std::string m_unwritten;
    QString m_problem;
};

} // namespace millrace
