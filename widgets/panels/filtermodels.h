// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/messagelogmodel.h"
#include "models/problemsmodel.h"

#include <QSortFilterProxyModel>

namespace millrace {

/// Problems of the chosen severities, of one document or of all.
class ProblemFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setSeverities(bool errors, bool warnings, bool notes);
    /// Empty: all documents.
    void setDocument(const QString& documentId);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_errors = true;
    bool m_warnings = true;
    bool m_notes = true;
    QString m_document;
};

/// Log lines from a level on that hold a text.
class LogFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeast(MessageLevel level);
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    MessageLevel m_least = MessageLevel::Debug;
    QString m_text;
};

/// API calls that hold a text, all or the failed ones.
class ApiCallFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setFailedOnly(bool failedOnly);
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_failedOnly = false;
    QString m_text;
};

} // namespace millrace
