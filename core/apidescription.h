// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QMultiMap>
#include <QStringList>

#include <vector>

namespace millrace {

/// A parameter of a documented call.
struct ApiParameter {
    enum class Place { Path, Query, Header, Form }; ///< Form: a field of a urlencoded or multipart body

    QString name; ///< as it goes over the wire
    Place place = Place::Query;
    bool required = false;
    QString type = QStringLiteral("string"); ///< of JSON Schema; of an array that of its items; "file": a path
    bool isList = false; ///< may be given several times
    QString description;
    QString example;
    QStringList options; ///< of an enum; empty: any
};

/// One documented call of a system.
struct ApiOperation {
    QString id; ///< the call's own name in the document it comes from: "jobs.overview", "submit-job", "list_tables"
    QString dialect; ///< "v1", "0.7": the version of the system that has it; empty when all have
    QString summary;
    QString description;
    QString tag; ///< the group that it is listed in
    QString server; ///< which of the connection's addresses: "gateway", "jobmanager"; empty: the only one
    QByteArray method;
    QString path; ///< "/jobs/{jid}/plan"
    std::vector<ApiParameter> parameters;
    QByteArray bodyType; ///< media type of the body; empty: it takes none
    bool bodyRequired = false;
    QByteArray bodyExample;

    /// Whether the body is made of parameters: urlencoded or multipart.
    [[nodiscard]] bool isForm() const;

    /// Whether it may change something: everything but GET and HEAD, which a read-only connection does not send.
    [[nodiscard]] bool isChanging() const { return method != "GET" && method != "HEAD"; }
};

/// A call that is ready to be sent: everything decoded, checked and in the order of the description.
struct ApiRequest {
    ApiOperation operation;
    QString path; ///< filled in and percent-encoded
    QList<QPair<QString, QString>> query; ///< decoded
    QList<QPair<QString, QString>> headers;
    QList<QPair<QString, QString>> form; ///< decoded; of file parameters the path
    QByteArray body;
};

/// The documented calls of one system, read from its OpenAPI 3.1 file in resources/openapi. A call's name is
/// x-millrace-operation where it differs from operationId (which has to be unique in the file), its dialect
/// x-millrace-dialect, its address x-millrace-server.
class ApiDescription {
public:
    /// An Error that says where the file is wrong.
    static Result<ApiDescription> read(const QByteArray& openapi);

    [[nodiscard]] const std::vector<ApiOperation>& operations() const { return m_operations; }

    /// The operation of that name for a dialect (one without a dialect fits all); null when there is none. An empty
    /// dialect takes the newest: numbers in it count as numbers.
    [[nodiscard]] const ApiOperation* find(QStringView id, QStringView dialect) const;

    [[nodiscard]] QString title() const { return m_title; }

private:
    QString m_title;
    std::vector<ApiOperation> m_operations;
};

/// Fills an operation in. values are decoded wire names and texts; several of one name make a list. A Usage error,
/// before anything is sent, names a missing required parameter or body, an unknown name, one given twice that is no
/// list, the path segments "." and "..", which would lead elsewhere, and headers of several lines. A list in a path is
/// joined by commas.
Result<ApiRequest> prepareCall(
    const ApiOperation& operation, const QMultiMap<QString, QString>& values, const QByteArray& body);

} // namespace millrace
