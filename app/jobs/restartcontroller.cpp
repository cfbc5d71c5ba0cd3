// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/restartcontroller.h"

#include "app/connectionpool.h"
#include "app/editorcontroller.h"
#include "app/jobs/jobactions.h"
#include "app/jobs/joborigins.h"
#include "app/jobs/jobpolling.h"
#include "app/jobs/ledgerkeeper.h"
#include "app/jobs/restartadvisor.h"
#include "app/services.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"
#include "models/jobtable.h"
#include "storage/connectionstore.h"
#include "storage/historystore.h"
#include "storage/savepointledger.h"
#include "widgets/editor/editordocument.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto s_refreshTime = 10s;

/// Where the last INSERT of a text writes to, to find the script that a job came from.
QString sinkOf(const QString& sql)
{
    static const QRegularExpression s_insert(
        u"\\bINSERT\\s+(?:INTO|OVERWRITE)\\s+([\\w.`$-]+)"_s, QRegularExpression::CaseInsensitiveOption);
    QString sink;
    auto matches = s_insert.globalMatch(sql);
    while (matches.hasNext()) {
        sink = matches.next().captured(1).remove(u'`').section(u'.', -1).toCaseFolded();
    }
    return sink;
}

/// A word for a shell.
QString quoted(const QString& word)
{
    QString inner = word;
    return u'\'' + inner.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

/// State is dropped only when a person says so, whatever the system's form begins with.
FormDescription withoutDroppedState(FormDescription form)
{
    for (FormField& field : form.fields) {
        if (field.kind == FieldKind::Toggle && field.id.contains("NonRestored"_L1, Qt::CaseInsensitive)) {
            field.defaultValue = u"false"_s;
        }
    }
    return form;
}

} // namespace

RestartController::RestartController(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) { }

bool RestartController::runs(const JobKey& key) const
{
    const JobRow* row = m_parts.table.find(key);
    return row && row->listed && !isFinal(row->job.state);
}

QString RestartController::capabilityRefusal(const QString& connectionId) const
{
    if (const QString reason = m_parts.actions.readOnlyReason(connectionId); !reason.isEmpty()) {
        return reason;
    }
    const std::shared_ptr<Connection> connection = m_parts.polling.connection(connectionId);
    if (!connection || connection->jobSubmission()) {
        return {};
    }
    if (const JobControl* control = connection->jobControl()) {
        return control->restartUnsupported();
    }
    return tr("Jobs of this system cannot be started from here.");
}

QString RestartController::refusal(const JobKey& key) const
{
    if (runs(key)) {
        if (const QString reason = m_parts.actions.refusal(JobSheetKind::Stop, key); !reason.isEmpty()) {
            return reason;
        }
    }
    return capabilityRefusal(key.connectionId);
}

QString RestartController::refusal(const LedgerEntry& entry) const
{
    if (entry.state != LedgerEntry::State::Present) {
        return tr("It is gone: nothing can start from it.");
    }
    return capabilityRefusal(entry.connectionId);
}

void RestartController::open(const JobKey& key, QWidget* host, const QString& location)
{
    const JobRow* row = m_parts.table.find(key);
    openSheet({.key = key, .name = row ? row->job.name : key.jobId, .location = location}, host);
}

void RestartController::open(const LedgerEntry& entry, QWidget* host)
{
    openSheet({.key = {entry.connectionId, entry.jobId},
                  .name = entry.jobName.isEmpty() ? entry.jobId : entry.jobName,
                  .location = entry.location},
        host);
}

QCoro::Task<void> RestartController::openSheet(Subject subject, QPointer<QWidget> host)
{
    const QPointer guard(this);
    const auto connection = co_await m_parts.services.pool->connection(subject.key.connectionId);
    if (!guard || !host) {
        co_return;
    }
    if (!connection) {
        Q_EMIT failed(connection.error());
        co_return;
    }
    subject.connection = *connection;
    m_parts.polling.start(subject.key.connectionId);
    const JobControl* control = (*connection)->jobControl();
    JobMonitor* monitor = (*connection)->jobMonitor();
    if (control && control->restartUnsupported().isEmpty() && monitor) {
        const auto detail = co_await monitor->job(subject.key.jobId, CancellationToken());
        if (!guard || !host) {
            co_return;
        }
        subject.kept = detail ? detail->sql : QString();
    }
    showSheet(subject, host);
}

