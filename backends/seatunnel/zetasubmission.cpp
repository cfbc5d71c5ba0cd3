// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetasubmission.h"

#include "backends/seatunnel/hocon.h"
#include "backends/seatunnel/jobwords.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobjson.h"
#include "backends/seatunnel/zetajobs.h"
#include "backends/seatunnel/zetajobtext.h"
#include "backends/seatunnel/zetavalues.h"

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView s_name = "jobName"_L1;
constexpr QLatin1StringView s_id = "jobId"_L1;
constexpr QLatin1StringView s_format = "format"_L1;

struct SubmissionTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelSubmission)
};

/// The parameters of submit-job. One without a value would be refused, so those are left out.
QList<QPair<QString, QString>> parameters(const QString& name, const QString& id, bool fromSavepoint, JobFormat format)
{
    QList<QPair<QString, QString>> query;
    if (!name.isEmpty()) {
        query.append({s_name, name});
    }
    if (!id.isEmpty()) {
        query.append({s_id, id});
    }
    if (fromSavepoint) {
        query.append({u"isStartWithSavePoint"_s, u"true"_s});
    }
    if (format != JobFormat::Json) {
        query.append({s_format, toId(format)});
    }
    return query;
}

/// v1 and all before 2.3.9 read every body as JSON.
bool readsFormat(const ServerInfo& server, JobFormat format)
{
    const QString since = format == JobFormat::Sql ? u"2.3.12"_s : u"2.3.9"_s;
    // one that does not tell its version is no release: v2 itself came with 2.3.9
    return server.dialect == Dialect::V2 && (server.version.isEmpty() || values::isAtLeast(server.version, since));
}

Error refusedSql(const QString& text, const ServerInfo& server)
{
    const qsizetype lineEnd = text.indexOf(u'\n');
    return {.kind = ErrorKind::Sql,
        .message = SubmissionTexts::tr("%1 takes no jobs in SQL: servers read them from 2.3.12 on, by REST v2. Write "
                                       "the job in HOCON or JSON for this one.")
                       .arg(server.text()),
        .range = TextRange{{1, 1}, {1, int(lineEnd < 0 ? text.size() : lineEnd) + 1}}};
}

/// The body in a format that the server reads: the text as it is, or HOCON as JSON.
Result<QByteArray> bodyOf(const QString& text, JobFormat& format, const ServerInfo& server)
{
    if (format == JobFormat::Json || readsFormat(server, format)) {
        return text.toUtf8();
    }
    if (format == JobFormat::Sql) {
        return failure(refusedSql(text, server));
    }
    const Result<JobValue> job = hocon::parseJob(text);
    if (!job) {
        return failure(job.error());
    }
    format = JobFormat::Json;
    return job->toJson();
}

/// A job that runs under this id is not started again: the server says yes all the same.
QCoro::Task<Result<void>> requireFree(
    std::shared_ptr<ZetaClient> client, QString jobId, bool fromSavepoint, CancellationToken token)
{
    const Result<json::Job> job = co_await readJob(client, jobId, token);
    if (!job) {
        // After a restart of the server it no longer knows the job, and the savepoint is there all the same.
        const bool unknown = job.error().httpStatus == 404 || errors::isBrokenRecord(job.error());
        co_return unknown ? Result<void>() : failure(job.error());
    }
    if (!isFinal(json::stateOf(job->status))) {
        co_return failure(ErrorKind::Usage,
            SubmissionTexts::tr("A job with the id %1 is there and %2: stop it first, or choose another id.")
                .arg(jobId, job->status));
    }
    if (fromSavepoint && job->status != "SAVEPOINT_DONE"_L1) {
        co_return failure(ErrorKind::Usage,
            SubmissionTexts::tr("The job %1 ended as %2 and left no savepoint: the server would start afresh.")
                .arg(jobId, job->status));
    }
    co_return Result<void>();
}

QCoro::Task<Result<json::Named>> submitOne(
    std::shared_ptr<ZetaClient> client, QByteArray body, QList<QPair<QString, QString>> query, CancellationToken token)
{
    ZetaCall call{.method = "POST", .path = u"submit-job"_s, .query = std::move(query), .body = std::move(body)};
    const Result<QByteArray> answer = co_await ask(client, std::move(call), std::move(token));
    co_return answer ? json::submitted(*answer) : Result<json::Named>(failure(answer.error()));
}

/// All in one call where the version has it, which 2.3.8 brought; one after the other before.
QCoro::Task<Result<std::vector<json::Named>>> submitList(
    std::shared_ptr<ZetaClient> client, std::vector<ListedJob> jobs, ProgressObserver progress, CancellationToken token)
{
    const Result<ServerInfo> server = co_await findServer(client, false, token);
    if (!server) {
        co_return failure(server.error());
    }
    if (values::isAtLeast(server->version, u"2.3.8"_s)) {
        QByteArrayList entries;
        for (const ListedJob& job : jobs) {
            entries.append(job.entry);
        }
        ZetaCall call{.method = "POST", .path = u"submit-jobs"_s, .body = '[' + entries.join(',') + ']'};
        const Result<QByteArray> answer = co_await ask(client, std::move(call), token);
        if (!answer) {
            Error error = answer.error();
            error.message += u' ' + SubmissionTexts::tr("Jobs that stand before that one in the list may run.");
            co_return failure(std::move(error));
        }
        co_return json::submittedMany(*answer);
    }
    std::vector<json::Named> started;
    for (const ListedJob& job : jobs) {
        const auto query = parameters(job.name, job.id, job.fromSavepoint, JobFormat::Json);
        const Result<json::Named> one = co_await submitOne(client, job.body, query, token);
        if (!one) {
            Error error = one.error();
            error.message += u' ' + SubmissionTexts::tr("%n job(s) of the list run.", nullptr, int(started.size()));
            co_return failure(std::move(error));
        }
        started.push_back(*one);
        if (progress) {
            progress(SubmissionTexts::tr("Started %1 as %2").arg(one->name, one->id));
        }
    }
    co_return started;
}

