// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"

#include <QImage>
#include <QWidget>

namespace millrace {

/// The picture that a result is: one cell with a PNG, JPEG, GIF or BMP in base64. Null when it is none.
[[nodiscard]] QImage pictureOf(const ResultSnapshot& rows);

/// A picture in its own size, made smaller where it does not fit.
class PictureView : public QWidget {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    void setPicture(const QImage& picture);

    [[nodiscard]] const QImage& picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
};

} // namespace millrace
