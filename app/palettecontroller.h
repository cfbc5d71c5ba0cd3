// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace millrace {

class CommandPalette;
class MainWindow;

/// Every action of the program by its name.
class PaletteController : public QObject {
    Q_OBJECT

public:
    explicit PaletteController(MainWindow& window, QObject* parent = nullptr);

private:
    void open();
    void run(const QString& actionId);

    MainWindow& m_window;
    CommandPalette* m_palette = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace millrace
