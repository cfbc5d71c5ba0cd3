// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include "widgets/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

QString pathOf(const QString& name, int logicalSize)
{
    const QString large = u":/millrace/icons/22/%1.svg"_s.arg(name);
    const QString small = u":/millrace/icons/16/%1.svg"_s.arg(name);
    if (logicalSize >= 20 && QFile::exists(large)) {
        return large;
    }
    return QFile::exists(small) ? small : large;
}

/// Breeze has five colours of its own; each stands for one of ours.
QByteArray recolored(QByteArray svg, const QColor& text, const Theme& theme)
{
    const std::pair<QByteArrayView, QColor> colors[] = {{"#232629", text}, {"#3daee9", theme.color(Token::Accent)},
        {"#1d99f3", theme.color(Token::Accent)}, {"#da4453", theme.color(Token::Error)},
        {"#f67400", theme.color(Token::Warn)}, {"#27ae60", theme.color(Token::Ok)}};
    for (const auto& [breeze, ours] : colors) {
        svg.replace(breeze, ours.name().toLatin1());
    }
    return svg;
}

QPixmap draw(const QString& path, const QSize& pixels, const QColor& color)
{
    const QString key = u"millrace/%1/%2x%3/%4"_s.arg(path).arg(pixels.width()).arg(pixels.height()).arg(color.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(recolored(file.readAll(), color, currentTheme()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws at paint time, so that a change of the look or of the screen needs no new icon.
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, std::optional<Token> token) : m_name(std::move(name)), m_token(token) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = std::min(rect.width(), rect.height());
        QPixmap pixmap = pixmapOf(side, ratio, mode);
        QRect target(0, 0, side, side);
        target.moveCenter(rect.center());
        painter->drawPixmap(target, pixmap);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return pixmapOf(std::min(size.width(), size.height()), 1.0, mode);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // size is in device pixels already
        return pixmapOf(static_cast<int>(std::lround(std::min(size.width(), size.height()) / scale)), scale, mode);
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(m_name, m_token); }

    QString iconName() override { return m_name; }

    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const Theme& theme = currentTheme();
        if (mode == QIcon::Disabled) {
            return theme.color(Token::TextOff);
        }
        if (m_token) {
            return theme.color(*m_token);
        }
        return theme.color(Token::TextDim);
    }

    [[nodiscard]] QPixmap pixmapOf(int side, qreal ratio, QIcon::Mode mode) const
    {
        const int pixels = static_cast<int>(std::lround(side * ratio));
        QPixmap pixmap = draw(pathOf(m_name, side), {pixels, pixels}, colorFor(mode));
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    QString m_name;
    std::optional<Token> m_token;
};

class EnvironmentIconEngine : public QIconEngine {
public:
    explicit EnvironmentIconEngine(Environment environment) : m_environment(environment) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(currentTheme().environment(m_environment, EnvironmentShade::Fill));
        QRectF square(0, 0, 9, 9);
        square.moveCenter(QRectF(rect).center());
        painter->drawRoundedRect(square, 2, 2);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap pixmap(size);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRectF(QPointF(), QSizeF(size) / scale).toRect(), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new EnvironmentIconEngine(m_environment); }

    bool isNull() override { return false; }

private:
    Environment m_environment;
};

} // namespace

bool hasIcon(QLatin1StringView name)
{
    return QFile::exists(pathOf(name, measure::icon));
}

QIcon themedIcon(const QWidget*, QLatin1StringView name)
{
    return hasIcon(name) ? QIcon(new ThemedIconEngine(name, std::nullopt)) : QIcon();
}

QIcon themedIcon(const QWidget*, QLatin1StringView name, Token color)
{
    return hasIcon(name) ? QIcon(new ThemedIconEngine(name, color)) : QIcon();
}

QIcon environmentIcon(Environment environment)
{
    return QIcon(new EnvironmentIconEngine(environment));
}

} // namespace millrace
