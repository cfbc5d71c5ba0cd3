// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "logs/rebalancereport.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>

class QComboBox;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;

namespace millrace {

class ElidedLabel;
class EmptyView;
class MessageBar;
class PanelTable;
class RebalanceChart;
class RebalanceFindingsView;
class RebalanceGroupModel;
class RebalanceModel;

/// Kafka's rebalances as broker logs tell of them: groups with their numbers, a chart, every rebalance, and what to
/// make of it. It shows a report; whoever owns it reads the logs.
class RebalancesPage : public QWidget {
    Q_OBJECT

public:
    explicit RebalancesPage(QWidget* parent = nullptr);

    /// progress from 0 to 1.
    void setReport(std::shared_ptr<const RebalanceReport> report, double progress);
    void setLive(bool live);
    void showError(const Error& error);

    [[nodiscard]] QTimeZone logZone() const;
    [[nodiscard]] QTimeZone displayZone() const;
    /// Chooses the group with this name.
    void showGroup(const QString& name);
    [[nodiscard]] QString currentGroup() const;

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

Q_SIGNALS:
    void openRequested();
    void filesDropped(const QStringList& paths);
    /// The log is to be read anew in other zones.
    void zonesChanged();
    void liveRequested(bool live);
    /// "csv" or "json".
    void saveRequested(const QString& format);
    /// The line of a file, from 1.
    void lineRequested(const QString& path, qint64 line);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeBody();
    void connectParts();
    void showCurrentGroup();
    void chooseRebalance(int rebalance);
    void openLine();
    [[nodiscard]] QTimeZone zoneOf(const QComboBox* box) const;

    std::shared_ptr<const RebalanceReport> m_report;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyView* m_empty = nullptr;
    QComboBox* m_logZone = nullptr;
    QComboBox* m_displayZone = nullptr;
    QToolButton* m_live = nullptr;
    QToolButton* m_log10 = nullptr;
    QToolButton* m_save = nullptr;
    ElidedLabel* m_state = nullptr;
    PanelTable* m_groups = nullptr;
    RebalanceGroupModel* m_groupModel = nullptr;
    RebalanceChart* m_chart = nullptr;
    PanelTable* m_table = nullptr;
    RebalanceModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    RebalanceFindingsView* m_findings = nullptr;
    bool m_choosing = false;
};

} // namespace millrace
