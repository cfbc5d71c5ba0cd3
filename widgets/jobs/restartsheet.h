// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/error.h"
#include "core/form.h"
#include "core/ledgerentry.h"
#include "widgets/jobs/restartcomparison.h"
#include "widgets/jobs/sheet.h"

#include <vector>

namespace millrace {

class ActionButton;
class FieldRow;
class MessageBar;
class SavepointTimeline;

/// What is being restarted.
struct RestartSubject {
    QString jobName;
    QString connectionName;
    Environment environment = Environment::Development;
    bool runs = false; ///< it is stopped with a new savepoint first
    bool textIsNeeded = true; ///< false: the server keeps the job and starts it again by itself
    FormDescription form; ///< of the submission
    std::vector<RestartText> texts; ///< of open scripts, the best guess first
};

struct RestartChoice {
    bool fromNow = false; ///< from the savepoint that is taken when the job stops
    QString location;
    QString sql; ///< what runs then
    FormValues values;
};

/// Where to start a job from at the left, what changed and what that means at the right.
class RestartSheet : public Sheet {
    Q_OBJECT

public:
    RestartSheet(RestartSubject subject, QWidget* host);

    void setEntries(std::vector<LedgerEntry> entries, const QDateTime& now);
    /// Whether the job has to be stopped first: that changes while the sheet is open.
    void setRuns(bool runs);
    /// Checkpoints that failed: shown among the others, nothing starts from them.
    void setFailedCheckpoints(std::vector<Checkpoint> failed);
    /// The savepoint that lies there, or the path alone when it is not among the entries.
    void choose(const QString& location);
    /// The SQL of a savepoint whose entry has none.
    void setKnownSql(const QString& sql);
    /// Progress of what goes on; while it does, nothing can be chosen.
    void setBusy(const QString& message);
    /// It did not work: the sheet can be used again.
    void setFailed(const Error& error);

    [[nodiscard]] RestartChoice choice() const;

    /// Where answers to plansWanted() go; null when no text is needed.
    [[nodiscard]] RestartComparison* comparison() const { return m_comparison; }

Q_SIGNALS:
    /// The plans of these texts would help to choose; before is empty when it is not known.
    void plansWanted(const QString& before, const QString& after);
    void accepted(const millrace::RestartChoice& choice);
    void copyCommandRequested(const millrace::RestartChoice& choice);

private:
    QWidget* buildLeft();
    QWidget* buildPath();
    QWidget* buildForm();
    QWidget* buildRight();
    void buildFoot();
    void takeChosen();
    void takeSql();
    void refresh();
    void start();
    [[nodiscard]] QString savepointSql() const;
    [[nodiscard]] QString presentSql() const;
    [[nodiscard]] QString problem() const;

    RestartSubject m_subject;
    QString m_knownSql;
    std::optional<qint64> m_shownId; ///< the entry whose path was put into the field; what is typed over it stays
    bool m_busy = false;
    SavepointTimeline* m_timeline = nullptr;
    QWidget* m_empty = nullptr;
    QLineEdit* m_path = nullptr;
    TextLabel* m_pathNote = nullptr;
    std::vector<FieldRow*> m_fields;
    RestartComparison* m_comparison = nullptr; ///< null when the server keeps the job's text
    MessageBar* m_messages = nullptr;
    TypedName* m_typed = nullptr;
    TextLabel* m_note = nullptr;
    ActionButton* m_copy = nullptr;
    ActionButton* m_leave = nullptr;
    ActionButton* m_go = nullptr;
};

} // namespace millrace
