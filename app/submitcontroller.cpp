// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/submitcontroller.h"

#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/editorcontroller.h"
#include "app/formpresets.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "core/formsource.h"
#include "core/sqlexecution.h"
#include "storage/historystore.h"
#include "storage/settings.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/codescan.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/inventory/inventorysheet.h"

#include <QAction>
#include <QFileInfo>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_fromSavepoint = u"millrace.fromSavepoint"_s;

/// A message over the tab's text.
void tell(const ScriptTab* tab, const QString& text)
{
    tab->page()->messageBar()->showMessage({.text = text});
}

} // namespace

SubmitController::SubmitController(MainWindow& window, EditorController& editors, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_services(services)
{
    connect(window.actions().action("run.session"_L1), &QAction::triggered, this,
        [this] { chooseSession(m_editors.current()); });
    connect(
        window.actions().action("run.submit"_L1), &QAction::triggered, this, [this] { submit(m_editors.current()); });
    connect(&m_editors, &EditorController::tabAdded, this,
        [this](ScriptTab* tab) { connect(tab, &ScriptTab::submitRequested, this, [this, tab] { submit(tab); }); });
}

QCoro::Task<std::shared_ptr<Connection>> SubmitController::connectionOf(QPointer<ScriptTab> tab)
{
    const QPointer guard(this);
    const QString id = tab ? tab->target().connectionId : QString();
    auto connection = co_await m_services.pool->connection(id);
    if (!connection) {
        if (guard && tab) {
            tab->page()->messageBar()->showError(connection.error());
        }
        co_return std::shared_ptr<Connection>();
    }
    std::shared_ptr<Connection> found = *connection;
    co_return found;
}

template <typename Capability>
QCoro::Task<void> SubmitController::prepare(QPointer<ScriptTab> tab, Capability* capability)
{
    FormSource* source = capability ? capability->formSource() : nullptr;
    if (!source) {
        co_return;
    }
    const QPointer guard(this);
    const auto operation = std::make_shared<Operation>(tr("Reading what there is to choose"));
    Q_EMIT operationStarted(operation);
    operation->start();
    const CancellationToken token = operation->cancellation();
    const Result<void> done = co_await source->prepareForm(token);
    operation->finish(done);
    if (guard && tab && !done && !done.error().isCancelled()) {
        tab->page()->messageBar()->showError(done.error());
    }
}

QCoro::Task<void> SubmitController::chooseSession(QPointer<ScriptTab> tab)
{
    const QPointer guard(this);
    const std::shared_ptr<Connection> connection = co_await connectionOf(tab);
    if (!guard || !tab || !connection) {
        co_return;
    }
    co_await prepare(tab, connection->sqlExecution());
    if (!guard || !tab) {
        co_return;
    }
    PresetStore presets(*m_services.settings, connection->profile().id, u"session"_s);
    const FormDescription form =
        connection->sqlExecution() ? connection->sqlExecution()->sessionForm() : FormDescription();
    if (form.fields.empty()) {
        tell(tab,
            tr("%1 asks for nothing beside the script: SET changes what can be set.").arg(connection->profile().name));
        co_return;
    }
    auto* sheet = new InventorySheet({.title = form.title,
                                         .remark = connection->profile().name,
                                         .button = tr("Use from the next run on"),
                                         .form = form,
                                         .values = tab->session()->options(),
                                         .question = {},
                                         .toType = {},
                                         .environment = connection->profile().environment,
                                         .presets = presets.all()},
        m_window.centralWidget());
    keepPresets(sheet, presets);
    connect(sheet, &InventorySheet::accepted, this, [tab](const FormValues& values) {
        if (tab) {
            tab->session()->setOptions(values);
        }
    });
    sheet->open();
}

QCoro::Task<void> SubmitController::submit(QPointer<ScriptTab> tab)
{
    const QPointer guard(this);
    const std::shared_ptr<Connection> connection = co_await connectionOf(tab);
    if (!guard || !tab || !connection) {
        co_return;
    }
    JobSubmission* submission = connection->jobSubmission();
    if (!submission || connection->profile().readOnly) {
        tell(tab,
            submission ? tr("%1 is read only: no job is started there.").arg(connection->profile().name)
                       : tr("%1 takes no jobs: choose another connection.").arg(connection->profile().name));
        co_return;
    }
    co_await prepare(tab, submission);
    if (!guard || !tab) {
        co_return;
    }
    PresetStore presets(*m_services.settings, connection->profile().id, u"submit"_s);
    FormDescription form = submission->form();
    FormField savepoint{.id = s_fromSavepoint, .label = tr("Start from")};
    savepoint.section = tr("Savepoint");
    savepoint.help = tr("A savepoint's path or id; empty: start afresh.");
    form.fields.push_back(savepoint);
    const bool isProduction = connection->profile().environment == Environment::Production;
    auto* sheet = new InventorySheet({.title = tr("Submit %1").arg(tab->page()->title()),
                                         .remark = connection->profile().name,
                                         .button = tr("Submit"),
                                         .form = form,
                                         .values = {},
                                         .question = {},
                                         .toType = isProduction ? connection->profile().name : QString(),
                                         .environment = connection->profile().environment,
                                         .presets = presets.all()},
        m_window.centralWidget());
    keepPresets(sheet, presets);
    const QString text = tab->editor()->text();
    const QString fileName = tab->page()->title();
    connect(sheet, &InventorySheet::accepted, this, [this, connection, tab, text, fileName](const FormValues& values) {
        SubmitRequest request{.text = text, .fileName = fileName, .values = values};
        request.fromSavepoint = request.values.take(s_fromSavepoint).trimmed();
        start(connection, tab, std::move(request));
    });
    sheet->open();
}

void SubmitController::remember(
    const ConnectionProfile& profile, const QString& text, const QString& fileName, const Result<Submission>& outcome)
{
    const auto language = languageOfSuffix(QFileInfo(fileName).suffix());
    HistoryEntry entry{.startedAt = QDateTime::currentDateTimeUtc(),
        .connectionId = profile.id,
        .connectionName = profile.name,
        .statement = text,
        .statementKind = language ? languageName(*language) : u"SQL"_s,
        .durationMs = 0,
        .state = outcome ? HistoryEntry::State::Succeeded : HistoryEntry::State::Failed,
        .error = outcome ? QString() : outcome.error().message,
        .jobId = outcome ? outcome->jobId : QString()};
    if (const auto added = m_services.history->add(std::move(entry)); !added) {
        Q_EMIT failed(added.error());
    }
}

QCoro::Task<void> SubmitController::start(
    std::shared_ptr<Connection> connection, QPointer<ScriptTab> tab, SubmitRequest request)
{
    const QPointer guard(this);
    if (tab) {
        tab->page()->messageBar()->clear();
        tab->setJobProblem(std::nullopt);
    }
    const auto operation = std::make_shared<Operation>(tr("Submit %1").arg(request.fileName));
    Q_EMIT operationStarted(operation);
    operation->start();
    request.onLog = [guard, title = operation->title()](const QString& lines) {
        if (guard) {
            Q_EMIT guard->logged(title, lines);
        }
    };
    request.progress = [operation](const QString& message) { operation->setProgress({}, message); };
    const CancellationToken token = operation->cancellation();
    const QString text = request.text;
    const QString fileName = request.fileName;
    const auto outcome = co_await connection->jobSubmission()->submit(std::move(request), token);
    operation->finish(outcome ? Result<void>() : failure(outcome.error()));
    if (!guard) {
        co_return;
    }
    remember(connection->profile(), text, fileName, outcome);
    if (!outcome && tab && outcome.error().kind == ErrorKind::Sql) {
        tab->setJobProblem(outcome.error(), connection->profile().name);
        if (const auto& range = outcome.error().range) {
            tab->editor()->goTo(range->begin);
        }
    }
    if (outcome) {
        for (const QString& warning : tab ? outcome->warnings : QStringList()) {
            tell(tab, warning);
        }
        Q_EMIT submitted({connection->profile().id, outcome->jobId}, text);
    } else if (!outcome.error().isCancelled()) {
        Q_EMIT failed(outcome.error());
    }
}

} // namespace millrace
