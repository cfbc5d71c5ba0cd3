// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/jobsubmission.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Capability: starts jobs from JSON, HOCON and SQL, several when the text is a list. HOCON is made JSON for servers
/// that read nothing else.
class ZetaSubmission : public JobSubmission {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelSubmission)

public:
    explicit ZetaSubmission(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] std::vector<JobTemplate> templates() const override;
    [[nodiscard]] std::vector<JobWord> words(
        const QString& text, qsizetype offset, const QString& fileName) const override;
    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

} // namespace millrace::seatunnel
