// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobfilterbar.h"

#include "models/jobtabletext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// Below this width the actions show their icons only.
constexpr int s_wideEnough = 1180;
constexpr int s_searchWidth = 220;

constexpr JobState s_offeredStates[] = {JobState::Failed, JobState::Restarting, JobState::Stopping, JobState::Running,
    JobState::Pending, JobState::Suspended, JobState::Finished, JobState::Cancelled, JobState::Unknown};

template <typename List, typename Value> void toggle(List& list, const Value& value, bool on)
{
    list.removeAll(value);
    if (on) {
        list.append(value);
    }
}

} // namespace

JobFilterBar::JobFilterBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"jobFilterBar"_s);
    setFixedHeight(measure::runBar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 6, 1);
    layout->setSpacing(6);
    layout->addWidget(new TextLabel(tr("Jobs"), TextRole::PageTitle, Token::Text));
    layout->addSpacing(4);
    m_search = new QLineEdit;
    m_search->setObjectName(u"jobSearch"_s);
    m_search->setPlaceholderText(tr("Name, id or path"));
    m_search->setAccessibleName(tr("Show jobs whose name, id or cluster holds this"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(s_searchWidth);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_state = addChoice(u"jobStates"_s, tr("States to show"), &JobFilterBar::fillStates);
    m_system = addChoice(u"jobSystems"_s, tr("Systems to show"), &JobFilterBar::fillSystems);
    m_connection = addChoice(u"jobConnections"_s, tr("Connections to show"), &JobFilterBar::fillConnections);
    m_group = addChoice(u"jobGroups"_s, tr("Group the jobs"), &JobFilterBar::fillGroups);
    auto* gap = new Separator(Qt::Vertical);
    gap->setFixedHeight(18);
    layout->addWidget(gap);
    m_savedButton = addChoice(u"savedJobFilters"_s, tr("Saved filters"), &JobFilterBar::fillSaved);
    m_savedButton->setIcon(themedIcon(this, "view-filter"_L1));
    layout->addStretch(1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(6);
    layout->addLayout(m_actions);
    auto* more = makeIconButton("overflow-menu"_L1, tr("More"), this);
    more->setObjectName(u"jobMore"_s);
    layout->addWidget(more);
    connect(more, &QAbstractButton::clicked, this, [this, more] {
        if (m_fillMore) {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            m_fillMore(menu);
            menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height())));
        }
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(m_search, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            m_typing.start(0); // the button that clears
        }
    });
    connect(&m_typing, &QTimer::timeout, this, [this] {
        JobFilter filter = m_filter;
        filter.text = m_search->text().trimmed();
        edit(filter);
    });
    refresh();
}

ActionButton* JobFilterBar::addChoice(
    const QString& name, const QString& accessibleName, void (JobFilterBar::*fill)(QMenu*))
{
    auto* button = new ActionButton(this);
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    auto* menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        (this->*fill)(menu);
    });
    button->setMenu(menu);
    layout()->addWidget(button);
    return button;
}

void JobFilterBar::setFilter(const JobFilter& filter)
{
    m_filter = filter;
    if (m_search->text().trimmed() != filter.text) {
        m_search->setText(filter.text);
        m_typing.stop();
    }
    refresh();
}

void JobFilterBar::edit(const JobFilter& filter)
{
    if (m_filter != filter) {
        setFilter(filter);
        Q_EMIT filterEdited(m_filter);
    }
}

void JobFilterBar::setSources(const std::vector<JobSource>& sources)
{
    m_sources = sources;
    refresh();
}

void JobFilterBar::setSavedFilters(std::vector<SavedJobFilter> filters)
{
    m_saved = std::move(filters);
    refresh();
}

void JobFilterBar::addActionButton(QAction* action, const QString& text)
{
    auto* button = new ActionButton(text, this);
    button->setObjectName(action->objectName() + u".button"_s);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    m_actions->addWidget(button);
    m_actionButtons.push_back(button);
}

void JobFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString JobFilterBar::stateText() const
{
    if (m_filter.states.size() == 1) {
        return jobStateText(m_filter.states.front());
    }
    if (!m_filter.states.isEmpty()) {
        return tr("%n states", nullptr, static_cast<int>(m_filter.states.size()));
    }
    switch (m_filter.ended) {
    case JobFilter::Ended::All:
        return tr("all");
    case JobFilter::Ended::OneDay:
        return tr("not finished > 1 day");
    case JobFilter::Ended::None:
        return tr("not finished");
    }
    return {};
}

QString JobFilterBar::groupText(JobFilter::Group group) const
{
    switch (group) {
    case JobFilter::Group::None:
        return tr("none");
    case JobFilter::Group::Connection:
        return tr("connection");
    case JobFilter::Group::State:
        return tr("state");
    case JobFilter::Group::System:
        return tr("system");
    }
    return {};
}

QStringList JobFilterBar::systemNames() const
{
    QStringList names;
    for (const JobSource& source : m_sources) {
        if (m_filter.systems.contains(source.system) && !names.contains(source.systemName)) {
            names << source.systemName;
        }
    }
    return names;
}

