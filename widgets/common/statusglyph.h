// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statementmark.h"
#include "widgets/common/tokens.h"

#include <QIcon>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace millrace {

/// The state glyphs, drawn by us: each has its own shape, none is colour alone.
enum class StatusGlyph { NotRun, Queued, Running, Cancelling, Done, Failed, Cancelled, Error, Warning, Note };

[[nodiscard]] StatusGlyph glyphOf(RunState state);
[[nodiscard]] Token colorOf(StatusGlyph glyph);
/// Draws the glyph centred in rect, at most 16 px. phase (0…1) turns the running arc; see AnimationClock.
void paintStatusGlyph(QPainter& painter, const QRectF& rect, StatusGlyph glyph, double phase = 0);
/// As an icon, for models' decorations and menus (a running one stands still).
[[nodiscard]] QIcon statusIcon(StatusGlyph glyph);

/// A glyph in a layout; a running one turns.
class StatusGlyphLabel : public QWidget {
    Q_OBJECT

public:
    explicit StatusGlyphLabel(QWidget* parent = nullptr);

    void setGlyph(StatusGlyph glyph);

    [[nodiscard]] StatusGlyph glyph() const { return m_glyph; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusGlyph m_glyph = StatusGlyph::NotRun;
};

} // namespace millrace
