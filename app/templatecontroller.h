// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;

namespace millrace {

class EditorController;
class MainWindow;
struct ConnectionProfile;
struct Services;

/// New from template: the texts that the connections offer to begin a job with.
class TemplateController : public QObject {
    Q_OBJECT

public:
    TemplateController(MainWindow& window, EditorController& editors, Services& services, QObject* parent = nullptr);

private:
    void choose();
    /// False when the connection offers none.
    bool addTo(QMenu* menu, const ConnectionProfile& profile);
    void refresh();

    MainWindow& m_window;
    EditorController& m_editors;
    Services& m_services;
};

} // namespace millrace
