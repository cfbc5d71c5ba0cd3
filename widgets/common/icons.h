// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "widgets/common/tokens.h"

#include <QIcon>
#include <QLatin1StringView>

class QWidget;

namespace millrace {

/// An icon of resources/icons by its Breeze name ("view-refresh"), drawn in text-dim of the look in force, or text-off
/// when disabled. It follows a change of the look by itself and is sharp at every
/// scale. An unknown name gives a null icon.
[[nodiscard]] QIcon themedIcon(const QWidget* widget, QLatin1StringView name);
/// The same in one colour for all states.
[[nodiscard]] QIcon themedIcon(const QWidget* widget, QLatin1StringView name, Token color);
/// The small square of an environment, as the connection chooser shows it.
[[nodiscard]] QIcon environmentIcon(Environment environment);
[[nodiscard]] bool hasIcon(QLatin1StringView name);

} // namespace millrace
