// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scriptsession.h"
#include "models/problemsmodel.h"
#include "storage/workspacejournal.h"
#include "widgets/editor/completion.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/editortabs.h"
#include "widgets/editor/runbar.h"
#include "widgets/editor/sqleditor.h"

#include <QHash>
#include <QTimer>

namespace millrace {

class ConnectionStore;

/// One tab with a script: a page and the session behind it. It turns what is asked for on the page into runs, and shows
/// at the statements what came of them.
class ScriptTab : public QObject {
    Q_OBJECT

public:
    /// Where a tab runs and how; saved with it.
    struct Target {
        QString connectionId;
        bool streaming = true;
        qint64 rowCap = 100'000;
    };

    /// connections and pool outlive the tab. The page belongs to the tab until it is put into the window.
    ScriptTab(const ConnectionStore& connections, ConnectionPool& pool, QObject* parent = nullptr);
    ~ScriptTab() override;

    [[nodiscard]] const QString& id() const { return m_id; }

    void setId(const QString& id) { m_id = id; }

    [[nodiscard]] EditorPage* page() const { return m_page; }

    [[nodiscard]] SqlEditor* editor() const;

    [[nodiscard]] ScriptSession* session() const { return m_session; }

    [[nodiscard]] const Target& target() const { return m_target; }

    void setTarget(const Target& target);
    void setConnection(const QString& connectionId);
    [[nodiscard]] EditorTabInfo tabInfo() const;

    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }

    /// What of the session is kept with the tab.
    [[nodiscard]] std::vector<JournalRun> runsToKeep() const;
    /// Sets what its session is opened with, and offers to watch these again.
    void restoreSession(const FormValues& values, std::vector<JournalRun> runs);

    [[nodiscard]] StatementRun* runOfStatement(int index) const;

    /// The selection when there is one, else the statement at the caret.
    void runCurrent();
    void runStatement(int index);
    void runScript();
    /// Statements that stand in no script: a preview from the catalog tree.
    void runText(const QString& statement);
    void cancel();

    /// Whether Run makes a job of the whole text, since the connection runs nothing else.
    [[nodiscard]] bool submits() const;

    /// What the server had against the text as a job; nothing takes it away again.
    void setJobProblem(const std::optional<Error>& error, const QString& foundBy = {});

    /// Derives the run bar from everything it depends on.
    void refreshRunBar();

Q_SIGNALS:
    void runBarChanged();
    void tabInfoChanged();
    /// Connection, mode, cap, the session's values or what runs on: for the journal.
    void targetChanged();
    /// The form of the session is asked for.
    void sessionRequested();
    void problemsChanged();
    /// Run, where submits().
    void submitRequested();
    /// The statements the tab shows, or what is known of them, changed.
    void statementsChanged();

private:
    void connectRunBar();
    void connectSession();
    /// By the ending of the file, else by what the connection's sessions take.
    void updateLanguage();
    /// The connection as far as it says what it can do: made without secrets and never asked for anything.
    [[nodiscard]] std::shared_ptr<Connection> plainConnection() const;
    void connectEditor();
    void run(const std::vector<SqlEditor::StatementText>& statements);
    void mark(StatementRun* run);
    [[nodiscard]] QString note(const StatementRun& run) const;
    void runEnded(StatementRun* run);
    void updateClock();
    void setProblem(StatementRun* run);
    void offerRuns();
    void watchAgain();
    [[nodiscard]] QString sessionText() const;
    void showSessionError(const Error& error);
    QCoro::Task<void> listCatalogs();
    QCoro::Task<void> chooseCatalog(QString catalog, QString database);
    QCoro::Task<void> answerCompletion(CompletionRequest request);
    [[nodiscard]] std::optional<ConnectionProfile> profile() const;

    const ConnectionStore& m_connections;
    ConnectionPool& m_pool;
    mutable std::optional<ConnectionProfile> m_plainProfile;
    mutable std::shared_ptr<Connection> m_plain; ///< of m_plainProfile
    QTimer m_languageLater; ///< a window opens sooner when no connection is made for it
    QString m_id;
    QPointer<EditorPage> m_page;
    ScriptSession* m_session = nullptr;
    Target m_target;
    std::vector<JournalRun> m_leftRuns; ///< of an earlier session, not watched yet
    QStringList m_catalogs;
    QStringList m_databases;
    QHash<StatementRun*, quint64> m_marks;
    std::vector<Problem> m_problems;
    QHash<StatementRun*, Problem> m_problemOfRun;
    std::optional<Problem> m_jobProblem;
    QTimer m_clock;
};

} // namespace millrace
