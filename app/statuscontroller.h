// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace millrace {

class EditorController;
class MainWindow;
class ResultsController;
class ScriptTab;
class StatementList;
class StatusBar;
struct Services;
struct StatusBarState;

/// The window's last line, its title, and the list of the script's statements: all derived from the tab in front.
class StatusController : public QObject {
    Q_OBJECT

public:
    StatusController(MainWindow& window, EditorController& editors, ResultsController& results, StatusBar& statusBar,
        Services& services, QObject* parent = nullptr);

    /// What a full page says in place of the tab in front; empty: the tab again.
    void setPageParts(const QStringList& parts);
    /// Asks for an update with the next turn of the event loop; any number of calls make one.
    void refreshSoon();

private:
    void connectTab(ScriptTab* tab);
    void refresh();
    void refreshStatements();
    void describeSession(StatusBarState& state, const ScriptTab& tab) const;
    void describeEditor(StatusBarState& state, const ScriptTab& tab) const;
    void describeResult(StatusBarState& state) const;

    MainWindow& m_window;
    EditorController& m_editors;
    ResultsController& m_results;
    StatusBar& m_statusBar;
    Services& m_services;
    StatementList* m_statements = nullptr;
    QStringList m_pageParts;
    QTimer m_soon;
    QTimer m_clock;
};

} // namespace millrace
