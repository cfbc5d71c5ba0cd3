// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logs/logscontroller.h"

#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/dialogs.h"
#include "app/localflink.h"
#include "app/logs/connectionshelf.h"
#include "app/logs/fileshelf.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "widgets/logs/logspage.h"
#include "widgets/logs/logtextview.h"
#include "widgets/logs/logviewer.h"

#include <QAction>
#include <QJsonArray>
#include <QPointer>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_filesPlace = u"files"_s;
const QString s_flinkPlace = u"localFlink"_s;
const QString s_jobPlace = u"job"_s;
const QString s_connectionPlace = u"connection:"_s;
const QString s_filesKey = u"logs.files"_s;
constexpr qsizetype s_mostRemembered = 50;

} // namespace

LogsController::LogsController(MainWindow& window, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_services(services), m_page(new LogsPage),
      m_files(new FileShelf(tr("No log is open. Open log files, or drop them here."), this)),
      m_flink(new FileShelf(tr("No local Flink runs. Start one and its logs are here."), this))
{
    m_page->setTakesFiles(true);
    window.addFullPage(u"logs"_s, "format-text-code"_L1, tr("Logs"), m_page);
    connect(window.actions().action("logs.open"_L1), &QAction::triggered, this, &LogsController::chooseFiles);
    connect(m_page, &LogsPage::openFilesRequested, this, &LogsController::chooseFiles);
    connect(m_page, &LogsPage::filesDropped, this, &LogsController::openFiles);
    connect(m_page, &LogsPage::removeRequested, m_files, &FileShelf::remove);
    connect(m_page, &LogsPage::placeChosen, this, &LogsController::showPlace);
    connect(m_services.connections.get(), &ConnectionStore::changed, this, &LogsController::fillPlaces);
    connect(m_services.localFlink.get(), &LocalFlink::stateChanged, this, &LogsController::follow);
    m_files->add(m_services.settings->value(s_filesKey).toVariant().toStringList());
    connect(m_files, &LogShelf::changed, this,
        [this] { m_services.settings->setValue(s_filesKey, QJsonArray::fromStringList(m_files->paths().mid(0, s_mostRemembered))); });
    fillPlaces();
    bind(*m_files);
}

void LogsController::follow()
{
    const auto& addresses = m_services.localFlink->addresses();
    m_flink->setFiles(addresses ? addresses->logs : QStringList());
    fillPlaces();
}

void LogsController::fillPlaces()
{
    QList<LogsPage::Place> places{{s_filesPlace, tr("Files of this computer")}};
    if (!m_flink->entries().isEmpty()) {
        places += {s_flinkPlace, tr("Local Flink")};
    }
    if (m_job != nullptr) {
        places += {s_jobPlace, m_jobName};
    }
    for (const ConnectionProfile& profile : m_services.connections->all()) {
        places += {s_connectionPlace + profile.id, profile.name};
    }
    m_page->setPlaces(places);
}

void LogsController::bind(LogShelf& shelf)
{
    m_shown = &shelf;
    m_page->setTakesFiles(&shelf == m_files);
    bindLogs(*m_page, shelf);
}

QCoro::Task<void> LogsController::showPlace(QString id)
{
    m_page->setCurrentPlace(id);
    if (id == s_flinkPlace || id == s_filesPlace || (id == s_jobPlace && m_job != nullptr)) {
        bind(id == s_flinkPlace ? *m_flink : id == s_filesPlace ? *m_files : *m_job);
        co_return;
    }
    const QString profile = id.mid(s_connectionPlace.size());
    if (LogShelf* known = m_shelves.value(profile)) {
        known->refresh();
        bind(*known);
        co_return;
    }
    const QPointer<LogsController> self(this);
    const Result<std::shared_ptr<Connection>> connection = co_await m_services.pool->connection(profile);
    if (!self) {
        co_return;
    }
    if (!connection) {
        m_page->showDocument(nullptr);
        m_page->setEntries({});
        m_page->showError(connection.error());
        co_return;
    }
    auto* shelf = new ConnectionShelf(*connection, {}, this);
    m_shelves.insert(profile, shelf);
    if (m_page->currentPlace() == id) {
        bind(*shelf);
    }
}

void LogsController::chooseFiles()
{
    const QStringList paths = dialogs::openLogs(&m_window, m_services.settings->filesFolder());
    if (!paths.isEmpty()) {
        openFiles(paths);
    }
}

void LogsController::openFiles(const QStringList& paths)
{
    const QStringList ids = m_files->add(paths);
    m_window.showFullPage(u"logs"_s);
    m_page->setCurrentPlace(s_filesPlace);
    if (m_shown != m_files) {
        bind(*m_files);
    }
    if (!ids.isEmpty()) {
        m_page->setCurrentEntries({ids.front()});
        m_page->showDocument(m_files->open({ids.front()}));
        m_page->viewer()->text()->setFocus();
    }
}

void LogsController::openFileAt(const QString& path, qint64 line)
{
    openFiles({path});
    m_page->viewer()->goToLineWhenThere(line - 1);
}

void LogsController::openJobLogs(std::shared_ptr<Connection> connection, const QString& jobId,
    const QDateTime& aroundTime, const QString& text, const QString& hint)
{
    m_window.showFullPage(u"logs"_s);
    if (m_job != nullptr) {
        m_job->deleteLater();
    }
    m_jobName = jobId.isEmpty() ? connection->profile().name
                                : tr("Job %1 on %2").arg(jobId.left(8), connection->profile().name);
    m_job = new ConnectionShelf(std::move(connection), jobId, this);
    fillPlaces();
    m_page->setCurrentPlace(s_jobPlace);
    bind(*m_job);
    connect(
        m_job, &LogShelf::changed, this, [this, text, aroundTime, hint] { jumpWhenListed(text, aroundTime, hint); },
        Qt::SingleShotConnection);
}

void LogsController::jumpWhenListed(const QString& text, const QDateTime& around, const QString& hint)
{
    const QString id = m_job->likelyId(hint);
    if (id.isEmpty() || m_shown != m_job) {
        return;
    }
    m_page->setCurrentEntries({id});
    m_page->showDocument(m_job->open({id}));
    if (!text.isEmpty() || around.isValid()) {
        m_page->viewer()->jumpTo(text, around);
    }
}

} // namespace millrace
