// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/settingsform.h"
#include "backends/seatunnel/seatunnelbackend.h"
#include "core/jobcontrol.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"
#include "tests/support/await.h"

#include <QFile>
#include <QUrl>

namespace millrace::test {

/// A connection to an address of which only its owner knows what it is, as --url makes it.
inline std::unique_ptr<Connection> seaTunnelAt(const QUrl& url, FormValues more = {}, Secrets secrets = {})
{
    const seatunnel::SeaTunnelBackend backend;
    ConnectionProfile profile;
    profile.values = backend.valuesForUrl(url.toString());
    profile.values.insert(more);
    return backend.connect(profile, std::move(secrets));
}

inline QString seaTunnelTemplate(const QString& name)
{
    QFile file(QStringLiteral(MILLRACE_SOURCE_DIR "/resources/templates/seatunnel/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Submits a text and waits for the answer.
inline Result<Submission> submitText(Connection& connection, const QString& text, const QString& fileName,
    FormValues values = {}, const QString& fromSavepoint = {})
{
    SubmitRequest request;
    request.text = text;
    request.fileName = fileName;
    request.values = std::move(values);
    request.fromSavepoint = fromSavepoint;
    const auto answer = await(connection.jobSubmission()->submit(std::move(request), {}));
    return answer ? *answer : Result<Submission>(failure(ErrorKind::Timeout, QStringLiteral("the test gave up")));
}

/// The job as it is now; its state is Unknown when it cannot be read.
inline JobDetail jobNow(Connection& connection, const QString& id)
{
    const auto job = await(connection.jobMonitor()->job(id, {}));
    return job && *job ? **job : JobDetail();
}

} // namespace millrace::test
