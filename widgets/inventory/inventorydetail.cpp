// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventorydetail.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/spinner.h"
#include "widgets/jobdetail/jobdetailtabbar.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

InventoryDetail::InventoryDetail(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"inventoryDetail"_s);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    buildHead(m_layout);
    m_messages = new MessageBar;
    m_messages->setObjectName(u"inventoryDetailMessages"_s);
    m_layout->addWidget(m_messages);
    m_body = new QStackedWidget;
    m_empty = new EmptyView({});
    m_empty->setObjectName(u"inventoryDetailEmpty"_s);
    m_body->addWidget(m_empty);
    m_layout->addWidget(m_body, 1);
    connect(m_messages, &MessageBar::actionTriggered, this, &InventoryDetail::refreshRequested);
}

void InventoryDetail::buildHead(QVBoxLayout* into)
{
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 6, 1);
    row->setSpacing(6);
    m_title = new ElidedLabel;
    m_title->setObjectName(u"inventoryDetailTitle"_s);
    m_title->setRole(TextRole::Section);
    m_title->setElideMode(Qt::ElideMiddle);
    row->addWidget(m_title, 1);
    m_spinner = new Spinner;
    m_spinner->hide();
    row->addWidget(m_spinner);
    m_refresh = makeIconButton("view-refresh"_L1, tr("Ask for this item again"), this);
    m_refresh->setObjectName(u"inventoryDetailRefresh"_s);
    row->addWidget(m_refresh);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close the detail"), this);
    close->setObjectName(u"inventoryDetailClose"_s);
    row->addWidget(close);
    into->addWidget(bar);
    connect(m_refresh, &QAbstractButton::clicked, this, &InventoryDetail::refreshRequested);
    connect(close, &QAbstractButton::clicked, this, &InventoryDetail::closeRequested);
}

QString InventoryDetail::title() const
{
    return m_title->text();
}

int InventoryDetail::partCount() const
{
    return static_cast<int>(m_parts.size());
}

QWidget* InventoryDetail::currentPart() const
{
    return m_parts.empty() ? nullptr : m_body->currentWidget();
}

void InventoryDetail::showNothing(const QString& sentence)
{
    m_itemId.clear();
    m_title->setText({});
    m_spinner->hide();
    m_refresh->hide();
    m_messages->clear();
    clearParts();
    rebuildTabs({});
    m_empty->setSentence(sentence);
}

void InventoryDetail::showLoading(const QString& itemId, const QString& title)
{
    if (itemId != m_itemId) {
        clearParts();
        rebuildTabs({});
        m_empty->setSentence(tr("Asking for %1…").arg(title));
    }
    m_itemId = itemId;
    m_title->setText(title);
    m_spinner->show();
    m_refresh->show();
    m_messages->clear();
}

void InventoryDetail::showError(const Error& error)
{
    m_spinner->hide();
    if (m_parts.empty()) {
        m_empty->setSentence(tr("Nothing is known of this item."));
    }
    if (!error.isCancelled()) {
        m_messages->showError(error, {{u"retry"_s, tr("Retry")}});
    }
}

void InventoryDetail::showParts(const QString& title, const std::vector<InventoryPart>& parts)
{
    const int before = m_tabs ? m_tabs->current() : 0;
    const QStringList titlesBefore = m_titles;
    QStringList titles;
    for (const InventoryPart& part : parts) {
        titles << part.title;
    }
    m_spinner->hide();
    m_refresh->show();
    m_messages->clear();
    m_title->setText(title);
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus();
    clearParts();
    for (const InventoryPart& part : parts) {
        QWidget* widget = makeInventoryPart(part, title, m_body);
        m_body->addWidget(widget);
        m_parts.push_back(widget);
    }
    rebuildTabs(titles);
    m_empty->setSentence(tr("The server tells nothing more of it."));
    showPart(titles == titlesBefore ? before : 0);
    if (hadFocus && !m_parts.empty()) {
        m_body->currentWidget()->setFocus();
    }
}

void InventoryDetail::clearParts()
{
    m_body->setCurrentWidget(m_empty);
    for (QWidget* part : m_parts) {
        m_body->removeWidget(part);
        part->hide();
        part->deleteLater();
    }
    m_parts.clear();
}

void InventoryDetail::rebuildTabs(const QStringList& titles)
{
    if (titles == m_titles && m_tabs) {
        return;
    }
    m_titles = titles;
    delete m_tabs;
    if (titles.isEmpty()) {
        return;
    }
    m_tabs = new JobDetailTabBar;
    m_tabs->setObjectName(u"inventoryDetailTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the item"));
    for (int i = 0; i < titles.size(); ++i) {
        m_tabs->addTab(i, titles[i]);
    }
    m_layout->insertWidget(1, m_tabs);
    connect(m_tabs, &JobDetailTabBar::chosen, this, &InventoryDetail::showPart);
}

void InventoryDetail::showPart(int index)
{
    if (index < 0 || index >= partCount()) {
        return;
    }
    m_tabs->setCurrent(index);
    QWidget* part = m_parts[static_cast<std::size_t>(index)];
    m_body->setCurrentWidget(part);
}

} // namespace millrace
