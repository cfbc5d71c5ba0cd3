// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logs/rebalancescontroller.h"

#include "app/dialogs.h"
#include "app/logs/logscontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "logs/rebalancewatch.h"
#include "logs/rebalancewriters.h"
#include "storage/settings.h"
#include "widgets/common/messagebar.h"
#include "widgets/logs/rebalancespage.h"

#include <QSaveFile>

#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;

RebalancesController::RebalancesController(
    MainWindow& window, LogsController& logs, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_logs(logs), m_services(services), m_page(new RebalancesPage)
{
    window.addFullPage(u"rebalances"_s, "office-chart-line"_L1, tr("Kafka rebalances"), m_page);
    connect(m_page, &RebalancesPage::openRequested, this, &RebalancesController::chooseFiles);
    connect(m_page, &RebalancesPage::filesDropped, this, &RebalancesController::open);
    connect(m_page, &RebalancesPage::zonesChanged, this, &RebalancesController::read);
    connect(m_page, &RebalancesPage::saveRequested, this, &RebalancesController::save);
    connect(m_page, &RebalancesPage::liveRequested, this, [this](bool live) {
        if (m_watch) {
            m_watch->setLive(live);
        }
    });
    connect(m_page, &RebalancesPage::lineRequested, &m_logs, &LogsController::openFileAt);
}

RebalancesController::~RebalancesController() = default;

void RebalancesController::chooseFiles()
{
    const QStringList files = dialogs::openLogs(&m_window, m_services.settings->filesFolder());
    if (!files.isEmpty()) {
        open(files);
    }
}

void RebalancesController::open(const QStringList& files)
{
    m_files = files;
    m_window.showFullPage(u"rebalances"_s);
    m_page->messageBar()->clear();
    read();
}

void RebalancesController::read()
{
    if (m_files.isEmpty()) {
        return;
    }
    RebalanceOptions options;
    options.logZone = m_page->logZone();
    options.displayZone = m_page->displayZone();
    m_watch = std::make_unique<RebalanceWatch>(m_files, options);
    m_page->setLive(true);
    RebalanceWatch* watch = m_watch.get();
    connect(watch, &RebalanceWatch::changed, this,
        [this, watch] { m_page->setReport(watch->report(), watch->progress()); });
}

void RebalancesController::save(const QString& format)
{
    const bool csv = format == "csv"_L1;
    const QString path =
        m_watch ? dialogs::saveLog(m_page, csv ? u"rebalances.csv"_s : u"rebalances.json"_s) : QString();
    if (path.isEmpty()) {
        return;
    }
    const std::shared_ptr<const RebalanceReport> report = m_watch->report();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(csv ? rebalancesAsCsv(*report) : rebalancesAsJson(*report));
    }
    if (!file.commit()) {
        m_page->showError(
            {.kind = ErrorKind::Storage, .message = tr("%1 cannot be written: %2.").arg(path, file.errorString())});
        return;
    }
    m_page->messageBar()->showMessage(
        {.text = tr("The rebalances are in %1.").arg(path), .timeout = std::chrono::seconds(8)});
}

} // namespace millrace
