// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/plandiffview.h"

#include "models/plandiffmodel.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/panels/paneltable.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

GraphMark markOf(PlanNodeDiff::Kind kind)
{
    switch (kind) {
    case PlanNodeDiff::Kind::Same:
        return GraphMark::Same;
    case PlanNodeDiff::Kind::Changed:
        return GraphMark::Changed;
    case PlanNodeDiff::Kind::Added:
        return GraphMark::Added;
    case PlanNodeDiff::Kind::Removed:
        break;
    }
    return GraphMark::Removed;
}

Token inkOf(StateFit fit)
{
    switch (fit) {
    case StateFit::Compatible:
        return Token::Ok;
    case StateFit::Partly:
    case StateFit::Unknown:
        return Token::Warn;
    case StateFit::Incompatible:
        return Token::Error;
    case StateFit::Stateless:
        break;
    }
    return Token::TextDim;
}

} // namespace

PlanDiffView::PlanDiffView(QWidget* parent)
    : QWidget(parent), m_model(new PlanDiffModel(this)), m_verdict(new MessageBar)
{
    setObjectName(u"planDiffView"_s);
    auto* graphs = new QSplitter(Qt::Horizontal);
    graphs->addWidget(makeSide(m_beforeTitle, m_before, u"planBefore"_s));
    graphs->addWidget(makeSide(m_afterTitle, m_after, u"planAfter"_s));
    graphs->setChildrenCollapsible(false);
    m_table = new PanelTable(u"planDiff"_s, tr("What changed"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PanelDelegate(
        [this](const QModelIndex& index) {
            return index.column() == PlanDiffModel::State ? PanelCellStyle{.ink = inkOf(m_model->node(index.row()).fit)}
                                                          : PanelCellStyle{};
        },
        this));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PlanDiffModel::Change, 80);
    m_table->setColumnWidth(PlanDiffModel::Operator, 240);
    m_table->setColumnWidth(PlanDiffModel::Key, 110);
    m_table->setColumnWidth(PlanDiffModel::State, 110);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(graphs);
    split->addWidget(m_table);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_verdict);
    layout->addWidget(split, 1);
    connect(m_table, &PanelTable::currentRowChanged, this, &PlanDiffView::showRow);
    connect(m_before->view(), &GraphView::nodeSelected, this, [this](const QString& id) { follow(id, true); });
    connect(m_after->view(), &GraphView::nodeSelected, this, [this](const QString& id) { follow(id, false); });
}

QWidget* PlanDiffView::makeSide(TextLabel*& title, GraphPanel*& panel, const QString& objectName)
{
    auto* side = new QWidget;
    title = new TextLabel(TextRole::Caption, Token::TextDim);
    title->setContentsMargins(12, 4, 12, 4);
    panel = new GraphPanel;
    panel->setObjectName(objectName);
    panel->setFactsEnabled(false);
    panel->view()->setMinimapShown(false);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(panel, 1);
    return side;
}

void PlanDiffView::showDiff(const NamedPlan& before, const NamedPlan& after)
{
    m_diff = diffPlans(before.graph, after.graph);
    QHash<QString, GraphMark> oldMarks;
    QHash<QString, GraphMark> newMarks;
    for (const PlanNodeDiff& node : m_diff.nodes) {
        if (!node.before.isEmpty()) {
            oldMarks.insert(node.before, markOf(node.kind));
        }
        if (!node.after.isEmpty()) {
            newMarks.insert(node.after, markOf(node.kind));
        }
    }
    m_beforeTitle->setText(tr("Before: %1").arg(before.title));
    m_afterTitle->setText(tr("After: %1").arg(after.title));
    m_before->setTitle(before.title);
    m_before->setGraph(before.graph);
    m_before->setMarks(oldMarks);
    m_after->setTitle(after.title);
    m_after->setGraph(after.graph);
    m_after->setMarks(newMarks);
    m_model->setDiff(m_diff);
    showVerdict();
}

void PlanDiffView::showVerdict()
{
    MessageBar::Kind kind = MessageBar::Kind::Info;
    if (m_diff.verdict == StateFit::Incompatible) {
        kind = MessageBar::Kind::Error;
    } else if (m_diff.verdict > StateFit::Compatible) {
        kind = MessageBar::Kind::Warning;
    }
    m_verdict->showMessage({.kind = kind,
        .text = verdictText(m_diff) + u' ' + tr("This is advice: a plan does not say all that Flink looks at."),
        .closable = false});
}

void PlanDiffView::showRow()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || m_following) {
        return;
    }
    const QScopedValueRollback guard(m_following, true);
    const PlanNodeDiff& node = m_model->node(index.row());
    m_before->view()->selectNode(node.before);
    m_after->view()->selectNode(node.after);
}

void PlanDiffView::follow(const QString& id, bool fromBefore)
{
    if (id.isEmpty() || m_following) {
        return;
    }
    const QScopedValueRollback guard(m_following, true);
    const auto own = fromBefore ? &PlanNodeDiff::before : &PlanNodeDiff::after;
    const auto found = std::ranges::find(m_diff.nodes, id, own);
    if (found == m_diff.nodes.end()) {
        return;
    }
    (fromBefore ? m_after : m_before)->view()->selectNode(fromBefore ? found->after : found->before);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->node(row).before == found->before && m_model->node(row).after == found->after) {
            m_table->selectRow(row);
        }
    }
}

} // namespace millrace
