// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/emptyview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace millrace {

EmptyView::EmptyView(const QString& sentence, QWidget* parent)
    : QWidget(parent), m_sentence(new TextLabel(sentence, TextRole::Body, Token::TextDim)), m_action(new ActionButton)
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_action->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::pagePadding, measure::pagePadding, measure::pagePadding, measure::pagePadding);
    layout->setSpacing(measure::panelPadding);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QAbstractButton::clicked, this, &EmptyView::actionTriggered);
}

void EmptyView::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
}

void EmptyView::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString EmptyView::sentence() const
{
    return m_sentence->text();
}

void EmptyView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(Token::Surface));
}

} // namespace millrace
