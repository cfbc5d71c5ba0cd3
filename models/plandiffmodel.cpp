// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plandiffmodel.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QString fitText(StateFit fit)
{
    switch (fit) {
    case StateFit::Stateless:
        return PlanDiffModel::tr("no state");
    case StateFit::Compatible:
        return PlanDiffModel::tr("fits");
    case StateFit::Partly:
        return PlanDiffModel::tr("fits in part");
    case StateFit::Unknown:
        return PlanDiffModel::tr("unknown");
    case StateFit::Incompatible:
        break;
    }
    return PlanDiffModel::tr("lost");
}

QString changeText(PlanNodeDiff::Kind kind)
{
    switch (kind) {
    case PlanNodeDiff::Kind::Same:
        return PlanDiffModel::tr("same");
    case PlanNodeDiff::Kind::Changed:
        return PlanDiffModel::tr("changed");
    case PlanNodeDiff::Kind::Added:
        return PlanDiffModel::tr("added");
    case PlanNodeDiff::Kind::Removed:
        break;
    }
    return PlanDiffModel::tr("removed");
}

QString changesText(const PlanNodeDiff& node)
{
    QStringList texts;
    for (const PlanValueChange& change : node.changes) {
        texts << u"%1: %2 → %3"_s.arg(change.name, change.before.isEmpty() ? u"—"_s : change.before,
            change.after.isEmpty() ? u"—"_s : change.after);
    }
    return texts.join(u'\n');
}

} // namespace

void PlanDiffModel::setDiff(const PlanDiff& diff)
{
    beginResetModel();
    m_nodes.clear();
    std::ranges::copy_if(diff.nodes, std::back_inserter(m_nodes), [this](const PlanNodeDiff& node) {
        return node.fit != StateFit::Stateless || (!m_onlyState && node.kind != PlanNodeDiff::Kind::Same);
    });
    std::ranges::stable_sort(m_nodes, std::ranges::greater(), &PlanNodeDiff::fit);
    endResetModel();
}

int PlanDiffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_nodes.size());
}

int PlanDiffModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlanDiffModel::textOf(const PlanNodeDiff& node, int column) const
{
    switch (column) {
    case Change:
        return changeText(node.kind);
    case Operator:
        return node.title;
    case Key:
        return node.key.isEmpty() ? u"—"_s : node.key;
    case State:
        return fitText(node.fit);
    default:
        break;
    }
    const QString changes = changesText(node).replace(u'\n', u" · "_s);
    return !node.reason.isEmpty() ? node.reason : changes.isEmpty() ? tr("Unchanged.") : changes;
}

QVariant PlanDiffModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PlanNodeDiff& node = m_nodes[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        return textOf(node, index.column());
    }
    if (role == Qt::ToolTipRole) {
        const QString changes = changesText(node);
        return node.reason.isEmpty() || changes.isEmpty() ? QString(node.reason + changes)
                                                          : QString(node.reason + u"\n\n"_s + changes);
    }
    return {};
}

QVariant PlanDiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Change:
        return tr("Change");
    case Operator:
        return tr("Operator");
    case Key:
        return tr("Key");
    case State:
        return tr("State (advice)");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace millrace
