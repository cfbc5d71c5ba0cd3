// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startcontroller.h"

#include "app/actionregistry.h"
#include "app/appearancecontroller.h"
#include "app/editorcontroller.h"
#include "app/localflinkcontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "storage/connectionstore.h"
#include "widgets/start/startpage.h"

#include <QAction>
#include <QCursor>
#include <QMenu>
#include <QPointer>

namespace millrace {

using namespace Qt::StringLiterals;

StartController::StartController(MainWindow& window, EditorController& editors, LocalFlinkController& flink,
    AppearanceController& appearance, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_flink(flink), m_appearance(appearance),
      m_page(new StartPage)
{
    QStringList systems;
    for (const Backend* backend : services.backends.all()) {
        systems << backend->displayName();
    }
    m_page->setSystemNames(systems);
    m_page->setSamples(sampleScripts());
    m_page->setFlinkState(m_flink.status());
    m_page->setJavaState(m_flink.java());
    m_page->setTheme(m_appearance.isDark());
    m_page->setLanguage(m_appearance.language());
    const ConnectionStore* connections = services.connections.get();
    const auto countConnections = [this, connections] {
        m_page->setConnectionCount(static_cast<int>(connections->all().size()));
    };
    connect(connections, &ConnectionStore::changed, m_page, countConnections);
    countConnections();
    refreshKeys();
    connectPage();
    m_window.setStartPage(m_page);
}

void StartController::refreshKeys()
{
    const ActionRegistry& actions = m_window.actions();
    m_page->setKeys(StartPage::Action::StartFlink, actions.keysText("flink.start"_L1));
    m_page->setKeys(StartPage::Action::AddConnection, actions.keysText("connection.add"_L1));
    m_page->setKeys(StartPage::Action::OpenFile, actions.keysText("file.open"_L1));
    m_page->setKeys(StartPage::Action::Palette, actions.keysText("tools.palette"_L1));
}

void StartController::connectPage()
{
    const ActionRegistry& actions = m_window.actions();
    connect(m_page, &StartPage::startFlinkRequested, &m_flink, &LocalFlinkController::start);
    connect(m_page, &StartPage::cancelFlinkRequested, &m_flink, &LocalFlinkController::cancel);
    connect(m_page, &StartPage::addConnectionRequested, actions.action("connection.add"_L1), &QAction::trigger);
    connect(m_page, &StartPage::openFileRequested, actions.action("file.open"_L1), &QAction::trigger);
    connect(m_page, &StartPage::paletteRequested, actions.action("tools.palette"_L1), &QAction::trigger);
    connect(m_page, &StartPage::runSampleRequested, this, &StartController::runSample);
    connect(m_page, &StartPage::openSampleRequested, this, &StartController::openSample);
    connect(m_page, &StartPage::themeRequested, &m_appearance, &AppearanceController::setDark);
    connect(m_page, &StartPage::languageRequested, &m_appearance, &AppearanceController::setLanguage);
    connect(m_page, &StartPage::filesDropped, this, [this](const QStringList& paths) {
        for (const QString& path : paths) {
            m_editors.openFile(path);
        }
    });
    connect(&m_appearance, &AppearanceController::changed, m_page, [this] { m_page->setTheme(m_appearance.isDark()); });
    connect(&m_flink, &LocalFlinkController::statusChanged, m_page, &StartPage::setFlinkState);
    connect(&m_flink, &LocalFlinkController::javaChanged, m_page, &StartPage::setJavaState);
    connect(actions.action("help.samples"_L1), &QAction::triggered, this, &StartController::chooseSample);
    const auto refresh = [this] {
        const auto state = m_flink.status().state;
        using State = LocalFlinkStatus::State;
        m_window.actions().action("flink.start"_L1)->setEnabled(state == State::Stopped || state == State::Failed);
        m_window.actions().action("flink.stop"_L1)->setEnabled(state == State::Running || state == State::Starting);
    };
    connect(&m_flink, &LocalFlinkController::statusChanged, this, refresh);
    connect(actions.action("flink.start"_L1), &QAction::triggered, &m_flink, &LocalFlinkController::start);
    connect(actions.action("flink.stop"_L1), &QAction::triggered, &m_flink, &LocalFlinkController::stop);
    refresh();
}

void StartController::openSample(const SampleScript& sample)
{
    m_editors.newTab(sample.text, sample.title);
}

void StartController::runSample(const SampleScript& sample)
{
    const QPointer<ScriptTab> tab = m_editors.newTab(sample.text, sample.title);
    m_flink.whenRunning([tab] {
        if (tab) {
            tab->setConnection(LocalFlinkController::connectionId());
            tab->runScript();
        }
    });
}

void StartController::chooseSample()
{
    auto* menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SampleScript& sample : sampleScripts()) {
        menu->addAction(sample.title, this, [this, sample] { openSample(sample); });
    }
    menu->popup(m_window.mapToGlobal(m_window.rect().center())
        - QPoint(menu->sizeHint().width() / 2, menu->sizeHint().height() / 2));
}

} // namespace millrace
