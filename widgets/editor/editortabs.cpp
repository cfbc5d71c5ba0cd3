// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editortabs.h"

#include "widgets/common/buttons.h"
#include "widgets/common/stylepaint.h"
#include "widgets/editor/editortabbar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

EditorTabs::EditorTabs(QWidget* parent) : QWidget(parent), m_bar(new EditorTabBar(this)), m_stack(new QStackedLayout)
{
    auto* plus = makeIconButton("list-add"_L1, tr("New script"), this);
    plus->setObjectName(u"newTab"_s);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 4, 0);
    bar->setSpacing(2);
    bar->addWidget(m_bar);
    bar->addWidget(plus);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(m_stack, 1);

    connect(plus, &QToolButton::clicked, this, &EditorTabs::newTabRequested);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        QWidget* page = index >= 0 && index < count() ? m_pages[static_cast<size_t>(index)] : nullptr;
        if (page) {
            m_stack->setCurrentWidget(page);
        }
        Q_EMIT currentChanged(page);
    });
    connect(m_bar, &QTabBar::tabMoved, this, [this](int from, int to) {
        QWidget* page = m_pages[static_cast<size_t>(from)];
        m_pages.erase(m_pages.begin() + from);
        m_pages.insert(m_pages.begin() + to, page);
        Q_EMIT orderChanged();
    });
    connect(m_bar, &EditorTabBar::closeRequested, this,
        [this](int index) { Q_EMIT closeRequested(m_pages[static_cast<size_t>(index)]); });
    connect(m_bar, &EditorTabBar::menuRequested, this,
        [this](int index, const QPoint& at) { Q_EMIT menuRequested(m_pages[static_cast<size_t>(index)], at); });
}

int EditorTabs::indexOf(const QWidget* page) const
{
    const auto found = std::find(m_pages.begin(), m_pages.end(), page);
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void EditorTabs::addPage(QWidget* page, const EditorTabInfo& info, bool makeCurrent, int at)
{
    const int index = at < 0 || at > count() ? count() : at;
    m_stack->addWidget(page);
    m_pages.insert(m_pages.begin() + index, page);
    const bool first = m_pages.size() == 1;
    {
        const QSignalBlocker blocker(m_bar); // the tab has no info yet
        m_bar->insertTab(index, info.title);
        m_bar->setInfo(index, info);
    }
    if (makeCurrent && m_bar->currentIndex() != index) {
        m_bar->setCurrentIndex(index);
    } else if (first) {
        m_stack->setCurrentWidget(page);
        Q_EMIT currentChanged(page);
    }
    m_bar->updateGeometry();
}

void EditorTabs::removePage(QWidget* page)
{
    const int index = indexOf(page);
    if (index < 0) {
        return;
    }
    m_pages.erase(m_pages.begin() + index);
    m_stack->removeWidget(page);
    page->hide();
    page->setParent(nullptr);
    m_bar->removeTab(index); // makes another one current
    m_bar->updateGeometry();
}

void EditorTabs::setInfo(QWidget* page, const EditorTabInfo& info)
{
    const int index = indexOf(page);
    if (index >= 0 && m_bar->info(index) != info) {
        m_bar->setInfo(index, info);
        m_bar->updateGeometry();
    }
}

void EditorTabs::setCurrentPage(QWidget* page)
{
    const int index = indexOf(page);
    if (index >= 0) {
        m_bar->setCurrentIndex(index);
    }
}

void EditorTabs::selectNext()
{
    if (count() > 0) {
        m_bar->setCurrentIndex((m_bar->currentIndex() + 1) % count());
    }
}

void EditorTabs::selectPrevious()
{
    if (count() > 0) {
        m_bar->setCurrentIndex((m_bar->currentIndex() + count() - 1) % count());
    }
}

QWidget* EditorTabs::currentPage() const
{
    const int index = m_bar->currentIndex();
    return index >= 0 && index < count() ? m_pages[static_cast<size_t>(index)] : nullptr;
}

int EditorTabs::count() const
{
    return static_cast<int>(m_pages.size());
}

void EditorTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(count() > 0 ? Token::SurfaceChrome : Token::Surface));
}

} // namespace millrace