QCoro::Task<Result<Submission>> submitSeveral(
    std::shared_ptr<ZetaClient> client, SubmitRequest request, CancellationToken token)
{
    if (!request.fromSavepoint.isEmpty() || !request.values.value(s_id).isEmpty()) {
        co_return failure(ErrorKind::Usage,
            SubmissionTexts::tr("An id or a savepoint belongs to one job: in a list write them into its params."));
    }
    Result<std::vector<ListedJob>> jobs = listedJobs(request.text);
    if (!jobs) {
        co_return failure(jobs.error());
    }
    const auto started = co_await submitList(client, std::move(*jobs), request.progress, token);
    if (!started) {
        co_return failure(errors::placedIn(request.text, started.error()));
    }
    Submission submission{.jobId = started->front().id, .jobName = started->front().name};
    if (started->size() > 1) {
        QStringList names;
        for (const json::Named& each : *started) {
            names.append(u"%1 (%2)"_s.arg(each.name, each.id));
        }
        submission.warnings.append(
            SubmissionTexts::tr("Started %n job(s): %1", nullptr, int(started->size())).arg(names.join(u", "_s)));
    }
    co_return submission;
}

} // namespace

FormDescription ZetaSubmission::form() const
{
    FormDescription form;
    form.title = tr("SeaTunnel job");
    form.fields.push_back({.id = s_name,
        .label = tr("Job name"),
        .placeholder = tr("as in the env block"),
        .help = tr("Wins over job.name of the env block.")});
    form.fields.push_back({.id = s_id,
        .label = tr("Job id"),
        .placeholder = tr("the server chooses one"),
        .help = tr("A whole number; before 2.3.6 only with a savepoint."),
        .check = checks::wholeNumber(1, std::numeric_limits<qint64>::max())});
    form.fields.push_back({.id = s_format,
        .label = tr("Format"),
        .kind = FieldKind::Choice,
        .defaultValue = u"auto"_s,
        .options = {
            {u"auto"_s, tr("By the text")}, {u"json"_s, u"JSON"_s}, {u"hocon"_s, u"HOCON"_s}, {u"sql"_s, u"SQL"_s}}});
    return form;
}

QStringList ZetaSubmission::formats() const
{
    return {u"conf"_s, u"config"_s, u"hocon"_s, u"json"_s, u"sql"_s};
}

std::vector<JobTemplate> ZetaSubmission::templates() const
{
    return jobTemplates();
}

std::vector<JobWord> ZetaSubmission::words(const QString& text, qsizetype offset, const QString& fileName) const
{
    return jobWords(text, offset, fileName);
}

QCoro::Task<Result<Submission>> ZetaSubmission::submit(SubmitRequest request, CancellationToken token)
{
    const std::shared_ptr<ZetaClient> client = m_client;
    JobFormat format = formatOf(request.values.value(s_format), request.fileName, request.text);
    if (request.text.trimmed().isEmpty()) {
        co_return failure(Error{.kind = ErrorKind::Sql, .message = tr("The job is empty."), .range = TextRange{}});
    }
    if (format == JobFormat::Json) {
        if (auto problem = errors::jsonProblem(request.text)) {
            co_return failure(std::move(*problem));
        }
    }
    if (isJobList(request.text, format)) {
        co_return co_await submitSeveral(client, std::move(request), token);
    }
    const Result<ServerInfo> server = co_await findServer(client, false, token);
    if (!server) {
        co_return failure(server.error());
    }
    const Result<QByteArray> body = bodyOf(request.text, format, *server);
    if (!body) {
        co_return failure(body.error());
    }
    const bool fromSavepoint = !request.fromSavepoint.isEmpty();
    const QString chosenId = request.values.value(s_id).trimmed();
    if (fromSavepoint && !chosenId.isEmpty() && chosenId != request.fromSavepoint) {
        co_return failure(ErrorKind::Usage,
            tr("A job that starts from a savepoint keeps its id, which is %1: leave Job id empty.")
                .arg(request.fromSavepoint));
    }
    const QString id = fromSavepoint ? request.fromSavepoint : chosenId;
    if (!id.isEmpty()) {
        if (auto problem = badJobId(id)) {
            co_return failure(std::move(*problem));
        }
        const Result<void> isFree = co_await requireFree(client, id, fromSavepoint, token);
        if (!isFree) {
            co_return failure(isFree.error());
        }
    }
    const auto query = parameters(request.values.value(s_name).trimmed(), id, fromSavepoint, format);
    const Result<json::Named> started = co_await submitOne(client, *body, query, token);
    if (!started) {
        co_return failure(errors::placedIn(request.text, started.error()));
    }
    Submission submission{.jobId = started->id, .jobName = started->name};
    if (!id.isEmpty() && started->id != id) {
        submission.warnings.append(tr("This version gave the job the id %1 instead of %2.").arg(started->id, id));
    }
    co_return submission;
}

} // namespace millrace::seatunnel
