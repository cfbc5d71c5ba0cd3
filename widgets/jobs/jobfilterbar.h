// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfilter.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace millrace {

class ActionButton;
class TextLabel;

/// The row above the jobs: what to show of them at the left, what to do with the chosen ones at the right.
class JobFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit JobFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] const JobFilter& filter() const { return m_filter; }

    /// Without a signal.
    void setFilter(const JobFilter& filter);
    /// The connections to choose from; their systems, too.
    void setSources(const std::vector<JobSource>& sources);

    [[nodiscard]] const std::vector<SavedJobFilter>& savedFilters() const { return m_saved; }

    void setSavedFilters(std::vector<SavedJobFilter> filters);

    /// An action as a button at the right: enabled, text and tooltip are the action's.
    void addActionButton(QAction* action, const QString& text);

    /// What stands behind ⋮; made anew each time it is opened.
    void setMoreMenu(std::function<void(QMenu*)> fill) { m_fillMore = std::move(fill); }

    void focusSearch();

    [[nodiscard]] QLineEdit* search() const { return m_search; }

Q_SIGNALS:
    /// By the user.
    void filterEdited(const millrace::JobFilter& filter);
    void savedFiltersEdited();
    /// Down in the search field: on to the rows.
    void leftDownwards();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Choice;

    ActionButton* addChoice(const QString& name, const QString& accessibleName, void (JobFilterBar::*fill)(QMenu*));
    void edit(const JobFilter& filter);
    void refresh();
    void fillStates(QMenu* menu);
    void fillSystems(QMenu* menu);
    void fillConnections(QMenu* menu);
    void fillGroups(QMenu* menu);
    void fillSaved(QMenu* menu);
    void saveCurrent();
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString groupText(JobFilter::Group group) const;
    [[nodiscard]] QStringList systemNames() const;

    JobFilter m_filter;
    std::vector<JobSource> m_sources;
    std::vector<SavedJobFilter> m_saved;
    std::function<void(QMenu*)> m_fillMore;
    QTimer m_typing;
    QHBoxLayout* m_actions = nullptr;
    QLineEdit* m_search = nullptr;
    ActionButton* m_state = nullptr;
    ActionButton* m_system = nullptr;
    ActionButton* m_connection = nullptr;
    ActionButton* m_group = nullptr;
    ActionButton* m_savedButton = nullptr;
    std::vector<ActionButton*> m_actionButtons;
};

} // namespace millrace
