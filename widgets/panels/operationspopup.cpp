// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/operationspopup.h"

#include "models/humantext.h"
#include "widgets/common/labels.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QAbstractItemDelegate>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int popupWidth = 360;
constexpr int shownRows = 7;
constexpr int side = measure::panelPadding;

StatusGlyph glyphOf(Operation::State state)
{
    switch (state) {
    case Operation::State::Queued:
        return StatusGlyph::Queued;
    case Operation::State::Running:
        return StatusGlyph::Running;
    case Operation::State::Cancelling:
        return StatusGlyph::Cancelling;
    case Operation::State::Succeeded:
        return StatusGlyph::Done;
    case Operation::State::Failed:
        return StatusGlyph::Failed;
    case Operation::State::Cancelled:
        return StatusGlyph::Cancelled;
    }
    return StatusGlyph::NotRun;
}

} // namespace

class OperationDelegate : public QAbstractItemDelegate {
public:
    using QAbstractItemDelegate::QAbstractItemDelegate;

    [[nodiscard]] static QRect cancelRect(const QRect& row)
    {
        return {row.right() - side - 16, row.center().y() - 11, 24, 24};
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, measure::listRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.widget);
        const QRect rect = option.rect;
        if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(rect, theme.color(Token::Hover));
        }
        const auto state = index.data(OperationListModel::StateRole).value<Operation::State>();
        paintStatusGlyph(*painter, QRectF(rect.left() + side, rect.top() + 6, 16, 16), glyphOf(state));
        const QRect text(rect.left() + side + 24, rect.top() + 4, rect.width() - 2 * side - 24 - 32, 20);
        painter->setFont(themeFont(TextRole::Body));
        painter->setPen(theme.color(Token::Text));
        painter->drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(
                index.data(OperationListModel::TitleRole).toString(), Qt::ElideMiddle, text.width()));
        paintSecondLine(*painter, text.translated(0, 18), index, state, theme);
        if (index.data(OperationListModel::CanCancelRole).toBool()) {
            stylepaint::cross(*painter, cancelRect(rect), theme.color(Token::TextDim));
        }
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Token::Line));
    }

private:
    static void paintSecondLine(
        QPainter& painter, QRect rect, const QModelIndex& index, Operation::State state, const Theme& theme)
    {
        const QVariant progress = index.data(OperationListModel::ProgressRole);
        const bool active = state == Operation::State::Running || state == Operation::State::Cancelling;
        QString line = operationStateText(state);
        if (active) {
            line = clockText(index.data(OperationListModel::ElapsedRole).toLongLong());
        } else if (state != Operation::State::Queued) {
            line += u" · "_s + durationText(index.data(OperationListModel::ElapsedRole).toLongLong());
        }
        const QString message = index.data(OperationListModel::MessageRole).toString();
        if (!message.isEmpty()) {
            line += u" · "_s + message;
        }
        if (active && progress.isValid()) {
            const QRectF track(rect.left(), rect.center().y() - 2, 90, 4);
            stylepaint::box(painter, track, theme.color(Token::SurfaceSunken), {}, 2);
            QRectF done = track;
            done.setWidth(track.width() * std::clamp(progress.toDouble(), 0.0, 1.0));
            stylepaint::box(painter, done, theme.color(Token::Accent), {}, 2);
            rect.setLeft(rect.left() + 98);
        }
        painter.setFont(themeFont(TextRole::Caption));
        painter.setPen(theme.color(state == Operation::State::Failed ? Token::Error : Token::TextDim));
        painter.drawText(rect, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(line, Qt::ElideRight, rect.width()));
    }
};

OperationsPopup::OperationsPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_delegate(new OperationDelegate(this)), m_list(new QListView),
      m_empty(new TextLabel(tr("Nothing runs in the background."), TextRole::Body, Token::TextDim))
{
    setObjectName(u"operationsPopup"_s);
    setFrameShape(NoFrame);
    m_list->setObjectName(u"operations"_s);
    m_list->setAccessibleName(tr("Operations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(m_delegate);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_empty->setContentsMargins(side, side, side, side);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    setFixedWidth(popupWidth);
}

void OperationsPopup::setModel(OperationListModel* model)
{
    m_model = model;
    m_list->setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &OperationsPopup::fit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &OperationsPopup::fit);
    fit();
}

void OperationsPopup::fit()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    m_empty->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::clamp(rows, 1, shownRows) * measure::listRow);
    adjustSize();
}

void OperationsPopup::popupAt(const QWidget* anchor)
{
    fit();
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), 0));
    const QRect screen = anchor->screen()->availableGeometry();
    move(std::max(screen.left(), corner.x() - width()), std::max(screen.top(), corner.y() - height() - 2));
    show();
    m_list->setFocus();
}

void OperationsPopup::cancelCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid() && index.data(OperationListModel::CanCancelRole).toBool()) {
        m_model->operation(index.row())->cancel();
    }
}

bool OperationsPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        cancelCurrent();
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const QPoint place = static_cast<QMouseEvent*>(event)->position().toPoint();
        const QModelIndex index = m_list->indexAt(place);
        if (index.isValid() && OperationDelegate::cancelRect(m_list->visualRect(index)).contains(place)) {
            m_list->setCurrentIndex(index);
            cancelCurrent();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void OperationsPopup::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    // Seen once, what has ended need not be seen again.
    if (m_model) {
        m_model->removeFinished();
    }
}

void OperationsPopup::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceRaised));
    stylepaint::box(painter, rect(), {}, theme.color(Token::LineStrong), 0);
}

} // namespace millrace
