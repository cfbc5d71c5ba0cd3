// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rebalancemodel.h"

#include "logs/logclock.h"
#include "logs/rebalancefindings.h"
#include "models/humantext.h"

#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostShown = 300;

/// Names that clients chose, without what could act or break lines.
QString harmlessText(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

QString secondsText(std::optional<qint64> ms)
{
    return ms ? QString::number(double(*ms) / 1000, 'f', 3) : dashText();
}

QString numberText(qint64 value)
{
    return value < 0 ? dashText() : QString::number(value);
}

QVariant alignRight()
{
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
}

bool isNumber(int column)
{
    return column >= RebalanceModel::Join && column <= RebalanceModel::Members;
}

} // namespace

QString lostMembersText(const Rebalance& rebalance)
{
    using What = RebalanceMember::What;
    QStringList parts;
    const auto add = [&parts, &rebalance](What what, const QString& pattern) {
        const QStringList names = rebalance.membersThat(what);
        if (!names.isEmpty()) {
            parts += pattern.arg(harmlessText(names.join(u", "_s)));
        }
    };
    add(What::Failed, RebalanceModel::tr("failed: %1"));
    add(What::Left, RebalanceModel::tr("left: %1"));
    add(What::NotRejoined, RebalanceModel::tr("did not rejoin: %1"));
    return parts.join(u"; "_s);
}

RebalanceModel::RebalanceModel(QObject* parent) : QAbstractTableModel(parent) { }

const QList<Rebalance>& RebalanceModel::list() const
{
    static const QList<Rebalance> none;
    return m_report && m_index >= 0 && m_index < m_report->groups.size() ? m_report->groups[m_index].rebalances : none;
}

void RebalanceModel::setReport(std::shared_ptr<const RebalanceReport> report, int group)
{
    const QString name =
        report && group >= 0 && group < report->groups.size() ? report->groups[group].group : QString();
    const qsizetype before = list().size();
    const qsizetype after = name.isEmpty() ? 0 : report->groups[group].rebalances.size();
    const bool grows = name == m_group && !name.isEmpty() && after >= before;
    if (!grows) {
        beginResetModel();
        m_report = std::move(report);
        m_group = name;
        m_index = name.isEmpty() ? -1 : group;
        endResetModel();
        return;
    }
    // A live log: rows come at the end, those before may have got their ends.
    if (after > before) {
        beginInsertRows({}, int(before), int(after) - 1);
    }
    m_report = std::move(report);
    m_index = group;
    if (after > before) {
        endInsertRows();
    }
    if (before > 0) {
        Q_EMIT dataChanged(index(0, 0), index(int(before) - 1, ColumnCount - 1));
    }
}

const Rebalance* RebalanceModel::rebalance(int row) const
{
    return row >= 0 && row < list().size() ? &list().at(row) : nullptr;
}

int RebalanceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(list().size());
}

int RebalanceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RebalanceModel::textOf(const Rebalance& rebalance, int column) const
{
    switch (column) {
    case Start:
        return rebalance.anchor() == kNoTime ? dashText()
            : rebalance.start == kNoTime ? tr("before %1").arg(logTimeText(rebalance.anchor(), m_report->displayZone))
                                         : logTimeText(rebalance.start, m_report->displayZone);
    case Join:
        return secondsText(rebalance.joinMs());
    case Sync:
        return secondsText(rebalance.syncMs());
    case Total:
        return rebalance.outcome == RebalanceOutcome::Open && rebalance.start != kNoTime && m_report->to != kNoTime
            ? u"≥ "_s + secondsText(m_report->to - rebalance.start)
            : secondsText(rebalance.totalMs());
    case Generation:
        return numberText(rebalance.generation);
    case Members:
        return numberText(rebalance.members);
    case Outcome:
        return toText(rebalance.outcome);
    case Reason:
        return rebalance.reason == RebalanceReason::Unknown ? dashText() : toText(rebalance.reason);
    case Lost:
        return oneLine(lostMembersText(rebalance), kMostShown);
    default:
        return oneLine(harmlessText(QString::fromUtf8(rebalance.reasonText)), kMostShown);
    }
}

