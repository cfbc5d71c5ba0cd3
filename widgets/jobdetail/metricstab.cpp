// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/metricstab.h"

#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/jobdetail/timechart.h"
#include "widgets/panels/emptyview.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int chartWidth = 320;
constexpr int chartHeight = 132;

} // namespace

ChartUnit unitOfMetric(const QString& name)
{
    const QString last = shortMetricName(name);
    const auto ends = [&last](QLatin1StringView text) { return last.endsWith(text, Qt::CaseInsensitive); };
    if (ends("Duration"_L1) || ends("TimeMs"_L1) || ends("Millis"_L1)) {
        return ChartUnit::Milliseconds;
    }
    // "numBytesInPerSecond" is a rate of bytes; "Heap.Used" are bytes.
    const bool memory = name.contains("Memory."_L1) && !ends("Count"_L1);
    return ends("Bytes"_L1) || ends("Size"_L1) || memory ? ChartUnit::Bytes : ChartUnit::Number;
}

MetricsTab::MetricsTab(QWidget* parent)
    : JobTabPage(tr("The server tells no metrics of this job now."), parent), m_names(new MetricNameModel(this))
{
    setObjectName(u"metricsTab"_s);
    auto* content = new QSplitter(Qt::Horizontal);
    content->setChildrenCollapsible(false);
    content->addWidget(makeChoice());
    content->addWidget(makeCharts());
    content->setStretchFactor(1, 1);
    content->setSizes({300, 900});
    setContent(content);
    connect(m_names, &MetricNameModel::choiceChanged, this, [this] {
        const auto scope = currentScope();
        if (scope) {
            m_choices.insert(static_cast<int>(scope->kind), m_names->chosen());
            Q_EMIT choiceChanged(scope->kind, m_names->chosen());
        }
        rebuildCharts();
    });
}

