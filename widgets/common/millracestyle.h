// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace millrace {

/// Draws every standard control as tokens.md has it, in the colours of the look in force. A style rather than a style
/// sheet: sheets cost start-up time and repolish whole windows when the look changes.
class MillraceStyle : public QProxyStyle {
    Q_OBJECT

public:
    MillraceStyle();

    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
        const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption* option, const QWidget* widget) const override;

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;

private:
    // Each answers whether it drew the element; in millracestyle_controls.cpp and millracestyle_items.cpp.
    bool drawControlPrimitive(
        PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    bool drawItemPrimitive(
        PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    bool drawItemControl(
        ControlElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawPushButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawHeaderLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawTabLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawToolButton(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
};

/// Switches Qt's own popup effects off when nothing may move.
void setReducedEffects(bool reduced);

} // namespace millrace
