// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricseries.h"
#include "models/metricseriesnames.h"
#include "widgets/jobdetail/jobtabpage.h"

#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QListView;
class QScrollArea;

namespace millrace {

class EmptyView;
class TextLabel;
class TimeChart;

/// The metrics of a job, of its vertices and of the cluster's members: search, tick, and see them live.
class MetricsTab : public JobTabPage {
    Q_OBJECT

public:
    explicit MetricsTab(QWidget* parent = nullptr);

    void setScopes(const std::vector<MetricScope>& scopes);
    void setNames(const MetricScope& scope, const QStringList& names);
    /// The charts of the scope that is shown, from here; history outlives the tab or is taken away by null.
    void setHistory(const MetricHistory* history);
    /// New values are in the history.
    void refreshCharts();
    /// What was ticked the last time, by kind of scope; without a signal.
    void setChoice(MetricScope::Kind kind, const QStringList& names);
    void chooseScope(MetricScope::Kind kind, const QString& id);
    void clear();

    [[nodiscard]] std::optional<MetricScope> currentScope() const;

    /// Names to ask for in the current scope.
    [[nodiscard]] QStringList wantedNames() const { return m_names->chosenHere(); }

Q_SIGNALS:
    void scopeChosen();
    /// To be remembered, and to be asked for.
    void choiceChanged(millrace::MetricScope::Kind kind, const QStringList& names);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeChoice();
    QWidget* makeCharts();
    void scopeChanged();
    void rebuildCharts();
    void arrangeCharts();
    void tickCurrent();

    std::vector<MetricScope> m_scopes;
    QHash<int, QStringList> m_choices; ///< by MetricScope::Kind
    const MetricHistory* m_history = nullptr;
    MetricNameModel* m_names = nullptr;
    QComboBox* m_scope = nullptr;
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
    TextLabel* m_count = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_chartBox = nullptr;
    QGridLayout* m_grid = nullptr;
    EmptyView* m_noCharts = nullptr;
    std::vector<TimeChart*> m_charts;
    QStringList m_charted;
};

/// What the name of a metric says of its values: "…Duration" are milliseconds, "…Bytes" bytes.
enum class ChartUnit;
[[nodiscard]] ChartUnit unitOfMetric(const QString& name);

} // namespace millrace
