// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include "widgets/common/millracestyle.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmapCache>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr double ourPointSize = 9.75;

struct Look {
    Theme theme = Theme::builtIn(ThemeId::Light);
    LookSettings settings;
    double desktopPointSize = 0; ///< 0: the desktop has no font of its own
    QStringList families;
    std::optional<bool> desktopIsDark;
};

Look& look()
{
    static Look instance;
    return instance;
}

std::optional<ThemeId> idFromText(const QString& text)
{
    if (text == "light"_L1) {
        return ThemeId::Light;
    }
    if (text == "dark"_L1) {
        return ThemeId::Dark;
    }
    if (text == "high-contrast"_L1) {
        return ThemeId::HighContrast;
    }
    return std::nullopt;
}

QString toText(ThemeId id)
{
    switch (id) {
    case ThemeId::Light:
        return u"light"_s;
    case ThemeId::Dark:
        return u"dark"_s;
    case ThemeId::HighContrast:
        return u"high-contrast"_s;
    }
    return {};
}

ThemeId resolve(ThemeMode mode, bool desktopIsDark)
{
    switch (mode) {
    case ThemeMode::Light:
        return ThemeId::Light;
    case ThemeMode::Dark:
        return ThemeId::Dark;
    case ThemeMode::HighContrast:
        return ThemeId::HighContrast;
    case ThemeMode::System:
        break;
    }
    return desktopIsDark ? ThemeId::Dark : ThemeId::Light;
}

/// Qt's stand-in families when no desktop told it a font.
bool isStandIn(const QString& family)
{
    static const QStringList standIns = {
        u"Sans Serif"_s, u"Sans"_s, u"DejaVu Sans"_s, u"Bitstream Vera Sans"_s, QString()};
    return standIns.contains(family);
}

void readDesktop(const QApplication& application)
{
    Look& now = look();
    if (now.desktopIsDark) {
        return;
    }
    const QPalette palette = QApplication::palette();
    now.desktopIsDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    const QFont font = application.font();
    if (!isStandIn(font.family()) && font.pointSizeF() > 0) {
        now.desktopPointSize = font.pointSizeF();
        now.families = {font.family()};
    }
}

double bodyPoints()
{
    const Look& now = look();
    if (now.settings.uiPointSize > 0) {
        return now.settings.uiPointSize;
    }
    return now.desktopPointSize > 0 ? now.desktopPointSize : ourPointSize;
}

QStringList uiFamilies()
{
    const Look& now = look();
    QStringList families;
    if (!now.settings.uiFamily.isEmpty()) {
        families << now.settings.uiFamily;
    }
    families << now.families << u"Inter"_s << u"Noto Sans"_s << u"Noto Sans CJK SC"_s << u"DejaVu Sans"_s;
    return families;
}

QStringList monoFamilies()
{
    QStringList families;
    if (!look().settings.monoFamily.isEmpty()) {
        families << look().settings.monoFamily;
    }
    families << u"JetBrains Mono"_s << u"Noto Sans Mono"_s << u"DejaVu Sans Mono"_s << u"monospace"_s
             << u"Noto Sans Mono CJK SC"_s;
    return families;
}

} // namespace

Result<Theme> Theme::fromJson(const QByteArray& json)
{
    QJsonParseError parseError;
    const QJsonObject root = QJsonDocument::fromJson(json, &parseError).object();
    const std::optional<ThemeId> id = idFromText(root.value("id"_L1).toString());
    if (parseError.error != QJsonParseError::NoError || !id) {
        return failure(ErrorKind::Storage, u"The theme is not a theme file."_s, parseError.errorString());
    }
    Theme theme;
    theme.m_id = *id;
    theme.m_dark = root.value("dark"_L1).toBool();
    const QJsonObject colors = root.value("colors"_L1).toObject();
    for (size_t i = 0; i < tokenCount; ++i) {
        const QLatin1StringView name = toId(static_cast<Token>(i));
        const QColor color(colors.value(name).toString());
        if (!color.isValid()) {
            return failure(ErrorKind::Storage, u"The theme has no colour for %1."_s.arg(name));
        }
        theme.m_colors[i] = color;
    }
    for (auto it = colors.begin(); it != colors.end(); ++it) {
        if (!tokenFromId(QLatin1StringView(it.key().toLatin1()))) {
            return failure(ErrorKind::Storage, u"The theme names a colour %1 that nothing uses."_s.arg(it.key()));
        }
    }
    return theme;
}

Theme Theme::builtIn(ThemeId id)
{
    QFile file(u":/millrace/themes/%1.json"_s.arg(toText(id)));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("a built-in theme is missing");
    }
    const Result<Theme> theme = fromJson(file.readAll());
    if (!theme) {
        qFatal("a built-in theme is broken: %s", qPrintable(theme.error().message));
    }
    return *theme;
}

