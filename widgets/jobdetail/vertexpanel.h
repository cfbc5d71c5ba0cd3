// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricseries.h"
#include "models/subtaskmodel.h"

#include <QWidget>

#include <array>

class QLayout;
class QSortFilterProxyModel;

namespace millrace {

class ElidedLabel;
class MessageBar;
class PanelTable;
class TextLabel;
class TimeChart;

/// A vertex of a running job: its figures, how busy it was, its subtasks, what the plan says of it.
class VertexPanel : public QWidget {
    Q_OBJECT

public:
    explicit VertexPanel(QWidget* parent = nullptr);

    /// Another vertex: subtasks are forgotten. An empty id shows nothing.
    void setVertex(const QString& id, const QString& title = {}, const QString& description = {});
    void setStatus(const VertexStatus& status);
    void setBusySeries(const MetricSeries& busy, const MetricSeries& backpressured);
    void setSubtasks(const std::vector<SubtaskStatus>& subtasks);
    void setSubtasksError(const Error& error);
    /// Which of the buttons lead anywhere.
    void setLinks(bool metrics, bool flameGraph);

    [[nodiscard]] const QString& vertex() const { return m_vertex; }

Q_SIGNALS:
    void metricsRequested(const QString& vertexId);
    void flameGraphRequested(const QString& vertexId);
    void closeRequested();

private:
    enum Fact { Busy, Backpressured, InOut, BytesInOut, Watermark, Skew, FactCount };

    QLayout* makeHead();
    void makeTable();
    void refreshHead();
    void setFact(Fact fact, const QString& text, bool worry);

    QString m_vertex;
    VertexStatus m_status;
    SubtaskModel* m_subtasks = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    std::array<TextLabel*, FactCount> m_facts{};
    TimeChart* m_chart = nullptr;
    TextLabel* m_subtaskHead = nullptr;
    MessageBar* m_messages = nullptr;
    PanelTable* m_table = nullptr;
    ElidedLabel* m_title = nullptr;
    TextLabel* m_description = nullptr;
    QWidget* m_metrics = nullptr;
    QWidget* m_flame = nullptr;
};

} // namespace millrace
