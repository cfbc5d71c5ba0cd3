// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/jobsubmission.h"
#include "core/operation.h"
#include "models/jobkey.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>

#include <memory>

namespace millrace {

class EditorController;
class MainWindow;
class ScriptTab;
struct Services;

/// What the systems ask beside a script: the form of a session (engine, queue, mode, …), and the form of a job that a
/// whole script is submitted as.
class SubmitController : public QObject {
    Q_OBJECT

public:
    SubmitController(MainWindow& window, EditorController& editors, Services& services, QObject* parent = nullptr);

    /// Opens the form of the tab's session; tells when there is nothing to choose.
    QCoro::Task<void> chooseSession(QPointer<ScriptTab> tab);
    /// Opens the form of a job for the tab's whole text.
    QCoro::Task<void> submit(QPointer<ScriptTab> tab);

Q_SIGNALS:
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// The job that was started, and the text it was started from.
    void submitted(const millrace::JobKey& key, const QString& text);
    void failed(const millrace::Error& error);
    /// Lines that a server logged while it took a job.
    void logged(const QString& source, const QString& lines);

private:
    QCoro::Task<std::shared_ptr<Connection>> connectionOf(QPointer<ScriptTab> tab);
    /// Has the form of a capability filled by the server first, where it hangs on what that says.
    template <typename Capability> QCoro::Task<void> prepare(QPointer<ScriptTab> tab, Capability* capability);
    /// So that the job's text is known when it is to be started again, whenever that is.
    void remember(const ConnectionProfile& profile, const QString& text, const QString& fileName,
        const Result<Submission>& outcome);
    QCoro::Task<void> start(std::shared_ptr<Connection> connection, QPointer<ScriptTab> tab, SubmitRequest request);

    MainWindow& m_window;
    EditorController& m_editors;
    Services& m_services;
};

} // namespace millrace
