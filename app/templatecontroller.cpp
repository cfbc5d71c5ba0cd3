// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templatecontroller.h"

#include "app/actionregistry.h"
#include "app/connectionpool.h"
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "core/jobsubmission.h"
#include "storage/connectionstore.h"
#include "widgets/common/icons.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

TemplateController::TemplateController(
    MainWindow& window, EditorController& editors, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_services(services)
{
    connect(window.actions().action("file.newFrom"_L1), &QAction::triggered, this, &TemplateController::choose);
    connect(m_services.connections.get(), &ConnectionStore::changed, this, &TemplateController::refresh);
    refresh();
}

void TemplateController::refresh()
{
    m_window.actions().action("file.newFrom"_L1)->setEnabled(!m_services.connections->all().empty());
}

void TemplateController::choose()
{
    auto* menu = new QMenu(&m_window);
    menu->setObjectName(u"templates"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // the connection of the text in front comes first; then one of each system that offers any
    std::vector<ConnectionProfile> profiles = m_services.connections->all();
    const ScriptTab* front = m_editors.current();
    const QString chosen = front ? front->target().connectionId : QString();
    std::ranges::stable_partition(profiles, [&](const ConnectionProfile& each) { return each.id == chosen; });
    QStringList systems;
    for (const ConnectionProfile& profile : profiles) {
        if (!systems.contains(profile.system) && addTo(menu, profile)) {
            systems << profile.system;
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("None of the connections offers a template"))->setEnabled(false);
    }
    menu->popup(m_window.mapToGlobal(m_window.rect().center())
        - QPoint(menu->sizeHint().width() / 2, menu->sizeHint().height() / 2));
}

bool TemplateController::addTo(QMenu* menu, const ConnectionProfile& profile)
{
    const auto connection = m_services.pool->unsaved(profile, {});
    const JobSubmission* submission = connection ? (*connection)->jobSubmission() : nullptr;
    const std::vector<JobTemplate> templates = submission ? submission->templates() : std::vector<JobTemplate>();
    if (templates.empty()) {
        return false;
    }
    if (!menu->isEmpty()) {
        menu->addSeparator();
    }
    menu->addAction(profile.name)->setEnabled(false); // whose they are
    for (const JobTemplate& each : templates) {
        menu->addAction(themedIcon(menu, "document-new"_L1), each.name, this, [this, each, id = profile.id] {
            ScriptTab* tab = m_editors.newTab(each.text, each.fileName);
            tab->setConnection(id);
            m_window.showTabs();
        });
    }
    return true;
}

} // namespace millrace
