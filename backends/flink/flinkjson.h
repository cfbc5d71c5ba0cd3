// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

/// From bytes to values: what the SQL Gateway and the JobManager answer. Pure functions; an answer that is not what the
/// call should give is an Error of kind Protocol which says what is missing. Result pages are read by ResultPageParser.
namespace millrace::flink::json {

Result<QStringList> versions(const QByteArray& body);

struct GatewayInfo {
    QString product;
    QString version;
};

Result<GatewayInfo> gatewayInfo(const QByteArray& body);
Result<QString> sessionHandle(const QByteArray& body);
Result<QString> operationHandle(const QByteArray& body);
Result<QMap<QString, QString>> sessionProperties(const QByteArray& body);
Result<QStringList> candidates(const QByteArray& body);

/// What the head and the tail of a result page say, found without reading its rows.
struct PageOutline {
    enum class Kind { Unknown, NotReady, Payload, EndOfStream };

    Kind kind = Kind::Unknown;
    qint64 nextToken = -1; ///< -1: there is none
    qsizetype rows = 0; ///< as a rule exact; a nested value with a member "kind" counts too
};

PageOutline pageOutline(const QByteArray& body);

/// The token at the end of a nextResultUri; -1 when there is none.
qint64 tokenOf(const QString& nextResultUri);

/// A small result as text, for SHOW and DESCRIBE. NULL is a null QString.
struct TextPage {
    bool isReady = true;
    bool isLast = false;
    qint64 nextToken = -1;
    QStringList columns;
    std::vector<QStringList> rows;
};

Result<TextPage> textPage(const QByteArray& body);

struct ClusterOverview {
    QString version;
    int taskManagers = 0;
    int slotsTotal = 0;
    int jobsRunning = 0;
};

Result<ClusterOverview> clusterOverview(const QByteArray& body);
/// "RUNNING", "CANCELED", …
Result<QString> jobState(const QByteArray& body);

} // namespace millrace::flink::json
