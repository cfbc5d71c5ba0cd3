// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/connection.h"
#include "core/jobmonitor.h"
#include "core/operation.h"
#include "models/exceptionmodel.h"
#include "models/jobkey.h"
#include "models/metricseries.h"
#include "widgets/jobdetail/jobdetailview.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <array>
#include <memory>

namespace millrace {

class ConnectionPool;
class ConnectionShelf;
class ConnectionStore;
class Settings;

/// How often a job is asked about while it is looked at, in milliseconds.
struct JobDetailPace {
    int tick = 2000;
    int slowTicks = 5; ///< what changes slowly is asked for every so many ticks
    int lastRetry = 60'000;
};

/// Fills the detail of one job: asks for what the visible tab shows, again and again while it is seen, and for nothing
/// else. An answer that belongs to another job or to an older question is dropped.
class JobDetailController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const BackendRegistry& backends;
        ConnectionStore& connections;
        ConnectionPool& pool;
        Settings& settings;
        /// The statement that started a job from here; empty when none did. May be null.
        std::function<QString(const JobKey&)> statementOf;
    };

    /// The parts outlive the controller; the view may go before it.
    JobDetailController(Parts parts, JobDetailView* view, const JobDetailPace& pace = {}, QObject* parent = nullptr);
    ~JobDetailController() override;

    /// Another job; an empty key shows none.
    void show(const JobKey& key);

    [[nodiscard]] const JobKey& shown() const { return m_key; }

    /// Asks at once, also what had been given up.
    void refresh();

    /// Writes the bundle to a file; what goes on is told by operationStarted().
    void writeBundle(const QString& path);

Q_SIGNALS:
    void restartRequested(const millrace::JobKey& key, const QString& location);
    void disposeRequested(const millrace::JobKey& key, const QString& location);
    void openSqlRequested(const millrace::JobKey& key, const QString& sql);
    void logOfFailureRequested(const millrace::JobKey& key, const millrace::FailureGroup& group);
    void expandToggled(bool expanded);
    void closeRequested();
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);

private:
    /// The questions that are asked; each waits for its answer before it is asked again.
    enum Question {
        AskJob,
        AskSubtasks,
        AskCheckpoints,
        AskCheckpointTasks,
        AskSavepoints,
        AskScopes,
        AskNames,
        AskValues,
        AskFlame,
        QuestionCount
    };

    struct Asked {
        bool underWay = false;
        bool givenUp = false; ///< the server cannot answer it: only a person asks again
        int failures = 0;
        qint64 notBefore = 0; ///< of m_clock
        qint64 lastAnswer = -1; ///< of m_clock
    };

    struct Asking;

    void connectView();
    void connectTabs();
    QCoro::Task<void> open(quint64 generation, JobKey key);
    void setTabs();
    void tick();
    void askTab(JobTab tab, bool slow);
    void setBusyHistory(const JobDetail& detail);
    void showBusyHistory();
    void chooseBundleFile();
    void rememberChoice(MetricScope::Kind kind, const QStringList& names);
    void openLogs();

    [[nodiscard]] bool isSeen() const;
    /// Whether the question may be asked now; then it counts as under way.
    [[nodiscard]] bool begin(Question question);
    /// Takes note of an answer; false when it was an error, which then stands in the tab.
    bool end(Question question, const Error* error, JobTab tab);
    [[nodiscard]] bool isDue(Question question, qint64 everyMs) const;
    MetricHistory& history();

    QCoro::Task<void> askJob();
    QCoro::Task<void> askSubtasks();
    QCoro::Task<void> askCheckpoints();
    QCoro::Task<void> askCheckpointTasks();
    void askMoreTasks();
    QCoro::Task<void> askSavepoints();
    QCoro::Task<void> askScopes();
    QCoro::Task<void> askNames();
    QCoro::Task<void> askValues();
    QCoro::Task<void> askFlame();

    Parts m_parts;
    QPointer<JobDetailView> m_view;
    JobDetailPace m_pace;
    JobKey m_key;
    std::shared_ptr<Connection> m_connection;
    CancellationSource m_cancel;
    quint64 m_generation = 0;
    std::array<Asked, QuestionCount> m_asked;
    QElapsedTimer m_clock;
    QTimer m_timer;
    int m_ticks = 0;
    ConnectionShelf* m_shelf = nullptr;
    /// Of the jobs that were looked at, as long as the program lives; the least recently seen go first.
    std::vector<std::pair<JobKey, std::unique_ptr<MetricHistory>>> m_histories;
};

} // namespace millrace
