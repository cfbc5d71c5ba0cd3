// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apicalltree.h"

#include "models/apioperationmodel.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_margin = 8;
constexpr int s_gap = 8;

/// The name of a call, and its method at the right edge: coloured when the call may change something.
class CallDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& original, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = original;
        initStyleOption(&option, index);
        const Theme& theme = themeOf(option.widget);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const QString method = index.data(ApiOperationModel::MethodRole).toString();
        const QFont methodFont = themeFont(TextRole::Badge);
        const QRect room = option.rect.adjusted(2, 0, -s_margin, 0);
        const int methodWidth = QFontMetrics(methodFont).horizontalAdvance(method);
        painter->save();
        painter->setFont(method.isEmpty() ? themeFont(TextRole::Section) : option.font);
        painter->setPen(theme.color(Token::Text));
        const QRect nameRoom = room.adjusted(0, 0, -methodWidth - s_gap, 0);
        painter->drawText(nameRoom, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(painter->font()).elidedText(option.text, Qt::ElideRight, nameRoom.width()));
        painter->setFont(methodFont);
        painter->setPen(
            theme.color(index.data(ApiOperationModel::IsChangingRole).toBool() ? Token::Warn : Token::TextDim));
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, method);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {option.fontMetrics.height(), std::max(measure::treeRow, option.fontMetrics.height() + 4)};
    }
};

} // namespace

ApiCallTree::ApiCallTree(QWidget* parent)
    : QWidget(parent), m_model(new ApiOperationModel(this)), m_proxy(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit), m_tree(new QTreeView)
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(ApiOperationModel::SearchRole);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_search->setObjectName(u"callSearch"_s);
    m_search->setPlaceholderText(tr("Search calls"));
    m_search->setAccessibleName(tr("Search calls"));
    m_search->setToolTip(tr("Looks in names, paths, methods and summaries (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(m_search, "search"_L1), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_tree->setObjectName(u"callTree"_s);
    m_tree->setAccessibleName(tr("Documented calls"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->viewport()->setBackgroundRole(QPalette::Window);
    m_tree->setItemDelegate(new CallDelegate(m_tree));
    m_tree->setModel(m_proxy);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(s_margin, 0, s_margin, 6);
    row->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ApiCallTree::search);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_quiet && current()) {
            Q_EMIT chosen();
        }
    });
    connect(m_tree, &QTreeView::activated, this, [this] {
        if (current()) {
            Q_EMIT activated();
        }
    });
}

void ApiCallTree::setDescription(const ApiDescription& description, const QString& dialect)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QString id = current() ? current()->id : QString();
    QStringList opened;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (const QModelIndex group = m_proxy->index(row, 0); m_tree->isExpanded(group)) {
            opened << group.data().toString();
        }
    }
    m_model->setDescription(description, dialect);
    search(m_search->text());
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (const QModelIndex group = m_proxy->index(row, 0); opened.contains(group.data().toString())) {
            m_tree->expand(group);
        }
    }
    setCurrent(id);
}

const ApiOperation* ApiCallTree::current() const
{
    return m_model->operation(m_proxy->mapToSource(m_tree->currentIndex()));
}

const ApiOperation* ApiCallTree::find(const QString& id) const
{
    return m_model->operation(m_model->indexOf(id));
}

void ApiCallTree::setCurrent(const QString& id)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QModelIndex index = m_model->indexOf(id);
    if (index.isValid() && !m_proxy->mapFromSource(index).isValid()) {
        m_search->clear();
    }
    const QModelIndex shown = m_proxy->mapFromSource(index);
    m_tree->setCurrentIndex(shown);
    if (shown.isValid()) {
        m_tree->scrollTo(shown);
    }
}

void ApiCallTree::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

int ApiCallTree::count() const
{
    return m_model->operationCount();
}

void ApiCallTree::search(const QString& text)
{
    // Every word must be there, in any order: "table list" finds list_tables.
    QString pattern;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        pattern += u"(?=.*"_s + QRegularExpression::escape(word) + u')';
    }
    m_proxy->setFilterRegularExpression(QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption));
    if (!text.trimmed().isEmpty() || m_proxy->rowCount() == 1) {
        m_tree->expandAll();
    }
}

bool ApiCallTree::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            // On to the first call that was found.
            const QModelIndex first = m_proxy->index(0, 0, m_proxy->index(0, 0));
            if (first.isValid() && !static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::ControlModifier)) {
                m_tree->setFocus();
                m_tree->setCurrentIndex(current() ? m_tree->currentIndex() : first);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace millrace
