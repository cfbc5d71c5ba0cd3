// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QWidget>

namespace millrace {

/// A short word on a coloured ground: an environment, "live", "+U".
class Chip : public QWidget {
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);
    Chip(const QString& text, Token foreground, Token ground, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setColors(Token foreground, Token ground);
    void setEnvironment(Environment environment);
    void setMono(bool mono);

    [[nodiscard]] const QString& text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Token m_foreground = Token::TextDim;
    Token m_ground = Token::Pressed;
    bool m_mono = false;
};

/// Width of a chip with this text, and its painting: for tab bars and delegates that have no widget per item.
[[nodiscard]] QSize chipSize(const QString& text, const QFont& font);
void paintChip(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, const QColor& foreground,
    const QColor& ground);
/// A number in a disc or pill, at the right of a tab or an icon; "99+" at most.
[[nodiscard]] QSize badgeSize(int count, const QFont& font);
void paintBadge(
    QPainter& painter, const QRect& rect, int count, const QFont& font, const QColor& foreground, const QColor& ground);

/// A label in one of our text roles whose colour is a token; follows the look.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(TextRole role, Token color, QWidget* parent = nullptr);
    TextLabel(const QString& text, TextRole role, Token color, QWidget* parent = nullptr);

    void setRole(TextRole role);
    void setColor(Token color);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    TextRole m_role;
    Token m_color;
    bool m_refreshing = false;
};

/// One line that is cut with … when there is no room; the whole text is then its tooltip.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setElideMode(Qt::TextElideMode mode);
    void setAlignment(Qt::Alignment alignment);
    void setRole(TextRole role);
    void setColor(Token color);

    [[nodiscard]] const QString& text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString m_text;
    TextRole m_role = TextRole::Body;
    Token m_color = Token::Text;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace millrace
