// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dlianswer.h"
#include "backends/dli/dlisettings.h"
#include "core/apidescription.h"

#include <QCoroTask>

#include <memory>

namespace millrace::dli {

/// The service with the login of one connection: finds the project, makes and renews tokens, signs each attempt anew.
/// Shared by the capabilities of a connection; lives in their thread.
class DliClient {
public:
    DliClient(DliSettings settings, const QByteArray& apiDescription);

    [[nodiscard]] const DliSettings& settings() const { return m_settings; }

    [[nodiscard]] HttpClient& http() { return m_http; }

    [[nodiscard]] const ApiDescription& description() const { return m_description; }

    /// The id in use: the form's, or the one that IAM gave; empty before that.
    [[nodiscard]] const QString& project() const { return m_project; }

private:
    friend QCoro::Task<Result<QString>> findProject(std::shared_ptr<DliClient> client, CancellationToken token);
    friend QCoro::Task<Result<QString>> currentToken(
        std::shared_ptr<DliClient> client, bool renew, CancellationToken token);

    DliSettings m_settings;
    HttpClient m_http;
    ApiDescription m_description;
    QString m_project;
    QString m_token;
    QDateTime m_tokenUntil;
};

/// The project of the connection, asked for once.
QCoro::Task<Result<QString>> findProject(std::shared_ptr<DliClient> client, CancellationToken token);

/// Sends a call that is ready, whatever its status is. Waits and tries again after a 429 that says when; never follows
/// a redirect.
QCoro::Task<Result<HttpResponse>> send(std::shared_ptr<DliClient> client, ApiRequest request, CancellationToken token);

/// Values of a call by their wire names.
using CallValues = QMultiMap<QString, QString>;

/// Makes a documented call by its name and gives its JSON. body is sent as compact JSON when it is not empty.
QCoro::Task<Result<QJsonValue>> call(
    std::shared_ptr<DliClient> client, QString operation, CallValues values, QJsonObject body, CancellationToken token);

/// The same when the answer must be an object.
QCoro::Task<Result<QJsonObject>> callObject(
    std::shared_ptr<DliClient> client, QString operation, CallValues values, QJsonObject body, CancellationToken token);

} // namespace millrace::dli
