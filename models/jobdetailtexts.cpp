// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobdetailtexts.h"

#include "models/humantext.h"
#include "models/jobtabletext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace millrace {

void JobTextModel::setTexts(const std::vector<NamedText>& configuration, const std::vector<NamedText>& facts)
{
    std::vector<JobTextRow> next;
    next.reserve(configuration.size() + facts.size());
    QHash<QString, int> numbers;
    const auto add = [&next, &numbers](const QString& section, const std::vector<NamedText>& texts) {
        for (const NamedText& text : texts) {
            next.push_back({.section = section, .text = text, .number = numbers[section + u'\n' + text.name]++});
        }
    };
    add(tr("Configuration"), configuration);
    add(tr("Facts"), facts);
    merge(std::move(next), [](const JobTextRow& row) {
        return QString(row.section + u'\n' + row.text.name + u'\n' + QString::number(row.number));
    });
}

int JobTextModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JobTextModel::cellText(const JobTextRow& row, int column) const
{
    switch (column) {
    case Name:
        return oneLine(row.text.name, 300);
    case Value:
        return oneLine(row.text.value, 600);
    case Section:
        return row.section;
    default:
        return {};
    }
}

QString JobTextModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Section:
        return tr("Belongs to");
    default:
        return {};
    }
}

bool JobTextModel::isRightAligned(int) const
{
    return false;
}

QString JobTextModel::cellToolTip(const JobTextRow& row, int column) const
{
    return column == Value ? row.text.value.left(4000) : cellText(row, column);
}

QVariant JobTextModel::cellValue(const JobTextRow& row, int, int role) const
{
    switch (role) {
    case SearchRole:
        return QString(row.text.name + u'\n' + row.text.value);
    case FullTextRole:
        return QString(row.text.name + u": "_s + row.text.value);
    default:
        return {};
    }
}

std::vector<StateSpell> spellsOf(const std::vector<StateChange>& timeline)
{
    std::vector<StateSpell> spells;
    for (const StateChange& change : timeline) {
        if (!spells.empty()) {
            spells.back().to = change.at;
        }
        spells.push_back({.rawState = change.rawState, .from = change.at, .to = {}});
    }
    return spells;
}

void StateTimelineModel::setTimeline(const std::vector<StateChange>& timeline)
{
    std::vector<StateSpell> spells = spellsOf(timeline);
    std::reverse(spells.begin(), spells.end());
    QSet<std::pair<QString, qint64>> seen;
    std::erase_if(spells, [&seen](const StateSpell& spell) {
        const std::pair key(spell.rawState, spell.from.toMSecsSinceEpoch());
        const bool twice = seen.contains(key);
        seen.insert(key);
        return twice;
    });
    merge(std::move(spells),
        [](const StateSpell& spell) { return std::pair(spell.rawState, spell.from.toMSecsSinceEpoch()); });
}

int StateTimelineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StateTimelineModel::cellText(const StateSpell& spell, int column) const
{
    switch (column) {
    case State:
        return spell.rawState;
    case From:
        return spell.from.isValid() ? spell.from.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : dashText();
    case Lasted:
        return spell.to.isValid() ? durationText(spell.from.msecsTo(spell.to)) : tr("until now");
    default:
        return {};
    }
}

QString StateTimelineModel::columnTitle(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case From:
        return tr("Since");
    case Lasted:
        return tr("Lasted");
    default:
        return {};
    }
}

bool StateTimelineModel::isRightAligned(int column) const
{
    return column == Lasted;
}

QString StateTimelineModel::cellToolTip(const StateSpell& spell, int column) const
{
    return column == From ? isoText(spell.from) : cellText(spell, column);
}

void JobSavepointModel::setSavepoints(std::vector<SavepointInfo> savepoints)
{
    QSet<QString> seen;
    std::erase_if(savepoints, [&seen](const SavepointInfo& savepoint) {
        const bool twice = seen.contains(savepoint.location);
        seen.insert(savepoint.location);
        return twice;
    });
    merge(std::move(savepoints), [](const SavepointInfo& savepoint) { return savepoint.location; });
}

int JobSavepointModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JobSavepointModel::cellText(const SavepointInfo& savepoint, int column) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (column) {
    case Kind:
        return savepoint.isCheckpoint ? tr("Checkpoint") : tr("Savepoint");
    case Taken:
        return momentText(savepoint.takenAt, now);
    case Age:
        return savepoint.takenAt.isValid() ? shortAgeText(savepoint.takenAt.msecsTo(now)) : dashText();
    case Size:
        return sizeText(savepoint.bytes);
    case Format:
        return savepoint.format.isEmpty() ? dashText() : savepoint.format;
    case State:
        return savepoint.rawState.isEmpty() ? dashText() : savepoint.rawState;
    case Location:
        return savepoint.location;
    default:
        return {};
    }
}

QString JobSavepointModel::columnTitle(int column) const
{
    switch (column) {
    case Kind:
        return tr("Kind");
    case Taken:
        return tr("Taken");
    case Age:
        return tr("Age");
    case Size:
        return tr("Size");
    case Format:
        return tr("Format");
    case State:
        return tr("State");
    case Location:
        return tr("Location");
    default:
        return {};
    }
}

bool JobSavepointModel::isRightAligned(int column) const
{
    return column == Age || column == Size;
}

QString JobSavepointModel::cellToolTip(const SavepointInfo& savepoint, int column) const
{
    if (column == Taken || column == Age) {
        return isoText(savepoint.takenAt);
    }
    if (column == Size && savepoint.bytes >= 0) {
        return tr("%1 bytes").arg(countText(savepoint.bytes));
    }
    return cellText(savepoint, column);
}

} // namespace millrace
