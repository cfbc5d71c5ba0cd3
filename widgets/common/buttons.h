// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"

#include <QPushButton>
#include <QToolButton>

#include <optional>
#include <utility>
#include <vector>

namespace millrace {

/// How a button shows what it is. One Primary a view; Danger is outlined and never the default one.
enum class ButtonKind { Normal, Primary, Danger, Link };

void setButtonKind(QAbstractButton* button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget* button);

/// A push button that can show its keys behind its text ("Run  Ctrl+↵") and fold to its icon when there is no room.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(QWidget* parent = nullptr);
    explicit ActionButton(const QString& text, QWidget* parent = nullptr);

    void setHint(const QString& hint);
    /// Icon only; text and hint go to the tooltip.
    void setCompact(bool compact);

    [[nodiscard]] const QString& hint() const { return m_hint; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QSize sizeFor(bool compact) const;

    QString m_hint;
    bool m_compact = false;
};

/// A flat 26 px icon button for bars and panel headers. text is its tooltip and accessible name.
QToolButton* makeIconButton(QLatin1StringView icon, const QString& text, QWidget* parent = nullptr);

/// A few choices side by side, one of them chosen: arrows and mouse move the choice.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    struct Segment {
        QString id;
        QString text;
        QString toolTip;
        /// Ground and text while it is chosen, for environments; without them as every control has it.
        std::optional<std::pair<Token, Token>> chosenColors;
    };

    explicit SegmentedControl(QWidget* parent = nullptr);

    void setSegments(std::vector<Segment> segments);
    /// Chooses without a signal.
    void setCurrent(const QString& id);

    [[nodiscard]] QString current() const;
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The user chose another one.
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] std::vector<QRect> rects() const;
    [[nodiscard]] int segmentAt(QPoint point) const;
    void choose(int index);
    void describe();

    std::vector<Segment> m_segments;
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace millrace
