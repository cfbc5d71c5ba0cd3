// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/sessioncore.h"
#include "core/sqlexecution.h"

namespace millrace::flink {

/// A session of a SQL Gateway. Sends heartbeats as long as it lives; closes itself when it goes.
class FlinkSession : public SqlSession {
    Q_OBJECT

public:
    explicit FlinkSession(std::shared_ptr<SessionCore> core);
    ~FlinkSession() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString server() const override;
    [[nodiscard]] const QMap<QString, QString>& properties() const override;
    [[nodiscard]] bool isLost() const override;

    QCoro::Task<Result<RunSummary>> run(
        RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token) override;
    QCoro::Task<Result<QStringList>> complete(QString statement, int offset, CancellationToken token) override;
    QCoro::Task<Result<void>> refreshProperties(CancellationToken token) override;
    QCoro::Task<void> close() override;

    [[nodiscard]] const std::shared_ptr<SessionCore>& core() const { return m_core; }

private:
    std::shared_ptr<SessionCore> m_core;
};

} // namespace millrace::flink
