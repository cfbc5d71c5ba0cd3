// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/linediff.h"

#include <QAbstractScrollArea>

namespace millrace {

/// Two SQL texts laid over each other, line by line: in one column, or the old one beside the new one.
class DiffView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    void setDiff(LineDiff diff);
    void setSideBySide(bool sideBySide);

    [[nodiscard]] const LineDiff& diff() const { return m_diff; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// One row on the screen: in one column only one of them is there, except for a line that stayed.
    struct Row {
        const DiffLine* before = nullptr;
        const DiffLine* after = nullptr;
    };

    void layOut();
    void paintLine(QPainter& painter, const QRect& rect, const DiffLine& line, bool oldSide) const;
    [[nodiscard]] int numberWidth() const;

    LineDiff m_diff;
    std::vector<Row> m_rows;
    int m_longest = 0;
    bool m_sideBySide = false;
};

} // namespace millrace
