// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exceptionmodel.h"

#include "models/humantext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

void addOnce(QStringList& texts, const QString& text)
{
    if (!text.isEmpty() && !texts.contains(text)) {
        texts.append(text);
    }
}

/// Earlier of two times of which either may be unknown.
QDateTime earlier(const QDateTime& one, const QDateTime& other)
{
    return !one.isValid() || (other.isValid() && other < one) ? other : one;
}

} // namespace

QString failurePattern(const QString& rootCause)
{
    static const QRegularExpression s_id(
        u"[0-9a-f]{8,}(?:-[0-9a-f]{4,})*|0x[0-9a-f]+|[0-9]+"_s, QRegularExpression::CaseInsensitiveOption);
    QString pattern = oneLine(rootCause, 500);
    return pattern.replace(s_id, u"#"_s);
}

std::vector<FailureGroup> groupFailures(const std::vector<JobFailure>& failures)
{
    std::vector<FailureGroup> groups;
    QHash<QString, std::size_t> places;
    for (const JobFailure& failure : failures) {
        const QString pattern = failurePattern(failure.rootCause);
        const auto known = places.constFind(pattern);
        if (known == places.constEnd()) {
            places.insert(pattern, groups.size());
            groups.push_back({.rootCause = failure.rootCause, .text = failure.text});
        }
        FailureGroup& group = groups[places.value(pattern)];
        if (group.count > 0 && failure.at.isValid() && (!group.last.isValid() || failure.at > group.last)) {
            group.rootCause = failure.rootCause;
            group.text = failure.text;
        }
        ++group.count;
        group.first = earlier(group.first, failure.at);
        group.last =
            group.last.isValid() && (!failure.at.isValid() || failure.at < group.last) ? group.last : failure.at;
        addOnce(group.tasks, failure.task);
        addOnce(group.locations, failure.location);
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const FailureGroup& one, const FailureGroup& other) { return one.last > other.last; });
    return groups;
}

void ExceptionModel::setFailures(const std::vector<JobFailure>& failures)
{
    merge(groupFailures(failures), [](const FailureGroup& group) { return failurePattern(group.rootCause); });
}

int ExceptionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ExceptionModel::cellText(const FailureGroup& group, int column) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (column) {
    case RootCause:
        return oneLine(group.rootCause, 400);
    case Count:
        return countText(group.count);
    case First:
        return momentText(group.first, now);
    case Last:
        return momentText(group.last, now);
    case Task:
        return group.tasks.isEmpty() ? dashText() : oneLine(group.tasks.join(u", "_s), 200);
    case Location:
        return group.locations.isEmpty() ? dashText() : oneLine(group.locations.join(u", "_s), 200);
    default:
        return {};
    }
}

QString ExceptionModel::cellToolTip(const FailureGroup& group, int column) const
{
    if (column == First || column == Last) {
        return isoText(column == First ? group.first : group.last);
    }
    return column == RootCause ? group.rootCause.left(2000) : cellText(group, column);
}

bool ExceptionModel::isRightAligned(int column) const
{
    return column == Count;
}

QString ExceptionModel::columnTitle(int column) const
{
    switch (column) {
    case RootCause:
        return tr("Root cause");
    case Count:
        return tr("Times");
    case First:
        return tr("First");
    case Last:
        return tr("Last");
    case Task:
        return tr("Task");
    case Location:
        return tr("Where");
    default:
        return {};
    }
}

} // namespace millrace
