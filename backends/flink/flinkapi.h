// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// Paths and bodies of the SQL Gateway's and the JobManager's REST API (Flink 1.16 to 2.3).
namespace millrace::flink::api {

inline constexpr int newestVersion = 4;

/// The newest version that both know, from texts like "V1"; nothing when there is none.
std::optional<int> newestCommonVersion(const QStringList& offered);

/// base with path behind it: http://host/flink/ and /v1/info make http://host/flink/v1/info. path is
/// percent-encoded and may have a query.
QUrl joined(const QUrl& base, const QString& path);

QString versions();
QString info(int version);
QString sessions(int version);
QString session(int version, const QString& session);
QString heartbeat(int version, const QString& session);
QString statements(int version, const QString& session);
QString completeStatement(int version, const QString& session); ///< from v2 on
QString operationStatus(int version, const QString& session, const QString& operation);
QString operationCancel(int version, const QString& session, const QString& operation);
QString operationClose(int version, const QString& session, const QString& operation);
/// v1 knows no row format and always answers JSON.
QString result(int version, const QString& session, const QString& operation, qint64 token, bool plainText);

QByteArray openSessionBody(const QString& name, const QMap<QString, QString>& properties);
QByteArray statementBody(const QString& statement);
QByteArray completeBody(const QString& statement, int position);

QString jobManagerOverview();
QString jobManagerConfig();
QString job(const QString& jobId);
QString jobCancel(const QString& jobId); ///< with PATCH

} // namespace millrace::flink::api
