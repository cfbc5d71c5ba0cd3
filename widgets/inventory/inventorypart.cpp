// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorytext.h"
#include "models/linediff.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/jobs/diffview.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"
#include "widgets/start/codepreview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(InventoryDetail)
};

constexpr std::size_t s_rowsToSearch = 12; ///< fewer are seen at a glance
constexpr int s_longValue = 100;
constexpr int s_valueHeight = 120;
constexpr int s_columnWidth = 260;

/// Rows with a search field above when they are many, and the whole value of the current row below when it is long.
class TablePart : public QWidget {
public:
    TablePart(const TextTable& table, const QString& title, QWidget* parent) : QWidget(parent)
    {
        auto* model = new TextTableModel(table, this);
        m_filter = new QSortFilterProxyModel(this);
        m_filter->setSourceModel(model);
        m_filter->setFilterKeyColumn(-1);
        m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        if (table.rows.size() > s_rowsToSearch) {
            layout->addWidget(makeSearch());
        }
        buildTable(title, static_cast<int>(table.columns.size()));
        layout->addWidget(m_table, 1);
        m_value = new QPlainTextEdit;
        m_value->setObjectName(u"inventoryValue"_s);
        m_value->setAccessibleName(Texts::tr("The whole value"));
        m_value->setReadOnly(true);
        m_value->setFrameShape(QFrame::NoFrame);
        m_value->setFont(themeFont(TextRole::MonoSmall));
        m_value->setMaximumHeight(s_valueHeight);
        m_value->hide();
        layout->addWidget(m_value);
        setFocusProxy(m_table);
    }

private:
    QWidget* makeSearch()
    {
        auto* search = new QLineEdit;
        search->setObjectName(u"inventoryPartSearch"_s);
        search->setPlaceholderText(Texts::tr("Search names and values"));
        search->setAccessibleName(Texts::tr("Search names and values"));
        search->setClearButtonEnabled(true);
        search->setMaximumWidth(320);
        search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
        QObject::connect(search, &QLineEdit::textChanged, m_filter,
            [this](const QString& text) { m_filter->setFilterFixedString(text.trimmed()); });
        auto* bar = new PanelBar;
        auto* row = new QHBoxLayout(bar);
        row->setContentsMargins(8, 3, 8, 4);
        row->addWidget(search, 1);
        row->addStretch();
        return bar;
    }

    void buildTable(const QString& title, int columns)
    {
        m_table = new PanelTable(u"inventoryPartTable"_s, title);
        m_table->setModel(m_filter);
        m_table->setItemDelegate(new PanelDelegate(
            [](const QModelIndex& index) {
                return PanelCellStyle{.role = index.column() == 0 ? TextRole::Body : TextRole::MonoSmall};
            },
            m_table));
        m_table->horizontalHeader()->setStretchLastSection(true);
        m_table->horizontalHeader()->setFixedHeight(measure::tableHeader);
        for (int column = 0; column + 1 < columns; ++column) {
            m_table->setColumnWidth(column, columns == 2 ? s_columnWidth : s_columnWidth * 2 / 3);
        }
        QObject::connect(m_table, &PanelTable::copyRequested, this, [this] { copy(); });
        QObject::connect(m_table, &PanelTable::currentRowChanged, this, [this] { showValue(); });
    }

    void copy() const
    {
        QStringList lines;
        const QModelIndexList rows = m_table->chosenRows();
        for (const QModelIndex& row : rows) {
            QStringList cells;
            for (int column = 0; column < m_filter->columnCount(); ++column) {
                cells << row.siblingAtColumn(column).data().toString();
            }
            lines << cells.join(u'\t');
        }
        if (!lines.isEmpty()) {
            QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        }
    }

