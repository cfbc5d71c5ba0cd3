// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/sessioncore.h"

namespace millrace::flink {

/// An operation at the gateway, and the job that it started.
struct OperationHandle {
    QString id;
    QString jobId; ///< empty when there is none, or none is known
};

enum class OperationEnd { Finished, Cancelled };

/// The operation's id. A cancel does not break off the call, for then nobody would know what to cancel at the gateway;
/// it only bounds the time that the answer may still take.
QCoro::Task<Result<QString>> submitStatement(
    std::shared_ptr<SessionCore> core, QString statement, CancellationToken token);

QCoro::Task<Result<QByteArray>> fetchPage(
    std::shared_ptr<SessionCore> core, OperationHandle operation, qint64 page, bool plainText, CancellationToken token);

/// Cancels and closes, within a bounded time even if the gateway hangs; sees to it in the background that the job ends.
QCoro::Task<void> cancelOperation(std::shared_ptr<SessionCore> core, OperationHandle operation);

/// Closes in the background; the session's end waits for it.
void tidyUp(const std::shared_ptr<SessionCore>& core, const OperationHandle& operation, OperationEnd end);

} // namespace millrace::flink
