// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/logview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/panels/filtermodels.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

PanelCellStyle styleOf(const QModelIndex& index)
{
    const auto level = index.data(MessageLogModel::LevelRole).value<MessageLevel>();
    PanelCellStyle style{.role = TextRole::MonoSmall};
    switch (level) {
    case MessageLevel::Debug:
        style.ink = Token::TextDim;
        break;
    case MessageLevel::Info:
        break;
    case MessageLevel::Warning:
        style.ink = Token::Warn;
        break;
    case MessageLevel::Error:
        style.ink = Token::Error;
        break;
    }
    if (index.column() == MessageLogModel::Time || index.column() == MessageLogModel::Source) {
        style.ink = Token::TextDim;
    }
    return style;
}

} // namespace

LogView::LogView(QWidget* parent) : QWidget(parent), m_filter(new LogFilterModel(this))
{
    setObjectName(u"logView"_s);
    auto* table = new PanelTable(u"log"_s, tr("Log"));
    m_table = table;
    table->setModel(m_filter);
    table->setItemDelegate(new PanelDelegate(styleOf, this));
    table->horizontalHeader()->setStretchLastSection(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(table, 1);
    connect(table, &PanelTable::copyRequested, this, &LogView::copySelected);
    connect(table->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_scrolledByHand = true; });
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // Scrolling away stops following; scrolling to the end starts it again. New lines do neither.
        if (m_scrolledByHand || m_table->underMouse()) {
            setFollowing(value >= m_table->verticalScrollBar()->maximum());
        }
        m_scrolledByHand = false;
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LogView::followEnd);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &LogView::followEnd);
}

QWidget* LogView::makeBar()
{
    auto* bar = new PanelBar;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 0, 6, 1);
    layout->setSpacing(6);
    m_text = new QLineEdit;
    m_text->setObjectName(u"logFilter"_s);
    m_text->setPlaceholderText(tr("Filter the log"));
    m_text->setAccessibleName(tr("Filter the log"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(themedIcon(this, "view-filter"_L1), QLineEdit::LeadingPosition);
    m_text->setMaximumWidth(240);
    m_level = new QComboBox;
    m_level->setObjectName(u"logLevel"_s);
    m_level->setAccessibleName(tr("Least level shown"));
    for (const MessageLevel level :
        {MessageLevel::Debug, MessageLevel::Info, MessageLevel::Warning, MessageLevel::Error}) {
        m_level->addItem(tr("from %1").arg(messageLevelText(level)), QVariant::fromValue(level));
    }
    m_follow = makeIconButton("go-down"_L1, tr("Follow the end"), this);
    m_follow->setObjectName(u"followLog"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    auto* copy = makeIconButton("edit-copy"_L1, tr("Copy the chosen lines, or all"), this);
    copy->setObjectName(u"copyLog"_s);
    auto* clear = makeIconButton("edit-clear"_L1, tr("Clear the log"), this);
    clear->setObjectName(u"clearLog"_s);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_level);
    layout->addStretch(2);
    layout->addWidget(m_follow);
    layout->addWidget(copy);
    layout->addWidget(clear);
    connect(m_text, &QLineEdit::textChanged, m_filter, &LogFilterModel::setText);
    connect(m_level, &QComboBox::currentIndexChanged, this,
        [this] { m_filter->setLeast(m_level->currentData().value<MessageLevel>()); });
    connect(m_follow, &QAbstractButton::toggled, this, &LogView::followEnd);
    connect(copy, &QAbstractButton::clicked, this, &LogView::copySelected);
    connect(clear, &QAbstractButton::clicked, this, [this] {
        if (m_model) {
            m_model->clear();
        }
    });
    return bar;
}

void LogView::setModel(MessageLogModel* model)
{
    m_model = model;
    m_filter->setSourceModel(model);
    QHeaderView* header = m_table->horizontalHeader();
    header->resizeSection(MessageLogModel::Time, 108);
    header->resizeSection(MessageLogModel::Level, 76);
    header->resizeSection(MessageLogModel::Source, 130);
    followEnd();
}

bool LogView::isFollowing() const
{
    return m_follow->isChecked();
}

void LogView::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

void LogView::followEnd()
{
    if (m_follow->isChecked()) {
        m_table->scrollToBottom();
    }
}

void LogView::copySelected()
{
    if (!m_model) {
        return;
    }
    QModelIndexList rows = static_cast<PanelTable*>(m_table)->chosenRows();
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows)) {
        lines.append(m_model->plainText(m_filter->mapToSource(row).row()));
    }
    for (int row = 0; rows.isEmpty() && row < m_filter->rowCount(); ++row) {
        lines.append(m_model->plainText(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace millrace
