// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/problemsmodel.h"

#include <QWidget>

class QAbstractButton;
class QComboBox;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace millrace {

class ElidedLabel;
class ProblemFilterModel;

/// The list of problems: what, where, who found it, and the root cause of the selected one with the server's stack
/// folded away.
class ProblemsView : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsView(QWidget* parent = nullptr);

    /// model outlives the view.
    void setModel(ProblemsModel* model);

    /// Which document "this file" means, and which one comes first.
    void setCurrentDocument(const QString& documentId);
    /// Selects a problem and scrolls to it.
    void select(const Problem& problem);

    [[nodiscard]] const Problem* currentProblem() const;

Q_SIGNALS:
    /// Double click or Enter: go there.
    void problemActivated(const millrace::Problem& problem);
    void fixRequested(const millrace::Problem& problem);
    void apiCallRequested(qint64 apiCallId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeDetails();
    void refreshCounts();
    void refreshDetails();
    void activate(const QModelIndex& index);
    void copySelected();

    ProblemsModel* m_model = nullptr;
    QString m_document;
    ProblemFilterModel* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QStackedWidget* m_body = nullptr;
    QAbstractButton* m_errors = nullptr;
    QAbstractButton* m_warnings = nullptr;
    QAbstractButton* m_notes = nullptr;
    QComboBox* m_scope = nullptr;
    QWidget* m_empty = nullptr;
    QWidget* m_details = nullptr;
    ElidedLabel* m_rootCause = nullptr;
    QAbstractButton* m_stackButton = nullptr;
    QAbstractButton* m_apiCallButton = nullptr;
    QPlainTextEdit* m_stack = nullptr;
};

} // namespace millrace
