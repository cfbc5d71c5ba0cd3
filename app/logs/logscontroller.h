// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <QCoroTask>
#include <QDateTime>
#include <QHash>
#include <QObject>

namespace millrace {

class FileShelf;
class LogShelf;
class LogsPage;
class MainWindow;
struct Services;

/// The page of logs: files of this computer, those of the local Flink, and those of every connection that has some.
class LogsController : public QObject {
    Q_OBJECT

public:
    LogsController(MainWindow& window, Services& services, QObject* parent = nullptr);

    [[nodiscard]] LogsPage* page() const { return m_page; }

    /// Opens files, folders and patterns and shows the page.
    void openFiles(const QStringList& paths);
    /// The same for one file, at a line counted from 1.
    void openFileAt(const QString& path, qint64 line);
    /// Shows the logs of a job, or of a whole connection, and goes to the place of a failure: the match of text that is
    /// nearest to the time. hint names where it happened, as far as it is known (a TaskManager, a host).
    void openJobLogs(std::shared_ptr<Connection> connection, const QString& jobId, const QDateTime& aroundTime,
        const QString& text, const QString& hint = {});

private:
    void fillPlaces();
    QCoro::Task<void> showPlace(QString id);
    void bind(LogShelf& shelf);
    void chooseFiles();
    void follow();
    void jumpWhenListed(const QString& text, const QDateTime& around, const QString& hint);

    MainWindow& m_window;
    Services& m_services;
    LogsPage* m_page = nullptr;
    FileShelf* m_files = nullptr;
    FileShelf* m_flink = nullptr;
    LogShelf* m_shown = nullptr;
    QHash<QString, LogShelf*> m_shelves; ///< by connection
    LogShelf* m_job = nullptr; ///< of the job that was asked for last
    QString m_jobName;
};

} // namespace millrace
