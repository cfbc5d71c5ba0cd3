// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/filtermodels.h"

#include "models/apicallmodel.h"

namespace millrace {

void ProblemFilterModel::setSeverities(bool errors, bool warnings, bool notes)
{
    m_errors = errors;
    m_warnings = warnings;
    m_notes = notes;
    invalidateFilter();
}

void ProblemFilterModel::setDocument(const QString& documentId)
{
    if (m_document != documentId) {
        m_document = documentId;
        invalidateFilter();
    }
}

bool ProblemFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_document.isEmpty() && index.data(ProblemsModel::DocumentRole).toString() != m_document) {
        return false;
    }
    switch (index.data(ProblemsModel::SeverityRole).value<ProblemSeverity>()) {
    case ProblemSeverity::Error:
        return m_errors;
    case ProblemSeverity::Warning:
        return m_warnings;
    case ProblemSeverity::Note:
        return m_notes;
    }
    return true;
}

void LogFilterModel::setLeast(MessageLevel level)
{
    m_least = level;
    invalidateFilter();
}

void LogFilterModel::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

bool LogFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(MessageLogModel::LevelRole).value<MessageLevel>() >= m_least
        && (m_text.isEmpty()
            || index.data(MessageLogModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive));
}

void ApiCallFilterModel::setFailedOnly(bool failedOnly)
{
    m_failedOnly = failedOnly;
    invalidateFilter();
}

void ApiCallFilterModel::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

bool ApiCallFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return (!m_failedOnly || index.data(ApiCallModel::FailedRole).toBool())
        && (m_text.isEmpty() || index.data(ApiCallModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive));
}

} // namespace millrace
