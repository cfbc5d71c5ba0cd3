// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <cstddef>
#include <optional>

namespace millrace {

/// The colours of the program by what they are for. resources/themes/*.json give each look's values.
enum class Token {
    Surface, ///< editor, tables, fields, pages
    SurfaceChrome, ///< bars, side panels, headers, status bar
    SurfaceRaised, ///< popups, buttons, combo boxes
    SurfaceSunken, ///< tracks of bars and gauges
    Hover,
    Pressed,
    Select,
    SelectIdle,
    Current, ///< caret line, offered first action
    Line, ///< separators and grid; decoration only
    LineStrong, ///< borders of controls and popups
    Text,
    TextDim,
    TextOff,
    Accent,
    AccentFill,
    OnAccent,
    Focus,
    Ok,
    OkBg,
    Warn,
    WarnBg,
    Error,
    ErrorBg,
    Info,
    InfoBg,
    OpInsert,
    OpInsertBg,
    OpUpdateBefore,
    OpUpdateBeforeBg,
    OpUpdateAfter,
    OpUpdateAfterBg,
    OpDelete,
    OpDeleteBg,
    EnvDev,
    EnvDevBg,
    EnvDevFill,
    EnvTest,
    EnvTestBg,
    EnvTestFill,
    EnvProd,
    EnvProdBg,
    EnvProdFill,
    OnEnv, ///< text on an environment's fill
    Heat0,
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    OnHeat,
    SynKeyword,
    SynFunction,
    SynType,
    SynString,
    SynNumber,
    SynComment,
    SynQuoted,
    SynHint,
    SynVariable,
    SynOperator,
};

inline constexpr size_t tokenCount = static_cast<size_t>(Token::SynOperator) + 1;

/// "surface-chrome", as the theme files write it.
[[nodiscard]] QLatin1StringView toId(Token token);
[[nodiscard]] std::optional<Token> tokenFromId(QLatin1StringView id);

} // namespace millrace
