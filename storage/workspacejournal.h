// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/result.h"
#include "core/textposition.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace millrace {

class Database;

/// Something that went on at a server when its tab was left, to be watched again.
struct JournalRun {
    QString jobId;
    QString statement;
    TextPosition begin; ///< of the statement in the script
    int index = -1; ///< among the script's statements

    friend bool operator==(const JournalRun&, const JournalRun&) = default;
};

/// What a tab looks like apart from its text.
struct JournalTabState {
    QString title; ///< of a tab without a file: "Untitled 1"
    QString filePath; ///< empty: never saved
    QDateTime fileModified; ///< UTC, the file's time when it was read or saved; tells whether it changed meanwhile
    bool modified = false; ///< the text is not the file's
    TextPosition cursor;
    TextPosition anchor; ///< the other end of the selection; equal to cursor without one
    int firstVisibleLine = 0; ///< 0-based
    QString connectionId;
    QString catalog;
    QString database;
    QString mode; ///< "streaming" or "batch"; empty: the connection's own
    qint64 rowCap = -1; ///< -1: the setting's default
    FormValues session; ///< what its session is opened with; secrets are left out when it is written
    std::vector<JournalRun> runs;

    friend bool operator==(const JournalTabState&, const JournalTabState&) = default;
};

/// A tab as it comes back. It is text and places only: nothing in it runs.
struct JournalTab {
    QString id; ///< a UUID without braces, given by whoever made the tab
    JournalTabState state;
    std::optional<QByteArray> text; ///< UTF-8; nothing: as the file has it
    bool active = false;
};

/// How the journal asks a tab what to write, in the thread of the journal and never while the person types.
struct JournalSource {
    std::function<JournalTabState()> state;
    std::function<std::optional<QByteArray>()> text; ///< UTF-8; nothing when the file has the same
};

/// Keeps the open tabs of one window so that nothing is lost when the program ends, however it ends: each change is in
/// the database within one second, written by a thread of its own, and only the changed part of the changed tab. Tabs
/// of windows that are gone (closed or crashed) belong to the next window that opens a journal; a window that still
/// lives keeps its own.
class WorkspaceJournal : public QObject {
    Q_OBJECT

public:
    /// Takes over the tabs that no living window holds. database is used during this call only; what comes later is
    /// written to the same file through a connection and a thread of the journal's own.
    static Result<std::unique_ptr<WorkspaceJournal>> open(Database& database);
    ~WorkspaceJournal() override;

    /// The tabs that were taken over, in their order.
    [[nodiscard]] const std::vector<JournalTab>& restored() const { return m_restored; }

    /// From now on this tab is kept; source is asked while context lives. For a new tab call textChanged() as well, and
    /// flush() before the tabs of a closing window go.
    void track(const QString& tabId, QObject* context, JournalSource source);
    /// Cheap: call it on every keystroke.
    void textChanged(const QString& tabId);
    /// Cheap: call it on every move of the cursor.
    void stateChanged(const QString& tabId);
    /// The tab was closed by the person, who was asked about unsaved text.
    void forget(const QString& tabId);
    void setOrder(const QStringList& tabIds, const QString& activeTabId);

    /// Writes everything that waits and returns when it is on the disk.
    Result<void> flush();

Q_SIGNALS:
    /// What had changed up to the last look at the tabs is on the disk.
    void written();
    /// The journal cannot be written (the disk is full, …). It tries again every few seconds.
    void failed(const millrace::Error& error);

private:
    class Private;
    explicit WorkspaceJournal(std::unique_ptr<Private> data);
    void writePending();
    void onWritten(const Result<void>& written, int generation);

    std::unique_ptr<Private> d;
    std::vector<JournalTab> m_restored;
};

} // namespace millrace
