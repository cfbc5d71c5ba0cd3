// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/problemsmodel.h"

#include "models/humantext.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace millrace {

int ProblemsModel::documentOrder(const QString& documentId) const
{
    return static_cast<int>(m_documents.indexOf(documentId));
}

bool ProblemsModel::before(const Problem& a, const Problem& b) const
{
    const auto key = [this](const Problem& problem) {
        return std::tuple(documentOrder(problem.documentId), problem.severity, problem.range.begin, problem.range.end,
            problem.origin);
    };
    const auto left = key(a);
    const auto right = key(b);
    return left != right ? left < right : std::tie(a.message, a.rule) < std::tie(b.message, b.rule);
}

void ProblemsModel::setProblems(const QString& documentId, ProblemOrigin origin, std::vector<Problem> problems)
{
    if (!m_documents.contains(documentId)) {
        m_documents.append(documentId);
    }
    std::vector<Problem> wanted;
    wanted.reserve(m_problems.size() + problems.size());
    for (const Problem& problem : m_problems) {
        if (problem.documentId != documentId || problem.origin != origin) {
            wanted.push_back(problem);
        }
    }
    for (Problem& problem : problems) {
        problem.documentId = documentId;
        problem.origin = origin;
        wanted.push_back(std::move(problem));
    }
    std::stable_sort(wanted.begin(), wanted.end(), [this](const Problem& a, const Problem& b) { return before(a, b); });
    merge(wanted);
}

void ProblemsModel::removeDocument(const QString& documentId)
{
    std::vector<Problem> wanted;
    std::copy_if(m_problems.begin(), m_problems.end(), std::back_inserter(wanted),
        [&documentId](const Problem& problem) { return problem.documentId != documentId; });
    merge(wanted);
    m_documents.removeAll(documentId);
}

void ProblemsModel::renameDocument(const QString& documentId, const QString& file)
{
    for (std::size_t row = 0; row < m_problems.size(); ++row) {
        if (m_problems[row].documentId == documentId && m_problems[row].file != file) {
            m_problems[row].file = file;
            const QModelIndex cell = index(static_cast<int>(row), File);
            Q_EMIT dataChanged(cell, cell);
        }
    }
}

/// Both lists are sorted by before(), so one walk finds what went and what came.
void ProblemsModel::merge(const std::vector<Problem>& wanted)
{
    const ProblemCounts old = counts();
    std::size_t row = 0;
    std::size_t next = 0;
    while (row < m_problems.size() || next < wanted.size()) {
        const bool gone = row < m_problems.size() && (next == wanted.size() || before(m_problems[row], wanted[next]));
        const bool added = next < wanted.size() && (row == m_problems.size() || before(wanted[next], m_problems[row]));
        const int at = static_cast<int>(row);
        if (gone) {
            beginRemoveRows({}, at, at);
            m_problems.erase(m_problems.begin() + at);
            endRemoveRows();
        } else if (added) {
            beginInsertRows({}, at, at);
            m_problems.insert(m_problems.begin() + at, wanted[next]);
            endInsertRows();
            ++row;
            ++next;
        } else {
            if (!(m_problems[row] == wanted[next])) {
                m_problems[row] = wanted[next];
                Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
            }
            ++row;
            ++next;
        }
    }
    if (counts() != old) {
        Q_EMIT countsChanged();
    }
}

ProblemCounts ProblemsModel::counts() const
{
    return counts({});
}

ProblemCounts ProblemsModel::counts(const QString& documentId) const
{
    ProblemCounts counts;
    for (const Problem& problem : m_problems) {
        if (!documentId.isEmpty() && problem.documentId != documentId) {
            continue;
        }
        switch (problem.severity) {
        case ProblemSeverity::Error:
            ++counts.errors;
            break;
        case ProblemSeverity::Warning:
            ++counts.warnings;
            break;
        case ProblemSeverity::Note:
            ++counts.notes;
            break;
        }
    }
    return counts;
}

int ProblemsModel::next(const QString& documentId, TextPosition after) const
{
    int first = -1;
    int behind = -1;
    const auto placed = [this](int row) { return m_problems[static_cast<std::size_t>(row)].range.begin; };
    for (int row = 0; row < rowCount(); ++row) {
        if (problem(row).documentId != documentId) {
            continue;
        }
        if (first < 0 || placed(row) < placed(first)) {
            first = row;
        }
        if (placed(row) > after && (behind < 0 || placed(row) < placed(behind))) {
            behind = row;
        }
    }
    return behind >= 0 ? behind : first;
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemsModel::displayText(const Problem& problem, int column) const
{
    switch (column) {
    case Message:
        return problem.message;
    case Fix:
        return problem.fix;
    case File:
        return problem.file;
    case Place:
        return u"%1:%2"_s.arg(problem.range.begin.line).arg(problem.range.begin.column);
    case Statement:
        return problem.statementKind;
    case FoundBy:
        if (!problem.rule.isEmpty()) {
            return problem.foundBy + u" · "_s + problem.rule;
        }
        if (problem.origin == ProblemOrigin::Engine && problem.foundAt.isValid()) {
            return problem.foundBy + u" · "_s + problem.foundAt.toLocalTime().toString(u"HH:mm:ss"_s);
        }
        return problem.foundBy;
    default:
        return {};
    }
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Problem& shown = problem(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        return index.column() == FoundBy && shown.foundAt.isValid() ? isoText(shown.foundAt)
                                                                    : displayText(shown, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            index.column() == Place ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == Severity) {
            switch (shown.severity) {
            case ProblemSeverity::Error:
                return tr("Error");
            case ProblemSeverity::Warning:
                return tr("Warning");
            case ProblemSeverity::Note:
                return tr("Note");
            }
        }
        return displayText(shown, index.column());
    case SeverityRole:
        return QVariant::fromValue(shown.severity);
    case DocumentRole:
        return shown.documentId;
    case SearchRole:
        return QString(shown.message + u'\n' + shown.file + u'\n' + shown.rule);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            section == Place ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Message:
        return tr("Problem");
    case Fix:
        return tr("Fix");
    case File:
        return tr("File");
    case Place:
        return tr("Place");
    case Statement:
        return tr("Statement");
    case FoundBy:
        return tr("Found by");
    default:
        return {};
    }
}

} // namespace millrace
