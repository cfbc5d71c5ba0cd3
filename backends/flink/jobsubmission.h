// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/jobsubmission.h"

#include <QMap>

namespace millrace::flink {

/// Starts the jobs of a script of FlinkSQL: opens a session for it, runs its statements in order, and closes it again.
/// From a savepoint, the settings that say so are set around the statement that starts the job, and reset after it.
class FlinkJobSubmission : public JobSubmission {
public:
    explicit FlinkJobSubmission(std::shared_ptr<GatewayClient> client);

    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] QStringList formats() const override;
    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

/// Ids of the form's fields.
namespace submitfields {
inline constexpr QLatin1StringView name{"name"};
inline constexpr QLatin1StringView parallelism{"parallelism"};
inline constexpr QLatin1StringView claimMode{"claimMode"}; ///< NO_CLAIM, CLAIM, LEGACY
inline constexpr QLatin1StringView allowNonRestored{"allowNonRestoredState"};
} // namespace submitfields

/// The settings that make the next job start from a savepoint, by their names in that major version of Flink.
QMap<QString, QString> restoreSettings(int majorVersion, const QString& location, const FormValues& values);

} // namespace millrace::flink
