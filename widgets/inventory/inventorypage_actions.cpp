// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorymodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/inventory/inventorypage.h"
#include "widgets/inventory/inventorytable.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t s_mostButtons = 4;

} // namespace

void InventoryPage::rebuildActions()
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction* action : m_actions) {
        action->deleteLater();
    }
    m_actions.clear();
    for (const InventoryAction& each : m_model->kind().actions) {
        auto* action = new QAction(each.text, this);
        action->setObjectName("inventoryAction."_L1 + each.id);
        action->setData(each.id);
        const QByteArray icon = each.icon.toLatin1();
        if (hasIcon(QLatin1StringView(icon))) {
            action->setIcon(themedIcon(this, QLatin1StringView(icon)));
        }
        connect(action, &QAction::triggered, this, [this, id = each.id, onItems = each.onItems] {
            Q_EMIT actionRequested(id, onItems ? m_table->chosenIds() : QStringList());
        });
        m_actions.push_back(action);
        if (m_actions.size() > s_mostButtons) {
            continue;
        }
        auto* button = new ActionButton(each.text, this);
        button->setObjectName("inventoryButton."_L1 + each.id);
        button->setIcon(action->icon());
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        });
        m_buttons->addWidget(button);
    }
    m_more->setVisible(m_actions.size() > s_mostButtons);
    refreshActions();
}

void InventoryPage::refreshActions()
{
    std::vector<const InventoryItem*> chosen;
    const QStringList ids = m_table->chosenIds();
    for (const QString& id : ids) {
        if (const InventoryItem* item = m_model->find(id)) {
            chosen.push_back(item);
        }
    }
    const InventorySource source = currentSource();
    const std::vector<InventoryAction>& actions = m_model->kind().actions;
    for (std::size_t i = 0; i < m_actions.size() && i < actions.size(); ++i) {
        const QString refusal = inventoryRefusal(actions[i], source, chosen);
        m_actions[i]->setEnabled(refusal.isEmpty());
        m_actions[i]->setToolTip(refusal.isEmpty() ? plainText(actions[i]) : refusal);
    }
}

void InventoryPage::fillMenu(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    const std::vector<InventoryAction>& actions = m_model->kind().actions;
    for (const bool onItems : {true, false}) {
        menu->addSeparator();
        for (std::size_t i = 0; i < m_actions.size(); ++i) {
            if (actions[i].onItems == onItems) {
                menu->addAction(m_actions[i]);
            }
        }
    }
}

void InventoryPage::openMenu(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"inventoryMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->addSeparator();
    menu->addAction(themedIcon(this, "view-refresh"_L1), tr("Ask again"), this, &InventoryPage::refreshRequested);
    menu->popup(place);
}

} // namespace millrace