    void showValue()
    {
        const QModelIndex current = m_table->currentIndex();
        const QString value =
            current.isValid() ? current.siblingAtColumn(m_filter->columnCount() - 1).data().toString() : QString();
        const bool isLong = value.size() > s_longValue || value.contains(u'\n');
        m_value->setVisible(isLong);
        if (isLong) {
            m_value->setPlainText(value);
        }
    }

    QSortFilterProxyModel* m_filter = nullptr;
    PanelTable* m_table = nullptr;
    QPlainTextEdit* m_value = nullptr;
};

QWidget* textPart(const QString& text, const QString& language, const QString& title)
{
    if (language == "sql"_L1) {
        auto* code = new CodePreview;
        code->setFrameShape(QFrame::NoFrame);
        code->setAccessibleName(title);
        code->setCode(text);
        return code;
    }
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setFont(themeFont(TextRole::MonoSmall));
    view->setLineWrapMode(
        language == "text"_L1 || language.isEmpty() ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setAccessibleName(title);
    view->setPlainText(shownText(text, language));
    return view;
}

QString lineCount(int lines)
{
    return Texts::tr("%n line(s)", nullptr, lines);
}

QWidget* graphPart(const Graph& graph, const QString& title)
{
    auto* panel = new GraphPanel;
    panel->setEmptyText(Texts::tr("The server gave a graph without any step."));
    panel->setTitle(title);
    panel->setGraph(graph);
    return panel;
}

/// Two texts side by side, with what they are above them.
QWidget* pairPart(const TextPair& pair)
{
    auto* whole = new QWidget;
    auto* layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    LineDiff difference = diffLines(pair.before, pair.after);
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 8, 4);
    const QString counts = difference.isSame()
        ? Texts::tr("They are the same.")
        : Texts::tr("%1 added, %2 removed").arg(lineCount(difference.added), lineCount(difference.removed));
    auto* right = new QHBoxLayout; // begins where the second text does
    right->addWidget(new TextLabel(pair.afterName, TextRole::Caption, Token::TextDim));
    right->addStretch(1);
    right->addWidget(new TextLabel(counts, TextRole::Caption, Token::TextDim));
    auto* left = new QHBoxLayout;
    left->addWidget(new TextLabel(pair.beforeName, TextRole::Caption, Token::TextDim));
    left->addStretch(1);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    layout->addWidget(bar);
    auto* view = new DiffView;
    view->setObjectName(u"inventoryDiff"_s);
    view->setFrameShape(QFrame::NoFrame);
    view->setSideBySide(true);
    view->setDiff(std::move(difference));
    layout->addWidget(view, 1);
    whole->setFocusProxy(view);
    return whole;
}

} // namespace

QWidget* makeInventoryPart(const InventoryPart& part, const QString& itemTitle, QWidget* parent)
{
    QWidget* widget = nullptr;
    if (const auto* facts = std::get_if<std::vector<NamedText>>(&part.content)) {
        widget = facts->empty() ? static_cast<QWidget*>(new EmptyView(Texts::tr("The server tells nothing here.")))
                                : new TablePart(factsTable(*facts), part.title, parent);
    } else if (const auto* table = std::get_if<TextTable>(&part.content)) {
        widget = table->rows.empty()
            ? static_cast<QWidget*>(new EmptyView(Texts::tr("There is nothing in this table.")))
            : new TablePart(*table, part.title, parent);
    } else if (const auto* graph = std::get_if<Graph>(&part.content)) {
        widget = graphPart(*graph, itemTitle);
    } else if (const auto* pair = std::get_if<TextPair>(&part.content)) {
        widget = pairPart(*pair);
    } else {
        const QString& text = std::get<QString>(part.content);
        widget = text.isEmpty() ? static_cast<QWidget*>(new EmptyView(Texts::tr("The text is empty.")))
                                : textPart(text, part.language, part.title);
    }
    widget->setParent(parent);
    if (widget->accessibleName().isEmpty()) {
        widget->setAccessibleName(part.title);
    }
    return widget;
}

} // namespace millrace
