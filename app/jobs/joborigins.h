// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobkey.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace millrace {

class EditorController;
class HistoryStore;
class ScriptTab;
class StatementRun;

/// Which jobs were started from here, and by which SQL: from the runs of the open tabs while they go on, from the
/// history for those of the past.
class JobOrigins : public QObject {
    Q_OBJECT

public:
    /// Both outlive the object. editors may be null.
    JobOrigins(EditorController* editors, HistoryStore& history, QObject* parent = nullptr);

    /// Reads the history of a connection, once.
    void load(const QString& connectionId);
    /// A job that was started by other means than a run in a tab.
    void add(const JobKey& key, const QString& sql);

    /// The statement that started it; empty when it was not started from here.
    [[nodiscard]] QString statement(const JobKey& key) const;
    /// The statement with all that its session was given before it (settings, tables, views), so that it can run again
    /// in another session; the statement alone when the session is not known any more.
    [[nodiscard]] QString script(const JobKey& key) const;

Q_SIGNALS:
    void found(const millrace::JobKey& key, const QString& statement);

private:
    void connectTab(ScriptTab* tab);
    void take(const ScriptTab& tab, const StatementRun& run);

    HistoryStore& m_history;
    QSet<QString> m_loaded;
    QHash<JobKey, QString> m_statements;
    QHash<JobKey, QString> m_scripts;
};

} // namespace millrace
