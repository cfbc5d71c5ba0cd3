// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetajobtext.h"

#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetavalues.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct JobTextTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelJobText)
};

bool isJson(const QString& text)
{
    QJsonParseError problem;
    QJsonDocument::fromJson(text.toUtf8(), &problem);
    return problem.error == QJsonParseError::NoError;
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QString toId(JobFormat format)
{
    switch (format) {
    case JobFormat::Json:
        return u"json"_s;
    case JobFormat::Hocon:
        return u"hocon"_s;
    case JobFormat::Sql:
        return u"sql"_s;
    }
    return {};
}

JobFormat formatOf(const QString& chosen, const QString& fileName, const QString& text)
{
    for (const JobFormat format : {JobFormat::Json, JobFormat::Hocon, JobFormat::Sql}) {
        if (chosen == toId(format)) {
            return format;
        }
    }
    if (isJson(text)) {
        return JobFormat::Json;
    }
    const QString ending = QFileInfo(fileName).suffix().toLower();
    if (ending == "sql"_L1) {
        return JobFormat::Sql;
    }
    if (ending == "conf"_L1 || ending == "config"_L1 || ending == "hocon"_L1) {
        return JobFormat::Hocon;
    }
    static const QRegularExpression s_sql(u"^\\s*(?:CREATE\\s+TABLE|INSERT\\s+INTO|SELECT)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (ending != "json"_L1 && s_sql.match(text).hasMatch()) {
        return JobFormat::Sql;
    }
    const QString start = text.trimmed();
    const bool looksLikeJson = start.isEmpty() || start.startsWith(u'{') || start.startsWith(u'[');
    return ending == "json"_L1 || looksLikeJson ? JobFormat::Json : JobFormat::Hocon;
}

bool isJobList(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).isArray();
}

Result<std::vector<ListedJob>> listedJobs(const QString& text)
{
    std::vector<ListedJob> jobs;
    for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        QJsonObject job = value.toObject();
        const qsizetype place = qsizetype(jobs.size()) + 1;
        if (job.isEmpty()) {
            return failure(ErrorKind::Sql, JobTextTexts::tr("Entry %1 of the list is no job.").arg(place));
        }
        ListedJob listed;
        const QJsonObject given = job.take("params"_L1).toObject();
        listed.name = textOf(given.value("jobName"_L1));
        if (listed.name.isEmpty()) {
            listed.name = textOf(job.value("env"_L1).toObject().value("job.name"_L1));
        }
        listed.id = textOf(given.value("jobId"_L1));
        listed.fromSavepoint = textOf(given.value("isStartWithSavePoint"_L1)) == "true"_L1;
        QJsonObject params{{u"jobName"_s, listed.name.isEmpty() ? u"SeaTunnel_Job"_s : listed.name}};
        if (!listed.id.isEmpty()) {
            params.insert("jobId"_L1, listed.id);
        }
        if (listed.fromSavepoint) {
            params.insert("isStartWithSavePoint"_L1, u"true"_s);
        }
        static const QRegularExpression s_cutting(u"[&=%]"_s);
        if (listed.name.contains(s_cutting)) {
            return failure(ErrorKind::Sql,
                JobTextTexts::tr("The name of entry %1 has a &, = or % in it, at which the server would cut it: choose "
                                 "another name.")
                    .arg(place));
        }
        listed.body = compact(job);
        job.insert("params"_L1, params);
        listed.entry = compact(job);
        jobs.push_back(std::move(listed));
    }
    if (jobs.empty()) {
        return failure(ErrorKind::Sql, JobTextTexts::tr("The list holds no job."));
    }
    return jobs;
}

} // namespace millrace::seatunnel
