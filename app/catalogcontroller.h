// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogbrowser.h"

#include <QHash>
#include <QObject>

namespace millrace {

class CatalogModel;
class CatalogPanel;
class EditorController;
class MainWindow;
class ScriptTab;

/// The catalog tree of the SQL tab in front. Each tab keeps its own tree, since each has its own session; it is filled
/// when the panel is open and a branch is looked at: a panel that nobody sees opens no session.
class CatalogController : public QObject {
    Q_OBJECT

public:
    CatalogController(MainWindow& window, EditorController& editors, QObject* parent = nullptr);

private:
    void addTab(ScriptTab* tab);
    void showTab(ScriptTab* tab);
    void refreshAvailability(ScriptTab* tab);
    [[nodiscard]] bool isSeen() const;
    QCoro::Task<void> load(ScriptTab* tab, CatalogModel* model, CatalogEntry parent);
    void insert(const QString& text);
    void run(const QString& statement);

    MainWindow& m_window;
    EditorController& m_editors;
    CatalogPanel* m_panel = nullptr;
    QHash<ScriptTab*, CatalogModel*> m_models;
    QHash<ScriptTab*, QString> m_loadedFor; ///< the connection that a tab's tree shows
};

} // namespace millrace
