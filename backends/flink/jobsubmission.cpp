// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobsubmission.h"

#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/sessioncore.h"
#include "backends/flink/statementrun.h"
#include "backends/http/pause.h"
#include "backends/http/redaction.h"
#include "results/rowbatch.h"
#include "sql/positions.h"
#include "sql/statements.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace millrace::flink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct SubmitTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkSubmission)
};

/// How long a job may take to start before we leave it to itself.
constexpr qint64 s_startMs = 20'000;

class NoRows : public ResultSink {
public:
    void begin(const ResultSchema&) override { }

    void append(RowBatch&&) override { }
};

bool startsJob(sql::StatementKind kind)
{
    using Kind = sql::StatementKind;
    return kind == Kind::Insert || kind == Kind::InsertOverwrite || kind == Kind::StatementSet || kind == Kind::Upsert
        || kind == Kind::Update || kind == Kind::Delete || kind == Kind::Merge || kind == Kind::ExecutePlan
        || kind == Kind::CompileAndExecutePlan || kind == Kind::CreateTableAs;
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

/// What is wrong with the script as a job; nothing when it can be run.
std::optional<Error> complaint(const SubmitRequest& request, const std::vector<sql::Statement>& statements)
{
    int jobs = 0;
    for (const sql::Statement& each : statements) {
        const auto place = [&] {
            return TextRange{sql::positionAt(request.text, each.offset), sql::positionAt(request.text, each.textEnd())};
        };
        if (sql::isQuery(each.kind)) {
            return Error{.kind = ErrorKind::Sql,
                .message =
                    SubmitTexts::tr("A %1 shows rows and is no job: run it in the editor, or INSERT its rows into "
                                    "a table.")
                        .arg(sql::toText(each.kind)),
                .range = place()};
        }
        jobs += startsJob(each.kind) ? 1 : 0;
        if (jobs > 1 && !request.fromSavepoint.isEmpty()) {
            return Error{.kind = ErrorKind::Sql,
                .message =
                    SubmitTexts::tr("Only one job can start from a savepoint: put the INSERTs into one statement "
                                    "set, as they were when it was taken."),
                .range = place()};
        }
    }
    if (jobs == 0) {
        return Error{.kind = ErrorKind::Usage,
            .message = SubmitTexts::tr("Nothing in this text starts a job: it needs an INSERT or a statement set.")};
    }
    return std::nullopt;
}

/// A submission while it goes on, in the frame of its coroutine.
struct Submitting {
    std::shared_ptr<GatewayClient> client;
    std::shared_ptr<SessionCore> core;
    SubmitRequest request;
    CancellationToken token;
    QMap<QString, QString> restore;
    QStringList jobs;
    Submission result;

    void tell(const QString& message) const
    {
        if (request.progress) {
            request.progress(message);
        }
    }
};

QCoro::Task<Result<QString>> runOne(Submitting& work, QString statement)
{
    RunRequest run;
    run.statement = statement;
    const auto sink = std::make_shared<NoRows>();
    const Result<RunSummary> done = co_await runStatement(work.core, std::move(run), sink, work.token);
    if (!done) {
        co_return failure(done.error());
    }
    co_return done->info.jobId;
}

QCoro::Task<Result<void>> setAll(Submitting& work)
{
    const QMap<QString, QString> settings = work.restore;
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        const QString statement = u"SET "_s + quoted(it.key()) + u" = "_s + quoted(it.value());
        const Result<QString> done = co_await runOne(work, statement);
        if (!done) {
            co_return failure(done.error());
        }
    }
    co_return Result<void>();
}

QCoro::Task<void> resetAll(Submitting& work)
{
    const QMap<QString, QString> settings = work.restore;
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        const QString statement = u"RESET "_s + quoted(it.key());
        co_await runOne(work, statement);
    }
}

Error inText(Error error, const Submitting& work, const sql::Statement& statement)
{
    if (error.range) {
        error.range = sql::toScript(*error.range, sql::positionAt(work.request.text, statement.offset));
    }
    if (!work.jobs.isEmpty() && !error.isCancelled()) {
        error.message += u' ' + SubmitTexts::tr("Before it, job %1 was started.").arg(work.jobs.join(u", "_s));
    }
    return error;
}