QVariant RebalanceModel::sortKey(const Rebalance& rebalance, int column)
{
    switch (column) {
    case Start:
        return rebalance.anchor();
    case Join:
        return rebalance.joinMs().value_or(-1);
    case Sync:
        return rebalance.syncMs().value_or(-1);
    case Total:
        return rebalance.totalMs().value_or(-1);
    case Generation:
        return rebalance.generation;
    case Members:
        return rebalance.members;
    case Outcome:
        return toText(rebalance.outcome);
    case Reason:
        return toText(rebalance.reason);
    case Lost:
        return lostMembersText(rebalance);
    default:
        return QString::fromUtf8(rebalance.reasonText);
    }
}

QVariant RebalanceModel::data(const QModelIndex& index, int role) const
{
    const Rebalance* rebalance = index.isValid() ? this->rebalance(index.row()) : nullptr;
    if (rebalance == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*rebalance, index.column());
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? alignRight() : QVariant();
    case SortRole:
        return sortKey(*rebalance, index.column());
    case Qt::ToolTipRole:
        // Plain, whatever a client wrote into its reason.
        return index.column() >= Lost
            ? QString(u"<span>"_s + textOf(*rebalance, index.column()).toHtmlEscaped() + u"</span>"_s)
            : QVariant();
    default:
        return {};
    }
}

QVariant RebalanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && isNumber(section)) {
        return alignRight();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const std::array<QString, ColumnCount> names{tr("Start"), tr("Join s"), tr("Sync s"), tr("Total s"), tr("Gen."),
        tr("Members"), tr("Outcome"), tr("Reason"), tr("Lost members"), tr("Reason as the broker wrote it")};
    return names[std::size_t(section)];
}

RebalanceGroupModel::RebalanceGroupModel(QObject* parent) : QAbstractTableModel(parent) { }

void RebalanceGroupModel::setReport(std::shared_ptr<const RebalanceReport> report)
{
    const auto names = [](const std::shared_ptr<const RebalanceReport>& from) {
        QStringList list;
        for (const RebalanceGroup& group : from ? from->groups : QList<RebalanceGroup>()) {
            list += group.group;
        }
        return list;
    };
    const QStringList after = names(report);
    if (after == names(m_report)) {
        m_report = std::move(report);
        if (!after.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(int(after.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

int RebalanceGroupModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_report ? 0 : int(m_report->groups.size());
}

int RebalanceGroupModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RebalanceGroupModel::textOf(const RebalanceGroup& group, int column) const
{
    const RebalanceStatistics& numbers = group.statistics;
    const auto duration = [](qint64 ms) { return ms < 0 ? dashText() : elapsedText(ms); };
    switch (column) {
    case Group:
        return harmlessText(group.group);
    case Count:
        return countText(numbers.count);
    case Rate:
        return QString::number(numbers.perHour, 'g', 3);
    case Median:
        return duration(numbers.p50Ms);
    case P95:
        return duration(numbers.p95Ms);
    case Longest:
        return duration(numbers.maxMs);
    case Unavailable:
        return (numbers.unavailableOpen || group.facts.cooperative
                       ? QString(group.facts.cooperative ? u"≤ "_s : u"≥ "_s)
                       : QString())
            + elapsedText(numbers.unavailableMs);
    default:
        return tr("%1 %").arg(qRound(numbers.unavailableShare * 100));
    }
}

QVariant RebalanceGroupModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return index.column() == Group ? QVariant() : alignRight();
    }
    return role == Qt::DisplayRole ? QVariant(textOf(m_report->groups[index.row()], index.column())) : QVariant();
}

QVariant RebalanceGroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section != Group) {
        return alignRight();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const std::array<QString, ColumnCount> names{tr("Group"), tr("Rebalances"), tr("Per hour"), tr("Median"),
        tr("95 % under"), tr("Longest"), tr("Not consuming"), tr("Of the time")};
    return names[std::size_t(section)];
}

} // namespace millrace
