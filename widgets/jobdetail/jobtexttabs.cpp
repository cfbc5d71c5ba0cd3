// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/jobtexttabs.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/jobdetail/jobcelldelegate.h"
#include "widgets/start/codepreview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

QWidget* column(std::initializer_list<std::pair<QWidget*, int>> parts)
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const auto& [part, stretch] : parts) {
        layout->addWidget(part, stretch);
    }
    return content;
}

} // namespace

ConfigurationTab::ConfigurationTab(QWidget* parent)
    : JobTabPage(tr("The server tells nothing of this job's configuration."), parent), m_model(new JobTextModel(this)),
      m_filtered(new QSortFilterProxyModel(this)), m_search(new QLineEdit), m_value(new QPlainTextEdit)
{
    setObjectName(u"configurationTab"_s);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(JobTextModel::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = makeJobTable(u"jobConfiguration"_s, tr("Configuration"), m_filtered,
        {{JobTextModel::Name, 340}, {JobTextModel::Section, 130}}, JobTextModel::Value);
    m_table->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            return index.column() == JobTextModel::Section
                ? PanelCellStyle{.ink = Token::TextDim}
                : PanelCellStyle{.role = index.column() == JobTextModel::Value ? TextRole::MonoSmall : TextRole::Body};
        },
        this));
    m_search->setObjectName(u"configurationSearch"_s);
    m_search->setPlaceholderText(tr("Search names and values"));
    m_search->setAccessibleName(tr("Search names and values"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_value->setObjectName(u"configurationValue"_s);
    m_value->setReadOnly(true);
    m_value->setFrameShape(QFrame::NoFrame);
    m_value->setFont(themeFont(TextRole::MonoSmall));
    m_value->setMaximumHeight(140);
    m_value->setAccessibleName(tr("The whole value"));
    m_value->hide();
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 8, 4);
    row->addWidget(m_search, 1);
    row->addStretch();
    setContent(column({{bar, 0}, {m_table, 1}, {m_value, 0}}));
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table, &PanelTable::currentRowChanged, this, &ConfigurationTab::showChosen);
}

void ConfigurationTab::setTexts(const std::vector<NamedText>& configuration, const std::vector<NamedText>& facts)
{
    clearError();
    m_model->setTexts(configuration, facts);
    m_table->setColumnHidden(JobTextModel::Section, facts.empty() || configuration.empty());
    setHasContent(m_model->rowCount() > 0);
}

void ConfigurationTab::showChosen()
{
    const QModelIndex current = m_filtered->mapToSource(m_table->currentIndex());
    const QString value = current.isValid() ? m_model->row(current.row()).text.value : QString();
    const bool isLong = value.size() > 100 || value.contains(u'\n');
    m_value->setVisible(isLong);
    if (isLong) {
        m_value->setPlainText(value);
    }
}

TimelineTab::TimelineTab(QWidget* parent)
    : JobTabPage(tr("The server tells nothing of the states that this job went through."), parent),
      m_model(new StateTimelineModel(this))
{
    setObjectName(u"timelineTab"_s);
    auto* table = makeJobTable(u"jobTimeline"_s, tr("States of the job"), m_model,
        {{StateTimelineModel::State, 220}, {StateTimelineModel::From, 200}, {StateTimelineModel::Lasted, 120}}, -1);
    table->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            return PanelCellStyle{
                .role = index.column() == StateTimelineModel::State ? TextRole::Body : TextRole::MonoSmall};
        },
        this));
    setContent(table);
}

void TimelineTab::setTimeline(const std::vector<StateChange>& timeline)
{
    clearError();
    m_model->setTimeline(timeline);
    setHasContent(!timeline.empty());
}

SqlTab::SqlTab(QWidget* parent) : JobTabPage(tr("Nobody kept the SQL of this job."), parent), m_text(new CodePreview)
{
    setObjectName(u"sqlTab"_s);
    m_text->setObjectName(u"jobSql"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    auto* copy = makeIconButton("edit-copy"_L1, tr("Copy the SQL"), this);
    copy->setObjectName(u"copySql"_s);
    auto* open = new ActionButton(tr("Open in Editor"));
    open->setObjectName(u"openSql"_s);
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 8, 4);
    row->addWidget(copy);
    row->addStretch();
    row->addWidget(open);
    setContent(column({{bar, 0}, {m_text, 1}}));
    connect(copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_sql); });
    connect(open, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(m_sql); });
}

void SqlTab::setSql(const QString& sql)
{
    clearError();
    setHasContent(!sql.isEmpty());
    if (sql != m_sql) {
        m_sql = sql;
        m_text->setCode(sql);
    }
}

} // namespace millrace
