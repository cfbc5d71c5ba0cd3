// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobactions.h"

#include "app/connectionpool.h"
#include "app/jobs/jobpolling.h"
#include "app/jobs/ledgerkeeper.h"
#include "models/humantext.h"
#include "models/jobtable.h"
#include "storage/connectionstore.h"
#include "storage/savepointledger.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// So many at once: a cluster that is asked for a hundred savepoints in one moment has other worries.
constexpr int s_atOnce = 4;

/// The first sentence that is not empty.
void keepFirst(QString& kept, const QString& sentence)
{
    if (kept.isEmpty()) {
        kept = sentence;
    }
}

} // namespace

JobActions::JobActions(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) { }

QString JobActions::readOnlyReason(const QString& connectionId) const
{
    const auto profile = m_parts.connections.find(connectionId);
    if (!profile) {
        return tr("Its connection is not saved any more.");
    }
    return profile->readOnly ? tr("%1 is read-only: nothing is done to its jobs from here.").arg(profile->name)
                             : QString();
}

QString JobActions::refusal(JobSheetKind kind, const JobKey& key) const
{
    const JobRow* row = m_parts.table.find(key);
    if (!row) {
        return tr("The job is not known any more.");
    }
    if (const QString reason = readOnlyReason(key.connectionId); !reason.isEmpty()) {
        return reason;
    }
    if (isFinal(row->job.state)) {
        return tr("It has ended already.");
    }
    if (!row->listed) {
        return tr("The server does not list it any more.");
    }
    const std::shared_ptr<Connection> connection = m_parts.polling.connection(key.connectionId);
    if (!connection) {
        return tr("Its server has not answered yet.");
    }
    Savepoints* savepoints = connection->savepoints();
    if (kind == JobSheetKind::Savepoint) {
        return savepoints ? savepoints->limits().takeUnsupported : tr("This system has no savepoints.");
    }
    if (kind == JobSheetKind::Stop && !savepoints && !connection->jobControl()) {
        return tr("Jobs of this system cannot be stopped from here.");
    }
    return {};
}

QString JobActions::refusal(JobSheetKind kind, const std::vector<JobKey>& keys) const
{
    if (keys.empty()) {
        return tr("Choose a job first.");
    }
    QString first;
    for (const JobKey& key : keys) {
        const QString reason = refusal(kind, key);
        if (reason.isEmpty()) {
            return {};
        }
        keepFirst(first, reason);
    }
    return first;
}

JobActionSheet* JobActions::open(JobSheetKind kind, const std::vector<JobKey>& keys, QWidget* host)
{
    std::vector<JobSheetItem> items;
    std::vector<Task> tasks;
    for (const JobKey& key : keys) {
        const JobRow* row = m_parts.table.find(key);
        if (!row) {
            continue;
        }
        const JobSource& source = m_parts.table.sourceOf(*row);
        const QString name = row->job.name.isEmpty() ? row->job.id : row->job.name;
        tasks.push_back({.item = static_cast<int>(items.size()), .key = key, .name = name});
        items.push_back({.name = name,
            .connection = source.name,
            .environment = source.environment,
            .refusal = refusal(kind, key)});
    }
    return items.empty() ? nullptr : openSheet(kind, std::move(items), std::move(tasks), host);
}

JobActionSheet* JobActions::openDispose(const std::vector<LedgerEntry>& entries, QWidget* host)
{
    std::vector<JobSheetItem> items;
    std::vector<Task> tasks;
    for (const LedgerEntry& entry : entries) {
        const auto profile = m_parts.connections.find(entry.connectionId);
        QString refusal = readOnlyReason(entry.connectionId);
        if (entry.pinned) {
            refusal = tr("It is pinned: unpin it first.");
        } else if (entry.state != LedgerEntry::State::Present) {
            refusal = tr("It is gone already.");
        }
        tasks.push_back({.item = static_cast<int>(items.size()),
            .key = {entry.connectionId, entry.jobId},
            .name = entry.location,
            .entry = entry});
        items.push_back({.name = entry.location,
            .connection = entry.connectionName,
            .environment = profile ? profile->environment : Environment::Development,
            .refusal = refusal});
    }
    return items.empty() ? nullptr : openSheet(JobSheetKind::Dispose, std::move(items), std::move(tasks), host);
}

