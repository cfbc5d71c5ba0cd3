// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/arrivalbar.h"

#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace millrace {

ArrivalBar::ArrivalBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(std::max(28, QFontMetrics(themeFont(TextRole::Caption)).height() + 10));
    m_first = makeIconButton("media-skip-backward"_L1, tr("Back to the first change"), this);
    m_first->setFixedSize(24, 24);
    m_first->setObjectName(u"firstChange"_s);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(u"arrivalSlider"_s);
    m_slider->setAccessibleName(tr("Position in order of arrival"));
    m_slider->setFixedWidth(360);
    m_slider->setMinimum(1);
    m_slider->setPageStep(100);
    m_position = new TextLabel(TextRole::MonoSmall, Token::Text);
    m_remark = new TextLabel(TextRole::Caption, Token::TextDim);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_first);
    layout->addWidget(m_slider);
    layout->addSpacing(4);
    layout->addWidget(m_position);
    m_caption = new TextLabel(tr("in order of arrival"), TextRole::Caption, Token::TextDim);
    layout->addWidget(m_caption);
    layout->addStretch(1);
    layout->addWidget(m_remark);
    connect(m_first, &QAbstractButton::clicked, this, [this] { m_slider->setValue(m_slider->minimum()); });
    connect(m_slider, &QSlider::valueChanged, this, &ArrivalBar::choose);
}

void ArrivalBar::setState(qint64 received, std::optional<qint64> limit)
{
    if (m_received == received && m_limit == limit) {
        return;
    }
    m_received = received;
    m_limit = limit;
    const auto last = static_cast<int>(std::min<qint64>(received, std::numeric_limits<int>::max()));
    const QSignalBlocker quiet(m_slider);
    m_slider->setMaximum(std::max(1, last));
    m_slider->setValue(limit ? static_cast<int>(std::clamp<qint64>(*limit, 1, std::max(1, last))) : std::max(1, last));
    m_slider->setEnabled(received > 1);
    m_first->setEnabled(received > 1);
    refreshText();
}

void ArrivalBar::choose(int position)
{
    m_limit = position >= m_slider->maximum() ? std::nullopt : std::optional<qint64>(position);
    refreshText();
    Q_EMIT limitChosen(m_limit);
}

void ArrivalBar::refreshText()
{
    const qint64 shown = std::min(m_limit.value_or(m_received), m_received);
    m_position->setText(countText(shown) + u" / "_s + countText(m_received));
}

void ArrivalBar::setSliderShown(bool shown)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_first, m_slider, m_position, m_caption}) {
        part->setVisible(shown);
    }
}

void ArrivalBar::setRemark(const QString& remark)
{
    m_remark->setText(remark);
}

void ArrivalBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

} // namespace millrace
