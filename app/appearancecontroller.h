// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

class QApplication;

namespace millrace {

class MainWindow;
class Settings;

/// Theme, fonts and language: from the settings to the whole program, and from the menus to the settings.
class AppearanceController : public QObject {
    Q_OBJECT

public:
    AppearanceController(QApplication& application, Settings& settings, QObject* parent = nullptr);

    /// The menus exist only once there is a window.
    void connectActions(MainWindow& window);
    /// "en" or "zh_CN".
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool isDark() const;
    void setDark(bool dark);
    void setLanguage(const QString& language);

Q_SIGNALS:
    void changed();
    /// The language holds for what is made from now on: the window says so.
    void languageChosen(const QString& language);

private:
    void applyLook();
    void installTranslation();
    void markActions(const MainWindow& window) const;

    QApplication& m_application;
    Settings& m_settings;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
};

} // namespace millrace
