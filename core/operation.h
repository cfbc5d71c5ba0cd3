// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace millrace {

/// Long work that a person can see and cancel: a title, a state, progress or none, log increments, and exactly one
/// finished() signal. Cancelled is an outcome of its own and no error.
class Operation : public QObject {
    Q_OBJECT

public:
    enum class State { Queued, Running, Cancelling, Succeeded, Failed, Cancelled };
    Q_ENUM(State)

    explicit Operation(QString title, QObject* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] bool isFinished() const;

    /// 0…1, or nothing while it is unknown.
    [[nodiscard]] std::optional<double> progress() const { return m_progress; }

    /// Set when the state is Failed.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    [[nodiscard]] const QDateTime& startedAt() const { return m_startedAt; }

    /// Milliseconds from start() to the end, or to now while it runs; 0 before.
    [[nodiscard]] qint64 elapsedMs() const;

    [[nodiscard]] CancellationToken cancellation() const { return m_cancellation.token(); }

    void start();
    void setProgress(std::optional<double> progress, const QString& message = {});
    void appendLog(const QString& increment);
    /// Ends the operation. A Cancelled error, or any error after cancel(), ends it as Cancelled. Later calls do
    /// nothing.
    void finish(const Result<void>& outcome);

public Q_SLOTS:
    void cancel();

Q_SIGNALS:
    void stateChanged(millrace::Operation::State state);
    void progressChanged(std::optional<double> progress, const QString& message);
    void logAppended(const QString& increment);
    void finished(millrace::Operation::State state);

private:
    void setState(State state);

    QString m_title;
    State m_state = State::Queued;
    std::optional<double> m_progress;
    std::optional<Error> m_error;
    QDateTime m_startedAt;
    QDateTime m_finishedAt;
    CancellationSource m_cancellation;
};

} // namespace millrace
