// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/sheet.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr double s_dim = 0.32;
constexpr int s_titleHeight = 46;
constexpr int s_margin = 24;

/// The sheet itself: a raised ground in a line, the environment's colour at the top.
class SheetFrame : public QWidget {
public:
    using QWidget::QWidget;

    std::optional<Environment> environment;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        stylepaint::box(
            painter, rect(), theme.color(Token::Surface), theme.color(Token::LineStrong), measure::popupRadius);
        if (environment) {
            painter.fillRect(QRect(1, 1, width() - 2, measure::environmentBand),
                theme.environment(*environment, EnvironmentShade::Fill));
        }
    }
};

class SheetFoot : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        stylepaint::box(painter, rect(), theme.color(Token::SurfaceChrome), {}, measure::popupRadius);
        painter.fillRect(QRect(0, 0, width(), height() / 2), theme.color(Token::SurfaceChrome));
        painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
    }
};

} // namespace

Sheet::Sheet(QWidget* host) : QWidget(host), m_frame(new SheetFrame(this))
{
    setObjectName(u"sheet"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_title = new ElidedLabel;
    m_title->setRole(TextRole::PageTitle);
    m_chip = new Chip;
    m_chip->hide();
    m_remark = new TextLabel(TextRole::Body, Token::TextDim);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close"), this);
    close->setObjectName(u"closeSheet"_s);
    connect(close, &QAbstractButton::clicked, this, &Sheet::closeSheet);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, measure::environmentBand, 8, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_chip);
    head->addWidget(m_remark);
    head->addStretch(1);
    head->addWidget(close);
    auto* headBox = new QWidget;
    headBox->setFixedHeight(s_titleHeight);
    headBox->setLayout(head);
    auto* foot = new SheetFoot;
    m_foot = new QHBoxLayout(foot);
    m_foot->setContentsMargins(16, 10, 12, 10);
    m_foot->setSpacing(8);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto* layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(headBox);
    layout->addWidget(new Separator(Qt::Horizontal));
    layout->addLayout(m_body, 1);
    layout->addWidget(foot);
    host->installEventFilter(this);
}

void Sheet::setTitle(const QString& title, const QString& remark)
{
    m_title->setText(title);
    m_remark->setText(remark);
    setAccessibleName(title);
}

void Sheet::setEnvironment(std::optional<Environment> environment)
{
    m_environment = environment;
    static_cast<SheetFrame*>(m_frame)->environment = environment;
    m_chip->setVisible(environment.has_value());
    if (environment) {
        m_chip->setEnvironment(*environment);
    }
    update();
}

void Sheet::setFrameSize(const QSize& size)
{
    m_frameSize = size;
    placeFrame();
}

void Sheet::open()
{
    setGeometry(parentWidget()->rect());
    placeFrame();
    show();
    raise();
    if (!isAncestorOf(QApplication::focusWidget())) {
        setFocus(Qt::PopupFocusReason);
    }
}

void Sheet::closeSheet()
{
    if (isHidden()) {
        return;
    }
    hide();
    parentWidget()->setFocus();
    Q_EMIT closed();
    deleteLater();
}

void Sheet::placeFrame()
{
    const QSize room = size() - QSize(2 * s_margin, 2 * s_margin);
    const QSize wanted = m_frameSize.boundedTo(room).expandedTo(m_frame->minimumSizeHint().boundedTo(size()));
    m_frame->setGeometry(QRect({(width() - wanted.width()) / 2, (height() - wanted.height()) / 2}, wanted));
}

void Sheet::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setOpacity(theme.isDark() ? 2 * s_dim : s_dim);
    painter.fillRect(rect(), theme.color(theme.isDark() ? Token::SurfaceSunken : Token::Text));
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closeSheet();
    }
    // Nothing reaches the page behind it.
    event->accept();
}

bool Sheet::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void Sheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeFrame();
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // Round and round inside the sheet.
    QWidget* const start = QApplication::focusWidget() ? QApplication::focusWidget() : this;
    QWidget* candidate = start;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        if (candidate != this && isAncestorOf(candidate) && candidate->isVisibleTo(this) && candidate->isEnabled()
            && (candidate->focusPolicy() & Qt::TabFocus)) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

TypedName::TypedName(QWidget* parent) : QWidget(parent)
{
    m_prompt = new TextLabel(TextRole::Caption, Token::TextDim);
    m_edit = new QLineEdit;
    m_edit->setObjectName(u"typedName"_s);
    m_edit->setMinimumWidth(240);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_prompt);
    layout->addWidget(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &TypedName::changed);
    connect(m_edit, &QLineEdit::returnPressed, this, &TypedName::accepted);
    hide();
}

void TypedName::setWanted(const QString& prompt, const QString& name)
{
    m_name = name;
    m_prompt->setText(prompt);
    m_edit->setAccessibleName(prompt);
    setVisible(!name.isEmpty());
}

bool TypedName::fits() const
{
    return m_edit->text().trimmed() == m_name;
}

} // namespace millrace
