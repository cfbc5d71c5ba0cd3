// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace millrace {

/// The tabs of a job's detail: a word each with a count; those that the system cannot fill are not there. Arrows and
/// the mouse choose.
class JobDetailTabBar : public QWidget {
    Q_OBJECT

public:
    struct Tab {
        int id = 0;
        QString text;
        int count = 0; ///< 0 shows none
        bool shown = true;
    };

    explicit JobDetailTabBar(QWidget* parent = nullptr);

    void addTab(int id, const QString& text);
    void setCount(int id, int count);
    void setTabShown(int id, bool shown);
    /// Without a signal.
    void setCurrent(int id);

    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] int countOf(int id) const;
    [[nodiscard]] bool isTabShown(int id) const;
    [[nodiscard]] QRect tabRect(int id) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] Tab* find(int id);
    [[nodiscard]] const Tab* find(int id) const;
    [[nodiscard]] int tabAt(QPoint place) const;
    [[nodiscard]] int widthOf(const Tab& tab) const;
    [[nodiscard]] int scrollOffset() const;
    void paintTab(QPainter& painter, const Tab& tab) const;
    void step(int by);
    void describe();

    std::vector<Tab> m_tabs;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace millrace
