// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"

#include <QWidget>

#include <vector>

namespace millrace {

/// The last values of a rate as a small line, scaled to their largest.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    /// Keeps the newest capacity values (60).
    void push(double value);
    void setValues(std::vector<double> values);
    void clear();
    void setCapacity(int capacity);
    void setColor(Token color);

    [[nodiscard]] const std::vector<double>& values() const { return m_values; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_values;
    int m_capacity = 60;
    Token m_color = Token::Accent;
};

} // namespace millrace