QColor Theme::environment(Environment environment, EnvironmentShade shade) const
{
    const auto pick = [&](Token text, Token ground, Token fill) {
        switch (shade) {
        case EnvironmentShade::Text:
            return color(text);
        case EnvironmentShade::Ground:
            return color(ground);
        case EnvironmentShade::Fill:
            break;
        }
        return color(fill);
    };
    switch (environment) {
    case Environment::Development:
        return pick(Token::EnvDev, Token::EnvDevBg, Token::EnvDevFill);
    case Environment::Test:
        return pick(Token::EnvTest, Token::EnvTestBg, Token::EnvTestFill);
    case Environment::Production:
        break;
    }
    return pick(Token::EnvProd, Token::EnvProdBg, Token::EnvProdFill);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, Token> roles[] = {{QPalette::Window, Token::SurfaceChrome},
        {QPalette::WindowText, Token::Text}, {QPalette::Base, Token::Surface},
        {QPalette::AlternateBase, Token::Surface}, {QPalette::Text, Token::Text},
        {QPalette::PlaceholderText, Token::TextDim}, {QPalette::Button, Token::SurfaceRaised},
        {QPalette::ButtonText, Token::Text}, {QPalette::BrightText, Token::OnAccent},
        {QPalette::Highlight, Token::Select}, {QPalette::HighlightedText, Token::Text}, {QPalette::Link, Token::Accent},
        {QPalette::LinkVisited, Token::Accent}, {QPalette::ToolTipBase, Token::SurfaceRaised},
        {QPalette::ToolTipText, Token::Text}, {QPalette::Light, Token::SurfaceRaised},
        {QPalette::Midlight, Token::Hover}, {QPalette::Mid, Token::Line}, {QPalette::Dark, Token::LineStrong},
        {QPalette::Shadow, Token::LineStrong}};
    for (const auto& [role, token] : roles) {
        palette.setColor(QPalette::All, role, color(token));
    }
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::SelectIdle));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
             QPalette::PlaceholderText, QPalette::HighlightedText, QPalette::Link, QPalette::ToolTipText}) {
        palette.setColor(QPalette::Disabled, role, color(Token::TextOff));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::SelectIdle));
    return palette;
}

void applyTheme(QApplication& application, const LookSettings& settings)
{
    readDesktop(application);
    Look& now = look();
    now.settings = settings;
    const ThemeId wanted = resolve(settings.mode, *now.desktopIsDark);
    if (now.theme.id() != wanted) {
        now.theme = Theme::builtIn(wanted);
    }
    QPixmapCache::clear();
    if (!qobject_cast<MillraceStyle*>(QApplication::style())) {
        QApplication::setStyle(new MillraceStyle);
    }
    const QFont font = themeFont(TextRole::Body);
    if (QApplication::font() != font) {
        QApplication::setFont(font);
    }
    QApplication::setPalette(now.theme.palette());
    setReducedEffects(settings.reducedMotion);
}

const LookSettings& lookSettings()
{
    return look().settings;
}

const Theme& currentTheme()
{
    return look().theme;
}

const Theme& themeOf(const QWidget*)
{
    return look().theme;
}

bool reducedMotion()
{
    return look().settings.reducedMotion;
}

QFont themeFont(TextRole role)
{
    const auto make = [](const QStringList& families, double points, QFont::Weight weight) {
        QFont font;
        font.setFamilies(families);
        font.setPointSizeF(points);
        font.setWeight(weight);
        return font;
    };
    const double body = bodyPoints();
    const double scale = body / ourPointSize;
    const double mono = look().settings.monoPointSize > 0 ? look().settings.monoPointSize : ourPointSize * scale;
    switch (role) {
    case TextRole::Body:
        return make(uiFamilies(), body, QFont::Normal);
    case TextRole::Header:
        return make(uiFamilies(), 9 * scale, QFont::Medium);
    case TextRole::Caption:
        return make(uiFamilies(), 9 * scale, QFont::Normal);
    case TextRole::Badge:
        return make(uiFamilies(), 8.25 * scale, QFont::Normal);
    case TextRole::Section:
        return make(uiFamilies(), body, QFont::DemiBold);
    case TextRole::PageTitle:
        return make(uiFamilies(), 11.25 * scale, QFont::DemiBold);
    case TextRole::StartTitle:
        return make(uiFamilies(), 15 * scale, QFont::DemiBold);
    case TextRole::Editor:
    case TextRole::Mono:
    case TextRole::MonoSmall: {
        const double points =
            role == TextRole::Editor ? mono : (role == TextRole::Mono ? 9 : 8.25) * mono / ourPointSize;
        QFont font = make(monoFamilies(), points, QFont::Normal);
        font.setStyleHint(QFont::Monospace);
        font.setFixedPitch(true);
        return font;
    }
    }
    return {};
}

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return QCoreApplication::translate("Environment", "dev");
    case Environment::Test:
        return QCoreApplication::translate("Environment", "test");
    case Environment::Production:
        return QCoreApplication::translate("Environment", "prod");
    }
    return {};
}

} // namespace millrace
