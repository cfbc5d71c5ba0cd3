// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editor/editortabs.h"

#include <QTabBar>

namespace millrace {

/// The bar of EditorTabs. Draws its tabs itself: file icon or spinner, name, environment, and a dot while there is
/// something to save or else a cross.
class EditorTabBar : public QTabBar {
    Q_OBJECT

public:
    explicit EditorTabBar(QWidget* parent = nullptr);

    void setInfo(int index, const EditorTabInfo& info);
    [[nodiscard]] EditorTabInfo info(int index) const;
    /// Where a click closes the tab.
    [[nodiscard]] QRect closeRect(int index) const;

Q_SIGNALS:
    void closeRequested(int index);
    void menuRequested(int index, const QPoint& globalPosition);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void paintTab(QPainter& painter, int index) const;
    void updateSpin();

    int m_pressed = -1; ///< the tab that the left button holds
    bool m_pressedClose = false;
    QPoint m_pressedAt;
    int m_hovered = -1;
};

} // namespace millrace
