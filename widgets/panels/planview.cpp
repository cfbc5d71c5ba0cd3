// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/planview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/spinner.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"
#include "widgets/panels/plandiffview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

const QString s_otherGraphs = u"g"_s; ///< followed by a number
constexpr auto s_graphPart = "graph"_L1;
constexpr auto s_diffPart = "diff"_L1;

/// A short word for a part of the answer; its own name where it is none of those that Flink sends.
QString partTitle(const QString& name)
{
    if (name.startsWith("Abstract Syntax Tree"_L1)) {
        return PlanView::tr("Syntax tree");
    }
    if (name.startsWith("Optimized Physical Plan"_L1)) {
        return PlanView::tr("Physical plan");
    }
    if (name.startsWith("Optimized Execution Plan"_L1)) {
        return PlanView::tr("Execution plan");
    }
    return name.startsWith("Physical Execution Plan"_L1) ? PlanView::tr("JSON") : name;
}

} // namespace

PlanView::PlanView(QWidget* parent)
    : QWidget(parent), m_messages(new MessageBar), m_body(new QStackedWidget),
      m_empty(new EmptyView(tr("No plan yet. Explain a statement with Ctrl+Shift+E and what it would do shows here."))),
      m_graph(new GraphPanel), m_text(new QPlainTextEdit), m_diff(new PlanDiffView)
{
    setObjectName(u"planView"_s);
    m_graph->setObjectName(u"planGraph"_s);
    m_graph->setEmptyText(tr("This plan has no steps."));
    m_origin = new TextLabel(TextRole::Caption, Token::TextDim);
    m_origin->setObjectName(u"planOrigin"_s);
    m_origin->setWordWrap(true);
    m_origin->setContentsMargins(12, 6, 12, 6);
    m_graph->addFactsWidget(m_origin);
    m_otherGraph = new GraphPanel;
    m_otherGraph->setObjectName(u"planOtherGraph"_s);
    m_text->setObjectName(u"planText"_s);
    m_text->setAccessibleName(tr("The plan as the server sent it"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(themeFont(TextRole::MonoSmall));
    for (QWidget* page : std::initializer_list<QWidget*>{m_empty, m_graph, m_otherGraph, m_text, m_diff}) {
        m_body->addWidget(page);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_messages);
    layout->addWidget(m_body, 1);
    connect(m_graph->view(), &GraphView::nodeSelected, this, &PlanView::nodeSelected);
    connect(m_parts, &SegmentedControl::chosen, this, &PlanView::showPart);
    connect(m_empty, &EmptyView::actionTriggered, this, &PlanView::explainRequested);
    m_empty->setAction(tr("Explain the statement"));
    setBusy({});
    setPlans({}, {});
}

QWidget* PlanView::makeBar()
{
    auto* bar = new PanelBar;
    m_choice = new QComboBox;
    m_choice->setObjectName(u"planChoice"_s);
    m_choice->setAccessibleName(tr("Plan"));
    m_choice->setMinimumWidth(180);
    m_choice->setMaximumWidth(420);
    m_parts = new SegmentedControl;
    m_parts->setObjectName(u"planParts"_s);
    m_parts->setAccessibleName(tr("What to show of the plan"));
    m_spinner = new Spinner;
    m_busy = new TextLabel(TextRole::Caption, Token::TextDim);
    m_cancel = new ActionButton(tr("Cancel"));
    m_cancel->setObjectName(u"planCancel"_s);
    m_compare = new ActionButton(tr("Compare…"));
    m_compare->setObjectName(u"planCompare"_s);
    m_compare->setIcon(themedIcon(m_compare, "view-split-left-right"_L1));
    m_compare->setToolTip(tr("Compare two plans and see what becomes of the state"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 0, 8, 1);
    layout->setSpacing(8);
    layout->addWidget(m_choice);
    layout->addWidget(m_parts);
    layout->addWidget(m_spinner);
    layout->addWidget(m_busy);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_compare);
    connect(m_choice, &QComboBox::activated, this,
        [this](int row) { Q_EMIT planChosen(m_choice->itemData(row).toString()); });
    connect(m_cancel, &QAbstractButton::clicked, this, &PlanView::cancelRequested);
    connect(m_compare, &QAbstractButton::clicked, this, &PlanView::compareRequested);
    return bar;
}

void PlanView::setPlans(const std::vector<ShownPlan>& plans, const QString& current)
{
    m_plans = plans;
    m_current = current;
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const ShownPlan& plan : m_plans) {
        m_choice->addItem(plan.title, plan.id);
    }
    m_choice->setCurrentIndex(m_choice->findData(current));
    m_choice->setVisible(!m_plans.empty());
    m_hasDiff = false;
    showPlan();
}

void PlanView::showPlan()
{
    const auto plan = std::ranges::find(m_plans, m_current, &ShownPlan::id);
    setOrigin({});
    if (plan == m_plans.end()) {
        m_graph->setGraph({});
        m_parts->setVisible(m_hasDiff);
        m_body->setCurrentWidget(m_empty);
        return;
    }
    const Explanation& explanation = *plan->explanation;
    m_graph->setTitle(plan->title);
    m_graph->setGraph(explanation.graph);
    QHash<QString, GraphMark> marks;
    for (const GraphNode& node : explanation.graph.nodes) {
        if (!node.advice.isEmpty()) {
            marks.insert(node.id, GraphMark::Advice);
        }
    }
    m_graph->setMarks(marks);
    fillParts(explanation);
    showPart(s_graphPart);
    m_messages->clear();
    if (!explanation.advice.isEmpty()) {
        m_messages->showMessage({.text = explanation.advice.join(u'\n')});
    }
}

void PlanView::fillParts(const Explanation& explanation)
{
    std::vector<SegmentedControl::Segment> segments{{QString(s_graphPart), tr("Graph"), {}, {}}};
    for (std::size_t i = 0; i < explanation.graphs.size(); ++i) {
        segments.push_back({s_otherGraphs + QString::number(i), explanation.graphs[i].name, {}, {}});
    }
    for (std::size_t i = 0; i < explanation.texts.size(); ++i) {
        segments.push_back({QString::number(i), partTitle(explanation.texts[i].name), explanation.texts[i].name, {}});
    }
    if (m_hasDiff) {
        segments.push_back({QString(s_diffPart), tr("Comparison"), {}, {}});
    }
    m_parts->setSegments(std::move(segments));
    m_parts->setVisible(true);
}

void PlanView::showPart(const QString& part)
{
    m_parts->setCurrent(part);
    if (part == s_diffPart) {
        m_body->setCurrentWidget(m_diff);
        return;
    }
    if (part == s_graphPart) {
        m_body->setCurrentWidget(m_graph);
        return;
    }
    if (part.startsWith(s_otherGraphs)) {
        showOtherGraph(part.sliced(1).toUInt());
        return;
    }
    const auto plan = std::ranges::find(m_plans, m_current, &ShownPlan::id);
    const std::size_t index = part.toUInt();
    if (plan != m_plans.end() && index < plan->explanation->texts.size()) {
        m_text->setPlainText(plan->explanation->texts[index].value);
        m_body->setCurrentWidget(m_text);
    }
}

void PlanView::showOtherGraph(std::size_t index)
{
    const auto plan = std::ranges::find(m_plans, m_current, &ShownPlan::id);
    if (plan == m_plans.end() || index >= plan->explanation->graphs.size()) {
        return;
    }
    const NamedGraph& named = plan->explanation->graphs[index];
    m_otherGraph->setTitle(tr("%1: %2").arg(named.name, plan->title));
    m_otherGraph->setGraph(named.graph);
    m_body->setCurrentWidget(m_otherGraph);
}

void PlanView::setBusy(const QString& what)
{
    m_busy->setText(what);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_spinner, m_busy, m_cancel}) {
        widget->setVisible(!what.isEmpty());
    }
}

void PlanView::showError(const Error& error)
{
    m_messages->showError(error);
}

void PlanView::clearMessage()
{
    m_messages->clear();
}

void PlanView::showDiff(const NamedPlan& before, const NamedPlan& after)
{
    m_hasDiff = true;
    m_diff->showDiff(before, after);
    const auto plan = std::ranges::find(m_plans, m_current, &ShownPlan::id);
    fillParts(plan == m_plans.end() ? Explanation() : *plan->explanation);
    showPart(s_diffPart);
}

bool PlanView::showsDiff() const
{
    return m_body->currentWidget() == m_diff;
}

void PlanView::setOrigin(const QString& text)
{
    m_origin->setText(text);
    m_origin->setVisible(!text.isEmpty());
}

} // namespace millrace
