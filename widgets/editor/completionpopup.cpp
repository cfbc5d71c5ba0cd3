// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/completionpopup.h"

#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int rowHeight = measure::tableRow;
constexpr int mostRows = 10;
constexpr int sideWidth = 110; ///< of the origin at the right

QLatin1StringView iconOf(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Function:
        return "code-function"_L1;
    case CompletionKind::Type:
        return "code-typedef"_L1;
    case CompletionKind::Catalog:
        return "view-list-tree"_L1;
    case CompletionKind::Database:
        return "server-database"_L1;
    case CompletionKind::Table:
    case CompletionKind::View:
        return "table"_L1;
    case CompletionKind::Column:
        return "column"_L1;
    case CompletionKind::TimeColumn:
        return "clock"_L1;
    case CompletionKind::Option:
    case CompletionKind::Value:
        return "configure"_L1;
    case CompletionKind::Keyword:
    case CompletionKind::Name:
        break;
    }
    return kind == CompletionKind::Keyword ? "code-context"_L1 : "code-block"_L1;
}

/// The text with the part that was typed in accent. The x behind it.
int drawMatch(QPainter& painter, QRect rect, const QString& text, const QString& prefix)
{
    const qsizetype at = prefix.isEmpty() ? -1 : text.indexOf(prefix, 0, Qt::CaseInsensitive);
    const QString pieces[3] = {at < 0 ? text : text.left(at), at < 0 ? QString() : text.mid(at, prefix.size()),
        at < 0 ? QString() : text.mid(at + prefix.size())};
    const QFont plain = painter.font();
    QFont strong = plain;
    strong.setWeight(QFont::Bold);
    for (int i = 0; i < 3; ++i) {
        painter.setFont(i == 1 ? strong : plain);
        painter.setPen(stylepaint::ink(i == 1 ? Token::Accent : Token::Text));
        const QString shown = painter.fontMetrics().elidedText(pieces[i], Qt::ElideRight, rect.width());
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(shown));
    }
    painter.setFont(plain);
    return rect.left();
}

} // namespace

class CompletionModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<CompletionItem> items, const QString& prefix)
    {
        beginResetModel();
        m_items = std::move(items);
        m_prefix = prefix;
        endResetModel();
    }

    [[nodiscard]] const std::vector<CompletionItem>& items() const { return m_items; }

    [[nodiscard]] const QString& prefix() const { return m_prefix; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= static_cast<int>(m_items.size())) {
            return {};
        }
        const CompletionItem& item = m_items[static_cast<size_t>(index.row())];
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return item.text;
        case Qt::ToolTipRole:
            return item.documentation;
        default:
            return {};
        }
    }

private:
    std::vector<CompletionItem> m_items;
    QString m_prefix;
};

namespace {

class CompletionDelegate : public QStyledItemDelegate {
public:
    explicit CompletionDelegate(CompletionModel* model) : QStyledItemDelegate(model), m_model(model) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const CompletionItem& item = m_model->items()[static_cast<size_t>(index.row())];
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, stylepaint::ink(Token::Select));
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, stylepaint::ink(Token::Hover));
        }
        QRect rect = option.rect.adjusted(8, 0, -10, 0);
        themedIcon(option.widget, iconOf(item.kind)).paint(painter, QRect(rect.left(), rect.top(), 16, rect.height()));
        rect.setLeft(rect.left() + 24);
        painter->setFont(themeFont(TextRole::Editor));
        const int textEnd = drawMatch(*painter, rect, item.text, m_model->prefix());
        rect.setLeft(textEnd + 12);
        painter->setPen(stylepaint::ink(Token::TextDim));
        if (!item.origin.isEmpty() && rect.width() > sideWidth) {
            painter->setFont(themeFont(TextRole::Caption));
            painter->drawText(QRect(rect.right() - sideWidth + 1, rect.top(), sideWidth, rect.height()),
                Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                painter->fontMetrics().elidedText(item.origin, Qt::ElideRight, sideWidth));
            rect.setRight(rect.right() - sideWidth);
        }
        if (!item.detail.isEmpty() && rect.width() > 20) {
            painter->setFont(themeFont(TextRole::MonoSmall));
            painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                painter->fontMetrics().elidedText(item.detail, Qt::ElideRight, rect.width()));
        }
        painter->restore();
    }

private:
    CompletionModel* m_model;
};

} // namespace

CompletionPopup::CompletionPopup(QWidget* editor)
    : QFrame(editor, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus), m_view(new QListView(this)),
      m_model(new CompletionModel(this)), m_help(new ElidedLabel(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(u"completionPopup"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CompletionDelegate(m_model));
    m_view->setUniformItemSizes(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Completions"));
    m_help->setRole(TextRole::Caption);
    m_help->setColor(Token::TextDim);
    m_help->setText(tr("↵ insert   Tab replace"));
    m_help->setContentsMargins(8, 0, 8, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(8, 4, 8, 4);
    foot->addWidget(m_help);
    layout->addLayout(foot);
    connect(m_view, &QListView::clicked, this, &CompletionPopup::chosen);
}

void CompletionPopup::setItems(std::vector<CompletionItem> items, const QString& prefix)
{
    const QString selected = current() ? current()->text : QString();
    m_model->setItems(std::move(items), prefix);
    int row = 0;
    for (size_t i = 0; i < m_model->items().size() && !selected.isEmpty(); ++i) {
        if (m_model->items()[i].text == selected) {
            row = static_cast<int>(i);
            break;
        }
    }
    // a better match at the top wins over one that merely stayed
    select(row < mostRows ? 0 : row);
    fit();
}

void CompletionPopup::fit()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    int width = 0;
    const QFontMetrics text(themeFont(TextRole::Editor));
    const QFontMetrics detail(themeFont(TextRole::MonoSmall));
    const size_t looked = std::min<size_t>(m_model->items().size(), 50);
    bool origins = false;
    for (size_t i = 0; i < looked; ++i) {
        const CompletionItem& item = m_model->items()[i];
        width = std::max(width, text.horizontalAdvance(item.text) + 24 + detail.horizontalAdvance(item.detail));
        origins = origins || !item.origin.isEmpty();
    }
    m_view->setFixedHeight(rows * rowHeight);
    setFixedWidth(std::clamp(width + 60 + (origins ? sideWidth : 0), 260, 560));
    adjustSize();
}

void CompletionPopup::showAt(QPoint lineTop, int lineHeight)
{
    QPoint at = lineTop + QPoint(-32, lineHeight + 2);
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        if (at.y() + height() > room.bottom()) {
            at.setY(lineTop.y() - height() - 2);
        }
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    }
    move(at);
    show();
    raise();
}

void CompletionPopup::moveSelection(int rows)
{
    const int count = m_model->rowCount();
    if (count > 0) {
        const int from = m_view->currentIndex().row();
        const int wrapped = rows == 1 || rows == -1 ? (from + rows + count) % count : from + rows;
        select(std::clamp(wrapped, 0, count - 1));
    }
}

void CompletionPopup::select(int row)
{
    const QModelIndex index = m_model->index(row);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

const CompletionItem* CompletionPopup::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->items()[static_cast<size_t>(index.row())] : nullptr;
}

int CompletionPopup::count() const
{
    return m_model->rowCount();
}

void CompletionPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(Token::SurfaceChrome));
    stylepaint::box(painter, rect(), {}, stylepaint::ink(Token::LineStrong), 0);
}

} // namespace millrace
