// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include <utility>

namespace millrace {

Operation::Operation(QString title, QObject* parent) : QObject(parent), m_title(std::move(title)) { }

bool Operation::isFinished() const
{
    return m_state == State::Succeeded || m_state == State::Failed || m_state == State::Cancelled;
}

qint64 Operation::elapsedMs() const
{
    if (!m_startedAt.isValid()) {
        return 0;
    }
    return m_startedAt.msecsTo(m_finishedAt.isValid() ? m_finishedAt : QDateTime::currentDateTimeUtc());
}

void Operation::start()
{
    if (m_state != State::Queued) {
        return;
    }
    m_startedAt = QDateTime::currentDateTimeUtc();
    setState(State::Running);
}

void Operation::setProgress(std::optional<double> progress, const QString& message)
{
    if (isFinished()) {
        return;
    }
    m_progress = progress;
    Q_EMIT progressChanged(progress, message);
}

void Operation::appendLog(const QString& increment)
{
    Q_EMIT logAppended(increment);
}

void Operation::finish(const Result<void>& outcome)
{
    if (isFinished()) {
        return;
    }
    m_finishedAt = QDateTime::currentDateTimeUtc();
    State end = State::Succeeded;
    if (!outcome) {
        const bool wasAsked = m_state == State::Cancelling || outcome.error().isCancelled();
        end = wasAsked ? State::Cancelled : State::Failed;
        if (end == State::Failed) {
            m_error = outcome.error();
        }
    }
    setState(end);
    Q_EMIT finished(end);
}

void Operation::cancel()
{
    if (m_state == State::Queued) {
        m_cancellation.cancel();
        finish(failure(Error::cancelled()));
    } else if (m_state == State::Running) {
        setState(State::Cancelling);
        m_cancellation.cancel();
    }
}

void Operation::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace millrace
