// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagebar.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct KindLook {
    StatusGlyph glyph;
    Token color;
    Token ground;
};

KindLook lookOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Info:
        return {StatusGlyph::Note, Token::Info, Token::InfoBg};
    case MessageBar::Kind::Warning:
        return {StatusGlyph::Warning, Token::Warn, Token::WarnBg};
    case MessageBar::Kind::Error:
        break;
    }
    return {StatusGlyph::Error, Token::Error, Token::ErrorBg};
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_glyph(new StatusGlyphLabel(this)), m_actions(new QHBoxLayout),
      m_detailsButton(new QToolButton(this)), m_copyButton(new QToolButton(this)),
      m_closeButton(makeIconButton("dialog-close"_L1, tr("Close this message"), this)),
      m_details(new QPlainTextEdit(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(u"messageText"_s);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    m_detailsButton->setObjectName(u"messageDetails"_s);
    m_copyButton->setText(tr("Copy"));
    m_copyButton->setToolTip(tr("Copy the message and its details"));
    m_copyButton->setAutoRaise(true);
    m_closeButton->setObjectName(u"messageClose"_s);
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setFont(themeFont(TextRole::Mono));
    m_details->setAccessibleName(tr("Details"));
    m_details->setMaximumHeight(180);
    m_details->hide();

    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_glyph, 0, Qt::AlignVCenter);
    line->addWidget(m_text, 1);
    line->addLayout(m_actions);
    line->addWidget(m_detailsButton);
    line->addWidget(m_copyButton);
    line->addWidget(m_closeButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 5);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_details);

    m_timer.setSingleShot(true);
    const auto close = [this] {
        clear();
        Q_EMIT closed();
    };
    connect(&m_timer, &QTimer::timeout, this, close);
    connect(m_closeButton, &QToolButton::clicked, this, close);
    connect(m_detailsButton, &QToolButton::toggled, this, &MessageBar::setDetailsShown);
    connect(m_copyButton, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_message.text + u"\n\n"_s + m_message.details); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void MessageBar::showMessage(const Message& message)
{
    m_timer.stop();
    m_message = message;
    m_hasMessage = true;
    static_cast<StatusGlyphLabel*>(m_glyph)->setGlyph(lookOf(message.kind).glyph);
    m_text->setText(message.text);
    m_text->setAccessibleName(message.text);
    m_details->setPlainText(message.details);
    m_detailsButton->setVisible(!message.details.isEmpty());
    m_detailsButton->setChecked(false);
    setDetailsShown(false);
    m_closeButton->setVisible(message.closable);
    rebuildActions();
    if (message.timeout.count() > 0 && message.kind != Kind::Error) {
        m_timer.start(message.timeout);
    }
    show();
    update();
}

void MessageBar::showError(const Error& error, std::vector<Action> actions)
{
    showMessage({.kind = Kind::Error, .text = error.message, .details = error.detail, .actions = std::move(actions)});
}

void MessageBar::clear()
{
    m_timer.stop();
    m_hasMessage = false;
    m_message = {};
    hide();
}

void MessageBar::rebuildActions()
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one whose click brought us here
        }
        delete item;
    }
    for (const Action& action : m_message.actions) {
        auto* button = new QPushButton(action.text, this);
        button->setObjectName("messageAction."_L1 + action.id);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { Q_EMIT actionTriggered(id); });
        m_actions->addWidget(button);
    }
}

void MessageBar::setDetailsShown(bool shown)
{
    m_details->setVisible(shown);
    m_copyButton->setVisible(shown);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const KindLook look = lookOf(m_message.kind);
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(look.ground));
    painter.fillRect(QRect(0, 0, 3, height()), stylepaint::ink(look.color));
    painter.fillRect(QRect(0, height() - 1, width(), 1), stylepaint::ink(Token::Line));
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_message.closable) {
        m_closeButton->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace millrace
