// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearancecontroller.h"

#include "app/actionregistry.h"
#include "app/mainwindow.h"
#include "storage/settings.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

ThemeMode themeMode(Settings::ThemeChoice choice)
{
    switch (choice) {
    case Settings::ThemeChoice::Light:
        return ThemeMode::Light;
    case Settings::ThemeChoice::Dark:
        return ThemeMode::Dark;
    case Settings::ThemeChoice::HighContrast:
        return ThemeMode::HighContrast;
    case Settings::ThemeChoice::System:
        break;
    }
    return ThemeMode::System;
}

constexpr std::pair<QLatin1StringView, Settings::ThemeChoice> s_themeActions[] = {
    {"view.themeSystem"_L1, Settings::ThemeChoice::System}, {"view.themeLight"_L1, Settings::ThemeChoice::Light},
    {"view.themeDark"_L1, Settings::ThemeChoice::Dark}, {"view.themeContrast"_L1, Settings::ThemeChoice::HighContrast}};

} // namespace

AppearanceController::AppearanceController(QApplication& application, Settings& settings, QObject* parent)
    : QObject(parent), m_application(application), m_settings(settings)
{
    installTranslation();
    applyLook();
    connect(&m_settings, &Settings::themeChanged, this, &AppearanceController::applyLook);
    connect(&m_settings, &Settings::fontsChanged, this, &AppearanceController::applyLook);
}

void AppearanceController::connectActions(MainWindow& window)
{
    for (const auto& [id, choice] : s_themeActions) {
        connect(window.actions().action(id), &QAction::triggered, this, [this, &window, choice = choice] {
            m_settings.setTheme(choice);
            markActions(window);
        });
    }
    connect(&m_settings, &Settings::themeChanged, &window, [this, &window] { markActions(window); });
    markActions(window);
}

void AppearanceController::markActions(const MainWindow& window) const
{
    for (const auto& [id, choice] : s_themeActions) {
        window.actions().action(id)->setChecked(m_settings.theme() == choice);
    }
}

QString AppearanceController::language() const
{
    const QString chosen = m_settings.language().isEmpty() ? QLocale().name() : m_settings.language();
    return chosen.startsWith("zh"_L1) ? u"zh_CN"_s : u"en"_s;
}

bool AppearanceController::isDark() const
{
    return currentTheme().isDark();
}

void AppearanceController::setDark(bool dark)
{
    m_settings.setTheme(dark ? Settings::ThemeChoice::Dark : Settings::ThemeChoice::Light);
}

void AppearanceController::setLanguage(const QString& language)
{
    m_settings.setLanguage(language);
    Q_EMIT languageChosen(language);
}

void AppearanceController::applyLook()
{
    applyTheme(m_application,
        {.mode = themeMode(m_settings.theme()),
            .uiPointSize = m_settings.interfaceFontSize(),
            .monoFamily = m_settings.monoFamily(),
            .monoPointSize = m_settings.editorFontSize()});
    Q_EMIT changed();
}

void AppearanceController::installTranslation()
{
    // English has a file as well: its plural forms.
    if (m_translator.load(u":/millrace/i18n/millrace_%1.qm"_s.arg(language()))) {
        QCoreApplication::installTranslator(&m_translator);
    }
    if (language() != "en"_L1
        && m_qtTranslator.load(u"qtbase_"_s + language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qtTranslator);
    }
}

} // namespace millrace
