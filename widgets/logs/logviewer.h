// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logdocument.h"
#include "logs/logsearch.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QSplitter;

namespace millrace {

class ElidedLabel;
class LogExceptionModel;
class LogFilterBar;
class LogTextView;
class MessageBar;
class PanelTable;

/// One log with all that can be done to it: search, filters, exceptions, bookmarks, copy and save.
class LogViewer : public QWidget {
    Q_OBJECT

public:
    explicit LogViewer(QWidget* parent = nullptr);

    /// Shows a log, or nothing. Its search and filters stay, its bookmarks go.
    void setDocument(std::shared_ptr<LogDocument> document);

    [[nodiscard]] const std::shared_ptr<LogDocument>& document() const { return m_document; }

    [[nodiscard]] LogTextView* text() const { return m_text; }

    [[nodiscard]] LogFilterBar* bar() const { return m_bar; }

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

    /// Searches for text and goes to the match that is nearest to a time, as soon as one is found. around is UTC and
    /// may be invalid; without text the line of that time is gone to.
    void jumpTo(const QString& text, const QDateTime& around);
    /// Goes to a line (from 0), as soon as it was read.
    void goToLineWhenThere(qint64 line);
    void setFollowing(bool following);

Q_SIGNALS:
    /// The person wants lines of the log in a file: the chosen ones, or all that are shown.
    void saveRequested(const QString& suggestion);
    void filesDropped(const QStringList& paths);
    /// Writing to a file has ended; error is empty when all went well.
    void saved(const QString& path, const QString& error);

public Q_SLOTS:
    /// Writes the chosen lines, or all that are shown when only one is chosen, behind the person's back.
    void save(const QString& path);
    void askForLine();

private:
    void build();
    void fillMenu();
    void connectParts();
    void documentChanged();
    void matchesChanged();
    void refreshState();
    void goToException(int row, bool last);
    void finishJump();
    [[nodiscard]] qint64 nearestHit(const LogSnapshot& log, const LineSet& hits) const;

    std::shared_ptr<LogDocument> m_document;
    LogSearch m_search;
    LogFilterBar* m_bar = nullptr;
    LogTextView* m_text = nullptr;
    MessageBar* m_messages = nullptr;
    QSplitter* m_columns = nullptr;
    PanelTable* m_exceptionTable = nullptr;
    LogExceptionModel* m_exceptions = nullptr;
    ElidedLabel* m_state = nullptr;
    QString m_shownProblem;
    QString m_jumpText;
    QDateTime m_jumpAround;
    qint64 m_jumpLine = -1;
    bool m_jumping = false;
    QThreadPool m_savers;
};

} // namespace millrace
