// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphsvg.h"

#include "models/graphlayout.h"
#include "widgets/dag/graphexport.h"
#include "widgets/dag/graphpainter.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace millrace {

Result<QByteArray> graphAsSvg(const Graph& graph)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        return failure(ErrorKind::Usage, u"A picture needs the fonts of a QGuiApplication."_s);
    }
    GraphScene scene;
    scene.setGraph(graph);
    const GraphShape shape = shapeOf(graph, GraphPainter::nodeSizes(graph, false), GraphPainter::labelSizes(graph));
    scene.geometry = layoutGraph(shape).geometry;
    return graphexport::svg(scene, Theme::builtIn(ThemeId::Light), {});
}

} // namespace millrace
