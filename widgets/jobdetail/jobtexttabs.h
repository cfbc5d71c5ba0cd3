// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdetailtexts.h"
#include "widgets/jobdetail/jobtabpage.h"

class QLineEdit;
class QPlainTextEdit;
class QSortFilterProxyModel;

namespace millrace {

class CodePreview;
class PanelTable;

/// Configuration and facts of a job, to search.
class ConfigurationTab : public JobTabPage {
    Q_OBJECT

public:
    explicit ConfigurationTab(QWidget* parent = nullptr);

    void setTexts(const std::vector<NamedText>& configuration, const std::vector<NamedText>& facts);

private:
    void showChosen();

    JobTextModel* m_model = nullptr;
    QSortFilterProxyModel* m_filtered = nullptr;
    QLineEdit* m_search = nullptr;
    PanelTable* m_table = nullptr;
    QPlainTextEdit* m_value = nullptr; ///< the chosen one, when it is too long for its row
};

/// The states that a job went through.
class TimelineTab : public JobTabPage {
    Q_OBJECT

public:
    explicit TimelineTab(QWidget* parent = nullptr);

    void setTimeline(const std::vector<StateChange>& timeline);

private:
    StateTimelineModel* m_model = nullptr;
};

/// The text that a job runs.
class SqlTab : public JobTabPage {
    Q_OBJECT

public:
    explicit SqlTab(QWidget* parent = nullptr);

    void setSql(const QString& sql);

Q_SIGNALS:
    void openRequested(const QString& sql);

private:
    QString m_sql;
    CodePreview* m_text = nullptr;
};

} // namespace millrace
