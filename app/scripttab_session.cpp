// SPDX-License-Identifier: GPL-3.0-or-later
// What a tab keeps of its session beside its runs: the values it is opened with, and what goes on without it.
#include "app/scripttab.h"

#include "widgets/common/messagebar.h"

namespace millrace {

using namespace Qt::StringLiterals;

std::vector<JournalRun> ScriptTab::runsToKeep() const
{
    std::vector<JournalRun> runs = m_leftRuns;
    for (const StatementRun* run : m_session->lastingRuns()) {
        const ScriptStatement& statement = run->statement();
        runs.push_back({.jobId = run->info().jobId,
            .statement = statement.text,
            .begin = statement.begin,
            .index = statement.index});
    }
    return runs;
}

void ScriptTab::restoreSession(const FormValues& values, std::vector<JournalRun> runs)
{
    m_session->setOptions(values);
    m_leftRuns = std::move(runs);
    offerRuns();
}

void ScriptTab::offerRuns()
{
    if (m_leftRuns.empty()) {
        return;
    }
    QStringList ids;
    for (const JournalRun& run : m_leftRuns) {
        ids.append(run.jobId);
    }
    MessageBar* bar = m_page->messageBar();
    bar->showMessage({.text = tr("What this script had started went on at the server when it was left: job %1.")
                                  .arg(ids.join(u", "_s)),
        .details = {},
        .actions = {{u"watchAgain"_s, tr("Watch again")}}});
    connect(bar, &MessageBar::closed, this, [this] {
        m_leftRuns.clear(); // Jobs lists them still
        Q_EMIT targetChanged();
    });
}

void ScriptTab::watchAgain()
{
    for (const JournalRun& left : std::exchange(m_leftRuns, {})) {
        const bool isThere =
            left.index < editor()->statementCount() && editor()->statement(left.index).text == left.statement;
        const ScriptStatement statement{.text = left.statement,
            .kind = sql::kindOf(left.statement),
            .begin = left.begin,
            .index = isThere ? left.index : -1};
        StatementRun* run =
            m_session->resume(statement, left.jobId, {.streaming = m_target.streaming, .rowCap = m_target.rowCap});
        if (isThere) {
            m_marks.insert(run, editor()->markStatement(left.index, run->state()));
        }
        mark(run);
    }
    m_clock.start();
    refreshRunBar();
    Q_EMIT tabInfoChanged();
}

QString ScriptTab::sessionText() const
{
    SqlExecution* execution = m_plain ? m_plain->sqlExecution() : nullptr;
    const FormDescription form = execution ? execution->sessionForm() : FormDescription();
    if (form.fields.empty()) {
        return {};
    }
    const FormField& first = form.fields.front();
    const FormValues& chosen = m_session->options();
    const QString value = chosen.value(first.id, first.defaultValue);
    for (const FormField& field : form.fields) {
        const bool names =
            field.shownWhen && field.shownWhen->field == first.id && field.shownWhen->values.contains(value);
        if (names && field.kind == FieldKind::Text && !chosen.value(field.id).isEmpty()) {
            return chosen.value(field.id); // what was typed beside the list
        }
    }
    for (const FormField::Option& option : first.options) {
        if (option.id == value && !option.label.isEmpty()) {
            return option.label;
        }
    }
    return value.isEmpty() ? tr("Session") : value;
}

} // namespace millrace