JobActionSheet* JobActions::openSheet(
    JobSheetKind kind, std::vector<JobSheetItem> items, std::vector<Task> tasks, QWidget* host)
{
    auto* sheet = new JobActionSheet(kind, items, host);
    addLimits(*sheet, tasks);
    addTypedName(*sheet, tasks, items);
    connect(sheet, &JobActionSheet::accepted, this, [this, kind, tasks, sheet](const JobSheetChoice& choice) {
        const auto shared = std::make_shared<Work>(Work{.kind = kind, .choice = choice, .sheet = sheet});
        for (const int item : sheet->allowed()) {
            shared->tasks.push_back(tasks[static_cast<std::size_t>(item)]);
        }
        for (int i = 0; i < s_atOnce; ++i) {
            work(shared);
        }
    });
    sheet->open();
    return sheet;
}

void JobActions::addLimits(JobActionSheet& sheet, const std::vector<Task>& tasks) const
{
    SavepointLimits all;
    QString cancelUnsupported;
    for (const Task& task : tasks) {
        const std::shared_ptr<Connection> connection = m_parts.polling.connection(task.key.connectionId);
        if (!connection) {
            continue;
        }
        if (!connection->jobControl()) {
            keepFirst(cancelUnsupported, tr("Jobs of this system end with a savepoint only."));
        }
        SavepointLimits limits;
        if (const Savepoints* savepoints = connection->savepoints()) {
            limits = savepoints->limits();
        } else {
            limits.stopUnsupported = tr("This system has no savepoints.");
        }
        keepFirst(all.takeUnsupported, limits.takeUnsupported);
        keepFirst(all.stopUnsupported, limits.stopUnsupported);
        keepFirst(all.targetUnsupported, limits.targetUnsupported);
        keepFirst(all.drainUnsupported, limits.drainUnsupported);
        keepFirst(all.formatUnsupported, limits.formatUnsupported);
        keepFirst(all.disposeUnsupported, limits.disposeUnsupported);
    }
    // That some of the jobs cannot do it stands in their rows.
    all.takeUnsupported.clear();
    sheet.setLimits(all, cancelUnsupported);
}

void JobActions::addTypedName(
    JobActionSheet& sheet, const std::vector<Task>& tasks, const std::vector<JobSheetItem>& items) const
{
    QStringList connections;
    QStringList names;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (items[i].environment == Environment::Production && items[i].refusal.isEmpty()) {
            names << (tasks[i].entry.location.isEmpty() ? items[i].name : tasks[i].entry.jobName);
            if (!connections.contains(items[i].connection)) {
                connections << items[i].connection;
            }
        }
    }
    if (names.size() == 1 && !names.front().isEmpty()) {
        sheet.setTypedName(tr("Type the name of the job: it runs in production"), names.front());
    } else if (!names.isEmpty() && connections.size() == 1) {
        sheet.setTypedName(tr("Type the name of the connection: it is production"), connections.front());
    } else if (!names.isEmpty()) {
        sheet.setTypedName(tr("Type how many of them are in production"), QString::number(names.size()));
    }
}

QCoro::Task<void> JobActions::work(std::shared_ptr<Work> work)
{
    const QPointer guard(this);
    while (guard && work->next < work->tasks.size()) {
        Task task = work->tasks[work->next++];
        co_await doOne(work, std::move(task));
    }
}

QCoro::Task<void> JobActions::doOne(std::shared_ptr<Work> work, Task task)
{
    const QPointer guard(this);
    const auto operation = std::make_shared<Operation>(operationTitle(*work, task));
    const auto tell = [work, item = task.item](JobActionSheet::Outcome outcome, const QString& text) {
        if (work->sheet) {
            work->sheet->setOutcome(item, outcome, text);
        }
    };
    Q_EMIT operationStarted(operation);
    operation->start();
    tell(JobActionSheet::Outcome::Running, tr("asking…"));
    ProgressObserver progress = [tell, operation](const QString& message) {
        operation->setProgress({}, message);
        tell(JobActionSheet::Outcome::Running, message);
    };
    const auto done = co_await perform(work, task, std::move(progress), operation->cancellation());
    if (done) {
        tell(JobActionSheet::Outcome::Done, *done);
        operation->finish({});
    } else if (done.error().isCancelled()) {
        tell(JobActionSheet::Outcome::Cancelled, tr("cancelled"));
        operation->finish(failure(done.error()));
    } else if (guard) {
        Error error = done.error();
        tell(JobActionSheet::Outcome::Failed,
            work->kind == JobSheetKind::Dispose ? error.message : tr("runs on: %1").arg(error.message));
        error.message = failureText(*work, task, error);
        operation->finish(failure(error));
        if (!work->sheet) {
            Q_EMIT failed(error);
        }
    }
    if (guard) {
        m_parts.polling.refresh(task.key.connectionId);
    }
}

