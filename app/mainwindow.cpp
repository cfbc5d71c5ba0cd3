// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/actionregistry.h"
#include "storage/settings.h"
#include "widgets/common/activitybar.h"
#include "widgets/common/theme.h"
#include "widgets/editor/editortabs.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize s_firstSize{1440, 900};
constexpr int s_firstDockHeight = 360;

QSplitter* splitter(Qt::Orientation orientation, const QString& name)
{
    auto* made = new QSplitter(orientation);
    made->setObjectName(name);
    made->setHandleWidth(1);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

MainWindow::MainWindow(Settings& settings) : m_settings(settings), m_actions(new ActionRegistry(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Millrace"_s);
    resize(s_firstSize);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_actions->updateIcons(this);
    m_actions->applyOverrides(settings.shortcuts());
    m_actions->fillMenus(menuBar());
    buildCentre();
    connect(m_actions->action("file.quit"_L1), &QAction::triggered, this, &QWidget::close);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_activityBar = new ActivityBar;
    m_tabs = new EditorTabs;
    m_panels = new QStackedWidget;
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_tabs);

    m_side = splitter(Qt::Vertical, u"sideRows"_s);
    m_side->addWidget(m_panels);
    m_side->setStretchFactor(0, 3);
    m_rows = splitter(Qt::Vertical, u"centreRows"_s);
    m_rows->addWidget(m_centre);
    m_rows->setStretchFactor(0, 1);
    m_columns = splitter(Qt::Horizontal, u"columns"_s);
    m_columns->addWidget(m_side);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({measure::sidePanel, s_firstSize.width() - measure::sidePanel});

    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_activityBar);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_columns);
    columns->addWidget(m_pages, 1);
    auto* centre = new QWidget;
    m_layout = new QVBoxLayout(centre);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addLayout(columns, 1);
    setCentralWidget(centre);

    connect(m_activityBar, &ActivityBar::currentChanged, this, &MainWindow::showPanelOf);
    connect(m_tabs, &EditorTabs::currentChanged, this, &MainWindow::updateCentre);
    m_side->hide();
}

void MainWindow::addSidePanel(const QString& id, QLatin1StringView icon, const QString& text, QWidget* panel)
{
    m_activityBar->add(id, icon, text);
    m_panels->addWidget(panel);
    m_panelById.insert(id, panel);
    const QString actionId = u"view."_s + id;
    connect(m_actions->action(QLatin1StringView(actionId.toLatin1())), &QAction::triggered, this,
        [this, id] { m_activityBar->setCurrent(m_activityBar->current() == id ? QString() : id); });
}

void MainWindow::showSidePanel(const QString& id)
{
    m_activityBar->setCurrent(id);
}

void MainWindow::addFullPage(const QString& id, QLatin1StringView icon, const QString& text, QWidget* page)
{
    m_activityBar->add(id, icon, text);
    m_pages->addWidget(page);
    m_fullPageById.insert(id, page);
    const QString actionId = u"view."_s + id;
    connect(m_actions->action(QLatin1StringView(actionId.toLatin1())), &QAction::triggered, this,
        [this, id] { m_activityBar->setCurrent(m_activityBar->current() == id ? m_lastPanel : id); });
}

void MainWindow::showFullPage(const QString& id)
{
    m_activityBar->setCurrent(id);
}

void MainWindow::showTabs()
{
    if (m_fullPageById.contains(m_activityBar->current())) {
        m_activityBar->setCurrent(m_lastPanel);
    }
}

void MainWindow::showPanelOf(const QString& id)
{
    if (QWidget* page = m_fullPageById.value(id)) {
        m_pages->setCurrentWidget(page);
        return;
    }
    m_lastPanel = id;
    m_pages->setCurrentWidget(m_columns);
    if (QWidget* panel = m_panelById.value(id)) {
        m_panels->setCurrentWidget(panel);
    }
    m_side->setVisible(!id.isEmpty());
}

void MainWindow::setSideFoot(QWidget* foot)
{
    m_side->addWidget(foot);
    m_side->setStretchFactor(1, 1);
}

void MainWindow::setStartPage(QWidget* page)
{
    m_centre->addWidget(page);
    m_centre->setCurrentWidget(page);
    updateCentre();
}

void MainWindow::setBottomDock(QWidget* dock)
{
    m_bottom = dock;
    m_rows->addWidget(dock);
    m_rows->setSizes({s_firstSize.height() - s_firstDockHeight, s_firstDockHeight});
    updateCentre();
}

void MainWindow::setBottomDockShown(bool shown)
{
    m_bottomWanted = shown;
    updateCentre();
}

void MainWindow::setBottomDockFits(bool fits)
{
    m_bottomFits = fits;
    updateCentre();
}

bool MainWindow::isBottomDockShown() const
{
    return m_bottom && m_bottom->isVisibleTo(this);
}

void MainWindow::setStatusLine(QWidget* line)
{
    // Not in a QStatusBar: its frame and margins would stand around every segment.
    line->setFixedHeight(measure::statusBar);
    m_layout->addWidget(line);
}

void MainWindow::updateCentre()
{
    const bool hasTabs = m_tabs->count() > 0;
    m_centre->setCurrentIndex(hasTabs || m_centre->count() == 1 ? 0 : 1);
    if (m_bottom) {
        m_bottom->setVisible(hasTabs && m_bottomWanted && m_bottomFits);
    }
}

void MainWindow::addCloseQuery(std::function<bool()> query)
{
    m_closeQueries.push_back(std::move(query));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!std::ranges::all_of(m_closeQueries, [](const auto& mayClose) { return mayClose(); })) {
        event->ignore();
        return;
    }
    saveLayout();
    Q_EMIT closing();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
        Q_EMIT activated();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::saveLayout()
{
    m_settings.setBlob(u"mainWindow.geometry"_s, saveGeometry());
    for (const QSplitter* splitter : {m_columns, m_rows, m_side}) {
        m_settings.setBlob(u"mainWindow."_s + splitter->objectName(), splitter->saveState());
    }
    m_settings.setValue(u"mainWindow.panel"_s, m_activityBar->current());
    m_settings.setValue(u"mainWindow.bottomDock"_s, m_bottomWanted);
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_settings.blob(u"mainWindow.geometry"_s));
    for (QSplitter* splitter : {m_columns, m_rows, m_side}) {
        splitter->restoreState(m_settings.blob(u"mainWindow."_s + splitter->objectName()));
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    m_activityBar->setCurrent(m_settings.value(u"mainWindow.panel"_s).toString());
    setBottomDockShown(m_settings.value(u"mainWindow.bottomDock"_s, true).toBool());
}

} // namespace millrace