QCoro::Task<Result<void>> runScript(Submitting& work, std::vector<sql::Statement> statements)
{
    for (size_t i = 0; i < statements.size(); ++i) {
        const sql::Statement statement = statements[i];
        if (statement.kind == sql::StatementKind::Quit) {
            break;
        }
        if (sql::isClientCommand(statement.kind)) {
            continue;
        }
        work.tell(SubmitTexts::tr("Statement %1 of %2: %3")
                      .arg(i + 1)
                      .arg(statements.size())
                      .arg(sql::toText(statement.kind)));
        const bool isJob = startsJob(statement.kind);
        if (isJob && !work.restore.isEmpty()) {
            const Result<void> set = co_await setAll(work);
            if (!set) {
                co_return set;
            }
        }
        const QString text = statement.text(work.request.text).toString();
        const Result<QString> done = co_await runOne(work, text);
        if (isJob && !work.restore.isEmpty()) {
            co_await resetAll(work);
        }
        if (!done) {
            co_return failure(inText(done.error(), work, statement));
        }
        if (!done->isEmpty()) {
            work.jobs << *done;
        }
    }
    co_return Result<void>();
}

/// How many tasks there are in these states; in all of them when none is named.
int sumOf(const QMap<QString, int>& tasks, const QStringList& states = {})
{
    int sum = 0;
    for (auto it = tasks.begin(); it != tasks.end(); ++it) {
        sum += states.isEmpty() || states.contains(it.key()) ? it.value() : 0;
    }
    return sum;
}

/// A job that cannot be restored fails just after it was taken. Without a JobManager nobody can tell.
QCoro::Task<Result<void>> watchStart(Submitting& work)
{
    if (work.client->jobManager().isEmpty()) {
        co_return Result<void>();
    }
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < s_startMs && !work.token.isCancelled()) {
        const Result<QByteArray> body =
            co_await askJobManager(work.client, api::jobPart(work.result.jobId, ""_L1), work.token);
        const Result<json::JobPage> page = body ? json::jobPage(*body) : Result<json::JobPage>(failure(body.error()));
        if (!page) {
            co_return Result<void>(); // it was taken: what the JobManager says now is another matter
        }
        work.result.jobName = page->summary.name;
        // One whose state does not fit is taken, fails in its tasks and comes back again and again.
        const bool comesBack = !work.request.fromSavepoint.isEmpty() && page->summary.state == JobState::Restarting;
        if (page->summary.state == JobState::Failed || comesBack) {
            const QString path = api::jobPart(work.result.jobId, "exceptions"_L1);
            const Result<QByteArray> exceptions = co_await askJobManager(work.client, path, work.token);
            const auto failures =
                exceptions ? json::failures(*exceptions) : Result<std::vector<JobFailure>>(failure(exceptions.error()));
            const bool known = failures && !failures->empty();
            const QString why = known ? failures->front().rootCause : page->summary.rawState;
            co_return failure(ErrorKind::Sql,
                comesBack ? SubmitTexts::tr("Job %1 does not come up and tries again until it is cancelled: %2")
                                .arg(work.result.jobId, why)
                          : SubmitTexts::tr("The job failed as it started: %1").arg(why),
                known ? work.client->http().redactor().text(failures->front().text) : QString());
        }
        const int tasks = sumOf(page->summary.tasks);
        const bool isUp = work.request.fromSavepoint.isEmpty() || isFinal(page->summary.state)
            || (tasks > 0 && sumOf(page->summary.tasks, {u"RUNNING"_s, u"FINISHED"_s}) == tasks);
        if (isUp && page->summary.rawState != "INITIALIZING"_L1 && page->summary.rawState != "CREATED"_L1) {
            co_return Result<void>();
        }
        co_await pauseFor(200ms, work.token);
    }
    co_return Result<void>();
}

QMap<QString, QString> sessionSettings(const FormValues& values)
{
    QMap<QString, QString> settings{{u"table.dml-sync"_s, u"false"_s}};
    if (const QString name = values.value(submitfields::name).trimmed(); !name.isEmpty()) {
        settings.insert(u"pipeline.name"_s, name);
    }
    if (const QString parallelism = values.value(submitfields::parallelism).trimmed(); !parallelism.isEmpty()) {
        settings.insert(u"parallelism.default"_s, parallelism);
    }
    return settings;
}