QWidget* MetricsTab::makeChoice()
{
    m_scope = new QComboBox;
    m_scope->setObjectName(u"metricScope"_s);
    m_scope->setAccessibleName(tr("Whose metrics"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scope->setMinimumContentsLength(18);
    m_search = new QLineEdit;
    m_search->setObjectName(u"metricSearch"_s);
    m_search->setPlaceholderText(tr("Search metrics"));
    m_search->setAccessibleName(tr("Search metrics"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list = new QListView;
    m_list->setObjectName(u"metricNames"_s);
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_names);
    m_list->setTextElideMode(Qt::ElideLeft);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_count = new TextLabel(TextRole::Caption, Token::TextDim);
    auto* choice = new QWidget;
    auto* layout = new QVBoxLayout(choice);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(m_scope);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    connect(m_scope, &QComboBox::activated, this, &MetricsTab::scopeChanged);
    connect(m_search, &QLineEdit::textChanged, m_names, &MetricNameModel::setSearch);
    connect(m_list, &QAbstractItemView::activated, this, &MetricsTab::tickCurrent);
    return choice;
}

QWidget* MetricsTab::makeCharts()
{
    m_chartBox = new QWidget;
    m_grid = new QGridLayout(m_chartBox);
    m_grid->setContentsMargins(measure::panelPadding, 8, measure::panelPadding, 8);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(12);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(u"metricCharts"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_chartBox);
    m_noCharts = new EmptyView(tr("Tick metrics at the left to see them here."));
    auto* right = new QWidget;
    auto* stack = new QStackedLayout(right);
    stack->addWidget(m_noCharts);
    stack->addWidget(m_scroll);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &MetricsTab::refreshCharts);
    return right;
}

void MetricsTab::setHistory(const MetricHistory* history)
{
    m_history = history;
    refreshCharts();
}

std::optional<MetricScope> MetricsTab::currentScope() const
{
    const int row = m_scope->currentIndex();
    return row >= 0 && row < static_cast<int>(m_scopes.size()) ? std::optional(m_scopes[static_cast<std::size_t>(row)])
                                                               : std::nullopt;
}

void MetricsTab::setScopes(const std::vector<MetricScope>& scopes)
{
    clearError();
    if (scopes != m_scopes) {
        const auto kept = currentScope();
        m_scopes = scopes;
        m_scope->clear();
        int row = 0;
        for (std::size_t i = 0; i < scopes.size(); ++i) {
            m_scope->addItem(oneLine(scopes[i].title, 80));
            row = kept && scopes[i] == *kept ? static_cast<int>(i) : row;
        }
        m_scope->setCurrentIndex(scopes.empty() ? -1 : row);
        if (currentScope() != kept) {
            scopeChanged();
        }
    }
    setHasContent(!scopes.empty());
}

void MetricsTab::chooseScope(MetricScope::Kind kind, const QString& id)
{
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        if (m_scopes[i].kind == kind && m_scopes[i].id == id) {
            m_scope->setCurrentIndex(static_cast<int>(i));
            scopeChanged();
        }
    }
}

void MetricsTab::scopeChanged()
{
    const auto scope = currentScope();
    m_names->setNames({});
    m_names->setChosen(scope ? m_choices.value(static_cast<int>(scope->kind)) : QStringList());
    m_count->clear();
    rebuildCharts();
    Q_EMIT scopeChosen();
}

void MetricsTab::setNames(const MetricScope& scope, const QStringList& names)
{
    if (currentScope() != scope) {
        return;
    }
    clearError();
    m_names->setNames(names);
    m_count->setText(tr("%n metrics", nullptr, m_names->totalCount()));
    rebuildCharts();
}

void MetricsTab::setChoice(MetricScope::Kind kind, const QStringList& names)
{
    m_choices.insert(static_cast<int>(kind), names);
    const auto scope = currentScope();
    if (scope && scope->kind == kind) {
        m_names->setChosen(names);
        rebuildCharts();
    }
}

void MetricsTab::clear()
{
    m_scopes.clear();
    m_scope->clear();
    m_names->setNames({});
    m_history = nullptr;
    rebuildCharts();
    setHasContent(false);
}

void MetricsTab::rebuildCharts()
{
    const QStringList wanted = m_names->chosenHere();
    static_cast<QStackedLayout*>(m_scroll->parentWidget()->layout())->setCurrentIndex(wanted.isEmpty() ? 0 : 1);
    if (wanted != m_charted) {
        m_charted = wanted;
        while (m_charts.size() > static_cast<std::size_t>(wanted.size())) {
            delete m_charts.back();
            m_charts.pop_back();
        }
        while (m_charts.size() < static_cast<std::size_t>(wanted.size())) {
            auto* chart = new TimeChart({});
            chart->setFixedHeight(chartHeight);
            m_charts.push_back(chart);
        }
        arrangeCharts();
    }
    refreshCharts();
}

void MetricsTab::arrangeCharts()
{
    const int columns = std::max(1, (m_scroll->viewport()->width() - 24) / chartWidth);
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_grid->addWidget(m_charts[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
    for (int column = 0; column < m_grid->columnCount(); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    for (int row = 0; row < m_grid->rowCount(); ++row) {
        m_grid->setRowStretch(row, 0);
    }
    m_grid->setRowStretch(static_cast<int>(m_charts.size()) / columns + 1, 1);
}

void MetricsTab::resizeEvent(QResizeEvent* event)
{
    JobTabPage::resizeEvent(event);
    arrangeCharts();
}

void MetricsTab::refreshCharts()
{
    const auto scope = currentScope();
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        const QString& name = m_charted[static_cast<qsizetype>(i)];
        TimeChart* chart = m_charts[i];
        // Only what is seen costs anything, however many are ticked.
        if (chart->isVisible() && chart->visibleRegion().isEmpty() && !chart->title().isEmpty()) {
            continue;
        }
        const MetricSeries* series =
            scope && m_history ? &m_history->series({.kind = scope->kind, .id = scope->id, .name = name}) : nullptr;
        ChartData data{.unit = unitOfMetric(name), .emptyText = tr("No value yet.")};
        QString title = shortMetricName(name);
        if (series) {
            data.lines.push_back({.title = title, .color = Token::Accent, .points = series->points()});
            if (const auto last = series->last()) {
                title += u"  "_s + chartValueText(data.unit, *last);
            }
        }
        chart->setToolTip(name);
        chart->setTitle(title);
        chart->setData(std::move(data));
    }
}

void MetricsTab::tickCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid()) {
        const bool ticked = current.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_names->setData(current, static_cast<int>(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
    }
}

bool MetricsTab::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down && m_names->rowCount() > 0) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_names->index(0));
        return true;
    }
    return JobTabPage::eventFilter(watched, event);
}

} // namespace millrace
