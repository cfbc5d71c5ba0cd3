// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "widgets/dag/graphscene.h"

#include <QByteArray>

class QPrinter;

namespace millrace {

class Theme;

/// Pictures of a whole scene, by the paint path of the screen. The scene must be laid out. Selection and search are not
/// drawn.
namespace graphexport {

[[nodiscard]] QByteArray svg(const GraphScene& scene, const Theme& theme, const QString& title);
/// At twice the size of the screen, less when the picture would get too large to open.
[[nodiscard]] QImage image(const GraphScene& scene, const Theme& theme);
/// On as many pages as it takes to stay readable, in reading order.
void print(const GraphScene& scene, QPrinter& printer, const QString& title);

/// Writes by the ending of path: svg, png, dot, json. Other endings are an Error of kind Usage.
[[nodiscard]] Result<void> write(
    const GraphScene& scene, const Theme& theme, const QString& title, const QString& path);

} // namespace graphexport

} // namespace millrace