void RestartController::showSheet(const Subject& subject, QWidget* host)
{
    RestartSubject shown{.jobName = subject.name, .runs = runs(subject.key)};
    if (const auto profile = m_parts.services.connections->find(subject.key.connectionId)) {
        shown.connectionName = profile->name;
        shown.environment = profile->environment;
    }
    if (JobSubmission* submission = subject.connection->jobSubmission()) {
        shown.form = withoutDroppedState(submission->form());
        shown.texts = openTexts(subject.key);
    } else {
        shown.textIsNeeded = false;
    }
    auto* sheet = new RestartSheet(std::move(shown), host);
    new RestartAdvisor(subject.connection, subject.key, sheet);
    fillEntries(sheet, subject);
    if (!subject.location.isEmpty()) {
        sheet->choose(subject.location);
    }
    connect(m_parts.services.ledger.get(), &SavepointLedger::changed, sheet,
        [this, sheet, subject] { fillEntries(sheet, subject); });
    // A running job replaces its checkpoints all the time, and ages grow.
    auto* clock = new QTimer(sheet);
    clock->setInterval(s_refreshTime);
    connect(clock, &QTimer::timeout, sheet, [this, sheet, subject] {
        m_parts.keeper.look(subject.key, runs(subject.key));
        fillEntries(sheet, subject);
    });
    clock->start();
    connect(sheet, &RestartSheet::accepted, this,
        [this, sheet, subject](const RestartChoice& choice) { run(subject, choice, sheet); });
    connect(sheet, &RestartSheet::copyCommandRequested, this,
        [this, subject](const RestartChoice& choice) { copyCommand(subject, choice); });
    sheet->open();
    m_parts.keeper.look(subject.key, true);
}

void RestartController::fillEntries(RestartSheet* sheet, const Subject& subject)
{
    // A job that was restarted has another id: its name finds what it had before.
    auto entries =
        m_parts.services.ledger->entries({.connectionId = subject.key.connectionId, .jobName = subject.name});
    if (!entries) {
        sheet->setFailed(entries.error());
        return;
    }
    if (auto byId =
            m_parts.services.ledger->entries({.connectionId = subject.key.connectionId, .jobId = subject.key.jobId})) {
        for (LedgerEntry& entry : *byId) {
            if (std::ranges::find(*entries, entry.id, &LedgerEntry::id) == entries->end()) {
                entries->push_back(std::move(entry));
            }
        }
    }
    std::ranges::stable_sort(*entries, std::greater(), &LedgerEntry::takenAt);
    // The history keeps the statement alone; the ledger may have it with all that its session was given.
    QString known = m_parts.origins.script(subject.key);
    for (const LedgerEntry& entry : *entries) {
        if (entry.jobId == subject.key.jobId && entry.sql.size() > known.size()) {
            known = entry.sql;
        }
    }
    sheet->setKnownSql(known.isEmpty() ? subject.kept : known);
    sheet->setRuns(runs(subject.key));
    sheet->setEntries(std::move(*entries), QDateTime::currentDateTimeUtc());
}

std::vector<RestartText> RestartController::openTexts(const JobKey& key) const
{
    const QString sink = sinkOf(m_parts.origins.statement(key));
    std::vector<RestartText> texts;
    for (const ScriptTab* tab : m_parts.editors.tabs()) {
        const QString text = tab->editor()->text();
        const QString wanted = sinkOf(text);
        if (wanted.isEmpty()) {
            continue;
        }
        const RestartText found{.name = tab->page()->title(), .text = text};
        // The script that writes where the job writes is the best guess.
        texts.insert(wanted == sink ? texts.begin() : texts.end(), found);
    }
    return texts;
}

QCoro::Task<void> RestartController::run(Subject subject, RestartChoice choice, QPointer<RestartSheet> sheet)
{
    const QPointer guard(this);
    const auto operation = std::make_shared<Operation>(tr("Restart %1").arg(subject.name));
    Q_EMIT operationStarted(operation);
    operation->start();
    ProgressObserver progress = [operation, sheet](const QString& message) {
        operation->setProgress({}, message);
        if (sheet) {
            sheet->setBusy(message);
        }
    };
    const auto done = co_await perform(subject, choice, std::move(progress), operation->cancellation());
    if (done) {
        operation->finish({});
    } else {
        operation->finish(failure(done.error()));
    }
    if (!guard) {
        co_return;
    }
    m_parts.polling.refresh(subject.key.connectionId);
    if (done) {
        if (sheet) {
            sheet->closeSheet();
        }
        Q_EMIT started(*done);
    } else if (sheet) {
        sheet->setFailed(done.error());
    } else if (!done.error().isCancelled()) {
        Q_EMIT failed(done.error());
    }
}

