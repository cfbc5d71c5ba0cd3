// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/jobtabpage.h"

#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/panels/emptyview.h"

#include <QGraphicsOpacityEffect>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

JobTabPage::JobTabPage(const QString& emptySentence, QWidget* parent)
    : QWidget(parent), m_messages(new MessageBar), m_empty(new EmptyView(emptySentence)), m_stack(new QStackedLayout),
      m_emptySentence(emptySentence)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_loadingTimer.setSingleShot(true);
    m_loadingTimer.setInterval(300);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] {
        m_saysLoading = true;
        refresh();
    });
    connect(m_messages, &MessageBar::actionTriggered, this, [this](const QString& id) {
        if (id == "retry"_L1) {
            m_messages->clear();
            Q_EMIT retryRequested();
        }
    });
}

void JobTabPage::setContent(QWidget* content)
{
    m_content = content;
    m_stack->addWidget(content);
    refresh();
}

void JobTabPage::showError(const Error& error)
{
    setLoading(false);
    if (error.kind == ErrorKind::Unsupported) {
        m_messages->showMessage({.kind = MessageBar::Kind::Info,
            .text = error.message,
            .details = error.detail,
            .actions = {{.id = u"retry"_s, .text = tr("Retry")}}});
    } else {
        m_messages->showError(error, {{.id = u"retry"_s, .text = tr("Retry")}});
    }
}

void JobTabPage::clearError()
{
    if (m_messages->hasMessage()) {
        m_messages->clear();
    }
}

void JobTabPage::setHasContent(bool has)
{
    m_loadingTimer.stop();
    m_saysLoading = false;
    m_hasContent = has;
    refresh();
}

void JobTabPage::setEmptySentence(const QString& sentence)
{
    m_emptySentence = sentence;
    refresh();
}

void JobTabPage::setLoading(bool loading)
{
    if (loading && !m_hasContent && !m_saysLoading) {
        m_loadingTimer.start();
    } else if (!loading) {
        m_loadingTimer.stop();
        m_saysLoading = false;
        refresh();
    }
}

void JobTabPage::setFaded(bool faded)
{
    if (!m_content) {
        return;
    }
    if (!faded) {
        m_content->setGraphicsEffect(nullptr);
    } else if (!m_content->graphicsEffect()) {
        auto* effect = new QGraphicsOpacityEffect(m_content);
        effect->setOpacity(0.55);
        m_content->setGraphicsEffect(effect);
    }
}

void JobTabPage::refresh()
{
    m_empty->setSentence(m_saysLoading ? tr("Asking the server…") : m_emptySentence);
    m_stack->setCurrentWidget(m_hasContent && m_content ? m_content : static_cast<QWidget*>(m_empty));
}

void JobTabPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(Token::Surface));
}

} // namespace millrace
