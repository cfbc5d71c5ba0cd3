// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/savepointscontroller.h"

#include "app/dialogs.h"
#include "app/jobs/jobactions.h"
#include "app/jobs/restartcontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "models/ledgermodel.h"
#include "storage/savepointledger.h"
#include "storage/settings.h"
#include "widgets/common/activitybar.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobs/savepointspage.h"

#include <QFileDialog>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QString jsonFilter()
{
    return SavepointsController::tr("Ledgers (*.json);;All files (*)");
}

} // namespace

SavepointsController::SavepointsController(
    MainWindow& window, JobActions& actions, RestartController& restart, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_actions(actions), m_restart(restart), m_services(services),
      m_model(new LedgerModel(this)), m_page(new SavepointsPage)
{
    window.addFullPage(u"savepoints"_s, "bookmarks"_L1, tr("Savepoints"), m_page);
    m_page->setModel(m_model);
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &SavepointsController::fill);
    connectPage();
    m_page->restoreState(services.settings->blob(u"savepoints.table"_s));
    connect(&window, &MainWindow::closing, this,
        [this] { m_services.settings->setBlob(u"savepoints.table"_s, m_page->saveState()); });
    refreshRefusals();
}

template <typename T> bool SavepointsController::told(const Result<T>& result)
{
    if (!result) {
        m_page->messageBar()->showError(result.error());
    }
    return result.has_value();
}

void SavepointsController::connectPage()
{
    SavepointLedger* ledger = m_services.ledger.get();
    connect(ledger, &SavepointLedger::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_window, &MainWindow::activated, ledger, &SavepointLedger::refresh);
    connect(m_window.activityBar(), &ActivityBar::currentChanged, this, [this](const QString& id) {
        if (id == "savepoints"_L1) {
            m_model->setNow(QDateTime::currentDateTimeUtc());
            fill();
        }
    });
    connect(m_page, &SavepointsPage::filterEdited, this, &SavepointsController::fill);
    connect(m_page, &SavepointsPage::chosenChanged, this, &SavepointsController::refreshRefusals);
    connect(m_model, &LedgerModel::noteEdited, this,
        [this, ledger](qint64 id, const QString& note) { told(ledger->setNote(id, note)); });
    const auto each = [this](const std::vector<LedgerEntry>& entries, const auto& change) {
        for (const LedgerEntry& entry : entries) {
            if (!told(change(entry.id))) {
                return;
            }
        }
    };
    connect(m_page, &SavepointsPage::pinRequested, this, [each, ledger](const auto& entries, bool pinned) {
        each(entries, [=](qint64 id) { return ledger->setPinned(id, pinned); });
    });
    connect(
        m_page, &SavepointsPage::expiryRequested, this, [each, ledger](const auto& entries, const QDateTime& until) {
            each(entries, [=](qint64 id) { return ledger->setExpiry(id, until); });
        });
    connect(
        m_page, &SavepointsPage::stateRequested, this, [each, ledger](const auto& entries, LedgerEntry::State state) {
            each(entries, [=](qint64 id) { return ledger->setState(id, state); });
        });
    connect(m_page, &SavepointsPage::forgetRequested, this, [this, each, ledger](const auto& entries) {
        if (dialogs::ask(m_page, tr("Forget %n entries of the ledger?", nullptr, static_cast<int>(entries.size())),
                tr("The files stay where they are; only our record of them goes."), tr("Forget"))) {
            each(entries, [=](qint64 id) { return ledger->remove(id); });
        }
    });
    connect(m_page, &SavepointsPage::restartRequested, this,
        [this](const LedgerEntry& entry) { m_restart.open(entry, m_page); });
    connect(m_page, &SavepointsPage::disposeRequested, this,
        [this](const std::vector<LedgerEntry>& entries) { m_actions.openDispose(entries, m_page); });
    connect(m_page, &SavepointsPage::importRequested, this, &SavepointsController::importFile);
    connect(m_page, &SavepointsPage::exportRequested, this, &SavepointsController::exportFile);
}

void SavepointsController::fill()
{
    if (m_window.activityBar()->current() != "savepoints"_L1) {
        return; // filled when it is looked at
    }
    auto entries = m_services.ledger->entries({.text = m_page->searchText(), .kind = m_page->kind()});
    if (told(entries)) {
        m_model->setEntries(std::move(*entries));
        refreshRefusals();
    }
}

void SavepointsController::refreshRefusals()
{
    const std::vector<LedgerEntry> chosen = m_page->chosen();
    if (chosen.empty()) {
        const QString none = tr("Choose a savepoint first.");
        m_page->setRefusals(none, none);
        return;
    }
    m_page->setRefusals(
        chosen.size() > 1 ? tr("A job starts from one savepoint.") : m_restart.refusal(chosen.front()), QString());
}

void SavepointsController::importFile()
{
    const QStringList files = QFileDialog::getOpenFileNames(m_page, tr("Read a ledger"), {}, jsonFilter());
    for (const QString& file : files) {
        const auto imported = m_services.ledger->importJson(file);
        if (told(imported)) {
            m_page->messageBar()->showMessage({.text = tr("%n entries were read.", nullptr, *imported)});
        }
    }
}

void SavepointsController::exportFile()
{
    const QString file =
        QFileDialog::getSaveFileName(m_page, tr("Write the ledger"), u"savepoints.json"_s, jsonFilter());
    if (!file.isEmpty() && told(m_services.ledger->exportJson(file))) {
        m_page->messageBar()->showMessage({.text = tr("The ledger was written to %1.").arg(file)});
    }
}

} // namespace millrace
