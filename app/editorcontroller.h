// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scripttab.h"

#include <QObject>

#include <functional>
#include <vector>

namespace millrace {

class MainWindow;
struct Services;

/// The SQL tabs: making, opening, saving and closing them, and bringing them back as they were when the program starts
/// again. Nothing that is brought back runs by itself.
class EditorController : public QObject {
    Q_OBJECT

public:
    /// Both outlive the controller.
    EditorController(MainWindow& window, Services& services, QObject* parent = nullptr);

    /// The SQL tab in front; null when there is none or another kind of tab is in front.
    [[nodiscard]] ScriptTab* current() const;

    [[nodiscard]] const std::vector<ScriptTab*>& tabs() const { return m_tabs; }

    [[nodiscard]] ScriptTab* find(const QString& tabId) const;

    ScriptTab* newTab(const QString& text = {}, const QString& title = {});
    /// Shows the tab that has the file open already, or opens one. Null when the file cannot be read: that is said; or
    /// when another view took it.
    ScriptTab* openFile(const QString& path);
    /// Asked before a file is opened in a tab; true when it was opened elsewhere.
    void setFileOpener(std::function<bool(const QString&)> opener) { m_fileOpener = std::move(opener); }
    /// Asked before a text without a file is saved; true when it is saved elsewhere, which may take its time.
    void setSaver(std::function<bool(ScriptTab*)> saver) { m_saver = std::move(saver); }
    void activate(ScriptTab* tab);
    /// What the last window left open.
    void restore();
    /// Cancels what runs and ends all sessions; returns when the servers have answered. For the end of the program.
    QCoro::Task<void> closeSessions();

Q_SIGNALS:
    /// Another tab came to the front; null when it is none of these.
    void currentChanged(millrace::ScriptTab* tab);
    void tabAdded(millrace::ScriptTab* tab);
    /// The last that is heard of the tab; its object goes after this.
    void tabRemoved(millrace::ScriptTab* tab);

private:
    void connectActions();
    void connectTab(ScriptTab* tab);
    ScriptTab* addTab(ScriptTab* tab, bool makeCurrent);
    [[nodiscard]] ScriptTab* tabOf(const QWidget* page) const;
    void track(ScriptTab* tab);
    void restoreTab(const struct JournalTab& saved);
    void chooseAndOpen();
    bool save(ScriptTab* tab);
    bool saveAs(ScriptTab* tab);
    /// False when the person wants to keep it open.
    bool mayClose(ScriptTab* tab);
    bool mayCloseAll();
    void close(ScriptTab* tab);
    void announceOrder();
    void updateActions();
    [[nodiscard]] ScriptTab::Target defaultTarget() const;

    MainWindow& m_window;
    Services& m_services;
    std::vector<ScriptTab*> m_tabs;
    std::function<bool(const QString&)> m_fileOpener;
    std::function<bool(ScriptTab*)> m_saver;
    int m_untitled = 0;
};

} // namespace millrace
