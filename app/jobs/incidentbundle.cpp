// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/incidentbundle.h"

#include "core/jobmonitor.h"
#include "core/metrics.h"
#include "models/zipwriter.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QSaveFile>
#include <QtConcurrent/QtConcurrentRun>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(IncidentBundle)
};

constexpr std::size_t s_mostLogs = 40;
constexpr int s_mostReads = 64; ///< of one log whose length nobody knows
constexpr qsizetype s_mostSampled = 300;

/// What the gathering of all parts shares.
struct Gathering {
    std::shared_ptr<Operation> operation;
    IncidentRequest request;
    IncidentParts parts;
    CancellationToken token;

    /// Notes why a part is missing; false when the whole is cancelled.
    bool miss(const QString& what, const Error& error)
    {
        if (error.isCancelled() || token.isCancelled()) {
            return false;
        }
        parts.missing.append(u"%1: %2"_s.arg(what, error.message));
        return true;
    }
};

using Shared = std::shared_ptr<Gathering>;

QCoro::Task<bool> gatherJob(Shared all)
{
    const auto connection = all->request.connection;
    if (!connection->jobMonitor()) {
        co_return true;
    }
    const QString id = all->request.key.jobId;
    const CancellationToken token = all->token;
    auto answer = co_await connection->jobMonitor()->job(id, token);
    if (!answer) {
        co_return all->miss(Texts::tr("The job"), answer.error());
    }
    all->parts.detail = std::move(*answer);
    co_return true;
}

QCoro::Task<bool> gatherCheckpoints(Shared all)
{
    const auto connection = all->request.connection;
    const QString id = all->request.key.jobId;
    const CancellationToken token = all->token;
    if (connection->checkpoints()) {
        auto answer = co_await connection->checkpoints()->overview(id, token);
        if (answer) {
            all->parts.checkpoints = std::move(*answer);
        } else if (!all->miss(Texts::tr("Checkpoints"), answer.error())) {
            co_return false;
        }
    }
    if (connection->savepoints()) {
        auto answer = co_await connection->savepoints()->savepoints(id, token);
        if (answer) {
            all->parts.savepoints = std::move(*answer);
        } else if (!all->miss(Texts::tr("Savepoints"), answer.error())) {
            co_return false;
        }
    }
    co_return true;
}

/// One sample of the job's own metrics, beside what was charted.
QCoro::Task<bool> gatherMetrics(Shared all)
{
    const auto connection = all->request.connection;
    all->parts.metrics = all->request.metrics;
    if (!connection->metrics()) {
        co_return true;
    }
    const MetricScope scope{.kind = MetricScope::Kind::Job, .jobId = all->request.key.jobId, .id = {}, .title = {}};
    const CancellationToken token = all->token;
    const auto names = co_await connection->metrics()->names(scope, token);
    if (!names) {
        co_return all->miss(Texts::tr("Metrics"), names.error());
    }
    const QStringList wanted = names->mid(0, s_mostSampled);
    const auto values = co_await connection->metrics()->values(scope, wanted, token);
    if (!values) {
        co_return all->miss(Texts::tr("Metrics"), values.error());
    }
    all->parts.metrics.append(scope, *values, QDateTime::currentMSecsSinceEpoch());
    co_return true;
}

/// The end of one log: where its length is known, from there; else by reading on and keeping the last piece.
QCoro::Task<bool> gatherLog(Shared all, LogSource source)
{
    const auto connection = all->request.connection;
    const CancellationToken token = all->token;
    const qint64 most = all->request.logBytes;
    IncidentLog log{.source = source, .offset = std::max<qint64>(0, source.bytes - most), .bytes = {}};
    qint64 next = log.offset;
    for (int reads = 0; reads < s_mostReads; ++reads) {
        auto chunk = co_await connection->jobLogs()->read(source, next, most, token);
        if (!chunk) {
            co_return all->miss(source.title, chunk.error());
        }
        if (log.bytes.isEmpty()) {
            log.offset = chunk->offset;
        }
        log.bytes += chunk->bytes;
        if (log.bytes.size() > most) {
            log.offset += log.bytes.size() - most;
            log.bytes = log.bytes.last(most);
        }
        if (chunk->atEnd || chunk->bytes.isEmpty() || chunk->next == next) {
            break;
        }
        next = chunk->next;
    }
    all->parts.logs.push_back(std::move(log));
    co_return true;
}

