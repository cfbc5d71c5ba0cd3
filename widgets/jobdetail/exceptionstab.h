// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exceptionmodel.h"
#include "widgets/jobdetail/jobtabpage.h"

class QAbstractButton;
class QPlainTextEdit;

namespace millrace {

class PanelTable;
class TextLabel;

/// Why a job failed: each root cause once, with how often and when; the chosen one in full.
class ExceptionsTab : public JobTabPage {
    Q_OBJECT

public:
    explicit ExceptionsTab(QWidget* parent = nullptr);

    void setFailures(const std::vector<JobFailure>& failures);
    void clear();

    [[nodiscard]] int groupCount() const { return m_model->rowCount(); }

    /// All that is copied by the button: root cause, counts, text.
    [[nodiscard]] QString chosenText() const;

Q_SIGNALS:
    /// The place of the chosen cause in the job's logs is wanted.
    void logRequested(const millrace::FailureGroup& group);

private:
    void showChosen();
    [[nodiscard]] const FailureGroup* chosen() const;

    ExceptionModel* m_model = nullptr;
    PanelTable* m_table = nullptr;
    QAbstractButton* m_toLog = nullptr;
    TextLabel* m_cause = nullptr;
    TextLabel* m_when = nullptr;
    QPlainTextEdit* m_text = nullptr;
};

} // namespace millrace
