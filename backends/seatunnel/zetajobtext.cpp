// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetajobtext.h"

#include "backends/seatunnel/hocon.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
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

bool isJobList(const QString& text, JobFormat format)
{
    if (format == JobFormat::Sql) {
        return false;
    }
    static const QRegularExpression s_list(u"\\A(?:\\s|(?:#|//)[^\\n]*\\n)*\\["_s);
    return s_list.match(text).hasMatch();
}

Result<std::vector<ListedJob>> listedJobs(const QString& text)
{
    const Result<JobValue> list = hocon::parseJob(text);
    if (!list) {
        return failure(list.error());
    }
    std::vector<ListedJob> jobs;
    for (const JobValue& value : list->items) {
        JobValue job = value;
        const qsizetype place = qsizetype(jobs.size()) + 1;
        if (job.members.empty()) {
            return failure(ErrorKind::Sql, JobTextTexts::tr("Entry %1 of the list is no job.").arg(place));
        }
        ListedJob listed;
        const JobValue given = job.member(u"params"_s) ? *job.member(u"params"_s) : JobValue();
        job.remove(u"params"_s);
        listed.name = given.string(u"jobName"_s);
        if (const JobValue* env = job.member(u"env"_s); env && listed.name.isEmpty()) {
            listed.name = env->string(u"job.name"_s);
        }
        listed.id = given.string(u"jobId"_s);
        listed.fromSavepoint = given.string(u"isStartWithSavePoint"_s) == "true"_L1;
        JobValue params{.kind = JobValue::Kind::Object};
        params.insert(u"jobName"_s, JobValue::ofText(listed.name.isEmpty() ? u"SeaTunnel_Job"_s : listed.name));
        if (!listed.id.isEmpty()) {
            params.insert(u"jobId"_s, JobValue::ofText(listed.id));
        }
        if (listed.fromSavepoint) {
            params.insert(u"isStartWithSavePoint"_s, JobValue::ofText(u"true"_s));
        }
        static const QRegularExpression s_cutting(u"[&=%]"_s);
        if (listed.name.contains(s_cutting)) {
            return failure(ErrorKind::Sql,
                JobTextTexts::tr("The name of entry %1 has a &, = or % in it, at which the server would cut it: choose "
                                 "another name.")
                    .arg(place));
        }
        listed.body = job.toJson();
        job.insert(u"params"_s, std::move(params));
        listed.entry = job.toJson();
        jobs.push_back(std::move(listed));
    }
    if (jobs.empty()) {
        return failure(ErrorKind::Sql, JobTextTexts::tr("The list holds no job."));
    }
    return jobs;
}

} // namespace millrace::seatunnel