QCoro::Task<bool> gatherLogs(Shared all)
{
    const auto connection = all->request.connection;
    if (!connection->jobLogs()) {
        co_return true;
    }
    const QString id = all->request.key.jobId;
    const CancellationToken token = all->token;
    const auto sources = co_await connection->jobLogs()->sources(id, token);
    if (!sources) {
        co_return all->miss(Texts::tr("Logs"), sources.error());
    }
    const std::size_t count = std::min(s_mostLogs, sources->size());
    for (std::size_t i = 0; i < count; ++i) {
        const LogSource source = (*sources)[i];
        const double share = 0.4 + 0.4 * static_cast<double>(i) / static_cast<double>(count);
        all->operation->setProgress(share, Texts::tr("Reading %1").arg(source.title));
        auto log = gatherLog(all, source);
        const bool hasLog = co_await log;
        if (!hasLog) {
            co_return false;
        }
    }
    if (sources->size() > count) {
        all->parts.missing.append(
            Texts::tr("%n further logs were left out.", nullptr, static_cast<int>(sources->size() - count)));
    }
    co_return true;
}

QCoro::Task<bool> gatherAll(Shared all)
{
    all->operation->setProgress(0.05, Texts::tr("Asking for the job"));
    auto job = gatherJob(all);
    const bool hasJob = co_await job;
    if (!hasJob) {
        co_return false;
    }
    all->operation->setProgress(0.15, Texts::tr("Asking for checkpoints and savepoints"));
    auto checkpoints = gatherCheckpoints(all);
    const bool hasCheckpoints = co_await checkpoints;
    if (!hasCheckpoints) {
        co_return false;
    }
    all->operation->setProgress(0.3, Texts::tr("Asking for metrics"));
    auto metrics = gatherMetrics(all);
    const bool hasMetrics = co_await metrics;
    if (!hasMetrics) {
        co_return false;
    }
    auto logs = gatherLogs(all);
    const bool hasLogs = co_await logs;
    co_return hasLogs;
}

} // namespace

Result<void> writeIncidentZip(
    const QString& path, const std::vector<IncidentFile>& files, const CancellationToken& token)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(ErrorKind::Storage,
            Texts::tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
    }
    ZipWriter zip(file);
    for (const IncidentFile& each : files) {
        if (token.isCancelled()) {
            file.cancelWriting();
            return failure(Error::cancelled());
        }
        if (auto added = zip.add(each.name, each.content); !added) {
            file.cancelWriting();
            return added;
        }
    }
    if (auto finished = zip.finish(); !finished) {
        file.cancelWriting();
        return finished;
    }
    if (!file.commit()) {
        return failure(ErrorKind::Storage,
            Texts::tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
    }
    return {};
}

QString incidentFileName(const QString& jobName, const QDateTime& at)
{
    QString name;
    for (const QChar character : jobName.left(60)) {
        const bool plain = character.isLetterOrNumber() || character == u'-' || character == u'_';
        name += plain ? character : QChar(u'-');
    }
    return u"incident-%1-%2.zip"_s.arg(name, at.toString(u"yyyyMMdd-HHmmss"_s));
}

QCoro::Task<void> runIncidentBundle(std::shared_ptr<Operation> operation, IncidentRequest request)
{
    operation->start();
    const auto all = std::make_shared<Gathering>();
    all->operation = operation;
    all->token = operation->cancellation();
    all->request = std::move(request);
    const ConnectionProfile profile = all->request.connection->profile();
    all->parts.connectionName = profile.name;
    all->parts.systemName = all->request.systemName;
    all->parts.environment = toId(profile.environment);
    all->parts.jobId = all->request.key.jobId;
    all->parts.takenAt = QDateTime::currentDateTimeUtc();
    all->parts.detail = all->request.known;
    // Tasks have names here: GCC 12 destroys those of a condition too early.
    auto gathering = gatherAll(all);
    const bool gathered = co_await gathering;
    if (!gathered) {
        operation->finish(failure(Error::cancelled()));
        co_return;
    }
    all->parts.sql = all->parts.detail.sql.isEmpty() ? all->request.sql : all->parts.detail.sql;
    operation->setProgress(0.85, Texts::tr("Writing the bundle"));
    // Replacing secrets in megabytes of logs, laying out and packing would stop the window for a moment.
    const auto write = [all] { return writeIncidentZip(all->request.path, incidentFiles(all->parts), all->token); };
    QFuture<Result<void>> writing = QtConcurrent::run(write);
    const auto written = co_await writing;
    operation->finish(written);
}

} // namespace millrace
