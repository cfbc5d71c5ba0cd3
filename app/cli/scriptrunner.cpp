// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scriptrunner.h"

#include "app/cli/console.h"
#include "app/cli/output.h"
#include "backends/flink/flinkerrors.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScriptRunner)
};

/// What a failure says, in the SQL client's words: the innermost exception with its class.
QString failureText(const Error& error)
{
    const QString cause = error.kind == ErrorKind::Sql ? flink::errors::rootCause(error.detail) : QString();
    return u"[ERROR] Could not execute SQL statement. Reason:\n"_s + (cause.isEmpty() ? error.message : cause);
}

ExitStatus statusOf(ScriptRunner::StopReason reason)
{
    switch (reason) {
    case ScriptRunner::StopReason::Interrupted:
        return Cancelled;
    case ScriptRunner::StopReason::TimedOut:
        return TimedOut;
    case ScriptRunner::StopReason::OutputFailed:
        return Failed;
    case ScriptRunner::StopReason::OutputClosed:
    case ScriptRunner::StopReason::None:
        break;
    }
    return Done;
}

} // namespace

ScriptRunner::ScriptRunner(ScriptSource source, Options options, Output& output)
    : m_source(std::move(source)), m_options(std::move(options)), m_output(output), m_printer(m_options.format, output),
      m_statements(sql::splitStatements(m_source.text)), m_lines(m_source.text)
{
}

QStringView ScriptRunner::textOf(const sql::Statement& statement) const
{
    return statement.text(QStringView(m_source.text));
}

QString ScriptRunner::place(const TextPosition& position) const
{
    return u"%1:%2:%3"_s.arg(m_source.name, QString::number(position.line), QString::number(position.column));
}

ExitStatus ScriptRunner::check() const
{
    for (const sql::Statement& statement : m_statements) {
        if (m_options.readOnly && !sql::isReadOnly(statement.kind)) {
            note(place(m_lines.position(m_source.text, statement.offset)) + u": "_s
                + Texts::tr("%1 is a read-only connection: %2 is not sent, and nothing of the script was run.")
                      .arg(m_options.connectionName, sql::toText(statement.kind)));
            return Usage;
        }
    }
    return Done;
}

void ScriptRunner::setLanguage(ScriptLanguage language)
{
    const QString suffix = m_source.name.contains(u'.') ? m_source.name.section(u'.', -1) : QString();
    const int length = static_cast<int>(m_source.text.size());
    if (!isSql(languageOfSuffix(suffix).value_or(language)) && length > 0) {
        m_statements = {{.begin = 0, .offset = 0, .length = length, .end = length}};
    }
}

void ScriptRunner::stop(StopReason reason)
{
    if (m_stopReason == StopReason::None) {
        m_stopReason = reason;
        m_cancellation.cancel();
    }
}

QCoro::Task<ExitStatus> ScriptRunner::run(std::shared_ptr<SqlSession> session)
{
    ExitStatus status = Done;
    for (const sql::Statement& statement : m_statements) {
        if (statement.kind == sql::StatementKind::Quit) {
            break;
        }
        if (sql::isClientCommand(statement.kind)) {
            continue; // HELP and CLEAR talk to a person at a prompt
        }
        const Result<void> outcome = co_await runStatement(session, statement);
        if (m_stopReason != StopReason::None) {
            co_return statusOf(m_stopReason);
        }
        if (outcome) {
            continue;
        }
        report(outcome.error());
        status = status == Done ? exitStatusOf(outcome.error()) : status;
        // A server that is gone answers the next statement no better.
        if (!m_options.continuesOnError || exitStatusOf(outcome.error()) != Failed) {
            break;
        }
    }
    co_return status;
}

QCoro::Task<Result<void>> ScriptRunner::runStatement(std::shared_ptr<SqlSession> session, sql::Statement statement)
{
    const PrintSettings settings = PrintSettings::from(session->properties());
    // Of a statement that brings several results each is printed to its end before the next one begins.
    auto printer = std::make_shared<std::shared_ptr<ResultPrinter>>(m_printer.statement(settings));
    const std::shared_ptr<ResultPrinter> first = *printer;
    const TextPosition begin = m_lines.position(m_source.text, statement.offset);
    RunEnd end;
    QElapsedTimer clock;
    clock.start();
    RunRequest request{.statement = textOf(statement).toString(),
        .maxRows = sql::isQuery(statement.kind) ? m_options.maxRows : 0,
        .onInfo = [&end](const RunInfo& info) { end.info = info; },
        .onNextResult = [this, printer, settings, &end, &clock](int) -> std::shared_ptr<ResultSink> {
            end.seconds = static_cast<double>(clock.restart()) / 1000.0;
            (*printer)->finish(end);
            *printer = m_printer.statement(settings);
            return *printer;
        }};
    const Result<RunSummary> outcome = co_await session->run(std::move(request), first, m_cancellation.token());
    end.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    if (outcome) {
        end.info = outcome->info;
        if (statement.kind == sql::StatementKind::StatementSet) {
            // BEGIN STATEMENT SET; …: the SQL client answers each piece.
            m_printer.acceptedPieces(static_cast<int>(sql::partsToSend(textOf(statement)).size()) - 1);
        }
    }
    end.cancelled = m_stopReason != StopReason::None || (!outcome && outcome.error().isCancelled());
    if (!outcome && !(end.cancelled && end.info.isQuery)) {
        if (end.info.isQuery && m_options.format != OutputFormat::Tableau) {
            (*printer)->finish(end); // what came before the failure is whole JSON or CSV; the exit status tells
        }
        Error error = outcome.error();
        error.range = sql::toScript(error.range.value_or(TextRange()), begin);
        co_return failure(std::move(error));
    }
    (*printer)->finish(end);
    if (outcome && outcome->capped) {
        note(Texts::tr("%1: stopped after %2 rows, as --max-rows says; there may be more.")
                 .arg(place(begin), QString::number(outcome->rows)));
    }
    co_return Result<void>();
}

/// The SQL client's own words, and below them the place and the sentence as compilers print them.
void ScriptRunner::report(const Error& error) const
{
    m_output.flush();
    if (error.isCancelled()) {
        return;
    }
    printFailure(failureText(error));
    const QString sentence = error.message.section(u'\n', 0, 0);
    note((error.range ? place(error.range->begin) + u": "_s : QString()) + Texts::tr("error: %1").arg(sentence));
}

} // namespace millrace::cli