void JobFilterBar::refresh()
{
    m_state->setText(tr("State: %1").arg(stateText()));
    m_system->setText(tr("System: %1").arg(m_filter.systems.isEmpty() ? tr("all") : systemNames().join(u", "_s)));
    const auto chosen = std::ranges::find_if(
        m_sources, [this](const JobSource& source) { return m_filter.connections.contains(source.id); });
    if (m_filter.connections.isEmpty()) {
        m_connection->setText(tr("Connection: all %1").arg(m_sources.size()));
    } else if (m_filter.connections.size() == 1 && chosen != m_sources.end()) {
        m_connection->setText(tr("Connection: %1").arg(chosen->name));
    } else {
        m_connection->setText(tr("Connection: %1 of %2").arg(m_filter.connections.size()).arg(m_sources.size()));
    }
    m_group->setText(tr("Group: %1").arg(groupText(m_filter.group)));
    const auto saved = std::ranges::find(m_saved, m_filter, &SavedJobFilter::filter);
    m_savedButton->setText(saved == m_saved.end() ? tr("Filters") : saved->name);
    m_savedButton->setDown(false);
}

void JobFilterBar::fillStates(QMenu* menu)
{
    auto* ended = new QActionGroup(menu);
    const std::pair<JobFilter::Ended, QString> offers[] = {{JobFilter::Ended::All, tr("All")},
        {JobFilter::Ended::OneDay, tr("Not finished for more than a day")},
        {JobFilter::Ended::None, tr("Not finished")}};
    for (const auto& [value, text] : offers) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.ended == value);
        ended->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = value] {
            JobFilter filter = m_filter;
            filter.ended = value;
            edit(filter);
        });
    }
    menu->addSeparator();
    for (const JobState state : s_offeredStates) {
        QAction* action = menu->addAction(tr("Only %1").arg(jobStateText(state)));
        action->setCheckable(true);
        action->setChecked(m_filter.states.contains(state));
        connect(action, &QAction::toggled, this, [this, state](bool on) {
            JobFilter filter = m_filter;
            toggle(filter.states, state, on);
            edit(filter);
        });
    }
    menu->addSeparator();
    const std::pair<bool JobFilter::*, QString> marks[] = {
        {&JobFilter::watchedOnly, tr("Only watched")}, {&JobFilter::startedHereOnly, tr("Only started from here")}};
    for (const auto& [member, text] : marks) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.*member);
        connect(action, &QAction::toggled, this, [this, member = member](bool on) {
            JobFilter filter = m_filter;
            filter.*member = on;
            edit(filter);
        });
    }
}

void JobFilterBar::fillSystems(QMenu* menu)
{
    QStringList seen;
    for (const JobSource& source : m_sources) {
        if (seen.contains(source.system)) {
            continue;
        }
        seen << source.system;
        QAction* action = menu->addAction(source.systemName);
        action->setCheckable(true);
        action->setChecked(m_filter.systems.contains(source.system));
        connect(action, &QAction::toggled, this, [this, system = source.system](bool on) {
            JobFilter filter = m_filter;
            toggle(filter.systems, system, on);
            edit(filter);
        });
    }
    if (seen.isEmpty()) {
        menu->addAction(tr("No connection has jobs yet"))->setEnabled(false);
    }
}

void JobFilterBar::fillConnections(QMenu* menu)
{
    for (const JobSource& source : m_sources) {
        QAction* action = menu->addAction(environmentIcon(source.environment), source.name);
        action->setCheckable(true);
        action->setChecked(m_filter.connections.contains(source.id));
        connect(action, &QAction::toggled, this, [this, id = source.id](bool on) {
            JobFilter filter = m_filter;
            toggle(filter.connections, id, on);
            edit(filter);
        });
    }
    if (m_sources.empty()) {
        menu->addAction(tr("No connection has jobs yet"))->setEnabled(false);
    }
}

void JobFilterBar::fillGroups(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    for (const auto value :
        {JobFilter::Group::None, JobFilter::Group::Connection, JobFilter::Group::State, JobFilter::Group::System}) {
        QString text = groupText(value);
        text[0] = text[0].toUpper();
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.group == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value] {
            JobFilter filter = m_filter;
            filter.group = value;
            edit(filter);
        });
    }
}

void JobFilterBar::fillSaved(QMenu* menu)
{
    const bool isPlain = m_filter == JobFilter();
    menu->addAction(tr("Show as at first"), this, [this] { edit({}); })->setEnabled(!isPlain);
    if (!m_saved.empty()) {
        menu->addSeparator();
    }
    for (const SavedJobFilter& saved : m_saved) {
        QAction* action = menu->addAction(saved.name, this, [this, filter = saved.filter] { edit(filter); });
        action->setCheckable(true);
        action->setChecked(saved.filter == m_filter);
    }
    menu->addSeparator();
    menu->addAction(tr("Save this filter…"), this, &JobFilterBar::saveCurrent);
    const auto current = std::ranges::find(m_saved, m_filter, &SavedJobFilter::filter);
    if (current != m_saved.end()) {
        menu->addAction(tr("Forget “%1”").arg(current->name), this, [this, name = current->name] {
            std::erase_if(m_saved, [&name](const SavedJobFilter& saved) { return saved.name == name; });
            refresh();
            Q_EMIT savedFiltersEdited();
        });
    }
}

void JobFilterBar::saveCurrent()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(
        this, tr("Save this filter"), tr("Name of the filter"), QLineEdit::Normal, m_filter.text, &accepted)
                             .trimmed();
    if (!accepted || name.isEmpty()) {
        return;
    }
    std::erase_if(m_saved, [&name](const SavedJobFilter& saved) { return saved.name == name; });
    m_saved.push_back({.name = name, .filter = m_filter});
    refresh();
    Q_EMIT savedFiltersEdited();
}

void JobFilterBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

bool JobFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leftDownwards();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void JobFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (ActionButton* button : m_actionButtons) {
        button->setCompact(width() < s_wideEnough);
    }
    m_search->setFixedWidth(width() < s_wideEnough ? s_searchWidth - 60 : s_searchWidth);
}

} // namespace millrace
