// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/joboutput.h"

#include "app/cli/texttable.h"
#include "models/humantext.h"
#include "results/jsonscan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(JobOutput)
};

QString orDash(const QString& text)
{
    return text.isEmpty() ? u"-"_s : text;
}

void appendMember(std::string& out, const char* name, const QJsonValue& value)
{
    out += out.back() == '{' ? "\"" : ",\"";
    out += name;
    out += "\":";
    if (value.isString()) {
        appendJsonString(out, value.toString().toStdString());
    } else if (value.isDouble()) {
        out += std::to_string(value.toInteger());
    } else {
        out += "null";
    }
}

QString entryBytes(qint64 bytes)
{
    return bytes < 0 ? u"-"_s : sizeText(bytes);
}

} // namespace

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue numberOrNull(qint64 number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

QString tableTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s;
}

QString tableDuration(qint64 milliseconds)
{
    return milliseconds < 0 ? u"-"_s : durationText(milliseconds);
}

QString jobAsJsonLine(const ListedJob& job)
{
    std::string out = "{";
    appendMember(out, "id", job.summary.id);
    appendMember(out, "name", job.summary.name);
    appendMember(out, "state", toId(job.summary.state));
    appendMember(out, "rawState", job.summary.rawState);
    appendMember(out, "system", job.system);
    appendMember(out, "connection", job.connection);
    appendMember(out, "start", timeOrNull(job.summary.start));
    appendMember(out, "durationMs", numberOrNull(job.summary.durationMs));
    return QString::fromStdString(out + "}");
}

QString jobsAsJson(const std::vector<ListedJob>& jobs)
{
    QStringList lines;
    for (const ListedJob& job : jobs) {
        lines << jobAsJsonLine(job);
    }
    return lines.isEmpty() ? u"[]\n"_s : u"[\n"_s + lines.join(u",\n"_s) + u"\n]\n"_s;
}

QString jobsAsTable(const std::vector<ListedJob>& jobs)
{
    std::vector<QStringList> rows{{Texts::tr("ID"), Texts::tr("STATE"), Texts::tr("STARTED (UTC)"),
        Texts::tr("DURATION"), Texts::tr("CONNECTION"), Texts::tr("NAME")}};
    for (const ListedJob& job : jobs) {
        rows.push_back({job.summary.id, toId(job.summary.state), tableTime(job.summary.start),
            tableDuration(job.summary.durationMs), job.connection, job.summary.name});
    }
    return asTable(rows);
}

QString ledgerAsJson(const std::vector<LedgerEntry>& entries)
{
    QJsonArray array;
    for (const LedgerEntry& entry : entries) {
        array << QJsonObject{{u"id"_s, entry.id > 0 ? QJsonValue(entry.id) : QJsonValue()},
            {u"location"_s, entry.location}, {u"kind"_s, toId(entry.kind)}, {u"state"_s, toId(entry.state)},
            {u"format"_s, entry.format}, {u"bytes"_s, numberOrNull(entry.bytes)},
            {u"takenAt"_s, timeOrNull(entry.takenAt)}, {u"jobId"_s, entry.jobId}, {u"jobName"_s, entry.jobName},
            {u"system"_s, entry.system}, {u"connection"_s, entry.connectionName}, {u"note"_s, entry.note},
            {u"pinned"_s, entry.pinned}, {u"expiresAt"_s, timeOrNull(entry.expiresAt)}};
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

QString ledgerAsTable(const std::vector<LedgerEntry>& entries)
{
    std::vector<QStringList> rows{{Texts::tr("ID"), Texts::tr("TAKEN (UTC)"), Texts::tr("KIND"), Texts::tr("STATE"),
        Texts::tr("SIZE"), Texts::tr("CONNECTION"), Texts::tr("JOB"), Texts::tr("LOCATION"), Texts::tr("NOTE")}};
    for (const LedgerEntry& entry : entries) {
        rows.push_back({QString::number(entry.id), tableTime(entry.takenAt), toId(entry.kind), toId(entry.state),
            entryBytes(entry.bytes), entry.connectionName,
            orDash(entry.jobName.isEmpty() ? entry.jobId : entry.jobName), entry.location, entry.note});
    }
    return asTable(rows);
}

} // namespace millrace::cli