QCoro::Task<Result<JobKey>> RestartController::perform(
    Subject subject, RestartChoice choice, ProgressObserver progress, CancellationToken token)
{
    const QPointer guard(this);
    QString stoppedWith;
    if (runs(subject.key)) {
        progress(tr("Stopping %1 with a savepoint…").arg(subject.name));
        const auto taken = co_await m_parts.actions.stopWithSavepoint(subject.key, progress, token);
        if (!taken) {
            Error error = taken.error();
            error.message = tr("%1 was not stopped and runs on: %2").arg(subject.name, error.message);
            co_return failure(error);
        }
        stoppedWith = taken->location;
        if (choice.fromNow) {
            choice.location = stoppedWith;
        }
    }
    if (!guard) {
        co_return failure(Error::cancelled());
    }
    progress(tr("Starting %1…").arg(subject.name));
    auto started = co_await startAgain(subject, choice, progress, token);
    if (!started && !stoppedWith.isEmpty()) {
        Error error = started.error();
        error.message = tr("%1 is stopped and did not start again: %2 Its last savepoint is %3.")
                            .arg(subject.name, error.message, stoppedWith);
        co_return failure(error);
    }
    co_return started;
}

QCoro::Task<Result<JobKey>> RestartController::startAgain(
    Subject subject, RestartChoice choice, ProgressObserver progress, CancellationToken token)
{
    const QPointer guard(this);
    JobKey key{subject.key.connectionId, {}};
    // A server that keeps the job starts that one again; a second one beside it could not have its name.
    const bool isKept = !subject.kept.isEmpty() && choice.sql.trimmed() == subject.kept.trimmed();
    if (JobSubmission* submission = isKept ? nullptr : subject.connection->jobSubmission()) {
        SubmitRequest request{.text = choice.sql,
            .values = choice.values,
            .fromSavepoint = choice.location,
            .progress = std::move(progress)};
        const auto submitted = co_await submission->submit(std::move(request), token);
        if (!submitted) {
            co_return failure(submitted.error());
        }
        key.jobId = submitted->jobId;
        if (guard) {
            m_parts.origins.add(key, choice.sql);
            remember(key, choice.sql);
        }
        co_return key;
    }
    JobControl* control = subject.connection->jobControl();
    if (!control) {
        co_return failure(ErrorKind::Unsupported, tr("Jobs of this system cannot be started from here."));
    }
    const auto id = co_await control->restart(subject.key.jobId, choice.location, std::move(progress), token);
    if (!id) {
        co_return failure(id.error());
    }
    key.jobId = *id;
    co_return key;
}

void RestartController::remember(const JobKey& key, const QString& sql)
{
    const auto profile = m_parts.services.connections->find(key.connectionId);
    HistoryEntry entry{.startedAt = QDateTime::currentDateTimeUtc(),
        .connectionId = key.connectionId,
        .connectionName = profile ? profile->name : QString(),
        .statement = sql,
        .statementKind = u"INSERT"_s,
        .durationMs = 0,
        .state = HistoryEntry::State::Succeeded,
        .error = {},
        .jobId = key.jobId};
    if (const auto added = m_parts.services.history->add(std::move(entry)); !added) {
        Q_EMIT failed(added.error());
    }
}

void RestartController::copyCommand(const Subject& subject, const RestartChoice& choice) const
{
    const auto profile = m_parts.services.connections->find(subject.key.connectionId);
    const QString connection = profile ? profile->name : QString();
    const QString command = u"millrace submit /dev/stdin --connection "_s + quoted(connection) + u" --from-savepoint "_s
        + quoted(choice.location) + u" <<'SQL'\n"_s + choice.sql.trimmed() + u"\nSQL\n"_s;
    QGuiApplication::clipboard()->setText(command);
}

} // namespace millrace
