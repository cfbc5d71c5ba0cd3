// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/pictureview.h"

#include "results/valueformat.h"
#include "widgets/common/theme.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_margin = 12;
/// Shorter texts are words; longer ones are not decoded in the thread of the window.
constexpr qsizetype s_shortest = 40;
constexpr qsizetype s_longest = 16 * 1024 * 1024;
constexpr int s_mostPixels = 64 * 1024 * 1024;

} // namespace

QImage pictureOf(const ResultSnapshot& rows)
{
    if (rows.rowCount() != 1 || rows.columnCount() != 1 || rows.cell(0, 0).isNull) {
        return {};
    }
    QString text = ValueFormatter(rows.schema()).text(0, rows.cell(0, 0));
    if (text.size() < s_shortest || text.size() > s_longest) {
        return {};
    }
    if (text.startsWith("data:image/"_L1)) {
        text = text.section(u',', 1);
    }
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return {};
    }
    QBuffer buffer;
    buffer.setData(*decoded);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    static const QList<QByteArray> s_formats{"png", "jpeg", "jpg", "gif", "bmp"};
    const QSize size = reader.size();
    if (!s_formats.contains(reader.format()) || qint64(size.width()) * size.height() > s_mostPixels) {
        return {};
    }
    return reader.read();
}

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"resultPicture"_s);
    setAccessibleName(tr("Picture"));
}

void PictureView::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(Token::Surface));
    const QRect room = rect().adjusted(s_margin, s_margin, -s_margin, -s_margin);
    if (m_picture.isNull() || room.isEmpty()) {
        return;
    }
    const QSize fitting = m_picture.width() <= room.width() && m_picture.height() <= room.height()
        ? m_picture.size()
        : m_picture.size().scaled(room.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(room.topLeft(), fitting), m_picture);
}

} // namespace millrace
