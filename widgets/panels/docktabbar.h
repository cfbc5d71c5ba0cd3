// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QToolButton;

namespace millrace {

/// The tabs of the bottom dock: a word each, with a badge or a chip, and the buttons that fold and close the dock.
class DockTabBar : public QWidget {
    Q_OBJECT

public:
    struct Badge {
        int count = 0;
        bool red = false;
        QString chip; ///< "live"; instead of a count
    };

    explicit DockTabBar(QWidget* parent = nullptr);

    int addTab(const QString& text, const QString& objectName);
    void setBadge(int index, const Badge& badge);
    void setCurrentIndex(int index);

    [[nodiscard]] int currentIndex() const { return m_current; }

    [[nodiscard]] int count() const { return static_cast<int>(m_tabs.size()); }

    [[nodiscard]] QRect tabRect(int index) const;
    void setFolded(bool folded);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// By the user, also on the current one.
    void tabClicked(int index);
    void foldClicked();
    void closeClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Tab {
        QString text;
        QString objectName;
        Badge badge;
    };

    [[nodiscard]] int tabAt(QPoint place) const;
    [[nodiscard]] int widthOf(const Tab& tab) const;
    void paintTab(QPainter& painter, int index) const;

    std::vector<Tab> m_tabs;
    int m_current = 0;
    int m_hovered = -1;
    QToolButton* m_fold = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace millrace
