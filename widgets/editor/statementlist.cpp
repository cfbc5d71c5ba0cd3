// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/statementlist.h"

#include "widgets/common/panelheader.h"
#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

class StatementDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {80, measure::treeRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        // the row follows the caret in the editor: it counts as in use while the window is
        const bool active = option.widget && option.widget->isActiveWindow();
        if (selected) {
            painter->fillRect(option.rect, stylepaint::ink(active ? Token::Select : Token::SelectIdle));
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, stylepaint::ink(Token::Hover));
        }
        painter->save();
        QRect rect = option.rect.adjusted(measure::panelPadding, 0, -measure::panelPadding, 0);
        const auto state = static_cast<RunState>(index.data(StatementListModel::StateRole).toInt());
        paintStatusGlyph(*painter, QRectF(rect.left() - 2, rect.top(), 16, rect.height()), glyphOf(state),
            AnimationClock::instance().phase());
        rect.setLeft(rect.left() + 22);
        const QString side = index.data(StatementListModel::SideRole).toString();
        painter->setFont(themeFont(TextRole::Mono));
        const int sideWidth = painter->fontMetrics().horizontalAdvance(side);
        painter->setPen(stylepaint::ink(Token::TextDim));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, side);
        rect.setRight(rect.right() - sideWidth - 8);
        painter->setFont(themeFont(TextRole::Body));
        painter->setPen(stylepaint::ink(Token::Text));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
            stylepaint::focusRing(*painter, option.rect, 0);
        }
    }
};

} // namespace

StatementList::StatementList(QWidget* parent)
    : QWidget(parent), m_header(new PanelHeader(tr("Statements"), this)), m_view(new QListView(this)),
      m_model(new StatementListModel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StatementDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Statements"));
    m_view->setObjectName(u"statements"_s);
    m_view->viewport()->setBackgroundRole(QPalette::Window);
    m_view->setMouseTracking(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    const auto choose = [this](const QModelIndex& index) { Q_EMIT statementChosen(index.row()); };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::activated, this, choose);
    setRows({});
}

void StatementList::setRows(std::vector<StatementRow> rows)
{
    m_header->setRemark(rows.empty() ? QString() : tr("%n in this script", nullptr, static_cast<int>(rows.size())));
    const bool running = std::any_of(rows.begin(), rows.end(),
        [](const StatementRow& row) { return row.state == RunState::Running || row.state == RunState::Cancelling; });
    m_model->setRows(std::move(rows));
    if (running) {
        AnimationClock::instance().start(m_view->viewport());
    } else {
        AnimationClock::instance().stop(m_view->viewport());
    }
}

void StatementList::setCurrent(int row)
{
    const QModelIndex index = m_model->index(row);
    if (index != m_view->currentIndex()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
}

} // namespace millrace
