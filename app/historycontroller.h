// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/historystore.h"

#include <QHash>
#include <QObject>

namespace millrace {

class EditorController;
class HistoryModel;
class HistoryView;
class MainWindow;
class ScriptTab;
class StatementRun;
struct Services;

/// Writes every run into the history and shows it: search, open again in an editor. What is opened never runs by
/// itself.
class HistoryController : public QObject {
    Q_OBJECT

public:
    HistoryController(MainWindow& window, EditorController& editors, Services& services, QObject* parent = nullptr);

Q_SIGNALS:
    void failed(const millrace::Error& error);

private:
    void connectTab(ScriptTab* tab);
    void add(ScriptTab* tab, StatementRun* run);
    void update(StatementRun* run);
    void fill();
    void appendPage(qint64 beforeId);

    EditorController& m_editors;
    Services& m_services;
    HistoryModel* m_model = nullptr;
    HistoryView* m_view = nullptr;
    QHash<StatementRun*, HistoryEntry> m_entries; ///< of runs that are not over
};

} // namespace millrace
