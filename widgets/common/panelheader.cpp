// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/panelheader.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace millrace {

PanelHeader::PanelHeader(const QString& title, QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_title(new ElidedLabel(title, this)),
      m_remark(new TextLabel(TextRole::Caption, Token::TextDim, this))
{
    m_title->setRole(TextRole::Section);
    m_layout->setContentsMargins(measure::panelPadding, 0, 6, 0);
    m_layout->setSpacing(2);
    m_layout->addWidget(m_title, 1);
    m_layout->addWidget(m_remark);
    m_remark->setContentsMargins(0, 0, 6, 0);
    m_remark->hide();
    setFixedHeight(measure::toolbar);
}

void PanelHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PanelHeader::setRemark(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

QToolButton* PanelHeader::addButton(QLatin1StringView icon, const QString& text)
{
    QToolButton* button = makeIconButton(icon, text, this);
    m_layout->addWidget(button);
    return button;
}

EnvironmentBand::EnvironmentBand(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(measure::environmentBand);
}

void EnvironmentBand::setEnvironment(std::optional<Environment> environment)
{
    if (m_environment != environment) {
        m_environment = environment;
        update();
    }
}

void EnvironmentBand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_environment) {
        painter.fillRect(rect(), themeOf(this).environment(*m_environment, EnvironmentShade::Fill));
    } else {
        painter.fillRect(rect(), stylepaint::ink(Token::SurfaceChrome));
        painter.fillRect(QRect(0, 0, width(), 1), stylepaint::ink(Token::Line));
    }
}

Separator::Separator(Qt::Orientation orientation, QWidget* parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Separator::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(Token::Line));
}

} // namespace millrace
