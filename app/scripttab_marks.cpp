// SPDX-License-Identifier: GPL-3.0-or-later
// What the tab shows at its statements: marks, notes and problems.
#include "app/scripttab.h"

#include "models/humantext.h"
#include "widgets/common/humanize.h"
#include "widgets/editor/codescan.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

QString ScriptTab::note(const StatementRun& run) const
{
    const Operation& operation = *run.operation();
    switch (run.state()) {
    case RunState::Running:
        if (const QString progress = run.progressText(); !progress.isEmpty()) {
            return tr("running %1 · %2").arg(shortClockText(operation.elapsedMs()), progress);
        }
        return run.info().isQuery ? tr("running %1 · %n row(s)", nullptr, static_cast<int>(run.rowCount()))
                                        .arg(shortClockText(operation.elapsedMs()))
                                  : tr("running %1").arg(shortClockText(operation.elapsedMs()));
    case RunState::Cancelling:
        return tr("cancelling %1").arg(shortClockText(operation.elapsedMs()));
    case RunState::Queued:
        return tr("waiting");
    case RunState::Cancelled:
        if (!operation.startedAt().isValid()) {
            return tr("cancelled before it began");
        }
        return tr("cancelled after %1").arg(durationText(operation.elapsedMs()));
    case RunState::Failed:
        return operation.error() ? operation.error()->message : QString();
    case RunState::Done:
        return run.isCapped() ? tr("stopped at the row cap of %1").arg(countText(m_target.rowCap)) : QString();
    case RunState::NotRun:
        break;
    }
    return {};
}

void ScriptTab::mark(StatementRun* run)
{
    if (const auto id = m_marks.constFind(run); id != m_marks.constEnd()) {
        editor()->updateMark(*id, run->state(), note(*run));
        Q_EMIT statementsChanged();
    }
}

StatementRun* ScriptTab::runOfStatement(int index) const
{
    const auto it = std::ranges::find_if(m_session->runs(), [this, index](StatementRun* run) {
        const auto id = m_marks.constFind(run);
        return id != m_marks.constEnd() && editor()->statementOfMark(*id) == index;
    });
    return it == m_session->runs().end() ? nullptr : *it;
}

void ScriptTab::updateClock()
{
    for (StatementRun* run : m_session->runs()) {
        if (run->isActive()) {
            mark(run);
        }
    }
    if (m_session->activeRuns() == 0) {
        m_clock.stop();
    }
}

void ScriptTab::runEnded(StatementRun* run)
{
    mark(run);
    setProblem(run);
    refreshRunBar();
    Q_EMIT tabInfoChanged();
}

void ScriptTab::setProblem(StatementRun* run)
{
    const auto error = run ? run->error() : std::nullopt;
    if (error) {
        const TextPosition begin = run->statement().begin;
        m_problemOfRun.insert(run,
            {.documentId = m_id,
                .file = m_page->title(),
                .origin = ProblemOrigin::Engine,
                .message = error->message,
                .range = error->range.value_or(TextRange{begin, begin}),
                .statementKind = isSql(editor()->scriptLanguage()) ? sql::toText(run->statement().kind)
                                                                   : languageName(editor()->scriptLanguage()),
                .foundBy = m_session->server().section(u' ', 0, 0),
                .foundAt = QDateTime::currentDateTimeUtc(),
                .stack = error->detail});
    }
    m_problems.clear();
    std::ranges::copy(m_problemOfRun, std::back_inserter(m_problems));
    if (m_jobProblem) {
        m_problems.push_back(*m_jobProblem);
    }
    editor()->setProblems(m_problems);
    Q_EMIT problemsChanged();
}

void ScriptTab::setJobProblem(const std::optional<Error>& error, const QString& foundBy)
{
    m_jobProblem.reset();
    if (error) {
        m_jobProblem = Problem{.documentId = m_id,
            .file = m_page->title(),
            .origin = ProblemOrigin::Engine,
            .message = error->message,
            .range = error->range.value_or(TextRange{{1, 1}, {1, 1}}),
            .statementKind = languageName(editor()->scriptLanguage()),
            .foundBy = foundBy,
            .foundAt = QDateTime::currentDateTimeUtc(),
            .stack = error->detail};
    }
    setProblem(nullptr);
}

} // namespace millrace
