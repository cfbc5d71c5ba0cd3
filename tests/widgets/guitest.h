// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

namespace millrace::test {

/// Every warning of Qt fails the test, but for what the offscreen platform says of itself.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

/// Shows the widget and waits until it can be typed into; false when it never came up.
[[nodiscard]] inline bool showActive(QWidget& widget)
{
    widget.show();
    widget.activateWindow();
    return QTest::qWaitForWindowExposed(&widget) && QTest::qWaitForWindowActive(&widget);
}

/// Types what QTest::keyClicks() cannot: any character.
inline void type(QWidget& widget, const QString& text)
{
    for (const uint character : text.toUcs4()) {
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1);
        QTest::sendKeyEvent(QTest::Click, &widget, Qt::Key_unknown, one, {});
    }
}

} // namespace millrace::test
