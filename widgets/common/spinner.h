// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace millrace {

/// One clock for everything that turns, so that all spinners are in step and none ticks while nothing is seen.
class AnimationClock : public QObject {
    Q_OBJECT

public:
    static AnimationClock& instance();

    /// 0…1, one turn a second; always 0 with reduced motion.
    [[nodiscard]] double phase() const;
    /// update()s the widget at each tick while it is visible, until stopped or destroyed. Asking twice is fine.
    void start(QWidget* widget);
    void stop(QWidget* widget);

    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

private:
    AnimationClock();
    void tick();

    QTimer m_timer;
    QElapsedTimer m_elapsed;
    std::vector<QPointer<QWidget>> m_widgets;
};

/// A turning arc for "something is awaited".
class Spinner : public QWidget {
    Q_OBJECT

public:
    explicit Spinner(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
};

} // namespace millrace
