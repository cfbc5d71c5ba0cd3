// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statementrun.h"

#include "results/resultstore.h"
#include "sql/outline.h"
#include "sql/positions.h"

#include <utility>

namespace millrace {

StatementRun::StatementRun(ScriptStatement statement, QObject* parent)
    : QObject(parent), m_statement(std::move(statement)), m_title(sql::shortTitle(m_statement.text)),
      m_operation(m_title), m_store(std::make_shared<ResultStore>())
{
    connect(&m_operation, &Operation::stateChanged, this, [this] { Q_EMIT changed(this); });
}

RunState StatementRun::state() const
{
    switch (m_operation.state()) {
    case Operation::State::Queued:
        return RunState::Queued;
    case Operation::State::Running:
        return RunState::Running;
    case Operation::State::Cancelling:
        return RunState::Cancelling;
    case Operation::State::Succeeded:
        return RunState::Done;
    case Operation::State::Failed:
        return RunState::Failed;
    case Operation::State::Cancelled:
        return RunState::Cancelled;
    }
    return RunState::NotRun;
}

bool StatementRun::isActive() const
{
    return !m_operation.isFinished();
}

qint64 StatementRun::rowCount() const
{
    return m_store->rowCount();
}

std::optional<Error> StatementRun::error() const
{
    auto error = m_operation.error();
    if (error && error->range) {
        error->range = sql::toScript(*error->range, m_statement.begin);
    }
    return error;
}

std::shared_ptr<ResultStore> StatementRun::addStore(int number)
{
    auto store = std::make_shared<ResultStore>();
    m_further.insert_or_assign(number, store);
    Q_EMIT changed(this);
    return store;
}

void StatementRun::dropStore(int number)
{
    m_further.erase(number);
}

void StatementRun::setProgress(const RunProgress& progress)
{
    m_progressMessage = progress.message;
    m_operation.setProgress(progress.done, progress.message);
}

QString StatementRun::progressText() const
{
    QStringList parts;
    if (const auto done = m_operation.progress(); done && *done > 0) {
        parts.append(tr("%1 %").arg(static_cast<int>(*done * 100)));
    }
    if (!m_progressMessage.isEmpty()) {
        parts.append(m_progressMessage);
    }
    return parts.join(QStringLiteral(" · "));
}

void StatementRun::setInfo(const RunInfo& info)
{
    m_info = info;
    Q_EMIT changed(this);
}

void StatementRun::finish(const Result<RunSummary>& outcome)
{
    if (outcome) {
        m_info = outcome->info;
        m_capped = outcome->capped;
        m_operation.finish({});
    } else {
        m_operation.finish(failure(outcome.error()));
    }
}

} // namespace millrace
