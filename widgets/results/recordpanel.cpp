// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/recordpanel.h"

#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/results/griddelegate.h"
#include "widgets/results/recorddelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

RecordPanel::RecordPanel(QWidget* parent)
    : QWidget(parent), m_model(new RecordModel(this)), m_delegate(new RecordDelegate(this)), m_list(new QListView)
{
    setObjectName(u"recordPanel"_s);
    m_list->setObjectName(u"recordFields"_s);
    m_list->setAccessibleName(tr("Fields of the row"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_viewer = new QPlainTextEdit;
    m_viewer->setObjectName(u"recordValue"_s);
    m_viewer->setAccessibleName(tr("Whole value"));
    m_viewer->setReadOnly(true);
    m_viewer->setFrameShape(QFrame::NoFrame);
    m_viewer->setMaximumHeight(180);
    m_viewer->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_viewer);
    layout->addWidget(makeFoot());
    connect(m_list, &QWidget::customContextMenuRequested, this, &RecordPanel::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordPanel::refreshViewer);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        // Values of another row may need more or fewer lines.
        Q_EMIT m_delegate->sizeHintChanged({});
        refreshViewer();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &RecordPanel::refreshViewer);
}

QWidget* RecordPanel::makeHead()
{
    auto* head = new QWidget;
    head->setFixedHeight(std::max(measure::tableHeader, QFontMetrics(themeFont(TextRole::Header)).height() + 10) - 1);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(measure::panelPadding, 0, 2, 0);
    layout->setSpacing(8);
    m_title = new ElidedLabel;
    m_title->setRole(TextRole::Section);
    m_op = new Chip;
    m_op->setMono(true);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close the row's panel (F7)"), this);
    close->setFixedSize(24, 24);
    connect(close, &QAbstractButton::clicked, this, &RecordPanel::closeRequested);
    layout->addWidget(m_title);
    layout->addWidget(m_op);
    layout->addStretch();
    layout->addWidget(new TextLabel(u"F7"_s, TextRole::Caption, Token::TextDim));
    layout->addWidget(close);
    return head;
}

QWidget* RecordPanel::makeFoot()
{
    m_foot = new QWidget;
    auto* layout = new QHBoxLayout(m_foot);
    layout->setContentsMargins(measure::panelPadding - 10, 4, measure::panelPadding, 6);
    layout->setSpacing(2);
    auto* history = new QPushButton(tr("History of this row"));
    history->setObjectName(u"rowHistory"_s);
    history->setFont(themeFont(TextRole::Caption));
    setButtonKind(history, ButtonKind::Link);
    history->setToolTip(tr("Show only the changes of this row"));
    m_history = history;
    m_historyCount = new TextLabel(TextRole::Caption, Token::TextDim);
    layout->addWidget(history);
    layout->addWidget(m_historyCount);
    layout->addStretch();
    connect(history, &QAbstractButton::clicked, this, [this] {
        if (const std::optional<quint32> row = storeRow()) {
            Q_EMIT historyRequested(*row);
        }
    });
    m_foot->hide();
    return m_foot;
}

void RecordPanel::setRow(const ResultSnapshot& snapshot, std::optional<quint32> row, bool asChange)
{
    m_model->setRow(snapshot, row);
    const bool shown = m_model->storeRow().has_value();
    m_op->setVisible(shown && asChange);
    if (!shown) {
        m_title->setText(tr("No row chosen"));
        setHistoryCount(0);
        return;
    }
    const qint64 number = qint64{*m_model->storeRow()} + 1;
    m_title->setText(asChange ? tr("Change %1").arg(number) : tr("Row %1").arg(number));
    m_op->setText(opText(m_model->kind()));
    m_op->setColors(inkOf(m_model->kind()), groundOf(m_model->kind()));
}

void RecordPanel::setCurrentField(int field)
{
    const QModelIndex index = m_model->index(field);
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
    }
}

void RecordPanel::setHistoryCount(qint64 changes)
{
    m_foot->setVisible(changes != 0);
    m_historyCount->setText(changes < 0
            ? QString()
            : u"· "_s + tr("%1 change(s)", nullptr, static_cast<int>(changes)).arg(countText(changes)));
}

QSize RecordPanel::sizeHint() const
{
    return {measure::recordPanel, 200};
}

void RecordPanel::refreshViewer()
{
    const QModelIndex current = m_list->currentIndex();
    const bool cut = current.isValid() && m_delegate->isCut(current, m_list->viewport()->width());
    m_viewer->setVisible(cut);
    if (cut) {
        m_viewer->setFont(themeFont(TextRole::MonoSmall));
        m_viewer->setPlainText(m_model->fullText(current.row()));
    }
}

void RecordPanel::copyValue()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid()) {
        const QString text = m_model->fullText(current.row());
        QGuiApplication::clipboard()->setText(text.isNull() ? u"NULL"_s : text);
    }
}

void RecordPanel::showMenu(const QPoint& place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid()) {
        return;
    }
    m_list->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(themedIcon(this, "edit-copy"_L1), tr("Copy Value"), this, &RecordPanel::copyValue);
    copy->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy Name"), this,
        [name = index.data(RecordModel::NameRole).toString()] { QGuiApplication::clipboard()->setText(name); });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

bool RecordPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            if (event->type() == QEvent::KeyPress) {
                copyValue();
            }
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecordPanel::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    const int headBottom = m_list->geometry().top();
    painter.fillRect(QRect(0, 0, width(), headBottom), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, headBottom - 1, width(), 1), theme.color(Token::Line));
    painter.fillRect(QRect(0, 0, 1, height()), theme.color(Token::Line));
}

} // namespace millrace
