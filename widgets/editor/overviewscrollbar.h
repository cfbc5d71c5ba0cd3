// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"

#include <QScrollBar>

#include <vector>

namespace millrace {

/// A vertical scroll bar that also shows where things stand in the whole text.
class OverviewScrollBar : public QScrollBar {
    Q_OBJECT

public:
    struct Mark {
        double place = 0; ///< 0 … 1 of the text's height
        Token color = Token::Accent;

        friend bool operator==(const Mark&, const Mark&) = default;
    };

    explicit OverviewScrollBar(QWidget* parent = nullptr);

    void setMarks(std::vector<Mark> marks);

    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Mark> m_marks;
};

} // namespace millrace