QCoro::Task<Result<Submission>> submitScript(
    std::shared_ptr<GatewayClient> client, SubmitRequest request, CancellationToken token)
{
    const std::vector<sql::Statement> statements = sql::splitStatements(QStringView(request.text));
    if (auto problem = complaint(request, statements)) {
        co_return failure(std::move(*problem));
    }
    if (client->gateway().isEmpty()) {
        co_return failure(ErrorKind::Unsupported,
            SubmitTexts::tr("Running SQL needs the address of the SQL Gateway: fill it in, in the connection."));
    }
    Submitting work{.client = client, .core = nullptr, .request = std::move(request), .token = std::move(token)};
    work.tell(SubmitTexts::tr("Opening a session"));
    const QMap<QString, QString> settings = sessionSettings(work.request.values);
    const auto core = co_await openSession(client, u"millrace-submit"_s, settings, work.token);
    if (!core) {
        co_return failure(core.error());
    }
    work.core = *core;
    if (!work.request.fromSavepoint.isEmpty()) {
        const int major = client->productVersion().section(u'.', 0, 0).toInt();
        work.restore = restoreSettings(major, work.request.fromSavepoint, work.request.values);
    }
    const Result<void> ran = co_await runScript(work, statements);
    co_await closeSession(work.core);
    if (!ran) {
        co_return failure(ran.error());
    }
    if (work.jobs.isEmpty()) {
        co_return failure(ErrorKind::Protocol, SubmitTexts::tr("The gateway ran the text and named no job."));
    }
    work.result.jobId = work.jobs.first();
    work.result.jobName = work.request.values.value(submitfields::name).trimmed();
    if (work.jobs.size() > 1) {
        work.result.warnings << SubmitTexts::tr("The text started %n jobs: %1.", nullptr, int(work.jobs.size()))
                                    .arg(work.jobs.join(u", "_s));
    }
    const Result<void> started = co_await watchStart(work);
    if (!started) {
        co_return failure(started.error());
    }
    co_return std::move(work.result);
}

} // namespace

QMap<QString, QString> restoreSettings(int majorVersion, const QString& location, const FormValues& values)
{
    QString mode = values.value(submitfields::claimMode);
    if (mode.isEmpty()) {
        mode = u"NO_CLAIM"_s;
    }
    const QString ignore = values.value(submitfields::allowNonRestored) == "true"_L1 ? u"true"_s : u"false"_s;
    if (majorVersion >= 2) {
        return {{u"execution.state-recovery.path"_s, location}, {u"execution.state-recovery.claim-mode"_s, mode},
            {u"execution.state-recovery.ignore-unclaimed-state"_s, ignore}};
    }
    return {{u"execution.savepoint.path"_s, location}, {u"execution.savepoint-restore-mode"_s, mode},
        {u"execution.savepoint.ignore-unclaimed-state"_s, ignore}};
}

FlinkJobSubmission::FlinkJobSubmission(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

FormDescription FlinkJobSubmission::form() const
{
    FormDescription form;
    form.title = SubmitTexts::tr("Submit to Flink");
    const QString section = SubmitTexts::tr("Job");
    form.fields.push_back({.id = submitfields::name,
        .section = section,
        .label = SubmitTexts::tr("Job name"),
        .help = SubmitTexts::tr("Empty: what the text sets, or Flink's own.")});
    form.fields.push_back({.id = submitfields::parallelism,
        .section = section,
        .label = SubmitTexts::tr("Parallelism"),
        .kind = FieldKind::Number,
        .help = SubmitTexts::tr("Empty: the cluster's default."),
        .check = checks::wholeNumber(1, 32768)});
    const QString savepoint = SubmitTexts::tr("From a savepoint");
    form.fields.push_back({.id = submitfields::claimMode,
        .section = savepoint,
        .label = SubmitTexts::tr("Restore mode"),
        .kind = FieldKind::Segments,
        .defaultValue = u"NO_CLAIM"_s,
        .help = SubmitTexts::tr("Claim: Flink owns the savepoint and deletes it when it needs it no more."),
        .options = {{u"NO_CLAIM"_s, SubmitTexts::tr("No claim")}, {u"CLAIM"_s, SubmitTexts::tr("Claim")}}});
    form.fields.push_back({.id = submitfields::allowNonRestored,
        .section = savepoint,
        .label = SubmitTexts::tr("Missing operators"),
        .kind = FieldKind::Toggle,
        .defaultValue = u"false"_s,
        .help = SubmitTexts::tr("Off: Flink refuses to start rather than drop state."),
        .caption = SubmitTexts::tr("Allow state that cannot be restored")});
    return form;
}

QStringList FlinkJobSubmission::formats() const
{
    return {u"sql"_s};
}

QCoro::Task<Result<Submission>> FlinkJobSubmission::submit(SubmitRequest request, CancellationToken token)
{
    return submitScript(m_client, std::move(request), std::move(token));
}

} // namespace millrace::flink
