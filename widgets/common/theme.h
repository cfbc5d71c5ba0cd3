// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/result.h"
#include "widgets/common/tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

class QApplication;
class QWidget;

namespace millrace {

enum class ThemeId { Light, Dark, HighContrast };
/// What the user chose; System follows the desktop's own light or dark.
enum class ThemeMode { System, Light, Dark, HighContrast };
enum class TextRole { Body, Header, Caption, Badge, Section, PageTitle, StartTitle, Editor, Mono, MonoSmall };
/// How an environment's colour is used: word, ground of its chip, band and status segment.
enum class EnvironmentShade { Text, Ground, Fill };

/// The colours of one look. A value; widgets take it from themeOf() each time they paint or on PaletteChange.
class Theme {
public:
    /// Reads {"id", "dark", "colors": {token: "#rrggbb"}}; every token must be there, and none else.
    static Result<Theme> fromJson(const QByteArray& json);
    /// One of the three that come with the program.
    static Theme builtIn(ThemeId id);

    [[nodiscard]] ThemeId id() const { return m_id; }

    [[nodiscard]] bool isDark() const { return m_dark; }

    [[nodiscard]] QColor color(Token token) const { return m_colors[static_cast<size_t>(token)]; }

    [[nodiscard]] QColor environment(Environment environment, EnvironmentShade shade) const;
    /// Every role of every group, so that no widget shows a colour that is not ours.
    [[nodiscard]] QPalette palette() const;

private:
    ThemeId m_id = ThemeId::Light;
    bool m_dark = false;
    std::array<QColor, tokenCount> m_colors;
};

/// What the user set. Sizes in points; 0 takes the desktop's, or ours where it has none.
struct LookSettings {
    ThemeMode mode = ThemeMode::System;
    QString uiFamily;
    double uiPointSize = 0;
    QString monoFamily;
    double monoPointSize = 0;
    bool reducedMotion = false;

    friend bool operator==(const LookSettings&, const LookSettings&) = default;
};

/// Sets style, palette and font of the whole program. May be called again at any time: every widget gets a
/// PaletteChange (and a FontChange when sizes differ).
void applyTheme(QApplication& application, const LookSettings& settings = {});
[[nodiscard]] const LookSettings& lookSettings();

/// The look in force. Before applyTheme() it is the light one.
[[nodiscard]] const Theme& currentTheme();
[[nodiscard]] const Theme& themeOf(const QWidget* widget);
/// The font of a role, relative to the user's size.
[[nodiscard]] QFont themeFont(TextRole role);
/// True when nothing may move: spinners stand still, popups open at once.
[[nodiscard]] bool reducedMotion();

/// "dev", "test", "prod" in the user's language, as chips show it.
[[nodiscard]] QString environmentWord(Environment environment);

/// Measures of tokens.md in logical pixels.
namespace measure {
inline constexpr int radius = 4;
inline constexpr int popupRadius = 6;
inline constexpr int chipRadius = 3;
inline constexpr int tableRow = 24;
inline constexpr int tableHeader = 26;
inline constexpr int treeRow = 24;
inline constexpr int listRow = 44; ///< a list with two lines
inline constexpr int toolbar = 32;
inline constexpr int runBar = 36;
inline constexpr int control = 26; ///< buttons and fields
inline constexpr int controlSmall = 24; ///< the same in result bars
inline constexpr int editorTab = 32;
inline constexpr int dockTab = 30;
inline constexpr int statusBar = 24;
inline constexpr int environmentBand = 3;
inline constexpr int activityBar = 44;
inline constexpr int sidePanel = 268;
inline constexpr int recordPanel = 286;
inline constexpr int panelPadding = 12;
inline constexpr int pagePadding = 24;
inline constexpr int formLabel = 156;
inline constexpr int icon = 16;
inline constexpr int activityIcon = 22;
} // namespace measure

} // namespace millrace
