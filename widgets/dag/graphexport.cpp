// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphexport.h"

#include "models/graphtext.h"
#include "widgets/dag/graphpainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPrinter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace::graphexport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(millrace::GraphExport)
};

constexpr double margin = 24;
constexpr double mostPixels = 120e6; ///< of a picture: more than most programs open
constexpr double mostSide = 30'000;
constexpr double leastPrintScale = 0.45; ///< of a printed box: smaller is not readable

GraphScene plain(const GraphScene& scene)
{
    GraphScene copy = scene;
    copy.selected = -1;
    copy.found.clear();
    copy.foundCurrent = -1;
    return copy;
}

void paintAll(QPainter& painter, const GraphScene& scene, const Theme& theme)
{
    GraphPainter(scene, theme).paint(painter, scene.bounds(), 1);
}

QSizeF sizeWithMargin(const GraphScene& scene)
{
    return scene.geometry.size + QSizeF(2 * margin, 2 * margin);
}

Result<QByteArray> contentOf(const GraphScene& scene, const Theme& theme, const QString& title, const QString& ending)
{
    if (ending == "svg"_L1) {
        return svg(scene, theme, title);
    }
    if (ending == "dot"_L1 || ending == "gv"_L1) {
        return graphAsDot(scene.graph).toUtf8();
    }
    if (ending == "json"_L1) {
        return graphAsJson(scene.graph) + '\n';
    }
    if (ending == "png"_L1) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (image(scene, theme).save(&buffer, "PNG")) {
            return bytes;
        }
        return failure(ErrorKind::Storage, Texts::tr("The picture is too large for the memory that is left."));
    }
    return failure(ErrorKind::Usage,
        Texts::tr("A graph is not written as .%1: use a name that ends in .svg, .png, .dot or .json.").arg(ending));
}

} // namespace

QByteArray svg(const GraphScene& scene, const Theme& theme, const QString& title)
{
    const GraphScene shown = plain(scene);
    const QSizeF size = sizeWithMargin(shown);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(), size), theme.color(Token::Surface));
    painter.translate(margin, margin);
    paintAll(painter, shown, theme);
    painter.end();
    return bytes;
}

QImage image(const GraphScene& scene, const Theme& theme)
{
    const GraphScene shown = plain(scene);
    const QSizeF size = sizeWithMargin(shown);
    const double scale = std::min({2.0, std::sqrt(mostPixels / (size.width() * size.height())),
        mostSide / std::max(size.width(), size.height())});
    QImage picture((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (picture.isNull()) {
        return picture;
    }
    picture.fill(theme.color(Token::Surface));
    QPainter painter(&picture);
    painter.scale(scale, scale);
    painter.translate(margin, margin);
    GraphPainter(shown, theme).paint(painter, shown.bounds(), std::min(1.0, scale));
    return picture;
}

void print(const GraphScene& scene, QPrinter& printer, const QString& title)
{
    const GraphScene shown = plain(scene);
    const Theme theme = Theme::builtIn(ThemeId::Light);
    printer.setDocName(title);
    QPainter painter(&printer);
    const QRectF page = printer.pageLayout().paintRectPixels(printer.resolution());
    const double perUnit = printer.resolution() / 96.0;
    const QSizeF whole = shown.geometry.size;
    const double fits = std::min(page.width() / whole.width(), page.height() / whole.height()) / perUnit;
    const double scale = std::clamp(fits, leastPrintScale, 1.0) * perUnit;
    const QSizeF part = page.size() / scale;
    bool first = true;
    for (double top = 0; top < whole.height(); top += part.height()) {
        for (double left = 0; left < whole.width(); left += part.width()) {
            if (!first) {
                printer.newPage();
            }
            first = false;
            painter.save();
            painter.scale(scale, scale);
            painter.translate(-left, -top);
            const QRectF area(QPointF(left, top), part);
            painter.setClipRect(area);
            GraphPainter(shown, theme).paint(painter, area, 1);
            painter.restore();
        }
    }
}

Result<void> write(const GraphScene& scene, const Theme& theme, const QString& title, const QString& path)
{
    const Result<QByteArray> content = contentOf(scene, theme, title, QFileInfo(path).suffix().toLower());
    if (!content) {
        return failure(content.error());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size() || !file.commit()) {
        return failure(ErrorKind::Storage,
            Texts::tr("%1 could not be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
    }
    return {};
}

} // namespace millrace::graphexport
