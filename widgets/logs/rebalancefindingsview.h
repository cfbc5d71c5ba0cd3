// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"

#include <QScrollArea>

class QVBoxLayout;

namespace millrace {

/// What was concluded about a group, in words, with what can be done and what that costs; below it the errors of
/// clients that were recognised and notes about the logs. All of it is plain text that can be selected.
class RebalanceFindingsView : public QScrollArea {
    Q_OBJECT

public:
    explicit RebalanceFindingsView(QWidget* parent = nullptr);

    void setReport(const RebalanceReport& report, int group);

    /// All of it as text, for the clipboard and for tests.
    [[nodiscard]] QString plainText() const { return m_text; }

private:
    void addHead(const QString& text);
    void addFinding(const RebalanceFinding& finding, QList<RebalanceAdvice>& shown);
    void addClientError(const ClientError& error);
    void addLine(const QString& text, bool dim, int indent);

    QVBoxLayout* m_layout = nullptr;
    QString m_text;
    QString m_building;
    QString m_key; ///< what is shown, so that the same is not built again
};

} // namespace millrace
