// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/joblogs.h"

namespace millrace::flink {

/// The logs and standard outputs of a JobManager and its TaskManagers. Flink always sends whole files and knows no
/// ranges, so reading on asks for the size first and fetches the file only when it grew; what is not wanted of it is
/// dropped while it comes in.
class FlinkJobLogs : public JobLogs {
public:
    explicit FlinkJobLogs(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<LogChunk>> read(
        LogSource source, qint64 from, qint64 maxBytes, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

} // namespace millrace::flink
