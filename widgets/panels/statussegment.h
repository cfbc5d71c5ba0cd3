// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QAbstractButton>
#include <QIcon>

#include <optional>

namespace millrace {

/// One part of the status bar: a text, perhaps a glyph before it, a button underneath.
class StatusSegment : public QAbstractButton {
    Q_OBJECT

public:
    explicit StatusSegment(bool lineAtLeft, QWidget* parent = nullptr);

    /// An empty text hides the segment, unless it has an icon.
    void setSegment(const QString& text, const QString& toolTip = {});
    /// Filled with the environment's colour.
    void setEnvironment(std::optional<Environment> environment);
    /// A turning arc before the text.
    void setSpinning(bool spinning);

    /// A text that may be cut in its middle when there is no room.
    void setShrinks(bool shrinks) { m_shrinks = shrinks; }

    /// Red text, for what needs a look.
    void setAlarming(bool alarming);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::optional<Environment> m_environment;
    bool m_spinning = false;
    bool m_alarming = false;
    bool m_lineAtLeft = false;
    bool m_shrinks = false;
};

} // namespace millrace