QCoro::Task<Result<QString>> JobActions::perform(
    std::shared_ptr<Work> work, Task task, ProgressObserver progress, CancellationToken token)
{
    const QPointer guard(this);
    const auto connection = co_await m_parts.pool.connection(task.key.connectionId);
    if (!connection) {
        co_return failure(connection.error());
    }
    if (!guard) {
        co_return failure(Error::cancelled());
    }
    const std::shared_ptr<Connection> held = *connection;
    if (work->kind == JobSheetKind::Dispose) {
        auto disposed = co_await dispose(held, task.entry, token);
        co_return disposed;
    }
    if (!work->choice.withSavepoint) {
        JobControl* control = held->jobControl();
        if (!control) {
            co_return failure(ErrorKind::Unsupported, tr("Jobs of this system end with a savepoint only."));
        }
        const auto cancelled = co_await control->cancel(task.key.jobId, std::move(progress), token);
        if (!cancelled) {
            co_return failure(cancelled.error());
        }
        co_return tr("stopped");
    }
    Savepoints* savepoints = held->savepoints();
    if (!savepoints) {
        co_return failure(ErrorKind::Unsupported, tr("This system has no savepoints."));
    }
    SavepointRequest request{.jobId = task.key.jobId,
        .target = work->choice.target,
        .format = work->choice.format,
        .stop = work->kind == JobSheetKind::Stop,
        .drain = work->choice.drain,
        .progress = std::move(progress)};
    const auto taken = co_await savepoints->take(std::move(request), token);
    if (!taken) {
        co_return failure(taken.error());
    }
    if (guard) {
        m_parts.keeper.record(task.key, *taken);
    }
    co_return taken->location;
}

QCoro::Task<Result<QString>> JobActions::dispose(
    std::shared_ptr<Connection> connection, LedgerEntry entry, CancellationToken token)
{
    const QPointer guard(this);
    Savepoints* savepoints = connection->savepoints();
    if (!savepoints) {
        co_return failure(ErrorKind::Unsupported, tr("This system has no savepoints."));
    }
    const auto disposed = co_await savepoints->dispose(entry.location, token);
    if (!disposed) {
        co_return failure(disposed.error());
    }
    if (guard) {
        if (const auto marked = m_parts.ledger.setState(entry.id, LedgerEntry::State::Disposed); !marked) {
            co_return failure(marked.error());
        }
    }
    co_return tr("disposed of");
}

QCoro::Task<Result<SavepointInfo>> JobActions::stopWithSavepoint(
    JobKey key, ProgressObserver progress, CancellationToken token)
{
    const QPointer guard(this);
    const auto connection = co_await m_parts.pool.connection(key.connectionId);
    if (!connection) {
        co_return failure(connection.error());
    }
    const std::shared_ptr<Connection> held = *connection;
    Savepoints* savepoints = held->savepoints();
    if (!guard || !savepoints) {
        co_return failure(ErrorKind::Unsupported, tr("This system has no savepoints."));
    }
    SavepointRequest request{.jobId = key.jobId, .stop = true, .progress = std::move(progress)};
    auto taken = co_await savepoints->take(std::move(request), token);
    if (guard && taken) {
        m_parts.keeper.record(key, *taken);
        m_parts.polling.refresh(key.connectionId);
    }
    co_return taken;
}

QString JobActions::operationTitle(const Work& work, const Task& task) const
{
    const QString name = oneLine(task.name, 80);
    switch (work.kind) {
    case JobSheetKind::Savepoint:
        return tr("Savepoint of %1").arg(name);
    case JobSheetKind::Stop:
        return work.choice.withSavepoint ? tr("Stop %1 with a savepoint").arg(name) : tr("Stop %1").arg(name);
    case JobSheetKind::Dispose:
        return tr("Dispose of %1").arg(name);
    }
    return {};
}

QString JobActions::failureText(const Work& work, const Task& task, const Error& error) const
{
    switch (work.kind) {
    case JobSheetKind::Savepoint:
        return tr("No savepoint of %1, which runs on: %2").arg(task.name, error.message);
    case JobSheetKind::Stop:
        return tr("%1 was not stopped and runs on: %2").arg(task.name, error.message);
    case JobSheetKind::Dispose:
        return tr("%1 was not disposed of: %2").arg(task.name, error.message);
    }
    return error.message;
}

} // namespace millrace
