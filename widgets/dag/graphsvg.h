// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "core/result.h"

#include <QByteArray>

namespace millrace {

/// The picture of a graph in the light look, laid out in the calling thread. Texts are measured, so there must be a
/// QGuiApplication (the platform "offscreen" will do) or a QApplication; without one it is an Error of kind Usage.
[[nodiscard]] Result<QByteArray> graphAsSvg(const Graph& graph);

} // namespace millrace
