// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/commandpalette.h"

#include "widgets/common/theme.h"
#include "widgets/palette/fuzzymatch.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_width = 640;
constexpr int s_rowHeight = 30;
constexpr int s_shownRows = 12;
constexpr int s_padding = 8;

enum Role { IdRole = Qt::UserRole, KeysRole, GroupRole, MatchRole };

/// Icon, text with its matched letters marked, group and keys at the right.
class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, s_rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.widget);
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.color(Token::Select));
        }
        QRect rest = option.rect.adjusted(s_padding + 4, 0, -s_padding - 4, 0);
        const QRect iconRect(rest.left(), rest.center().y() - measure::icon / 2 + 1, measure::icon, measure::icon);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
        rest.setLeft(iconRect.right() + s_padding + 1);
        rest.setRight(rest.right() - drawRight(painter, theme, rest, index));
        drawText(painter, theme, rest, index, enabled);
    }

private:
    static int drawRight(QPainter* painter, const Theme& theme, QRect rect, const QModelIndex& index)
    {
        painter->setFont(themeFont(TextRole::Caption));
        painter->setPen(theme.color(Token::TextDim));
        const QString keys = index.data(KeysRole).toString();
        const QString group = index.data(GroupRole).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, keys);
        const int keysWidth = keys.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(keys) + 2 * s_padding;
        painter->drawText(rect.adjusted(0, 0, -keysWidth, 0), Qt::AlignRight | Qt::AlignVCenter, group);
        return keysWidth + painter->fontMetrics().horizontalAdvance(group) + s_padding;
    }

    static void drawText(QPainter* painter, const Theme& theme, QRect rect, const QModelIndex& index, bool enabled)
    {
        painter->setFont(themeFont(TextRole::Body));
        const QFontMetrics metrics = painter->fontMetrics();
        const QString text = metrics.elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
        const auto marked = index.data(MatchRole).value<QList<int>>();
        int x = rect.left();
        for (int i = 0; i < text.size(); ++i) {
            const Token token = !enabled ? Token::TextOff : marked.contains(i) ? Token::Accent : Token::Text;
            painter->setPen(theme.color(token));
            painter->drawText(
                QRect(x, rect.top(), rect.width(), rect.height()), Qt::AlignLeft | Qt::AlignVCenter, text.mid(i, 1));
            x = rect.left() + metrics.horizontalAdvance(text, i + 1);
        }
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window), m_field(new QLineEdit), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setObjectName(u"commandPalette"_s);
    m_field->setObjectName(u"paletteField"_s);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("What fits"));
    m_field->setAccessibleName(tr("What to do"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(s_padding, s_padding, s_padding, s_padding);
    layout->setSpacing(s_padding);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::chooseCurrent);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries, const QString& placeholder)
{
    m_entries = std::move(entries);
    m_field->setPlaceholderText(placeholder);
    m_field->clear();
    filter({});
    const QWidget* window = parentWidget();
    const int width = std::min(s_width, window->width() - 2 * measure::pagePadding);
    const int height = s_rowHeight * s_shownRows + measure::control + 3 * s_padding;
    setGeometry((window->width() - width) / 2, measure::editorTab + measure::toolbar, width,
        std::min(height, window->height() - 100));
    show();
    raise();
    m_field->setFocus();
}

QStringList CommandPalette::shownIds() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        ids << m_model->index(row, 0).data(IdRole).toString();
    }
    return ids;
}

void CommandPalette::filter(const QString& typed)
{
    struct Fit {
        const PaletteEntry* entry;
        FuzzyMatch match;
    };

    std::vector<Fit> fits;
    for (const PaletteEntry& entry : m_entries) {
        if (auto match = fuzzyMatch(entry.text, typed)) {
            fits.push_back({&entry, std::move(*match)});
        }
    }
    if (!typed.isEmpty()) {
        std::ranges::stable_sort(fits, {}, [](const Fit& fit) { return fit.match.score; });
    }
    m_model->clear();
    for (const Fit& fit : fits) {
        auto* item = new QStandardItem(fit.entry->icon, fit.entry->text);
        item->setData(fit.entry->id, IdRole);
        item->setData(fit.entry->keys, KeysRole);
        item->setData(fit.entry->group, GroupRole);
        item->setData(QVariant::fromValue(fit.match.positions), MatchRole);
        item->setEnabled(fit.entry->enabled);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count > 0) {
        const int row = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
        m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

void CommandPalette::chooseCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled)) {
        return;
    }
    const QString id = index.data(IdRole).toString();
    hide();
    Q_EMIT chosen(id);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        hide();
    }
    if (event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        hide();
        parentWidget()->setFocus();
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-s_shownRows);
        return true;
    case Qt::Key_PageDown:
        move(s_shownRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCurrent();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = themeOf(this);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::SurfaceRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::popupRadius, measure::popupRadius);
}

} // namespace millrace
